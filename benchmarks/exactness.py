"""Does a quoted query find exactly what a plain scan finds? Thousands of them say so.

    python benchmarks/exactness.py CORPUS.jsonl[.xz]

20,000 paragraphs are drawn from the corpus and indexed; 2,000 spans of 2-20 characters are cut from
them as they stand, marks and all. For each the total of the quoted query is compared with the
number of paragraphs whose folded text contains the folded span.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from shared_words import read_texts

from indexer import build_index
from indexer.text.folding import fold
from searcher import escape, open_index

SEED = 3
PARAGRAPHS = 20_000
SPANS = 2_000


def compare(texts: Sequence[str], spans: Sequence[str]) -> dict[str, object]:
    """How many spans were asked for, how many paragraphs found, and which totals differ."""
    with tempfile.TemporaryDirectory() as folder:
        seeds, index = Path(folder, "seeds"), Path(folder, "index")
        seeds.mkdir()
        lines = (json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
        (seeds / "drawn.jsonl").write_text("".join(lines), "utf-8")
        report = build_index(seeds, index)
        if report.paragraphs != len(texts):
            raise RuntimeError(f"{len(texts)} paragraphs became {report.paragraphs}")
        folded = [fold(text) for text in texts]
        found = 0
        differing = []
        with open_index(index) as searcher:
            for span in spans:
                total = searcher.search(escape(span), limit=1).total
                needle = fold(span)
                scanned = sum(needle in text for text in folded)
                found += total
                if total != scanned:
                    differing.append({"span": span, "total": total, "scan": scanned})
    return {
        "paragraphs": len(texts),
        "spans": len(spans),
        "paragraphs found": found,
        "differing": differing,
    }


def draw_spans(texts: Sequence[str], count: int, draw: random.Random) -> list[str]:
    """Spans of 2-20 characters that are more than blanks."""
    spans: list[str] = []
    while len(spans) < count:
        text = draw.choice(texts)
        length = draw.randint(2, 20)
        at = draw.randrange(max(len(text) - length, 0) + 1)
        span = text[at : at + length]
        if fold(span):
            spans.append(span)
    return spans


def main() -> None:
    """Compare, and print the outcome as JSON."""
    draw = random.Random(SEED)
    texts = [text for text in read_texts(Path(sys.argv[1])) if "\n" not in text]
    texts = draw.sample(texts, min(PARAGRAPHS, len(texts)))
    outcome = compare(texts, draw_spans(texts, SPANS, draw))
    print(json.dumps(outcome, ensure_ascii=False))


if __name__ == "__main__":
    main()
