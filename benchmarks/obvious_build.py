"""The obvious script, build side: whoosh and jieba's analyzer, a paragraph a blank-line block.

argv: SEEDS INDEX
"""

import re
import sys
from pathlib import Path

from jieba.analyse import ChineseAnalyzer
from whoosh import fields, index

seeds, target = map(Path, sys.argv[1:3])
target.mkdir(parents=True, exist_ok=True)
schema = fields.Schema(
    id=fields.ID(stored=True), text=fields.TEXT(analyzer=ChineseAnalyzer(), stored=True)
)
writer = index.create_in(str(target), schema).writer()
for path in sorted(seeds.iterdir()):
    for number, block in enumerate(re.split(r"\n\s*\n", path.read_text("utf-8"))):
        if block.strip():
            writer.add_document(id=f"{path.name[:3]}#{number}", text=block)
writer.commit()
