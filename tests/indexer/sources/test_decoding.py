import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.sources.decoding import decode

SIMPLIFIED = "没有网络安全就没有国家安全，\r\n没有信息化就没有现代化。5G abc\n"
JAPANESE = "これは日本語の文章です。国家の安全について議論しました。"
TRADITIONAL = "沒有網絡安全就沒有國家安全，沒有信息化就沒有現代化。臺灣、憂鬱、龍鳳的時間"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "核心技术", "一\n二", "x", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_comes_back_from_every_encoding_we_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "核心技术", "hello", "2021\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_byte_order_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_page_of_tags_in_gbk_is_not_taken_for_utf_16() -> None:
    page = "<html><title>核心技术</title>" + "<div class=a>x</div>" * 500

    assert decode(page.encode("gbk")) == page


def test_a_rare_character_outside_gbk_comes_back_from_gb18030() -> None:
    text = "𠮷姓的人在这里，㐂字也在。"

    assert decode(text.encode("gb18030")) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n...", "looks like a PDF file; convert it to text first"),
        (
            b"PK\x03\x04....",
            "looks like a ZIP archive, as .docx, .xlsx and .epub files are; "
            "convert it to text first",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0", "looks like a PNG picture; convert it to text first"),
        (b"abc\0def", "looks like binary data (byte 0x00 at offset 3); convert it to text first"),
        (
            b"abc \xff",
            "neither UTF-8, UTF-16 nor GB18030 (byte 0xff at offset 4); save it as UTF-8",
        ),
        (
            "核心技术".encode()[:-1],
            "neither UTF-8, UTF-16 nor GB18030 (byte 0xe6 at offset 9); save it as UTF-8",
        ),
        (
            ("核心技术" * 9).encode()[:-1],
            "UTF-8 but for byte 0xe6 at offset 105; mend it there, or save it as UTF-8 again",
        ),
        (
            b"%s\xff\n%s" % ((SIMPLIFIED.encode("gb18030"),) * 2),
            "GB18030 but for byte 0xff at offset 61; mend it there, or save it as UTF-8",
        ),
        (
            b"\xff\xfeab\x00",
            "marked as UTF-16, but byte 0x00 at offset 4 does not fit; save it as UTF-8",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=r"; ") as caught:
        decode(data)

    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("café naïve für Größe", "latin-1"),
        ("沒有網絡安全就沒有國家安全", "big5"),
        ("Привет мир, это русский текст", "cp1251"),
        (JAPANESE, "shift-jis"),
        (JAPANESE, "euc-jp"),
        ("대한민국의 한글 문서입니다. 인터넷 " * 5, "euc-kr"),
    ],
)
def test_other_encodings_are_not_taken_for_gb18030(text: str, encoding: str) -> None:
    with pytest.raises(ValueError, match="neither UTF-8, UTF-16 nor GB18030"):
        decode(text.encode(encoding))


def reason_for(data: bytes) -> str | None:
    try:
        decode(data)
    except UnicodeError:  # also a ValueError, but its message names the codec and not the cure
        raise
    except ValueError as exc:
        return str(exc)
    return None


@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00\xd8")
@example(b"\xff\xfe\x00\x00")
def test_any_bytes_are_text_or_a_reason_in_one_line(data: bytes) -> None:
    reason = reason_for(data)

    assert reason is None or ("; " in reason and "\n" not in reason)
