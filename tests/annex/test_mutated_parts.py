"""Valid archives with damaged parts inside: refused or read, never an error of the program."""

from __future__ import annotations

import contextlib
import copy
import io
import random
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from chamdiem.annex.importing import import_annex
from chamdiem.errors import Invalid, Refused

FILES = Path(__file__).parent / "corpus" / "files"
_NAMES = ("so-xay-dung.docx", "hop-tac-xa-2025.docx", "cap-xa-2025.xlsx", "phuong-ven-song.xlsx")
_PARTS = ("document", "sheet", "sharedStrings", "numbering", "styles", "workbook", "footnotes")
_VALUES = (
    "", "-1", "0", "2147483648", "99999999999999999999", "NaN", "1e309", "A0", "XFD1048577", "B2:A1", "½",
    "٣", "9" * 300, "1/0", "inf", "true",
)  # fmt: skip
_CHANGES = 5


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """A part with elements taken out, doubled, moved, and other values; it stays well-formed."""
    root = ET.fromstring(data)  # noqa: S314  our own files
    for _ in range(chance.randint(1, _CHANGES)):
        nodes = [(parent, child) for parent in root.iter() for child in parent]
        if not nodes:
            break
        parent, child = chance.choice(nodes)
        act = chance.randrange(5)
        if act == 0:
            parent.remove(child)
        elif act == 1:
            parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(child))
        elif act == 2 and child.attrib:
            child.set(chance.choice([*child.attrib]), chance.choice(_VALUES))
        elif act == 3:
            child.text = chance.choice(_VALUES)
        elif child.attrib:
            child.attrib.pop(chance.choice([*child.attrib]))
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _archive(name: str, chance: random.Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(FILES / name) as source, zipfile.ZipFile(target, "w") as changed:
        parts = [each for each in source.namelist() if each.endswith(".xml")]
        own = [each for each in parts if any(word in each for word in _PARTS)]
        chosen = chance.choice(own)
        for each in source.namelist():
            data = source.read(each)
            changed.writestr(each, _mutated(data, chance) if each == chosen else data)
    return target.getvalue()


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_part_is_refused_or_read(name: str, seed: int) -> None:
    chance = random.Random(f"{name} {seed}")  # noqa: S311  no secret
    with contextlib.suppress(Invalid, Refused):
        annex, draft = import_annex(_archive(name, chance), name)
        assert annex.rows
        assert draft.text
