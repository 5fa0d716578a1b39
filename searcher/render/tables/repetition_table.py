"""Repeated stretches as a table: a row for each passage that has one."""

from __future__ import annotations

from searcher.render.tables.table_cells import Part, Table, joined_table
from searcher.repetition.results import Member, Repetition, Repetitions


def member_table(repetitions: Repetitions) -> Table:
    """The members of all groups; the columns of a group begin with `group`."""
    parts = (
        Part(None, "group"),
        Part(Repetition, "group.", without=frozenset({"members"})),
        Part(Member),
    )
    return joined_table(
        parts,
        (
            (number, group, member)
            for number, group in enumerate(repetitions, 1)
            for member in group.members
        ),
    )
