"""Time zones by name or offset: the zone in which timestamps become dates."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo

from indexer.errors import OptionError
from indexer.wording import say

DEFAULT = "+08:00"
"""The zone by default: that of China."""

_OFFSET = r"(?:UTC)?([+-])(\d{1,2})(?::(\d{2}))?"


def parse_zone(name: str) -> tzinfo:
    """The zone called `name`: `+08:00`, `UTC`, or `Asia/Shanghai`.

    Raises:
        OptionError: there is no such zone.
    """
    if name == "UTC":
        return timezone.utc
    if offset := re.fullmatch(_OFFSET, name):
        sign, hours, minutes = offset.groups()
        length = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if length < timedelta(hours=24):
            return timezone(-length if sign == "-" else length)
    from zoneinfo import ZoneInfo  # noqa: PLC0415 (hardly anybody names a zone)

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as exc:
        raise OptionError(say("options.zone", zone=name)) from exc
