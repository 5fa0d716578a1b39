"""The last step for every document of any kind: no text that steers, none too long.

A format may have unescaped what the file only names (`&#x202e;`), so it is here, when all is read,
that a document becomes safe to show and small enough to keep. Numbers stay those of the file: where
passage 3 is left out, passage 4 is still passage 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter, is_
from typing import Any

from indexer.model.documents import Document, Paragraph, Problem
from indexer.model.fields import TEXT_FACTS
from indexer.model.limits import Limits, exceeded
from indexer.text.controls import without_controls
from indexer.wording.said import Said, said

_SHARED = tuple(name for name in TEXT_FACTS if name != "alias")
_shared_facts = attrgetter(*_SHARED)
_LONGEST_REASON = 600
_LONGEST_QUOTED = 400


def finished(documents: Sequence[Document], limits: Limits) -> tuple[Document, ...]:
    """The documents of one file as they are indexed.

    One of which no paragraph is left gives its problems, and what was understood of it, to the
    first that has some. If there is none, they are all as they are, for their problems.
    """
    every = [_Finisher(limits, _first_line(document)).document(document) for document in documents]
    kept = [document for document in every if document.paragraphs]
    lost = [document for document in every if not document.paragraphs]
    if kept and lost:
        problems = [problem for document in lost for problem in document.problems]
        told = [one for document in lost for one in document.understood]
        kept[0] = replace(
            kept[0],
            problems=(*kept[0].problems, *problems),
            understood=(*kept[0].understood, *told),
        )
    return _with_few_problems(kept or every, limits)


def _with_few_problems(documents: Sequence[Document], limits: Limits) -> tuple[Document, ...]:
    """`documents` with no more problems than allowed, the last of them the number of the others."""
    if sum(len(document.problems) for document in documents) <= limits.problems:
        return tuple(documents)
    done: list[Document] = []
    left = limits.problems
    dropped: list[Problem] = []
    for document in documents:
        dropped += document.problems[left:]
        done.append(replace(document, problems=document.problems[:left]))
        left -= len(done[-1].problems)
    if dropped:
        more = said("limits.problems", count=len(dropped))
        what = said("limits.there_are")
        reason = exceeded(what, more, limits, "problems", remedy="limits.mend_others")
        problems = (*done[-1].problems, Problem(reason, dropped[0].line))
        done[-1] = replace(done[-1], problems=problems)
    return tuple(done)


def _first_line(document: Document) -> int:
    return document.paragraphs[0].known_lines[0] if document.paragraphs else 1


def _are_same(ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> bool:
    return len(ours) == len(theirs) and all(map(is_, ours, theirs))


@dataclass(slots=True)
class _Finisher:
    """Finishes one document, and collects what is left out of it.

    Attributes:
        limits: the limits in force.
        line: the line that problems with the whole document are reported for.
    """

    limits: Limits
    line: int
    problems: list[Problem] = field(default_factory=list)
    _facts: dict[str, str | None] = field(default_factory=dict)
    _plain: tuple[str | None, ...] = ()
    """The facts of the last paragraph of which none was changed: most share them."""

    def document(self, document: Document) -> Document:
        """The document with texts and facts that are safe, and no paragraph that is too long."""
        title = self._fact("title", document.title, self.line)
        publisher = self._fact("publisher", document.publisher, self.line)
        paragraphs = [done for one in document.paragraphs if (done := self._paragraph(one))]
        if len(paragraphs) < len(document.paragraphs):
            paragraphs = _numbered(paragraphs)
        problems = (*document.problems, *self.problems)
        is_kept = title is document.title and publisher is document.publisher and not problems
        if is_kept and _are_same(paragraphs, document.paragraphs):
            return document  # as most are
        return replace(
            document,
            title=title,
            publisher=publisher,
            paragraphs=tuple(paragraphs),
            problems=tuple(Problem(_one_line(one.reason), one.line) for one in problems),
        )

    def _paragraph(self, paragraph: Paragraph) -> Paragraph | None:
        """`paragraph` as it is kept, None where nothing of it is."""
        text = paragraph.text
        text = (text if text.isprintable() else without_controls(text)).strip()
        if not text:
            return None
        if len(text) > self.limits.paragraph_characters:
            reason = exceeded(
                said("limits.paragraph_has"),
                said("limits.characters", count=len(text)),
                self.limits,
                "paragraph_characters",
                remedy="limits.divide_paragraph",
            )
            self.problems.append(Problem(reason, paragraph.known_lines[0]))
            return None
        changes: dict[str, Any] = {} if text == paragraph.text else {"text": text}
        if changes and paragraph.marks:
            changes["marks"] = _marks_in(text, paragraph)
        shared = _shared_facts(paragraph)
        if shared != self._plain:
            changes |= self._changed(_SHARED, shared, paragraph)
            if not changes:
                self._plain = shared
        alias = paragraph.alias
        if alias is not None and not self._is_plain(alias):
            changes |= self._changed(("alias",), (alias,), paragraph)
        return replace(paragraph, **changes) if changes else paragraph

    def _changed(
        self, names: Sequence[str], values: Sequence[str | None], paragraph: Paragraph
    ) -> dict[str, str | None]:
        """Those of some facts of a paragraph that are kept otherwise than they are, by name."""
        changes: dict[str, str | None] = {}
        for name, value in zip(names, values, strict=True):
            fact = None if value is None else self._fact(name, value, paragraph.known_lines[0])
            if fact is not value:
                changes[name] = fact
        return changes

    def _fact(self, name: str, value: str | None, line: int) -> str | None:
        """A fact as it is kept. Most are repeated, and are reported once."""
        if value is None:
            return None
        if self._is_plain(value):
            return value
        if value not in self._facts:
            self._facts[value] = self._new_fact(name, value, line)
        return self._facts[value]

    def _is_plain(self, value: str) -> bool:
        """Whether a fact is kept as it is, as nearly all are."""
        short = len(value) <= self.limits.field_characters
        return short and value.isprintable() and not value.isspace() and value != ""

    def _new_fact(self, name: str, value: str, line: int) -> str | None:
        if len(value) > self.limits.field_characters:
            self.problems.append(Problem(too_long(name, value, self.limits), line))
            return None
        return " ".join(without_controls(value).splitlines()).strip() or None


def _marks_in(text: str, paragraph: Paragraph) -> tuple[tuple[int, str], ...]:
    """The marks of a paragraph whose text is kept as `text`."""
    done: list[tuple[int, str]] = []
    length, at = 0, 0  # of what is kept up to the last mark, and where that mark stands
    for offset, mark in paragraph.marks:
        piece = without_controls(paragraph.text[at:offset])
        length += len(piece if length else piece.lstrip())
        at = offset
        done.append((min(length, len(text)), mark))
    return tuple(done)


def too_long(name: str, value: str, limits: Limits) -> Said:
    """The reason why the value of a field is left out."""
    return exceeded(
        said("limits.field_has", name=name),
        said("limits.characters", count=len(value)),
        limits,
        "field_characters",
        remedy="limits.shorten_field",
    )


def _numbered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs that are left, those of each passage numbered from 1."""
    done: list[Paragraph] = []
    for paragraph in paragraphs:
        same = bool(done) and done[-1].passage == paragraph.passage
        number = done[-1].number + 1 if same else 1
        done.append(paragraph if number == paragraph.number else replace(paragraph, number=number))
    return done


def _one_line(reason: str) -> str:
    """A reason, which may quote the file, in one line that can be read."""
    line = " ".join(without_controls(reason).split())
    if line == reason and len(line) <= _LONGEST_REASON:
        return reason
    if isinstance(reason, Said):  # only what it quotes is too long
        return said(reason.key, **{name: _short(fact) for name, fact in reason.facts.items()})
    return _clipped(reason, _LONGEST_REASON)


def _clipped(text: str, most: int) -> str:
    line = " ".join(without_controls(text).split())
    return line if len(line) <= most else f"{line[:most]}…"


def _short(fact: str | int) -> str | int:
    if isinstance(fact, int):
        return fact
    return _one_line(fact) if isinstance(fact, Said) else _clipped(fact, _LONGEST_QUOTED)
