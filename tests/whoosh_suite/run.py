"""Runs Whoosh's own tests over our codec: `python -m tests.whoosh_suite.run`.

Whoosh's source archive is fetched from the package index that pip is configured with, or read from
a file that is given as the only argument. `suite.yaml` says which tests run and which of them fail.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.whoosh_suite.column_codec_plugin import SUITE
from tests.whoosh_suite.source_archive import read_archive

CHECKOUT = Path(__file__).parents[2]


def main() -> int:
    """Run the tests; the exit code is pytest's."""
    archive = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        tests = Path(folder)
        unpack_tests(archive, tests)
        return run_tests(tests)


def unpack_tests(archive: Path | None, folder: Path) -> None:
    """Write the files of the archive's folder `tests` into `folder`."""
    with tarfile.open(fileobj=read_archive(archive)) as source:
        for member in source:
            _, _, path = member.name.partition("/tests/")
            content = source.extractfile(member)
            if path and "/" not in path and content is not None:
                (folder / path).write_bytes(content.read())


def run_tests(folder: Path) -> int:
    """Run the modules of the suite in `folder`, away from any other configuration of pytest."""
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\n", "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(CHECKOUT),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTEST_ADDOPTS": "",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-rxX", "-W", "ignore", "-c", str(settings)]
    plugins = ["-p", "tests.whoosh_suite.column_codec_plugin", "-p", "no:cacheprovider"]
    modules: list[str] = SUITE["modules"]
    return subprocess.run(
        [*command, *plugins, *modules], cwd=folder, env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
