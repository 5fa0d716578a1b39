"""A corpus so many times as large: the same records again, with other ids and documents.

    python benchmarks/enlarged.py FOLDER TIMES TARGET

reads what `shared_words.py` wrote into FOLDER and writes into TARGET

    seeds/copyN.jsonl     the records, a file a copy
    folded.txt            the folded texts, a paragraph a line

What it cannot show: the words that a larger real corpus would add, and scores that all differ: a
paragraph of a copy scores as its original does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def write_copy(corpus: Path, target: Path, number: int) -> None:
    """Write the records of a corpus under ids and documents that no other copy has."""
    with corpus.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as copy:
        for line in lines:
            fields = json.loads(line)
            for name in ("id", "doc"):
                if fields.get(name):
                    fields[name] = f"{number}/{fields[name]}"
            copy.write(json.dumps(fields, ensure_ascii=False) + "\n")


def write_folded(cut: Path, target: Path, times: int) -> None:
    """Write the folded texts, a paragraph a line; folding leaves no line break in a text."""
    with cut.open(encoding="utf-8") as lines:
        texts = "".join(json.loads(line)["text"] + "\n" for line in lines)
    with target.open("w", encoding="utf-8") as folded:
        for _ in range(times):
            folded.write(texts)


def main() -> None:
    """Write all copies, the folded texts last."""
    folder, times, target = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    seeds = target / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for number in range(times):
        write_copy(folder / "seeds" / "corpus.jsonl", seeds / f"copy{number}.jsonl", number)
    write_folded(folder / "cut.jsonl", target / "folded.txt", times)


if __name__ == "__main__":
    main()
