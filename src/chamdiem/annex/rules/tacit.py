"""What ladders leave unsaid: that none counts as none, and that years are meant."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.measures import DAYS, PERIODS, UNEVEN
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award

_NONE = re.compile(
    r"(?:nếu |trường hợp )?không (?:có|để xảy ra|xảy ra|phát sinh|bị|vi phạm)\b", re.IGNORECASE
)
# "không bố trí: 0 điểm": the whole is not there; "không trả lời" is a part of it that was not done.
_NOTHING = re.compile(
    r"(?:nếu |khi |trường hợp )?(?:không|chưa)(?: được)? (?:bố trí|phân bổ|cấp|đầu tư|chi|có)\b",
    re.IGNORECASE,
)
_FALLS = re.compile(r"(?:nếu |khi |tốc độ )?giảm\b(?! dưới| không quá)", re.IGNORECASE)
_TIMES_A_HUNDRED = re.compile(
    r"(?:[x×*]|\bnhân(?: với)?)\s*100\b|\b100\s*(?:[x×*]|nhân\b|(?=[a-e]\b))", re.IGNORECASE
)
_BARE_RATIO = re.compile(r"(?:nếu |khi )?tỷ lệ(?: %| này| đạt| đạt được| thực hiện)?")
_LENGTH = re.compile(r"\d\s*(ngày|tuần|tháng|quý)\b", re.IGNORECASE)
_NUMBERS_ALONE = re.compile(
    r"(?:(?:từ|trên|dưới|đến|tới|quá|không quá|hơn|đạt|nếu|trở lên|trở xuống|[-–<>≥≤]|\d[\d.,]*(?![\d.,]))\s*)*\d[\d.,]*(?:\s*trở (?:lên|xuống))?",
    re.IGNORECASE,
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


def of_one_period(awards: list[Award]) -> list[Award]:
    """As in "tối thiểu 3 cuộc/quý; 1 - 2 cuộc/quý": where one period is named, things are counted in it."""
    texts = " ".join(each.condition for each in awards)
    named = {match.casefold() for match in _SHORTER.findall(texts)}
    if len(named) != 1:
        return awards
    period = next(iter(named))
    return [
        replace(each, band=_in_period(each.band, period))
        if each.band is not None and each.band.unit == "lần/năm"
        else each
        for each in awards
    ]


def _in_period(band: Band, period: str) -> Band:
    return _in_units(band, PERIODS[period], f"lần/{period}")


def _in_units(band: Band, size: Fraction | int, unit: str) -> Band:
    low = None if band.low is None else band.low / size
    high = None if band.high is None else band.high / size
    return replace(band, low=low, high=high, unit=unit)


def of_one_length(awards: list[Award]) -> list[Award]:
    """As in "từ 06 tháng: 6 điểm; từ 03 tháng: 3 điểm": months stay months where no other length is named."""
    lengths = {match.casefold() for each in awards for match in _LENGTH.findall(each.condition)}
    unit = next(iter(lengths), "")
    if len(lengths) != 1 or unit not in UNEVEN:
        return awards
    return [
        replace(each, band=_in_units(each.band, DAYS[unit], unit))
        if each.band is not None and each.band.unit == "ngày"
        else each
        for each in awards
    ]


def of_the_length_once(awards: list[Award]) -> list[Award]:
    """As in "từ 3 ngày công: 4 điểm; dưới 1: 0 điểm": the one length that is printed is meant everywhere."""
    lengths = {match.casefold() for each in awards for match in _LENGTH.findall(each.condition)}
    units = {each.band.unit for each in awards if each.band is not None and not each.band.is_rest}
    if len(lengths) != 1 or units != {"", "ngày"}:
        return awards
    size = Fraction(1, DAYS[lengths.pop()])
    return [
        replace(each, band=_in_units(each.band, size, "ngày"))
        if each.band is not None and not each.band.unit and _NUMBERS_ALONE.fullmatch(each.condition.strip())
        else each
        for each in awards
    ]


def counted_in_days(awards: list[Award]) -> list[str]:
    """Months and quarters beside other lengths, all counted in days: "dưới 7 ngày", "dưới 1 tháng"."""
    timed = [each for each in awards if each.band is not None and each.band.unit == "ngày"]
    named = {match.casefold() for each in timed for match in _LENGTH.findall(each.condition)}
    return [each for each in UNEVEN if each in named]


def as_none(award: Award, material: Material) -> Award:
    """As in "không để xảy ra sự cố: 15 điểm" beside "01 sự cố: 7 điểm": the first counts none of them."""
    bands = [each.band for each in material.awards if each.band is not None and not each.band.is_rest]
    counts = bands and all(not band.is_percent and (band.low or band.high) for band in bands)
    if award.band is not None or not award.reward.is_full or not counts or not _NONE.match(award.condition):
        return award
    return replace(award, band=Band("", low=Fraction(0), high=Fraction(0), is_high_in=True, is_exact=True))


def none_for_none(material: Material, rule: Rule, nothing: Sequence[Award]) -> Rule:
    """As in "dưới 5 cuộc: 1/3 điểm; không thực hiện: 0 điểm": the lowest band begins above zero."""
    if not isinstance(rule, dict):
        return rule
    if rule.get("if_zero") == "not_applicable" and any(_NOTHING.match(each.condition) for each in nothing):
        rule = {**rule, "if_zero": "zero"}
    if rule["kind"] != "tiers" or "otherwise" not in rule:
        return rule
    if any(tier.keys() & {"at_most", "less_than"} for tier in rule["tiers"]):
        return rule
    lowest = rule["otherwise"]
    given = lowest if isinstance(lowest, dict) else {"give": lowest}
    falls = any(_FALLS.match(each.condition) for each in nothing)
    material.assume(
        "giảm: 0 điểm; bằng năm trước: như mức thấp nhất" if falls else "không có số liệu nào: 0 điểm"
    )
    rest = {key: value for key, value in rule.items() if key != "otherwise"}
    return {**rest, "tiers": [*rule["tiers"], {"at_least" if falls else "more_than": "0", **given}]}


def of_its_ratio(awards: list[Award], material: Material) -> list[Award] | None:
    """As in "T = a/b. T ≥ 0,9: 10 điểm", "Tỷ lệ = a/b × 100. Tỷ lệ ≥ 90: …": bare figures of the ratio.

    None where it is not known whether percent are meant.
    """
    banded = [each.band for each in awards if each.band is not None and not each.band.is_rest]
    if not banded or not material.figures.has_ratio or any(band.unit for band in banded):
        return awards
    texts = " ".join(each.clause.text for each in material.statements)
    is_percent = bool(_TIMES_A_HUNDRED.search(texts))
    if not (any(map(_is_of_the_ratio, banded)) or (is_percent and not any(band.subject for band in banded))):
        return awards
    ends = [end for band in banded for end in (band.low, band.high) if end is not None]
    if not is_percent and ("%" in texts or max(ends) > 1 or not any(0 < end < 1 for end in ends)):
        return None
    scale = 100 if is_percent else 1
    return [
        each
        if each.band is None or each.band.is_rest
        else replace(each, band=_in_units(each.band, scale, "%"))
        for each in awards
    ]


def _is_of_the_ratio(band: Band) -> bool:
    return _BARE_RATIO.fullmatch(band.subject) is not None
