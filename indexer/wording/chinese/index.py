"""What is wrong with an index, and what to do about it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "changed": (
        "{index}：{file} 在打开期间被改动，已有的结果一概不可信；"
        "请重新打开索引，若已损坏，请重建：{command}"
        "（正在使用的索引文件夹只可用改名的办法替换，切勿往里复制文件）"
    ),
    "missing": "{index}：这里没有索引；请建立索引：lunshu index 文件夹 --index {quoted}",
    "missing_name_another": "{fault}；或用 --index 另指文件夹",
    "missing_nearby": "{fault}；或用 --index 指明附近已有的索引：{others}",
    "between_folders": "、",
    "two_folders": (
        "{index}：这个索引是用 {folder} 建立的，而 ./{seeds} 是另一个文件夹；"
        "请指明用哪一个：lunshu index 文件夹 --index {quoted}"
    ),
    "far_folder": (
        "{index}：这个索引是用 {folder} 建立的，该文件夹既不在当前文件夹之下，也不在索引旁边；"
        "请指明源文件夹：lunshu index 文件夹 --index {quoted}"
    ),
    "folder_gone": (
        "{folder}：建立索引 {index} 时所用的这个文件夹已不存在；"
        "请指明源文件夹：lunshu index 文件夹 --index {quoted}"
    ),
    "confirm_folder": "{index}：这个索引是用 {folder} 建立的，现在读取这个文件夹吗？[y/N]",
    "other_format": "{index}：索引的格式是 {version!r}，这个版本的 lunshu 只读格式 {known}",
    "rebuild": "{fault}；请重建索引：lunshu index 文件夹 --index {quoted}",
    "damaged": "{index}：索引已损坏，{reason}",
    "rebuild_full": "{fault}；请重建索引：{command}",
    "seeds": "文件夹",
    "unreadable": "{path}：{reason}；请使索引可读",
    "unwritable": "{index}：{reason}；{remedy}",
    "give_folder": "请给出可写的文件夹：--index 文件夹",
    "free_space": "请腾出空间，或者给出另一个文件夹：--index 文件夹",
    "look_after_disk": "请检查磁盘，然后重新运行",
    "close_files": "请关闭一些文件，然后重新运行",
    "large": "{index}：{reason}；请把源文件分到几个索引里",
    "large_file": "{name} 将有 {size:,} 字节，超过上限 {most:,}",
    "last_generation": (
        "{index}：{name} 已是索引可用的最后一个编号；请删除这个文件夹，重新建立索引：lunshu "
        "index 文件夹 --index {index}"
    ),
    "others": (
        "{index}：这里的索引是别的程序的；请给出另一个文件夹：--index 文件夹，或者覆盖它：--full"
    ),
    "in_seeds": (
        "{index}：索引不能放在源文件夹 {seeds} 里，那里只读不写；请给出另一个文件夹：--index 文件夹"
    ),
    "no_folder": "{index}：索引只能写在文件夹里；请给出一个文件夹：--index 文件夹",
    "locked": (
        "{index}：等了 {waited} 秒，{holder}仍在写这个索引；请等它写完再试，或者多等一会儿："
        "--wait 秒数"
    ),
    "holder": "{host} 上的进程 {pid}（自 {since}）",
    "another_process": "另一个进程",
    "no_lock": "{path}：{reason}，无法加锁；请删除",
    "lock_no_file": "这不是普通文件",
    "lock_second_name": "它还有另一个名字",
}
