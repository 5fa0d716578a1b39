"""Where a paragraph stands: chapter or section, printed source with page, lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from searcher.render.visible import visible

if TYPE_CHECKING:
    from searcher.contents import Passage
    from searcher.results import Hit


def provenance(hit: Hit) -> str:
    """The places of `hit` from the widest to the narrowest, in one line."""
    return _joined(*_places(hit), _line_range(hit.lines))


def passage_provenance(passage: Passage) -> str:
    """The places of a whole passage, with the file that its lines are counted in."""
    first = passage.paragraphs[0]
    return _joined(*_places(first), f"{passage.path} {_line_range(passage_lines(passage))}")


def passage_lines(passage: Passage) -> tuple[int, int]:
    """The first and the last line of a passage in its source file."""
    paragraphs = passage.paragraphs
    return (
        min(paragraph.lines[0] for paragraph in paragraphs),
        max(paragraph.lines[1] for paragraph in paragraphs),
    )


def _joined(*parts: str | None) -> str:
    return " · ".join(visible(part) for part in parts if part)


def _places(hit: Hit) -> tuple[str | None, ...]:
    return _kind(hit), hit.chapter, hit.section, _printed_source(hit)


def _kind(hit: Hit) -> str | None:
    """What the words are where they are not those of the speech that heads the hit."""
    if hit.role == "article":
        return "文章"
    if hit.role == "quotation":
        return f"引自《{hit.title}》" if hit.title else "引文"
    return None


def _printed_source(hit: Hit) -> str | None:
    """The publication that the attribution names, with its page."""
    if not hit.source or not hit.pages:
        return hit.source
    comma = "" if hit.source.endswith("》") else "，"
    return f"{hit.source}{comma}第{hit.pages}页"


def _line_range(lines: tuple[int, int]) -> str:
    """`第45行` or `第1030–1036行`."""
    first, last = lines
    return f"第{first}行" if first == last else f"第{first}–{last}行"
