"""What was said again, in what words, and who said it first."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "published": "{date} (published)",
    "legend.first": "〔A→B〕 A in the first use, B here; 〔－A〕 not here; 〔＋B〕 only here",
    "legend.asked": "〔A→B〕 A in what was asked, B here; 〔－A〕 not here; 〔＋B〕 only here",
    "legend.left_out": "struck out",
    "legend.left_out.first": " in the first use only, ",
    "legend.left_out.asked": " in what was asked only, ",
    "legend.added": "underlined",
    "legend.added.first": " here only",
    "legend.added.asked": " here only",
    "first": "first",
    "asked": "asked",
    "repetitions": "{count:#, repetition|#, repetitions} ({least} characters or more)",
    "no_repetitions": "no repetitions ({least} characters or more)",
    "paragraphs": "{count:#, paragraph|#, paragraphs}",
    "more_repetitions": "{count:#, more repetition|#, more repetitions} (--limit 0 lists all)",
    "more_members": "{count:#, more paragraph|#, more paragraphs} (--format json lists all)",
    "more": "{count:#, more paragraph|#, more paragraphs} (--limit 0 lists all)",
    "similar": (
        "{count:#, paragraph shares|#, paragraphs share} {least} characters or more with this"
    ),
    "similar_first": (
        "{count:#, paragraph shares|#, paragraphs share} {least} characters or more with this · "
        "first: {date} {id}"
    ),
    "similar_asked_first": (
        "{count:#, paragraph shares|#, paragraphs share} {least} characters or more with this · "
        "this is the earliest"
    ),
    "no_similar": "no paragraph shares {least} characters or more with this",
    "shared": "{count:#, character|#, characters} shared",
    "shared_with": "{count:#, character|#, characters} shared with {id}",
    "afterwards": "Afterwards: {count:#, paragraph|#, paragraphs}",
    "undated": "{count:#, more paragraph is|#, more paragraphs are} undated",
    "only_undated": (
        "nothing found that has a date; {count:#, paragraph is|#, paragraphs are} undated"
    ),
    "nothing": "nothing found",
}
