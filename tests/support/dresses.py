"""The book among the seeds in other dresses, each with what a right reading of it gives.

A dress says how headings and notes look, how lines are broken and which marks there are; the words
and the facts are always those of the book. `judged` counts what a reading of a dress got right and
what it got wrong: a fact that is missing is neither.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from indexer.facts import read_documents
from indexer.model.documents import Document, Paragraph
from indexer.sources.source_text import SourceText
from indexer.text.dates import DateSpan
from tests.support.command_line import CHECKOUT

BOOK = "002_a1c1846805ebde20.txt"
HAN = "〇一二三四五六七八九"


@dataclass(frozen=True)
class NoteParts:
    """What stands under a passage of the book."""

    title: str
    date: str
    span: DateSpan | None
    source: str | None
    pages: str | None
    marked: bool = True


@dataclass(frozen=True)
class Passage:
    """A passage of the book: its paragraphs and its note."""

    paragraphs: tuple[str, ...]
    note: NoteParts


@dataclass(frozen=True)
class ChapterOfBook:
    """A chapter: its heading without the number, and its passages."""

    name: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Expected:
    """A paragraph as a right reading has it; `note` is what is written under its passage."""

    text: str
    speech: str
    date: DateSpan | None
    source: str | None
    pages: str | None
    chapter: str | None
    passage: int


def written_date(span: DateSpan) -> str:
    """A date as the book writes it."""
    first, last = span.first, span.last
    start = f"{first.year}年{first.month}月{first.day}日"
    if span.precision == "month":
        return f"{first.year}年{first.month}月"
    if span.days:
        year = f"{last.year}年" if last.year != first.year else ""
        return f"{start}、{year}{last.month}月{last.day}日"
    if first == last:
        return start
    month = f"{last.month}月" if last.month != first.month else ""
    return f"{start}-{month}{last.day}日"


@lru_cache(maxsize=1)
def the_book() -> tuple[ChapterOfBook, ...]:
    """The chapters of the book, by its reading that other tests compare with the file."""
    text = (CHECKOUT / "seeds" / BOOK).read_text("utf-8")
    (document,) = read_documents(SourceText.from_text(BOOK, text))
    chapters: dict[str, dict[int, list[Paragraph]]] = {}
    for one in document.paragraphs:
        if one.role == "speech":
            assert one.chapter is not None
            chapters.setdefault(one.chapter, {}).setdefault(one.passage, []).append(one)
    return tuple(
        ChapterOfBook(name.split("、", 1)[1], tuple(_passage(found) for found in passages.values()))
        for name, passages in chapters.items()
    )


def _passage(found: Sequence[Paragraph]) -> Passage:
    first = found[0]
    assert first.speech is not None
    assert first.date is not None
    bare = first.speech[0] in "在致对" and first.passage % 2 == 0
    note = NoteParts(
        first.speech,
        written_date(first.date),
        first.date,
        first.source,
        first.pages,
        marked=not bare,
    )
    return Passage(tuple(one.text for one in found), note)


# How a note is written

Written = Callable[[NoteParts], str]


def plain_note(note: NoteParts) -> str:
    """TITLE（DATE），SOURCE，第P页, as in the book."""
    source = f"，{note.source}" if note.source else ""
    pages = f"，第{note.pages}页" if note.pages else ""
    return f"{titled(note)}（{note.date}）{source}{pages}"


def titled(note: NoteParts) -> str:
    """The title, in 《》 where the book has them."""
    return f"《{note.title}》" if note.marked else note.title


def with_comma(note: NoteParts) -> str:
    """TITLE，DATE，SOURCE，第P页."""
    source = f"，{note.source}" if note.source else ""
    pages = f"，第{note.pages}页" if note.pages else ""
    return f"{titled(note)}，{note.date}{source}{pages}"


def around(before: str, after: str, of: Written = plain_note) -> Written:
    """A note with something in front of it and behind it."""
    return lambda note: f"{before}{of(note)}{after}"


def with_p(note: NoteParts) -> str:
    """P199 for 第199页."""
    return re.sub(r"第([0-9-]+)页$", r"P\1", plain_note(note))


def with_dash(dash: str) -> Written:
    """Another dash between pages."""

    def write(note: NoteParts) -> str:
        if not note.pages:
            return plain_note(note)
        pages = note.pages.replace("-", dash)
        return plain_note(replace(note, pages=pages))

    return write


def half_width(note: NoteParts) -> str:
    """ASCII's commas and brackets."""
    return plain_note(note).translate(str.maketrans("（），", "(),"))


