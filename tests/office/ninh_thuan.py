"""The plan of Ninh Thuận and its workbook, written once for all who spoil a copy of it."""

from __future__ import annotations

from functools import cache

from chamdiem.core.plan_values import Maxima
from chamdiem.library.editions import load_edition
from chamdiem.library.plans import load_plan, maxima_of
from chamdiem.office.plan_writing import write_plan_book

NINH_THUAN = load_plan("ninhthuan-2021-plan")


@cache
def criteria_of(set_key: str) -> Maxima | None:
    """The criteria a plan may speak of: no other edition is there."""
    return maxima_of(load_edition(set_key).rows) if set_key == "ninhthuan-2021" else None


@cache
def written() -> bytes:
    """The plan as the product writes it."""
    return write_plan_book(NINH_THUAN)
