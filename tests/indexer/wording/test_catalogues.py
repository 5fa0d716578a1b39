"""The two catalogues say the same, each in its own language, and are all that is said."""

from __future__ import annotations

import ast
import errno
import fnmatch
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator

import pytest

from indexer.wording import say
from searcher.cli.commands import COMMANDS
from tests.support.command_line import CHECKOUT

EXAMPLES = (
    *("核心技术", "突破", "人才", "上海", "座谈会", "贺信", "网络", "安全", "核心", "核.", "术"),
    *("什么是强国？为什么", "2018年4月20日", "一、", "TITLE（2018年1月2日）[，SOURCE[，第1页]]"),
    *("（论述）", "(论述)", "(发表)", "出版地不详"),
)
"""What an English message contains to be typed or read as it is: queries, the text of a book."""

MARKS = "〔〕－＋·–…→“”‘’"
"""Marks that both languages use."""

FOREIGN = {
    *("lunshu", "search", "list", "documents", "index", "SOURCE", "TITLE"),
    *("JSON", "Lines", "YAML", "Markdown", "HTML", "UTF", "GB18030", "Big5", "PDF", "ZIP"),
    *("Office", "RTF", "note"),
    *("PNG", "JPEG", "GIF", "TIFF", "DjVu", "gzip", "bzip2", "xz", "Zip", "RAR", "Zstandard"),
    *("SQLite", "docx", "xlsx", "epub", "doc", "xls", "jieba", "xlsx", "csv", "json", "MB"),
    *("AND", "OR", "NOT", "NEAR", "text", "limit", "offset", "accessed", "exclude", "Python"),
    *("Asia", "Shanghai", "name", "LUNSHU_LANG", "terms", "speakers", "all", "cd", "ulimit"),
    *("NO_COLOR", "GB", "BibTeX", "CSL", "html", "seeds", "regex_seconds"),
}
"""Words that a Chinese message contains as they are: names of programs, formats, fields."""

HAN = re.compile(r"[\u3400-\u9fff]")
WIDE_MARK = re.compile(r"[\u3000-\u303f\uff00-\uffef]")
QUERIES = {
    *("query.empty_brackets", "query.field_group", "query.near_chain", "query.near_operand"),
    *("query.glued_bracket",),
}
"""Chinese messages that show a query in its own brackets."""

TYPESET = {
    "searcher/render/typeset/wrapping.py": {"第", "页行年月日"},
    "searcher/cli/process.py": {"内存不足 / not enough memory"},
    "searcher/cli/opening.py": {"是"},
}
"""Chinese elsewhere: beside what no line is broken, what is said where memory runs out, and what
a user may answer."""

SPOKEN = {"say", "said"}
TOLD = {
    *("LunshuError", "SeedsError", "SourceError", "OptionError", "QueryError", "PassageIdError"),
    *("SearcherClosedError", "IndexStoreError", "IndexMissingError", "IndexVersionError"),
    *("IndexCorruptError", "IndexLockedError", "Problem", "Failure", "Skipped", "corrupt_index"),
    *("bad_regex", "_failure", "exceeded", "check_pieces"),
    *("UsageError", "BadParameter", "ClickException", "note", "echo", "progress_line"),
    *("answering", "command", "group", "option", "argument"),
}
"""What is made of messages for users."""


def catalogue(language: str) -> dict[str, str]:
    """Every message of a catalogue, `chinese` or `english`, by its key."""
    package = importlib.import_module(f"indexer.wording.{language}")
    return {
        f"{topic.name}.{name}": template
        for topic in pkgutil.iter_modules(package.__path__)
        for name, template in importlib.import_module(
            f"{package.__name__}.{topic.name}"
        ).MESSAGES.items()
    }


CHINESE, ENGLISH = catalogue("chinese"), catalogue("english")


