"""What ladders leave unsaid: that none counts as none, and that years are meant."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award

_NONE = re.compile(
    r"(?:nếu |trường hợp )?không (?:có|để xảy ra|xảy ra|phát sinh|bị|vi phạm)\b", re.IGNORECASE
)
_SHORTER = re.compile(r"\b(?:ngày|tuần|tháng|quý)\b", re.IGNORECASE)


def of_one_year(awards: list[Award]) -> list[Award]:
    """As in "02 lớp/năm; 01 lớp": where only years are named, things in a year are things."""
    if any(_SHORTER.search(each.condition) for each in awards):
        return awards
    return [
        replace(each, band=replace(each.band, unit=""))
        if each.band is not None and each.band.unit == "lần/năm"
        else each
        for each in awards
    ]


def as_none(award: Award, material: Material) -> Award:
    """As in "không để xảy ra sự cố: 15 điểm" beside "01 sự cố: 7 điểm": the first counts none of them."""
    bands = [each.band for each in material.awards if each.band is not None and not each.band.is_rest]
    counts = bands and all(not band.is_percent and (band.low or band.high) for band in bands)
    if award.band is not None or not award.reward.is_full or not counts or not _NONE.match(award.condition):
        return award
    return replace(award, band=Band("", low=Fraction(0), high=Fraction(0), is_high_in=True, is_exact=True))


def none_for_none(material: Material, rule: Rule) -> Rule:
    """As in "dưới 5 cuộc: 1/3 điểm; không thực hiện: 0 điểm": the lowest band begins above zero."""
    if not isinstance(rule, dict) or rule["kind"] != "tiers" or "otherwise" not in rule:
        return rule
    if any(tier.keys() & {"at_most", "less_than"} for tier in rule["tiers"]):
        return rule
    lowest = rule["otherwise"]
    given = lowest if isinstance(lowest, dict) else {"give": lowest}
    material.assume("không có số liệu nào: 0 điểm")
    rest = {key: value for key, value in rule.items() if key != "otherwise"}
    return {**rest, "tiers": [*rule["tiers"], {"more_than": "0", **given}]}
