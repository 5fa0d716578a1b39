"""Articles of any length that are made to cost time, each of one pattern again and again."""

from __future__ import annotations

PATTERNS = {
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "marks of three kinds": "“「『",
    "marks that a last one closes": "「",
    "titles never closed": "《",
    "verbs": "指出",
    "verbs that state": "指出是",
    "verbs that nobody speaks": "指出是",
    "pronouns and verbs": "他指出",
    "adverbs": "还也又再次反复",
    "clauses without a subject": "，在时",
    "the word in": "在",
    "crowds": "们",
    "pairs in a sentence": "要“没有网络安全就没有国家安全”的好",
    "quotations": "“没有网络安全就没有国家安全”",
    "quotations with full stops": "“没有网络安全就没有国家安全。”",
    "quotations with brackets": "“没有网络安全就没有国家安全”（2016年4月19日）",
    "quotations with sources": "2016年4月19日，他在座谈会上说，“没有网络安全就没有国家安全”，",
    "lines that never close": "“没有网络安全就没有\n",
    "lists": "习近平总书记强调：\n——要加快网络立法进程，化解风险；\n",
    "dates": "2016年4月19日至20日、",
    "digits": "1",
    "Chinese digits": "一",
    "meetings": "在会议",
    "visits": "在考察",
    "letters": "致",
    "blanks": " ",
    "line feeds": "\n",
}


HEADS = {"verbs that state": "他强调，"}
"""What stands before the pattern."""


def hostile(pattern: str, length: int) -> str:
    """A text of about `length` characters, which ends as a quotation does."""
    repeated = (PATTERNS[pattern] * (length // len(PATTERNS[pattern]) + 1))[: length - 1]
    return HEADS.get(pattern, "") + repeated + "”"
