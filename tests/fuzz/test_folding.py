"""Folding, over any Unicode: what exact search, highlights and the index rest on."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indexer.text.folding import (
    fold,
    fold_narrow,
    fold_narrow_with_origins,
    fold_spelled,
    fold_with_origins,
    unify,
)
from searcher.language.query import Phrase
from searcher.patterns import TimeBudget, pattern_of

ODD = (
    *"Ⅷ㍿ﷺﬀﬃ㈠½℃ΐßİıſẞǅΣς…‥ͺ´¨ﾞｶﾞ각가ᄀ\u1161\u11a8ㄱㅏㆎ\u1100\u302e\u0301\u0345\u0323\u20dd\u200d",
    *"\ud800\udfff\udc00\u200b\ufeff\u202e\u00ad\ufffd\uffff\U00020000\U0002f800\U0010ffff\U000e0041",
    *" \u3000\t\n\r\x0b\x0c\x1c\x85\xa0\u1680\u2009\u2028\u202f\u205f",
    *"⼤⺠⻓○◯〇著着衞卫瞭了覆复戸靑—–─⸺⸻·•・‧⋯∶\u2060\u00ad\ufe0f\u3164\u034f\u115f\U000e0100\x07バﾊﾞ한",
    *"“”‘’「」『』«»‹›\"'＂＇〝〟„‟中国網絡規則製薴乾5Ｇg٣۵²Éé，,。._-－＿〇々㐀",
    *("가", "가", "e\u0301", "e\u0323\u0301", "👨‍👩‍👧", "🇨🇳", "網\ufe00", "Big  Data", "㌀㍻"),
)
CHARACTERS = st.one_of(
    st.sampled_from(ODD), st.characters(), st.characters(categories=["Cs", "Mn", "Lm", "No", "Zs"])
)
TEXTS = st.lists(CHARACTERS, max_size=25).map("".join)


def without_blanks(text: str) -> str:
    return text.replace(" ", "")


def is_other_letter(character: str) -> bool:
    """Whether it is a letter, a digit or a combining mark outside Han, told without the rule that
    is tested."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Mc", "Me"):
        return True
    name = unicodedata.name(character, "")
    is_han = name.startswith("CJK ") and "IDEOGRAPH" in name
    return character.isalnum() and not is_han and character != "〇"


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_what_is_cut_is_as_long_and_folds_to_the_folded_form(text: str) -> None:
    spelled = fold_spelled(text)
    assert len(spelled) == len(fold(text))
    assert unify(spelled) == fold(spelled) == fold(text)


@given(TEXTS)
def test_the_narrow_form_is_a_step_to_the_wide_one(text: str) -> None:
    narrow = fold_narrow_with_origins(text)
    assert narrow.text == fold_narrow(text) == fold_narrow(fold_narrow(text))
    assert len(narrow.origins) == len(narrow.text)
    assert without_blanks(fold(narrow.text)) == without_blanks(fold(text))


@given(TEXTS, st.data())
def test_every_span_of_a_text_is_found_in_it_in_the_other_widths(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold_narrow(text[start:end]) in fold_narrow(text)
    assert fold_spelled(text[start:end]) in fold_spelled(text)


@given(st.characters())
def test_folding_any_single_character_twice_changes_nothing(character: str) -> None:
    assert fold(fold(character)) == fold(character)


@given(TEXTS)
def test_folding_works_character_by_character_but_for_blanks(text: str) -> None:
    assert without_blanks(fold(text)) == without_blanks("".join(map(fold, text)))


@given(TEXTS)
def test_a_blank_stays_between_letters_outside_han_alone(text: str) -> None:
    folded = fold(text)
    assert not [character for character in folded if character.isspace() and character != " "]
    for at, character in enumerate(folded):
        if character == " ":
            assert 0 < at < len(folded) - 1
            assert is_other_letter(folded[at - 1])
            assert is_other_letter(folded[at + 1])


BLANKS = st.text(" \t\n\u3000\xa0\u2009\x1c", min_size=1, max_size=3)


def has_no_blank(text: str) -> bool:
    return not any(map(str.isspace, unicodedata.normalize("NFKD", text)))


@given(TEXTS.filter(has_no_blank), BLANKS, TEXTS.filter(has_no_blank))
def test_a_run_of_blanks_is_one_or_none(left: str, blanks: str, right: str) -> None:
    before, after = fold(left), fold(right)
    keeps = before and after and is_other_letter(before[-1]) and is_other_letter(after[0])
    assert fold(left + blanks + right) == before + (" " if keeps else "") + after


@given(TEXTS, st.data())
def test_every_span_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold(text[start:end]) in fold(text)


@given(TEXTS)
def test_the_offset_map_says_what_each_character_folded_to(text: str) -> None:
    folded = fold_with_origins(text)
    assert folded.text == fold(text)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    came = [""] * len(text)
    for character, origin in zip(folded.text, folded.origins, strict=True):
        came[origin] += character
    assert list(map(without_blanks, came)) == [without_blanks(fold(one)) for one in text]


@given(TEXTS.filter(fold), st.data())
def test_a_highlight_covers_what_contributed_and_not_more(text: str, data: st.DataObject) -> None:
    folded = fold_with_origins(text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original_span(start, end)
    assert 0 <= first < last <= len(text)
    origins = folded.origins[start:end]
    assert (first, last - 1) == (min(origins), max(origins))
    assert folded.text[start:end].strip() in fold(text[first:last])


@given(TEXTS, st.data())
def test_a_span_is_highlighted_where_it_occurs(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = text[start : start + data.draw(st.integers(1, 6))]
    if not fold(span):
        return
    folded = fold_with_origins(text)
    places = list(pattern_of(Phrase(span), TimeBudget("")).matches(folded.text))
    assert [folded.text[first:last] for first, last in places] == [fold(span)] * fold(text).count(
        fold(span)
    )
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
