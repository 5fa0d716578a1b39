"""jieba's hidden Markov model cuts as in jieba's own hands, also where two ways are as probable."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jieba import finalseg

from indexer.words.unknown_words import IMPOSSIBLE, model_cutter

HAN = [chr(code) for code in range(0x4E00, 0x9FD6)]
HALF_KNOWN = [one for one in HAN if 0 < sum(one in emit for emit in finalseg.emit_P.values()) < 4]
UNKNOWN = [one for one in HAN if not any(one in emit for emit in finalseg.emit_P.values())]

STRETCHES = st.text(
    st.one_of(
        st.sampled_from(
            "的一是在不了有和人这中大为上个国我以要他常在等则取应会质具高过白进原张三丰"
        ),
        st.sampled_from(HAN),
        st.sampled_from(HALF_KNOWN),
        st.sampled_from(UNKNOWN),
    ),
    min_size=1,
    max_size=20,
)


@given(STRETCHES)
@example("常在等则取应会质具高过白进原")
@example(UNKNOWN[0] * 5)
@example("".join(HALF_KNOWN[:40]))
def test_any_stretch_is_cut_as_jieba_cuts_it(stretch: str) -> None:
    cut = model_cutter(finalseg.start_P, finalseg.trans_P, finalseg.emit_P)
    assert cut(stretch) == list(finalseg.cut(stretch))


FIGURES = st.sampled_from([-1.0, -2.0, -3.0, IMPOSSIBLE])
MODELS = st.fixed_dictionaries(
    {
        "start_P": st.fixed_dictionaries(dict.fromkeys("BMES", FIGURES)),
        "trans_P": st.fixed_dictionaries(
            {one: st.dictionaries(st.sampled_from("BMES"), FIGURES) for one in "BMES"}
        ),
        "emit_P": st.fixed_dictionaries(
            {one: st.dictionaries(st.sampled_from("核心技术"), FIGURES) for one in "BMES"}
        ),
    }
)


@given(MODELS, st.text("核心技术", min_size=1, max_size=6))
def test_any_model_cuts_as_it_does_for_jieba(model: dict[str, Any], stretch: str) -> None:
    """Few figures, so that many ways are as probable as others."""
    with pytest.MonkeyPatch.context() as patch:
        for name, figures in model.items():
            patch.setattr(finalseg, name, figures)
        expected = list(finalseg.cut(stretch))
    cut = model_cutter(model["start_P"], model["trans_P"], model["emit_P"])
    assert cut(stretch) == expected
