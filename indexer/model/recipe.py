"""What decides the content of an index besides the source files: if it differs, it is rebuilt.

The list of persons is an exception: where that alone differs, the index is updated, nothing read.

>>> recipe.differences(older)                                # doctest: +SKIP
(Reason(what='analyzer', before='jieba 0.42.0', now='jieba 0.42.1'),)
"""

from __future__ import annotations

from dataclasses import asdict, replace

from indexer.model.build_options import BuildOptions
from indexer.model.limits import Limits
from indexer.value import value

READING = 3
"""Raised whenever a source file may be read, folded or cut into words otherwise than before."""

OF_THE_PROGRAM = ("lunshu", "reading")
"""Fields that the version of the program decides; others are chosen or installed by its user."""


@value(frozen=True, slots=True)
class Reason:
    """Why an index is not current: something differs from what it was built with.

    Attributes:
        what: the name of a field of the recipe, `"seeds"` for the folder of the source files, or
            `"index"` for the index itself.
        before: what it was; for `"index"`, what is wrong with it.
        now: what it is.
    """

    what: str
    before: str
    now: str


@value(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What decides the content of an index, besides the source files.

    Attributes:
        lunshu: the version of the program.
        reading: `READING` of that version.
        python: the version of Python, whose parser reads HTML.
        analyzer: the analyzer that cuts words, with its version and its dictionary.
        terms: the hash of the list of words that are kept whole; empty where there is none.
        speakers: the hash of the list of persons whom articles quote; empty where there is none.
        timezone: the zone in which timestamps become dates.
        limits: what of a source file is too large to be read.
        follow_links: whether symbolic links below the seeds folder are followed.
    """

    lunshu: str
    reading: int
    python: str
    analyzer: str
    terms: str
    timezone: str
    limits: Limits
    follow_links: bool
    speakers: str = ""

    @property
    def options(self) -> BuildOptions:
        """The part of it that the user decides.

        Raises:
            OptionError: it names a time zone that is not known here.
        """
        return BuildOptions(
            timezone=self.timezone, limits=self.limits, follow_links=self.follow_links
        )

    @property
    def of_texts(self) -> Recipe:
        """The part of it that decides how source files are read and their texts cut.

        The list of persons does not, as it is kept and nothing else.
        """
        return replace(self, speakers="")

    def differences(self, before: Recipe) -> tuple[Reason, ...]:
        """The differences of this recipe from the one that was used `before`."""
        old, new = _flat(before), _flat(self)
        return tuple(
            Reason(name, str(old.get(name, "")), str(value))
            for name, value in new.items()
            if old.get(name) != value
        )


def _flat(recipe: Recipe) -> dict[str, object]:
    """The values by name; each of the limits by itself."""
    facts = asdict(recipe)
    limits: dict[str, object] = facts.pop("limits")
    return facts | {f"limits.{name}": limit for name, limit in limits.items()}
