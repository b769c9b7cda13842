"""Points off for every step a ratio stays behind: "đạt 100%: 10 điểm; cứ giảm 1% trừ 0,5 điểm"."""

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.amounts import amount_text, exact_number
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Operation, formula_text
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule, divides
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import Shortfall

_STEP = r"(?P<step>\d+(?:,\d+)?)\s*%"
_LESS = r"(?:giảm|thiếu|hụt|thấp hơn|chưa đạt|không đạt)(?: đi| hơn)?"
_COSTS = (
    r"[^\d:;,]{0,30}?\s*,?\s*(?:thì )?(?:sẽ )?(?:bị )?trừ(?: đi)?\s+(?P<points>\d+(?:,\d+)?)\s*(?:điểm|đ)"
    r"(?:,? (?:cho đến|đến|tới) (?:khi )?hết điểm)?"
)
_PATTERNS = tuple(
    re.compile(rf"(?:nếu )?(?:cứ |với )?(?:mỗi )?{middle}{_COSTS}", re.IGNORECASE)
    for middle in (rf"{_LESS}\s+(?:mỗi )?{_STEP}", rf"{_STEP}\s+{_LESS}")
)
_EVERY = re.compile(r"^(?:nếu )?(?:cứ|mỗi|với mỗi)\b|\bmỗi\b", re.IGNORECASE)


def read_shortfall(clause: Clause, body: str) -> Shortfall | None:
    """So many points off for every so many percent below what gives all points."""
    match = next((found for pattern in _PATTERNS if (found := pattern.fullmatch(body)) is not None), None)
    if match is None or not _EVERY.search(body):
        return None
    step, points = exact_number(match["step"]), exact_number(match["points"])
    return Shortfall(clause, step, Reward("points", points)) if step and points else None


def by_shortfall(material: Material) -> Rule | None:
    """All points from a threshold on, and so many off for every full step below it."""
    found = material.of(Shortfall)
    full = [each for each in material.awards if each.reward.is_full]
    if len(found) != 1 or len(full) != 1 or len(material.awards) > 1 or material.eaches or material.points:
        return None
    band = full[0].band
    if band is None or not band.is_percent or band.low is None or not (band.high is None or band.is_exact):
        return None
    value = material.figures.ratio(band.subject) or (
        None if material.figures.has_ratio else material.figures.assumed_ratio()
    )
    if value is None or not material.figures.use(value):
        return None
    material.use(*found, *full)
    step = amount_text(found[0].step)
    material.assume(f"chỉ trừ khi thiếu đủ từng bước {step} %")
    if isinstance(value, Operation) and divides(value):
        material.not_applicable.append(f"{formula_text(value.right)} = 0")
        material.assume("mẫu số bằng 0: không đánh giá; văn bản không nói")
    behind = f"{amount_text(band.low * Fraction(100))} - 100 * {formula_text(value, 2)}"
    points = amount_text(found[0].points.of(material.maximum))
    return {"kind": "deduct", "parts": [{"of": behind, "points_each": points, "every": step}]}
