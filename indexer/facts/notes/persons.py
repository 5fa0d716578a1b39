"""Whose words a note or a title names: a person, without the office behind the name.

    >>> person_in("习近平总书记"), person_in("毛主席"), person_in("编者")
    ('习近平', '毛泽东', None)

Only a name that has the form of one is a person: a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.facts.heads.persons import is_name, read_person
from indexer.facts.people import CALLED

_CALLED: Final = {
    **CALLED,
    "马克思、恩格斯": "马克思、恩格斯",
    "马克思和恩格斯": "马克思、恩格斯",
}
"""Forms of address that mean one person alone, and two who wrote together."""

PERSON: Final = rf"(?:{'|'.join(_CALLED)}|[\u4e00-\u9fff]{{2,10}}?)"
"""What may name a person before a title: the inside of a regular expression."""

_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8}){1,3}")
_NO_NAME = re.compile("[版社报刊年月日页栏书第之集卷章节会讲话号据见某]")
_LONGEST_BOOK = 40  # characters
_BOOKS = ("摘编", "语录", "选编", "言论集", "文选", "选集", "文集", "汇编", "论述")
_ABOUT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,5}?)"
    r"(?:同志)?(?:关于|论(?!坛|文)|语录|著作|文选|选集|文集|讲话|言论|书信|论述|谈(?!判)|重要)"
)


def person_in(text: str) -> str | None:
    """The person that all of `text` names, None where it names none."""
    if text in _CALLED:
        return _CALLED[text]
    if _FOREIGN.fullmatch(text) and not _NO_NAME.search(text):
        return text
    person = read_person(text)
    return person.name if person else None


def person_of_title(title: str | None) -> str | None:
    """The person whose words the title of a compendium says it has.

    >>> person_of_title("习近平关于网络强国论述摘编"), person_of_title("毛主席语录")
    ('习近平', '毛泽东')
    >>> person_of_title("某同志论粮食与耕地摘编") is None
    True
    """
    found = _ABOUT.match(title or "")
    if found is None:
        return None
    name = found["name"]
    return _CALLED.get(name) or (name if is_name(name) else None)


def is_book_title(text: str) -> bool:
    """Whether a line is the title of a book of one person's words: 毛主席语录.

    >>> is_book_title("毛主席语录"), is_book_title("论语录体的写法")
    (True, False)
    """
    bare = text.strip().strip("《》")
    return (
        len(bare) <= _LONGEST_BOOK and bare.endswith(_BOOKS) and person_of_title(bare) is not None
    )
