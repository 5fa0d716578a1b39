"""Where the words of an article come from."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "verdict.exact": "word for word",
    "verdict.normalized": "other punctuation or spelling",
    "verdict.near": "near",
    "verdict.partial": "only in part",
    "verdict.not_found": "no source found",
    "disagrees": "attribution disagrees",
    "summary": "{count:#, quotation|#, quotations}: {each}",
    "summary_disagrees": (
        "{count:#, quotation|#, quotations}: {each} · "
        "{disagree:#, attribution disagrees|#, attributions disagree}"
    ),
    "count.exact": "{count:,} word for word",
    "count.normalized": "{count:,} with other punctuation or spelling",
    "count.near": "{count:,} near",
    "count.partial": "{count:,} only in part",
    "count.not_found": "{count:,} with no source found",
    "nothing": "no quotations found",
    "no_source": "no source found for any quotation",
    "advice.shorter": "{said} (they have 12 characters or more, in quotation marks 6)",
    "advice.articles": (
        "{said} (no passage of the collection names its speech; --in all compares with every text)"
    ),
    "legend": "〔A→B〕 A in the source, B in the article; 〔－A〕 left out; 〔＋B〕 added",
    "legend.left_out": "left out",
    "legend.added": "added by the article",
    "place": "{lines}, paragraph {number}",
    "similarity": "similarity {percent}%",
    "unmarked": "not in quotation marks",
    "part": "part {number} of {count}",
    "claim": "attribution disagrees: {claim}",
    "claimed": "the article says {claimed}; the collection has {found}",
    "named.date": "{date}",
    "named.both": "{date}, {name}",
    "occasion": "“{speech}”",
    "title": "“{title}”",
    "glance": "{head}… ({count:#, character|#, characters} left out) …{tail}",
    "from": "from",
    "nearest": "nearest",
    "also": "also",
    "nothing_near": "nothing in the collection resembles it",
    "more": "{count:#, more paragraph|#, more paragraphs} (--format json lists all)",
    "report": "Quotations checked",
    "report_on": "Quotations checked: {name}",
    "report.legend": (
        "In a comparison, 〔~~A~~〕 is left out by the article and 〔**B**〕 added by it."
    ),
    "report.entry": "{number} {verdict} ({remarks})",
    "report.from": "from: {source}",
    "report.nearest": "nearest: {source} ({similarity})",
    "report.place": "where: {place}",
    "report.compared": "compared: {pieces}",
    "report.claim": "**attribution disagrees**: {claim}",
    "report.also": "also in {count:#, paragraph|#, paragraphs}:",
    "report.other": "{source} ({similarity})",
    "report.more": "{count:#, more paragraph|#, more paragraphs} (`--format json` lists all)",
    "page.article": "article",
    "page.sources": "sources",
    "page.jump": "Go to each",
    "page.jumps": "{verdict}: {links}",
    "page.left_out": "struck out",
    "page.added": "underlined",
    "page.legend": (
        "In the sources, the article leaves out what is {left_out} and adds what is {added}."
    ),
    "page.nearest": "the nearest paragraph, {similarity}",
    "page.also": "also in {count:#, paragraph|#, paragraphs}",
}
