"""Which documents are speeches, and why.

A document is one where it says so itself; where its title has the form of one and its head gives
the day or the speaker, unless the text tells of the speech in the third person; or where it is a
part of a volume of one person's works. Everything else stays an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.facts.heads import Head
from indexer.facts.heads.head_lines import is_byline
from indexer.facts.heads.unlabelled import is_caption
from indexer.facts.notes import read_note
from indexer.facts.speeches.forms import bare_title, speech_form
from indexer.facts.speeches.reports import tells_of
from indexer.facts.speeches.turns import paragraph_turns, with_turns
from indexer.formats.blocks import Stated
from indexer.model.documents import AttributionLine, Document, Paragraph, Understood
from indexer.model.fields import SECTION_SEPARATOR, DateKind
from indexer.text.marks import ROUND_CLOSING, ROUND_OPENING
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.wording.said import Said, said

_YES: Final = ("yes", "y", "true", "1", "是")
_NO: Final = ("no", "n", "false", "0", "否", "不是")
_TYPES: Final = {
    True: "speech speeches address remarks letter talk 讲话 演讲 演说 报告 致辞 致词 发言 "
    "谈话 信 贺信 贺电 回信 书信 电报 指示 批示 讲话稿 演讲稿 领导讲话 重要讲话 讲话全文",
    False: "news report article post page blog 新闻 报道 消息 通讯 评论 社论 文章 综述 "
    "解读 公告 通知 法律 法规",
}
"""What the entry `type` of front matter names, and whether that is a speech."""

_IS_SPEECH: Final = {name: kind for kind, names in _TYPES.items() for name in names.split()}

_LONGEST_ADDED: Final = 40  # characters
_ADDED: Final = re.compile(
    r"\s*[（(【〔]?(?:附录|附件|附[：:]|编后|编者的话|编辑后记|后记$|相关链接|延伸阅读|相关阅读|相关新闻|网友评论)"
)
"""What heads a text that somebody added to a speech."""
_LONGEST_NOTE: Final = 600  # characters of a note of the editor
_EXPLAINS: Final = re.compile(
    r"[〔\[（(*＊\s]*(?:这|本|此|以下)(?:是|篇|文|件|个|次|部|封|份|讲话|报告|信)"
)
_OF_ITSELF: Final = re.compile("[（(](?:本文|此文|本篇|此篇|本件|此件|这篇|编者)")
_OF_KIND: Final = re.compile(
    r"(?:讲话|讲演|演讲|演说|报告|发言|谈话|指示|电报|信|社论|文章|评论|决议|声明|命令|按语|结论|题词|致辞|开幕词|闭幕词)"
    r"(?:的[^。，]{1,12}|提纲|要点)?[。）)]"
)
_PRINTED: Final = re.compile(
    r"[（(](?:原载|刊载|录自|选自|摘自|载于|见于|根据.{1,60}(?:刊印|排印|整理|发表)|.{0,20}(?:刊载|发表|刊印)于|《.*页"
    rf"|《[^《》。]*》[^。]{{0,8}}[{DIGIT}]{{4}}年)"
)
_DATE: Final = re.compile(
    rf"\s*[（(]?[{DIGIT}]{{4}}年[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日[)）]?\s*"
)
"""A day alone: perhaps that of the print."""
_BRACKETS: Final = re.compile(r"\s*[（(].*[)）]\s*", re.DOTALL)
_FIRST_PERSON: Final = re.compile("我|同志们|你们")
_NAMED: Final = re.compile("《[^《》]*》|“[^“”]*”")


def judged(document: Document, head: Head, stated: Stated) -> Document:
    """`document` as a speech, where it is one.

    Args:
        document: an article.
        head: what stands above its text.
        stated: what the file states about itself.
    """
    document = with_turns(document)
    is_one, title = declared(
        stated.speech.text if stated.speech else None, stated.type.text if stated.type else None
    )
    if is_one is False:
        return document
    speech = title or head.title or document.title
    if speech is None:
        return document
    if is_one:
        return as_speech(
            document, bare_title(speech), said("reading.speech_stated"), dated=_dated(head)
        )
    form = speech_form(document.title or "", document.speaker, head.occasion)
    said_by = document.speaker or (head.date if form != "answers" else None)
    if form is None or said_by is None:  # answers are nobody's where none is named
        return document
    texts = [
        one.text
        for one in document.paragraphs
        if one.role == "article" and not is_caption(one.text)
    ]
    if tells_of(texts, document.speaker):
        return document
    key = "reading.speech_dated" if head.date else "reading.speech_spoken"
    ground = said(key, title=bare_title(document.title or speech))
    return as_speech(document, bare_title(document.title or speech), ground, dated=_dated(head))


def declared(speech: str | None, type_: str | None) -> tuple[bool | None, str | None]:
    """Whether a text is said to be a speech, or to be none, and the title of the speech.

    >>> declared("是", None), declared("在会上的讲话", None), declared(None, "报道")
    ((True, None), (True, '在会上的讲话'), (False, None))

    Args:
        speech: the value of the entry `speech`: a title, or yes or no.
        type_: that of `type`: the kind of text.
    """
    if speech is not None:
        word = speech.strip()
        if word.lower() in _NO:
            return False, None
        return True, None if word.lower() in _YES else word
    if type_ is not None:
        words = re.split(r"[、,，/|\s]+", type_.lower())
        kinds = {_IS_SPEECH[word] for word in words if word in _IS_SPEECH}
        if len(kinds) == 1:
            return kinds.pop(), None
    return None, None


def _dated(head: Head) -> bool:
    """Whether the date is that of the words.

    One in a file's name may be that of posting, unless the title stands there, too.
    """
    named = head.date_from == "file name" and any(one.became == "title" for one in head.used)
    return head.date is not None and not named


def as_speech(document: Document, speech: str, ground: Said, *, dated: bool) -> Document:
    """`document` as a speech: its paragraphs are the words of its speaker.

    Quotations with an attribution of their own, notes, and what others ask stay what they are.

    Args:
        document: an article.
        speech: the title of the speech.
        ground: why it is one.
        dated: whether the date is that of the words.
    """
    marked = _with_notes(document.paragraphs, document.speaker)
    after = _after_speech(marked)
    turns = paragraph_turns(marked, document)
    printed, line = _publication(marked)
    paragraphs = tuple(
        _added(one)
        if one.role == "article" and place >= after
        else one
        if one.role != "article"
        else replace(
            one,
            role="speech",
            speech=speech,
            speaker=one.speaker or turn.speaker,
            date_kind=_kind(one, dated=dated),
            source=one.source or (printed.source if printed else None),
            pages=one.pages or (printed.pages if printed else None),
        )
        if turn.own
        else replace(one, speaker=None, date_kind=_kind(one, dated=dated))
        for place, (one, turn) in enumerate(zip(marked, turns, strict=True))
        if one is not line
    )
    understood = document.understood
    if printed and line:
        facts = (("source", printed.source), ("pages", printed.pages))
        told = tuple((name, fact) for name, fact in facts if fact)
        understood = (
            *understood,
            Understood(lines=line.lines, text=line.text, became="publication", facts=told),
        )
    return replace(document, paragraphs=paragraphs, ground=ground, understood=understood)


def _after_speech(paragraphs: Sequence[Paragraph]) -> int:
    """The place of the first paragraph that was added to a speech: an appendix, a comment."""
    for place, one in enumerate(paragraphs[1:], 1):
        section = (one.section or "").rpartition(SECTION_SEPARATOR)[2]
        if _ADDED.match(section) or (len(one.text) <= _LONGEST_ADDED and _ADDED.match(one.text)):
            return place
    return len(paragraphs)


def _publication(
    paragraphs: Sequence[Paragraph],
) -> tuple[AttributionLine, Paragraph] | tuple[None, None]:
    """Where a speech is printed, as the line in brackets below it says, and that line."""
    for one in reversed(paragraphs):
        if one.role != "note" or not one.text.startswith(tuple(ROUND_OPENING)):
            break
        if is_byline(one.text):
            continue
        try:
            note = read_note(one.text)
        except ValueError:
            continue
        if note.source and note.speech is None and note.date is None:
            return note, one
    return None, None


def _kind(one: Paragraph, *, dated: bool) -> DateKind | None:
    return ("speech" if dated else one.date_kind) if one.date else None


def _with_notes(paragraphs: Sequence[Paragraph], speaker: str | None) -> list[Paragraph]:
    """The paragraphs: captions, and at both ends those of the editor, as notes."""
    marked = [
        _as_note(one) if one.role == "article" and is_caption(one.text) else one
        for one in paragraphs
    ]
    bylines = (place for place, one in enumerate(marked[:4]) if not is_byline(one.text))
    first = next(bylines, 0)  # the first paragraph that is no byline
    ends = [*range(first + 1), *range(len(marked) - 1, max(first, len(marked) - 4), -1)]
    for at in ends if len(marked) > 1 else []:
        one = marked[at]
        if one.role != "article":
            continue
        if (
            is_byline(one.text)
            or _DATE.fullmatch(one.text)
            or _is_editors(one.text, speaker, last=at > first)
        ):
            marked[at] = _as_note(one)
        elif at > first:
            break
    return marked


def _added(one: Paragraph) -> Paragraph:
    return replace(one, speaker=None, date=None, date_kind=None)


def _as_note(one: Paragraph) -> Paragraph:
    return replace(one, role="note", speaker=None, date=None, date_kind=None)


def _is_editors(text: str, speaker: str | None, *, last: bool) -> bool:
    """Whether a paragraph is about the text: 这是毛泽东在…上的讲话。, （原载…）."""
    if len(text) > _LONGEST_NOTE or _FIRST_PERSON.search(_NAMED.sub("", text)):
        return False
    named = speaker is not None and speaker in text
    if not last:  # who speaks does not name himself
        return named or (_EXPLAINS.match(text) is not None and bool(_OF_KIND.search(text)))
    bare = text.strip()
    if _PRINTED.match(bare):
        return bare.endswith((*ROUND_CLOSING, "页"))
    explains = _EXPLAINS.match(text) is not None and (named or bool(_OF_KIND.search(text)))
    about = explains or _OF_ITSELF.match(bare) is not None
    return about and _BRACKETS.fullmatch(text) is not None
