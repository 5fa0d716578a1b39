"""What is wrong with a regular expression in a query."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "malformed": '正则表达式有误（{reason}）：请改正；要查斜杠本身，请加引号，如 "/核心/"',
    "slow": (
        "正则表达式用时超过 {seconds} 秒：请减少互相嵌套的 * 和 +，或者加上一段普通文字，如 "
        "核心技术 AND /核.{{0,5}}术/，以减少要核对的段落"
    ),
    "unusable": "这个正则表达式无法使用：请写得简单一些",
    "stray_bracket": "这个 ) 没有配对",
    "unclosed_group": "这个 ( 没有配对",
    "unclosed_class": "这个 [ 没有配对",
    "large": "把重复都展开后超过 {most} 个字符",
    "nothing_to_repeat": "{mark} 之前没有可以重复的内容",
    "brace_repeats_nothing": "{{ 之前没有可以重复的内容；要查这个符号，请写 \\{{",
    "count_or_mark": "次数写成 {{2}} 或 {{2,5}}；要查这个符号，请写 \\{{",
    "count_form": "次数写成 {{2}} 或 {{2,5}}",
    "count_order": "次数要先小后大",
    "count_large": "次数最多 {most}",
    "repeated_again": "重复之上不能再加重复",
    "groups_deep": "分组嵌套超过 {most} 层",
    "two_groups": "有两个名为 {name} 的分组",
    "no_group": "在此之前没有结束过这个名称或编号的分组，编号最大 99",
    "group_opening": (
        "分组的开头只能是 ( (?: (?P<name> (?= (?! (?<= (?<! (?>；不必写标志，本来就不分大小写"
        "和全角半角"
    ),
    "class_bracket": "字符类里的 [ 要写成 \\[",
    "class_combined": "字符类不能组合；要查这个符号，请写 \\{mark}",
    "class_reference": "字符类里不能引用分组",
    "class_range": "这个范围的首尾字符次序不对",
    "no_escape": "{written} 在这里没有意义",
    "no_property": "归一后的文字没有 {written}；可用的是 {known}",
    "no_number": "没有这个编号的字符",
}
