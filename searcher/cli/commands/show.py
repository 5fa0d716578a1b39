"""`lunshu show`: one passage in full, with its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering, rows_of
from searcher.cli.parsing import argument
from searcher.render.text.hits import passage_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from searcher.browse.contents import Passage
    from searcher.render.typeset.page import Page


@answering(
    "show",
)
@argument("id_", metavar="ID", type=options.text)
def command(opened: Opened, *, id_: str) -> Answer:
    """Show one passage."""
    passage = opened.searcher.passage(id_)

    def page(page: Page) -> Iterable[str]:
        return passage_lines(passage, page, opened.short_docs(), _named_paragraph(passage, id_))

    return Answer(
        found=True,
        pages={"text": page},
        record=lambda: passage,
        records=lambda: passage.paragraphs,
        rows=rows_of("searcher.answers.results:Hit", passage.paragraphs),
    )


def _named_paragraph(passage: Passage, id_: str) -> int | None:
    """The number of the paragraph of `passage` that `id_` names, None where it names them all."""
    from searcher.browse.passages import parse_id  # noqa: PLC0415

    aliased = (hit.paragraph for hit in passage.paragraphs if hit.alias == id_)
    return next(aliased, None) or parse_id(id_).paragraph
