"""The lines of the imprint page."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.furniture import is_imprint


@pytest.mark.parametrize(
    ("text", "imprint"),
    [
        ("图书在版编目（CIP）数据", True),
        ("论甲摘编／某某研究院编．—北京：某某出版社，2021.1", True),
        ("ISBN 978-7-5073-4810-6", True),
        ("Ⅰ.①论… Ⅱ.①某… Ⅲ.①甲-文集 Ⅳ.①D000", True),
        ("中国版本图书馆CIP数据核字（2021）第000000号", True),
        ("定价：30.00元", True),
        ("全国新华书店经销", True),
        ("某某出版社", False),
        ("出版说明", False),
        ("本书由某某出版社出版，全国新华书店发行。", False),
    ],
)
def test_the_imprint_states_facts_and_makes_no_sentence(text: str, imprint: bool) -> None:
    assert is_imprint(text) == imprint
