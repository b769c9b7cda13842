"""Words of a PDF page sorted into lines of text, and those that stand close together joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

# Within one cell words stand closer than this share of their height.
_SPACE = 0.36
# Words begin a column this close to its edge, behind a gap wider than a space by this factor.
EDGE, _WIDER = 1.5, 1.1


class InLine:
    """Words beside each other in one line, each with its edges."""

    __slots__ = ()
    words: Sequence[tuple[float, float, str]]

    @property
    def start(self) -> float:
        """Its left edge."""
        return self.words[0][0]

    @property
    def end(self) -> float:
        """Its right edge."""
        return self.words[-1][1]

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(text for _, _, text in self.words)


@dataclass(slots=True)
class Segment(InLine):
    """Words printed together in one line of text."""

    words: list[tuple[float, float, str]]

    def parted(self, columns: Sequence[float], taken: Collection[float] = ()) -> Iterator[Segment]:
        """The segment, parted where a column begins that is taken, or behind a wider gap than its others."""
        gaps = [after[0] - before[1] for before, after in pairwise(self.words)]
        begun = 0
        for place, (gap, (left, _, _)) in enumerate(zip(gaps, self.words[1:], strict=True), start=1):
            edge = next((each for each in columns if abs(left - each) < EDGE), None)
            is_wider = gap > _WIDER * min(gaps[begun:], default=gap)
            if edge is not None and (edge in taken or is_wider):
                yield Segment(self.words[begun:place])
                begun = place
        yield Segment(self.words[begun:])


@dataclass(slots=True)
class TextLine:
    """One line of text, from left to right."""

    top: float
    bottom: float
    segments: list[Segment] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(each.text for each in self.segments)


def lines_of(words: Sequence[dict[str, Any]]) -> list[TextLine]:
    """Words sorted into lines, and those that stand close together joined."""
    lines: list[TextLine] = []
    for word in sorted(words, key=lambda each: (round(each["top"]), each["x0"])):
        height = word["bottom"] - word["top"]
        if not lines or abs(lines[-1].top - word["top"]) > height / 2:
            lines.append(TextLine(word["top"], word["bottom"]))
        segments = lines[-1].segments
        own = (word["x0"], word["x1"], word["text"])
        is_near = bool(segments) and word["x0"] - segments[-1].end < _SPACE * height
        if is_near and not word["is_apart"]:
            segments[-1].words.append(own)
        else:
            segments.append(Segment([own]))
    return lines


def page_words(page: Any) -> list[dict[str, Any]]:
    """The words of a page; one that reaches into the next column is parted there."""
    words = page.extract_words(x_tolerance=2, return_chars=True)
    edges = {round(word["x0"]) for word in words}
    return [part for word in words for part in _parted(word, edges)]


def _parted(word: dict[str, Any], edges: Collection[int]) -> Iterator[dict[str, Any]]:
    """A word, parted where a capital stands behind a small letter and other words begin: "ĐiểmNội"."""
    chars, begun = word["chars"], 0
    for place, (one, other) in enumerate(pairwise(chars), start=1):
        is_edge = one["text"].islower() and other["text"].isupper() and round(other["x0"]) in edges
        if is_edge:
            yield _part(word, chars[begun:place], begun)
            begun = place
    yield _part(word, chars[begun:], begun)


def _part(word: dict[str, Any], chars: Sequence[dict[str, Any]], begun: int) -> dict[str, Any]:
    if len(chars) == len(word["chars"]):
        return {**word, "is_apart": False}
    text = "".join(each["text"] for each in chars)
    return {**word, "text": text, "x0": chars[0]["x0"], "x1": chars[-1]["x1"], "is_apart": begun > 0}
