"""Running a program where it may mount file systems that nobody else sees."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.support.command_line import CHECKOUT

_ENTER = (("unshare", "-m"), ("unshare", "-rm"))
"""Ways in: for root, and where the system lets everyone have a namespace of his own."""


def in_a_namespace(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script that mounts; skip the test where nothing may be mounted.

    Modules of the project and of its tests can be imported by what the script starts.
    """
    enter = next((command for command in _ENTER if _may_mount(command)), None)
    if enter is None:
        pytest.skip("neither root nor a namespace of one's own may mount a file system here")
    done = subprocess.run(
        [*enter, "sh", "-ec", script, "sh", *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    )
    assert done.returncode == 0, done.stderr
    return done


def _may_mount(enter: tuple[str, ...]) -> bool:
    try:
        done = subprocess.run(
            [*enter, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        )
    except FileNotFoundError:
        return False
    return done.returncode == 0
