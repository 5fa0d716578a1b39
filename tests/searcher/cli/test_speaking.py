"""Help, errors of usage and progress in Chinese; the English ones are compared elsewhere."""

from __future__ import annotations

import re

import click
import pytest

from searcher.cli.commands import COMMANDS
from searcher.cli.errors import usage_message
from searcher.render.typeset.characters import text_width
from tests.support.command_line import Lunshu, Run

pytestmark = pytest.mark.usefixtures("in_chinese")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "没有写命令；详见 lunshu --help"),
        (["serch"], "没有命令 serch；详见 lunshu --help"),
        (["search"], "缺少参数 查询；详见 lunshu search --help"),
        (["cite"], "缺少参数 编号...；详见 lunshu cite --help"),
        (["search", "-AI"], "没有选项 -A；以 - 开头的查询之前请写 --；详见 lunshu search --help"),
        (
            ["search", "--zzzzzz", "3", "核心"],
            "没有选项 --zzzzzz；详见 lunshu search --help",
        ),
        (
            ["search", "核心", "技术"],
            "查询是一个参数：请写 '核心 技术'；详见 lunshu search --help",
        ),
        (
            ["search", "--limit", "-1", "核心"],
            "--limit 的值有误：“-1”不是 0 或更大的整数；详见 lunshu search --help",
        ),
        (
            ["similar", "002#1", "--min-length", "0"],
            "--min-length 的值有误：“0”不是 1 或更大的整数；详见 lunshu similar --help",
        ),
        (
            ["index", "--wait", "lang"],
            "--wait 的值有误：“lang”不是 0 或更大的秒数；详见 lunshu index --help",
        ),
        (
            ["search", "--color", "red", "核心"],
            "--color 的值有误：“red”不在可选的值之中：auto、always、never；"
            "详见 lunshu search --help",
        ),
        (
            ["search", "--index", "", "核心"],
            "--index：请写明文件夹，不能为空；详见 lunshu search --help",
        ),
        (["index", ""], "文件夹：请写明文件夹，不能为空；详见 lunshu index --help"),
        (["status", "甲", "乙"], "多出了参数 甲 乙；详见 lunshu status --help"),
        (["search", "-o", "", "核心"], "-o：请写明文件，不能为空；详见 lunshu search --help"),
        (
            ["trace"],
            "请给出文件（- 表示标准输入）或者 --text，二者之一；详见 lunshu trace --help",
        ),
    ],
)
def test_an_error_of_usage_is_one_chinese_line(
    arguments: list[str], message: str, lunshu: Lunshu
) -> None:
    assert lunshu(*arguments) == Run(2, "", f"lunshu: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["search", "--limit"], "选项 --limit 之后要有值；详见 lunshu search --help"),
        (["status", "--deep=1"], "选项 --deep 不带值；详见 lunshu status --help"),
    ],
)
def test_an_option_with_no_value_or_too_many_is_one_chinese_line(
    arguments: list[str], message: str, lunshu: Lunshu
) -> None:
    assert lunshu(*arguments) == Run(2, "", f"lunshu: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["se'rch"], "没有命令 se'rch；详见 lunshu --help"),
        (["list", "it's"], "documents、chapters、speeches、speakers；详见 lunshu list --help"),
        (["show", "--color", 'a"b', "1"], "auto、always、never；详见 lunshu show --help"),
        (["search", "--limit", "1'2", "甲"], "--limit 的值有误：“1'2”不是 0 或更大的整数；"),
        (["show", "--a'b", "1"], "没有选项 --a'b；详见 lunshu show --help"),
    ],
)
def test_a_quotation_mark_in_what_is_wrong_makes_no_line_english(
    arguments: list[str], message: str, lunshu: Lunshu
) -> None:
    run = lunshu(*arguments)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert message in run.err
    assert re.search("uch|nvalid|not one of", run.err) is None


def test_options_nearby_are_named_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = click.NoSuchOption("--forc", possibilities=["--format", "--force"])
    assert usage_message(wrong) == "没有选项 --forc，近似的有 --force、--format"
    monkeypatch.setenv("LUNSHU_LANG", "en")
    assert usage_message(wrong) == "No such option --forc, perhaps --force, --format"


def test_the_help_of_the_program_is_chinese(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert lunshu("--help") == Run(
        0,
        """\
用法：lunshu [选项] 命令 [参数]...

  论述搜索：在讲话和文献中查找。

  凡是说到的论述，一段不漏，总数准确；每一段注明讲话、日
  期、章和页。

  示例：
    lunshu search '"没有网络安全"'

  退出码：查到为 0，没有查到为 1，出错为 2。

选项：
  --version   显示版本。
  -h, --help  显示这段说明。

命令：
  search   查找段落。
  explain  解释一个查询查到什么、怎样查。
  trace    查明引文的出处。
  show     显示一段论述的全文。
  cite     写出论述的参考文献。
  similar  查找一段论述的其他说法。
  dupes    查找重复的文字。
  first    查找最早说到的论述。
  list     列出文档、章或者讲话。
  inspect  说明一个文件会怎样读入。
  status   显示索引的状况。
  index    建立或更新索引。
""",
        "",
    )


def test_the_help_of_a_command_is_chinese(lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    assert (
        lunshu("show", "--help").out
        == """\
用法：lunshu show [选项] 编号

  显示一段论述的全文：讲话、日期、位置和各个自然段。

  编号就是 lunshu search 显示的编号，文档名只要写到不与别的混淆即
  可，其后是 # 和论述的序号。编号指明自然段的（如 002#24.2），该段标
  出。

  示例：
    lunshu show '002#12'

选项：
  --format [text|json|jsonl|csv|tsv|xlsx]
                                  结果的格式。  [默认：text]
  -o, --output 文件               把结果写入文件；格式由后缀决定。
  --force                         文件已经存在时，覆盖它。
  --color [auto|always|never]     何时用颜色：自动（在终端上，且没有
                                  设置 NO_COLOR）、总是、从不。  [默
                                  认：auto]
  -q, --quiet                     标准错误上只写错误。
  --index 文件夹                  索引文件夹。  [环境变量：
                                  LUNSHU_INDEX；默认：./index]
  -h, --help                      显示这段说明。
"""
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_its_page_and_shows_the_same_example_in_both_languages(
    command: str, lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    chinese = lunshu(command, "--help").out
    monkeypatch.setenv("LUNSHU_LANG", "en")
    english = lunshu(command, "--help").out
    free = "--format html > a.html", "[OPTIONS]", "[选项]"  # what is to be copied is not wrapped
    wide = [line for line in (chinese + english).splitlines() if text_width(line) > 80]
    assert [line for line in wide if not any(text in line for text in free)] == []
    (example,) = re.findall(r"^ +示例：\n +(lunshu .+)$", chinese, re.MULTILINE)
    assert re.findall(r"^ +Example:\n +(lunshu .+)$", english, re.MULTILINE) == [example]
    options = re.compile(r"^  (?:-\w, )?(--[a-z-]+)", re.MULTILINE)
    assert options.findall(chinese.split("选项：\n")[1]) == options.findall(
        english.split("Options:\n")[1]
    )
