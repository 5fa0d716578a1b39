"""Points in time as feeds and web pages write them, turned into the day on which they fell.

>>> from indexer.text.zones import DEFAULT, parse_zone
>>> parse_timestamp("Sat, 17 Apr 2021 17:10:46 GMT", parse_zone(DEFAULT)).first
datetime.date(2021, 4, 18)
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan, NoDateError, day_span
from indexer.text.written_dates import written_date
from indexer.wording import say

_ISO = re.compile(
    r"(?P<year>[0-9]{4})[-/.年](?P<month>[0-9]{1,2})[-/.月](?P<day>[0-9]{1,2})日?"
    r"(?:T|\s*)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})?)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")
_LONGEST = 1_000  # characters; a date may name many separate days
_KEPT = 2_000  # dates; the records of a document, and the works of a volume, share many
_RFC_1123 = re.compile(r"(?:[A-Za-z]{3,9},\s*)?[0-9]{1,2}[ -][A-Za-z]{3}")


def read_date(text: str, zone: tzinfo) -> DateSpan | None:
    """The date that all of `text` is, in any form: a timestamp, or as a document writes it.

    None where it is none, or one that does not exist. What is both is the same date as both.
    """
    bare = text.strip()
    return _read_date(bare, zone) if len(bare) <= _LONGEST else None


@lru_cache(_KEPT)
def _read_date(text: str, zone: tzinfo) -> DateSpan | None:
    try:
        return parse_timestamp(text, zone)
    except ValueError:
        return written_date(text)


def parse_timestamp(text: str, zone: tzinfo) -> DateSpan:
    """The day of `text` in `zone`; a time that names no zone is taken as local.

    Understood are RFC 1123, ISO 8601 with and without seconds and zone, and every date that
    `indexer.text.date_forms` knows.

    Raises:
        ValueError: `text` is none of these, or there is no such day.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise ValueError(say("dates.long"))
    if iso := _ISO.fullmatch(text):
        return _local_day(_from_iso(iso), zone)
    if _RFC_1123.match(text):
        return _local_day(_from_rfc_1123(text), zone)
    if day := _DAY.fullmatch(text):
        return parse_date("-".join(day.groups()))
    return parse_date(text)


def _local_day(moment: datetime, zone: tzinfo) -> DateSpan:
    try:
        return day_span((moment.astimezone(zone) if moment.tzinfo else moment).date())
    except OverflowError as exc:
        raise ValueError(say("dates.no_local", moment=moment, zone=zone)) from exc


def _from_rfc_1123(text: str) -> datetime:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, IndexError, OverflowError) as exc:  # a bad date, or a zone of many years
        raise NoDateError(text) from exc


def _from_iso(match: re.Match[str]) -> datetime:
    names = ("year", "month", "day", "hour", "minute", "second")
    year, month, day, hour, minute, second = (int(match[name] or 0) for name in names)
    moment = datetime(year, month, day, hour, minute, second)
    if match["zone"] is None:
        return moment
    if match["sign"] is None:
        return moment.replace(tzinfo=timezone.utc)
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return moment.replace(tzinfo=timezone(-offset if match["sign"] == "-" else offset))
