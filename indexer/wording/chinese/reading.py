"""What is said of reading a source file: what is wrong with it, and what became of its blocks."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "both": "{first}；{second}",
    "at_line": "第 {line} 行：{reason}",
    "rest_indexed": "{reason}（其余部分已编入索引）",
    "memory": "内存不足，无法读入；请拆分文件",
    "empty": "文件是空的；请写入内容，或者删除",
    "no_text": "其中没有正文（按 {kind} 读取）；请补上，或者删除",
    "date": "无法识别日期“{date}”；请写成 2018-04-20",
    "date_of_name": "正文没有日期，取自文件名",
    "date_of_dateline": "正文没有日期，取自电头；年份取自文件名",
    "dates": (
        "文件里有几篇文字，看不出“{date}”是哪一篇的日期，因此都不标日期；请把日期写在各篇标题之下"
    ),
    "unmarked": (
        "有 {count} 行像是没有日期的一篇的标题（第一处：“{title}”），其下的文字因此不标日期；"
        "若是标题，请在其下写明日期；若是小标题，请加上序号"
    ),
    "speech_stated": "文件自己写明",
    "speech_dated": "标题是讲话、书信一类的写法，标题下有日期：{title}",
    "speech_spoken": "标题是讲话、书信一类的写法，写明了讲话人：{title}",
    "speech_in_volume": "收在一个人的著作集里：{volume}",
    "yaml_open": "从这里开始的 YAML 头部没有结束；请在其后加一行 ---",
    "yaml": "YAML 头部不合语法；请改正",
    "yaml_unparsed": "YAML 头部不合语法；请改正",
    "yaml_deep": "YAML 头部嵌套太深；请改正",
    "yaml_escape": "YAML 头部有转义序列不代表任何字符；请改正",
    "json_array": "不合 JSON 语法；请改正，或者每行写一条记录",
    "json_array_open": (
        "不合 JSON 语法：记录的数组没有结束，或者结束之后还有内容；请改正，或者每行写一条记录"
    ),
    "json_array_value": "不合 JSON 语法：有的值太长，或者嵌套太深；请改正，或者每行写一条记录",
    "json_line": "不合 JSON 语法（第 {column} 列）；请改正本行",
    "no_record": '这不是记录；请写成 {{"text": "…"}} 这样的对象',
    "no_record_read": "没有一条记录能读：{reason}",
    "record_text": "记录没有正文；请加上字段 text",
    "record_field": "字段 {name} 既不是字符串，也不是数字；请改正",
    "titles": "doc 为“{name}”的记录有 {count} 个标题；请给每篇文档各自的 doc",
    "titles_without_doc": "没有 doc 的记录有 {count} 个标题；请给每篇文档各自的 doc",
    "notes_unread": "有 {count} 行像出处，一行也没有读懂；请用 lunshu inspect 逐行查看",
    "page_foot": "页脚，不是正文",
    "title_again": "与标题重复",
    "picture_name": "图片的文件名，不是正文",
    "rule": "分隔线，不是正文",
    "title_page": "书前的题名页、目录等，不是正文",
    "menu": "菜单，不是正文",
    "pattern": "标题（2018年1月2日）[，来源[，第1页]]",
    "heading_damaged": "章标题“{raw}”有误；请改为“{heading}”",
    "heading_missing": "缺少章标题“{heading}”，该章论述因此归入前一章；请在该章开头补上，单独成行",
    "heading_fused": "第{number}章的标题与正文在同一行，其下各段没有章名；请把标题单独放一行",
    "heading_missing_numbered": (
        "缺少第 {number} 章的标题，该章论述因此归入前一章；请在该章开头补上，单独成行"
    ),
    "no_book": (
        "像是论述摘编，但没有当作摘编读：{paragraphs} 段文字只有 {notes} 条出处；"
        "请在每段论述下写明出处"
    ),
    "note_unread": "像出处，没有读懂",
    "no_book_reversed": "像是论述摘编，但没有当作摘编读：出处在文字之上；请把出处放在各段论述之下",
    "no_attribution": "到这里为止的文字没有出处；请在其下加一行：{pattern}，不属本书的文字请删去",
    "attribution": "出处“{note}”{fault}；请改为：{pattern}",
    "attribution_without_text": "出处“{note}”之上没有文字；请补上文字，或者删去出处",
    "page_mark": "页码，不是正文",
    "running_head": "书眉，在页码旁反复出现，不是正文",
    "link": "网页的链接，不是正文",
    "tools": "网页的按钮，不是正文",
    "of_text": "只说明正文的起止或者节选，不是正文",
    "of_another": "不是讲话人的话，不标讲话人",
    "thanks": "致谢收集文字的人，不是正文",
    "advert": "反复出现的网站名，不是正文",
    "markup": "给程序的指令，不是正文",
    "contents": "目录",
    "fault_brackets": "的括号不成对",
    "fault_no_date": "没有写在括号里的日期",
    "fault_no_title": "没有标题",
    "fault_date": "的日期不存在",
    "fault_full_stop": "中间有句号",
    "fault_form": "不是已知的写法",
    "fault_end": "的结尾不像出处",
}
