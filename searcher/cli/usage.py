"""What Click finds wrong with a command line, in the language of the user.

Click says it in English, and differently from version to version. What it says otherwise than is
known here stays as it says it.
"""

from __future__ import annotations

import re
from typing import Final

import click

from indexer.wording import language, listed, say

_KNOWN: Final = (
    (r"Missing command", "usage.no_command"),
    (r"No such command '(?P<name>.*)'", "usage.unknown_command"),
    (r"Got unexpected extra arguments? \((?P<extra>.*)\)", "usage.extra"),
    (r"Option '(?P<option>.*)' requires an argument", "usage.no_value"),
    (r"Option '(?P<option>.*)' does not take a value", "usage.takes_no_value"),
    (r"(?P<value>'.*') is not one of (?P<choices>.*)", "usage.choice"),
)
"""What Click says, and the message that says the same."""


def usage_message(exc: click.ClickException) -> str:
    """What is wrong with a command line, without a full stop."""
    if language() == "en":
        return " ".join(exc.format_message().split()).rstrip(".")
    if isinstance(exc, click.NoSuchOption):
        near = listed(sorted(exc.possibilities or ()))
        key = "usage.unknown_option_near" if near else "usage.unknown_option"
        return say(key, option=exc.option_name, **({"near": near} if near else {}))
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
