"""What an indexing run would do or did, and why."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "state.missing": "尚无索引",
    "state.corrupt": "原索引已损坏",
    "state.version": "原索引由其他版本建成",
    "state.options": "索引选项有变",
    "state.content": "源文件有变",
    "state.current": "索引与源文件一致",
    "what.lunshu": "lunshu 版本",
    "what.reading": "读法版本",
    "what.python": "Python 版本",
    "what.analyzer": "分词",
    "what.terms": "词表 terms.txt",
    "what.speakers": "人名表 speakers.txt",
    "what.timezone": "时区",
    "what.limits.file_bytes": "单个文件上限（字节）",
    "what.limits.paragraph_characters": "单段上限（字）",
    "what.limits.pieces": "行、标签或记录数上限",
    "what.limits.field_characters": "标题等著录项上限（字）",
    "what.limits.front_matter_characters": "YAML 头部上限（字）",
    "what.limits.problems": "逐条报告的问题数上限",
    "what.follow_links": "跟随符号链接",
    "what.seeds": "源文件夹",
    "reason": "{what}：{before} → {now}",
    "reason.index": "索引：{before}",
    "none": "无",
    "yes": "是",
    "no": "否",
    "plan": "{state}，{action}：新增 {added} · 更改 {changed} · 移除 {removed} · 未变 {unchanged}",
    "plan.new": "将新建",
    "plan.build": "将重建",
    "plan.update": "将更新",
    "plan.nothing": "无需更新",
    "skipped": "略过 {path}：{reason}",
    "report": "{done}：新增 {added} · 更改 {changed} · 移除 {removed} · 未变 {unchanged}",
    "report.faulty": (
        "{done}：新增 {added} · 更改 {changed} · 移除 {removed} · 未变 {unchanged} · 读入有误 "
        "{faulty}"
    ),
    "understood": (
        "{documents:,} 篇文档：有日期 {dated:,}，有讲话人 {with_speaker:,}，讲话 {speeches:,}，"
        "论述 {passages:,}；未读的出处 {unread:,}，跳过的文件 {skipped:,}"
    ),
    "totals": "{files} 个源文件 · {documents} 篇文档 · {paragraphs} 段 · 用时 {seconds:.1f} 秒",
    "done.nothing": "索引已是最新",
    "done.new": "已新建索引",
    "done.build": "已重建索引",
    "done.update": "已更新索引",
    "done.because": "{state}，{done}",
}
