"""What Click finds wrong with a command line, in the language of the user.

Click says it in English, and differently from version to version. What it says otherwise than is
known here stays as it says it.
"""

from __future__ import annotations

import re
from typing import Final

import click

from indexer.wording import language, listed, say

_QUOTED: Final = "(['\"])(?P<{}>.*)\\1"
"""What somebody wrote, as Python repeats it: in other marks where it has a `'` in it."""

_KNOWN: Final = (
    (r"Missing command", "usage.no_command"),
    (rf"No such command {_QUOTED.format('name')}", "usage.unknown_command"),
    (r"Got unexpected extra arguments? \((?P<extra>.*)\)", "usage.extra"),
    (rf"Option {_QUOTED.format('option')} requires an argument", "usage.no_value"),
    (rf"Option {_QUOTED.format('option')} does not take a value", "usage.takes_no_value"),
    (rf"{_QUOTED.format('value')} is not one of (?P<choices>.*)", "usage.choice"),
)
"""What Click says, and the message that says the same."""


def usage_message(exc: click.ClickException) -> str:
    """What is wrong with a command line, without a full stop."""
    near = listed(sorted(exc.possibilities or ())) if isinstance(exc, click.NoSuchOption) else ""
    if isinstance(exc, click.NoSuchOption) and near:
        return say("usage.unknown_option_near", option=exc.option_name, near=near)
    if language() == "en":
        return " ".join(exc.format_message().split()).rstrip(".")
    if isinstance(exc, click.NoSuchOption):
        return say("usage.unknown_option", option=exc.option_name)
    if isinstance(exc, click.MissingParameter):
        return say("usage.missing", name=_name(exc))
    if isinstance(exc, click.BadParameter):
        return say("usage.bad_value", name=_name(exc), reason=_said(exc.message))
    return _said(exc.format_message())


def _name(exc: click.BadParameter) -> str:
    """The option or the argument that is wrong."""
    hint = exc.param_hint
    if hint is None and exc.param is not None:
        hint = exc.param.get_error_hint(exc.ctx)
    return hint.strip("'") if isinstance(hint, str) else " / ".join(hint or ())


def _said(english: str) -> str:
    """What Click has said, as one of our messages where it is known."""
    line = " ".join(english.split()).rstrip(".")
    for pattern, key in _KNOWN:
        found = re.match(pattern, line)
        if found:
            facts = found.groupdict()
            if "choices" in facts:
                facts["choices"] = listed(re.findall(r"'(.*?)'", facts["choices"]))
            return say(key, **facts)
    return line
