"""Are the words that rjieba finds for lunshu those of jieba?

    python benchmarks/cutters.py CORPUS... [--drawn N] [--record DIR]

Each CORPUS is a file of records (JSON Lines, maybe packed with xz) or a folder of text files. The
texts are folded and parted into runs as jieba parts them; every distinct run is cut by lunshu's
`Cutter` and by jieba as it comes, and so is every text as a whole. N more runs are drawn with a
seed, of characters and words of jieba's dictionary that need not mean anything together. Beside
that stands rjieba with its own model, which lunshu does not use, and how long each takes.

Exit 0 where nothing differs, 1 where something does.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import jieba
import rjieba
from recording import as_list, as_table, describe_run, record
from shared_words import read_texts

from indexer.text.folding import fold
from indexer.words.analysis import Cutter
from indexer.words.dictionary import parse_dictionary, read_dictionary
from indexer.words.terms import RUN, is_word

KINDS = ("Han", "Han, letters and digits", "letters and digits", "with an ASCII mark")
WHOLE = "whole texts"

_RUN = re.compile(f"[{RUN}]+")
_MARK = re.compile(r"[+#&._%\-]")
_LETTER = re.compile("[a-zA-Z0-9]")
_LONGEST = 1_000
"""Longer runs are no sentences, and lunshu cuts them in pieces."""

_SHOWN = 20
_AT_ONCE = 10_000


def main() -> int:
    """Compare, print, and record where that is asked for."""
    options = _options()
    texts = {fold(text) for corpus in options.corpora for text in _texts(corpus)}
    runs = {run for text in texts for run in _RUN.findall(text) if len(run) <= _LONGEST}
    drawn = set(draw_runs(options.drawn)) - runs
    by_jieba = jieba_as_it_comes()
    rows: list[dict[str, object]] = []
    for origin, all_runs in (("corpora", runs), ("drawn", drawn)):
        for kind in KINDS:
            rows.append(
                compare(origin, kind, [r for r in all_runs if kind_of(r) == kind], by_jieba)
            )
    rows.append(compare("corpora", WHOLE, sorted(texts), by_jieba))
    recipe = describe_run()
    summary = f"# lunshu's words beside jieba's\n\n{as_list(recipe)}\n\n{_table(rows)}"
    print(summary)
    if options.record:
        record(options.record, {"recipe": recipe, "rows": rows}, summary)
    return 1 if any(row["unlike jieba"] for row in rows) else 0


def compare(
    origin: str, kind: str, texts: Sequence[str], by_jieba: jieba.Tokenizer
) -> dict[str, object]:
    """How many of `texts` are cut otherwise, and how many seconds each cutter takes for them."""
    cutter = Cutter()
    cutter.words("张三疯")  # which loads all
    unlike: list[str] = []
    unlike_alone = 0
    seconds = Counter[str]()
    for at in range(0, len(texts), _AT_ONCE):
        some = texts[at : at + _AT_ONCE]
        started = time.process_time()
        theirs = [by_jieba.lcut(text) for text in some]
        jiebas = time.process_time()
        ours = cutter.cut(some).of_each()
        done = time.process_time()
        seconds.update(jieba=jiebas - started, lunshu=done - jiebas)
        for text, expected, found in zip(some, theirs, ours, strict=True):
            words = [word for word in expected if is_word(word)]
            if words != found:
                unlike.append(text)
            unlike_alone += words != [word for word in rjieba.cut(text) if is_word(word)]
    for text in unlike[:_SHOWN]:
        print(f"unlike jieba: {text!r}: {cutter.words(text)}", file=sys.stderr)
    return {
        "origin": origin,
        "kind": kind,
        "distinct": len(texts),
        "characters": sum(map(len, texts)),
        "unlike jieba": len(unlike),
        "rjieba alone unlike jieba": unlike_alone,
        "jieba s": round(seconds["jieba"], 2),
        "lunshu s": round(seconds["lunshu"], 2),
    }


def kind_of(run: str) -> str:
    """Which of `KINDS` a run is."""
    if _MARK.search(run):
        return KINDS[3]
    if not _LETTER.search(run):
        return KINDS[0]
    return KINDS[2] if run.isascii() else KINDS[1]


def draw_runs(count: int, seed: int = 1) -> Iterator[str]:
    """Runs of one to fourteen pieces of one to three kinds."""
    draw = random.Random(seed)
    words = [line.split(" ")[0] for line in read_dictionary().decode().splitlines()]
    frequent = "".join(word for word in words if len(word) == 1 and "\u4e00" <= word <= "\u9fd5")
    kinds = (
        lambda: draw.choice(words),
        lambda: draw.choice(frequent),
        lambda: chr(draw.randint(0x4E00, 0x9FD5)),
        lambda: draw.choice("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789"),
        lambda: draw.choice("+#&._%-"),
    )
    for _ in range(count):
        some = draw.choices(kinds, k=draw.randint(1, 3))
        run = "".join(draw.choice(some)() for _ in range(draw.randint(1, 14)))
        if _RUN.fullmatch(run):  # a word of the dictionary holds γ
            yield run


def jieba_as_it_comes() -> jieba.Tokenizer:
    """jieba's own code over its own dictionary, without its cache in the temporary folder."""
    tokenizer = jieba.Tokenizer()
    known = parse_dictionary(read_dictionary())
    assert known
    tokenizer.FREQ, tokenizer.total = known
    tokenizer.initialized = True
    return tokenizer


def _texts(corpus: Path) -> Iterable[str]:
    if corpus.is_dir():
        files = sorted(path for path in corpus.rglob("*") if path.is_file())
        return (line for path in files for line in path.read_text("utf-8").splitlines() if line)
    return read_texts(corpus)


def _table(rows: Sequence[dict[str, object]]) -> str:
    head = list(rows[0])
    return as_table(head, [[row[name] for name in head] for row in rows])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    parser.add_argument("--drawn", type=int, default=200_000, metavar="N")
    parser.add_argument("--record", type=Path, metavar="DIR", help="keep the run in DIR")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