def places(template: str) -> set[str]:
    """The names of the facts in a template, those inside a plural included."""
    found: set[str] = set()
    for _, name, form, _ in string.Formatter().parse(template):
        if name is not None:
            found |= {name} | places(form or "")
    return found


def words_of(template: str) -> str:
    """What a template says itself, with `{}` in the place of every fact and both forms of a plural.

    What is indented in a help text is to be typed, and the same in both languages.
    """
    said = []
    for text, name, form, _ in string.Formatter().parse(template):
        said.append(text)
        if name is not None:
            said.append("{}")
            if form and "|" in form:
                said.append(form)
    lines = "".join(said).split("\n")
    return "\n".join(line for line in lines if not line.startswith("  "))


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module of ours but the catalogues, by its path, parsed."""
    for package in ("indexer", "searcher"):
        for path in sorted((CHECKOUT / package).rglob("*.py")):
            if path.parent.name not in ("chinese", "english"):
                yield str(path.relative_to(CHECKOUT)), ast.parse(path.read_text("utf-8"))


SOURCES = dict(sources())


def called(call: ast.Call) -> str:
    """The name of what is called."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    """The calls of functions that have one of `names`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def keys_asked(tree: ast.Module) -> Iterator[str]:
    """The keys that a module asks for: literals, one of two, values of a table of its own, or, with
    `*` in the place of what is filled in, those that are put together."""
    tables = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Dict)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for call in calls(tree, SPOKEN):
        key = call.args[0]
        if isinstance(key, ast.Subscript) and isinstance(key.value, ast.Name):
            key = tables.get(key.value.id, key)
        if isinstance(key, ast.JoinedStr):
            yield "".join(str(_constant(part).value) for part in key.values)
            continue
        values = key.values if isinstance(key, ast.Dict) else ast.walk(key)
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


def _constant(part: ast.expr) -> ast.Constant:
    """A part of an f-string, `*` where something is filled in."""
    return part if isinstance(part, ast.Constant) else ast.Constant("*")


