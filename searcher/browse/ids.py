"""Takes an id apart and finds the document that its beginning means: `002#12`, `002#12.1`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.errors import PassageIdError
from indexer.wording import listed, say

_ID = re.compile(r"(?P<doc>.*)[#＃](?P<passage>\d+)(?:\.(?P<paragraph>\d+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ParsedId:
    """The parts of an id.

    Attributes:
        doc: the beginning of a document's id.
        passage: the number N of the passage.
        paragraph: the number K of the paragraph in it, where one is named.
    """

    doc: str
    passage: int
    paragraph: int | None


def parse_id(id_: str) -> ParsedId:
    """The parts of `id_`.

    Raises:
        PassageIdError: it has another form.
    """
    match = _ID.fullmatch(id_.strip())
    if match is None:
        raise PassageIdError(say("passages.no_id", id=id_), id=id_)
    paragraph = match["paragraph"]
    return ParsedId(match["doc"], int(match["passage"]), int(paragraph) if paragraph else None)


def resolve_document(prefix: str, docs: Sequence[str], id_: str) -> str:
    """The document id that `prefix` begins, of all `docs`.

    Raises:
        PassageIdError: none begins so, or several do; `id_` is named as the culprit.
    """
    if prefix in docs:
        return prefix
    found = [doc for doc in docs if doc.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise PassageIdError(say("passages.no_document", id=id_, prefix=prefix), id=id_)
    some = listed([*found[:3], *(["…"] if len(found) > 3 else [])])
    raise PassageIdError(
        say("passages.many_documents", id=id_, count=len(found), prefix=prefix, some=some), id=id_
    )
