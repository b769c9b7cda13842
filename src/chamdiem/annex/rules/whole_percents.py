"""Bands of a percentage that is itself the figure: how much something grew, an index that was published."""

from __future__ import annotations

from dataclasses import replace

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.counted_bands import banded_count
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award


def banded_growth(material: Material, banded: list[Award]) -> Rule | None:
    """As in "tăng từ 10 % trở lên so với năm trước": the percentage itself is asked."""
    rule = _counted(material, banded)
    for letter, given in material.figures.inputs.items():
        if isinstance(rule, dict) and rule.get("value") == letter:
            given |= {"type": "decimal", "decimals": "2", "unit": "%", "min": "-100"}
    return rule


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
