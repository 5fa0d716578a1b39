"""Other engines: which of them are installed, and in which version."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from processes import say

PEERS = {"tantivy": "tantivy_words", "Whoosh": "whoosh_words", "SQLite FTS5": "fts5_words"}
SLOW = "Whoosh"


@dataclass(frozen=True)
class Peer:
    """Another engine that is installed.

    Attributes:
        script: the candidate that asks it, run by `python`.
    """

    name: str
    version: str
    script: str
    python: str


def find_peers(python: str, *, without_slow: bool) -> Iterator[Peer]:
    """The engines that `python` can import.

    Args:
        without_slow: leave out the one that takes minutes to build its index.
    """
    for name, script in PEERS.items():
        version = _version(name, python)
        if name == SLOW and without_slow:
            say(f"{name}: left out, as asked")
        elif version is None:
            say(f"{name}: left out, not installed")
        else:
            yield Peer(name, version, script, python)


def ripgrep_version() -> str | None:
    """The version of ripgrep, None where it is not installed."""
    if shutil.which("rg") is None:
        return None
    asked = subprocess.run(["rg", "--version"], capture_output=True, text=True, check=True)
    return asked.stdout.split()[1]


def _version(peer: str, python: str) -> str | None:
    """The version of a peer, None where it is not installed."""
    code = f"from importlib.metadata import version; print(version({peer.lower()!r}))"
    if peer == "SQLite FTS5":
        code = "import sqlite3; print(sqlite3.sqlite_version)"
    asked = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return None if asked.returncode else asked.stdout.strip()
