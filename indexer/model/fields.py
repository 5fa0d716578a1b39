"""The fields of a paragraph, each in one row; everything that knows of fields derives from these.

A row defines how a field is stored and indexed, its names in queries, and whether it is a filter.
From the rows come the schema and the columns of a segment, the deep check, the clauses of a query,
filters and options, the boosts of ranking, and JSON. The name of a field in results is a message
(`fields`), else its name in queries.

A fact that reading finds is declared once with its row, in `Facts`, of which `Paragraph` and
`Record` are made. To add one is to add a line there, and nothing elsewhere; records of JSON Lines
then have it, too:

    venue: str | None = field(default=None, metadata=_row(kind="text", alias="地点"))

    >>> [row.name for row in LEADING]
    ['speech', 'title', 'section', 'chapter', 'source', 'speaker']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from inspect import cleandoc
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, get_args

from indexer.text.dates import Precision
from indexer.value import value
from indexer.wording import brief, listed, say

Role = Literal["speech", "quotation", "article", "note"]
"""speech: attributed words, in a compendium or as a whole speech. quotation: a quoted paragraph
with its own attribution in an article. note: the editor's apparatus, which is nobody's words.
article: everything else."""

ROLES: Final[Mapping[str, float]] = {"speech": 1.0, "quotation": 0.9, "article": 0.9, "note": 0.8}
"""The weight of each role in the score of a paragraph: the source comes before those who quote it,
and both before what explains them. On equal score they come in this order."""

ROLE_ALIASES: Final[Mapping[str, Role]] = {
    "讲话": "speech",
    "引文": "quotation",
    "文章": "article",
    "注释": "note",
}
"""The roles as results call them in Chinese."""

DateKind = Literal["speech", "publication"]

Form = Literal["numbers", "choices", "plain"]
"""How the column of a field is stored (`indexer.segments.values`)."""

FieldKind = Literal["text", "key", "day", "stored", "body"]
"""text: searched by its folded form, and indexed as a whole. key: indexed as a whole only.
day: a day as 20180420, indexed. stored: stored only. body: the text of the paragraph itself."""


class Row(NamedTuple):
    """What is known of a field.

    Attributes:
        name: its name in queries, columns, schema, options and JSON.
        kind: how it is indexed.
        form: how its column is stored.
        needed: whether every paragraph has a value.
        values: the only values that are allowed; empty where any text is.
        value_aliases: other names of them in queries.
        alias: its name in Chinese queries; empty where a query cannot name it.
        example: a value, for messages.
        boost: by what the score of a paragraph is multiplied if this field contains a bare clause;
            such paragraphs lead the related ones. None where a match means nothing.
        heading: whether its values are headings: printed above paragraphs, and no words of theirs.
        shown: whether results show it among the places of a paragraph.
        option: the message that is the help of its option; empty where it is no filter.
        metavar: the placeholder of a value in that help; None for the one of click.
    """

    name: str
    kind: FieldKind = "stored"
    form: Form = "choices"
    needed: bool = False
    values: tuple[str, ...] = ()
    value_aliases: Mapping[str, str] = MappingProxyType({})
    alias: str = ""
    example: str = ""
    boost: float | None = None
    heading: bool = False
    shown: bool = False
    option: str = ""
    metavar: str | None = None


def _row(**row: Any) -> dict[str, Any]:
    """The row of a field of `Facts`, which has its name."""
    return row


_BOOST: Final = 1.1
"""By what a match in a field multiplies a score."""


@value(frozen=True, slots=True, kw_only=True, init=False)
class Facts:
    """What is read of the words of a paragraph; None where it is not known.

    Attributes:
        role: whose words they are.
        chapter: the chapter's heading with its number, `"六、维护国家网络安全"`.
        chapter_no: that number.
        section: the path of headings in an article, separated by `" / "`.
        speaker: the person whose words they are.
        speech: the title of the speech, letter or instruction, without outer 《》.
        source: the publication that the attribution names, without the page.
        pages: its pages, `"199"` or `"183-184"`.
        alias: the id of the paragraph in the source itself.
    """

    role: Role = field(
        default="article",
        metadata=_row(
            kind="text",
            needed=True,
            values=tuple(ROLES),
            value_aliases=ROLE_ALIASES,
            alias="类",
            example="quotation",
            option="help.option_role",
            metavar=f"[{'|'.join(ROLES)}]",
        ),
    )
    chapter: str | None = field(
        default=None,
        metadata=_row(
            kind="text",
            alias="章",
            example="六",
            boost=_BOOST,
            heading=True,
            shown=True,
            option="help.option_chapter",
            metavar="TEXT|NUMBER",
        ),
    )
    chapter_no: int | None = field(default=None, metadata=_row(kind="key", form="numbers"))
    section: str | None = field(
        default=None,
        metadata=_row(
            kind="text",
            alias="节",
            example="核心技术",
            boost=_BOOST,
            heading=True,
            shown=True,
        ),
    )
    speaker: str | None = field(
        default=None,
        metadata=_row(
            kind="text",
            alias="讲话人",
            example="毛泽东",
            boost=_BOOST,
            option="help.option_speaker",
        ),
    )
    speech: str | None = field(
        default=None,
        metadata=_row(
            kind="text",
            alias="讲话",
            example="座谈会",
            boost=_BOOST,
            option="help.option_speech",
        ),
    )
    source: str | None = field(
        default=None,
        metadata=_row(
            kind="text",
            alias="来源",
            example="人民日报",
            boost=_BOOST,
            shown=True,
            option="help.option_source",
        ),
    )
    pages: str | None = field(default=None, metadata=_row())
    alias: str | None = field(default=None, metadata=_row(kind="key", form="plain"))

    def __init_subclass__(cls) -> None:
        """Let the docstring of a kind of facts document the inherited attributes, too.

        A dataclass with slots is made twice, the second time with the docstring of the first.
        """
        inherited = cleandoc(cls.__base__.__doc__ or "") if cls.__base__ else ""
        attributes = inherited.partition("Attributes:\n")[2]
        own = cleandoc(cls.__doc__ or "")
        if attributes and attributes not in own:
            cls.__doc__ = f"{own}\n{attributes}"

    def given(self) -> dict[str, Any]:
        """These facts alone, as arguments for another value that has them."""
        return {row.name: getattr(self, row.name) for row in FACTS}


_OTHERS: Final = (
    Row(
        "doc",
        kind="text",
        needed=True,
        alias="文",
        example="002",
        option="help.option_doc",
    ),
    Row("number", form="plain", needed=True),
    Row(
        "title",
        kind="text",
        alias="题",
        example="网络强国",
        boost=_BOOST,
        heading=True,
    ),
    Row("date", kind="day", form="numbers", alias="日期", example="2018-04"),
    Row("date_end", kind="day", form="numbers"),
    Row("date_precision", values=get_args(Precision)),
    Row("date_kind", values=get_args(DateKind)),
    Row("dates"),
    Row("first_line", form="numbers"),
    Row("last_line", form="numbers"),
    Row("place"),
    Row("text", kind="body", form="plain", needed=True),
    Row("marks", form="plain"),
)
"""The rows of what is no fact: identity, dates, place, the text itself."""

_ORDERS: Final = {
    "columns": "doc number title role chapter chapter_no section speaker speech date date_end"
    " date_precision date_kind dates source pages first_line last_line place text marks alias",
    "record": "id doc title role passage paragraph chapter chapter_no section speaker speech date"
    " date_end date_precision date_kind dates source pages lines place text marks alias",
    "terms": "doc title role speaker speech source section chapter chapter_no alias",
    "clauses": "speaker speech chapter doc source role title section date",
    "leading": "speech title section chapter source speaker",
    "headings": "title chapter section",
    "filters": "chapter speech speaker doc role source",
}
"""The order of fields where it is visible: in files, messages, suggestions, help. One that is not
named comes last."""


def in_order(order: str, names: Iterable[str]) -> list[str]:
    """`names` sorted by one of the orders; one that is not named there comes last."""
    places = {name: at for at, name in enumerate(_ORDERS[order].split())}
    return sorted(names, key=lambda name: places.get(name, len(places)))


def _in_order(order: str, rows: Iterable[Row]) -> tuple[Row, ...]:
    named = {row.name: row for row in rows}
    return tuple(named[name] for name in in_order(order, named))


FACTS: Final = tuple(Row(one.name, **one.metadata) for one in fields(Facts))
"""The rows of `Facts`."""

TEXT_FACTS: Final = tuple(row.name for row in FACTS if row.form != "numbers" and not row.values)
"""The names of facts that may be any text."""

FIELDS: Final = _in_order("columns", (*_OTHERS, *FACTS))
"""Every row, in the order of the columns of a segment."""

ROWS: Final[Mapping[str, Row]] = {row.name: row for row in FIELDS}
"""Every row by its name."""

TERMS: Final = _in_order("terms", (row for row in FIELDS if row.kind in ("text", "key")))
"""The fields that are indexed as a whole."""

CLAUSES: Final = _in_order("clauses", (row for row in FIELDS if row.alias))
"""The fields that a query can name."""

FIELD_OF: Final[Mapping[str, str]] = {
    name: row.name for row in CLAUSES for name in (row.alias, row.name)
}
"""The name of the field that each name in a query means."""

LEADING: Final = _in_order("leading", (row for row in FIELDS if row.boost is not None))
"""The fields that make a paragraph lead if they contain a bare clause."""

HEADINGS: Final = _in_order("headings", (row for row in FIELDS if row.heading))
"""The fields whose values are headings, the one above the others first."""

SECTION_SEPARATOR: Final = " / "
"""What separates the headings of a `section`, from the one above the others on."""

FILTERS: Final = _in_order("filters", (row for row in FIELDS if row.option))
"""The fields that have an option, days aside."""

VIEWS: Final = ("text", "chars", "bigrams")
"""The indexed views of the text: its words, characters and pairs of characters."""

VALUES: Final = tuple(row.name for row in TERMS)
"""The names of the fields that are indexed as whole values."""

SEARCHED: Final = tuple(row.name for row in TERMS if row.kind == "text")
"""The names of those that a query searches."""

DAYS: Final = tuple(row.name for row in FIELDS if row.kind == "day")
"""The names of the fields that contain days."""


def known_value(name: str, value: str) -> str:
    """A value for the field `name` under its own name.

    >>> known_value("role", "讲话")
    'speech'
    """
    return ROWS[name].value_aliases.get(value, value)


def value_fault(name: str, value: str) -> str | None:
    """The fault of a value for the field `name`, in one line; None where it has none.

    >>> value_fault("role", "speech")
    """
    row = ROWS[name]
    if not row.values or value in row.values:
        return None
    known = listed(row.values)
    return say("options.value", name=name, value=brief(value), known=known)
