"""Writing into files of an index, which are read-only for good reason."""

from __future__ import annotations

from pathlib import Path


def overwrite(path: Path, data: bytes) -> None:
    """Make `data` the content of the file at `path`, in place, whoever runs this."""
    if path.exists():
        writable(path)
    path.write_bytes(data)


def writable(path: Path) -> Path:
    """The file at `path`, which can be written to now."""
    path.chmod(path.stat().st_mode | 0o200)
    return path
