"""Marks of notes inside a sentence, and what is written with the same characters."""

import pytest

from indexer.text.note_marks import lift, note_marks


@pytest.mark.parametrize(
    ("text", "bare", "marks"),
    [
        ("声讨卖国贼汪精卫⑴，又是为了团结", "声讨卖国贼汪精卫，又是为了团结", ((8, "⑴"),)),
        ("救国”⒆的伪军", "救国”的伪军", ((3, "⒆"),)),
        ("两省设置经济特区〔12〕和《条例》", "两省设置经济特区和《条例》", ((8, "〔12〕"),)),
        ("国家安全[1][2]。", "国家安全。", ((4, "[1]"), (4, "[2]"))),
        ("国家安全［１］。", "国家安全。", ((4, "［１］"),)),
        ("国家安全【3】。", "国家安全。", ((4, "【3】"),)),
        ("国家安全①，③", "国家安全，", ((4, "①"), (5, "③"))),
        ("国家安全¹²。", "国家安全。", ((4, "¹²"),)),
        ("国家安全[注2]。", "国家安全。", ((4, "[注2]"),)),
        ("国家安全〔四〕。", "国家安全。", ((4, "〔四〕"),)),
        ("自由⑵的，达拉第⑸如何，整风〔63〕号召", "自由的，达拉第如何，整风号召", None),
    ],
)
def test_marks_are_lifted_and_kept_with_their_offsets(
    text: str, bare: str, marks: tuple[tuple[int, str], ...] | None
) -> None:
    lifted = lift(text)
    assert lifted.text == bare
    if marks is not None:
        assert lifted.marks == marks
    back = "".join(text[lifted.original_offset(at)] for at in range(len(bare)))
    assert back == bare


@pytest.mark.parametrize(
    "text",
    [
        "国发〔2014〕63号",
        "法释[2018]12号",
        "国发〔14〕63号",
        "第⑴条，第〔3〕卷",
        "依照⑶款",
        "见本卷《反对投降活动》注〔5〕。",
        "文献[3]指出",
        "，参见[3]",
        "如图①所示",
        "args[1] = a[2]",
        "数组[1]",
        "面积为10m²，合3平方公里²",
        "没有*号，也没有**",
        "第〔十百〕",
        "见[0]",
        "　　〔1〕一九七九年",
    ],
)
def test_numbers_of_documents_clauses_units_and_code_are_no_marks(text: str) -> None:
    assert lift(text).text == text


def test_a_mark_says_where_it_stands() -> None:
    (first, second) = note_marks("包括：①学习②。")
    assert (first.at_item, first.tight, first.number) == (True, False, 1)
    assert (second.at_item, second.tight, second.number) == (False, True, 2)
