"""What is wrong with a query, and what to write instead."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "at": "query, character {position}: {reason}",
    "at_syntax": "query, character {position}: {reason}; --plain takes everything as text",
    "long": (
        "the query has more than {most} characters: ask for less; a program can raise the limit"
    ),
    "empty": "the query is empty: write what to look for, such as 核心技术",
    "half_character": "this is half of a character: leave it out",
    "deep": (
        "brackets and NOTs stand in each other more than {most} deep: leave out those that "
        "change nothing"
    ),
    "nothing_quoted": (
        "nothing stands between {opening} and {closing}: write the text to be found there"
    ),
    "unclosed_quote": (
        "this {mark} is never closed: write {partner} behind the text that is to be found "
        "exactly, or leave the {mark} out"
    ),
    "unclosed_bracket": (
        "this {bracket} is never closed: close it behind a clause, or put the text in quotes "
        'to search for the bracket itself, as in "{bracket}上海"'
    ),
    "stray_bracket": (
        "this {bracket} closes nothing: open a bracket at the start of a clause before it, "
        'or put the text in quotes to search for the bracket itself, as in "上海{bracket}"'
    ),
    "empty_brackets": (
        "nothing stands between these brackets: write a clause there, as in (核心技术 OR 突破"
        "), or leave them out"
    ),
    "glued_bracket": (
        "{name} needs a blank before the bracket: write {name} (上海), or put the text in "
        'quotes to search for the word itself, as in "{name}(上海)"'
    ),
    "no_field": (
        "there is no field {name}: the fields are {fields}; to search for these words "
        'themselves put them in quotes, as in "{written}"'
    ),
    "field_elsewhere": (
        "the field {name} is called {field} here: write {field}:… instead; to search for these "
        'words themselves put them in quotes, as in "{name}:"'
    ),
    "no_value": "{written} needs a value directly behind the colon, as in {example}",
    "field_wildcard": (
        "a field has no wildcards, it is searched for a part of its text anyway: write that "
        'part, or quote the value to search for its marks, as in title:"什么是强国？为什么"'
    ),
    "field_group": (
        "a field takes one value: repeat the field, as in (speech:座谈会 OR speech:贺信), or "
        "quote the value"
    ),
    "no_date": (
        "no such date ({reason}): write one such as 2018, 2018-04, 2018-04-20, 2018年4月20日"
        ", 2016..2018 or >=2016-04-19"
    ),
    "near_operand": (
        "{name} stands between strings, quoted strings, wildcards or a bracketed OR of "
        "these, and this is none of them: join it with AND instead, as in (核心技术 {name} 突"
        "破) AND speech:座谈会"
    ),
    "near_chain": (
        "{name} joins two strings, and before it stands a pair of them: join the pairs with "
        "AND, as in (核心技术 {name} 突破) AND (突破 {name} 人才)"
    ),
    "near_distance": (
        "{name} needs a distance in characters from 0 to 99999, as in 核心技术 {name}/20 突破"
        '; to search for the word itself put it in quotes: "{word}"'
    ),
    "clause_before": (
        "{name} needs a clause before it, as in {example}; to search for {name} itself put "
        'it in quotes: "{name}"'
    ),
    "clause_after": (
        "{name} needs a clause after it, as in {example}; to search for {name} itself put it "
        'in quotes: "{name}"'
    ),
    "edge_star": (
        "{star} is not needed at the edge of a clause, which is found inside longer words "
        "anyway: leave it out, or write it between two strings, as in 网络{star}安全"
    ),
    "many_stars": (
        "a clause takes at most {most} gaps with a star: leave some out, or write several clauses"
    ),
    "blank_clause": "the clause holds nothing but blanks; give it a text",
}
