"""Every word that a person is shown comes from the catalogues of messages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.support.command_line import CHECKOUT

ROOM = CHECKOUT / "searcher" / "render"
MODULES = {
    str(path.relative_to(ROOM)): ast.parse(path.read_text("utf-8")) for path in ROOM.rglob("*.py")
}

HAN = re.compile(r"[\u3400-\u9fff]")
PROSE = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}")

DATA = {
    "typeset/wrapping.py": {"页行年月日", "第"}
}  # what a line of Chinese text is not broken beside


def told(tree: ast.Module) -> Iterator[str]:
    """The strings of a module but its docstrings and what tells of mistakes of the program."""
    silent: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            silent.add(node.value)
        elif isinstance(node, (ast.Assert, ast.Raise)):
            silent.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield node.value


@pytest.mark.parametrize("module", sorted(MODULES))
def test_no_word_for_a_person_stands_in_a_module(module: str) -> None:
    is_markup = module.startswith("html/")
    words = {
        text
        for text in told(MODULES[module])
        if HAN.search(text) or (PROSE.search(text) and not is_markup)
    }
    assert words == DATA.get(module, set())
