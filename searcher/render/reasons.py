"""The state of an index and the reasons for it, for people.

分词：jieba 0.42.0 → jieba 0.42.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.visible import visible

if TYPE_CHECKING:
    from indexer.report import Reason, State

_NAMED = frozenset(
    (
        "lunshu",
        "reading",
        "python",
        "analyzer",
        "terms",
        "speakers",
        "timezone",
        "limits.file_bytes",
        "limits.paragraph_characters",
        "limits.pieces",
        "limits.field_characters",
        "limits.front_matter_characters",
        "limits.problems",
        "follow_links",
        "seeds",
    )
)
"""What has a name in the catalogues of messages."""

_HASH = 12
"""How much of a hash is shown."""


def state_text(state: State) -> str:
    """The state of an index."""
    return say(f"reports.state.{state}")


def reason_text(reason: Reason) -> str:
    """One reason, in one line."""
    if reason.what == "index":
        return visible(say("reports.reason.index", before=reason.before))
    what = say(f"reports.what.{reason.what}") if reason.what in _NAMED else reason.what
    before, now = (_value(reason.what, value) for value in (reason.before, reason.now))
    return visible(say("reports.reason", what=what, before=before, now=now))


def _value(what: str, value: str) -> str:
    if what in ("terms", "speakers"):
        return value[:_HASH] or say("reports.none")
    if what == "follow_links":
        follows = value == "True"
        return say("reports.yes" if follows else "reports.no")
    return value
