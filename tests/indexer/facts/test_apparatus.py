"""The editor's apparatus: notes are nobody's words, and their marks are no words."""

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText

WORDS = "声讨汪精卫，又是为了团结一切抗日的力量。"
NOTE = "汪精卫是国民党的要人。"
PARAGRAPH = "你对于某个问题没有调查，就停止你对于某个问题的发言权。"


def read(text: str, path: str = "a.md") -> Document:
    (document,) = read_documents(SourceText.from_text(path, text))
    return document


def rows(document: Document) -> list[tuple[str, str, tuple[tuple[int, str], ...]]]:
    return [(one.role, one.text, one.marks) for one in document.paragraphs]


def test_marks_are_lifted_and_notes_become_notes_in_markdown() -> None:
    document = read(
        "# 反对本本主义\n\n## 一　没有调查，没有发言权⑴\n\n"
        "　　声讨汪精卫⑵，又是为了团结。（三）国发〔2014〕63号。\n\n"
        "------\n　　注　　释   \n　　〔1〕 见本卷《论政策》注〔4〕。   \n"
        "　　〔2〕汪精卫是国民党的要人。\n　　这一条的第二段。\n"
    )
    assert rows(document) == [
        ("article", "声讨汪精卫，又是为了团结。（三）国发〔2014〕63号。", ((5, "⑵"),)),
        ("note", "〔1〕 见本卷《论政策》注〔4〕。", ()),
        ("note", "〔2〕汪精卫是国民党的要人。", ()),
        ("note", "这一条的第二段。", ()),
    ]
    assert [one.section for one in document.paragraphs] == [
        "一　没有调查，没有发言权",
        "注释",
        "注释",
        "注释",
    ]


@pytest.mark.parametrize(
    ("mark", "label"),
    [
        ("〔1〕", "〔1〕"),
        ("⑴", "〔1〕"),
        ("[1]", "[1]"),
        ("①", "①"),
        ("¹", "[1]"),
        ("[注1]", "注1："),
        ("①", "1."),
        ("[1]", "（1）"),
    ],
)
def test_each_way_of_marking_is_read_under_a_heading(mark: str, label: str) -> None:
    words = f"论调查\n\n{PARAGRAPH}\n\n声讨汪精卫{mark}，又是为了团结。\n\n"
    text = f"{words}注释\n\n{label} 汪精卫是人名。\n"
    assert rows(read(text, "a.txt")) == [
        ("article", PARAGRAPH, ()),
        ("article", "声讨汪精卫，又是为了团结。", ((5, mark),)),
        ("note", f"{label} 汪精卫是人名。", ()),
    ]


@pytest.mark.parametrize("mark", ["①", "[1]", "⑴", "〔1〕"])
def test_a_note_without_a_heading_is_one_where_its_mark_stands_before_it(mark: str) -> None:
    text = f"论调查\n\n声讨汪精卫{mark}，又是为了团结。\n\n{mark} 汪精卫是人名。\n"
    assert rows(read(text, "a.txt")) == [
        ("article", "声讨汪精卫，又是为了团结。", ((5, mark),)),
        ("note", f"{mark} 汪精卫是人名。", ()),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "要做到：①学习好；②落实好；③检查好。",
        "要做到①学习②落实③检查。",
        "一是①。\n\n二是②。",
        "分光片①上的光波通过分光片③。",
        "①学习好。\n\n②落实好。\n\n③检查好。",
        "[1] 学习好。\n\n[2] 落实好。",
        "⑴学习好。\n\n⑵落实好。",
        "* 学习好。",
        "面积是3*4。\n\n* 学习好。",
        "有一处标了*。\n\n* 学习好。\n\n* 落实好。",
    ],
)
def test_the_numbers_of_lists_are_text_where_nothing_refers_to_them(text: str) -> None:
    document = read(f"某个题目\n\n{PARAGRAPH}\n\n{text}\n", "a.txt")
    assert [one.role for one in document.paragraphs] == ["article"] * len(document.paragraphs)
    assert "\n\n".join(one.text for one in document.paragraphs) == f"{PARAGRAPH}\n\n{text}"


def test_a_list_in_a_sentence_is_text_beside_notes_of_the_same_numbers() -> None:
    text = (
        f"论调查\n\n{PARAGRAPH}\n\n要做到：①学习好；②落实好。\n\n"
        "声讨汪精卫①，又是为了团结②。\n\n注释：\n①汪精卫是人名。\n②见《论政策》。\n"
    )
    assert rows(read(text, "a.txt"))[1:] == [
        ("article", "要做到：①学习好；②落实好。", ()),
        ("article", "声讨汪精卫，又是为了团结。", ((5, "①"), (12, "②"))),
        ("note", "①汪精卫是人名。", ()),
        ("note", "②见《论政策》。", ()),
    ]


