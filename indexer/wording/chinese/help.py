"""The help texts of commands and options. In a paragraph after `\\b` lines stay as they are."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "cite_short": "写出论述的参考文献。",
    "cite": """\
按所给次序写出每段论述的参考文献，各写一次。

编号就是 lunshu search 显示的编号；自然段的编号指它所在的论述。只写索引里有的内容：例如出版地要
自己补上，在 GB/T 7714-2015 格式中按标准写作“出版地不详”。

\b
示例：
  lunshu cite '002#174' --style bibtex""",
    "dupes_short": "查找重复的文字。",
    "dupes": """\
查找几段论述都有的文字，重复最多的在前：按日期列出各段，以及与首见一段的差异。

标点和空格不算字。固定提法自成一组，不与旁边的文字合并。

\b
示例：
  lunshu dupes --min-length 20

退出码：有重复为 0，没有为 1，出错为 2。""",
    "explain_short": "解释一个查询查到什么、怎样查。",
    "explain": """\
解释一个查询：怎样理解，各项条件单独能查到多少段、怎样查，切成哪些词。如果什么也没有查到，说明为
什么，最接近的是什么，可以改查什么。

查询和筛选的写法与 lunshu search 相同。

\b
示例：
  lunshu explain '讲话：贺信 人工智能 -大数据'

退出码：有段落符合查询为 0，没有为 1（相关段落不算），出错为 2。""",
    "first_short": "查找最早说到的论述。",
    "first": """\
查找符合查询的论述中日期最早的一段，以及其后各段，按日期排列。

同一天的，发表日期排在讲话日期之后；日期不详的略去。查询和筛选的写法与 lunshu search 相同；不附
相关段落。

\b
示例：
  lunshu first '网络强国 NEAR/20 核心技术' --role speech

退出码：查到有日期的论述为 0，没有为 1，出错为 2。""",
    "index_short": "建立或更新索引。",
    "index": """\
为源文件夹建立索引，或者更新索引。

不写文件夹时，读取建立索引时所用的文件夹，没有给出的选项沿用建立索引时的选项；还没有索引时，
读取 ./seeds。写明文件夹时，没有给出的选项一律取默认值，不管索引原先怎样建立。

只读有变动的文件；没有变动就什么也不写。换了文件夹，新的文档取代原来的文档。不能读的文件会报告出
来，其余照常编入索引，退出码为 2。隐藏文件略过。

最后一行说明读懂了多少：有日期、有讲话人的文档，讲话和论述的数目，像出处而没有读懂的行。单个文件怎样读
入，可用 lunshu inspect 查看。

\b
示例：
  lunshu index seeds --index index""",
    "inspect_short": "说明一个文件会怎样读入。",
    "inspect": """\
逐块说明一个文件会怎样读入：格式、标题、讲话人、日期，各在第几行；哪些行成了正文、标题、出处、注释，
得出什么；哪些没有收，为什么；哪些行像出处而没有读懂（前面标 !）。

读法与 lunshu index 相同，但不需要索引；文件在索引的源文件夹里时，选项沿用建立索引时的。

\b
示例：
  lunshu inspect seeds/003_732e0148b5870cd4.txt

退出码：能读为 0，出错为 2。""",
    "list_short": "列出文档、章或者讲话。",
    "list": """\
列出索引里的文档、章、讲话或者讲话人。

讲话按标题、讲话人和日期区分。

\b
示例：
  lunshu list chapters""",
    "search_short": "查找段落。",
    "search": """\
查找符合查询的所有段落，最相符的在前，其后是相关段落，另有标明。

\b
  核心技术                     含有这几个字
  '核心技术 突破'              两者都有；还可以写 A OR B、NOT A 和括号
  '"没有网络安全"'             逐字相同，不附相关段落
  '网络*安全' '习?平'          中间最多 20 字；中间一个字
  '核心技术 NEAR/20 突破'      相距最多 20 字；BEFORE/20：次序也要如此
  '/没有.{{2,8}}就没有/'         正则表达式
  '讲话：座谈会 日期：2016'    字段：讲话 章 文 来源 类 题 节 日期

查询是一个参数：其中有空格或符号时，请加引号。

\b
示例：
  lunshu search '核心技术 突破' --chapter 七 --since 2016-04""",
    "show_short": "显示一段论述的全文。",
    "show": """\
显示一段论述的全文：讲话、日期、位置和各个自然段。

编号就是 lunshu search 显示的编号，文档名只要写到不与别的混淆即可，其后是 # 和论述的序号。编号指
明自然段的（如 002#24.2），该段标出。

\b
示例：
  lunshu show '002#12'""",
    "similar_short": "查找一段论述的其他说法。",
    "similar": """\
查找与一段论述有相同长句的论述：同一句话在不同日期的不同说法。逐一列出差异，并注明哪一段最早。

编号就是 lunshu search 显示的编号。标点和空格不算字。甲与乙近似，乙也就与甲近似。

\b
示例：
  lunshu similar '002#174'

退出码：有近似的为 0，没有为 1，出错为 2。""",
    "status_short": "显示索引的状况。",
    "status": """\
