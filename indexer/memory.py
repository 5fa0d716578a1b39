"""Memory: enough of it for libraries that raise no error where there is none, and what is in use.

NumPy's linear algebra then prints a message of its own and ends the process with 1, and Rust aborts
it. So before they are loaded the address space is asked for and returned; none of it is touched.
"""

from __future__ import annotations

import gc
import mmap
from collections.abc import Iterator
from contextlib import contextmanager

NUMPY = 96 << 20
"""Bytes of address space that loading NumPy takes: 80 MiB, with OPENBLAS_NUM_THREADS=1."""

RJIEBA = 96 << 20
"""Bytes that loading rjieba and its dictionary takes: 63 MiB stay, and more while it is read."""


def require_memory(size: int) -> None:
    """Check that `size` bytes of address space are available.

    Raises:
        MemoryError: they are not.
    """
    try:
        mmap.mmap(-1, size).close()
    except OSError as exc:
        raise MemoryError from exc


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage in cycles: for making very many objects that are all kept.

    The collector would go through all of them again and again. What is in no cycle is freed as
    ever.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
