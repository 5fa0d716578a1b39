"""The title of a volume, and whose works they are."""

from __future__ import annotations

import pytest

from indexer.facts.furniture.contents import plain_title
from indexer.facts.works.volumes import volume_of


@pytest.mark.parametrize(
    ("title", "source", "person"),
    [
        ("毛泽东选集", "《毛泽东选集》", "毛泽东"),
        ("毛泽东选集第五卷", "《毛泽东选集》第五卷", "毛泽东"),
        ("《毛泽东选集》（第一卷）", "《毛泽东选集》第一卷", "毛泽东"),
        ("《邓小平文选第三卷》", "《邓小平文选》第三卷", "邓小平"),
        ("《邓小平文选》第三卷", "《邓小平文选》第三卷", "邓小平"),
        ("邓小平文选　第三卷", "《邓小平文选》第三卷", "邓小平"),
        ("习近平谈治国理政 第一卷", "《习近平谈治国理政》第一卷", "习近平"),
        ("习近平著作选读 第二卷", "《习近平著作选读》第二卷", "习近平"),
        ("江泽民文选", "《江泽民文选》", "江泽民"),
        ("建国以来毛泽东文稿", "《建国以来毛泽东文稿》", "毛泽东"),
        ("毛主席文选", "《毛主席文选》", "毛泽东"),
        ("人民文集", "《人民文集》", None),
        ("唐诗选集", "《唐诗选集》", None),
        ("高中生文集", "《高中生文集》", None),
        ("马克思恩格斯全集", "《马克思恩格斯全集》", None),
        ("张三文集", "《张三文集》", None),
    ],
)
def test_a_volume_is_a_source_and_belongs_to_a_person_who_is_known(
    title: str, source: str, person: str | None
) -> None:
    volume = volume_of(title)
    assert volume is not None
    assert (volume.source, volume.person) == (source, person)


@pytest.mark.parametrize(
    "text", ["论文集的编写", "关于毛泽东选集的出版", "毛泽东", "在文集出版座谈会上的讲话", "文集"]
)
def test_what_only_speaks_of_a_volume_is_none(text: str) -> None:
    assert volume_of(text) is None


def test_the_works_of_somebody_unknown_are_his_where_he_is_named_as_their_author() -> None:
    volume = volume_of("张三文集", {"张三"})
    assert volume is not None
    assert volume.person == "张三"


@pytest.mark.parametrize(
    "entry",
    [
        "论调查",
        "· 论调查 ",
        "论调查……12",
        "论调查………（12）",
        "1. 论调查",
        "论 调 查",
        "《论调查》",
        "论调查（1930年5月）",
        "论调查　　12",
    ],
)
def test_an_entry_of_a_contents_page_is_compared_by_its_title_alone(entry: str) -> None:
    assert plain_title(entry) == "论调查"
