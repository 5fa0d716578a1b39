"""What is written in other characters is found, however a search asks for it."""

from __future__ import annotations

import datetime
import json
import random
import unicodedata

import pytest

from indexer import build_index
from indexer.errors import QueryError
from searcher import Filters, Searcher, escape, open_index

TEXTS = {
    "plain": "没有网络安全就没有国家安全，广大人民群众利益也难以得到保障。",
    "unseen": "没有网\u3164络安\u034f全就\ufe0f没有国家安全。",
    "radicals": "区⼈⺠医院书记兼院⻓、扫⿊⼤队⻓，在陕⻄商洛柞水县，广⼤⼈⺠群众。",
    "taiwan": "隨著時代發展，著作與顯著成效，瞭解情況，答覆問題，憑藉優勢。",
    "hongkong": "我們要保衞祖國，加強衞生工作，敍述，寫在枱上。",
    "mainland": "随着时代发展，了解情况，答复问题，凭借优势。保卫祖国，卫生工作，叙述，台上。",
    "zero": "二○三五年基本实现现代化。",
    "marks": "学习卡尔•马克思──恩格斯⋯⋯比例∶三。",
    "composed": "Xí Jìnpíng 在 café，バナナ，한국。",
    "decomposed": unicodedata.normalize("NFD", "Xí Jìnpíng 在 café，バナナ，한국。"),
    "half": "ﾊﾞﾅﾅ。",
    "old": "靑年、淸潔、戸口、呉起、値班、尙且、黒白、毎天、歩行、晩上、槪念、愼重。",
    "shop": "商舖的扇子，搧動，旣然，卽使。",
}

FACTS = {
    "title": "关于⽹络的⻓篇着作",
    "speech": "在卡尔‧马克思诞辰⼤会上的讲话",
    "source": "人⺠⽇報",
    "section": "一、衞生",
    "speaker": "呉邦國",
    "date": "2015-05-24",
}

EVERY = set(TEXTS)

QUERIES = [
    *(
        ('"没有网络安全就没有国家"', {"plain", "unseen"}),
        ("网\u200b络安\u00ad全就\ufeff没", {"plain", "unseen"}),
    ),
    *(
        ('"人民医院书记兼院长"', {"radicals"}),
        ("陕西商洛", {"radicals"}),
        ("陕⻄商洛", {"radicals"}),
    ),
    ("广大人民群众", {"plain", "radicals"}),
    *(
        (f'"{one}"', {"taiwan", "mainland"})
        for one in ("随着时代", "隨著時代", "了解情况", "瞭解情況")
    ),
    *(
        (f'"{one}"', {"taiwan", "mainland"})
        for one in ("答复问题", "答覆問題", "凭借优势", "憑藉優勢")
    ),
    *(
        (f'"{one}"', {"hongkong", "mainland"})
        for one in ("保卫祖国", "保衛祖國", "保衞祖國", "卫生工作")
    ),
    *((f'"{one}"', {"hongkong", "mainland"}) for one in ("叙述", "敘述", "敍述", "檯上", "枱上")),
    *((one, {"zero"}) for one in ("二〇三五年", "二○三五年", "二◯三五年")),
    *((f'"卡尔{dot}马克思"', {"marks"}) for dot in "·•・‧∙⋅･"),
    *((f'"马克思{dash}恩"', {"marks"}) for dash in ("——", "──", "――", "－－", "--", "⸺")),
    *((f'"恩格斯{dots}比"', {"marks"}) for dots in ("……", "⋯⋯", "......")),
    *((f"比例{colon}三", {"marks"}) for colon in "：:∶"),
    *(
        (f'"{one}"', {"composed", "decomposed"})
        for one in ("café", "cafe\u0301", "xí jìnpíng", "한국")
    ),
    *((one, {"composed", "decomposed", "half"}) for one in ("バナナ", "ハ\u3099ナナ", "ﾊﾞﾅﾅ")),
    ('"青年、清洁、户口、吴起、值班、尚且、黑白、每天、步行、晚上、概念、慎重"', {"old"}),
    ('"商铺的扇子，扇动，既然，即使"', {"shop"}),
    *(("/隨著.{2}發展/", {"taiwan", "mainland"}), ("/[瞭瞅]解/", {"taiwan", "mainland"})),
    *(
        ("/卡尔[•·]马克思-{2}/", {"marks"}),
        ("/二[○〇]三五/", {"zero"}),
        ("/caf[éè]/", {"composed", "decomposed"}),
    ),
    *(
        ("/人[⺠]医院/", {"radicals"}),
        ("/网\u200b络/", {"plain", "unseen"}),
        ("/[가-힣]/", {"composed", "decomposed"}),
    ),
    *((r"/网\u200b*络/", {"plain", "unseen"}), (r"/网[\u200b]络/", {"plain", "unseen"})),
    *(
        ("随着*发展", {"taiwan", "mainland"}),
        ("答?問題", {"taiwan", "mainland"}),
        ("卡尔?马克思", {"marks"}),
    ),
    *(
        ("隨著 NEAR/10 發展", {"taiwan", "mainland"}),
        ("保卫 BEFORE/20 枱上", {"hongkong", "mainland"}),
    ),
    *(
        ("随着时代 题：网络的长篇著作", {"taiwan", "mainland"}),
        ("二〇三五 \ufeffspeaker:吴邦国", {"zero"}),
    ),
    *(("二〇三五 讲话：卡尔•马克思诞辰大会", {"zero"}), ("二〇三五 来源：人民日报", {"zero"})),
    *(("二〇三五 节：卫生", {"zero"}), ("二〇三五 日期：2015年5⽉24⽇", {"zero"})),
    *(("二〇三五 日期：二○一五年五月", {"zero"}), ("二〇三五 date:2015\u200b-05", {"zero"})),
]


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("forms")
    (folder / "seeds").mkdir()
    rows = [{"doc": name, "text": text, **FACTS} for name, text in TEXTS.items()]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "seeds" / "forms.jsonl").write_text(lines, "utf-8")
    build_index(folder / "seeds", folder / "index")
    return open_index(folder / "index")


