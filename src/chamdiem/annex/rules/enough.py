"""So many things that give all points beside points for each: "10 camera: 15 điểm; mỗi camera 1,5 điểm"."""

from __future__ import annotations

import re

from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.statements import Award, Each

_NUMBERS = re.compile(r"\d[\d.,]*\s*%?")
_AROUND_NUMBERS = re.compile(r"có|từ|đạt|trở|lên|trên|ít|nhất|tối|thiểu|đủ|nếu|số|lượng|được|và|năm|trong")


def is_enough(material: Material, award: Award) -> bool:
    """As in "từ 10 camera: 15 điểm" beside "dưới 10: mỗi camera 1,5 điểm": so many give all points anyway."""
    if len(material.eaches) != 1 or award.band is None or not award.reward.is_full:
        return False
    each, low = material.eaches[0], award.band.low
    if each.takes_off or low is None or not award.band.is_low_in or award.band.high not in (None, low):
        return False
    if each.is_share != award.band.is_percent or not _speaks_of(award, each):
        return False
    things = low * 100 if each.is_share else low
    return things / each.every * each.points.of(material.maximum) == material.maximum


def _speaks_of(award: Award, each: Each) -> bool:
    """Whether so many of what is counted are asked; a number alone means them anyway."""
    named = _words(_NUMBERS.sub(" ", award.condition))
    return not named or bool(named & _words(each.what))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if not _AROUND_NUMBERS.fullmatch(word)}
