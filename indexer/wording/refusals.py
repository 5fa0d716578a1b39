"""What the operating system refuses, in the user's language; Python knows it in English alone."""

from __future__ import annotations

import errno

from indexer.wording.said import said


def refusal(exc: OSError) -> str:
    """Return why the operating system refused, without the name of the file.

    >>> refusal(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    'No such file or directory'
    """
    name = errno.errorcode.get(exc.errno or 0, "")
    try:
        return said(f"system.{name}")
    except KeyError:
        return exc.strerror or str(exc)
