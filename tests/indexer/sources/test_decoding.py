import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.sources.decoding import Decoded, decode

SIMPLIFIED = "没有网络安全就没有国家安全，\r\n没有信息化就没有现代化。5G abc\n"
JAPANESE = "これは日本語の文章です。国家の安全について議論しました。"
KOREAN = "대한민국의 한글 문서입니다. 인터넷 " * 5
TAIWAN = "沒有網絡安全就沒有國家安全，沒有資訊化就沒有現代化。臺灣、憂鬱、龍鳳的時間\n"
PRIVATE = "\ue5e5"
NULS = "\x00" * 300
TRADITIONAL = "沒有網絡安全就沒有國家安全，沒有信息化就沒有現代化。臺灣、憂鬱、龍鳳的時間"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "核心技术", "一\n二", "x", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_comes_back_from_every_encoding_we_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text)


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "核心技术", "hello", "2021\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_byte_order_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text)


def test_a_page_of_tags_in_gbk_is_not_taken_for_utf_16() -> None:
    page = "<html><title>核心技术</title>" + "<div class=a>x</div>" * 500

    assert decode(page.encode("gbk")) == Decoded(page)


def test_a_rare_character_outside_gbk_comes_back_from_gb18030() -> None:
    text = "𠮷姓的人在这里，㐂字也在。"

    assert decode(text.encode("gb18030")) == Decoded(text)


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
            "neither UTF-8, UTF-16, GB18030 nor Big5 (byte 0xff at offset 4); save it as UTF-8",
        ),
        (
            "核心技术".encode()[:-1],
            "neither UTF-8, UTF-16, GB18030 nor Big5 (byte 0xe6 at offset 9); save it as UTF-8",
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
    ("text", "encoding", "reason"),
    [
        ("café naïve für Größe", "latin-1", "neither UTF-8, UTF-16, GB18030 nor Big5"),
        ("Привет мир, это русский текст", "cp1251", "neither UTF-8, UTF-16, GB18030 nor Big5"),
        ("Привет мир, это русский текст", "koi8-r", "neither UTF-8, UTF-16, GB18030 nor Big5"),
        (JAPANESE, "shift-jis", "looks like Shift-JIS, which is not read; save it as UTF-8"),
        (JAPANESE, "euc-jp", "looks like EUC-JP, which is not read; save it as UTF-8"),
        (KOREAN, "euc-kr", "looks like EUC-KR, which is not read; save it as UTF-8"),
        ("대한민국의 주권은", "euc-kr", "looks like EUC-KR, which is not read; save it as UTF-8"),
        ("국회는 심의 확정", "euc-kr", "looks like EUC-KR, which is not read; save it as UTF-8"),
    ],
)
def test_other_encodings_are_not_taken_for_gb18030_or_big5(
    text: str, encoding: str, reason: str
) -> None:
    assert reason_for(text.encode(encoding)).startswith(reason)


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
@pytest.mark.parametrize("text", [TAIWAN, TAIWAN[:9], "核心技術是國之重器", "沒有網絡安全"])
def test_traditional_text_comes_back_from_big5(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text)


def test_a_text_of_hong_kong_comes_back_from_big5_with_its_own_characters() -> None:
    text = "佢哋喺香港嘅公司返工，啲同事話今日唔使開會，大家都好開心。"

    assert decode(text.encode("big5hkscs")) == Decoded(text)


def test_what_windows_writes_in_big5_is_what_windows_shows() -> None:
    text = "馬克‧吐溫說：自由～平等，約￥五百，這是他們的時代。"

    assert decode(text.encode("cp950")) == Decoded(text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            f"{TAIWAN}①".encode("big5hkscs"),
            "Big5 with byte 0xc6 at offset 75, which programs read as different characters; "
            "save it as UTF-8",
        ),
        (
            f"{TAIWAN}\xff{TAIWAN}".encode("big5hkscs", "replace").replace(b"?", b"\xff"),
            "Big5 but for byte 0xff at offset 75; mend it there, or save it as UTF-8",
        ),
    ],
)
def test_big5_that_cannot_be_read_for_certain_is_refused(data: bytes, reason: str) -> None:
    assert reason_for(data) == reason


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("text", "kept", "problems"),
    [
        (
            f"{SIMPLIFIED}\x1a",
            SIMPLIFIED,
            [(3, "control characters are left out: 1")],
        ),
        (
            f"{SIMPLIFIED}{SIMPLIFIED}{NULS}",
            SIMPLIFIED * 2,
            [(5, "control characters are left out: 300")],
        ),
        (
            f"{SIMPLIFIED}没有\x00网络{SIMPLIFIED * 3}",
            f"{SIMPLIFIED}没有网络{SIMPLIFIED * 3}",
            [(3, "control characters are left out: 1")],
        ),
        (
            f"{SIMPLIFIED * 2}{PRIVATE}\n{PRIVATE}的\x07{SIMPLIFIED * 2}",
            f"{SIMPLIFIED * 2}{PRIVATE}\n{PRIVATE}的{SIMPLIFIED * 2}",
            [
                (6, "control characters are left out: 1"),
                (
                    5,
                    "characters of one font alone, which nobody else sees: 2 (also in line 6); "
                    "write the characters that are meant",
                ),
            ],
        ),
    ],
    ids=["end of file", "padding", "a zero", "private use"],
)
def test_a_few_characters_that_no_text_has_refuse_no_file(
    encoding: str, text: str, kept: str, problems: list[tuple[int, str]]
) -> None:
    decoded = decode(text.encode(encoding))

    assert decoded.text == kept
    assert [(one.line, one.reason) for one in decoded.problems] == problems


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_lines_of_what_no_text_has_are_those_that_an_editor_numbers(end: str) -> None:
    text = f"{SIMPLIFIED.strip()}{PRIVATE}{end}" * 12

    (problem,) = decode(text.encode()).problems

    assert problem.line == text[: text.index(PRIVATE)].count("\n") + 1
    first = problem.line
    others = ", ".join(str(first + 2 * number) for number in range(1, 10))
    assert f"(also in line {others}…)" in problem.reason


def test_many_characters_of_a_font_are_the_reason_why_a_file_is_refused() -> None:
    text = f"核心{PRIVATE * 9}技术"

    assert reason_for(text.encode("gb18030")) == (
        "GB18030 but for characters of one font alone or controls, of which there are too many: 9; "
        "write the characters that are meant"
    )


def test_zeros_all_over_a_file_are_no_text() -> None:
    data = b"".join(bytes([letter, 0, 0, 0]) for letter in b"looks like a program" * 9)

    assert reason_for(data) == (
        "looks like binary data (byte 0x00 at offset 1); convert it to text first"
    )


def reason_for(data: bytes) -> str:
    """Why bytes are refused; empty where they are not."""
    try:
        decode(data)
    except UnicodeError:  # also a ValueError, but its message names the codec and not the cure
        raise
    except ValueError as exc:
        return str(exc)
    return ""


@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00\xd8")
@example(b"\xff\xfe\x00\x00")
def test_any_bytes_are_text_or_a_reason_in_one_line(data: bytes) -> None:
    reason = reason_for(data)

    assert not reason or ("; " in reason and "\n" not in reason)
