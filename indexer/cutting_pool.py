"""Cutting in several processes, while this one does something else.

Each process has a thread here that hands it texts and waits for their words. What a process that
is lost was to cut is cut here, so the words are the same whatever happens to processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Lock

from indexer.cutting import CutsWords, Words
from indexer.cutting_processes import CuttingProcess
from indexer.cutting_words import CutTexts, number_words

CHUNK = 1 << 15
"""How many characters a process is handed at once: some hundred paragraphs, which take 30 ms."""


class CuttingPool:
    """Cuts in several processes, which start when there is something to cut.

    Args:
        cutter: cuts here what was handed to a process that is lost.
        whole: words that are never cut, by `cutter` neither.
        count: how many processes.
    """

    def __init__(self, cutter: CutsWords, whole: Iterable[str], count: int) -> None:
        self._cutter = cutter
        self._threads = ThreadPoolExecutor(count, "cutting")
        self._processes = [CuttingProcess(whole) for _ in range(count)]
        self._idle: SimpleQueue[CuttingProcess | None] = SimpleQueue()
        for process in self._processes:
            self._idle.put(process)
        self._left = count
        self._here = Lock()
        self._closed = False

    def begin(self, texts: Sequence[str]) -> Words:
        """Hand `texts` over; what is returned waits for their words."""
        begun = [self._threads.submit(self._cut, chunk) for chunk in chunks(texts)]
        return lambda: [cut.result() for cut in begun]

    def close(self) -> None:
        """End all processes, whatever they do."""
        self._closed = True
        for process in self._processes:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.clear_away()

    def _cut(self, texts: Sequence[str]) -> CutTexts:
        process = self._idle.get()
        if process is None:
            self._idle.put(None)  # for the others, who wait for nothing either
            return self._cut_here(texts)
        try:
            cut = process.cut(texts)
        except Exception:  # if it is the texts' fault, it shows again here
            self._lose_one()
            return self._cut_here(texts)
        self._idle.put(process)
        return cut

    def _lose_one(self) -> None:
        with self._here:
            self._left -= 1
            if not self._left:
                self._idle.put(None)

    def _cut_here(self, texts: Sequence[str]) -> CutTexts:
        with self._here:
            return number_words(() if self._closed else texts, self._cutter.words)


def chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    """`texts` in pieces of at least `CHUNK` characters, but for the last."""
    chunk: list[str] = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
