"""Messages in the language of the user, and two catalogues that say the same."""

from __future__ import annotations

import importlib
import pkgutil
import string

import pytest

from indexer.wording import Counted, language, misnamed_language, say
from tests.support.command_line import Lunshu, Run

VARIABLES = ("LUNSHU_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def messages(catalogue: str) -> dict[str, str]:
    """Every message of a catalogue, `chinese` or `english`, by its key."""
    package = importlib.import_module(f"indexer.wording.{catalogue}")
    return {
        f"{topic.name}.{name}": template
        for topic in pkgutil.iter_modules(package.__path__)
        for name, template in importlib.import_module(
            f"{package.__name__}.{topic.name}"
        ).MESSAGES.items()
    }


def places(template: str) -> set[str]:
    """The names of the facts that a template tells, those inside a plural included."""
    found: set[str] = set()
    for _, name, form, _ in string.Formatter().parse(template):
        if name is not None:
            found |= {name} | places(form or "")
    return found


CHINESE, ENGLISH = messages("chinese"), messages("english")


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


def test_a_number_chooses_between_singular_and_plural() -> None:
    days = "{count:# day|# days} {count:is|are} left"
    assert days.format(count=Counted(1)) == "1 day is left"
    assert days.format(count=Counted(0)) == "0 days are left"
    figures = "{count:#, day|#, days} {count} {count:,} {count:>6}"
    assert figures.format(count=Counted(1234)) == "1,234 days 1234 1,234   1234"


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


def test_no_message_is_missing_in_a_language() -> None:
    assert CHINESE.keys() == ENGLISH.keys()


def test_a_message_tells_the_same_facts_in_both_languages() -> None:
    """But for what a library says in English alone, which Chinese messages leave out."""
    told = {key: (places(CHINESE[key]), places(ENGLISH[key]) - {"foreign"}) for key in CHINESE}
    assert {key: both for key, both in told.items() if both[0] != both[1]} == {}


def test_a_template_takes_facts_by_their_names_and_nothing_out_of_them() -> None:
    templates = [*CHINESE.values(), *ENGLISH.values()]
    assert {
        name for template in templates for name in places(template) if not name.isidentifier()
    } == set()


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
