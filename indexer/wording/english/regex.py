"""What is wrong with a regular expression in a query."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "malformed": (
        "not a regular expression ({reason}): correct it, or put it in quotes to search for "
        'the slashes themselves, as in "/核心/"'
    ),
    "slow": (
        "the regular expression took longer than {seconds} s: write it with fewer * and + "
        "inside one another, or join it with a plain string, as in 核心技术 AND /核.{{0,5}}术"
        "/, so that fewer paragraphs are looked at"
    ),
    "unusable": "the regular expression cannot be used ({foreign}): write a simpler one",
    "stray_bracket": "this ) closes nothing",
    "unclosed_group": "this ( is never closed",
    "unclosed_class": "this [ is never closed",
    "large": "it is larger than {most} characters, repetitions written out",
    "nothing_to_repeat": "{mark} stands behind nothing to repeat",
    "brace_repeats_nothing": "{{ stands behind nothing to repeat; for the mark write \\{{",
    "count_or_mark": "a count is written {{2}} or {{2,5}}; for the mark write \\{{",
    "count_form": "a count is written {{2}} or {{2,5}}",
    "count_order": "the smaller count comes first",
    "count_large": "a count is {most} at most",
    "repeated_again": "a repetition is not repeated again",
    "groups_deep": "groups stand more than {most} deep",
    "two_groups": "there are two groups {name}",
    "no_group": "no group of this name or number, 99 at most, ends before it",
    "group_opening": (
        "a group opens with one of ( (?: (?P<name> (?= (?! (?<= (?<! (?>, and flags are not "
        "needed: case and width do not count"
    ),
    "class_bracket": "a [ in a class is written \\[",
    "class_combined": "classes are not combined; for the mark write \\{mark}",
    "class_reference": "a class holds no references to groups",
    "class_range": "this range has no first and last character in order",
    "no_escape": "{written} means nothing here",
    "no_property": "folded text knows no {written}; it knows {known}",
    "no_number": "there is no character of this number",
}
