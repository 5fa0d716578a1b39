"""References to passages: of every kind of publication in the seeds, each checked by hand.

A golden reference was compared with GB/T 7714-2015 when it was written: look at every line of a
difference, and keep it only where the standard asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexer import update_index
from indexer.errors import OptionError, PassageIdError
from indexer.model.catalogue import Catalogue, describe
from indexer.model.documents import Document, Paragraph
from indexer.model.records import make_records
from indexer.text.dates import DateSpan
from searcher.citing.citing import cite
from searcher.citing.styles import STYLES, Style
from searcher.engine.folder import FolderCollection
from tests.support.answers import MANIFEST
from tests.support.list_engine import Shelf, open_shelf
from tests.support.made_collection import collection as made_collection
from tests.support.opened import open_collection

GOLDEN: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "golden" / "citations.json").read_text("utf-8")
)
RECORDS = (
    {"text": "一。", "speech": "在大会上的讲话", "date": "2016-04-19", "id": "unprinted"},
    {
        "text": "二。",
        "speech": "在大会上的讲话",
        "date": "2016-04-19",
        "source": "中共中央文献研究室编《重要文献选编》（上），中央文献出版社2014年版",
        "pages": "第100—101页",
        "id": "edited",
    },
    {
        "text": "三。",
        "speech": "改革",
        "date": "1992",
        "source": "《邓小平文选》第三卷，北京：人民出版社1993年第2版，第3、5页",
        "id": "placed",
    },
    {
        "text": "四。",
        "speech": "致大会的贺信",
        "date": "2018-11",
        "source": "新华社北京11月7日电",
        "id": "unread",
    },
    {
        "text": "五。",
        "speech": "在大会上的讲话",
        "source": "新华网 http://example.cn/a_b",
        "id": "web",
    },
    {"text": "六。", "title": "谈强国", "doc": "文", "date": "2016-11-07", "id": "article"},
    {
        "text": "七。",
        "title": "谈人才",
        "doc": "报",
        "date": "2016-11-07",
        "source": "《光明日报》",
        "pages": "3",
        "id": "printed",
    },
    {"text": "八。", "doc": "无题", "id": "nameless"},
    {
        "text": "九。",
        "speech": "在大会上的讲话",
        "date": "2015-12-30",
        "source": "转引自《人民日报》2016年1月1日",
        "id": "second-hand",
    },
    {
        "text": "十。",
        "speech": "在大会上的讲话",
        "source": "转引自张三《某书》，北京：三联书店2003年版，第12页",
        "id": "second-hand in a book",
    },
    {
        "text": "十之二。",
        "speech": "在大会上的讲话",
        "source": "转引自新华网 http://example.cn/a",
        "id": "second-hand on the web",
    },
    {
        "text": "十一。",
        "speech": "在大会上的讲话",
        "source": "《某书》，三联书店2003年版，第330-340页",
        "pages": "336",
        "id": "within",
    },
    {
        "text": "十二。",
        "speech": "在大会上的讲话",
        "source": "《某书》，三联书店2003年版，第336页",
        "pages": "12",
        "id": "elsewhere",
    },
    {
        "text": "十三。",
        "speech": "在大会上的讲话",
        "source": "《人民日报》2016年1月1日第3版",
        "pages": "12",
        "id": "on another sheet",
    },
    {
        "text": "十四。",
        "speech": "在大会上的讲话",
        "source": "《中国日报》",
        "pages": "12",
        "id": "undated",
    },
    {
        "text": "十五。",
        "speaker": "邓小平",
        "speech": "在全军政治工作会议上的讲话",
        "date": "1978-06-02",
        "id": "by one",
    },
    {
        "text": "十六。",
        "speaker": "邓小平",
        "speech": "改革",
        "date": "1992",
        "source": "《邓小平文选》第三卷，北京：人民出版社1993年第2版",
        "pages": "3",
        "id": "by one, printed",
    },
    {
        "text": "十七。",
        "speaker": "毛泽东、朱德；周恩来、刘少奇",
        "speech": "给前线的电报",
        "date": "1947-10",
        "source": "中共中央文献研究室编《重要文献选编》（上），中央文献出版社2014年版",
        "id": "by several",
    },
    {
        "text": "十八。",
        "speaker": "邓小平",
        "speech": "在大会上的讲话",
        "date": "1985-03-07",
        "source": "转引自张三《某书》，北京：三联书店2003年版，第12页",
        "id": "by one, second-hand",
    },
    {
        "text": "十九。",
        "speaker": "毛泽东",
        "title": "矛盾论",
        "doc": "论",
        "date": "1937-08",
        "id": "by one, unspoken",
    },
)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> FolderCollection:
    """Records of users, with sources of their own wording."""
    folder = tmp_path_factory.mktemp("cited")
    (folder / "seeds").mkdir()
    lines = (json.dumps(record, ensure_ascii=False) for record in RECORDS)
    (folder / "seeds" / "notes.jsonl").write_text("\n".join(lines), "utf-8")
    assert update_index(folder / "seeds", folder / "index").failed == ()
    return open_collection(folder / "index")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("id_", GOLDEN)
def test_a_reference_is_the_one_that_was_checked(
    id_: str, style: Style, seed_collection: FolderCollection
) -> None:
    text = cite(seed_collection, id_, style, accessed="2026-11-22").text
    forms: dict[str, Callable[[str], object]] = {"csl-json": json.loads, "bibtex": str.splitlines}
    assert forms.get(style, str)(text) == GOLDEN[id_][style]


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("unprinted", "在大会上的讲话[Z]. 2016-04-19."),
        (
            "edited",
            "在大会上的讲话[G]//中共中央文献研究室. 重要文献选编: 上. "
            "[出版地不详]: 中央文献出版社, 2014: 100-101.",
        ),
        ("placed", "改革[M]//邓小平文选: 第3卷. 2版. 北京: 人民出版社, 1993: 3, 5."),
        ("unread", "致大会的贺信: 2018年11月[Z]. 新华社北京11月7日电."),
        ("web", "在大会上的讲话[EB/OL]. 新华网[2026-11-22]. http://example.cn/a_b."),
        ("article", "谈强国[Z]. 2016-11-07."),
        ("printed", "谈人才[N]. 光明日报, 2016-11-07(3)."),
        ("nameless", "无题[Z]."),
        (
            "second-hand",
            "在大会上的讲话[Z]. 2015-12-30. 转引自: 人民日报[N]. 2016-01-01.",
        ),
        (
            "second-hand in a book",
            "在大会上的讲话[Z]. 转引自: 张三. 某书[M]. 北京: 三联书店, 2003: 12.",
        ),
        ("within", "在大会上的讲话[M]//某书. [出版地不详]: 三联书店, 2003: 336."),
        ("elsewhere", "在大会上的讲话[Z]. 《某书》，三联书店2003年版，第336页."),
        ("on another sheet", "在大会上的讲话[Z]. 《人民日报》2016年1月1日第3版."),
        ("undated", "在大会上的讲话[N]. 中国日报(12)."),
    ],
)
def test_what_a_record_does_not_say_is_left_out(
    id_: str, expected: str, collection: FolderCollection
) -> None:
    assert cite(collection, id_, accessed=date(2026, 11, 22)).text == expected


@pytest.mark.parametrize(
    ("id_", "style", "expected"),
    [
        (
            "second-hand",
            "text",
            "《在大会上的讲话》（2015年12月30日），转引自《人民日报》2016年1月1日。",
        ),
        (
            "second-hand in a book",
            "text",
            "《在大会上的讲话》，转引自张三《某书》，北京：三联书店2003年版，第12页。",
        ),
        ("second-hand", "bibtex", "  note         = {转引自《人民日报》},"),
        ("second-hand in a book", "bibtex", "  note       = {转引自《某书》},"),
        ("second-hand", "csl-json", '"note":"转引自《人民日报》"'),
        ("second-hand on the web", "text", "讲话》，转引自新华网，http://example.cn/a。"),
        ("second-hand on the web", "bibtex", " = {转引自新华网},"),
        ("second-hand on the web", "csl-json", '"note":"转引自新华网"'),
    ],
)
def test_what_is_cited_at_second_hand_says_so(
    id_: str, style: Style, expected: str, collection: FolderCollection
) -> None:
    citation = cite(collection, id_, style)
    assert expected in citation.text
    assert citation.reference.authors == ()  # who quotes the words has not said them


BY_SPEAKERS: dict[str, dict[Style, str]] = {
    "by one": {
        "gbt7714": "邓小平. 在全军政治工作会议上的讲话[Z]. 1978-06-02.",
        "text": "邓小平：《在全军政治工作会议上的讲话》（1978年6月2日）。",
        "bibtex": "  author = {{邓小平}},",
        "csl-json": '"author":[{"literal":"邓小平"}]',
    },
    "by one, printed": {
        "gbt7714": "邓小平. 改革[M]//邓小平文选: 第3卷. 2版. 北京: 人民出版社, 1993: 3.",
        "text": "邓小平：《改革》（1992年），《邓小平文选》第三卷，"
        "北京：人民出版社1993年第2版，第3页。",
        "bibtex": "  author    = {{邓小平}},",
        "csl-json": '"author":[{"literal":"邓小平"}]',
    },
    "by several": {
        "gbt7714": "毛泽东, 朱德, 周恩来, 等. 给前线的电报[G]//中共中央文献研究室. "
        "重要文献选编: 上. [出版地不详]: 中央文献出版社, 2014.",
        "text": "毛泽东、朱德、周恩来、刘少奇：《给前线的电报》（1947年10月），"
        "中共中央文献研究室编《重要文献选编》（上），中央文献出版社2014年版。",
        "bibtex": "  author    = {{毛泽东} and {朱德} and {周恩来} and {刘少奇}},",
        "csl-json": '"author":[{"literal":"毛泽东"},{"literal":"朱德"},'
        '{"literal":"周恩来"},{"literal":"刘少奇"}]',
    },
    "by one, second-hand": {
        "gbt7714": "邓小平. 在大会上的讲话[Z]. 1985-03-07. "
        "转引自: 张三. 某书[M]. 北京: 三联书店, 2003: 12.",
        "text": "邓小平：《在大会上的讲话》（1985年3月7日），转引自张三《某书》，"
        "北京：三联书店2003年版，第12页。",
        "bibtex": "  author     = {{邓小平}},",
        "csl-json": '"author":[{"literal":"邓小平"}]',
    },
    "by one, unspoken": {
        "gbt7714": "毛泽东. 矛盾论[Z]. 1937-08.",
        "text": "毛泽东：《矛盾论》（1937年8月）。",
        "bibtex": "  author = {{毛泽东}},",
        "csl-json": '"author":[{"literal":"毛泽东"}]',
    },
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("id_", BY_SPEAKERS)
def test_who_speaks_is_the_author_in_every_style(
    id_: str, style: Style, collection: FolderCollection
) -> None:
    text = cite(collection, id_, style).text
    expected = BY_SPEAKERS[id_][style]
    assert text == expected if style in ("gbt7714", "text") else expected in text


def test_a_page_that_is_all_of_a_speech_is_no_publication_beside_it() -> None:
    day = DateSpan(date(1978, 3, 18), date(1978, 3, 18))
    said = Paragraph(
        passage=1,
        text="科学技术是生产力。",
        lines=(1, 1),
        role="speech",
        speaker="邓小平",
        speech="在全国科学大会上的讲话",
        date=day,
        date_kind="speech",
    )
    page = Document(kind="html", title=said.speech, paragraphs=(said,), date=day)
    posted = replace(page, date=DateSpan(date(2016, 1, 2), date(2016, 1, 2)), publisher="某网")
    texts = []
    for document in (page, posted):
        entry = describe("文", "文.html", document)
        shelf = Shelf(make_records("文", document), Catalogue("0f", (), (), (entry,)), MANIFEST)
        texts.append(cite(open_shelf(shelf), "文#1", accessed="2026-11-22").text)
    assert texts == [
        "邓小平. 在全国科学大会上的讲话: 1978年3月18日[EB/OL]. [2026-11-22].",
        "邓小平. 在全国科学大会上的讲话: 1978年3月18日[EB/OL]. 某网(2016-01-02)[2026-11-22].",
    ]


def test_an_editors_note_is_nobodys_words() -> None:
    note = Paragraph(passage=1, text="注。", lines=(1, 1), role="note", speech="讲话", speaker="甲")
    (noted,) = make_records("文", Document(kind="text", title="文", paragraphs=(note,)))
    with made_collection(文=[noted]) as searcher:
        assert searcher.cite("文#1").reference.authors == ()


def test_every_source_of_the_seeds_is_understood(seed_collection: FolderCollection) -> None:
    cited = {
        cite(seed_collection, record.id).reference.publication
        for record in seed_collection.store.records()
        if record.source
    }
    assert {publication.kind for publication in cited if publication} == {
        "book",
        "collection",
        "newspaper",
        "periodical",
    }
    assert None not in cited


def test_passages_of_the_book_name_who_is_quoted_and_articles_name_nobody(
    seed_collection: FolderCollection,
) -> None:
    authors: dict[str, set[tuple[str, ...]]] = {}
    for record in seed_collection.store.records():
        found = cite(seed_collection, record.id).reference.authors
        authors.setdefault(f"{record.doc[:3]} {record.role}", set()).add(found)
    assert authors == {
        "000 article": {()},
        "000 quotation": {()},
        "001 article": {()},
        "002 article": {()},
        "002 speech": {("习近平",)},
        "003 article": {()},
        "004 article": {()},
    }


def test_a_title_alone_names_no_author(tmp_path: Path) -> None:
    """新时期 is nobody: no attribution in the compendium itself names it as an author."""
    (tmp_path / "seeds").mkdir()
    passages = "\n\n".join(
        f"{'一二'[at // 3]}、论第{at // 3}点\n\n" * (at % 3 == 0)
        + f"这是第{at}段论述，讲的是工作。\n\n在第{at}次会议上的讲话（2016年4月1{at}日）"
        for at in range(6)
    )
    (tmp_path / "seeds" / "book.txt").write_text(
        f"新时期关于工作论述摘编\n\n某某编\n\n人民出版社\n\n{passages}\n", "utf-8"
    )
    elsewhere = {"text": "一。", "speech": "讲话", "source": "新时期《某书》"}
    (tmp_path / "seeds" / "other.jsonl").write_text(json.dumps(elsewhere), "utf-8")
    update_index(tmp_path / "seeds", tmp_path / "index")
    assert cite(open_collection(tmp_path / "index"), "book#1").text == (
        "在第0次会议上的讲话: 2016年4月10日[G]//新时期关于工作论述摘编. [出版地不详]: 人民出版社."
    )


def test_words_of_a_book_whose_notes_name_no_speech_are_cited_by_what_prints_them(
    tmp_path: Path,
) -> None:
    """The title of the book of excerpts was cited as that of an article in the newspaper."""
    notes = ("转引自1967年6月25日《人民日报》", "《毛泽东选集》第1397页", "《毛泽东选集》第3页")
    passages = "".join(f"要办好第{at}件事。\n\n{note}\n\n" for at, note in enumerate(notes, 1))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(f"毛主席论办事\n\n一、办事\n\n{passages}", "utf-8")
    update_index(tmp_path / "seeds", tmp_path / "index")
    collection = open_collection(tmp_path / "index")
    assert [cite(collection, f"a#{at}").text for at in (1, 2)] == [
        "毛泽东. 人民日报[N]. 1967-06-25.",
        "毛泽东. 毛泽东选集[M]. [出版地不详]: [出版者不详]: 1397.",
    ]


def test_the_id_of_a_paragraph_cites_its_passage(seed_collection: FolderCollection) -> None:
    assert cite(seed_collection, "002#24.2") == cite(seed_collection, "002#24")


def test_the_day_of_access_is_told_of_web_pages_alone(seed_collection: FolderCollection) -> None:
    for style in STYLES:
        book = cite(seed_collection, "002#174", style)
        assert cite(seed_collection, "002#174", style, accessed="2026年11月22日") == book
        page = cite(seed_collection, "004#4", style, accessed="2026年11月22日")
        assert page.text != cite(seed_collection, "004#4", style).text
        assert page.reference.accessed == date(2026, 11, 22)


@pytest.mark.parametrize("accessed", ["", "昨天", "2026-13-01", "2026-11", "2026年1月2日-3日"])
def test_what_is_not_a_day_is_refused(accessed: str, seed_collection: FolderCollection) -> None:
    with pytest.raises(OptionError) as raised:
        cite(seed_collection, "004#4", accessed=accessed)
    assert str(raised.value) == (f"accessed {accessed!r} is not a day; give one such as 2021-09-25")


def test_an_unknown_style_is_refused(seed_collection: FolderCollection) -> None:
    with pytest.raises(OptionError) as raised:
        cite(seed_collection, "002#1", "apa")  # type: ignore[arg-type]
    assert str(raised.value) == "style 'apa' is not one of gbt7714, bibtex, csl-json, text"


def test_an_unknown_passage_is_refused(seed_collection: FolderCollection) -> None:
    with pytest.raises(PassageIdError):
        cite(seed_collection, "002#9999")