def test_notes_under_each_of_several_texts_belong_to_the_text_above_them() -> None:
    text = "\n\n".join(
        f"## 第{n}篇\n\n声讨某人〔1〕，又是为了团结〔2〕。\n\n注释\n\n〔1〕某人。\n\n〔2〕团结。"
        for n in "一二三"
    )
    found = rows(read(f"# 文集\n\n{text}\n"))
    assert [role for role, _, _ in found] == ["article", "note", "note"] * 3
    assert {marks for role, _, marks in found if role == "article"} == {
        ((4, "〔1〕"), (11, "〔2〕"))
    }


def test_a_long_note_goes_on_to_the_next_one_and_no_further() -> None:
    long = "\n\n".join(f"这是第一条注释的第{n}段话。" for n in "一二三四五六七八九")
    text = (
        "# 题目\n\n声讨某人〔1〕，又是为了团结〔2〕。\n\n注释\n\n"
        f"〔1〕某人。\n\n{long}\n\n〔2〕团结。\n\n## 附录\n\n附录的话。\n"
    )
    found = [(role, body[:4]) for role, body, _ in rows(read(text))]
    assert found == [
        ("article", "声讨某人"),
        *[("note", "〔1〕某")],
        *[("note", "这是第一")] * 9,
        ("note", "〔2〕团"),
        ("article", "附录的话"),
    ]


def test_a_star_in_the_title_and_what_it_says_are_apparatus() -> None:
    document = read(
        f"在某会议上的讲话*\n（1938年5月1日）\n\n{PARAGRAPH}\n\n"
        "*　这是毛泽东同志在某会议上的讲话。\n",
        "a.txt",
    )
    assert document.title == "在某会议上的讲话"
    assert rows(document) == [
        ("speech", PARAGRAPH, ()),
        ("note", "*　这是毛泽东同志在某会议上的讲话。", ()),
    ]


def test_the_line_that_names_the_print_is_a_note() -> None:
    text = f"论调查\n\n{PARAGRAPH}\n\n根据一九五三年人民出版社版刊印。\n"
    assert rows(read(text, "a.txt"))[1] == ("note", "根据一九五三年人民出版社版刊印。", ())


def test_the_volume_that_a_text_is_taken_from_is_a_note_below_it() -> None:
    line = "（《毛泽东选集》第五卷，人民出版社1977年4月第1版，第8-10页）"
    text = f"# 论调查\n\n{PARAGRAPH}\n\n{WORDS}\n\n{PARAGRAPH}\n\n{line}\n"
    assert rows(read(text))[-1] == ("note", line, ())
    attributed = f"# 论调查\n\n{PARAGRAPH}\n\n{line}\n\n{WORDS}\n\n{line}\n"
    assert "note" not in [one.role for one in read(attributed).paragraphs]


def test_a_signature_above_the_notes_signs_the_text() -> None:
    text = (
        f"某个题目\n\n{PARAGRAPH}\n\n{WORDS}\n\n毛泽东\n\n1949年10月26日\n\n注释\n\n〔1〕{NOTE}\n"
    )
    document = read(text, "a.txt")
    assert (document.speaker, str(document.date and document.date.first)) == (
        "毛泽东",
        "1949-10-26",
    )
    assert [one.role for one in document.paragraphs] == ["article", "article", "note"]


def test_each_work_of_a_volume_has_its_own_notes() -> None:
    works = "".join(
        f"00{n}\n第{han}篇的题目〔1〕\n（一九二{han}年十二月一日）\n"
        f"　　{PARAGRAPH}声讨某人〔2〕。\n"
        "　　注　释\n　　〔1〕题目的注释。\n　　〔2〕某人的注释，\n这一行是接着的。\n"
        "（根据一九五三年人民出版社版刊印）\n"
        for n, han in zip((5, 6, 7), "五六七", strict=True)
    )
    documents = read_documents(SourceText.from_text("xuanji.txt", f"毛泽东选集\n{works}"))
    works_found = [document for document in documents if document.date]
    assert [document.title for document in works_found] == [f"第{n}篇的题目" for n in "五六七"]
    for document in works_found:
        assert [(one.role == "note", one.text) for one in document.paragraphs] == [
            (False, f"{PARAGRAPH}声讨某人。"),
            (True, "〔1〕题目的注释。"),
            (True, "〔2〕某人的注释，这一行是接着的。"),
            (True, "（根据一九五三年人民出版社版刊印）"),
        ]


def test_marks_without_notes_are_lifted_where_they_can_be_nothing_else() -> None:
    text = f"论调查\n\n{PARAGRAPH}\n\n设置经济特区〔13〕和条例，金日成[3]同志，分光片①上。\n"
    assert rows(read(text, "a.txt"))[1] == (
        "article",
        "设置经济特区和条例，金日成同志，分光片①上。",
        ((6, "〔13〕"), (13, "[3]")),
    )


