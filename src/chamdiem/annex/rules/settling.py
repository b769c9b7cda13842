"""What a ratio settles by itself, and what must be told about it."""

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.formulas import Formula, Name, Operation
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award

_ALL_OF_THEM = re.compile(
    r"(?:nếu |khi )?(?:tất cả|toàn bộ)(?: các| số)?\b(?!.*\b(?:và|nhưng|trước)\b)", re.IGNORECASE
)
_IS_ZERO = re.compile(r"(?:nếu |khi |trường hợp )?(?P<letter>[a-e])\s*=\s*0(?: thì)?", re.IGNORECASE)
_WHOLE = re.compile(r"tổng\b", re.IGNORECASE)
_HALF_A_POINT = re.compile(r"\bnửa điểm(?! (?:tối đa|chuẩn))", re.IGNORECASE)
_PART_OF_ONE = re.compile(r"(?<![\d/])[1-9]\s*/\s*[2-9] ?điểm(?! tối đa| chuẩn)\b", re.IGNORECASE)


def note_turned(material: Material, value: Formula) -> None:
    """Warn where the whole stands above its part: "a/b; a là tổng số hồ sơ; b là số hồ sơ đúng hạn"."""
    if not (isinstance(value, Operation) and value.sign == "/"):
        return
    if not (isinstance(value.left, Name) and isinstance(value.right, Name)):
        return
    above, below = (material.figures.labels.get(each.name, "") for each in (value.left, value.right))
    if _WHOLE.match(above) and not _WHOLE.match(below):
        material.assume(f"“{above}” chia cho “{below}”, đúng như in; có thể văn bản in ngược")


def note_parts_of_one(material: Material) -> None:
    """Tell how "1/3 điểm" was read: others may mean a third of all points."""
    for each in material.awards:
        if _HALF_A_POINT.search(each.clause.text) and each.reward.kind == "share":
            material.assume("“nửa điểm” được hiểu là nửa số điểm tối đa, không phải nửa của một điểm")
        part = _PART_OF_ONE.search(each.clause.text)
        if part and each.reward.kind == "points" and id(each) in material.used:
            material.assume(f"“{part[0]}” được hiểu là phần của một điểm, không phải của điểm tối đa")


def note_shares(material: Material) -> None:
    """Warn of thresholds that are printed as a share of one: "tỷ lệ ≥ 0,8" may mean 80 %, or 0,8 %."""
    for each in material.awards:
        band = each.band
        if band is None or not band.is_percent or id(each) not in material.used:
            continue
        if "%" not in each.clause.text and "phần trăm" not in each.clause.text:
            end = next(end for end in (band.low, band.high) if end is not None)
            material.assume(f"“{each.condition}” là phần của một: {amount_text(end * 100)} %")
            return


def is_full_anyway(rule: Rule, award: Award) -> bool:
    """As in "nếu tất cả các xã đạt thì được điểm tối đa": the ratio gives all points there."""
    if (
        not isinstance(rule, dict)
        or rule["kind"] != "ratio"
        or not award.reward.is_full
        or rule.get("better")
    ):
        return False
    full_at = Fraction(str(rule.get("full_at", 1)))
    band = award.band
    if band is not None and band.is_percent and band.low is not None:
        return band.low == full_at and (band.is_exact or (band.high is None and band.is_low_in))
    return band is None and full_at == 1 and _ALL_OF_THEM.match(award.condition) is not None


def when_nothing(rule: Rule, award: Award) -> Rule | None:
    """As in "nếu b = 0 thì được điểm tối đa", where b is what is divided by."""
    match = _IS_ZERO.fullmatch(award.condition.strip())
    if match is None or not isinstance(rule, dict) or rule.get("if_zero") is None:
        return None
    below = str(rule["value"]).rpartition("/")[2].strip(" ()")
    if below != match["letter"].casefold() or not (award.reward.is_full or award.reward.is_nothing):
        return None
    return {**rule, "if_zero": "full" if award.reward.is_full else "zero"}
