"""Notes that were broken, or fused with what stands beside them, attribute no words wrongly."""

from __future__ import annotations

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText

_FIRST = "要把网信工作做好，让人民群众有更多获得感。"
_SECOND = "要完善人口健康信息服务体系，建立共享机制。"
_BOOK = """某同志论网信工作摘编

一、总论

网络安全和信息化是一体之两翼、驱动之双轮。

《在甲会议上的讲话》（2014年2月27日）

要抓紧制定立法规划，完善有关的法律法规。

《在乙会议上的讲话》（2015年12月16日）

{first}

二、分论

人才是第一资源，要把优秀人才凝聚起来。

《在戊会议上的讲话》（2018年4月20日）

核心技术要靠自力更生、自主创新去取得。

《在己会议上的讲话》（2019年1月25日）
"""


def read(*pieces: str) -> Document:
    text = _BOOK.format(first="\n\n".join(pieces))
    (document,) = read_documents(SourceText.from_text("book.txt", text))
    return document


def speeches(document: Document) -> dict[str, str | None]:
    return {one.text: one.speech for one in document.paragraphs if one.role == "speech"}


_SOUND = {
    "网络安全和信息化是一体之两翼、驱动之双轮。": "在甲会议上的讲话",
    "要抓紧制定立法规划，完善有关的法律法规。": "在乙会议上的讲话",
    "人才是第一资源，要把优秀人才凝聚起来。": "在戊会议上的讲话",
    "核心技术要靠自力更生、自主创新去取得。": "在己会议上的讲话",
}
_NEXT = "《在丁会议上的讲话》（2017年7月8日）"


@pytest.mark.parametrize(
    "note",
    [
        "《在丙会议上的讲话》（2016年8月19日）",
        "在丙会议上的讲话（2016年8月19日）",
        "在丙会议上的讲话，2016年8月19日，《人民日报》2016年8月20日",
        "（《在丙会议上的讲话》（2016年8月19日））",
        "《在丙会议上的讲话》（2016年8月19日）。",
    ],
)
def test_a_note_fused_with_the_next_text_leaves_the_words_above_to_nobody(note: str) -> None:
    document = read(_FIRST, note + _SECOND, _NEXT)
    assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}
    assert document.unread == 1


@pytest.mark.parametrize(
    "pieces",
    [
        ("《在丙会议上的讲话》（201", "6年8月19日）"),
        ("在丙会议上的讲话（2016年8月1", "9日）"),
        ("在丙会议上", "的讲话（2016年8月19日），《人民日报》2016年8月20日。"),
        ("《在丙会议上的讲话》，2016年8月19日，《人民日", "报》2016年8月20日"),
        ("——“在丙会议上的讲话”、卷三，199、2016.。",),
        ("》丙会议上的讲话（2016年8月19日）。",),
        ("据2016年8月20日，《人民日报》头版，丙会议？",),
        ("8年8月20日。",),
        ("在丙会议上的讲话（2016年8月19日），张三《文选》，中", "央文献出版社2020年版，第3页"),
        ("《在丙会议上的讲话》，2016年8月19日，人民日报》2016年8月20日",),
    ],
)
def test_a_broken_note_leaves_the_words_above_to_nobody(pieces: tuple[str, ...]) -> None:
    document = read(_FIRST, *pieces, _SECOND, _NEXT)
    assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}
    assert document.unread == len(pieces)


@pytest.mark.parametrize(
    "note",
    [
        "《在丙会议上的讲话》（2016年8月19日），。《人民日报》2016年8月20日",
        "在丙会议。上的讲话（2016年8月19日）",
        "《在丙会议上的讲话》（2016年8月19日），《文选》第一卷，第243-24。4页。",
        "《在丙会议上的讲话》（2016年8月19日），张三《文选》，中。央文献出版社2020年版，第3页",
    ],
)
def test_a_full_stop_in_a_note_makes_no_text_of_its_beginning(note: str) -> None:
    sound = "《在丁会议上的讲话》（2017年7月8日）"
    for pieces in ((_FIRST, note), (_FIRST + note,)):
        document = read(*pieces, _SECOND, sound)
        assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}
        assert document.unread == 1


@pytest.mark.parametrize("label", ["小结", "（三）贯彻落实的几个方面", "加强对工作的集中统一领导"])
def test_a_bare_line_right_above_a_note_is_nobodys_words(label: str) -> None:
    document = read(label, "《在丙会议上的讲话》（2016年8月19日）", _SECOND, _NEXT)
    assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}
    document = read(_FIRST, label, "《在丙会议上的讲话》（2016年8月19日）", _SECOND, _NEXT)
    assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}
    assert [one.text for one in document.paragraphs if one.role == "article"] == [_FIRST, label]
    assert [problem.line for problem in document.problems] == [15, 17]


def test_the_few_words_of_an_inscription_are_its_words() -> None:
    document = read("为人民服务", "《题词》（1944年9月1日）", _SECOND, _NEXT)
    assert speeches(document)["为人民服务"] == "题词"


@pytest.mark.parametrize("rest", ["3页。", "版，第11页。", "第3页", "年版。", "版。"])
def test_the_rest_of_a_note_alone_on_its_line_is_nobodys_words(rest: str) -> None:
    note = "《在丙会议上的讲话》（2016年8月19日），《文选》第一卷，外文出版社2020"
    document = read(_FIRST, note, rest, _SECOND, _NEXT)
    assert rest not in speeches(document)
    assert speeches(document)[_SECOND] == "在丁会议上的讲话"


