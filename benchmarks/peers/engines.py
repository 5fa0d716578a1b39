"""What is compared in the library: lunshu and its peers. All of it runs in child processes.

An engine builds an index of paragraphs that are folded and cut into words already, opens it, and
answers queries. What a run needs lies in one folder: `seeds/` and what `prepare` writes.
"""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from own_process import private_bytes

BLOCK = 10
"""The number of queries that an engine answers before it is another's turn."""

WARM_UP = 10
"""The number of queries of each list that come first and are left out."""

_AT_ONCE = 1_000
_DRAWN_FROM = 100_000
"""The most paragraphs that queries are drawn from, as all of their words are kept in memory."""


def prepare(folder: str, queries: int) -> int:
    """Fold and cut all paragraphs once for all, and draw `queries` of each kind, and some more.

    Returns:
        The number of paragraphs.
    """
    from queries import make_queries  # noqa: PLC0415

    from indexer.text.controls import without_invisible  # noqa: PLC0415
    from indexer.text.folding import fold  # noqa: PLC0415
    from indexer.words.analysis import Cutter  # noqa: PLC0415

    texts: list[str] = []
    for path in sorted(Path(folder, "seeds").iterdir()):
        with path.open(encoding="utf-8") as lines:
            read = (without_invisible(json.loads(line).get("text") or "").strip() for line in lines)
            texts += [fold(text) for text in read if text]
    cutter, drawn_from, every = Cutter(), [], len(texts) // _DRAWN_FROM + 1
    with Path(folder, "cut.jsonl").open("w", encoding="utf-8") as file:
        for at in range(0, len(texts), _AT_ONCE):
            some = texts[at : at + _AT_ONCE]
            cut = list(zip(some, cutter.cut(some).of_each(), strict=True))
            file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in cut)
            drawn_from += cut[::every]
    Path(folder, "folded.txt").write_text("".join(text + "\n" for text in texts), "utf-8")
    lists = make_queries(drawn_from, queries + WARM_UP)
    Path(folder, "queries.json").write_text(json.dumps(lists, ensure_ascii=False), "utf-8")
    return len(texts)