def names(ids: list[str]) -> set[str]:
    return {one.partition("#")[0].rpartition("/")[2] for one in ids}


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_a_search_finds_every_form(forms: Searcher, query: str, found: set[str]) -> None:
    results = forms.search(query, limit=None, exact=True)
    assert results.total == len(found)
    assert names([hit.id for hit in results.hits]) == found


@pytest.mark.parametrize(
    "filters",
    [
        Filters(speaker="吴邦国"),
        Filters(speech="卡尔•马克思诞辰大会", source="人民日报"),
        Filters(source="⼈民\u200b日報", role="speech\ufeff"),
        Filters(since="2015年5⽉", until="二○一五年\u200b5月24日"),
    ],
)
def test_a_filter_finds_every_form(forms: Searcher, filters: Filters) -> None:
    assert forms.search("二〇三五年", filters=filters, exact=True).total == 1
    assert forms.first("二〇三五年", filters=filters).total == 1


@pytest.mark.parametrize("query", ["人民医院", "衛生", "卡尔·马克思", "二〇三五年", "café"])
def test_the_first_use_is_found_in_every_form(forms: Searcher, query: str) -> None:
    first = forms.first(query)
    assert first.total == forms.search(query, exact=True).total > 0


@pytest.mark.parametrize(
    ("query", "name", "covered"),
    [
        ('"网络安全就没有"', "unseen", "网\u3164络安\u034f全就\ufe0f没有"),
        ('"人民医院"', "radicals", "⼈⺠医院"),
        ('"马克思--恩格斯......"', "marks", "马克思──恩格斯⋯⋯"),
        ('"café"', "decomposed", "cafe\u0301"),
        ('"バナ"', "half", "ﾊﾞﾅ"),
        ('"卫生"', "hongkong", "衞生"),
    ],
)
def test_a_highlight_covers_every_character_that_contributed(
    forms: Searcher, query: str, name: str, covered: str
) -> None:
    (hit,) = [hit for hit in forms.search(query, limit=None).hits if names([hit.id]) == {name}]
    ((start, end),) = hit.spans
    assert hit.text[start:end] == covered
    ((start, end),) = hit.snippet.spans
    assert hit.snippet.text[start:end] == covered


def test_every_span_of_every_text_finds_it_in_either_form(forms: Searcher) -> None:
    chance = random.Random(24)
    for name, text in TEXTS.items():
        for _ in range(12):
            start = chance.randrange(len(text))
            span = text[start : start + chance.randint(1, 9)]
            for form in (span, unicodedata.normalize("NFC", span), f"\u200b{span}\u2060"):
                try:
                    hits = forms.search(escape(form), limit=None, exact=True).hits
                except QueryError:
                    assert not form.strip("\u200b\u2060\u3164\u034f\ufe0f ")
                    continue
                assert name in names([hit.id for hit in hits])


@pytest.mark.parametrize(
    "query",
    [
        '"卡尔马克思"',
        '"卡尔.马克思"',
        '"马克思—恩格斯"',
        '"恩格斯…比"',
        "二O三五年",
        "二0三五年",
        "2035年",
    ],
)
def test_what_no_rule_of_one_character_can_give_is_not_counted(forms: Searcher, query: str) -> None:
    """A dot left out or typed as a full stop, half a mark, another numeral."""
    assert forms.search(query, limit=None, exact=True).total == 0


@pytest.mark.parametrize("query", ["\u200b\ufeff", '"\u2060"', "\u3164\ufe0f", "speaker:\u200b"])
def test_a_query_that_nobody_sees_is_an_error_in_one_line(forms: Searcher, query: str) -> None:
    with pytest.raises(QueryError) as caught:
        forms.search(query)
    assert len(str(caught.value).splitlines()) == 1
    assert caught.value.query == query


def test_a_date_out_of_a_pdf_is_read(forms: Searcher) -> None:
    article = (
        "呉邦國2015年5⽉24⽇在卡尔·马克思诞辰⼤会上的讲话中强调：“没有网络安全就没有国家安全”。"
    )
    (told,) = forms.trace(article, within="all").quotations
    assert told.match == "exact"
    assert told.attribution is not None
    assert told.attribution.date is not None
    assert told.attribution.date.first == datetime.date(2015, 5, 24)
