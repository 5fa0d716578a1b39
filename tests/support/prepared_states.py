"""A folder of source files in several states, each with the answers that a fresh index gives."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from indexer import build_index
from tests.support.collections_at_random import Walk
from tests.support.everything_said import QUESTIONS, Said, said_by
from tests.support.reading_on import Right

STATES = 5

ALWAYS = ("常在#1", "常在#2")
"""Paragraphs that are there in every state."""


class Prepared:
    """States of a folder of source files, each with the answers that a fresh index gives."""

    def __init__(self, folder: Path) -> None:
        self.seeds = folder / "seeds"
        self._states: list[Path] = []
        self.said: list[Said] = []
        walk = Walk(folder / "walk" / "seeds", random.Random(8))
        for number in range(STATES):
            for _ in range(6):
                walk.step()
            kept, fresh = folder / f"state{number}", folder / f"fresh{number}"
            shutil.copytree(walk.seeds, kept)
            (kept / "常在.txt").write_text("网络强国。\n\n人才是第一资源！\n", "utf-8")
            build_index(kept, fresh)
            self._states.append(kept)
            self.said.append(said_by(fresh))

    def put(self, number: int) -> None:
        """Put the state of that number in the place of the source files."""
        shutil.rmtree(self.seeds, ignore_errors=True)
        shutil.copytree(self._states[number], self.seeds)

    def right(self) -> Right:
        """The right answer to every question that can be asked in all states, by state."""
        return {
            question: {str(number): said[question] for number, said in enumerate(self.said)}
            for question in (*QUESTIONS, *(f"show {id_}" for id_ in ALWAYS))
        }
