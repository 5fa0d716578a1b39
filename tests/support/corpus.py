"""The small collection that tests share: a few records whose every answer can be told by eye."""

from __future__ import annotations

import json
from pathlib import Path

RECORDS = (
    {
        "doc": "讲话集",
        "text": "核心技术是国之重器。核心技术受制于人是最大的隐患。",
        "speech": "在网信工作座谈会上的讲话",
        "date": "2016-04-19",
        "chapter": "第一章 总论",
        "source": "《人民日报》2016年4月26日",
        "pages": "1",
    },
    {
        "doc": "讲话集",
        "text": "没有网络安全就没有国家安全，没有信息化就没有现代化。",
        "speech": "在领导小组会议上的讲话",
        "date": "2014-02-27",
        "chapter": "第一章 总论",
    },
    {
        "doc": "讲话集",
        "text": "要突破核心技术，培养人才。",
        "speech": "致技术大会的贺信",
        "date": "2018-11",
        "chapter": "第十二章 人才",
    },
    {
        "doc": "杂文",
        "text": "什么是强国？就是掌握核心的技术！人才归根结底最要紧。",
        "title": "谈强国",
        "date": "2020",
    },
    {"doc": "杂文", "text": "5G 与 Big  Data 的應用，“互联网＋教育”……", "title": "谈强国"},
)


def write_corpus(seeds: Path) -> None:
    """Write the collection as one file of JSON Lines into the folder `seeds`."""
    seeds.mkdir()
    lines = (json.dumps(record, ensure_ascii=False) for record in RECORDS)
    (seeds / "small.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
