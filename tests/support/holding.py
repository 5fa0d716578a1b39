"""Processes that write an index, one of which holds on amid it, so that others have to wait."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.command_line import CHECKOUT

HOLDING = """
import sys
from indexer import update_index
from tests.support.one_cutter import share_cutters

share_cutters()
held = []

def hold(progress):
    if not held:
        held.append(progress)
        print(progress.stage, flush=True)
        sys.stdin.readline()

print(update_index(*sys.argv[1:], progress=hold).state)
"""


@contextmanager
def held(seeds: Path, index: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has begun to write the index and goes on when it is sent a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(seeds), str(index)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=_environment(),
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "read\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(CHECKOUT)}


def lunshu_index(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from searcher.cli import main; main()",
            "index",
            *map(str, arguments),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=_environment(),
    )


def wait_until_it_has_open(process: subprocess.Popen[str], path: Path) -> None:
    """Wait until a process that runs has opened a file: it has come so far."""
    folder = Path(f"/proc/{process.pid}/fd")
    while process.poll() is None:
        for link in folder.iterdir():
            try:
                if link.readlink() == path:
                    return
            except FileNotFoundError:
                continue  # closed meanwhile
    pytest.fail(f"it ended without waiting: {process.communicate()}")


LOCKING = """
import sys
from pathlib import Path
from indexer.commits.locking import exclusive
with exclusive(Path(sys.argv[1]), 0):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another(index: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOCKING, str(index)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "held\n"
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()