def test_marks_keep_their_offsets_where_wrapped_lines_join() -> None:
    text = (
        "题目\n\n　　声讨卖国贼汪精卫〔1〕，又是为了团结一切\n"
        "抗日的力量〔2〕，这就是我们今天的任务。\n"
    )
    (found,) = rows(read(text, "a.txt"))
    assert found[1] == "声讨卖国贼汪精卫，又是为了团结一切抗日的力量，这就是我们今天的任务。"
    assert found[2] == ((8, "〔1〕"), (22, "〔2〕"))


def test_marks_are_lifted_out_of_records_and_attributed_words_stay_so() -> None:
    text = (
        '{"text": "声讨汪精卫〔1〕，又是为了团结。", "speech": "某讲话", "doc": "甲"}\n'
        '{"text": "〔1〕汪精卫是人名。", "doc": "甲"}\n'
        '{"text": "〔2〕这也是讲话。", "speech": "某讲话", "doc": "甲"}\n'
    )
    assert rows(read(text, "a.jsonl")) == [
        ("speech", "声讨汪精卫，又是为了团结。", ((5, "〔1〕"),)),
        ("note", "〔1〕汪精卫是人名。", ()),
        ("speech", "〔2〕这也是讲话。", ()),
    ]


def test_marks_behind_the_passages_of_a_book_are_lifted() -> None:
    passages = "".join(
        f"{chapter}、第{chapter}章的题目\n\n"
        + "".join(
            f"这是第{chapter}章的第{n}条论述，讲的是这个问题〔{n}〕。\n\n"
            f"《某次讲话》（2018年{n}月2日），《人民日报》2018年{n}月3日\n\n"
            for n in (1, 2, 3)
        )
        for chapter in "一二"
    )
    document = read(passages, "a.txt")
    assert document.kind == "compendium"
    assert rows(document) == [
        ("speech", f"这是第{chapter}章的第{n}条论述，讲的是这个问题。", ((19, f"〔{n}〕"),))
        for chapter in "一二"
        for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", "论调查\n（1930年5月）\n\n{0}〔1〕{1}\n\n注释\n\n〔1〕{2}\n"),
        ("a.txt", "论调查\n（1930年5月）\n　　{0}①{1}\n①{2}\n"),
        ("a.md", "# 论调查\n\n（1930年5月）\n\n{0}[^1]{1}\n\n[^1]: {2}\n"),
        ("a.md", "# 论调查\n\n（1930年5月）\n\n{0}<sup>1</sup>{1}\n\n## 注释\n\n1. {2}\n"),
        (
            "a.html",
            "<h1>论调查</h1><p>（1930年5月）</p><p>{0}<sup>1</sup>{1}</p><p>注：</p><p>1. {2}</p>",
        ),
        (
            "a.html",
            "<h1>论调查</h1><p>（1930年5月）</p><p>{0}<sup><a href='#n1'>[1]</a></sup>{1}</p>"
            "<h2>参考文献</h2><ol><li>[1] {2}</li></ol>",
        ),
        (
            "a.txt",
            "\n---\ntitle: 论调查\nspeech_date: 1930-05\n---\n"
            "<p>{0}⑴{1}</p><p>注释</p><p>⑴ {2}</p>",
        ),
    ],
)
def test_apparatus_is_read_alike_in_every_format(path: str, text: str) -> None:
    document = read(text.format(WORDS[:5], WORDS[5:], NOTE), path)
    (words, note) = document.paragraphs
    assert (words.role, words.text, [at for at, _ in words.marks]) == ("article", WORDS, [5])
    assert (note.role, note.text.endswith(NOTE), note.date) == ("note", True, None)
    assert (document.title, str(words.date and words.date.first)) == ("论调查", "1930-05-01")


@pytest.mark.parametrize(
    ("quotation", "role"),
    [
        ("这是毛泽东为中共中央起草的对党内的指示。", "note"),
        ("毛泽东的这篇文章是为了反对当时红军中的教条主义思想而写的。", "note"),
        ("毛泽东同志在某会议上讲话的要点。", "note"),
        ("没有调查，没有发言权。", "article"),
        ("这是我们的任务。", "article"),
    ],
)
def test_a_quotation_above_a_text_that_tells_what_it_is_is_the_editors(
    quotation: str, role: str
) -> None:
    document = read(f"# 论调查\n\n（1930年5月）\n\n> {quotation}\n\n{PARAGRAPH}\n")
    assert [(one.role, one.text) for one in document.paragraphs] == [
        (role, quotation),
        ("article", PARAGRAPH),
    ]


def test_a_remark_that_begins_with_note_is_text() -> None:
    text = f"论调查\n\n{PARAGRAPH}\n\n注：数据截至六月底。\n"
    assert [one.role for one in read(text, "a.txt").paragraphs] == ["article", "article"]


@pytest.mark.slow
def test_many_labels_and_marks_take_time_in_proportion() -> None:
    text = "题目\n\n" + "\n\n".join(
        f"甲{chr(0x2460 + n % 20)}，乙〔{n % 999}〕。" for n in range(20_000)
    )
    assert len(read(text, "a.txt").paragraphs) == 20_000
