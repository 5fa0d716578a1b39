import pytest

from indexer.text.numerals import parse_numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("六", 6),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十四", 24),
        ("二〇二一", 2021),
        ("一百零八", 108),
        ("二○一四", 2014),
        ("二O一四", 2014),
        ("二Ｏ一四", 2014),
        ("二0一四", 2014),
        ("二０一四", 2014),
        ("一千二百", 1200),
    ],
)
def test_a_numeral_of_either_system_is_read(text: str, number: int) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    "text", ["", "六个", "第六", "百十千", "二二十", "1十", "-1", "十十", "O", "2O18"]
)
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        parse_numeral(text)
