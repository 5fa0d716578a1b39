"""The bare script over SQLite FTS5, query side: ten hits with highlights. argv: INDEX QUERY"""

import sqlite3
import sys

database = sqlite3.connect(sys.argv[1] + "/texts.db")
best = "SELECT id, highlight(texts, 1, '[', ']') FROM texts WHERE texts MATCH ? ORDER BY rank"
found = database.execute(best + " LIMIT 10", (sys.argv[2],))
for hit in found:
    print(*hit)
