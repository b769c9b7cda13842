"""The numbers that Word counts by itself in front of paragraphs, and in how many lists they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar
from xml.etree.ElementTree import Element

from chamdiem.annex.reading.list_numbers import shown

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LIST = re.compile(r"List ?(?:Bullet|Number|Continue)? ?([2-9])")


def style_of(element: Element) -> str:
    """The name of the style of a paragraph; empty where it has none."""
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


@dataclass(slots=True)
class _Level:
    """One level of an automatic list."""

    start: int
    form: str
    pattern: str


@dataclass(slots=True)
class Numbering:
    """The automatic lists of a document, counted as they are met."""

    levels: dict[str, dict[int, _Level]]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, list[int]] = field(default_factory=dict)
    _FORMS: ClassVar[frozenset[str]] = frozenset(
        ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter")
    )

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> Numbering:
        """The lists a document defines."""
        levels: dict[str, dict[int, _Level]] = {}
        if numbering is not None:
            kinds = {
                each.get(f"{_W}abstractNumId", ""): _levels(each)
                for each in numbering.iter(f"{_W}abstractNum")
            }
            for each in numbering.iter(f"{_W}num"):
                kind = each.find(f"{_W}abstractNumId")
                levels[each.get(f"{_W}numId", "")] = (
                    kinds.get(kind.get(f"{_W}val", ""), {}) if kind is not None else {}
                )
        named = {}
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            if (found := _list_of(style.find(f"{_W}pPr"))) is not None:
                named[style.get(f"{_W}styleId", "")] = found
        return cls(levels, named)

    def number(self, paragraph: Element) -> str:
        """The number printed in front of a paragraph, with a space; empty when there is none."""
        found = self._list(paragraph)
        return "" if found is None else self._counted(*found)

    def depth(self, paragraph: Element) -> int:
        """In how many lists a paragraph stands, by its level or by its style: "List Bullet 2"."""
        found = self._list(paragraph)
        if found is None:
            return 0
        style = _LIST.fullmatch(style_of(paragraph))
        return max(found[1] + 1, int(style[1]) if style else 1)

    def _list(self, paragraph: Element) -> tuple[str, int] | None:
        found = _list_of(paragraph.find(f"{_W}pPr")) or self.styles.get(style_of(paragraph))
        return None if found is None or found[0] == "0" else found

    def _counted(self, identity: str, depth: int) -> str:
        levels = self.levels.get(identity, {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return "- "
        if level.form not in self._FORMS:
            return ""
        counts = self.counts.setdefault(identity, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - (1 if len(counts) == depth else 0))
        counts[depth] += 1
        text = level.pattern
        for place, count in enumerate(counts):
            own = levels.get(place)
            text = text.replace(f"%{place + 1}", shown(count, own.form if own else "decimal"))
        return f"{text} " if "%" not in text else ""


def _levels(kind: Element) -> dict[int, _Level]:
    found = {}
    for level in kind.iter(f"{_W}lvl"):
        depth = level.get(f"{_W}ilvl", "")
        values = {name: level.find(f"{_W}{name}") for name in ("start", "numFmt", "lvlText")}
        texts = {name: each.get(f"{_W}val", "") if each is not None else "" for name, each in values.items()}
        if depth.isdigit():
            start = int(texts["start"]) if texts["start"].isdigit() else 1
            found[int(depth)] = _Level(start, texts["numFmt"], texts["lvlText"])
    return found


def _list_of(properties: Element | None) -> tuple[str, int] | None:
    numbering = properties.find(f"{_W}numPr") if properties is not None else None
    if numbering is None:
        return None
    identity, depth = numbering.find(f"{_W}numId"), numbering.find(f"{_W}ilvl")
    level = depth.get(f"{_W}val", "0") if depth is not None else "0"
    if identity is None or not level.isdigit():
        return None
    return identity.get(f"{_W}val", "0"), min(int(level), 8)