# How a heading is written

Heading = Callable[[int, str], str]


def numeral(number: int) -> str:
    """A number up to nine."""
    return HAN[number]


def numbered(number: int, name: str) -> str:
    return f"{numeral(number)}、{name}"


def in_brackets(number: int, name: str) -> str:
    return f"（{numeral(number)}）{name}"


def arabic(number: int, name: str) -> str:
    return f"{number}．{name}"


def as_chapter(number: int, name: str) -> str:
    return f"第{numeral(number)}章　{name}"


def unnumbered(_number: int, name: str) -> str:
    return name


# How the whole is laid out


@dataclass(frozen=True)
class Piece:
    """Something on its own: a title, a heading, a paragraph, a note."""

    kind: str
    text: str


Layout = Callable[[Sequence[Piece]], str]


def blank_lines(pieces: Sequence[Piece]) -> str:
    """Plain text, a blank line between any two pieces."""
    return "\n\n".join(piece.text for piece in pieces) + "\n"


def no_blank_lines(pieces: Sequence[Piece]) -> str:
    """Plain text, one line a piece."""
    return "\n".join(piece.text for piece in pieces) + "\n"


def indented(pieces: Sequence[Piece]) -> str:
    """Plain text without blank lines, each paragraph indented."""
    return "\n".join("　　" + p.text if p.kind == "paragraph" else p.text for p in pieces) + "\n"


def on_line_of_text(layout: Layout) -> Layout:
    """Each note behind the last paragraph of its passage, on its line."""

    def lay(pieces: Sequence[Piece]) -> str:
        found: list[Piece] = []
        for piece in pieces:
            if piece.kind == "note" and found and found[-1].kind == "paragraph":
                found[-1] = Piece("paragraph", found[-1].text + piece.text)
            else:
                found.append(piece)
        return layout(found)

    return lay


def wrapped(columns: int) -> Layout:
    """Plain text, hard-wrapped at so many columns, a blank line between pieces."""

    def lay(pieces: Sequence[Piece]) -> str:
        return "\n\n".join("\n".join(_wrap(p.text, columns)) for p in pieces) + "\n"

    return lay


def _wrap(text: str, columns: int) -> list[str]:
    lines, line, width = [], "", 0
    for character in text:
        cells = 1 if character.isascii() else 2
        # A comma or a full stop is squeezed in rather than begin a line.
        if width + cells > columns and character not in "，。、；：？！”》）,":
            lines.append(line)
            line, width = "", 0
        if character == " " and not line and lines:
            continue  # a blank where a line is broken is not written
        line += character
        width += cells
    return [*lines, line]


def markdown(note: str = "{}") -> Layout:
    """Markdown with headings; `note` is the mark-up of a note."""

    def lay(pieces: Sequence[Piece]) -> str:
        forms = {"title": "# {}", "heading": "## {}", "paragraph": "{}", "note": note}
        return "\n\n".join(forms[piece.kind].format(piece.text) for piece in pieces) + "\n"

    return lay


def quoted_markdown(pieces: Sequence[Piece]) -> str:
    """Markdown in which the words are block quotations and the notes stand below them."""
    forms = {"title": "# {}", "heading": "## {}", "paragraph": "> {}", "note": "{}"}
    return "\n\n".join(forms[piece.kind].format(piece.text) for piece in pieces) + "\n"


