"""The bytes of the article that a user names."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from indexer.errors import SourceError
from searcher.articles import article_file
from searcher.articles.article_file import MOST_BYTES, read_article_file, read_stream


def test_a_file_behind_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"ab")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert read_article_file(tmp_path / "link") == b"ab"


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"ab" * 100_000))
    writer.start()
    assert read_article_file(pipe) == b"ab" * 100_000
    writer.join()


def test_what_cannot_be_opened_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "closed").touch(0)
    refused = [
        (tmp_path, f"{tmp_path}: it is a folder; give a file in it"),
        (
            tmp_path / "no",
            f"{tmp_path}/no: there is no such file; give a file, - for standard input, or --text",
        ),
        (
            tmp_path / "a\0b",
            f"{tmp_path}/a\0b: embedded null byte; make it readable, or give another file",
        ),
        (
            tmp_path / ("长" * 200),
            f"{tmp_path}/{'长' * 200}: File name too long; make it readable, or give another file",
        ),
    ]
    if os.geteuid():
        reason = "Permission denied; make it readable, or give another file"
        refused.append((tmp_path / "closed", f"{tmp_path}/closed: {reason}"))
    for path, message in refused:
        with pytest.raises(SourceError) as error:
            read_article_file(path)
        assert str(error.value) == message


def test_what_has_no_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_BYTES == 64 << 20
    monkeypatch.setattr(article_file, "MOST_BYTES", 3 << 20)
    message = "it has more than 3 MB, which is no article; divide it"
    with pytest.raises(SourceError) as error:
        read_article_file(Path("/dev/zero"))
    assert str(error.value) == f"/dev/zero: {message}"
    with open("/dev/zero", "rb") as zeros, pytest.raises(SourceError, match=message):
        read_stream(zeros, "stdin")


def test_as_much_as_allowed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_file, "MOST_BYTES", 3 << 20)
    (tmp_path / "a").write_bytes(b"a" * (3 << 20))
    assert len(read_article_file(tmp_path / "a")) == 3 << 20


def test_a_closed_standard_input_is_refused() -> None:
    with pytest.raises(SourceError, match="stdin: it is closed; give a file, or --text"):
        read_stream(None, "stdin")
