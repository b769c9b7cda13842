"""Bands of a percentage that is itself the figure: how much something grew, an index that was published."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.counted_bands import banded_count
from chamdiem.annex.rules.deviations import Deviation, as_printed, deviation_of, is_head
from chamdiem.annex.rules.growing import (
    may_be_the_result,
    names_a_difference,
    speaks_of_a_goal,
    tells_a_growth,
)
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.naming import index_named
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award

_Builder = Callable[[Material, list[Award]], Rule | None]
_GROWS = re.compile(r"\b(?:tăng|giảm)\b", re.IGNORECASE)
# Below the least of these levels may be none at all: "vượt dưới 5 %".
_CHANGES = re.compile(r"\b(?:tăng|giảm|vượt|cao hơn|nhiều hơn|rút ngắn)(?= )", re.IGNORECASE)
# "Giảm tỷ lệ hộ nghèo" with more points for more percent: by how much it fell.
_FALLS = re.compile(r"(?:mức |tỷ lệ )?(?:giảm|kéo giảm|hạ thấp)(?: thiểu)? t[ỷỉ] lệ\b", re.IGNORECASE)
_ONLY_REACHED = re.compile(r"(?:\b(?:nếu|khi|đạt|từ|trên|dưới|đến|trở|lên|xuống)\b|[\d\W])*", re.IGNORECASE)
_MOST_OF_A_FALL = Fraction(1, 4)


def is_the_figure(subject: str, material: Material, banded: list[Award]) -> _Builder | None:
    """What reads percentages that are figures themselves: a growth, a fall, an index; None for shares."""
    heads = [each.clause.text for each in material.headings]
    if (deviation := deviation_of(banded, heads, material.name)) is not None:
        return partial(banded_deviation, deviation=deviation)
    if names_a_difference(subject):
        return _banded_difference
    if _GROWS.search(subject):
        return banded_growth
    if shrinks(material.name, banded):
        return banded_fall
    if tells_a_growth(material.name, banded) and not speaks_of_a_goal(banded):
        return _banded_difference if names_a_difference(material.name) else _banded_by_name
    index = index_named(banded)
    return partial(banded_index, index=index) if index else None


def banded_growth(material: Material, banded: list[Award]) -> Rule | None:
    """As in "tăng từ 10 % trở lên so với năm trước": the percentage itself is asked."""
    rule = _counted(material, banded)
    for letter, given in material.figures.inputs.items():
        if isinstance(rule, dict) and rule.get("value") == letter:
            given |= {"type": "decimal", "decimals": "2", "unit": "%", "min": "-100"}
    lowest = next((each.condition for each in banded if each.band and _is_below(each.band)), "")
    if (word := _CHANGES.search(lowest)) and isinstance(rule, dict):
        return _above_none(material, rule, banded, word[0].lower())
    return rule


def _banded_by_name(material: Material, banded: list[Award]) -> Rule | None:
    """As in "Tăng số hội viên so với đầu năm": by how much it grew, unless the result may be meant."""
    if may_be_the_result(material.name, banded):
        material.refuse(f"“{material.name}”: không rõ các mức nói về mức tăng, giảm hay về kết quả đạt được")
        return None
    rule = banded_growth(material, banded)
    if isinstance(rule, dict) and rule["kind"] == "tiers":
        material.figures.inputs[str(rule["value"])]["label"] = material.name
    return rule


def _banded_difference(material: Material, banded: list[Award]) -> Rule | None:
    """As in "Chênh lệch giữa hai quý dưới 5 %": by how much two things differ, whichever is more."""
    rule = banded_growth(material, banded)
    if isinstance(rule, dict) and rule["kind"] == "tiers":
        material.figures.inputs[str(rule["value"])]["min"] = "0"
    return rule


def _is_below(band: Band) -> bool:
    return band.low is None and bool(band.high)


def _above_none(material: Material, rule: dict[str, Any], banded: list[Award], word: str) -> Rule:
    """As in "tăng dưới 10 %: 2 điểm": what did not grow at all gets nothing."""
    clauses = [each.clause for each in banded]
    is_rising = rule["kind"] == "tiers" and rule.get("otherwise", "full") != "full"
    if not is_rising or any(each.clause not in clauses for each in material.awards):
        return rule
    if any(tier.keys() & {"at_most", "less_than"} for tier in rule["tiers"]):
        return rule
    lowest = rule["otherwise"]
    given = lowest if isinstance(lowest, dict) else {"give": lowest}
    rest = {key: value for key, value in rule.items() if key != "otherwise"}
    material.assume(f"không {word}: 0 điểm")
    return {**rest, "tiers": [*rule["tiers"], {"more_than": "0", **given}]}


def banded_deviation(material: Material, banded: list[Award], deviation: Deviation) -> Rule | None:
    """As in "thiếu không quá 5 % chỉ tiêu", "vượt trên 10 % dự toán": the percentage itself is asked."""
    rule = banded_growth(material, [as_printed(each) for each in banded])
    material.use(*(each for each in material.headings if is_head(each.clause.text)))
    if isinstance(rule, dict) and rule["kind"] == "tiers":
        is_named = deviation.words in material.name.casefold()
        label = material.name if is_named else f"{material.name} – mức {deviation.words}"
        material.figures.inputs[str(rule["value"])]["label"] = label
    return rule


def shrinks(name: str, banded: Sequence[Award]) -> bool:
    """Whether a row is about a share that should fall, and bare percentages earn more the higher they are."""
    if not _FALLS.match(name) or not all(_ONLY_REACHED.fullmatch(each.condition) for each in banded):
        return False
    return any(each.reward.is_full and each.band and each.band.low is not None for each in banded)


def banded_fall(material: Material, banded: list[Award]) -> Rule | None:
    """As in "Giảm tỷ lệ hộ nghèo: từ 2 % trở lên": by how much it fell, unless the share may be meant."""
    edges = [each.band.low for each in banded if each.band is not None and each.band.low is not None]
    if max(edges) > _MOST_OF_A_FALL:
        material.refuse(f"“{material.name}”: không rõ các mức nói về tỷ lệ hay về mức giảm")
        return None
    material.assume(f"các mức phần trăm được hiểu là mức giảm: {material.name}")
    return banded_growth(material, banded)


def banded_index(material: Material, banded: list[Award], index: str) -> Rule | None:
    """As in "SIPAS ≥ 90 %: 5 điểm": the percentage that was published is asked, and no ratio."""
    rule = _counted(material, banded)
    for letter, given in material.figures.inputs.items():
        if isinstance(rule, dict) and rule.get("value") == letter:
            given |= {"type": "decimal", "decimals": "2", "unit": "%", "label": f"Kết quả {index} đã công bố"}
    return rule


def _counted(material: Material, banded: list[Award]) -> Rule | None:
    return banded_count(
        material,
        [replace(each, band=_in_whole_percent(each.band)) for each in banded if each.band is not None],
    )


def _in_whole_percent(band: Band) -> Band:
    low = None if band.low is None else band.low * 100
    high = None if band.high is None else band.high * 100
    return replace(band, low=low, high=high, unit="")
