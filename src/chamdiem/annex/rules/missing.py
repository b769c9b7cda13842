"""Levels of what is missing: "đủ 5 văn bản: 10 điểm; thiếu 01 văn bản: 6 điểm; thiếu từ 02: 0 điểm"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.ladders import build_ladder, reward_scalar
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.rewards import NOTHING
from chamdiem.annex.rules.statements import Award, Heading, Prose

_ENOUGH = re.compile(r"\b(?:đủ|đầy đủ)\b", re.IGNORECASE)
_MISSING = re.compile(
    r"(?:nếu |có )?thiếu (?:từ |trên |quá |hơn |≥ ?|> ?)?\d+(?: ?(?:-|–|đến) ?\d+)?"
    r"(?P<thing>(?: (?!hoặc\b|và\b|trở\b)[^\W\d_]+){0,5})(?: trở lên)?",
    re.IGNORECASE,
)
# Beside being enough they must be so: nothing that a number of missing ones says.
_ASKS_MORE = re.compile(
    r"[,;]\s|\bvà\b|\bđồng thời\b|\b(?:đúng|kịp) (?:thời|hạn)|\bchất lượng\b", re.IGNORECASE
)


def by_missing(material: Material) -> Rule | None:
    """A ladder of how many are missing, where one level is that none is."""
    enough = [each for each in material.awards if _is_enough(each)]
    fewer = [each for each in material.awards if each not in enough]
    matches = [_MISSING.fullmatch(each.condition.strip()) for each in fewer]
    things = {" ".join(match["thing"].split()) for match in matches if match and match["thing"].strip()}
    if len(enough) != 1 or len(fewer) < 2 or None in matches or len(things) > 1:
        return None
    if not all(isinstance(each, Award | Heading | Prose) for each in material.statements):
        return None
    steps = [(each.band, each.reward) for each in fewer if each.band is not None]
    if len(steps) != len(fewer) or any(band.is_percent or not reward.is_constant for band, reward in steps):
        return None
    none = Band("", low=None, high=min(band.low or Fraction(1) for band, _ in steps), unit=steps[0][0].unit)
    ends = [band.high for band, _ in steps if band.high is not None]
    if len(ends) == len(steps):
        steps.append((Band("", low=max(ends), is_low_in=False, unit=none.unit), NOTHING))
        material.assume(f"thiếu nhiều hơn {amount_text(max(ends))}: 0 điểm; văn bản không nói")
    ladder = build_ladder([(none, enough[0].reward), *steps], material.maximum)
    if ladder is None:
        return None
    for text in ladder.assumed:
        material.assume(text)
    material.use(*material.awards)
    thing = next(iter(things), "")
    letter = material.figures.count(f"Số {thing} thiếu" if thing else f"Số còn thiếu – {material.name}")
    rule: dict[str, Any] = {"kind": "tiers", "value": letter, "tiers": ladder.tiers}
    if not ladder.otherwise.is_nothing:
        rule["otherwise"] = reward_scalar(ladder.otherwise, material.maximum)
    return rule


def _is_enough(award: Award) -> bool:
    """As in "ban hành đủ 5 văn bản: 10 điểm", and nothing more is asked for."""
    is_all = award.reward.is_full and (award.band is None or award.band.is_exact)
    return is_all and bool(_ENOUGH.search(award.condition)) and not _ASKS_MORE.search(award.condition)
