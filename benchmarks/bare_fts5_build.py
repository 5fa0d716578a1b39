"""The bare script over SQLite FTS5, build side: trigrams of characters, a block a paragraph.

Blank lines part blocks. It needs Python's standard library alone and cuts no words.

argv: SEEDS INDEX
"""

import re
import sqlite3
import sys
from pathlib import Path

seeds, target = map(Path, sys.argv[1:3])
target.mkdir(parents=True, exist_ok=True)
database = sqlite3.connect(target / "texts.db")
database.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize='trigram')")
for path in sorted(seeds.iterdir()):
    for number, block in enumerate(re.split(r"\n\s*\n", path.read_text("utf-8"))):
        if block.strip():
            name = f"{path.name[:3]}#{number}"
            database.execute("INSERT INTO texts VALUES (?, ?)", (name, block))
database.commit()