def html_page(heading: str = "h2", note: str = "<p>{}</p>") -> Layout:
    """HTML with or without heading elements."""

    def lay(pieces: Sequence[Piece]) -> str:
        forms = {
            "title": "<h1>{}</h1>" if heading == "h2" else "<p>{}</p>",
            "heading": f"<{heading}>{{}}</{heading}>",
            "paragraph": "<p>{}</p>",
            "note": note,
        }
        body = "\n".join(forms[p.kind].format(html.escape(p.text, quote=False)) for p in pieces)
        return f"<html><head><title>摘编</title></head><body>\n{body}\n</body></html>\n"

    return lay


def under_its_text(layout: Layout, between: str = "\n") -> Layout:
    """Each note right under the last paragraph of its passage, in the same element."""

    def lay(pieces: Sequence[Piece]) -> str:
        found: list[Piece] = []
        for piece in pieces:
            if piece.kind == "note" and found and found[-1].kind == "paragraph":
                found[-1] = Piece("paragraph", f"{found[-1].text}{between}{piece.text}")
            else:
                found.append(piece)
        return layout(found)

    return lay


def tight_markdown(pieces: Sequence[Piece]) -> str:
    """Markdown without blank lines, one line a piece."""
    forms = {"title": "# {}", "heading": "## {}", "paragraph": "{}", "note": "{}"}
    return "\n".join(forms[piece.kind].format(piece.text) for piece in pieces) + "\n"


def wrapped_markdown(columns: int) -> Layout:
    """Markdown whose paragraphs and notes are hard-wrapped."""

    def lay(pieces: Sequence[Piece]) -> str:
        return markdown()(
            [
                Piece(p.kind, p.text)
                if p.kind in ("title", "heading")
                else Piece(p.kind, "\n".join(_wrap(p.text, columns)))
                for p in pieces
            ]
        )

    return lay


def wrapped_with_indents(columns: int) -> Layout:
    """Plain text, hard-wrapped, without blank lines; paragraphs have an indent."""

    def lay(pieces: Sequence[Piece]) -> str:
        texts = ["　　" + p.text if p.kind == "paragraph" else p.text for p in pieces]
        return "\n".join("\n".join(_wrap(text, columns)) for text in texts) + "\n"

    return lay


def line_breaks(pieces: Sequence[Piece]) -> str:
    """HTML without paragraphs, one line a piece."""
    body = "<br>\n".join(html.escape(piece.text, quote=False) for piece in pieces)
    return f"<html><body>{body}</body></html>\n"


# Other writings of the words themselves

_TRADITIONAL = str.maketrans(
    dict(
        zip(
            "页习发网络讲话会议报读编论坛党开国际电视经济学关于题强国与团结对谈战斗坚决实现说明访问书记贺致辞设"
            "时东变总务业产体问义权东长门车马导员军区进选专种称样类难节图传统华为",
            "頁習發網絡講話會議報讀編論壇黨開國際電視經濟學關於題強國與團結對談戰鬥堅決實現說明訪問書記賀致辭設"
            "時東變總務業產體問義權東長門車馬導員軍區進選專種稱樣類難節圖傳統華為",
            strict=True,
        )
    )
)


def traditional(text: str) -> str:
    """`text` in traditional characters, as far as the small map here goes."""
    return text.translate(_TRADITIONAL)


def han_figures(text: str) -> str:
    """`text` with each run of digits in a date or a page number in Chinese numerals."""

    def figure(found: re.Match[str]) -> str:
        digits, unit = found[1], found[2]
        if unit and unit in "月日期":
            number = int(digits)
            tens, ones = divmod(number, 10)
            ten = "" if not tens else ("十" if tens == 1 else HAN[tens] + "十")
            return ten + ("" if tens and not ones else HAN[ones]) + unit
        return "".join(HAN[int(digit)] for digit in digits) + unit

    return re.sub(r"([0-9]+)([年月日期页]|(?=-)|$)", figure, text)


