"""What all candidates share: the paragraphs, folded and cut into words.

    python benchmarks/shared_words.py CORPUS.jsonl[.xz] FOLDER

writes into FOLDER

    seeds/corpus.jsonl    the records that have a text
    cut.jsonl             their texts, folded, and the words of these: {"text", "words"}
    facts.json            how many paragraphs there are, and how long their texts are

So cutting is part of no comparison. Texts are folded as lunshu
does and cut by jieba's precise mode.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from indexer.text.controls import without_invisible
from indexer.text.folding import fold
from indexer.words.analysis import Cutter


def open_corpus(corpus: Path) -> IO[str]:
    """The lines of a corpus, which may be packed."""
    if corpus.suffix == ".xz":
        return lzma.open(corpus, "rt", encoding="utf-8")
    return corpus.open(encoding="utf-8")


def read_texts(corpus: Path) -> Iterator[str]:
    """The text of every record of a corpus that has one, without invisible characters."""
    return (text for _, text in _records(corpus))


def cut_corpus(corpus: Path, cut: Path) -> dict[str, int]:
    """Fold and cut every text. Returns how many there are, and their size in UTF-8 as they came."""
    cutter = Cutter()
    paragraphs = size = 0
    with cut.open("w", encoding="utf-8") as file:
        for text in read_texts(corpus):
            folded = fold(text)
            fields = {"text": folded, "words": cutter.words(folded)}
            file.write(json.dumps(fields, ensure_ascii=False) + "\n")
            paragraphs += 1
            size += len(text.encode())
    return {"paragraphs": paragraphs, "text_bytes": size}


def _records(corpus: Path) -> Iterator[tuple[str, str]]:
    """The lines of the records that have a text, and the texts."""
    with open_corpus(corpus) as file:
        for line in file:
            text = without_invisible(json.loads(line).get("text") or "").strip()
            if text:
                yield line, text


def main() -> None:
    """Write all files, the facts last."""
    corpus, folder = map(Path, sys.argv[1:])
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    with (folder / "seeds" / "corpus.jsonl").open("w", encoding="utf-8") as unpacked:
        unpacked.writelines(line for line, _ in _records(corpus))
    facts = cut_corpus(corpus, folder / "cut.jsonl")
    (folder / "facts.json").write_text(json.dumps(facts), "utf-8")


if __name__ == "__main__":
    main()
