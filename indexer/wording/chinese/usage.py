"""What is wrong with a command line."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "see": "{message}；详见 {command} --help",
    "dash": "{message}；以 - 开头的查询之前请写 --",
    "pointed": "{message} —— {place}",
    "no_command": "没有写命令",
    "unknown_command": "没有命令 {name}",
    "unknown_option": "没有选项 {option}",
    "unknown_option_near": "没有选项 {option}，近似的有 {near}",
    "missing": "缺少参数 {name}",
    "bad_value": "{name} 的值有误：{reason}",
    "extra": "多出了参数 {extra}",
    "no_value": "选项 {option} 之后要有值",
    "takes_no_value": "选项 {option} 不带值",
    "choice": "“{value}”不在可选的值之中：{choices}",
    "utf_8": "不是合法的 UTF-8",
    "count": "“{value}”不是 0 或更大的整数",
    "positive": "“{value}”不是 1 或更大的整数",
    "seconds": "“{value}”不是 0 或更大的秒数",
    "folder": "{name}：请写明文件夹，不能为空",
    "output_file": "-o：请写明文件，不能为空",
    "article_file": "请写明文件，不能为空",
    "inspected_file": "请写明文件，不能为空",
    "query_and_stdin": "查询来自标准输入：请去掉查询，或者去掉 --stdin",
    "stdin_empty": "标准输入里没有查询：请每行写一条",
    "stdin_text": "标准输入不是文字：{reason}",
    "stdin_line": "第 {line} 行：{fault}",
    "stdin_table": "表格只列一条查询的结果：多条查询请用 --format json",
    "one_query": "查询是一个参数：请写 {query}",
    "file_or_text": "请给出文件（- 表示标准输入）或者 --text，二者之一",
    "empty_text": "--text 是空的；请写出要核对的文字",
    "accessed": "有 {count} 项出自网页：请用 --accessed 日期 补上查看的日期",
    "system": "{path}：{reason}",
    "no_space": "{reason}；请腾出空间，或者写到别处",
}