@dataclass(frozen=True)
class Dress:
    """How the book is written out."""

    name: str
    layout: Layout = blank_lines
    note: Written = plain_note
    heading: Heading | None = numbered
    words: Callable[[str], str] = str
    figures: Callable[[str], str] = str
    speaker: str = ""
    mark: Sequence[str] = ("",)
    title: str | None = "习近平关于网络强国论述摘编"
    only: int | None = None
    suffix: str = "txt"
    plain: bool = True
    """Whether every one of the 307 must be right."""


@dataclass(frozen=True)
class Dressed:
    """A dress as a file, with what stands in it.

    Attributes:
        replaced: the notes that were replaced, each with the number of its passage.
    """

    path: str
    text: str
    expected: tuple[Expected, ...]
    replaced: dict[int, str] = field(default_factory=dict)


def put_on(
    dress: Dress, odd: Callable[[NoteParts, random.Random], str] | None = None, seed: int = 0
) -> Dressed:
    """The book in `dress`; `odd` writes every tenth note or so in a form of its own."""
    chance = random.Random(seed)
    pieces: list[Piece] = []
    expected: list[Expected] = []
    replaced: dict[int, str] = {}
    if dress.title:
        pieces.append(Piece("title", dress.words(dress.title)))
    passage_number = 0
    for number, chapter in enumerate(the_book(), start=1):
        if dress.only not in (None, number):
            continue
        heading = dress.heading(number, dress.words(chapter.name)) if dress.heading else None
        if heading is not None:
            pieces.append(Piece("heading", heading))
        for passage in chapter.passages:
            passage_number += 1
            note = _dressed(passage.note, dress)
            paragraphs = [dress.words(text) for text in passage.paragraphs]
            expected += [
                Expected(
                    text,
                    note.title,
                    note.span,
                    note.source,
                    note.pages,
                    heading,
                    passage_number,
                )
                for text in paragraphs
            ]
            mark = dress.mark[passage_number % len(dress.mark)]
            paragraphs[-1] += mark.format(passage_number % 60 + 1)
            pieces += [Piece("paragraph", text) for text in paragraphs]
            written = dress.words(dress.note(note))
            if odd is not None and chance.random() < 0.1:
                written = replaced[passage_number] = odd(note, chance)
            pieces.append(Piece("note", written))
    text = dress.layout(pieces)
    return Dressed(f"{dress.name}.{dress.suffix}", text, tuple(expected), replaced)


def _dressed(note: NoteParts, dress: Dress) -> NoteParts:
    def write(text: str) -> str:
        return dress.figures(dress.words(text))

    return replace(
        note,
        title=dress.words(note.title),
        date=write(note.date),
        source=write(note.source) if note.source else None,
        pages=dress.figures(note.pages) if note.pages else None,
    )


# What a reading got right


_MARK_BEHIND = re.compile(r"(?:〔[0-9]+〕|\[[0-9]+\]|①)$")


