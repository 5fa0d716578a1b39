"""A collection that is drawn at random, and what is in the files of an index made of it.

>>> write_collection(tmp_path / "seeds")                     # doctest: +SKIP
"""

from __future__ import annotations

import json
import random
from pathlib import Path

from indexer.commits.generations import catalogue_name
from indexer.commits.json_files import parse_json
from indexer.commits.manifest import read_manifest
from tests.support.index_folder import files_of_newest

_WORDS = "国家,网络安全,核心技术,受制于人,不忘初心,获得感,5g,张三丰,犇骉,两个维护"
_MARKS = "，。；、 －"


def draw_texts(seed: int, count: int) -> list[str]:
    """Texts in folded form; some are empty, some long, some words are rare."""
    draw = random.Random(seed)
    return [_draw(draw, draw.choice([0, 1, 5, 12, 12, 12, 90])) for _ in range(count)]


def write_collection(seeds: Path, records: int = 400) -> None:
    """Write a collection of a few batches, and a list of words that are never cut."""
    draw = random.Random(records)
    lines = [
        {"doc": f"文{number // 9}", "text": _draw(draw, draw.randint(1, 40)) + "。", "date": "2020"}
        for number in range(records)
    ]
    seeds.mkdir()
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (seeds / "drawn.jsonl").write_text(text, "utf-8")
    (seeds.parent / "terms.txt").write_text("两个维护\n", "utf-8")


def content(index: Path) -> dict[str, object]:
    """What is in the files of an index, but for times and for what is drawn at random."""
    manifest = read_manifest(index)
    catalogue = parse_json((index / catalogue_name(manifest.generation)).read_bytes())
    del catalogue["commit"]
    for source in catalogue["sources"]:
        del source["settled"]  # which is whether it was written just now
    held: dict[str, object] = {
        "manifest": (manifest.recipe, manifest.paragraphs, manifest.generation),
        "catalogue": catalogue,
        "files": len(files_of_newest(index)),
    }
    for file in manifest.files:
        ending = file.name.rpartition(".")[2]
        held[ending] = (file.size, file.identity, (index / file.name).read_bytes())
    assert {"docs", "post"} < held.keys()
    return held


def _draw(draw: random.Random, words: int) -> str:
    return "".join(
        draw.choice(_WORDS.split(",")) + draw.choice(["", "", *_MARKS]) for _ in range(words)
    )
