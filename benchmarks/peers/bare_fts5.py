"""The bare script over SQLite FTS5: trigrams of characters, a paragraph a blank-line block.

    python bare_fts5.py build SEEDS INDEX
    python bare_fts5.py search INDEX QUERY    ten hits with highlights

It needs Python's standard library alone and cuts no words.
"""

import sqlite3
import sys


def build(seeds: str, target: str) -> None:
    """Index every block of every file."""
    import re  # noqa: PLC0415 (a search needs none of it)
    from pathlib import Path  # noqa: PLC0415

    Path(target).mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(target + "/texts.db")
    database.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize='trigram')"
    )
    for path in sorted(Path(seeds).iterdir()):
        for number, block in enumerate(re.split(r"\n\s*\n", path.read_text("utf-8"))):
            if block.strip():
                name = f"{path.name[:3]}#{number}"
                database.execute("INSERT INTO texts VALUES (?, ?)", (name, block))
    database.commit()


def search(target: str, query: str) -> None:
    """Print ten hits."""
    database = sqlite3.connect(target + "/texts.db")
    best = "SELECT id, highlight(texts, 1, '[', ']') FROM texts WHERE texts MATCH ? ORDER BY rank"
    for hit in database.execute(best + " LIMIT 10", (query,)):
        print(*hit)


if __name__ == "__main__":
    {"build": build, "search": search}[sys.argv[1]](*sys.argv[2:])
