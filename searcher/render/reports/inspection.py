"""What was understood of a file, for people: its head, then what became of each block.

      1     标题    在网络安全和信息化工作座谈会上的讲话
      3     日期    （2016年4月19日）
                    → 日期 2016-04-19
      5–80  段      69 段正文：没有网络安全就没有国家安全，…
    ! 82    未读    转引自1976年4月6日《人民日报》
                    → 像出处，没有读懂

Blocks of one kind that follow each other and of which nothing else is to be said are one line. What
looks like a note and was not read has a mark before it, and a colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from indexer.wording import say
from searcher.render.text.dates import words_date
from searcher.render.text.listing import kind_name
from searcher.render.text.provenance import line_range
from searcher.render.typeset.characters import pad, text_width, truncate, visible
from searcher.render.typeset.page import Page, paint, painted_lines
from searcher.render.typeset.rows import GAP
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.model.documents import Became, Understood
    from indexer.model.inspection import FoundFact, InspectedDocument, Inspection

_RECORDS: Final = "json-lines"
_MOST_OF_RECORDS: Final = 20
"""How many documents that records make up are shown; there may be as many as there are records."""

_FOLDED: Final[Mapping[Became, int]] = {
    "paragraph": 2,
    "note": 2,
    "furniture": 2,
    "contents": 2,
    "left_out": 4,
}
"""From how many on blocks of a kind are one line. One that is missing here never is."""

_SHOWN_FACTS: Final = (
    "title",
    "subtitle",
    "speaker",
    "speech",
    "date",
    "occasion",
    "publication",
    "source",
    "pages",
)
"""The facts that are shown below a block, in their order."""

_WHOLE: Final = ("unread", "title", "subtitle", "occasion")
"""What is shown on as many lines as it takes; of an attribution its facts are."""

_HEAD: Final = ("title", "subtitle", "speaker", "date", "occasion", "publication")


def inspection_lines(inspection: Inspection, page: Page) -> Iterator[str]:
    """The lines of an inspection."""
    yield from painted_lines(visible(inspection.path), page, page.palette.heading)
    of_file = list(_labelled(_of_file(inspection), page))
    yield from of_file
    shown = inspection.documents
    if inspection.format == _RECORDS:
        shown = shown[:_MOST_OF_RECORDS]
    for number, document in enumerate(shown):
        if number or of_file:
            yield ""
        yield from _document_lines(document, inspection, page)
    left = len(inspection.documents) - len(shown)
    if left:
        yield ""
        yield from painted_lines(
            say("inspection.more_documents", count=left), page, page.palette.faint
        )


class _Labelled(NamedTuple):
    """A fact with the name of its label, and how it is coloured."""

    label: str
    text: str
    colour: str = ""


def _labelled(facts: Iterator[_Labelled], page: Page) -> Iterator[str]:
    """Facts after their labels, one below the other."""
    named = [(say(f"inspection.label.{fact.label}"), fact) for fact in facts]
    width = max((text_width(label) for label, _ in named), default=0) + len(GAP)
    for label, fact in named:
        margin = paint(pad(label, width), page.palette.heading)
        for line in wrapped(visible(fact.text), page.width - width):
            yield margin + paint(line, fact.colour)
            margin = " " * width


def _of_file(inspection: Inspection) -> Iterator[_Labelled]:
    """What is known of the file as a whole, where its only document does not say it."""
    if len(inspection.documents) != 1 or inspection.documents[0].group is not None:
        yield _Labelled("kind", kind_name(inspection.format))
        documents = say("inspection.documents", count=len(inspection.documents))
        paragraphs = sum(document.paragraphs for document in inspection.documents)
        counted = say("inspection.paragraphs", count=paragraphs)
        yield _Labelled("contents", f"{documents} · {counted}")
    for name, count in inspection.ignored:
        yield _Labelled("ignored", say("inspection.ignored", name=name, count=count))
    for problem in inspection.problems:
        yield _Labelled("problem", say("reading.at_line", line=problem.line, reason=problem.reason))


def _document_lines(
    document: InspectedDocument, inspection: Inspection, page: Page
) -> Iterator[str]:
    yield from _labelled(_of_document(document, inspection, page), page)
    if document.blocks:
        yield ""
        yield from _block_lines(document.blocks, page)


def _of_document(
    document: InspectedDocument, inspection: Inspection, page: Page
) -> Iterator[_Labelled]:
    """The facts about a document, and where each was found."""
    if document.group is not None:
        yield _Labelled("document", document.group, page.palette.id)
    kind, format_ = kind_name(document.kind), kind_name(inspection.format)
    if kind != format_:
        kind = say("inspection.kind_of", kind=kind, format=format_)
    if document.group is None:
        yield _Labelled("kind", kind)
    found = {fact.name: fact for fact in document.found}
    date = document.date
    known = {
        "title": document.title,
        "speaker": document.speaker,
        "date": date and words_date(date.first, date.last, date.precision, date.days),
        "publication": document.publisher,
    }
    for name in _HEAD:
        fact = found.get(name)
        value = known.get(name) or (fact.value if fact and name not in known else None)
        if value is not None:
            yield _Labelled(name, _with_place(value, fact))
        elif name in ("title", "speaker", "date"):
            yield _Labelled(name, say("inspection.unknown"), page.palette.faint)
    yield _Labelled("speech", _speech(document))
    yield _Labelled("contents", _counts(document))
    if document.unread:
        yield _Labelled(
            "unread", say("inspection.unread", count=document.unread), page.palette.found
        )


def _with_place(value: str, fact: FoundFact | None) -> str:
    if fact is None:
        return value
    place = line_range(fact.lines) if fact.lines else say("inspection.file_name")
    return say("inspection.fact", value=value, place=place)


def _speech(document: InspectedDocument) -> str:
    if document.ground is None:
        return say("inspection.no_speech")
    return say("inspection.speech", ground=document.ground)


def _counts(document: InspectedDocument) -> str:
    counts = [say("inspection.paragraphs", count=document.paragraphs)]
    if document.passages:
        counts.append(say("inspection.passages", count=document.passages))
    if document.speeches:
        counts.append(say("inspection.speeches", count=document.speeches))
    return " · ".join(counts)


class _Row(NamedTuple):
    """A line of the account.

    Attributes:
        lines: which physical lines it is about.
        became: what these became.
        text: what stands there, or how many there are.
        below: what is said of it in further lines.
        is_whole: whether all of the text is shown, on as many lines as it takes.
    """

    lines: str
    became: Became
    text: str
    below: str = ""
    is_whole: bool = False


def _block_lines(blocks: Sequence[Understood], page: Page) -> Iterator[str]:
    rows = list(_rows(blocks))
    names = {became: say(f"inspection.became.{became}") for became in {row.became for row in rows}}
    titles = say("inspection.head.lines"), say("inspection.head.became")
    of_lines = max(text_width(text) for text in (titles[0], *(row.lines for row in rows)))
    of_names = max(map(text_width, (titles[1], *names.values())))
    yield paint(
        f"  {pad(titles[0], of_lines)}{GAP}{pad(titles[1], of_names)}{GAP}"
        + say("inspection.head.text"),
        page.palette.faint,
    )
    indent = 2 + of_lines + len(GAP) + of_names + len(GAP)
    room = page.width - indent
    for row in rows:
        colour = _colour(row.became, page)
        strikes = row.became == "unread"
        lines = pad(row.lines, of_lines)
        name = pad(names[row.became], of_names)
        margin = (
            paint("! ", page.palette.found if strikes else "")
            + paint(lines, page.palette.id)
            + GAP
            + paint(name, colour)
            + GAP
            if strikes
            else f"  {paint(lines, page.palette.id)}{GAP}{paint(name, colour)}{GAP}"
        )
        shown = visible(row.text)
        for line in wrapped(shown, room) if row.is_whole else [truncate(shown.strip(), room)]:
            yield (margin + paint(line, colour)).rstrip()
            margin = " " * indent
        if row.below:
            below = page.palette.found if strikes else page.palette.date
            for line in wrapped(visible(row.below), room):
                yield " " * indent + paint(line, below)


def _colour(became: Became, page: Page) -> str:
    if became == "unread":
        return page.palette.found
    if became in ("furniture", "contents", "left_out"):
        return page.palette.faint
    return page.palette.heading if became in ("title", "heading") else ""


def _rows(blocks: Sequence[Understood]) -> Iterator[_Row]:
    """The lines of the account, those of one kind that follow each other as one."""
    for (became, run, reason), group in groupby(blocks, _kind):
        same = list(group)
        least = _FOLDED.get(became)
        if least is not None and len(same) >= least:
            count = say(f"inspection.run.{run}", count=len(same))
            text = say("inspection.run", run=count, text=same[0].text)
            yield _Row(_span(same), became, text, _because(became, reason))
        else:
            yield from map(_row, same)


def _kind(block: Understood) -> tuple[Became, str, str | None]:
    """What blocks have in common that are one line."""
    facts = dict(block.facts)
    role = facts.get("role", "article")
    is_plain = block.became == "paragraph" and "records" not in facts
    run = role if is_plain and role != "article" else block.became
    return block.became, run, block.reason


def _span(blocks: Sequence[Understood]) -> str:
    lines = [block.lines for block in blocks if block.lines]
    if not lines:
        return ""
    return _numbers((min(first for first, _ in lines), max(last for _, last in lines)))


def _numbers(lines: tuple[int, int]) -> str:
    first, last = lines
    return str(first) if first == last else f"{first}–{last}"


def _row(block: Understood) -> _Row:
    facts = dict(block.facts)
    text = block.text
    if "records" in facts:
        text = say("inspection.records", **facts, text=text)
    shown: dict[str, str] = {}  # by the value: what is a subtitle and an occasion is said once
    for name in _SHOWN_FACTS:
        if name in facts and facts[name] != text.strip():
            shown.setdefault(facts[name], name)
    gave = [
        say("inspection.gave.fact", name=say(f"inspection.fact.{name}"), value=value)
        for value, name in shown.items()
    ]
    below = say("inspection.gave", facts=" · ".join(gave)) if gave else ""
    because = _because(block.became, block.reason)
    return _Row(
        lines=_numbers(block.lines) if block.lines else "",
        became=block.became,
        text=text,
        below=because or below,
        is_whole=block.became in _WHOLE,
    )


def _because(became: Became, reason: str | None) -> str:
    """Why a block was left out or not read; empty where it was neither, or is what it seems."""
    if reason is not None:
        return say("inspection.because", reason=reason)
    if became == "unread":
        return say("inspection.because", reason=say("inspection.may_be_note"))
    if became == "left_out":
        return say("inspection.because", reason=say("inspection.no_reason"))
    return ""
