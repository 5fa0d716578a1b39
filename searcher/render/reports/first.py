"""Who said it first, for people: that paragraph in full, then one line for each that follows.

27 段 · 2013-12-20 – 2019-10-24

首见  2013-12-20  002#171  对自主创新作出的批示
    我国网络信息领域[核心技术]设备攻关…
    七、加速推动信息领域核心技术突破 · 第1030行

此后
2014-02-27  002#172  在中央网络安全和信息化领导小组第一次会议上的讲话
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.reports.repetitions import INDENT, id_and_date
from searcher.render.text.provenance import headline, only_speaker, provenance
from searcher.render.typeset.characters import text_width, truncate, visible
from searcher.render.typeset.page import Page, marked_lines, painted_lines
from searcher.render.typeset.rows import GAP, WIDEST_FACT, Fact, heading_lines

if TYPE_CHECKING:
    from searcher.answers.first import FirstUse
    from searcher.answers.results import Hit

_NARROWEST = 12


def first_use_lines(first: FirstUse, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of an answer; none where it has no hit.

    Args:
        first: the answer.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    if not first.hits:
        return
    earliest, *others = first.hits
    yield from _first_lines(earliest, page, short)
    if others:
        yield ""
        afterwards = say("repetition.afterwards", count=first.total - 1)
        yield from painted_lines(afterwards, page, page.palette.heading)
    yield from _row_lines(others, only_speaker(first.hits), page, short)
    left = first.total - len(first.hits)
    if left:
        yield ""
        yield from painted_lines(say("repetition.more", count=left), page, page.palette.faint)
    if first.undated:
        yield from painted_lines(
            say("repetition.undated", count=first.undated), page, page.palette.faint
        )


def _first_lines(hit: Hit, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    id_, date = id_and_date(hit, short, page)
    first = say("repetition.first")
    facts = (Fact(first, text_width(first), page.palette.heading), date, id_)
    yield from heading_lines(facts, headline(hit), page, indent=INDENT)
    yield from marked_lines(hit.text, hit.spans, page, indent=INDENT)
    yield from painted_lines(provenance(hit), page, page.palette.faint, indent=INDENT)


def _row_lines(
    hits: Sequence[Hit], speaker: str | None, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    """One line for each hit, in columns; several where an id leaves no room for a title.

    Where all words are those of one `speaker`, whom the first of them names, no line repeats it.
    """
    facts = [id_and_date(hit, short, page) for hit in hits]
    date_width = max((date.width for _, date in facts), default=0)
    id_width = max((id_.width for id_, _ in facts if id_.width <= WIDEST_FACT), default=0)
    room = page.width - date_width - id_width - 2 * len(GAP)
    for hit, (id_, date) in zip(hits, facts, strict=True):
        columns = (
            date._replace(width=date_width),
            id_._replace(width=max(id_.width, id_width)),
        )
        title = visible(headline(hit, named=speaker))
        if room >= _NARROWEST and id_.width <= id_width:
            title = truncate(title, room)
        plain = page._replace(palette=page.palette._replace(heading=""))
        yield from heading_lines(columns, title, plain, indent=INDENT)
