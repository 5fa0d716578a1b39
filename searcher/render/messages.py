"""One-line messages for stderr that need more than their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.model.fields import FIELD_OF, ROWS
from searcher.render.visible import visible

if TYPE_CHECKING:
    from indexer.manifest import Manifest
    from searcher.results import Suggestion

_AROUND = 20
"""How many characters of a query are shown on each side of the place that an error points at."""


def suggestion_text(suggestion: Suggestion, command: str) -> str:
    """What else was found, and the command that lists it."""
    field, _, value = suggestion.query.replace("：", ":", 1).partition(":")
    where = ROWS[FIELD_OF[field]].title
    return visible(f"另有 {suggestion.total} 段的{where}含“{value}”，列出：{command}")


def no_hits_text(exact: int, related: int) -> str:
    """Why there are no hits on a page of an answer that has so many in all."""
    if not exact and not related:
        return "没有找到"
    more = f"，相关段落共 {related} 段" if related else ""
    return f"--offset 超出范围：精确命中共 {exact} 段{more}"


def stale_text(changed: str, manifest: Manifest, index: str) -> str:
    """That a source file has changed since the index was built, and the command that updates it."""
    update = update_command(manifest, index)
    return visible(f"建立索引后源文件有变动（{changed}），请更新：{update}")


def update_command(manifest: Manifest, index: str) -> str:
    """What updates an index without changing how it was built: a command, or a call where it has
    limits that no option sets.
    """
    # Hardly any message names a command.
    import shlex  # noqa: PLC0415
    from dataclasses import replace  # noqa: PLC0415

    from indexer import zones  # noqa: PLC0415
    from indexer.limits import DEFAULT  # noqa: PLC0415

    recipe = manifest.recipe
    megabytes = recipe.limits.file_bytes >> 20
    characters = recipe.limits.paragraph_characters
    bytes_by_option = max(megabytes, 1) << 20
    by_option = replace(DEFAULT, file_bytes=bytes_by_option, paragraph_characters=characters)
    if recipe.limits != by_option:
        return "indexer.update_index(…, limits=…)"
    words = ["lunshu", "index", manifest.seeds, "--index", index]
    if recipe.timezone != zones.DEFAULT:
        words += ["--timezone", recipe.timezone]
    if recipe.follow_links:
        words.append("--follow-links")
    if recipe.limits.file_bytes != DEFAULT.file_bytes:
        words += ["--max-file-size", str(megabytes)]
    if characters != DEFAULT.paragraph_characters:
        words += ["--max-paragraph", str(characters)]
    return shlex.join(words)


def pointed_query(query: str, position: int) -> str:
    """`query` with `▶` before the character at `position`, and only its neighbourhood if long."""
    first = max(0, position - _AROUND)
    last = position + _AROUND
    before = ("…" if first else "") + query[first:position]
    after = query[position:last] + ("…" if last < len(query) else "")
    return visible(f"{before}▶{after}")
