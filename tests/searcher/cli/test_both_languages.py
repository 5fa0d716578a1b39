"""Whatever goes wrong is one line, in one language: the same mistakes in Chinese and in English."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.support.command_line import Lunshu
from tests.support.corpus import write_corpus

HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
WORD = re.compile(r"(?<![/#.=\w-])[A-Za-z][a-z]{2,}(?![\w./=#*-])")

MISTAKES = (
    ("search", "--index", "nowhere", "a"),
    ("search", "--index", "broken", "a"),
    ("search", "--index", "file", "a"),
    ("search", ""),
    ("search", " "),
    ("search", '""'),
    ("search", "(a"),
    ("search", "()"),
    ("search", "NOT(a)"),
    ("search", "a |"),
    ("search", "& a"),
    ("search", "a NEAR b"),
    ("search", "a NEAR/3 b NEAR/3 c"),
    ("search", "a NEAR/3 date:2018"),
    ("search", "*a"),
    ("search", "a*" * 21 + "a"),
    ("search", "foo:a"),
    ("search", "speech:"),
    ("search", "speech:(a OR b)"),
    ("search", "speech:a?b"),
    ("search", "role:foo"),
    ("search", "date:2018-13"),
    ("search", "date:2018-02-30"),
    ("search", "date:x"),
    ("search", "date:0000"),
    ("search", "date:0000-01"),
    ("search", "date:0000-01-01"),
    ("search", "date:<0001"),
    ("search", "date:.."),
    ("search", "date:2018..2016"),
    ("search", "date:>9999-12-31"),
    ("search", "(" * 300 + "a" + ")" * 300),
    ("search", "/(/"),
    ("search", "/)/"),
    ("search", "/[/"),
    ("search", "/[b-a]/"),
    ("search", "/*/"),
    ("search", "/{/"),
    ("search", "/a{3,2}/"),
    ("search", "/a{,}/"),
    ("search", "/a{99999}/"),
    ("search", "/a**/"),
    ("search", r"/\q/"),
    ("search", r"/\1/"),
    ("search", r"/\p{Foo}/"),
    ("search", "/(?<n>a)/"),
    ("search", r"/[a--b]/"),
    ("search", r"/[\1]/"),
    ("search", "/(?P<n>a)(?P<n>b)/"),
    ("search", "a", "--role", "foo"),
    ("search", "a", "--since", "x"),
    ("search", "a", "--since", "2019", "--until", "2018"),
    ("search", "a", "--speech", " "),
    ("search", "a", "--sort", "foo"),
    ("search", "a", "--limit", "x"),
    ("search", "a", "--format", "doc"),
    ("search", "a", "-o", "out.doc"),
    ("search", "a", "-o", "nowhere/out.csv"),
    ("search", "a", "-o", "out.csv", "--format", "json"),
    ("search", "a", "-o", "file"),
    ("search", "a", "--force"),
    ("search", "a", "b"),
    ("search",),
    ("foo",),
    ("search", "--foo", "a"),
    ("show", "x"),
    ("show", "x#1"),
    ("show", "book#999"),
    ("cite", "x#1"),
    ("similar", "book#1", "--min-length", "2"),
    ("trace", "nofile"),
    ("trace", "."),
    ("trace", "empty"),
    ("trace", "picture"),
    ("trace", "--text", "a", "--min-length", "2"),
    ("index", "nowhere"),
    ("index", "file"),
    ("index", "void"),
    ("index", "seeds", "--index", "seeds/index"),
    ("index", "seeds", "--timezone", "Foo/Bar", "--index", "other"),
    ("index", "pictures", "--quiet", "--index", "other"),
    ("index", "seeds", "--index", "file"),
)


@pytest.fixture(scope="module")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index, a broken one, and files that are no articles."""
    folder = tmp_path_factory.mktemp("mistaken")
    write_corpus(folder / "seeds")
    (folder / "void").mkdir()
    (folder / "file").write_text("text")
    (folder / "empty").write_text("")
    (folder / "picture").write_bytes(b"\x89PNG\r\n")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n")
    return folder


@pytest.mark.parametrize("arguments", MISTAKES, ids=lambda arguments: " ".join(arguments)[:30])
def test_a_mistake_is_one_line_of_one_language(
    arguments: tuple[str, ...],
    mistaken: Path,
    lunshu: Lunshu,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(mistaken)
    if not (mistaken / "index" / "manifest-1.json").exists():
        assert lunshu("index").code == 0
        assert lunshu("index", "--index", "broken").code == 0
        (mistaken / "broken" / "manifest-1.json").write_bytes(os.urandom(20))
    told = {}
    for language in ("en", "zh"):
        monkeypatch.setenv("LUNSHU_LANG", language)
        run = lunshu(*arguments)
        assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
        told[language] = run.err.removeprefix("lunshu: ").rstrip("\n")
    assert HAN.search(EXAMPLES.sub("", told["en"])) is None, told
    assert HAN.search(told["zh"]), told
    assert set(WORD.findall(told["zh"])) <= NAMES | set(
        re.findall("[A-Za-z]+", " ".join(arguments))
    ), told


EXAMPLES = re.compile(
    "2018年4月20日|核心技术|突破|人才|上海|座谈会|贺信|网络|安全|什么是强国？为什么|核心|核|术"
)
NAMES = {
    *(
        "lunshu",
        "search",
        "index",
        "speech",
        "quotation",
        "article",
        "note",
        "title",
        "chapter",
        "doc",
    ),
    *("source", "role", "section", "date", "relevance", "position", "text", "json", "jsonl"),
    *(
        "csv",
        "tsv",
        "xlsx",
        "since",
        "until",
        "speaker",
        "documents",
        "list",
        "help",
        "site",
        "url",
    ),
    *("limit", "offset", "broken", "seeds", "passages", "chapters", "speeches", "file", "book"),
    *("Asia", "Shanghai", "Markdown", "Lines", "Han", "Latin", "Greek", "Cyrillic", "Hiragana"),
    *("Katakana", "name"),
}
"""What stands in a Chinese line as it is typed: commands, options, fields, formats, files."""
