"""The state of an index and the reasons for it, for people.

分词：jieba 0.42.0 → jieba 0.42.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.typeset.visible import visible

if TYPE_CHECKING:
    from indexer.model.report import Reason, State

_HASH = 12
"""How much of a hash is shown."""


def state_text(state: State) -> str:
    """The state of an index."""
    return say(f"reports.state.{state}")


def reason_text(reason: Reason) -> str:
    """One reason, in one line."""
    if reason.what == "index":
        return visible(say("reports.reason.index", before=reason.before))
    before, now = (_value(reason.what, value) for value in (reason.before, reason.now))
    return visible(say("reports.reason", what=_what(reason.what), before=before, now=now))


def _what(name: str) -> str:
    """What has changed, as the catalogues of messages call it if they do."""
    try:
        return say(f"reports.what.{name}")
    except KeyError:
        return name


def _value(what: str, value: str) -> str:
    if what in ("terms", "speakers"):
        return value[:_HASH] or say("reports.none")
    if what == "follow_links":
        follows = value == "True"
        return say("reports.yes" if follows else "reports.no")
    return value
