"""Writes the tables of folding, `indexer/text/folding/tables.py`, from published ones.

    python -m scripts.folding_tables UCD KVARIANTS

UCD is a folder with files of the Unicode Character Database: EquivalentUnifiedIdeograph.txt,
DerivedCoreProperties.txt, PropList.txt, UnicodeData.txt and, from Unihan, Unihan_Variants.txt.
KVARIANTS is kVariants.tsv of the crate irg-kvariants. The package OpenCC is of the test extra.
Nothing of this is needed to run lunshu.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from indexer.text.folding import fold_narrow
from indexer.words.dictionary import read_dictionary
from scripts.checking import CHECKOUT

TABLES: Final = CHECKOUT / "indexer" / "text" / "folding" / "tables.py"

HEAD: Final = '''"""Which characters fold to which, besides what `unicodedata` and `simplified` say.

Data, written by `scripts/folding_tables.py`, which chooses from:

- Unicode {unicode} (https://www.unicode.org/ucd/, Unicode License): of the Unicode Character
  Database Default_Ignorable_Code_Point, Equivalent_Unified_Ideograph, Dash, names and categories;
  of Unihan, of what is in GBK, kZVariant and kSemanticVariant, where one of both is an old form
  (not in GB 2312) and, of the latter, the only one in GB 2312 that it is a form of;
- OpenCC {opencc} (https://github.com/BYVoid/OpenCC, Apache License 2.0): STCharacters,
  TSCharacters, TSCharactersExt, HKVariants, HKVariantsRev, TWVariants, TWVariantsRev;
- kVariants (https://github.com/hfhchan/irg, by the crate irg-kvariants 0.1.1, MIT): its pairs of
  equal characters (=) that are in GBK.
"""

from __future__ import annotations'''

APART: Final = (
    *("象像", "坐座", "划画", "呆待", "沉沈", "炼链", "里哩", "坏坯"),
    *("妳奶", "鞧秋"),
)
"""Pairs of OpenCC's and Unihan's tables that stay apart: both are in daily use, each with a meaning
of its own, and what they share is one sense of one of them. (`OF_OPENCC` offers 象 for 像.)"""

OF_OPENCC: Final = (
    *("STCharacters", "TSCharacters", "TSCharactersExt"),
    *("HKVariants", "HKVariantsRev", "TWVariants", "TWVariantsRev"),
)

NO_DASHES: Final = re.compile("SWUNG|WAVE|WAVY|DOUBLE|CIRCLE|DIAERESIS|TILDE")
"""What Unicode counts as dashes and is written for something else (~ and =)."""

BOX_LINES: Final = r"BOX DRAWINGS (LIGHT|HEAVY) HORIZONTAL"
DOTS: Final = re.compile(
    r"(MIDDLE DOT|BULLET|BULLET OPERATOR|DOT OPERATOR|HYPHENATION POINT|RAISED DOT|"
    r"WORD SEPARATOR DOT|SINOLOGICAL DOT|RUNIC SINGLE PUNCTUATION)$"
)
NO_DOTS: Final = re.compile(
    "WHITE|INVERSE|HEART|LEFT|RIGHT|REVERSED|TRIANGULAR|CIRCLED|SQUARED|WITH|HYPHEN B"
)
ELLIPSES: Final = re.compile(r"(HORIZONTAL|MONGOLIAN|VERTICAL|MIDLINE HORIZONTAL) ELLIPSIS$")
COLONS: Final = re.compile(r"(RATIO|MODIFIER LETTER COLON|VERTICAL COLON|SMALL COLON)$")

LINE: Final = 40


class Classes:
    """Characters that are joined to classes, two by two."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, character: str) -> str:
        """A member that stands for the class of `character`."""
        while character in self._parent:
            character = self._parent[character]
        return character

    def join(self, one: str, other: str) -> None:
        """Make the classes of both one."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._parent[second] = first

    def all(self) -> list[list[str]]:
        """Every class of several."""
        members: dict[str, set[str]] = defaultdict(set)
        for character in list(self._parent):
            members[self.of(character)] |= {character, self.of(character)}
        return [sorted(one) for one in members.values()]


def main() -> None:
    """Write every table."""
    parser = argparse.ArgumentParser(prog="scripts.folding_tables", description=__doc__)
    parser.add_argument("ucd", type=Path)
    parser.add_argument("kvariants", type=Path)
    given = parser.parse_args()
    head = HEAD.format(unicode=unicode_version(given.ucd), opencc=metadata.version("OpenCC"))
    made = (
        invisible(given.ucd),
        radicals(given.ucd),
        punctuation(given.ucd),
        variants(given.ucd, given.kvariants),
    )
    TABLES.write_text("\n\n".join([head, *made]) + "\n", "utf-8")


def unicode_version(ucd: Path) -> str:
    """The version that a file of the database states."""
    stated = (ucd / "EquivalentUnifiedIdeograph.txt").read_text("utf-8")
    found = re.match(r"# EquivalentUnifiedIdeograph-([\d.]+)\.txt", stated)
    assert found
    return found[1]


def rows(path: Path) -> Iterator[list[str]]:
    """The columns of a file of the database, without comments."""
    for line in path.read_text("utf-8").splitlines():
        columns = [column.strip() for column in line.partition("#")[0].split(";")]
        if len(columns) > 1:
            yield columns


def codes(column: str) -> range:
    """The code points of a column: one, or `first..last`."""
    first, _, last = column.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def having(path: Path, name: str) -> set[int]:
    """The code points that have a property."""
    return {code for columns in rows(path) if columns[1] == name for code in codes(columns[0])}


def invisible(ucd: Path) -> str:
    """What nobody sees: ignorable by default, format or control characters, but for blanks."""
    properties = ucd / "PropList.txt"
    kinds = {int(columns[0], 16): columns[2] for columns in rows(ucd / "UnicodeData.txt")}
    unseen = having(ucd / "DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    unseen |= {code for code, kind in kinds.items() if kind in ("Cc", "Cf")}
    unseen -= having(properties, "White_Space")
    unseen -= having(properties, "Prepended_Concatenation_Mark")
    unseen -= {code for code in unseen if chr(code).isspace()}
    ranges: list[list[int]] = []
    for code in sorted(unseen):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "\n".join(
        [
            "INVISIBLE = (",
            *(f"    (0x{first:X}, 0x{last:X})," for first, last in ranges),
            ")",
            '"""What nobody sees: ranges of code points, both ends included.',
            "",
            "Default_Ignorable_Code_Point, and the general categories Cc and Cf, without",
            "White_Space and Prepended_Concatenation_Mark (visible signs of Arabic).",
            '"""',
        ]
    )


def radicals(ucd: Path) -> str:
    """The ideographs that radicals and strokes stand for, where NFKD does not say so."""
    pairs = [
        (chr(code), chr(int(columns[1], 16)))
        for columns in rows(ucd / "EquivalentUnifiedIdeograph.txt")
        for code in codes(columns[0])
        if unicodedata.normalize("NFKD", chr(code)) == chr(code)
    ]
    doc = '''"""Equivalent_Unified_Ideograph, where no compatibility decomposition says it: the n-th
character of `RADICALS` stands for the n-th of `IDEOGRAPHS`."""'''
    return f"{two_strings('RADICALS', 'IDEOGRAPHS', pairs)}\n{doc}"


def punctuation(ucd: Path) -> str:
    """Dashes, middle dots, ellipses, colons and the zero, by their names."""
    names = {int(columns[0], 16): columns[1] for columns in rows(ucd / "UnicodeData.txt")}
    dashes = having(ucd / "PropList.txt", "Dash") | {
        code for code, name in names.items() if re.fullmatch(BOX_LINES, name)
    }
    wide: dict[str, str] = {}
    for code, name in names.items():
        character = chr(code)
        if unicodedata.normalize("NFKC", character) != character:
            continue  # which compatibility folds further
        if code in dashes and not NO_DASHES.search(name):
            count = 3 if "THREE-EM" in name else 2 if "TWO-EM" in name else 1
            wide[character] = "—" * count
        elif DOTS.search(name) and not NO_DOTS.search(name):
            wide[character] = "·"
        elif ELLIPSES.search(name):
            wide[character] = "..."
        elif COLONS.search(name):
            wide[character] = ":"
        elif name in ("WHITE CIRCLE", "LARGE CIRCLE"):
            wide[character] = "〇"
    return "\n".join(
        [
            "MARKS = {",
            *(
                f'    "{escaped(character)}": "{folded}",  # {names[ord(character)].lower()}'
                for character, folded in sorted(wide.items())
                if character != folded
            ),
            "}",
            '"""Each dash is one (a long one as many as it is long), each middle dot, each colon;',
            "each ellipsis is written out; a circle is the zero. By the property Dash and names,",
            'without what the compatibility decomposition makes one of these."""',
        ]
    )


def variants(ucd: Path, kvariants: Path) -> str:
    """The classes of ideographs that are one to the wide width."""
    frequencies: Counter[str] = Counter()
    for line in read_dictionary().decode().splitlines():
        word, count, _ = line.split(" ")
        frequencies.update(dict.fromkeys(word, int(count)))
    classes = Classes()
    for one, other in [*of_opencc(), *of_kvariants(kvariants)]:
        classes.join(one, other)
    for one, other in of_unihan(ucd / "Unihan_Variants.txt", classes):
        classes.join(one, other)
    pairs = []
    for members in classes.all():
        usual = min(
            members, key=lambda one: (-frequencies[one], not in_charset(one, "gb2312"), one)
        )
        pairs += [(one, usual) for one in members if one != usual]
    doc = '''"""Forms of Taiwan, Hong Kong and old prints: the n-th character of `VARIANTS` is one
with the n-th of `USUAL`, of its class the one that jieba's dictionary has most often."""'''
    return f"{two_strings('VARIANTS', 'USUAL', sorted(pairs))}\n{doc}"


def of_opencc() -> Iterator[tuple[str, str]]:
    """The pairs of single characters in OpenCC's tables, but for those that stay apart."""
    spec = importlib.util.find_spec("opencc")
    assert spec
    assert spec.origin
    library = Path(spec.origin).parent / "clib"
    apart = {frozenset(pair) for pair in APART}
    with tempfile.TemporaryDirectory() as folder:
        for name in OF_OPENCC:
            binary = library / "share" / "opencc" / f"{name}.ocd2"
            text = Path(folder, name)
            command = [str(library / "bin" / "opencc_dict"), "-f", "ocd2", "-t", "text"]
            subprocess.run([*command, "-i", str(binary), "-o", str(text)], check=True)
            for line in text.read_text("utf-8").splitlines():
                one, _, others = line.partition("\t")
                for other in others.split(" "):
                    pair = fold_narrow(one), fold_narrow(other)
                    if len(pair[0]) == len(pair[1]) == 1 and frozenset(pair) not in apart:
                        yield pair


def of_kvariants(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of kVariants that are one character."""
    for line in path.read_text("utf-8").splitlines():
        one, kind, other = line.split("\t")
        if kind == "=" and both_in_gbk(one[0], other[0]):
            yield fold_narrow(one[0]), fold_narrow(other[0])


def of_unihan(path: Path, classes: Classes) -> Iterator[tuple[str, str]]:
    """Old forms: Z-variants, and what is a form of one living character only.

    Args:
        path: the file of variants.
        classes: what is one already.
    """
    partners: dict[str, set[str]] = defaultdict(set)
    apart = {frozenset(pair) for pair in APART}
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("U+"):
            continue
        code, kind, values = line.split("\t")
        if kind not in ("kZVariant", "kSemanticVariant"):
            continue
        for value in values.split():
            one, other = (chr(int(at.split("<")[0][2:], 16)) for at in (code, value))
            if not both_in_gbk(one, other) or frozenset((one, other)) in apart:
                continue
            if kind == "kSemanticVariant":
                partners[one].add(other)
                partners[other].add(one)
            elif is_old(one) or is_old(other):
                yield fold_narrow(one), fold_narrow(other)
    for old, others in sorted(partners.items()):
        folded = {fold_narrow(one) for one in others}
        living = {classes.of(one) for one in folded if in_charset(one, "gb2312")}
        if is_old(old) and fold_narrow(old) == old and len(living) == 1:
            yield old, living.pop()


def is_old(character: str) -> bool:
    """Whether it is a form that simplified texts of today do not have: not in GB 2312."""
    return not in_charset(character, "gb2312")


def both_in_gbk(one: str, other: str) -> bool:
    """Whether both are characters of GBK."""
    return in_charset(one, "gbk") and in_charset(other, "gbk")


def in_charset(character: str, name: str) -> bool:
    """Whether a character set of two bytes has it."""
    try:
        return len(character.encode(name)) == 2
    except UnicodeEncodeError:
        return False


def two_strings(first: str, second: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Both sides of `pairs` as two constants."""
    unlike = [(one, other) for one, other in pairs if one != other]
    return "\n\n".join(
        constant(name, "".join(pair[at] for pair in unlike))
        for at, name in enumerate((first, second))
    )


def constant(name: str, value: str) -> str:
    """A constant in lines of `LINE` characters."""
    pieces = [value[at : at + LINE] for at in range(0, len(value), LINE)]
    return "\n".join([f"{name} = (", *(f'    "{escaped(piece)}"' for piece in pieces), ")"])


def escaped(text: str) -> str:
    """Ideographs as they are; everything else escaped, since an editor may not show it."""
    return "".join(
        one
        if is_ideograph(one)
        else f"\\u{ord(one):04x}"
        if one < "\U00010000"
        else f"\\U{ord(one):08x}"
        for one in text
    )


def is_ideograph(character: str) -> bool:
    """Whether editors and terminals show it."""
    return unicodedata.name(character, "").startswith("CJK UNIFIED") and character < "\U00020000"


if __name__ == "__main__":
    main()
