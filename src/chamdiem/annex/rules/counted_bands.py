"""Bands of numbers of things: ladders, and points in proportion to a number."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.currency import smallest_money
from chamdiem.annex.rules.labels import as_place, measures
from chamdiem.annex.rules.ladders import Ladder, build_ladder, reward_scalar
from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.measures import UNEVEN
from chamdiem.annex.rules.naming import name_of_count, says_what
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import Award
from chamdiem.annex.rules.step_levels import as_steps

_RANKED = re.compile(r"\b(?:xếp )?hạng \d|\bxếp thứ \d", re.IGNORECASE)
_DAYS_A_YEAR = re.compile(r"\d\s*ngày\s*/\s*năm\b", re.IGNORECASE)
_IS_PLACE = re.compile(r"\bhạng$|\bhạng (?:không|trên|từ|đến)\b|^hạng\b(?! mục)", re.IGNORECASE)
_SHARE = re.compile(r"t[ỷỉ] (?:lệ|trọng)\b", re.IGNORECASE)
_HUNDRED = Fraction(100)
# "Từ 80 hộ trở lên", "từ 85%", "từ 90 điểm": of something else, or what it says.
_NAMES_A_THING = re.compile(r"%|\d\s+(?!trở\b|đến\b|tới\b|và\b|hoặc\b|thì\b|được\b)[^\W\d_]+", re.IGNORECASE)
_AVERAGE = re.compile(r"\b(?:trung bình|bình quân)\b", re.IGNORECASE)
_DIVIDED = re.compile(r"\bsố [^/()]+/ ?(?:tổng )?số\b", re.IGNORECASE)
# "tối thiểu 02 tin, bài/tuần": how often, where the unit was not understood.
_HEADED = re.compile(
    r"(?P<head>[^():;%]*[^\W\d_] ?\((?!(?:từ|trên|dưới|đến|tối|ít|không|nếu)\b)[^()]*[^\W\d_][^()]*\))\s*:\s*(?:từ|trên|dưới|đạt|đến|[<>≥≤]|\d)",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"/\s*(?P<period>ngày|tuần|tháng|quý)\b", re.IGNORECASE)
_THINGS_OFTEN = re.compile(
    r"\d (?P<thing>[^\W\d_]+)(?:,? [^\W\d_]+)* ?/ ?(?:\d )?(?:ngày|tuần|tháng|quý|năm)\b", re.IGNORECASE
)


def banded_count(material: Material, banded: list[Award]) -> Rule | None:
    """As in "từ 10 bài: 5 điểm; từ 5 đến 9 bài: 3 điểm"."""
    if len({match.casefold() for each in banded for match in _THINGS_OFTEN.findall(each.condition)}) > 1:
        # "01 tin/tuần: 5 điểm; 02 video/tháng: 3 điểm": one how often, of two things.
        return None
    steps = [(each.band, each.reward) for each in banded if each.band is not None]
    proportional = _in_proportion(material, banded, steps)
    if proportional is not None:
        return proportional
    banded = as_steps(material, banded)
    steps = [(each.band, each.reward) for each in banded if each.band is not None]
    slope = [step for step in steps if step[1].kind == "by_ratio" and step[1].value]
    steps = [step for step in steps if step not in slope]
    if any(not reward.is_constant for _, reward in steps) or len(slope) > 1:
        return None
    ladder = build_ladder(steps, material.maximum)
    if (
        ladder is None
        or _leaves_places(ladder, banded)
        or (slope and not _ends_where_they_begin(slope[0][0], ladder))
    ):
        return None
    for text in ladder.assumed if not slope else ():
        material.assume(text)
    letter = _figure_of(material, banded, steps)
    rule: dict[str, Any] = {"kind": "tiers", "value": letter, "tiers": ladder.tiers}
    if not ladder.otherwise.is_nothing:
        rule["otherwise"] = reward_scalar(ladder.otherwise, material.maximum)
    return _above_a_slope(rule, slope[0], material.maximum) if slope else rule


def _figure_of(material: Material, banded: list[Award], steps: list[tuple[Band, Reward]]) -> str:
    """The letter of what is counted, called and entered as the levels say."""
    unit = next((band.unit for band, _ in steps if band.unit), "")
    is_money = bool(smallest_money([unit]))
    often = _OFTEN.search(" ".join(each.condition for each in banded))
    if often and not unit:
        material.assume(f"số liệu tính theo {often['period'].lower()}")
    subjects = [band.subject for band, _ in steps if says_what(band.subject)]
    words = next((each for each in subjects if not lacks(each)), "")
    called = _called(_head_of(banded) or words.rpartition("( ")[2], banded, material.name)
    shown = f" ({_shown_unit(unit, banded)})" if unit and not is_money else ""
    letter = material.figures.count(f"{called}{shown}")
    if any(_IS_PLACE.search(band.subject) for band, _ in steps):
        as_place(material.figures.inputs[letter])
    if is_money:
        material.figures.inputs[letter] |= {"type": "decimal", "decimals": "3", "unit": unit}
    elif unit in UNEVEN or _is_measured(called, banded):
        material.figures.inputs[letter] |= {"type": "decimal", "decimals": "2"}
    if _SHARE.match(called) and all(_is_of_the_share(each, material.name) for each in banded):
        _ask_for_a_share(material, letter, steps)
    if _DIVIDED.search(called):
        material.assume(f"“{called}”: nhập kết quả của phép chia")
    return letter


def _is_of_the_share(award: Award, name: str) -> bool:
    """Whether the number of a condition is that of the share the row is called by, and of nothing else."""
    condition = award.condition
    if award.band is not None and award.band.is_rest:
        return True
    if _NAMES_A_THING.search(condition):
        return False
    return bool(_SHARE.match(condition)) or name_of_count(condition, name) == name


def _ask_for_a_share(material: Material, letter: str, steps: list[tuple[Band, Reward]]) -> None:
    """As in "tỷ lệ hộ có mạng từ 80 trở lên": the sign is left out, or was lost."""
    ends = [end for band, _ in steps for end in (band.low, band.high) if end is not None]
    most = max(ends, default=Fraction(0))
    if any(band.unit for band, _ in steps) or most > _HUNDRED:
        return
    if most <= 1:
        material.assume("các mức của tỷ lệ in từ 0 đến 1: nhập 0,8 cho 80 %")
        return
    material.figures.inputs[letter] |= {"type": "decimal", "unit": "%", "decimals": "2"}
    material.assume("các mức của tỷ lệ in không có “%”: hiểu là phần trăm")


def _leaves_places(ladder: Ladder, banded: list[Award]) -> bool:
    """As in "hạng 1: 5 điểm; hạng 2: 4 điểm; khác: 0": the places behind are no better ones."""
    return bool(_RANKED.search(_said(banded))) and any("nhiều hơn" in text for text in ladder.assumed)


def _shown_unit(unit: str, banded: list[Award]) -> str:
    """Days in a year are counted as days."""
    are_days = unit == "lần/năm" and any(_DAYS_A_YEAR.search(each.condition) for each in banded)
    return "ngày/năm" if are_days else unit


def _called(words: str, banded: list[Award], name: str) -> str:
    """What is counted: the ``words`` in front of a number beside the name, where they say more than it."""
    if not words or words.casefold() == name.casefold():
        return name_of_count(_said(banded), name)
    return name if set(words.casefold().split()) <= set(name.casefold().split()) else f"{name} – {words}"


def _head_of(banded: list[Award]) -> str:
    """As in "Mật độ đường (km/km2): từ 2 trở lên": what the levels are of, and in what it is measured."""
    match = _HEADED.match(banded[0].condition)
    return match["head"] if match else ""


def _ends_where_they_begin(below: Band, ladder: Ladder) -> bool:
    """Whether what grows evenly ends where the lowest of the other levels begins."""
    lowest = ladder.tiers[-1].get("at_least")
    if lowest is None or not ladder.otherwise.is_nothing:
        return False
    is_open = below.low is None and below.high is not None and not below.is_high_in
    return below.is_rest or (is_open and amount_text(below.high or Fraction(0)) == lowest)


def _above_a_slope(rule: dict[str, Any], slope: tuple[Band, Reward], maximum: Fraction) -> Rule:
    """As in "từ 24 tin: 5 điểm; từ 12 tin: 3 điểm; dưới 12 tin: số tin/12 × 3"."""
    least = Fraction(rule["tiers"][-1]["at_least"])
    share = slope[1].value / maximum / least
    value = f"{rule['value']} * {share.numerator} / {share.denominator}".replace(" * 1 /", " /")
    when = f"{rule['value']} >= {amount_text(least)}"
    return {"kind": "gate", "when": when, "then": rule, "else": {"kind": "ratio", "value": value}}


def _is_measured(called: str, banded: list[Award]) -> bool:
    """Whether the number need not be whole: an average, a quotient, one compared with fractions, a length."""
    bands = [each.band for each in banded if each.band is not None]
    ends = {end for band in bands for end in (band.low, band.high) if end is not None}
    if _AVERAGE.search(called) or _DIVIDED.search(called) or any(end.denominator > 1 for end in ends):
        return True
    return any(ends & measures(each.condition) for each in banded)


def _said(banded: list[Award]) -> str:
    """The condition that names what is counted: not the one of none."""
    return next((each.condition for each in banded if not lacks(each.condition)), banded[0].condition)


def _in_proportion(material: Material, banded: list[Award], steps: list[tuple[Band, Reward]]) -> Rule | None:
    """As in "từ 10 bài: điểm tối đa; dưới 10 bài: theo tỷ lệ", or where the price of one is printed."""
    full = [(band, reward) for band, reward in steps if reward.is_constant and not reward.is_nothing]
    top = max((band.low or Fraction(0) for band, _ in full), default=Fraction(0))
    if not top or any(band.is_percent or band.low is None for band, _ in full):
        return None
    if any(band.unit == "lần/năm" for band, _ in steps):
        # "1 lần/quý: 4 điểm; 1 lần/năm: 1 điểm": how often is a level, not a number that grows.
        return None
    rest = [(band, reward) for band, reward in steps if reward.kind == "by_ratio" and not reward.value]
    named = [band.subject.replace(" ,", ",") for band, _ in steps if says_what(band.subject)]
    subject = next((each for each in named if each.casefold() != material.name.casefold()), "")
    label = (
        f"{material.name} – {subject}".replace(" ,", ",")
        if subject
        else name_of_count(banded[0].condition, material.name)
    )
    if len(full) == len(rest) == 1 and len(steps) == 2:
        if not full[0][1].is_full or full[0][0].high is not None:
            return None
        if not rest[0][0].is_rest and rest[0][0].high != top:
            return None
        material.assume("dưới ngưỡng: điểm tăng đều theo tỷ lệ đến điểm tối đa ở ngưỡng")
        letter = material.figures.count(label)
        return {"kind": "ratio", "value": f"{letter} / {amount_text(top)}"}
    return _price_of_one(material, full, label) if len(full) == len(steps) else None


def _price_of_one(material: Material, full: list[tuple[Band, Reward]], label: str) -> Rule | None:
    """As in "4 cuộc: 10 điểm; 1 cuộc: 2,5 điểm": the others come to what one gives."""
    values = sorted(band.low or Fraction(0) for band, _ in full)
    price = material.maximum / values[-1]
    is_even = all(reward.of(material.maximum) == price * (band.low or 0) for band, reward in full)
    has_gaps = values != [values[-1] - place for place in reversed(range(len(values)))]
    if values[0] != 1 or not is_even or not has_gaps or not all(band.is_exact for band, _ in full):
        return None
    material.assume(f"giữa các mức in: mỗi đơn vị {amount_text(price)} điểm")
    return {
        "kind": "count",
        "parts": [{"of": material.figures.count(label), "points_each": amount_text(price)}],
    }
