"""So many faults lose all points, beside what each costs: "mỗi ngày chậm trừ 1 điểm; quá 5 ngày: 0 điểm"."""

from __future__ import annotations

import re
from dataclasses import replace

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award, Cap, Each

_AROUND = re.compile(
    r"\d+|nếu|trường|hợp|quá|từ|trên|trở|lên|mỗi|cứ|thì|bị|hơn|vượt|có|ngày|lần|một", re.IGNORECASE
)


def until_all_is_lost(material: Material, rule: Rule, costs: list[Each]) -> Rule:
    """The rule of one cost, that gives nothing beyond so many of what it counts."""
    ends = [each for each in material.awards if each.reward.is_nothing and each.band is not None]
    if len(ends) != 1 or len(costs) != 1 or not isinstance(rule, dict) or rule["kind"] != "deduct":
        return rule
    award, cost = ends[0], costs[0]
    if not _counts_the_same(award, cost) or award.band is None or award.band.low is None:
        return rule
    material.use(award)
    letter = rule["parts"][0]["of"]
    sign = "<" if award.band.is_low_in else "<="
    when = f"{letter} {sign} {amount_text(award.band.low)}"
    return {"kind": "gate", "when": when, "then": rule, "else": "none"}


def under_a_cap(material: Material, costs: list[Each]) -> list[Each]:
    """The one cost with "trừ tối đa 2 điểm" of a sentence of its own."""
    caps = [each for each in material.of(Cap) if each.takes_off]
    if len(caps) != 1 or len(costs) != 1 or costs[0].cap is not None or costs[0].is_share:
        return costs
    material.use(*caps)
    return [replace(costs[0], cap=caps[0].most)]


def _counts_the_same(award: Award, cost: Each) -> bool:
    """Whether a number in the condition is one of what costs points each."""
    band = award.band
    if band is None or band.low is None or band.high is not None or cost.is_share or cost.every != 1:
        return False
    counts_days = bool(re.search(r"\bngày\b", cost.what, re.IGNORECASE))
    if band.unit != ("ngày" if counts_days else ""):
        return False
    asked, known = _words(award.condition), _words(f"{cost.what} {cost.clause.text}")
    return bool(asked) and asked <= known


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if not _AROUND.fullmatch(word)}
