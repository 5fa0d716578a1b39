from datetime import datetime, timedelta

import pytest

from indexer import OptionError
from indexer.text.zones import parse_zone


@pytest.mark.parametrize(
    ("name", "hours"),
    [("+08:00", 8), ("UTC+8", 8), ("-03:30", -3.5), ("UTC", 0), ("Asia/Shanghai", 8)],
)
def test_a_zone_is_known_by_offset_or_name(name: str, hours: float) -> None:
    assert datetime(2021, 4, 17, tzinfo=parse_zone(name)).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["", "Mars", "+99:00", "8", "../../etc/passwd"])
def test_an_unknown_zone_is_an_error(name: str) -> None:
    with pytest.raises(OptionError, match=r"is not known; give an offset such as \+08:00"):
        parse_zone(name)
