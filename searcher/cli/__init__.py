"""The command `lunshu`. A command parses its options, calls the library, renders, and says by its
exit code whether anything was found: 0 found, 1 nothing found, 2 error.

Importing this imports nothing heavy. A user at a shell waits for the whole process, so a command,
its part of the library and its rendering are imported when it runs.
"""

from __future__ import annotations

from searcher.cli.program import main

__all__ = ["main"]
