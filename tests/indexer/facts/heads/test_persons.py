"""Names, and the words that look like them."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.facts.heads.file_names import read_file_name
from indexer.facts.heads.persons import Person, is_name, labelled_person, read_person
from indexer.text.dates import day_span


@pytest.mark.parametrize(
    "name", ["张三", "王毅", "习近平", "習近平", "欧阳修", "司马光远", "邓颖超"]
)
def test_a_name_has_a_surname_and_one_or_two_characters_after_it(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "word",
    [
        "任务",
        "方法论",
        "金融业",
        "江苏省",
        "郑州",
        "毛主席",
        "张部长",
        "李总理",
        "白皮书",
        "前言",
        "目录",
        "张",
        "张三李四五",
        "A三",
        "",
    ],
)
def test_a_word_is_no_name(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("习近平", Person("习近平", True)),
        ("张三", Person("张三", False)),
        ("张　三", Person("张三", False)),
        ("张三同志", Person("张三", True)),
        ("◎张三", Person("张三", True)),
        ("国务院总理　李 强", Person("李强", True)),
        ("国务院副总理、国务委员 王毅", Person("王毅", True)),
        ("中共中央总书记、国家主席、中央军委主席 习近平", Person("习近平", True)),
        ("书记处书记王沪宁", Person("王沪宁", True)),
        ("习近平主席", Person("习近平", True)),
        ("毛主席", Person("毛泽东", True)),
        ("毛泽东　朱德", Person("毛泽东、朱德", True)),
        ("张三、李四", Person("张三、李四", False)),
        ("代表团结奋斗", None),
        ("主席台就座", None),
        ("部长会议", None),
        ("第一节", None),
        ("中共中央", None),
        ("张三来了。", None),
        ("张" * 10_000, None),
    ],
)
def test_a_line_names_a_person_or_nobody(line: str, person: Person | None) -> None:
    assert read_person(line) == person


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("张三", "张三"),
        ("张三（某大学教授）", "张三"),
        ("新华社评论员", "新华社评论员"),
        ("中共中央", "中共中央"),
        ("佚名", None),
        ("https://example.org", None),
        ("他说，好。", None),
        ("12345678", None),
    ],
)
def test_a_label_names_a_person_or_a_body(value: str, name: str | None) -> None:
    assert labelled_person(value) == name


@pytest.mark.parametrize(
    ("path", "title", "day"),
    [
        ("2018-04-20-讲话.md", "讲话", (2018, 4, 20)),
        ("a/20180420 某某讲话.txt", "某某讲话", (2018, 4, 20)),
        ("某某讲话(2018.4.20).txt", "某某讲话", (2018, 4, 20)),
        ("二〇一八年四月二十日讲话.txt", "讲话", (2018, 4, 20)),
        ("017-2018_04_20.txt", None, (2018, 4, 20)),
        ("2018-04-20至2018-04-22.txt", "2018-04-20至2018-04-22", None),
        ("2018-02-30-讲话.txt", None, None),
        ("20181320.txt", None, None),
        ("120180420.txt", None, None),
        ("2018/讲话.txt", None, None),
        ("讲话.txt", None, None),
    ],
)
def test_a_file_s_name_says_one_day_or_none(
    path: str, title: str | None, day: tuple[int, int, int] | None
) -> None:
    name = read_file_name(path)
    assert name.date == (day_span(date(*day)) if day else None)
    if day:
        assert name.title == title
