"""What the user decides of an index: with other options it has another content and is rebuilt.

>>> BuildOptions(timezone="UTC").limits == Limits()
True
"""

from __future__ import annotations

from typing import Final

from indexer.model.arguments import FLAG, TEXT, ArgumentKind, check
from indexer.model.limits import DEFAULT, Limits
from indexer.text import zones
from indexer.value import value

_KINDS: Final = {
    "timezone": TEXT,
    "limits": ArgumentKind("Limits", lambda value: isinstance(value, Limits)),
    "follow_links": FLAG,
}


@value(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """The options of `build_index`, `update_index` and `plan_update`, besides the folders.

    Attributes:
        timezone: the zone in which timestamps become dates, `+08:00` or `Asia/Shanghai`.
        limits: what of a source file is too large to be read.
        follow_links: whether symbolic links below the folder are followed, wherever they lead.

    Raises:
        OptionError: `timezone` is not known, or a value is of another type (`ArgumentError`). The
            recipe of an index repeats them, and one that cannot be read again would make the index
            a damaged one.
    """

    timezone: str = zones.DEFAULT
    limits: Limits = DEFAULT
    follow_links: bool = False

    def __post_init__(self) -> None:
        check(
            _KINDS,
            timezone=self.timezone,
            limits=self.limits,
            follow_links=self.follow_links,
        )
        zones.parse_zone(self.timezone)


DEFAULT_OPTIONS = BuildOptions()
"""The options by default."""
