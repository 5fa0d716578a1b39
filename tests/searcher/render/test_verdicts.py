"""A verdict is one value, and every table that tells verdicts apart has all of them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from indexer.wording.chinese import tracing as chinese_tracing
from indexer.wording.english import tracing as english_tracing
from searcher.render.html.panes import SIGNS
from searcher.render.html.style import STYLE
from searcher.render.reports.trace_entries import VERDICTS
from searcher.render.reports.trace_text import COLOURS
from searcher.tracing.results import RANKS, Verdict


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_has_a_sign_a_colour_a_style_and_a_name(verdict: str) -> None:
    assert verdict in SIGNS
    assert verdict in COLOURS
    assert re.search(rf"\.{verdict}\b", STYLE)
    for language in (chinese_tracing, english_tracing):
        assert f"verdict.{verdict}" in language.MESSAGES


def test_sources_of_every_verdict_are_ranked() -> None:
    assert list(RANKS) == list(get_args(Verdict))
