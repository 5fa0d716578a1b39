"""A process that cuts texts for a build, which speaks with it through pipes.

It gets the words that are never cut and says which analyzer it is; then it answers texts with
their words, until nobody asks any more. What goes wrong ends it: the build then cuts the texts
itself, and meets the same.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress

from indexer.analysis import Cutter, analyzer_name
from indexer.cutting_messages import pack_words, receive, send, unpack_texts
from indexer.cutting_words import number_words
from indexer.version import __version__


def greeting() -> bytes:
    """What a process says that cuts as this one does."""
    return f"lunshu {__version__} cuts with {analyzer_name()}\n".encode()


def main() -> None:
    """Cut what comes through standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the build, which then ends this
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but answers
    with suppress(EOFError, BrokenPipeError):  # the build has ended
        cutter = Cutter(unpack_texts(receive(requests, 1)))
        cutter.words("。")  # which loads jieba
        answers.write(greeting())
        answers.flush()
        while True:
            texts = unpack_texts(receive(requests, 1))
            send(answers, pack_words(number_words(texts, cutter.words)))