def _cut(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The folded text of every paragraph, and the words that it was cut into."""
    with (folder / "cut.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _joined(folder: Path) -> list[str]:
    """The words of every paragraph, separated by blanks."""
    return [" ".join(words) for _, words in _cut(folder)]


@dataclass
class Engine:
    """What is compared: `build` makes an index and returns the seconds that takes with all
    words at hand, `open` opens what it answers from, and `ask` returns the number of hits.

    Attributes:
        folder: of the run.
        target: for an index of its own.
    """

    folder: Path
    target: Path


class Tantivy(Engine):
    """tantivy: one field of the words, with positions, as its schema builder has it."""

    def __init__(self, folder: Path, target: Path) -> None:
        import tantivy  # noqa: PLC0415

        super().__init__(folder, target)
        self._tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
        self._schema = builder.build()

    def build(self) -> float:
        texts = _joined(self.folder)
        started = time.perf_counter()
        index = self._tantivy.Index(self._schema, str(self.target))
        writer = index.writer(500_000_000, num_threads=1)
        for text in texts:
            document = self._tantivy.Document()
            document.add_text("text", text)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return time.perf_counter() - started

    def open(self) -> None:
        self._searcher = self._tantivy.Index.open(str(self.target)).searcher()

    def ask(self, query: Sequence[str]) -> int:
        make, should = self._tantivy.Query, self._tantivy.Occur.Should
        terms = [(should, make.term_query(self._schema, "text", word)) for word in query]
        return len(self._searcher.search(make.boolean_query(terms), 10, count=False).hits)


class Whoosh(Engine):
    """Whoosh with its default codec: one field of the words."""

    def build(self) -> float:
        from whoosh import analysis, fields, index  # noqa: PLC0415

        texts = _joined(self.folder)
        started = time.perf_counter()
        schema = fields.Schema(text=fields.TEXT(analyzer=analysis.SpaceSeparatedTokenizer()))
        writer = index.create_in(str(self.target), schema).writer(limitmb=512)
        for text in texts:
            writer.add_document(text=text)
        writer.commit()
        return time.perf_counter() - started

    def open(self) -> None:
        from whoosh import index, query  # noqa: PLC0415

        self._query, self._searcher = query, index.open_dir(str(self.target)).searcher()

    def ask(self, query: Sequence[str]) -> int:
        asked = self._query.Or([self._query.Term("text", word) for word in query])
        top = self._searcher.search(asked, limit=10)
        return len([(hit.docnum, hit.score) for hit in top])


class Fts5(Engine):
    """SQLite FTS5: one contentless table of the words."""

    def build(self) -> float:
        texts = _joined(self.folder)
        started = time.perf_counter()
        self.open()
        self._database.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='unicode61')"
        )
        rows = enumerate(texts, 1)
        self._database.executemany("INSERT INTO texts(rowid, text) VALUES(?, ?)", rows)
        self._database.commit()
        return time.perf_counter() - started

    def open(self) -> None:
        self._database = sqlite3.connect(self.target / "words.db")

    def ask(self, query: Sequence[str]) -> int:
        best = "SELECT rowid, rank FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10"
        asked = " OR ".join(f'"{word}"' for word in query)
        return len(self._database.execute(best, (asked,)).fetchall())


class LunshuCore(Engine):
    """The ranked core of lunshu: words in, the best ten numbers and scores out.

    It builds the whole index, with the words at hand in the place of jieba's cutting: what the
    peers build, two more fields, and the texts and facts, which it reads from the source files.
    """

    def build(self) -> float:
        from guarding.building import SharedWords  # noqa: PLC0415

        from indexer.words.analysis import Cutter  # noqa: PLC0415

        cutter, joined = Cutter(), {text: "\n".join(words) for text, words in _cut(self.folder)}

        def words(text: str) -> Sequence[str]:
            known = joined.get(text)
            if known is None:  # a text that the reader has changed
                return cutter.words(text)
            return known.split("\n") if known else []

        seeds = str(self.folder / "seeds")
        return sum(SharedWords(words).build(seeds, str(self.target))) / 1e9

    def open(self) -> None:
        from searcher.ranking.maxscore import Term, best  # noqa: PLC0415
        from searcher.store import open_store  # noqa: PLC0415

        self._term, self._best, self._store = Term, best, open_store(self.target)

    def ask(self, query: Sequence[str]) -> int:
        terms = [self._term("text", word) for word in query]
        return min(len(self._best(self._store, terms, 10).docs), 10)


class Lunshu(Engine):
    """The whole of lunshu as a library: a query in, total and ten hits with snippets out."""

    def open(self) -> None:
        from searcher import open_index  # noqa: PLC0415

        self._searcher = open_index(self.folder / "index")

    def ask(self, query: str) -> int:
        return self._searcher.search(query, limit=10).total


class Scan(Engine):
    """`bytes.count` over all folded texts, in memory: it finds places, ranks and shows nothing."""

    def open(self) -> None:
        self._texts = (self.folder / "folded.txt").read_bytes()

    def ask(self, query: str) -> int:
        return self._texts.count(query.strip('"').encode())


class Ripgrep(Engine):
    """ripgrep: a process a query, which counts the lines with a string; one is a paragraph."""

    def open(self) -> None:
        self._command = ["rg", "--no-config", "--count", "--fixed-strings", "-e"]

    def ask(self, query: str) -> int:
        command = [*self._command, query.strip('"'), str(self.folder / "folded.txt")]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        if run.returncode not in (0, 1):  # 1: it has found nothing
            raise RuntimeError(f"rg: exit code {run.returncode}")
        return int(run.stdout or 0)


ENGINES: Mapping[str, type[Engine]] = {
    "lunshu core": LunshuCore,
    "tantivy": Tantivy,
    "SQLite FTS5": Fts5,
    "Whoosh": Whoosh,
    "lunshu": Lunshu,
    "scan": Scan,
    "ripgrep": Ripgrep,
}


def _engine(name: str, folder: str) -> Any:
    return ENGINES[name](Path(folder), Path(folder, name))


def installed() -> dict[str, str]:
    """The versions of the peers that are installed."""
    found = {"SQLite FTS5": sqlite3.sqlite_version}
    for name in ("tantivy", "Whoosh"):
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    with suppress(FileNotFoundError):
        done = subprocess.run(["rg", "--version"], stdout=subprocess.PIPE, check=True)
        found["ripgrep"] = done.stdout.decode().split()[1]
    return found


def build(name: str, folder: str) -> dict[str, float]:
    """What building takes: seconds, megabytes on disk, and the most memory there was."""
    engine = _engine(name, folder)
    shutil.rmtree(engine.target, ignore_errors=True)
    engine.target.mkdir()
    seconds = engine.build()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    size = sum(path.stat().st_size for path in engine.target.rglob("*") if path.is_file()) / 1e6
    return {"seconds": seconds, "disk_mb": size, "peak_mb": peak}


def ask_in_turn(folder: str, forms: Mapping[str, tuple[str, Sequence[Any]]]) -> dict[str, Any]:
    """The milliseconds and the hits of each query, a block of each form in turn: A B C A B C …

    Args:
        forms: for each name of a form the engine that is asked, and the queries.
    """
    engines = {name: _engine(name, folder) for name, _ in forms.values()}
    for engine in engines.values():
        engine.open()
    answers: dict[str, list[tuple[float, int]]] = {form: [] for form in forms}
    count = max(len(queries) for _, queries in forms.values())
    for at in range(0, count, BLOCK):
        for form, (name, queries) in forms.items():
            for query in queries[at : at + BLOCK]:
                started = time.perf_counter()
                hits = engines[name].ask(query)
                answers[form].append((round((time.perf_counter() - started) * 1e3, 4), hits))
    return {form: asked[WARM_UP:] for form, asked in answers.items()}


def memory(folder: str, queries: Sequence[str]) -> float:
    """The megabytes that a searcher for itself adds to Python, after queries of all kinds."""
    before = private_bytes()
    engine = _engine("lunshu", folder)
    engine.open()
    for query in queries:
        engine.ask(query)
    return (private_bytes() - before) / 1e6
