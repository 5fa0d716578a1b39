"""What is wrong with a query, and what to write instead."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "at": "查询第 {position} 个字符：{reason}",
    "at_syntax": "查询第 {position} 个字符：{reason}；加 --plain 则全作文字",
    "long": "查询超过 {most} 个字符：请少写一些，程序里的上限可以调高",
    "empty": "查询是空的：请写要找的文字，如 核心技术",
    "half_character": "这是半个字符：请去掉",
    "deep": "括号和 NOT 嵌套超过 {most} 层：请去掉不起作用的",
    "nothing_quoted": "{opening} 和 {closing} 之间没有文字：请写上要找的文字",
    "unclosed_quote": "这个 {mark} 没有配对：请在要逐字查找的文字之后写 {partner}，或者去掉 {mark}",
    "unclosed_bracket": (
        "这个 {bracket} 没有配对：请在一项条件之后补上另一半；要查括号本身，请给文字加引号，"
        '如 "{bracket}上海"'
    ),
    "stray_bracket": (
        "这个 {bracket} 没有配对：请在前面某项条件开头补上另一半；要查括号本身，请给文字加引"
        '号，如 "上海{bracket}"'
    ),
    "empty_brackets": "这对括号里没有内容：请写上条件，如 (核心技术 OR 突破)，或者去掉括号",
    "glued_bracket": (
        "{name} 和括号之间要有空格：请写 {name} (上海)；要查 {name} 这个词本身，请给文字加引"
        '号，如 "{name}(上海)"'
    ),
    "no_field": (
        '没有 {name} 这个字段：可用的字段是 {fields}；要查这些文字本身，请加引号，如 "{written}"'
    ),
    "field_elsewhere": (
        '{name} 这个字段在这里叫{field}：请写 {field}：…；要查这些文字本身，请加引号，如 "{name}："'
    ),
    "no_value": "{written} 的冒号之后要紧跟字段值，如 {example}",
    "field_wildcard": (
        "字段不用通配符，写出其中一部分文字就能查到：请只写这一部分；要查这些符号本身，请给字"
        '段值加引号，如 题："什么是强国？为什么"'
    ),
    "field_group": (
        "一个字段只能有一个值：请分开写，如 (讲话：座谈会 OR 讲话：贺信)，或者给字段值加引号"
    ),
    "no_date": (
        "日期有误（{reason}）：请写成 2018、2018-04、2018-04-20、2018年4月20日、2016..2018 或"
        " >=2016-04-19 这样"
    ),
    "near_operand": (
        "{name} 的两边只能是文字、引号里的文字、通配式，或者用 OR 并列这些的括号，而这里不是"
        "：请改用 AND 连接，如 (核心技术 {name} 突破) AND 讲话：座谈会"
    ),
    "near_chain": (
        "{name} 只连接两项，而它前面已经是一对：请用 AND 连接各对，如 (核心技术 {name} 突破) "
        "AND (突破 {name} 人才)"
    ),
    "near_distance": (
        "{name} 要写明相距的字数（0 到 99999），如 核心技术 {name}/20 突破；要查这个词本身，"
        '请加引号："{word}"'
    ),
    "clause_before": (
        '{name} 的前面要有一项条件，如 {example}；要查 {name} 这个词本身，请加引号："{name}"'
    ),
    "clause_after": (
        '{name} 的后面要有一项条件，如 {example}；要查 {name} 这个词本身，请加引号："{name}"'
    ),
    "edge_star": (
        "一项条件的首尾不必写 {star}，本来就能查到更长的词：请去掉，或者写在两段文字之间，如 "
        "网络{star}安全"
    ),
    "many_stars": "一项条件里的星号最多 {most} 处：请去掉一些，或者拆成几项",
    "blank_clause": "这项条件里只有空白；请写上文字",
}
