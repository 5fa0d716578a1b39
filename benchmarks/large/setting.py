"""What is measured on a large corpus, and with what; the corpus is prepared where that is new."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from candidates.asking import Candidate
from large.peers import SLOW, Peer
from processes import run_script, say
from shared_filters import Filter

SCRIPTS = Path(__file__).parent.parent

Lists = Mapping[str, Sequence[Sequence[str]]]
Figures = dict[str, float | None]


@dataclass(frozen=True)
class Setting:
    """What is measured at one size of a corpus, and with what.

    Attributes:
        prepared: where the corpus is, folded and cut (see `shared_words`).
        times: the corpus is taken so many times.
        folder: where the indexes of this size are.
        paragraphs: how many there are at this size; likewise `text_mb`, the texts in UTF-8.
        peers: the engines that are installed and can be asked at this size.
        rounds: how often all of it is measured.
    """

    prepared: Path
    times: int
    folder: Path
    paragraphs: int
    text_mb: float
    lists: Lists
    filters: Mapping[str, Filter]
    peers: Sequence[Peer]
    rounds: int

    @property
    def cut(self) -> Path:
        """The file of the shared words, of the corpus taken once."""
        return self.prepared / "cut.jsonl"

    @property
    def seeds(self) -> Path:
        """The corpus as a seeds folder."""
        return self.folder / "seeds"

    @property
    def folded(self) -> Path:
        """The folded texts, a paragraph a line."""
        return self.folder / "folded.txt"

    @property
    def index(self) -> Path:
        """The index that lunshu makes of it."""
        return self.folder / "index"

    def index_of(self, peer: Peer) -> Path:
        """The index of a peer."""
        return self.folder / peer.script


def prepare(corpus: Path, work: Path, *, rounds: int, peers: Sequence[Peer]) -> Setting:
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
    say("drawing queries")
    run_script("shared_queries.py", folder)
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    return Setting(
        prepared=folder,
        times=1,
        folder=folder,
        paragraphs=facts["paragraphs"],
        text_mb=facts["text_bytes"] / 1e6,
        lists=json.loads((folder / "queries.json").read_text("utf-8")),
        filters=json.loads((folder / "filters.json").read_text("utf-8")),
        peers=peers,
        rounds=rounds,
    )


def enlarge(setting: Setting, times: int) -> Setting:
    """The setting with the corpus taken so many times.

    Above one time everything takes so much longer that it is measured in one round, without the
    slow peer.
    """
    folder = setting.prepared / f"times-{times}"
    if not (folder / "folded.txt").exists():
        say(f"taking the corpus {times} times")
        run_script("enlarged.py", setting.prepared, times, folder)
    enlarged = replace(
        setting,
        times=times,
        folder=folder,
        paragraphs=setting.paragraphs * times,
        text_mb=setting.text_mb * times,
    )
    if times == 1:
        return enlarged
    return replace(
        enlarged,
        peers=[peer for peer in setting.peers if peer.name != SLOW],
        rounds=1,
    )


@contextmanager
def opened(
    script: str, target: Path, python: str = sys.executable, **more: object
) -> Iterator[Candidate]:
    """A candidate that has opened what it answers from."""
    with Candidate(script, python) as candidate:
        candidate.do("open", target=str(target), **more)
        yield candidate


def _deciding() -> Sequence[Path]:
    """The modules of lunshu on which folding and cutting depend."""
    code = (
        "import indexer.text.folding as a, indexer.text.simplified as b\n"
        "import indexer.words.analysis as c\n"
    )
    code += "print(a.__file__, b.__file__, c.__file__, sep='\\n')"
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return [Path(line) for line in printed.splitlines()]