def literals(tree: ast.AST) -> Iterator[str]:
    """The strings in `tree` that are no keys of messages and are no comparisons."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and called(node) in SPOKEN:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        yield from literals(node)


def strings_in(tree: ast.AST) -> Iterator[str]:
    """Every string in `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_message_is_missing_in_a_language() -> None:
    assert CHINESE.keys() == ENGLISH.keys()


def test_a_message_has_the_same_facts_in_both_languages() -> None:
    """But for what a library says in English alone, which Chinese messages leave out."""
    facts = {key: (places(CHINESE[key]), places(ENGLISH[key]) - {"foreign"}) for key in CHINESE}
    assert {key: both for key, both in facts.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize("messages", [CHINESE, ENGLISH], ids=["chinese", "english"])
def test_a_template_takes_facts_by_their_names_and_nothing_out_of_them(
    messages: dict[str, str],
) -> None:
    named = {name for template in messages.values() for name in places(template)}
    assert {name for name in named if not name.isidentifier()} == set()


@pytest.mark.parametrize("messages", [CHINESE, ENGLISH], ids=["chinese", "english"])
def test_a_message_is_one_line(messages: dict[str, str]) -> None:
    several = [key for key, text in messages.items() if not text.isprintable()]
    assert [key for key in several if not key.startswith("help")] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_message_takes_any_text_and_any_number(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact is never taken for a template, whatever it contains."""
    monkeypatch.setenv("LUNSHU_LANG", language)
    text = "{0} {a!r:>9} %s 核心 # | {{}}"
    for key, template in (CHINESE if language == "zh" else ENGLISH).items():
        fields = {name: form for _, name, form, _ in string.Formatter().parse(template) if name}
        for number in (0, 1, 12_345):
            facts = {name: number if form else text for name, form in fields.items()}
            said = say(key, **dict.fromkeys(places(template), text) | facts)
            assert text in said or text not in facts.values(), key


def test_every_message_that_is_asked_for_exists() -> None:
    asked = {path: set(keys_asked(tree)) - ENGLISH.keys() for path, tree in SOURCES.items()}
    unknown = {
        path: {key for key in keys if not fnmatch.filter(ENGLISH, key)}
        for path, keys in asked.items()
    }
    assert {path: keys for path, keys in unknown.items() if keys} == {}


def test_every_message_that_exists_is_asked_for() -> None:
    """Those of the operating system are asked for by the names of its errors, help texts by the
    names of commands."""
    strings = {text for tree in SOURCES.values() for text in strings_in(tree)}
    patterns = {key for tree in SOURCES.values() for key in keys_asked(tree) if "*" in key}
    asked = strings.union(*(fnmatch.filter(ENGLISH, pattern) for pattern in patterns))
    assert ENGLISH.keys() - asked - {f"help.{name}" for name in COMMANDS} == set()
    assert {key for key in ENGLISH if key.startswith("system.")} <= {
        f"system.{name}" for name in errno.errorcode.values()
    }


def test_what_users_read_is_in_the_catalogues() -> None:
    prose = re.compile(r"[A-Za-z]{2,}[ ,;:][^=]*[A-Za-z]{2,}|[\u3400-\u9fff]")
    found = {
        path: [text for call in calls(tree, TOLD) for text in literals(call) if prose.search(text)]
        for path, tree in SOURCES.items()
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_rendering_and_commands_have_no_words_of_their_own() -> None:
    rooms = ("searcher/render/", "searcher/cli/")
    found = {
        path: {text for text in literals(without_docstrings(tree)) if HAN.search(text)}
        for path, tree in SOURCES.items()
        if path.startswith(rooms)
    }
    assert {path: texts for path, texts in found.items() if texts} == TYPESET


def without_docstrings(tree: ast.Module) -> ast.Module:
    """`tree` without the strings that are statements."""
    kept = ast.parse(ast.unparse(tree))
    for node in ast.walk(kept):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list):
                setattr(node, name, [one for one in body if not is_string(one)])
    return kept


def is_string(statement: ast.AST) -> bool:
    """Whether a statement is nothing but a string, as a docstring is."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def test_an_english_message_has_no_chinese_in_it_but_examples() -> None:
    mixed = {}
    for key, template in ENGLISH.items():
        text = words_of(template)
        for example in EXAMPLES:
            text = text.replace(example, "")
        text = text.translate(dict.fromkeys(map(ord, MARKS)))
        if HAN.search(text) or WIDE_MARK.search(text):
            mixed[key] = text
    assert mixed == {}


def test_a_chinese_message_has_no_english_in_it_but_names() -> None:
    mixed = {}
    for key, template in CHINESE.items():
        text = re.sub(r"lunshu [a-z]+|--?[a-z-]+|\.[a-z]+\b", "", words_of(template))
        foreign = set(re.findall(r"[A-Za-z_]{2,}[0-9]*", text)) - FOREIGN
        if foreign:
            mixed[key] = foreign
    assert mixed == {}


def test_no_line_break_of_chinese_help_swallows_a_blank() -> None:
    """The lines of a paragraph are joined as Chinese is, with nothing between them."""
    joined = re.compile(r"[\u3400-\u9fff]\n[!-~]|[!-~]\n[\u3400-\u9fff]")
    prose = {
        key: "\n\n".join(part for part in text.split("\n\n") if not part.startswith("\b"))
        for key, text in CHINESE.items()
    }
    assert {key: joined.findall(text) for key, text in prose.items() if joined.search(text)} == {}


def test_marks_beside_chinese_characters_are_full_width() -> None:
    beside = re.compile(r"[\u3400-\u9fff][,;:!?()]|[,;:!?()][\u3400-\u9fff]")
    narrow = {key: text for key, text in CHINESE.items() if beside.search(words_of(text))}
    assert {key for key in narrow if key not in QUERIES} == set()
