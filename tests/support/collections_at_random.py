"""A folder of source files that changes at random, as people change theirs.

Few names are used, so that documents collide, change places and come back.

>>> walk = Walk(Path("seeds"), random.Random(7))             # doctest: +SKIP
>>> walk.step()                                              # doctest: +SKIP
'rename 甲.txt to 卷/乙.txt'
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

from indexer.sources.lists import SPEAKERS, TERMS

STEMS = ("甲", "乙", "丙", "丁")
FOLDERS = ("", "", "甲/", "卷/上/")
SUFFIXES = (".txt", ".md", ".jsonl", ".html")
SENTENCES = (
    "核心技术是国之重器。",
    "要突破核心技术，培养人才。",
    "没有网络安全就没有国家安全。",
    "建设网络强国，人才是第一资源！",
    "技术创新永无止境，核心在于人。",
    "核心的网络技术不能受制于人。",
    "什么是强国？就是掌握核心的技术。",
    "5G 与 Big Data 的應用",
)
PERSONS = (None, "毛泽东", "邓小平")
SPEECHES = (None, None, "在网信工作座谈会上的讲话", "在大会上的讲话", "致技术大会的贺信")
CHAPTERS = (None, "第一章 总论", "第二章 核心技术", "三、人才")
DATES = (None, "2016-04-19", "2018-11", "2018-04-20", "2020", "不详")
SOURCES = (None, "《人民日报》2016年4月26日", "《求是》")
GROUPS = (None, "甲", "乙", "丙")
TITLES = (None, None, "谈强国", "谈人才")
WORD_LISTS = ("网络强国\n", "# 固定提法\n核心技术\n第一资源\n")
UNREADABLE = (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00\x01\x02", b"")


class Walk:
    """Changes the folder `seeds` step by step.

    Every content gets a time of modification of its own, as a clock would give it that is fine
    enough; `edit_behind_its_back` alone keeps size and time.
    """

    def __init__(self, seeds: Path, draw: random.Random) -> None:
        self.seeds = seeds
        self._draw = draw
        self._tick = 10**18
        self._steps: tuple[Callable[[], str], ...] = (
            self._add,
            self._add,
            self._edit,
            self._edit,
            self._edit_same_size,
            self._touch,
            self._rename,
            self._move,
            self._remove,
            self._swap,
            self._collide,
            self._copy,
            self._spoil,
            self._mend,
            self._change_groups,
            self._change_groups,
            self._change_terms,
            self._change_speakers,
            self._hide,
            self._several,
        )
        seeds.mkdir(parents=True)
        for _ in range(5):
            self._add()

    def step(self) -> str:
        """Change something, and say what."""
        return self._draw.choice(self._steps)()

    def files(self) -> list[Path]:
        """The source files."""
        return sorted(
            path
            for path in self.seeds.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        )

    def contents(self) -> dict[str, bytes]:
        """The source files by path, with what they hold."""
        return {str(path.relative_to(self.seeds)): path.read_bytes() for path in self.files()}

    def edit_behind_its_back(self) -> str | None:
        """Change the content of a file and keep its size and its time of modification.

        None where there is no file in which two sentences could change places.
        """
        for path in self._draw.sample(self.files(), len(self.files())):
            turned = _turned(path.read_bytes())
            if turned is not None:
                status = path.stat()
                path.write_bytes(turned)
                os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
                return f"edit {self._name(path)} behind its back"
        return None

    def _add(self) -> str:
        path = self.seeds / (
            self._draw.choice(FOLDERS) + self._draw.choice(STEMS) + self._draw.choice(SUFFIXES)
        )
        verb = "overwrite" if path.exists() else "add"
        self._write(path, self._content(path.suffix))
        return f"{verb} {self._name(path)}"

    def _edit(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        self._write(path, self._content(path.suffix))
        return f"edit {self._name(path)}"

    def _edit_same_size(self) -> str:
        path = self._some()
        turned = None if path is None else _turned(path.read_bytes())
        if path is None or turned is None:
            return self._edit()
        self._write(path, turned)
        return f"edit {self._name(path)} keeping its size"

    def _touch(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        self._date(path)
        return f"touch {self._name(path)}"

    def _rename(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        target = path.with_name(self._draw.choice(STEMS) + self._draw.choice(SUFFIXES))
        return self._put(path, target, "rename")

    def _move(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        return self._put(path, self.seeds / self._draw.choice(FOLDERS) / path.name, "move")

    def _remove(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        path.unlink()
        return f"remove {self._name(path)}"

    def _swap(self) -> str:
        if len(self.files()) < 2:
            return self._add()
        one, other = self._draw.sample(self.files(), 2)
        aside = one.with_name(".aside")
        one.rename(aside)
        other.rename(one)
        aside.rename(other)
        return f"swap {self._name(one)} and {self._name(other)}"

    def _collide(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        twin = path.with_suffix(self._draw.choice(SUFFIXES))
        self._write(twin, self._content(twin.suffix))
        return f"add {self._name(twin)} beside {self._name(path)}"

    def _copy(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        copy = self.seeds / self._draw.choice(FOLDERS) / (self._draw.choice(STEMS) + path.suffix)
        content = path.read_bytes()
        self._write(copy, content)
        return f"copy {self._name(path)} to {self._name(copy)}"

    def _spoil(self) -> str:
        path = self._some()
        if path is None:
            return self._add()
        self._write(path, self._draw.choice(UNREADABLE))
        return f"spoil {self._name(path)}"

    def _mend(self) -> str:
        for path in self.files():
            if path.read_bytes() in UNREADABLE:
                self._write(path, self._content(path.suffix))
                return f"mend {self._name(path)}"
        return self._spoil()

    def _change_groups(self) -> str:
        """Give the records of a file to other groups: documents come, go and trade names."""
        files = [path for path in self.files() if path.read_bytes().startswith(b"{")]
        if not files:
            return self._add()
        path = self._draw.choice(files)
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        kept = [record for record in records if self._draw.random() < 0.8] or records[:1]
        for record in kept:
            if self._draw.random() < 0.4:
                record["doc"] = self._draw.choice(GROUPS)
        added = [self._record() for _ in range(self._draw.randint(0, 2))]
        self._write(path, _lines(kept + added))
        return f"change the groups of {self._name(path)}"

    def _change_terms(self) -> str:
        path = self.seeds.parent / TERMS
        if path.exists() and self._draw.random() < 0.5:
            path.unlink()
            return "remove the word list"
        path.write_text(self._draw.choice(WORD_LISTS), "utf-8")
        return "write a word list"

    def _change_speakers(self) -> str:
        path = self.seeds.parent / SPEAKERS
        if path.exists() and self._draw.random() < 0.5:
            path.unlink()
            return "remove the list of persons"
        path.write_text(self._draw.choice(("鲁迅\n", "# 谁\n任正非\n鲁迅\n", "#\n")), "utf-8")
        return "write a list of persons"

    def _hide(self) -> str:
        (self.seeds / ".hidden.txt").write_text(self._draw.choice(SENTENCES), "utf-8")
        return "write a hidden file"

    def _several(self) -> str:
        return "; ".join(self.step() for _ in range(self._draw.randint(2, 4)))

    def _put(self, path: Path, target: Path, verb: str) -> str:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
        return f"{verb} {self._name(path)} to {self._name(target)}"

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self._date(path)

    def _date(self, path: Path) -> None:
        """Give the file a time that no other content has had, before or after the others."""
        self._tick += 1
        time = self._tick if self._draw.random() < 0.7 else 2 * 10**18 - self._tick
        os.utime(path, ns=(time, time))

    def _some(self) -> Path | None:
        files = self.files()
        return self._draw.choice(files) if files else None

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self.seeds))

    def _content(self, suffix: str) -> bytes:
        blocks = [
            "".join(self._draw.choices(SENTENCES, k=self._draw.randint(1, 3)))
            for _ in range(self._draw.randint(1, 4))
        ]
        if suffix == ".jsonl":
            return _lines([self._record() for _ in range(self._draw.randint(1, 5))])
        if suffix == ".html":
            body = "".join(f"<p>{block}</p>\n" for block in blocks)
            return f"<html><title>谈网络</title><body>\n{body}</body></html>\n".encode()
        if suffix == ".md":
            blocks[0:0] = ["# 谈强国", "## 总论"]
        return ("\n\n".join(blocks) + "\n").encode()

    def _record(self) -> dict[str, object]:
        draw = self._draw
        count = draw.randint(1, 2)
        facts = {
            "text": "\n\n".join("".join(draw.choices(SENTENCES, k=2)) for _ in range(count)),
            "doc": draw.choice(GROUPS),
            "title": draw.choice(TITLES),
            "speaker": draw.choice(PERSONS),
            "speech": draw.choice(SPEECHES),
            "chapter": draw.choice(CHAPTERS),
            "date": draw.choice(DATES),
            "source": draw.choice(SOURCES),
            "id": draw.choice((None, None, f"law-{draw.randint(1, 6)}")),
        }
        return {name: value for name, value in facts.items() if value is not None}


def _lines(records: list[dict[str, object]]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def _turned(content: bytes) -> bytes | None:
    """Another content of the same size: the first character of a known phrase is another one."""
    for old, new in (("核心", "中心"), ("网络", "脉络"), ("中心", "核心"), ("脉络", "网络")):
        if old.encode() in content:
            return content.replace(old.encode(), new.encode(), 1)
    return None
