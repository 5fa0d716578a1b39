"""The commands, one module each: a function from an open collection and its own options to an
answer. `frame` does what they have in common.
"""

from __future__ import annotations

COMMANDS = {
    "search": "searcher.cli.commands.search",
    "explain": "searcher.cli.commands.explain",
    "trace": "searcher.cli.commands.trace",
    "show": "searcher.cli.commands.show",
    "cite": "searcher.cli.commands.cite",
    "similar": "searcher.cli.commands.similar",
    "dupes": "searcher.cli.commands.dupes",
    "first": "searcher.cli.commands.first",
    "list": "searcher.cli.commands.listing",
    "inspect": "searcher.cli.commands.inspect",
    "status": "searcher.cli.commands.status",
    "index": "searcher.cli.commands.index",
}
"""Command name to module; in the order of the help text. Each module has its `command`."""