显示读懂了多少，索引里有什么，由什么版本在何时建成，哪些源文件读入有误，哪些此后有变动。

源文件按大小和修改时间比较；加 --check 则比较内容，并比较索引所依据的其他一切。加 --deep 则把索
引从头到尾读一遍，与校验和以及应有的内容核对。

\b
示例：
  lunshu status --check --deep

退出码：0；加 --check 时，按原来的选项更新会有改动的为 1；出错或者索引已损坏为 2。""",
    "trace_short": "查明引文的出处。",
    "trace": """\
查明文件中每处引文的出处，以及与原文的每处出入。

见于库中的文字，不论是否加引号，都注明讲话、日期、章和页；作为引文写出而查无出处的，注明最近似的
段落。文件可以是纯文本、Markdown、HTML 或 JSON Lines；- 表示标准输入。文件本身在库里的，不算自己
的出处。

HTML 报告是一个独立的网页：lunshu trace 文件 --format html > a.html

\b
示例：
  lunshu trace --text '他说“没有网络安全，就没有国家安全”'

退出码：查到出处为 0，没有为 1，出错为 2。加 --check 时，引文全都有出处（标点和数字写法不计）、
所注出处全都相符为 0，否则为 1。""",
    "option_limit_hits": "最多列出多少段；0 为列出全部精确命中，不附相关段落。",
    "option_offset": "略过前面多少段。",
    "option_exact": "不附相关段落。",
    "option_plain": "整个查询都作文字，其中的符号和运算词也是。",
    "option_stdin": "从标准输入读查询，每行一条。",
    "option_sort": "排序方式。",
    "option_style": "GB/T 7714-2015、BibTeX、CSL-JSON 数组，或者中文脚注。",
    "option_accessed": "查看网页的日期，用于网页的参考文献。",
    "option_timezone": (
        "时间戳按哪个时区换算成日期：+08:00（默认），或者 Asia/Shanghai 这样的名称。"
    ),
    "option_full": "不论有无变动，全部重新读入和建立。",
    "option_dry_run": "只说明将做什么，什么也不做。",
    "option_wait": "另一个进程正在写索引时，最多等多久（默认 30）。",
    "option_follow_links": "跟随源文件夹里的符号链接，不论指向哪里。",
    "option_max_file_size": "超过多少 MB 的文件略去并报告（默认 1024）。",
    "option_max_paragraph": "超过多少字的段落略去并报告（默认 1000000）。",
    "option_text": "核对所给的文字，如一句话，而不是文件。",
    "option_within": "与讲话原文比对，还是与注释以外的全部文字比对（默认：有讲话原文则只比原文）。",
    "option_min_quotation": "引文最少多少字（默认 12；加引号的 6）。",
    "option_check_quotations": "引文有出入、查无出处或者出处不符时，退出码为 1。",
    "option_min_run": "相同文字最少多少字，不小于 6（默认 13）。",
    "option_limit_passages": "最多列出多少段；0 为全部。",
    "option_limit_groups": "最多列出多少组；0 为全部。",
    "option_limit_first": "最多列出多少段，包括首见的一段；0 为全部。",
    "option_check_status": "按内容比较；有不同时退出码为 1。",
    "option_deep": "通读索引；包括 --check。",
    "option_index_folder": "索引文件夹。",
    "option_format": "结果的格式。",
    "option_force": "文件已经存在时，覆盖它。",
    "option_output": "把结果写入文件；格式由后缀决定。",
    "option_color": "何时用颜色：自动（在终端上，且没有设置 NO_COLOR）、总是、从不。",
    "option_since": "只要这一天或以后的文字。",
    "option_until": "只要这一天或以前的文字。",
    "option_quiet": "标准错误上只写错误。",
    "option_help": "显示这段说明。",
    "option_version": "显示版本。",
    "option_role": "只要注明讲话的论述、文章里的引文、注释，或者其余文字。",
    "option_chapter": "只在这一章里。",
    "option_speech": "只要标题含有这些文字的讲话。",
    "option_speaker": "只要姓名含有这些文字的讲话人的话。",
    "option_source": "只要出自名称含有这些文字的出版物。",
    "option_doc": "只要编号含有这些文字的文档。",
    "metavar_characters": "字数",
    "metavar_date": "日期",
    "metavar_folder": "文件夹",
    "metavar_file": "文件",
    "metavar_id": "编号",
    "metavar_number": "数",
    "metavar_query": "查询",
    "metavar_seconds": "秒数",
    "metavar_text": "文字",
    "metavar_what": "种类",
    "metavar_zone": "时区",
    "lunshu": """\
论述搜索：在讲话和文献中查找。

凡是说到的论述，一段不漏，总数准确；每一段注明讲话、日期、章和页。

\b
示例：
  lunshu search '"没有网络安全"'

退出码：查到为 0，没有查到为 1，出错为 2。""",
    "usage": "用法：",
    "options": "选项：",
    "commands": "命令：",
    "options_metavar": "[选项]",
    "command_metavar": "命令 [参数]...",
    "env_var": "环境变量：",
    "default": "默认：",
    "semicolon": "；",
}
