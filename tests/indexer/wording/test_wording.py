"""Messages in the language of the user."""

from __future__ import annotations

import pytest

from indexer.wording import Count, language, misnamed_language, one_language, say
from tests.support.command_line import Lunshu, Run

VARIABLES = ("LUNSHU_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LC_ALL": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW@radical"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "zh_CN", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "zh"),
        ({"LUNSHU_LANG": "en", "LC_ALL": "zh_CN"}, "en"),
        ({"LUNSHU_LANG": "zh", "LC_ALL": "en_US"}, "zh"),
        ({"LUNSHU_LANG": "ZH_cn.utf-8", "LC_ALL": "en_US"}, "zh"),
        ({"LUNSHU_LANG": "zh-Hans", "LC_ALL": "en_US"}, "zh"),
        ({"LUNSHU_LANG": " EN ", "LC_ALL": "zh_CN"}, "en"),
        ({"LUNSHU_LANG": "", "LC_ALL": "en_US"}, "en"),
        ({"LUNSHU_LANG": "klingon", "LC_ALL": "zh_CN"}, "en"),
    ],
)
def test_the_language_is_that_of_lunshu_lang_then_of_the_locale(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert language() == expected


def test_a_message_is_said_in_the_language_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "en")
    english = say("limits.lines", count=1), say("limits.lines", count=12_345)
    monkeypatch.setenv("LUNSHU_LANG", "zh")
    chinese = say("limits.lines", count=1), say("limits.lines", count=12_345)
    assert english == ("1 line", "12,345 lines")
    assert chinese == ("1 行", "12,345 行")


def test_in_a_block_everything_is_said_in_the_language_of_its_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "en")
    with one_language():
        monkeypatch.setenv("LUNSHU_LANG", "zh")
        assert (language(), say("limits.lines", count=2)) == ("en", "2 lines")
    assert (language(), say("limits.lines", count=2)) == ("zh", "2 行")


def test_a_number_chooses_between_singular_and_plural() -> None:
    days = "{count:# day|# days} {count:is|are} left"
    assert days.format(count=Count(1)) == "1 day is left"
    assert days.format(count=Count(0)) == "0 days are left"
    figures = "{count:#, day|#, days} {count} {count:,} {count:>6}"
    assert figures.format(count=Count(1234)) == "1,234 days 1234 1,234   1234"


@pytest.mark.parametrize("key", ["limits.none", "nothing.lines", "limits", "lines", ".", ""])
def test_a_key_that_no_catalogue_has_is_a_mistake_of_the_program(key: str) -> None:
    with pytest.raises(KeyError):
        say(key, count=1)


def test_a_fact_that_is_not_given_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError, match="count"):
        say("limits.lines")


@pytest.mark.parametrize("given", ["klingon", "zhongwen", "english", "C"])
def test_a_language_that_is_not_spoken_is_named_in_both(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", given)
    assert misnamed_language() == (
        f"LUNSHU_LANG 只能是 zh（中文）或 en（英文），不能是 '{given}'"
        f" / LUNSHU_LANG is zh (Chinese) or en (English), not '{given}'"
    )


@pytest.mark.parametrize("given", ["", "zh", "en", "zh_CN.UTF-8", "EN-us"])
def test_a_language_that_is_spoken_is_no_fault(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUNSHU_LANG", given)
    assert misnamed_language() is None


def test_a_command_in_a_language_that_is_not_spoken_says_so(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "klingon")
    assert lunshu("status") == Run(
        2,
        "",
        "lunshu: LUNSHU_LANG 只能是 zh（中文）或 en（英文），不能是 'klingon'"
        " / LUNSHU_LANG is zh (Chinese) or en (English), not 'klingon'\n",
    )
