"""Corpora of records: one that is given becomes a source folder, else one is made up.

    python benchmarks/corpora.py CORPUS.jsonl PARAGRAPHS

makes one up: Chinese words in no sensible order. They are drawn from jieba's dictionary by its
frequencies, which fall as Zipf's law says; each document has a few subjects of its own that come
again and again. Documents, chapters, articles and dates look like those of laws. What it cannot
show: phrases that many texts share, and grammar.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
from itertools import accumulate
from pathlib import Path
from typing import IO

SEED = 20
_A_DOCUMENT = 97
_A_CHAPTER = 12
_SUBJECTS = 30
_SUBJECT_SHARE = 0.15
_NUMERALS = "一二三四五六七八九十"


def write_seeds(corpus: str, seeds: str, times: int = 1) -> int:
    """Write the records of a corpus that have a text as a source folder, a file a copy.

    Each copy but the first has other ids and documents. That shows what more postings and more text
    cost; it cannot show the words that a larger real corpus would add, and every paragraph of a
    copy scores as its original does.

    Args:
        corpus: JSON Lines, records as lunshu reads them; the file may be packed with xz.
        times: the number of copies.

    Returns:
        The size of all texts, in bytes of UTF-8.
    """
    from indexer.text.controls import without_invisible  # noqa: PLC0415 (others need no lunshu)

    Path(seeds).mkdir(parents=True)
    size = 0
    for number in range(times):
        with (
            _opened(Path(corpus)) as lines,
            Path(seeds, f"corpus-{number}.jsonl").open("w", encoding="utf-8") as copy,
        ):
            for line in lines:
                fields = json.loads(line)
                text = fields.get("text") or ""
                if not without_invisible(text).strip():
                    continue
                size += len(text.encode())
                for name in ("id", "doc"):
                    if number and fields.get(name):
                        fields[name] = f"{number}/{fields[name]}"
                copy.write(json.dumps(fields, ensure_ascii=False) + "\n")
    return size


def _opened(corpus: Path) -> IO[str]:
    if corpus.suffix == ".xz":
        return lzma.open(corpus, "rt", encoding="utf-8")
    return corpus.open(encoding="utf-8")


def write_corpus(path: Path, paragraphs: int) -> None:
    """Write made-up paragraphs as JSON Lines, the same each time."""
    draw = random.Random(SEED)
    words, sums = _vocabulary()
    with path.open("w", encoding="utf-8") as file:
        for document in range(-(-paragraphs // _A_DOCUMENT)):
            subjects = draw.choices(words, k=_SUBJECTS)
            date = f"{draw.randint(1980, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            title = "".join(subjects[:4]) + "条例"
            first = document * _A_DOCUMENT
            for number in range(min(_A_DOCUMENT, paragraphs - first)):
                chapter, article = number // _A_CHAPTER, number + 1
                fields = {
                    "id": f"made-{document}-{number}",
                    "doc": f"made-{document}",
                    "title": title,
                    "date": date,
                    "chapter": f"第{_NUMERALS[chapter]}章 {subjects[chapter]}",
                    "article": f"第{article}条",
                    "text": f"第{article}条 {_text(draw, words, sums, subjects)}",
                }
                file.write(json.dumps(fields, ensure_ascii=False) + "\n")


def _vocabulary() -> tuple[list[str], list[int]]:
    """The words of jieba's dictionary, and the running sums of their frequencies."""
    import jieba  # noqa: PLC0415 (who has a corpus needs none)

    frequencies, _ = jieba.Tokenizer().gen_pfdict(jieba.get_dict_file())
    known = {word: count for word, count in frequencies.items() if count and word.isalpha()}
    return list(known), list(accumulate(known.values()))


def _text(draw: random.Random, words: list[str], sums: list[int], subjects: list[str]) -> str:
    """One to four sentences."""
    length = max(6, int(draw.gammavariate(1.6, 17)))
    drawn = draw.choices(words, cum_weights=sums, k=length)
    text = [
        subject if draw.random() < _SUBJECT_SHARE else word
        for word in drawn
        for subject in [draw.choice(subjects)]
    ]
    for at in range(7, length - 1, 8):
        text[at] += "，" if draw.random() < 0.8 else "。"
    return "".join(text) + "。"


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
