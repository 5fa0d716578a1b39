"""A head while it is being read: what its lines said, and whether the next one fits to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import Any

from indexer.facts.heads.head import HeadLine
from indexer.facts.heads.head_lines import OF_ANYTHING
from indexer.facts.heads.lines import Line, shown_date
from indexer.model.documents import Became
from indexer.text.dates import DateSpan

_NOTICE = re.compile(r"(?:通知|启事|公告|预告|邀请函|邀请信|请柬|议程|日程|安排|公示|通告)$")
"""A text that invites to something: the time in it is that of the event."""

_EVENT_LABELS = ("时间", "日期", "会议时间")


@dataclass(slots=True)
class HeadReading:
    """A head while it is being read.

    Attributes:
        zone: the zone in which timestamps become dates.
        title: the title, as far as it is known.
        facts: what else is known, by the names that `Head` has for it.
        used: the lines that were taken, what each became, and the facts that it gave.
        staying: those of them that are text as well.
        statute: whether one of them says when a statute was passed.
        unsure: the line of a name that may be any word, and `unsure_name` that name.
    """

    zone: tzinfo
    title: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    used: list[tuple[Line, Became, dict[str, str]]] = field(default_factory=list)
    staying: list[Line] = field(default_factory=list)
    statute: bool = False
    unsure: Line | None = None
    unsure_name: str = ""

    def take(self, line: Line) -> bool:
        """Whether `line` belongs to the head; what it says is then known."""
        said = line.read(self.zone)
        if said is not None and self._is_of_page(said):
            said = replace(said, date=None, published=said.date)
        if said is None or not self._fits(said):
            return False
        given = {
            name: getattr(said, name)
            for name in ("date", "published", "occasion", "subtitle", "publisher", "title")
            if getattr(said, name) is not None
        }
        if "publisher" in self.facts:
            given.pop("publisher", None)
        if said.speaker and not said.unsure:
            given["speaker"] = said.speaker
        if said.unsure:
            self.unsure, self.unsure_name = line, said.speaker or ""
        if "title" in given:
            self.title = given["title"]
        self.facts.update(given)
        self.statute = self.statute or (said.became == "date" and said.stays and not said.label)
        if said.text is None or not said.text:
            shown = {name: _shown(value) for name, value in given.items()}
            became: Became = said.became  # type: ignore[assignment]
            self.used.append((line, became, shown))
            if said.stays:
                self.staying.append(line)
        return True

    def _is_of_page(self, said: HeadLine) -> bool:
        """Whether 时间： is when a page was published, since it follows 来源：."""
        if said.date is None or said.published is not None or said.label not in OF_ANYTHING:
            return False
        return bool(self.used) and self.used[-1][1] == "publication"

    def _fits(self, said: HeadLine) -> bool:
        """Whether nothing that `said` says is known already, or says something else."""
        known = self.facts.get("speaker", said.speaker)
        if said.speaker and (known != said.speaker or self.unsure is not None):
            return False
        if said.label in _EVENT_LABELS and _NOTICE.search(self.title or ""):
            return False
        if said.title is not None and self.title is not None:
            return False
        names = ("date", "published", "occasion", "subtitle", "publisher" if said.label else "date")
        if said.stays and said.published is not None and said.label == "":
            # A statute is passed, and amended later: the last of such days is its date.
            known = self.facts.get("published")
            return known is None or said.published.first >= known.first
        return not any(getattr(said, name) is not None and name in self.facts for name in names)

    def settle(self) -> None:
        """Decide about a name that may be any word: it is one beside a date or an occasion."""
        if self.unsure is None:
            return
        dated = any(name in self.facts for name in ("date", "published", "occasion"))
        if dated and "speaker" not in self.facts:
            self.facts["speaker"] = self.unsure_name
            for line, _, shown in self.used:
                if line is self.unsure:
                    shown["speaker"] = self.unsure_name
        else:
            self.used = [one for one in self.used if one[0] is not self.unsure]


def _shown(value: object) -> str:
    if isinstance(value, DateSpan):
        return shown_date(value)
    return str(value)
