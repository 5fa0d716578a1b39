"""What became of a query, and why it finds nothing."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "summary": "{count:,} of {paragraphs:#, paragraph|#, paragraphs}",
    "read_as": "read as: {query}",
    "ranked": "Related paragraphs are ranked by these words.",
    "why": "Why nothing was found",
    "instead": "Ask instead",
    "omitted": "{count:#, more is|#, more are} left out",
    "kind.and": "all of these (AND)",
    "kind.or": "any of these (OR)",
    "kind.not": "excluded (NOT)",
    "kind.text": "text",
    "kind.phrase": "exact string",
    "kind.wildcard": "wildcard",
    "kind.regex": "regular expression",
    "kind.near": "proximity",
    "kind.field": "field",
    "kind.chapter": "chapter number",
    "kind.date": "date",
    "filter": "{kind}, a filter",
    "folded": "folded: {folded}",
    "route": "lookup: {route}",
    "words": "words (paragraphs): {words}",
    "words_first": "words (paragraphs): {words}, {count:,} words in all",
    "by_number": "straight from the index of chapter numbers",
    "by_date": "the date of every paragraph is compared; any overlap counts",
    "by_term": "straight from the {index}",
    "index.1": "character index",
    "index.2": "bigram index",
    "index.1.2": "character and bigram index",
    "absent": "the {index} does not have {term}, so no text was read",
    "all": (
        "no index narrows it down, so {candidates:#, paragraph was|all #, paragraphs were} read: "
        "{found}"
    ),
    "candidates": (
        "{candidates:#, candidate|#, candidates} from the {index} ({terms}), checked against the "
        "text: {found}"
    ),
    "scan": (
        "{candidates:#, candidate|#, candidates} from the {index} ({terms}); reading every text "
        "is faster, and was done: {found}"
    ),
    "found": "{count:#, has it|#, have it}",
    "uncounted": "counting took too long",
    "no_value": "no value of the field “{field}” contains it",
    "values": (
        "{count:#, value|#, values} of the field “{field}” {count:contains|contain} it: {values}"
    ),
    "values_first": (
        "{count:#, value|#, values} of the field “{field}” {count:contains|contain} it: {values} "
        "and others"
    ),
    "counted": "{text} ({count:#, paragraph|#, paragraphs})",
    "clauses_first": "{clauses} and others, {count:,} in all",
    "complex": "The query is too complex to find out.",
    "conflict": (
        "Each condition is met somewhere, but no paragraph meets them all. Some are found {ways}."
    ),
    "conflict_besides": "Some are found {ways}.",
    "without": "without {clauses} ({count:#, paragraph|#, paragraphs})",
    "without_filters": "without the filter {clauses} ({count:#, paragraph|#, paragraphs})",
    "string": "No paragraph contains {clause}.",
    "string_parts": "Parts of it that are there: {parts}.",
    "string_similar": "One character away: {similar}.",
    "string_fields": "Fields contain it: {fields}.",
    "string_unfinished": "The text is too long to be looked up to its end.",
    "pattern": "No paragraph matches {clause}.",
    "pattern_pieces": "Every match contains: {pieces}.",
    "pattern_together": (
        "{count:#, paragraph contains all of these, but does not match|#, paragraphs contain all "
        "of these, but none matches}."
    ),
    "near_neither": "{clause}: no paragraph contains both sides.",
    "near": (
        "{clause}: {count:#, paragraph contains|#, paragraphs contain} both sides, but not in "
        "this order or not this close."
    ),
    "near_wider": "Wider, it is found: {clause}.",
    "near_swapped": "The other way round, it is found: {clause}.",
    "value": (
        "{count:The only value|None of the #, values} of the field “{field}” "
        "{count:lacks|contains} {value}."
    ),
    "value_of_none": "No paragraph has a value of the field “{field}”, so none contains {value}.",
    "value_parts": "With a part of it: {parts}.",
    "value_nearest": "Nearest: {values}.",
    "value_elsewhere": "Elsewhere: {elsewhere}.",
    "chapter": "There is no {clause}; the chapters are numbered {numbers}.",
    "chapter_unnumbered": "There is no {clause}; no chapter has a number.",
    "undated": "No paragraph of the collection has a date.",
    "date": "No paragraph has a date in {days}. Dates of the collection: {known}.",
    "date_before": "The last one before: {clause}.",
    "date_after": "The first one after: {clause}.",
    "everywhere": "{clause} excludes every paragraph.",
}
