"""Runs the checks of `scripts/check`, and stops at the first that fails."""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

from scripts.changed_tests import changed_files, find_tests

CHECKOUT: Final = Path(__file__).resolve().parent.parent


def main() -> None:
    """Check, and end with the exit code of what failed."""
    parser = argparse.ArgumentParser(prog="scripts/check", description="Check what has changed.")
    parser.add_argument("--since", default="origin/main", metavar="REF", help="compare with REF")
    parser.add_argument("--all", action="store_true", help="run all quick tests")
    given = parser.parse_args()
    try:
        tests = [] if given.all else find_tests(changed_files(CHECKOUT, given.since), CHECKOUT)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.stderr.strip()}: name a commit to compare with, as --since main")
    run("ruff", "check", ".")
    run("ruff", "format", "--check", ".")
    run("mypy")
    run("lint-imports")
    if tests is not None:
        run("pytest", "-q", *tests)


def run(tool: str, *arguments: str) -> None:
    """Run a tool of this environment, from the root of the checkout."""
    print(f"\n== {shlex.join((tool, *arguments))}", flush=True)
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    done = subprocess.run(command, check=False, cwd=CHECKOUT)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
