"""Finds the passage that an id names, with its neighbours in the document: `002#12`, `002#12.1`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.errors import PassageIdError
from indexer.wording import listed, say
from searcher.answers.hits import plain_hit
from searcher.answers.results import Hit
from searcher.browse.contents import Passage
from searcher.store import Store

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


def find_passage(store: Store, id_: str) -> Passage:
    """The passage that `id_` names.

    Raises:
        PassageIdError: it names no passage, or several documents.
    """
    doc, passage, paragraph = _target(store, id_)
    numbers = store.postings("doc", doc).docs.tolist()
    first = bisect_left(numbers, passage, key=lambda number: store.record(number).passage)
    records = []
    for number in numbers[first:]:
        record = store.record(number)
        if record.passage != passage:
            break
        records.append(record)
    if not records:
        low, high = (store.record(numbers[end]).passage for end in (0, -1))
        raise PassageIdError(
            say("passages.no_passage", id=id_, doc=doc, passage=passage, first=low, last=high),
            id=id_,
        )
    if paragraph is not None and paragraph not in [record.paragraph for record in records]:
        raise PassageIdError(
            say(
                "passages.no_paragraph",
                id=id_,
                passage=passage,
                paragraph=paragraph,
                last=len(records),
            ),
            id=id_,
        )
    end = first + len(records)
    path = next(entry.path for entry in store.catalogue.documents if entry.doc == doc)
    return Passage(
        path=path,
        paragraphs=tuple(map(plain_hit, records)),
        before=_neighbour(store, numbers[:first][-1:]),
        after=_neighbour(store, numbers[end : end + 1]),
    )


def _neighbour(store: Store, numbers: list[int]) -> Hit | None:
    return plain_hit(store.record(numbers[0])) if numbers else None


def _target(store: Store, id_: str) -> tuple[str, int, int | None]:
    """The document, the passage and maybe the paragraph that an id or an alias names."""
    aliased = [store.record(number) for number in store.aliased(id_).tolist()]
    passages = {(record.doc, record.passage) for record in aliased}
    if len(passages) > 1:
        some = listed(record.id for record in aliased[:3])
        raise PassageIdError(
            say("passages.many_passages", id=id_, count=len(passages), some=some),
            id=id_,
        )
    if aliased:
        return (*passages.pop(), None)
    parsed = parse_id(id_)
    docs = [entry.doc for entry in store.catalogue.documents]
    return resolve_document(parsed.doc, docs, id_), parsed.passage, parsed.paragraph
