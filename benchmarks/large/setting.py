"""What is measured on a large corpus, and with what; the corpus is prepared where that is new."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from candidates.asking import Candidate

SCRIPTS = Path(__file__).parent.parent
PEERS = {"tantivy": "tantivy_words", "Whoosh": "whoosh_words", "SQLite FTS5": "fts5_words"}
SLOW = "Whoosh"

Lists = Mapping[str, Sequence[Sequence[str]]]
Figures = dict[str, float | None]


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


@dataclass(frozen=True)
class Setting:
    """What is measured, and with what.

    Attributes:
        folder: the prepared corpus (see `shared_words`); indexes are built beside it.
        text_mb: how long its texts are, in UTF-8.
    """

    folder: Path
    paragraphs: int
    text_mb: float
    lists: Lists
    peers: Sequence[Peer]
    rounds: int

    @property
    def cut(self) -> Path:
        """The file of the shared words."""
        return self.folder / "cut.jsonl"

    @property
    def seeds(self) -> Path:
        """The corpus as a seeds folder."""
        return self.folder / "seeds"

    @property
    def index(self) -> Path:
        """The index that `lunshu index` makes of it."""
        return self.folder / "index"

    def index_of(self, peer: Peer) -> Path:
        """The index of a peer."""
        return self.folder / peer.script


def prepare(
    corpus: Path, work: Path, *, rounds: int, python_of_peers: str, without_slow: bool
) -> Setting:
    """The setting for a corpus, which is folded and cut unless `work` has it already."""
    digest = hashlib.sha256()
    for path in (corpus, SCRIPTS / "shared_words.py", *_deciding()):
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    folder = work / digest.hexdigest()[:12]
    if not (folder / "facts.json").exists():
        say("folding and cutting")
        run_script("shared_words.py", corpus, folder)
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    return Setting(
        folder=folder,
        paragraphs=facts["paragraphs"],
        text_mb=facts["text_bytes"] / 1e6,
        lists=json.loads((folder / "queries.json").read_text("utf-8")),
        peers=tuple(_peers(python_of_peers, without_slow=without_slow)),
        rounds=rounds,
    )


@contextmanager
def opened(script: str, target: Path, python: str = sys.executable) -> Iterator[Candidate]:
    """A candidate that has opened what it answers from."""
    with Candidate(script, python) as candidate:
        candidate.do("open", target=str(target))
        yield candidate


def run_script(name: str, *arguments: object) -> str:
    """Run one of the scripts beside `scale.py`. Returns what it prints."""
    command = [sys.executable, str(SCRIPTS / name), *map(str, arguments)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return run.stdout


def say(text: str) -> None:
    """Tell who waits what is being done."""
    print(f"… {text}", file=sys.stderr, flush=True)


def _deciding() -> Sequence[Path]:
    """The modules of lunshu on which folding and cutting depend."""
    code = "import indexer.folding as a, indexer.simplified as b, indexer.analysis as c\n"
    code += "print(a.__file__, b.__file__, c.__file__, sep='\\n')"
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return [Path(line) for line in printed.splitlines()]


def _peers(python: str, *, without_slow: bool) -> Iterator[Peer]:
    for name, script in PEERS.items():
        version = _version(name, python)
        if name == SLOW and without_slow:
            say(f"{name}: left out, as asked")
        elif version is None:
            say(f"{name}: left out, not installed")
        else:
            yield Peer(name, version, script, python)


def _version(peer: str, python: str) -> str | None:
    """The version of a peer, None where it is not installed."""
    code = f"from importlib.metadata import version; print(version({peer.lower()!r}))"
    if peer == "SQLite FTS5":
        code = "import sqlite3; print(sqlite3.sqlite_version)"
    asked = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return None if asked.returncode else asked.stdout.strip()
