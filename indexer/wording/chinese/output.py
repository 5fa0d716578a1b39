"""Files and formats in which results are written."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "another_style": "按文件名 {path} 应为 {style}，--style 却是 {asked}，请去掉其中一个",
    "binary": "{format} 不能显示在终端上，请用 -o 文件 写入文件",
    "contradiction": "按文件名 {path} 应为 {format}，--format 却是 {asked}，请去掉其中一个",
    "dash": "要输出到标准输出，不写 -o 就行；-o 后面要写文件名",
    "exists": "{path} 已经存在，要覆盖请加 --force",
    "folder_read_only": "无法写入 {path}：文件夹 {folder} 不可写，请换一个文件夹",
    "force_alone": "--force 只能与 -o 文件 一起用",
    "in_index": "{path} 在索引文件夹 {folder} 里，请换一个文件夹",
    "in_seeds": "{path} 在源文件夹 {folder} 里，那里只读不写，请换一个文件夹",
    "is_folder": "{path} 是文件夹，请写明其中的文件名",
    "is_read": "{path} 正是要读的文件，请换一个文件名",
    "long_cell": "{row} 的 {column} 超过了 xlsx 单元格的上限（{most:,} 字），请改用 csv 或 json",
    "no_folder": "无法写入 {path}：没有文件夹 {folder}，请先建立",
    "no_plain_file": "{path} 不是普通文件，请换一个文件名",
    "not_offered": "这个命令不能输出 {format}（{path}），文件名可以用的后缀：{suffixes}",
    "symbolic_link": "{path} 是符号链接，请写它所指的文件",
    "too_many_rows": "xlsx 的一张表最多 {most:,} 行，请改用 csv 或 json",
    "unknown_suffix": "从文件名 {path} 看不出格式：请用后缀 {suffixes}，或加 --format",
    "written": "已写入 {path}",
}
