"""The text of a web page, saved without its tags: one paragraph a line.

Such a file begins with the page's title, headline and site separated by a mark, and repeats the
headline on a line of its own. Menu, foot and picture file names are not text. A line with a dash in
its middle is a heading, one that begins with a dash a heading below it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from indexer.facts.articles.quotations import read_attribution
from indexer.facts.articles.sections import article_paragraphs
from indexer.facts.heads import completed, read_head
from indexer.facts.site_names import mirror_brand, split_title, without_name
from indexer.facts.speeches import judged
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Became, Document, Understood
from indexer.text.marks import PAUSES, SINGLE_CLOSING, STRAIGHT
from indexer.wording.said import said

_HEADLINE_WITHIN = 20
_MENU_MARKS = ("»", "›", ">")
_PICTURE = re.compile(r"\S.*\.(?:png|jpe?g|gif|bmp|webp|tiff?|svg)", re.IGNORECASE)
_FOOT = re.compile(
    r"网站地图|返回顶部|返回首页|打印本页|关闭窗口|关于我们|联系我们|版权所有.*|(?:(?!ICP备).)*ICP备[^号]*号.*"
)
_DASH = "——"
_LONGEST_NAME = 60
_LONGEST_HEADING = 60
_PUNCTUATION = PAUSES + "”" + SINGLE_CLOSING + STRAIGHT + "."


def read(content: Content) -> tuple[Document, ...] | None:
    """The web page that a content is, None where it is none."""
    found = _title_and_site(content) if not content.marked else None
    if found is None:
        return None
    title, site, headline = found
    brand = mirror_brand(site)
    title = without_name(title, brand) if brand else title
    publisher = None if brand else site
    facts = [("title", title), *([("publisher", publisher)] if publisher else [])]
    first = content.blocks[0]
    told = [_said(first, "title", facts)]
    place = next(at for at, one in enumerate(content.blocks) if one.lines[0] == headline)
    head = read_head(content.blocks, place, titled=place, zone=content.zone)
    head = completed(content.blocks, head, content.path, content.zone)
    told += [one for one in head.used if one.became != "title"]
    used = {content.blocks[at].lines[0] for at in head.dropped - head.titled}
    blocks = list(_blocks(content, headline, brand, used, told))
    paragraphs = article_paragraphs(blocks, head.day, head.speaker, told=told)
    document = Document(
        kind="web-page",
        title=title if brand else head.full_title,
        paragraphs=paragraphs,
        date=head.day,
        publisher=head.publisher or publisher,
        problems=content.problems,
        speaker=head.speaker,
        understood=tuple(told),
    )
    return (judged(document, head, content.stated),)


def _said(
    line: Block,
    became: Became = "furniture",
    facts: Sequence[tuple[str, str]] = (),
    reason: str | None = None,
) -> Understood:
    return Understood(
        lines=line.lines, text=line.text, became=became, facts=tuple(facts), reason=reason
    )


def _title_and_site(content: Content) -> tuple[str, str, int] | None:
    """Headline, site, and the line that repeats the headline."""
    lines = iter(content.blocks)
    first = next(lines, None)
    if first is None:
        return None
    parts = split_title(first.text)
    if parts is None:
        return None
    title, site = parts
    for _, line in zip(range(_HEADLINE_WITHIN), lines, strict=False):
        if line.text.strip() == title:
            return title, site, line.lines[0]
    return None


def _blocks(
    content: Content,
    headline: int,
    brand: str | None,
    used: Collection[int],
    told: list[Understood],
) -> Iterator[Block]:
    """Paragraphs and headings of the page. What is neither is added to `told`.

    Args:
        content: the page.
        headline: the number of the line that is the headline.
        brand: the brand of a mirror, whose name is taken away.
        used: the numbers of the lines that are head.
        told: what was left out.
    """
    lines = list(content.blocks[1:])
    while lines and _FOOT.fullmatch(lines[-1].text.strip()):
        told.append(_said(lines.pop(), reason=said("reading.page_foot")))
    for line in lines:
        number, text = line.lines[0], line.text.strip()
        if number in used:
            continue
        if (fault := _furniture(number, text, headline)) is not None:
            told.append(_said(line, reason=fault))
            continue
        if brand:
            text = without_name(text, brand).strip()
        if text:
            level = _heading_level(text)
            yield Block(text.removeprefix(_DASH) if level else text, line.lines, level)


def _furniture(number: int, text: str, headline: int) -> str | None:
    """Why a line is no text of the page, None where it is."""
    if number == headline:
        return said("reading.title_again")
    if _is_file_name(text):
        return said("reading.picture_name")
    return said("reading.menu") if number < headline and _is_menu(text) else None


def _is_file_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _PICTURE.fullmatch(text) is not None


def _is_menu(text: str) -> bool:
    """Whether `text` is words that marks separate: 首页 > 新闻 > 正文.

    Every blank is beside a mark. A mark may also belong to a word, so the reading is not
    unique: what counts is that there is one.
    """
    if len(text) > _LONGEST_NAME:
        return False
    *before, last = text.split()
    if not before:
        return any(mark in last[1:-1] for mark in _MENU_MARKS)
    # Whether the mark that separates a word from the one before is the beginning of the word.
    openings = {False}
    for word in before:
        openings = {
            not closing
            for opening in openings
            for closing in (False, True)
            if _is_item(word, opening=opening, closing=closing)
        }
    return any(_is_item(last, opening=opening, closing=False) for opening in openings)


def _is_item(word: str, *, opening: bool, closing: bool) -> bool:
    """Whether `word` can be an item of a menu, with marks at its beginning and end or without."""
    if opening and closing and (not word.strip(">") or word in _MENU_MARKS):
        return True  # one mark, with blanks on both sides
    item = word[1:] if opening else word
    item = item[:-1] if closing else item
    return (
        item != ""
        and (not opening or word.startswith(_MENU_MARKS))
        and (not closing or word.endswith(_MENU_MARKS))
    )


def _heading_level(text: str) -> int:
    """1 for 大风泱泱——…, 2 for ——举旗定向, whose dash is the mark of the level; 0 for a paragraph.

    A dash begins list items too, which end in punctuation, and the attributions of quotations.
    """
    if len(text) > _LONGEST_HEADING or text[-1] in _PUNCTUATION or _DASH not in text[:-2]:
        return 0
    if not text.startswith(_DASH):
        return 1
    return 0 if read_attribution(text) else 2
