"""Which documents are speeches, what their paragraphs are then, and which reports are none."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText
from indexer.text.dates import day_span

DAY = day_span(date(2016, 4, 19))
TITLE = "在网络安全和信息化工作座谈会上的讲话"
OPENING = "今天，我们召开这个座谈会，主要是听听大家的意见和建议。"
WORDS = "网信事业要发展，必须贯彻以人民为中心的发展思想。"


def read(text: str, path: str = "a.txt") -> Document:
    (document,) = read_documents(SourceText.from_text(path, text))
    return document


def roles(document: Document) -> list[str]:
    return [one.role for one in document.paragraphs]


def test_a_text_with_the_title_of_a_speech_and_its_day_is_one() -> None:
    document = read(f"{TITLE}\n（2016年4月19日）\n习近平\n\n{OPENING}\n\n{WORDS}")
    assert [
        (one.role, one.speech, one.date, one.date_kind, one.speaker) for one in document.paragraphs
    ] == [("speech", TITLE, DAY, "speech", "习近平")] * 2
    assert document.ground == (
        f"the title has the form of one, and the head gives its date: {TITLE}"
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", f"{TITLE}\n（2016年4月19日）\n\n{OPENING}\n\n{WORDS}"),
        ("a.txt", f"{TITLE}\n（二〇一六年四月）\n\n{WORDS}\n\n{WORDS}"),
        ("a.txt", f"《{TITLE}》\n2016年4月19日\n\n{WORDS}\n\n{WORDS}"),
        ("a.txt", f"{TITLE}\n\n习近平\n\n2016年4月19日\n\n{WORDS}\n\n{WORDS}"),
        ("a.txt", f"加快推进网信事业\n——{TITLE}\n（2016年4月19日）\n习近平\n\n{WORDS}\n\n{WORDS}"),
        ("a.md", f"# {TITLE}\n\n（2016年4月19日）\n\n{OPENING}\n\n## 一\n\n{WORDS}"),
        ("a.md", f"---\ntitle: {TITLE}\nauthor: 习近平\n---\n\n{OPENING}\n\n{WORDS}"),
        ("a.html", f"<h1>{TITLE}</h1><p>（2016年4月19日）</p><p>{OPENING}</p><p>{WORDS}</p>"),
        ("a.md", f"---\ntitle: 论网信\ntype: 讲话\n---\n\n{OPENING}\n\n{WORDS}"),
        ("a.md", f"---\ntitle: 论网信\nspeech: yes\n---\n\n{OPENING}\n\n{WORDS}"),
        ("a.md", f"---\ntitle: 论网信\nspeech: {TITLE}\n---\n\n{OPENING}\n\n{WORDS}"),
        (
            "a.txt",
            "致首届数字中国建设峰会的贺信\n（2018年4月22日）\n\n"
            "值此峰会开幕之际，谨致以热烈的祝贺。\n\n祝峰会圆满成功。",
        ),
        (
            "a.txt",
            "政府工作报告\n——2024年3月5日在第十四届全国人民代表大会第二次会议上\n"
            f"国务院总理　李强\n\n各位代表：\n\n{WORDS}",
        ),
    ],
)
def test_a_whole_speech_is_a_speech_in_every_format(path: str, text: str) -> None:
    document = read(text, path)
    assert (roles(document), document.ground is not None) == (["speech", "speech"], True)


def test_the_entry_speech_names_the_speech_and_headings_stay_sections() -> None:
    document = read(f"---\ntitle: 网信\nspeech: 《{TITLE}》\n---\n\n## 一\n\n{WORDS}\n", "a.md")
    (paragraph,) = document.paragraphs
    assert (document.title, paragraph.speech, paragraph.section) == ("网信", TITLE, "一")


def test_the_date_of_a_page_is_that_of_publication_and_the_speaker_makes_it_a_speech() -> None:
    text = f"---\ntitle: 习近平{TITLE}\npublished: 2016-04-26 08:00\n---\n\n{OPENING}\n\n{WORDS}"
    document = read(text, "a.md")
    assert [(one.role, one.speaker, one.date_kind) for one in document.paragraphs] == [
        ("speech", "习近平", "publication")
    ] * 2


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        (f"2016-04-19-习近平{TITLE}.txt", f"{OPENING}\n\n{WORDS}", "speech"),
        ("2016-04-19-blog.md", f"# 习近平{TITLE}\n\n{OPENING}\n\n{WORDS}", "publication"),
    ],
)
def test_a_date_in_the_name_of_a_file_is_that_of_the_words_where_the_title_is_there(
    path: str, text: str, kind: str
) -> None:
    document = read(text, path)
    assert [(one.role, one.speaker, one.date, one.date_kind) for one in document.paragraphs] == [
        ("speech", "习近平", DAY, kind)
    ] * 2


def test_a_quotation_with_its_own_attribution_stays_one_in_a_speech() -> None:
    quoted = "没有网络安全就没有国家安全。\n\n——《在会议上的讲话》（2014年2月27日）"
    document = read(f"{TITLE}\n（2016年4月19日）\n\n{OPENING}\n\n{quoted}\n\n{WORDS}")
    assert roles(document) == ["speech", "quotation", "speech"]


def test_what_the_editor_says_of_a_speech_is_a_note() -> None:
    document = read(
        f"{TITLE}\n（2016年4月19日）\n习近平\n\n这是习近平在座谈会上的讲话的一部分。\n\n{OPENING}\n\n"
        f"{WORDS}\n\n（本文是根据记录稿整理的，标题是编者加的。）"
    )
    assert [(one.role, one.speech) for one in document.paragraphs] == [
        ("note", None),
        ("speech", TITLE),
        ("speech", TITLE),
        ("note", None),
    ]


def test_a_line_in_brackets_below_a_speech_says_where_it_is_printed() -> None:
    document = read(
        f"{TITLE}\n（2016年4月19日）\n\n{OPENING}\n\n{WORDS}\n\n"
        "（《网信文选》第五卷，人民出版社2017年4月第1版，第289--292页）"
    )
    assert [(one.role, one.source, one.pages) for one in document.paragraphs] == [
        ("speech", "《网信文选》第五卷，人民出版社2017年4月第1版", "289-292")
    ] * 2


def test_a_title_of_a_speech_without_day_and_speaker_is_not_enough() -> None:
    assert set(roles(read(f"{TITLE}\n\n{OPENING}\n\n{WORDS}"))) == {"article"}


@pytest.mark.parametrize("entry", ["type: 报道", "speech: 否", "type: news"])
def test_a_file_that_says_it_is_no_speech_is_none(entry: str) -> None:
    text = f"---\ntitle: {TITLE}\ndate: 2016-04-19\n{entry}\n---\n\n{OPENING}\n\n{WORDS}"
    assert set(roles(read(text, "a.md"))) == {"article"}


REPORTED = [
    "习近平总书记19日在京主持召开网络安全和信息化工作座谈会并发表重要讲话，强调要加快推进。",
    "新华社北京4月19日电　网络安全和信息化工作座谈会19日在京召开。",
    "新华社北京4月19日电（记者张三）中共中央总书记习近平19日在京主持召开座谈会。",
    "4月19日，网络安全和信息化工作座谈会在北京举行，会议由中央有关部门主持。",
    "习近平强调，网信事业要发展，必须贯彻以人民为中心的发展思想。",
    "习近平指出：“网络空间是亿万民众共同的精神家园。”",
    "习近平在讲话中指出，网络空间是亿万民众共同的精神家园。",
    "中共中央总书记、国家主席习近平表示，网信事业代表着新的生产力。",
    "会议强调，要加快推进网信事业发展。",
    "会议指出，网信事业代表着新的生产力。",
    "当地时间19日下午，国家主席习近平出席开幕式并发表主旨演讲。",
    "昨天上午，习近平来到座谈会现场，同与会代表亲切交流。",
    "座谈会上，习近平说，网络安全和信息化是一体之两翼。",
    "他强调，要维护网络安全。",
    "习近平发表了题为《加快推进网信事业》的讲话。",
    "本报北京4月19日讯　座谈会今天举行。",
    "日前，习近平致信祝贺峰会开幕，代表党中央表示热烈祝贺。",
    "习近平希望，大家为网信事业作出更大贡献。",
    "近日，座谈会在京召开，各界代表踊跃发言。",
    "央视网消息（新闻联播）：座谈会今天在京召开。",
    "习近平总书记听取了发言并作了讲话。",
]
"""First paragraphs of reports."""

HEADS = [
    f"习近平{TITLE}\n2016年4月19日\n\n",
    f"{TITLE}\n（2016年4月19日）\n习近平\n\n",
    f"习近平总书记{TITLE}\n来源：新华网 2016-04-19 18:00\n\n",
    f"{TITLE}\n2016-04-19\n\n",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("first", REPORTED)
def test_a_text_that_tells_of_a_speech_is_none_whatever_its_title(head: str, first: str) -> None:
    document = read(f"{head}{first}\n\n{WORDS}")
    assert (set(roles(document)), document.ground) == ({"article"}, None)


FIRST_PARAGRAPHS = [
    "同志们：",
    "各位代表：",
    "女士们、先生们、朋友们：",
    OPENING,
    "今天，我很高兴来到这里，同大家见面。",
    "毛泽东同志指出，没有正确的调查同样没有发言权。我们要记住这句话。",
    "习近平总书记强调，网络安全和信息化是一体之两翼。我们要认真领会。",
    "这次大会是在我国进入新时代的关键时期召开的。",
    "党的十八大以来，网信事业取得历史性成就。",
    "值此首届数字中国建设峰会开幕之际，谨致以热烈的祝贺！",
    "首先，我代表中国政府和中国人民，对各位嘉宾表示热烈的欢迎！",
    "马克思说过，问题就是时代的声音。",
    "会议开了三天，今天就要结束了，我讲几点意见。",
]
"""First paragraphs of speeches."""


@pytest.mark.parametrize("first", FIRST_PARAGRAPHS)
def test_a_speech_may_tell_what_others_said(first: str) -> None:
    document = read(f"{TITLE}\n（2016年4月19日）\n王沪宁\n\n{first}\n\n{WORDS}")
    assert roles(document) == ["speech", "speech"]


def test_the_works_of_one_person_are_his_words() -> None:
    documents = read_documents(
        SourceText.from_text(
            "a.txt",
            f"邓小平文选　第三卷\n\n出版说明\n{WORDS}\n\n论调查\n（1982年9月1日）\n{WORDS}\n"
            f"（这是邓小平同志的一次讲话。）\n\n论落实\n（1985年5月）\n{OPENING}\n",
        )
    )
    assert [
        [(one.role, one.speech, one.speaker, one.date_kind) for one in document.paragraphs]
        for document in documents[1:]
    ] == [
        [("speech", "论调查", "邓小平", "speech"), ("note", None, None, None)],
        [("speech", "论落实", "邓小平", "speech")],
    ]
    assert [document.ground is None for document in documents] == [True, False, False]
    assert set(roles(documents[0])) == {"article"}


def test_the_works_of_several_are_articles_unless_their_titles_say_otherwise() -> None:
    documents = read_documents(
        SourceText.from_text(
            "a.txt",
            f"论调查\n（1982年9月1日）\n{WORDS}\n\n{TITLE}\n（2016年4月19日）\n{OPENING}\n",
        )
    )
    assert [(one.role, one.date_kind) for document in documents for one in document.paragraphs] == [
        ("article", "publication"),
        ("speech", "speech"),
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "这是邓小平同志的一次讲话。",
        "邓小平此文是为反对当时的一种倾向而写的。",
        "一九八二年，大会召开。会后，邓小平写了这篇文章。",
        "这个决定是邓小平起草的。参看本卷《我们的任务》一文的题解。",
    ],
)
def test_an_introduction_that_names_the_author_is_a_note(introduction: str) -> None:
    documents = read_documents(
        SourceText.from_text(
            "a.txt",
            f"邓小平文选\n\n论调查\n（1982年9月1日）\n{introduction}\n{WORDS}\n\n"
            f"论落实\n（1985年5月）\n{OPENING}\n",
        )
    )
    assert [roles(one) for one in documents] == [["note", "speech"], ["speech"]]


CONGRESS = "2026年1月27日在某省第十四届人民代表大会第四次会议上"
ADDRESSED = "各位代表：\n现在，我代表省人民政府向大会报告工作，请予审议。"


@pytest.mark.parametrize("occasion", [CONGRESS, f"（{CONGRESS}）", f"——{CONGRESS}"])
def test_a_work_report_is_a_speech_with_or_without_a_dash_before_its_occasion(
    occasion: str,
) -> None:
    document = read(f"政府工作报告\n{occasion}\n省长 李炳军\n{ADDRESSED}\n{WORDS}")
    assert [(one.role, one.date, one.speaker) for one in document.paragraphs] == [
        ("speech", day_span(date(2026, 1, 27)), "李炳军")
    ] * 3


def test_an_occasion_at_which_a_sentence_begins_gives_no_date() -> None:
    document = read(f"加快发展\n{CONGRESS}\n代表们认真讨论了报告，一致认为它求真务实。\n{WORDS}")
    assert (document.date, set(roles(document))) == (None, {"article"})


@pytest.mark.parametrize(
    "caption",
    ["政府工作报告。 某某日报天眼新闻记者 李森 摄", "李炳军作政府工作报告。本报记者 霍艳恩摄"],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_caption_is_no_title_and_no_word_of_who_speaks(caption: str, *, above: bool) -> None:
    head = f"政府工作报告\n（{CONGRESS}）\n省长 李炳军"
    lines = [caption, head] if above else [head, caption]
    document = read("\n".join((*lines, ADDRESSED, WORDS)))
    assert (document.title, document.speaker) == (f"政府工作报告（{CONGRESS}）", "李炳军")
    assert [(one.role, one.speaker) for one in document.paragraphs] == [
        ("note", None),
        *[("speech", "李炳军")] * 3,
    ]


@pytest.mark.parametrize(
    "title",
    ["在第七次全国代表大会上的口头政治报告", f"Speech at the Opening Ceremony\n{TITLE}"],
)
def test_a_title_has_the_form_of_a_speech_beside_another_language(title: str) -> None:
    assert set(roles(read(f"{title}\n（2016年4月19日）\n\n{OPENING}\n\n{WORDS}"))) == {"speech"}


@pytest.mark.parametrize(
    "line",
    [
        "记录：李四",
        "翻译：王五",
        "供稿：某单位",
        "供稿单位：某单位",
        "录音整理：李四",
        "速记：李四",
    ],
)
def test_who_wrote_down_a_speech_is_no_word_of_it(line: str) -> None:
    document = read(f"{TITLE}\n（2016年4月19日）\n习近平\n{line}\n\n{OPENING}\n\n{WORDS}")
    assert roles(document) == ["note", "speech", "speech"]
    text = f"# {TITLE}\n\n2016年4月19日\n\n习近平\n\n校对：李四\n\n{line}\n\n{OPENING}\n\n{WORDS}"
    assert roles(read(text, "a.md")) == ["note", "note", "speech", "speech"]


def test_who_publishes_a_speech_is_no_word_of_it() -> None:
    document = read(f"{TITLE}\n（2016年4月19日）\n习近平\n发布：某办公厅\n\n{OPENING}\n\n{WORDS}")
    assert (document.publisher, roles(document)) == ("某办公厅", ["speech", "speech"])


def test_answers_to_journalists_are_speeches_of_who_answers_and_of_nobody_unnamed() -> None:
    turns = "问：请问怎样看这个问题？\n\n答：要抓好落实，把工作做好。"
    named = read(f"就当前经济形势答记者问\n\n张三\n\n（2018年4月20日）\n\n{turns}")
    assert [(one.role, one.speaker) for one in named.paragraphs] == [
        ("article", None),
        ("speech", "张三"),
    ]
    for title in ("就当前经济形势答记者问", "商务部新闻发言人就有关问题答记者问"):
        unnamed = read(f"{title}\n\n（2018年4月20日）\n\n{turns}")
        assert roles(unnamed) == ["article", "article"]