@dataclass
class Judged:
    """How a reading compares with what stands in the dress."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def read_dress(dressed: Dressed) -> Document:
    """The only document in a dress."""
    (document,) = read_documents(SourceText.from_text(dressed.path, dressed.text))
    return document


def judged(document: Document, expected: Iterable[Expected]) -> Judged:
    """What of a reading is right, what is wrong and what is missing.

    A paragraph that a reading cut in two, or joined with its neighbour, is compared with all whose
    words it has. Words that are in none must not be attributed.
    """
    found = Judged()
    truths = list(expected)
    by_text = {_bare(truth.text): truth for truth in truths}
    done: set[str] = set()
    for one in document.paragraphs:
        bare = _MARK_BEHIND.sub("", _bare(one.text))
        truth = by_text.get(bare)
        owners = [truth] if truth else [t for t in truths if _share(bare, _bare(t.text))]
        facts = _facts(one)
        said = {name: fact for name, fact in facts.items() if name != "chapter"}
        if not owners and any(fact is not None for fact in said.values()):
            found.wrong.append(f"nobody's words are attributed: {one.text[:40]} {facts}")
        for owner in owners:
            wanted = _wanted(owner)
            bad = [k for k, value in facts.items() if value is not None and value != wanted[k]]
            found.wrong += [f"{owner.passage} {k}: {facts[k]!r}, not {wanted[k]!r}" for k in bad]
        if truth and one.role == "speech" and facts == _wanted(truth):
            done.add(bare)
    found.right = len(done)
    found.missing = [f"{t.passage}: {t.text[:30]}" for t in truths if _bare(t.text) not in done]
    return found


def _share(one: str, other: str) -> bool:
    return len(one) > 5 and len(other) > 5 and (one in other or other in one)


def _bare(text: str) -> str:
    return "".join(text.split())


def _facts(one: Paragraph) -> dict[str, object]:
    chapter = "".join(one.chapter.split()) if one.chapter else None
    date = one.date if one.date_kind == "speech" else None
    return {
        "speech": one.speech,
        "date": date,
        "source": one.source,
        "pages": one.pages,
        "chapter": chapter,
    }


def _wanted(owner: Expected) -> dict[str, object]:
    return {
        "speech": owner.speech,
        "date": owner.date,
        "source": owner.source,
        "pages": owner.pages,
        "chapter": "".join(owner.chapter.split()) if owner.chapter else None,
    }


BY_MAO = "毛泽东"  # whose words the book has is of no account to its form

DRESSES = (
    Dress("clean"),
    Dress("markdown", markdown(), suffix="md"),
    Dress("markdown-bold-notes", markdown("**{}**"), suffix="md"),
    Dress("markdown-dash-notes", markdown("——{}"), suffix="md"),
    Dress("markdown-quoted-notes", markdown("> {}"), suffix="md"),
    Dress("markdown-quoted-words", quoted_markdown, suffix="md"),
    Dress("markdown-unnumbered", markdown(), heading=unnumbered, suffix="md"),
    Dress("html", html_page(), suffix="html"),
    Dress("html-paragraphs", html_page("p"), suffix="html"),
    Dress("html-right-notes", html_page(note='<p align="right">（{}）</p>'), suffix="html"),
    Dress("headings-in-brackets", heading=in_brackets),
    Dress("headings-arabic", heading=arabic),
    Dress("headings-chapters", heading=as_chapter),
    Dress("headings-unnumbered", heading=unnumbered),
    Dress("no-headings", heading=None),
    Dress("no-headings-no-title", heading=None, title=None),
    Dress("one-chapter", only=6),
    Dress("notes-in-brackets", note=around("（", "）")),
    Dress("notes-in-brackets-commas", note=around("（", "）", with_comma)),
    Dress("notes-in-square-brackets", note=around("【", "】")),
    Dress("notes-behind-dashes", note=around("——", "")),
    Dress("notes-on-the-line", on_line_of_text(blank_lines)),
    Dress("notes-on-the-line-in-brackets", on_line_of_text(blank_lines), around("（", "）")),
    Dress("notes-on-the-line-tight", on_line_of_text(no_blank_lines), around("——", "")),
    Dress("notes-with-full-stop", note=around("", "。")),
    Dress("notes-with-marks", note=around("", "〔12〕")),
    Dress("notes-with-p", note=with_p),
    Dress("notes-with-comma", note=with_comma),
    Dress("notes-from", note=around("摘自", "")),
    Dress("notes-source", note=around("来源：", "")),
    Dress("notes-with-person", note=around("习近平：", "")),
    Dress("notes-double-dash", note=with_dash("——")),
    Dress("half-width", note=half_width),
    Dress("traditional", words=traditional),
    Dress("han-figures", figures=han_figures),
    Dress("marked-passages", mark=("〔{}〕", "[{}]", "①"), plain=False),
    Dress("no-blank-lines", no_blank_lines),
    Dress("indented", indented),
    Dress("markdown-tight", tight_markdown, suffix="md"),
    Dress("markdown-wrapped", wrapped_markdown(60), suffix="md"),
    Dress("markdown-notes-under", under_its_text(markdown()), suffix="md"),
    Dress("notes-under", under_its_text(blank_lines)),
    Dress("html-line-breaks", line_breaks, suffix="html"),
    Dress("html-notes-on-the-line", on_line_of_text(html_page()), suffix="html"),
    Dress("wrapped-with-indents", wrapped_with_indents(40)),
    *(Dress(f"wrapped-{n}", wrapped(n)) for n in (20, 33, 40, 46, 60, 72, 80, 100, 120)),
)


# Notes in forms that nobody foresaw

_LEADS = (
    "",
    "",
    "",
    "（",
    "【",
    "——",
    "—— ",
    "〔",
    "[",
    "● ",
    "* ",
    "注：",
    "按：",
    "见",
    "参看",
    "录自",
    "原文载",
    "转引自",
    "摘自",
    "语出",
    "引文据",
    "《",
    "“",
    "编者据",
    "据",
    "载于",
    "选自某人编",
    "转引自某某回忆录，",
    "全文见",
    "部分内容见",
    "此段见于",
    "又见",
)
_JOINTS = (
    "，",
    " ",
    "：",
    "／",
    "·",
    "｜",
    "；",
    "、",
    "  ",
    "→",
    "--",
    "，时间：",
    "，载",
    " @ ",
    "～",
)
_TAILS = (
    "",
    "",
    "",
    "）",
    "】",
    "〕",
    "]",
    "，有删节",
    "（内部稿）",
    "一文",
    "，下同",
    "等",
    "，未刊",
    "（略）",
    "…",
    "，",
    "之一",
    "（二）",
    "附录",
    "。",
    "，转引。",
    "，编者整理",
    "（据录音）",
    "？",
    " #12",
    "（上）之二",
)


def odd_note(note: NoteParts, chance: random.Random) -> str:
    """A line that looks like a note in some way: short, with a title, a date, a page, brackets."""
    year, *_ = re.split("年", note.date)
    title = chance.choice(
        [
            f"《{note.title}》",
            f"《{note.title[:8]}》",
            f"“{note.title}”",
            note.title[:10],
            f"〈{note.title}〉",
            f"《{note.title}》一文",
            f"关于《{note.title[:12]}》",
            f"{note.title}（摘）",
            "某次讲话",
            "",
        ]
    )
    date = chance.choice(
        [
            note.date,
            f"（{note.date}讲）",
            f"{year}.",
            f"{year}年间",
            f"讲于{note.date}",
            f"[{year}]",
            f"（{note.date}，录音）",
            f"{year}年前后某日",
            f"‘{year[2:]}",
            "同上",
            "",
        ]
    )
    page = chance.choice(
        [
            "第199页起",
            "页一百九十九",
            "p199ff",
            "199页前后",
            "第3卷",
            "卷三，199",
            "第十九版某栏",
            "第 3 册第 9 页以下",
            "",
            "",
        ]
    )
    paper = chance.choice(
        [
            "某报",
            "《人民日报》头版",
            "某刊第九期",
            "人民出版社",
            "内部参考",
            "《某某文集》某卷",
            "网上",
            "",
            "",
        ]
    )
    parts = [part for part in (title, date, paper, page) if part]
    if chance.random() < 0.3:
        chance.shuffle(parts)
    text = chance.choice(_LEADS) + chance.choice(_JOINTS).join(parts) + chance.choice(_TAILS)
    if not _is_notelike(text):
        text = f"——{text}（{note.date}，据记录）"
    return text


def _is_notelike(text: str) -> bool:
    """Whether it has at least one of the signs by which a reader knows a note."""
    return bool(re.search(r"《|[0-9]{4}|页|转引自|^[—（【\[〔]", text))
