"""What is wrong with a command line."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "see": "{message}; see {command} --help",
    "dash": '{message}; write "--" before a query that begins with "-"',
    "pointed": "{message} — {place}",
    "no_command": "missing command",
    "unknown_command": "no such command: {name}",
    "unknown_option": "no such option: {option}",
    "unknown_option_near": "No such option {option}, perhaps {near}",
    "missing": "missing: {name}",
    "bad_value": "invalid value for {name}: {reason}",
    "extra": "unexpected arguments: {extra}",
    "no_value": "{option} needs a value",
    "takes_no_value": "{option} takes no value",
    "choice": "{value} is not one of {choices}",
    "utf_8": "it is not valid UTF-8",
    "count": "{value!r} is not a whole number from 0 on",
    "positive": "{value!r} is not a whole number from 1 on",
    "seconds": "{value!r} is not a number of seconds from 0 on",
    "folder": "{name} needs the name of a folder",
    "output_file": "-o needs the name of a file",
    "article_file": "FILE needs the name of a file",
    "inspected_file": "FILE needs the name of a file",
    "query_and_stdin": "the queries come from standard input: leave out the query, or --stdin",
    "stdin_empty": "standard input holds no query: write one a line",
    "stdin_text": "standard input is no text: {reason}",
    "stdin_line": "line {line}: {fault}",
    "stdin_table": "a table holds the hits of one query: write --format json for several",
    "one_query": "the query is one argument: write {query}",
    "file_or_text": "give either FILE (- for standard input) or --text",
    "empty_text": "--text is empty; give the words to trace",
    "accessed": "{count} on the web: add the day you looked there with --accessed DATE",
    "system": "{path}: {reason}",
    "no_space": "{reason}; free some space or write elsewhere",
}
