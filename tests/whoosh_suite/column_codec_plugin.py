"""A pytest plugin under which Whoosh's tests write every index as columns."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
import yaml

SUITE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("suite.yaml").read_text("utf-8"))
"""Which modules run, and which tests are known to fail, by their ids."""


def pytest_configure() -> None:
    """Put our codec and our writer in the place of Whoosh's, before the tests import them."""
    # Whoosh's own modules must have imported what is replaced here.
    import whoosh.codec.memory  # noqa: PLC0415
    import whoosh.codec.whoosh3  # noqa: PLC0415
    import whoosh.index  # noqa: PLC0415
    import whoosh.multiproc  # noqa: PLC0415
    import whoosh.util.numeric  # noqa: PLC0415

    from indexer.whoosh_codec import ColumnCodec, ColumnIndexWriter  # noqa: PLC0415

    class Codec(ColumnCodec):
        def __init__(self, blocklimit: int = 0) -> None:  # noqa: ARG002 (the default codec's)
            super().__init__()

    whoosh_writer = whoosh.index.FileIndex.writer

    def writer(index: Any, procs: int = 1, codec: Any = None, **options: Any) -> Any:
        if procs == 1 and (codec is None or isinstance(codec, ColumnCodec)):
            return ColumnIndexWriter(index, **options)
        return whoosh_writer(index, procs=procs, codec=codec, **options)

    # The processes that write in parallel must have these replacements, too.
    multiprocessing.set_start_method("fork")
    whoosh.index.FileIndex.writer = writer
    whoosh.codec.default_codec = Codec
    whoosh.codec.whoosh3.W3Codec = Codec
    # Tests expect lengths as a byte holds them; ours are exact.
    whoosh.util.numeric.length_to_byte = whoosh.util.numeric.byte_to_length = lambda length: length


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the tests to fail that are known to, and only these."""
    known = SUITE["fails"] | SUITE["may_fail"]
    for item in items:
        reason = known.pop(item.nodeid, None)
        if reason:
            strict = item.nodeid in SUITE["fails"]
            item.add_marker(pytest.mark.xfail(reason=reason, strict=strict))
    if known:
        raise pytest.UsageError(f"suite.yaml names tests that do not exist: {', '.join(known)}")
