"""Points for every so many percent: ``cứ 10% được 1 điểm``, ``30%: 10 điểm; cứ giảm 10% trừ 3 điểm``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.points import exact

_LADDER = re.compile(
    r"\bcứ (?:mỗi )?(?:giảm|thiếu|thấp hơn)\s+(?P<step>\d{1,2}(?:[.,]\d+)?)\s*%\s*(?:thì )?(?:bị )?"
    r"(?:trừ|giảm)\s*(?P<points>\d{1,3}(?:[.,]\d+)?)\s*điểm",
    re.IGNORECASE,
)
# "Cứ 10% vượt thêm được 1 điểm" begins at a threshold, not at nothing.
_CLIMB = re.compile(
    r"\b(?:cứ(?: mỗi| đủ| đạt| có)?|mỗi)\s+(?P<step>\d{1,2}(?:[.,]\d+)?)\s*%"
    r"(?:\s+(?!thêm|tăng|vượt|cao|giảm|thiếu|chậm|thấp|trừ|còn|hơn|trên|tiếp|(?:được )?(?:\d|tính|cộng))"
    r"[^\W\d_]+){0,9}\s*(?::|(?:thì )?(?:được|tính|cộng)(?: cộng| tính)?)\s*"
    r"(?P<points>\d{1,3}(?:[.,]\d+)?)\s*điểm",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ladder:
    """So many points less for every full ``step`` of a share below the top."""

    text: str
    step: Fraction
    points: Fraction

    def rungs(self, top: Fraction, maximum: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
        """The shares exactly so many steps below the top, and their points: however steps begun count."""
        share, points = top - self.step, maximum - self.points
        while share >= 0 and points >= 0:
            yield share, points
            share, points = share - self.step, points - self.points


@dataclass(frozen=True, slots=True)
class Climb:
    """So many points for every full ``step`` of a share, from nothing up."""

    text: str
    step: Fraction
    points: Fraction

    def rungs(self, maximum: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
        """The shares of so many steps, up to the whole or the maximum, and their points."""
        for times in range(1, min(int(1 / self.step), int(maximum / self.points)) + 1):
            yield times * self.step, times * self.points


def read_ladder(text: str) -> Ladder | None:
    """The ladder of a text; None where there is none."""
    found = _found(_LADDER, text) if "cứ " in text or "Cứ " in text else None
    return None if found is None else Ladder(*found)


def read_climb(text: str) -> Climb | None:
    """The climb of a text; None where there is none."""
    may_climb = "%" in text and ("cứ" in text.casefold() or "mỗi" in text.casefold())
    found = _found(_CLIMB, text) if may_climb else None
    return None if found is None else Climb(*found)


def _found(pattern: re.Pattern[str], text: str) -> tuple[str, Fraction, Fraction] | None:
    match = pattern.search(text)
    if match is None:
        return None
    step, points = (exact(match[name].replace(",", ".")) for name in ("step", "points"))
    return (" ".join(match.group().split()), step / 100, points) if step and points else None
