"""The obvious script: whoosh and jieba's analyzer, a paragraph a blank-line block.

python obvious.py build SEEDS INDEX
python obvious.py search INDEX QUERY      ten hits with highlights
"""

import re
import sys
from pathlib import Path


def build(seeds: str, target: str) -> None:
    """Index every block of every file."""
    from jieba.analyse import ChineseAnalyzer  # noqa: PLC0415 (a search needs none of it)
    from whoosh import fields, index  # noqa: PLC0415

    Path(target).mkdir(parents=True, exist_ok=True)
    schema = fields.Schema(
        id=fields.ID(stored=True), text=fields.TEXT(analyzer=ChineseAnalyzer(), stored=True)
    )
    writer = index.create_in(target, schema).writer()
    for path in sorted(Path(seeds).iterdir()):
        for number, block in enumerate(re.split(r"\n\s*\n", path.read_text("utf-8"))):
            if block.strip():
                writer.add_document(id=f"{path.name[:3]}#{number}", text=block)
    writer.commit()


def search(target: str, query: str) -> None:
    """Print ten hits."""
    from whoosh import index, qparser  # noqa: PLC0415

    opened = index.open_dir(target)
    with opened.searcher() as searcher:
        asked = qparser.QueryParser("text", opened.schema).parse(query)
        for hit in searcher.search(asked, limit=10):
            print(hit["id"], hit.highlights("text"))


if __name__ == "__main__":
    {"build": build, "search": search}[sys.argv[1]](*sys.argv[2:])
