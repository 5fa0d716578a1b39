"""A program that updates an index on a small disk of its own, with more room on it each time.

    python -m tests.support.full_disk DISK SEEDS

For every trial it prints a line of JSON: how many kilobytes were free, whether the update raised
the error that it should, and what was wrong (null: nothing).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from indexer import IndexStoreError, build_index, update_index
from tests.support.everything_said import said_by
from tests.support.index_folder import strays
from tests.support.one_cutter import share_cutters

STEP_KB = 8


def main(disk: Path, seeds: Path) -> None:
    share_cutters()
    index, ballast, kept = disk / "index", disk / "ballast", disk.parent / "kept"
    update_index(seeds, kept)
    (seeds / "新.txt").write_text("核心技术是国之重器。\n\n要突破核心技术。\n" * 40, "utf-8")
    build_index(seeds, disk.parent / "fresh")
    old, new = said_by(kept), said_by(disk.parent / "fresh")
    free_kb, raised = 0, True
    while raised:
        shutil.rmtree(index, ignore_errors=True)
        shutil.copytree(kept, index)
        fill(ballast, free_kb)
        before = free(disk)
        raised, trouble = False, None
        try:
            update_index(seeds, index)
        except IndexStoreError as exc:
            raised = True
            if "No space left on device" not in str(exc) or str(index) not in str(exc):
                trouble = f"says {exc}"
        if raised and said_by(index) != old:
            trouble = "the old index does not answer"
        if raised and free(disk) < before - 4096:  # who holds the lock is written into its file
            trouble = f"{before - free(disk)} bytes are not given back"
        ballast.unlink()
        update_index(seeds, index)
        if said_by(index) != new or strays(index):
            trouble = f"the next run leaves {strays(index)} or answers otherwise"
        print(json.dumps({"free_kb": free_kb, "raised": raised, "trouble": trouble}))
        free_kb += STEP_KB


def fill(ballast: Path, left_kb: int) -> None:
    """Fill the disk with one file, but for a few kilobytes."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        os.ftruncate(file.fileno(), os.fstat(file.fileno()).st_size - left_kb * 1024)


def free(disk: Path) -> int:
    """How many bytes are free."""
    status = os.statvfs(disk)
    return status.f_bavail * status.f_frsize


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
