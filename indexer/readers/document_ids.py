"""Document ids: the path below the seeds folder without suffix, with it where two would collide.

>>> document_ids([("a.txt", None), ("b.txt", None), ("b.md", None)])
['a', 'b.txt', 'b.md']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath


def document_ids(documents: Sequence[tuple[str, str | None]]) -> list[str]:
    """The id of each document, given as the path of its source file and its group there.

    A file that holds several documents gives each an id of its own: `laws/GROUP`.
    """
    stems = Counter(_stem(path) for path in {path for path, _ in documents})
    names = [_stem(path) if stems[_stem(path)] == 1 else path for path, _ in documents]
    ids = [_join(name, group) for name, (_, group) in zip(names, documents, strict=True)]
    while True:  # a full path may itself be what another file's id was shortened to
        uses = Counter(ids)
        distinct = [
            id_ if uses[id_] == 1 else _join(path, group)
            for id_, (path, group) in zip(ids, documents, strict=True)
        ]
        if distinct == ids:
            return ids
        ids = distinct


def _stem(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))


def _join(name: str, group: str | None) -> str:
    return name if group is None else f"{name}/{group}"
