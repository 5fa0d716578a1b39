"""Lines that name a person or a body, and lines that are text."""

from __future__ import annotations

import re

from indexer.facts.heads.persons import read_person
from indexer.formats.hard_wraps import cells
from indexer.text.typography import ends_sentence

_SENTENCE = 40  # cells
_BODY = re.compile(
    r"\s*(?:中共|中国|中华|国务院|全国|中央|最高人民|[^\s]{2,3}[省市县区]).{0,30}"
    r"(?:委员会|办公厅|国务院|中央|委|部|局|政府|军委|常委会|法院|检察院|总工会)\s*"
)


def is_person(text: str) -> bool:
    """Whether a line may name a person or a body alone, as a byline and a signature do."""
    if len(text) > 60:
        return False
    return read_person(text) is not None or _BODY.fullmatch(text) is not None


def is_body(text: str) -> bool:
    """Whether a line is text: a sentence, an address (同志们：), or a long line."""
    bare = text.strip()
    return ends_sentence(bare) or cells(bare) >= _SENTENCE or bare.endswith(("：", ":", "；", "，"))
