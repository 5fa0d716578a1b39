"""A program that cuts in several processes, says which they are, and goes on until it is ended.

python -m tests.support.cutting_build index SEEDS INDEX: `lunshu index`, whose processes stop when
    they have cut something, so that the build waits for them.
python -m tests.support.cutting_build cut: cuts more than anybody waits for.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from indexer import cutting_pool
from indexer.analysis import Cutter
from indexer.cutting_pool import CuttingPool
from indexer.cutting_processes import CuttingProcess
from indexer.cutting_words import CutTexts
from searcher.cli import main
from tests.support.cutting_collection import cut_soon, draw_texts

COUNT = 2


class Stopping(CuttingProcess):
    """A process that stops when it has cut something."""

    def cut(self, texts: Sequence[str]) -> CutTexts:
        cut = super().cut(texts)
        assert self.pid is not None
        os.kill(self.pid, signal.SIGSTOP)
        print(self.pid, flush=True)
        return cut


def _index(seeds: str, index: str) -> None:
    cutting_pool.CuttingProcess = Stopping  # type: ignore[misc]
    cut_soon()
    sys.argv[1:] = ["index", seeds, "--index", index, "--processes", str(COUNT), "-q"]
    main()


def _cut() -> None:
    pool = CuttingPool(Cutter(), (), COUNT)
    texts = draw_texts(1, 1_000)
    while not all(process.pid for process in pool._processes):
        pool.begin(texts)()
    begun = pool.begin(texts * 1_000)
    for process in pool._processes:
        print(process.pid, flush=True)
    begun()


if __name__ == "__main__":
    {"index": _index, "cut": _cut}[sys.argv[1]](*sys.argv[2:])
