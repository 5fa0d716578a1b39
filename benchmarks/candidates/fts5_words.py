"""SQLite FTS5: one contentless table of the shared words."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from serving import Answer, read_cut, serve, size_mb, time_each

_BEST = "SELECT rowid, rank FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10"


class _State:
    database: Any = None


def build(cut: str, folder: str, times: int = 1) -> dict[str, float]:
    """Build the database in an empty folder; joining the words is not counted."""
    texts = [" ".join(words) for _, words in read_cut(cut)] * times
    started = time.perf_counter()
    open_(folder)
    _State.database.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='unicode61')"
    )
    _State.database.executemany("INSERT INTO texts(rowid, text) VALUES(?, ?)", enumerate(texts, 1))
    _State.database.commit()
    return {"seconds": time.perf_counter() - started, "mb": size_mb(folder)}


def open_(target: str) -> None:
    """Open the database."""
    _State.database = sqlite3.connect(Path(target, "words.db"))


def ask(words: list[str]) -> Answer:
    """The best ten for any of the words."""
    asked = " OR ".join(f'"{word}"' for word in words)
    return len(_State.database.execute(_BEST, (asked,)).fetchall()), None


serve({"build": build, "open": open_, "ask": lambda queries: time_each(ask, queries)})
