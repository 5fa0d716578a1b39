"""What the user decides of an index: with other options it holds something else and is rebuilt.

>>> BuildOptions(timezone="UTC").limits == Limits()
True
"""

from __future__ import annotations

from dataclasses import dataclass

from indexer import zones
from indexer.limits import DEFAULT, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What `build_index`, `update_index` and `plan_update` are asked for besides the folders.

    Attributes:
        timezone: the zone in which timestamps become dates, `+08:00` or `Asia/Shanghai`.
        limits: what of a source file is too large to be read.
        follow_links: whether symbolic links below the folder are followed, wherever they lead.

    Raises:
        OptionError: `timezone` is not known.
    """

    timezone: str = zones.DEFAULT
    limits: Limits = DEFAULT
    follow_links: bool = False

    def __post_init__(self) -> None:
        zones.parse_zone(self.timezone)


DEFAULT_OPTIONS = BuildOptions()
"""The options that hold where nobody asks for others."""
