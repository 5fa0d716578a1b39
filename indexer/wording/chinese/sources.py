"""The source files: what is looked for, what is passed over, and what cannot be opened."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "at": "{place}：{reason}",
    "no_file": "{seeds}：源文件夹里没有文件；请放入源文件（纯文本、Markdown、HTML 或 JSON Lines）",
    "only_skipped": (
        "{seeds}：源文件夹里没有可用的文件（{path}：{reason}）；请放入源文件（纯文本、"
        "Markdown、HTML 或 JSON Lines）"
    ),
    "no_folder": "{seeds}：源文件夹不是文件夹；请给出存放源文件的文件夹：lunshu index 文件夹",
    "missing": "{seeds}：没有这个源文件夹；请给出存放源文件的文件夹：lunshu index 文件夹",
    "unreadable": "{seeds}：{reason}",
    "nothing_read": "{seeds}：没有一个文件能读，索引保持原样；{path}：{reason}",
    "fault": "{reason}；请使其可读，或者删除",
    "remove_it": "{reason}；请删除",
    "no_plain_file": "这不是普通文件",
    "bytes": "文件有 {size:,} 字节",
    "pipe": "这是管道；请删除",
    "socket": "这是套接字；请删除",
    "device": "这是设备；请删除",
    "link": "这是符号链接；请换成副本，或者加 --follow-links",
    "link_nowhere": "这是失效的符号链接；请改正或删除",
    "link_pipe": "这是指向管道的符号链接；请删除",
    "link_socket": "这是指向套接字的符号链接；请删除",
    "link_device": "这是指向设备的符号链接；请删除",
    "index_folder": "这是索引文件夹",
    "same_folder": "与文件夹 {path} 是同一个，已经读过",
    "same_file": "与文件 {path} 是同一个，已经读过",
    "binary": "不像文本（{kind}）；请先转换为文本",
    "nul": "不像文本（偏移 {offset} 处有字节 0x00）；请先转换为文本",
    "byte": "偏移 {offset} 处的字节 0x{byte}",
    "nearly_utf_8": "除{place}外都是 UTF-8；请改正该处，或者重新存为 UTF-8",
    "nearly_gb18030": "除{place}外都是 GB18030；请改正该处，或者存为 UTF-8",
    "no_encoding": "既不是 UTF-8、UTF-16，也不是 GB18030（{place}）；请存为 UTF-8",
    "marked": "标明是 {name}，但偏移 {offset} 处的字节 0x{byte} 不合；请存为 UTF-8",
    "pdf": "PDF 文件",
    "zip": "ZIP 压缩包，.docx、.xlsx、.epub 文件也是",
    "empty_zip": "空的 ZIP 压缩包",
    "old_office": "旧版 Office 文件，如 .doc、.xls",
    "rtf": "RTF 文件",
    "png": "PNG 图片",
    "jpeg": "JPEG 图片",
    "gif": "GIF 图片",
    "tiff": "TIFF 图片",
    "djvu": "DjVu 文件",
    "gzip": "gzip 压缩包",
    "bzip2": "bzip2 压缩包",
    "xz": "xz 压缩包",
    "seven_zip": "7-Zip 压缩包",
    "rar": "RAR 压缩包",
    "zstandard": "Zstandard 压缩包",
    "sqlite": "SQLite 数据库",
    "program": "可执行程序",
}
