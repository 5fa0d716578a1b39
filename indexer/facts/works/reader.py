"""One file of many works: each is a document with its own title and date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from indexer.facts import articles
from indexer.facts.articles.plain import without_rules
from indexer.facts.cleaning import left_out_between
from indexer.facts.heads import NO_HEAD, Head, shown_date
from indexer.facts.heads.titles import joined_title
from indexer.facts.speeches import as_speech
from indexer.facts.speeches.forms import bare_title
from indexer.facts.speeches.turns import with_turns
from indexer.facts.stated import with_stated
from indexer.facts.works.afterwords import without_afterword
from indexer.facts.works.date_lines import date_line, may_be_date, may_be_title
from indexer.facts.works.groups import group_names
from indexer.facts.works.pairs import Start
from indexer.facts.works.parting import Parting, parting_of
from indexer.facts.works.persons import is_body, is_of_others
from indexer.facts.works.volumes import Volume, volume_of
from indexer.formats.blocks import NOTHING_STATED, Block, Content
from indexer.formats.hard_wraps import joined
from indexer.model.documents import Became, Document, Problem, Understood
from indexer.text.folding import HAN
from indexer.value import value
from indexer.wording.said import said

_LONGEST_BYLINE = 30  # characters
_BYLINE = re.compile(
    rf"\s*(?:(?:作者|著者)\s*[：:]\s*)?(?P<name>[{HAN}·]\s?[{HAN}·][{HAN}·\s]{{0,8}}?)\s*(?:著|撰)?\s*"
)


def read(content: Content) -> tuple[Document, ...] | None:
    """The works that a content is, None where it is one document.

    Where several dates stand among its texts and nobody can say what they date, it is one
    document without a date.
    """
    lines = (part.text for block in content.blocks for part in block.parts or (block,))
    if len([*islice(filter(may_be_date, lines), 2)]) < 2:
        return None
    blocks = tuple(_lines_apart(content))
    if not content.marked:
        blocks = without_rules(blocks)
    parting = parting_of(blocks, content.zone)
    if parting.unclear is not None:
        return (_undated(content, blocks, blocks[parting.unclear]),)
    if not parting.starts:
        return None
    if parting.sections:
        return _sections(content, blocks, parting)
    return _Volume(content, blocks, parting).documents()


def _lines_apart(content: Content) -> Iterator[Block]:
    """The blocks; where a paragraph was joined from lines, the dates and what is above them apart.

    A line that a date follows may be its title, which was taken for the end of a paragraph.
    """
    blocks = content.blocks
    dated = [date_line(block.text, content.zone) is not None for block in blocks]
    for place, block in enumerate(blocks):
        before_date = place + 1 < len(blocks) and dated[place + 1]
        parts = block.parts
        if block.level or len(parts) < 2:
            yield block
            continue
        cuts = {
            cut
            for at, part in enumerate(parts)
            if date_line(part.text, content.zone)
            for cut in (at - 1, at, at + 1)
        }
        if before_date and may_be_title(parts[-1].text):
            cuts.add(len(parts) - 1)
        bounds = sorted({0, len(parts), *(cut for cut in cuts if 0 < cut < len(parts))})
        if len(bounds) == 2:
            yield block
            continue
        for begin, end in pairwise(bounds):
            yield joined(parts[begin:end]) if end - begin > 1 else parts[begin]


def _undated(content: Content, blocks: Sequence[Block], unclear: Block) -> Document:
    """`content` as one document of which nothing is dated by a date that stands in it.

    Nor is anybody its speaker who stands beside a date. It is reported where a date seems to be
    that of the file, since it stands above all of the text, or below it.
    """
    document = articles.read_undated(content)
    ends = [*takewhile(lambda block: not is_body(block.text), blocks), blocks[-1]]
    if content.stated.date or not any(date_line(block.text, content.zone) for block in ends):
        return document
    problem = Problem(said("reading.dates", date=unclear.text.strip()), unclear.lines[0])
    return replace(document, problems=(*document.problems, problem))


def _sections(content: Content, blocks: Sequence[Block], parting: Parting) -> tuple[Document, ...]:
    """One work whose sections have dates of their own: each dates the words of its section."""
    dated = [start for start in parting.starts if start.date is not None]
    dropped = {start.dated for start in dated}
    kept = tuple(block for at, block in enumerate(blocks) if at not in dropped)
    (document,) = articles.read(replace(content, blocks=kept))
    begins = [blocks[start.at].lines[0] for start in dated]
    paragraphs = []
    for one in document.paragraphs:
        after = bisect_right(begins, one.known_lines[0])
        date = dated[after - 1].date if after else document.date
        kind = (one.date_kind or "publication") if date else None
        paragraphs.append(
            one if one.role in ("quotation", "note") else replace(one, date=date, date_kind=kind)
        )
    return (replace(document, paragraphs=tuple(paragraphs)),)


@value(frozen=True, slots=True)
class _Part:
    """A part of a file: its head, the blocks of its text, those that are contents."""

    start: Start
    body: Sequence[Block]
    contents: Sequence[Block]
    volume: Volume | None


class _Volume:
    """A file that is parted: its documents in their order."""

    def __init__(self, content: Content, blocks: Sequence[Block], parting: Parting) -> None:
        self._content = content
        self._blocks = blocks
        self._starts = parting.starts
        self._contents = parting.contents
        self._stated, self._problems = with_stated(NO_HEAD, content.stated, content.zone)
        self._authors = frozenset(_authors(content, blocks[: parting.starts[0].at]))

    def documents(self) -> tuple[Document, ...]:
        """The documents, each with the name of its part as group."""
        parts = list(self._parts())
        made = [self._document(part) for part in parts]
        groups = group_names([part.start for part in parts], [one.date for one in made])
        documents: list[Document] = []
        before: tuple[Understood, ...] = ()
        for document, group in zip(made, groups, strict=True):
            understood = (*before, *document.understood)
            before = () if document.paragraphs else understood
            if document.paragraphs:
                documents.append(replace(document, group=group, understood=understood))
        if documents:
            last = without_afterword(documents[-1])
            documents[-1] = replace(last, understood=(*last.understood, *before))
            problems = (*self._content.problems, *self._problems, *documents[0].problems)
            problems = (*problems, *self._unmarked())
            documents[0] = replace(documents[0], problems=problems)
        return tuple(documents)

    def _unmarked(self) -> Iterator[Problem]:
        """That lines may be titles, in one line."""
        titles = [self._blocks[start.at] for start in self._starts if start.unmarked]
        if titles:
            first = titles[0]
            count, title = len(titles), first.text.strip()
            yield Problem(said("reading.unmarked", count=count, title=title), first.lines[0])

    def _parts(self) -> Iterator[_Part]:
        volume = self._named_volume()
        first = self._starts[0].at
        ends = [start.at for start in self._starts[1:]] + [len(self._blocks)]
        if first:
            start = Start(at=0, body=0, work=False)
            yield self._part(start, first, volume)
        for start, end in zip(self._starts, ends, strict=True):
            if not start.work and start.title:
                volume = self._volume(self._blocks[start.title[0]].text) or volume
            yield self._part(start, end, volume)

    def _part(self, start: Start, end: int, volume: Volume | None) -> _Part:
        body: list[Block] = []
        contents: list[Block] = []
        for at in range(start.body, end):
            (contents if at in self._contents else body).append(self._blocks[at])
        return _Part(start, body, contents, volume)

    def _named_volume(self) -> Volume | None:
        """The volume that the file says it is: in its front matter, first lines, or name."""
        stated = self._content.stated.title
        names = [stated.text] if stated else []
        names += [block.text for block in self._blocks[: self._starts[0].at]]
        names.append(self._content.path.rpartition("/")[2].rpartition(".")[0])
        found = (self._volume(name) for name in names if len(name) < 60)
        return next((volume for volume in found if volume), None)

    def _volume(self, text: str) -> Volume | None:
        return volume_of(text, self._authors)

    def _document(self, part: _Part) -> Document:
        start, volume = part.start, part.volume
        document = self._work(part) if start.work else self._rest(part)
        person = (volume.person if volume else None) or self._stated.speaker
        own = start.work and document.title is not None and not is_of_others(document.title)
        if own and person and document.speaker is None:
            document = with_turns(_spoken_by(person, document))
        in_volume = own and volume is not None and document.speaker == volume.person is not None
        if in_volume and volume and document.ground is None and document.title:
            ground = said("reading.speech_in_volume", volume=volume.title)
            document = as_speech(document, bare_title(document.title), ground, dated=True)
        if volume:
            document = _printed_in(volume, document)
        understood = [_understood(one, "contents") for one in part.contents]
        if start.number is not None:
            understood.insert(0, _understood(self._blocks[start.at], "furniture"))
        return replace(
            document,
            publisher=document.publisher or self._stated.publisher,
            understood=(*understood, *document.understood),
        )

    def _work(self, part: _Part) -> Document:
        start = part.start
        at = start.at + (start.number is not None)
        head = self._blocks[at : start.body]
        whole = self._content_of([*head, *part.body])
        document = articles.read_part(whole, start.title[0] - at)
        title = self._title(start)
        same = (document.title or "").startswith(title)
        # A statute was passed on one day and amended later: which counts, its whole head says.
        dated = start.statute or start.date in (None, document.date)
        if document.paragraphs and same and dated:
            return document
        return self._as_it_stands(part, title)

    def _as_it_stands(self, part: _Part, title: str) -> Document:
        """A work of which the head is what was seen when the file was parted."""
        start = part.start
        head = [self._blocks[at] for at in start.title] if not part.body else []
        document = articles.read_body(
            self._content_of([*head, *part.body]), Head(title=title, date=start.date)
        )
        understood = [
            _understood(self._blocks[at], "title", ("title", title)) for at in start.title
        ]
        if start.dated is not None and start.date:
            date = ("date", shown_date(start.date))
            understood.append(_understood(self._blocks[start.dated], "date", date))
        return replace(document, understood=tuple(understood))

    def _rest(self, part: _Part) -> Document:
        """What stands between works, and is no work."""
        title = self._title(part.start) or (part.volume.title if part.volume else None)
        document = articles.read_body(self._content_of(part.body), Head(title=title))
        heads = [
            _understood(self._blocks[at], "title", ("title", title or ""))
            for at in part.start.title
        ]
        return replace(document, understood=tuple(heads))

    def _title(self, start: Start) -> str:
        return joined_title([self._blocks[at].text.strip() for at in start.title])

    def _content_of(self, blocks: Sequence[Block]) -> Content:
        return replace(
            self._content,
            blocks=tuple(blocks),
            stated=NOTHING_STATED,
            problems=(),
            left_out=left_out_between(self._content.left_out, blocks),
        )


def _understood(block: Block, became: Became, *facts: tuple[str, str]) -> Understood:
    return Understood(lines=block.lines, text=block.text.strip(), became=became, facts=facts)


def _spoken_by(person: str, document: Document) -> Document:
    paragraphs = tuple(
        one if one.speaker or one.role == "note" else replace(one, speaker=person)
        for one in document.paragraphs
    )
    return replace(document, speaker=person, paragraphs=paragraphs)


def _printed_in(volume: Volume, document: Document) -> Document:
    paragraphs = tuple(
        one if one.source else replace(one, source=volume.source) for one in document.paragraphs
    )
    return replace(document, paragraphs=paragraphs)


def _authors(content: Content, front: Sequence[Block]) -> Iterator[str]:
    """Who is named as an author before the first work."""
    stated = (content.stated.speaker, content.stated.author, content.stated.publisher)
    for statement in filter(None, stated):
        yield statement.text
    for block in front:
        if len(block.text) <= _LONGEST_BYLINE and (byline := _BYLINE.fullmatch(block.text)):
            yield "".join(byline["name"].split())
