"""What folds to no letter at all is no quotation, however it is introduced."""

from __future__ import annotations

import pytest

from searcher import Searcher


@pytest.mark.parametrize("mark", ["\uff9e", "\uff9f", "…", "　"])
@pytest.mark.parametrize("form", ["习近平指出：{}。", "他说：“{}”", "“{}”", "{}"])
def test_a_text_without_letters_gives_nothing(
    form: str, mark: str, seed_searcher: Searcher
) -> None:
    trace = seed_searcher.trace(form.format(mark * 14))
    assert (trace.quotations, trace.not_found) == ((), ())
