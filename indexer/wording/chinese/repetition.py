"""What was said again, in what words, and who said it first."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "published": "{date} 发表",
    "legend.first": "〔甲→乙〕首见作甲，此处作乙；〔－甲〕此处缺甲；〔＋乙〕此处多乙",
    "legend.asked": "〔甲→乙〕所查作甲，此处作乙；〔－甲〕此处缺甲；〔＋乙〕此处多乙",
    "legend.left_out": "删去",
    "legend.left_out.first": " 首见有而此处无  ",
    "legend.left_out.asked": " 所查有而此处无  ",
    "legend.added": "添加",
    "legend.added.first": " 此处有而首见无",
    "legend.added.asked": " 此处有而所查无",
    "first": "首见",
    "asked": "所查",
    "repetitions": "{count} 处重复（{least} 字以上）",
    "no_repetitions": "没有重复（{least} 字以上）",
    "paragraphs": "{count} 段",
    "more_repetitions": "还有 {count} 处（--limit 0 列出全部）",
    "more_members": "还有 {count} 段（--format json 列出全部）",
    "more": "还有 {count} 段（--limit 0 列出全部）",
    "similar": "{count} 段与此有相同的长句（{least} 字以上）",
    "similar_first": "{count} 段与此有相同的长句（{least} 字以上） · 首见 {date} {id}",
    "similar_asked_first": "{count} 段与此有相同的长句（{least} 字以上） · 所查即最早",
    "no_similar": "没有相同的长句（{least} 字以上）",
    "shared": "相同 {count} 字",
    "shared_with": "相同 {count} 字 · 与 {id}",
    "afterwards": "此后 {count} 段",
    "undated": "另有 {count} 段日期不详",
    "only_undated": "没有找到有日期的段落，{count} 段日期不详",
    "nothing": "没有找到",
}
