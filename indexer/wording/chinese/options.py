"""Values that a caller gives and that cannot be used."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "zone": "没有时区“{zone}”；请写 +08:00 这样的时差，或者 Asia/Shanghai 这样的名称",
    "terms_unreadable": "{path}：{reason}；请使其可读，或者删除",
    "terms_no_file": "{path}：这不是普通文件；请换成文本文件，或者删除",
    "terms_large": "{path}：文件有 {size:,} 字节，而词表最多 {most:,} 字节；请缩短",
    "terms": "{path}：{reason}",
    "term_long": "第 {line} 行：词长 {length:,} 字，超过上限 {most}；请每行写一个词",
    "terms_many": "共有 {count:,} 个词，超过上限 {most:,}；请缩短",
    "speaker_long": "第 {line} 行：人名长 {length:,} 字，超过上限 {most}；请每行写一个人名",
    "speaker_letters": "第 {line} 行：不是人名；请每行写一个人名，至少 {least} 个字，不带标点",
    "speakers_many": "共有 {count:,} 个人名，超过上限 {most:,}；请缩短",
    "jieba_dictionary": (
        "{path}：jieba 的词典第 {line} 行不合格式（{entry}）；请改正该行，或者重新安装 jieba"
    ),
    "type": "{name} 的值 {value} 类型不对；请给出 {known}",
    "path": "{name} 的值 {path!r} 含有路径里不能有的字符；请换一个",
    "value": "{name} 不能是“{value}”；请从中选一个：{known}",
    "sort": "没有排序方式“{sort}”；请从中选一个：{sorts}",
    "within": "没有范围“{within}”；请从中选一个：{known}",
    "role_within": (
        "范围 {within} 之内没有类别 {role}；请把范围改为 {all}（--in {all}），或者去掉类别"
    ),
    "role_note": "注释不是谁的原话，不能作为出处；请去掉类别 note",
    "empty_field": "{name} 是空的；请写出其中一部分文字",
    "since_until": "起始日期 {since} 晚于截止日期 {until}；请对调",
    "no_date": "{option} 的值“{value}”不是日期；请写成 2018-04-20 或 2018 这样",
    "limit_offset": "limit 为 {limit}、offset 为 {offset}：两者都不能是负数；请给出 0 或更大的数",
    "seconds": "regex_seconds 为 {seconds}：不是时长；请给出秒数，0 或更大的数",
    "limit": "limit 为 {limit}：不能是负数；请给出 0 或更大的数",
    "short_runs": "{length} 个字的相同文字不说明问题；请给出 {least} 或更大的数",
    "short_quotations": "{length} 个字的引文太短，无法追查；请给出 {least} 或更大的数",
    "exclude": "exclude 是一个字符串“{exclude}”；请给出文档编号的列表",
    "closed": "检索器已经关闭；请重新打开索引",
    "style": "没有体例“{style}”；请从中选一个：{styles}",
    "accessed": "accessed 的值“{accessed}”不是某一天；请写成 2021-09-25 这样",
}