def test_two_notes_on_the_line_of_a_text_are_none() -> None:
    note = "《在丙会议上的讲话》，2016年8月19日，《人民日报》2016年8月20日"
    document = read(_FIRST + note + note, _SECOND, _NEXT)
    assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}


def test_a_note_behind_a_text_is_its_own_where_a_second_note_follows() -> None:
    note = "《在丙会议上的讲话》（2016年8月19日）"
    document = read(_FIRST + note, _NEXT)
    assert speeches(document) == {**_SOUND, _FIRST: "在丙会议上的讲话"}


@pytest.mark.parametrize("line", ["————", "* * *", "（一）", "第三节", "注：", "习近平："])
def test_lines_without_words_of_their_own_are_nobodys(line: str) -> None:
    document = read(_FIRST, line, "《在丙会议上的讲话》（2016年8月19日）", _SECOND, _NEXT)
    assert speeches(document) == {
        **_SOUND,
        _FIRST: "在丙会议上的讲话",
        _SECOND: "在丁会议上的讲话",
    }


@pytest.mark.parametrize(
    "line",
    [
        f"{_FIRST}《在丙会议上的讲话》（2016年8月19日）{_SECOND}",
        f"{_FIRST}在丙会议上的讲话（2016年8月19日）{_SECOND}",
        f"{_FIRST}《在丙会议上的讲话》（2016年8月19日）{_SECOND}{_NEXT}",
    ],
)
def test_two_passages_on_one_line_are_nobodys(line: str) -> None:
    document = read(line, "《在丁会议上的讲话》（2017年7月8日）")
    assert speeches(document) == _SOUND


def test_a_heading_fused_with_the_note_before_it_is_still_one() -> None:
    note = "《在己会议上的讲话》（2019年1月25日）"
    text = _BOOK.format(first="").replace("《在乙会议上的讲话》（2015年12月16日）\n", "")
    fused = text.replace("二、分论", "《在乙会议上的讲话》（2015年12月16日）二、各个具体的分论")
    (document,) = read_documents(SourceText.from_text("book.txt", fused.rstrip() + "\n"))
    assert note in fused
    chapters = {one.text: one.chapter for one in document.paragraphs if one.role == "speech"}
    assert chapters["人才是第一资源，要把优秀人才凝聚起来。"] == "二、各个具体的分论"


def test_no_note_at_the_end_dates_a_text_that_is_no_book() -> None:
    text = f"要点\n\n{_FIRST}\n\n《论甲》（2018年春讲）头版\n\n{_SECOND}\n\n2018年4月20日\n"
    (document,) = read_documents(SourceText.from_text("a.txt", text))
    assert (document.date, document.unread) == (None, 1)


def test_the_last_line_of_a_broken_note_signs_no_text() -> None:
    text = f"要点\n\n{_FIRST}\n\n{_SECOND}\n\n在丙会议上的讲话（\n2016年8月19日）\n"
    (document,) = read_documents(SourceText.from_text("a.txt", text))
    assert document.date is None


@pytest.mark.parametrize(
    "line",
    [
        "《在丙会议上的讲话》（2016年8月19日）——《在甲会议上的讲话》（2014年2月27日）",
        "在丙会议上的讲话（2016年8月。日）",
        "又见《某次会议》@讲于2016年@某报@199页前后",
        "，第184页。",
        "《某次讲话／2019年前后某日／《人民日报》头版／第3册第9页以下〕",
    ],
)
def test_what_is_like_a_note_is_nobodys_words_though_a_note_follows(line: str) -> None:
    document = read(_FIRST, line, _NEXT, _SECOND, "《在戊会议上的讲话》（2018年4月20日）")
    assert speeches(document) == {**_SOUND, _SECOND: "在戊会议上的讲话"}


def test_two_notes_behind_a_text_leave_it_to_nobody() -> None:
    document = read(f"{_FIRST}——《在丙会议上的讲话》（2016年8月19日）{_NEXT}", _SECOND, _NEXT)
    assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}
    document = read(f"{_FIRST}——在丙会议上的讲话（2016年8月19日）——{_NEXT}", _SECOND, _NEXT)
    assert speeches(document) == {**_SOUND, _SECOND: "在丁会议上的讲话"}


_THIRD = "《在丙会议上的讲话》（2016年8月19日）"


def _page(heading: str) -> dict[str, str | None]:
    """The chapters of the words of a page whose second heading stands behind a note."""
    parts = _BOOK.format(first=f"{_FIRST}\n\n{_THIRD}").split("\n\n")
    parts += ["三、结论", "要用好信息技术。", "《在庚会议上的讲话》（2020年4月20日）"]
    heads = ("一、", "二、", "三、")
    lines = [f"<h2>{one}</h2>" if one.startswith(heads) else f"<p>{one}</p>" for one in parts]
    whole = "\n".join(line.replace("\n", "") for line in lines)
    page = whole.replace(f"{_THIRD}</p>\n<h2>二、分论</h2>", f"{_THIRD}{heading}</p>")
    (document,) = read_documents(SourceText.from_text("book.html", f"<body>{page}</body>"))
    return {one.text: one.chapter for one in document.paragraphs if one.role == "speech"}


def test_a_heading_behind_a_note_begins_a_chapter_in_html_too() -> None:
    assert _page("二、各个分论")["人才是第一资源，要把优秀人才凝聚起来。"] == "二、各个分论"


def test_what_a_heading_without_a_number_behind_a_note_heads_has_no_chapter() -> None:
    assert _page("各个分论的内容")["人才是第一资源，要把优秀人才凝聚起来。"] is None
