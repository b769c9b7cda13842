"""Points taken off for every so many percent less: ``30% trở lên: 10 điểm; cứ giảm 10% trừ 3 điểm``."""

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


def read_ladder(text: str) -> Ladder | None:
    """The ladder of a text; None where there is none."""
    match = _LADDER.search(text) if "cứ " in text or "Cứ " in text else None
    if match is None:
        return None
    step, points = (exact(match[name].replace(",", ".")) for name in ("step", "points"))
    return Ladder(" ".join(match.group().split()), step / 100, points) if step and points else None
