"""Conditions with numbers: "từ 5 đến dưới 10", "≥ 80%", "dưới 1 tháng/1 lần", "02 tin bài", "còn lại"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from chamdiem.annex.rules.bounds import Bound, find_bounds
from chamdiem.annex.rules.currency import in_money, smallest_money
from chamdiem.annex.rules.measures import PERIODS, SHORT
from chamdiem.annex.rules.words import Token, phrase_at, phrases

_REST = phrases(
    "ngược lại|thấp hơn|ít hơn|nếu không|dưới mức này|thấp hơn mức này|nếu thấp hơn|dưới mức trên|thấp hơn mức trên|còn lại|các trường hợp còn lại|trường hợp còn lại|trường hợp khác|các trường hợp khác|khác|ngoài ra|mức còn lại|"
    "các mức còn lại|các đơn vị còn lại|mức khác|các mức khác"
)
_MORE_ASKED = ("có", "được", "đã", "không", "chưa", "bảo", "đảm")


@dataclass(frozen=True, slots=True)
class Band:
    """Values between two ends, each in or out; ``unit`` is %, lần/năm, ngày or the printed word."""

    subject: str
    low: Fraction | None = None
    is_low_in: bool = True
    high: Fraction | None = None
    is_high_in: bool = False
    unit: str = ""
    is_rest: bool = False
    is_exact: bool = False

    @property
    def is_percent(self) -> bool:
        """Whether the value is a ratio."""
        return self.unit == "%"


def read_band(tokens: Sequence[Token]) -> Band | None:
    """A numeric condition; None where there is none, or more than one reading."""
    bare = [token for token in tokens if token.text not in (",", ".", ";", ":", "nếu", "(", ")")]
    if bare and phrase_at(bare, 0, _REST) == len(bare):
        return Band("", is_rest=True)
    bounds = _all_of_them(tokens, _in_a_year(tokens, find_bounds(tokens)))
    if len(bounds) == 2 and bounds[1].unit == "%" and _is_bare(tokens, bounds[0], bounds[1]):
        # "từ 60 đến 80%": the sign printed once is meant for both.
        bounds[0].value, bounds[0].unit = bounds[0].value / 100, "%"
    if any(bound.unit == "%" for bound in bounds):
        # "0 < tỷ lệ ≤ 30 %": zero needs no sign.
        zeros = [bound for bound in bounds if not bound.unit and not bound.value]
        for bound in zeros:
            bound.unit = "%"
        bounds = [bound for bound in bounds if bound.unit == "%"]
    if not bounds or len(bounds) > 2:
        return None
    if len(bounds) > 1 and any(tokens[bound.start].text == "trong" for bound in bounds):
        # "trong 24 giờ có từ 10 lượt": how long, and how many.
        return None
    # "100% hộ có mạng và có máy tính": all of it is what is counted.
    is_counted = bounds[0].side == "both" and bounds[0].unit == "%"
    if not is_counted and _asks_more(tokens[bounds[-1].start :]):
        return None
    if _is_contradicted(tokens, bounds):
        return None
    band = _band(tokens, bounds)
    if band is not None and _are_places(tokens, bounds):
        return replace(band, low=band.high, is_low_in=True, high=band.low, is_high_in=True)
    return band


def _all_of_them(tokens: Sequence[Token], bounds: list[Bound]) -> list[Bound]:
    """As in "có điểm cầu đến 100 % thôn": no upper end, but all of them."""
    only = bounds[0] if len(bounds) == 1 else None
    if only is not None and only.unit == "%" and only.value == 1 and tokens[only.start].text == "đến":
        only.side = "both"
    return bounds


def _asks_more(tokens: Sequence[Token]) -> bool:
    """As in "từ 90% trở lên và không có khiếu nại": a number alone does not decide."""
    words = [token.text for token in tokens]
    return any(
        (one in ("và", "thời") and other in _MORE_ASKED) or (one == "hoặc" and other in _MORE_ASKED[:3])
        for one, other in pairwise(words)
    )


def _is_contradicted(tokens: Sequence[Token], bounds: Sequence[Bound]) -> bool:
    """Whether words turn a bound round that was read without them: "không trên 5 %", "từ 80 % hộ trở xuống"."""
    if any(bound.start and tokens[bound.start - 1].text in ("không", "chưa") for bound in bounds):
        return True
    ends = [token.text for token in tokens[bounds[-1].start :]]
    is_down = any(pair == ("trở", "xuống") for pair in pairwise(ends))
    is_up = any(pair == ("trở", "lên") for pair in pairwise(ends))
    words = tokens[bounds[-1].start].text
    side = bounds[-1].side
    if (is_down and side == "low") or (is_up and side == "high"):
        return True
    return (is_up and words in ("dưới", "<", "<=", "đến")) or (is_down and words in ("trên", ">", ">="))


def _is_bare(tokens: Sequence[Token], bound: Bound, following: Bound) -> bool:
    """Whether a number without a unit stands right in front of the next bound."""
    return not bound.unit and bound.end == following.start and tokens[bound.end - 1].kind == "number"


def _in_a_year(tokens: Sequence[Token], bounds: list[Bound]) -> list[Bound]:
    """As in "mỗi tháng có ít nhất 1 ca": how often in a year."""
    for place, token in enumerate(tokens[:-1]):
        period = PERIODS.get(tokens[place + 1].text)
        if (
            token.text in ("mỗi", "hằng", "hàng")
            and period
            and not (place and tokens[place - 1].text in ("bình", "quân"))
            and bounds
            and not any(bound.unit for bound in bounds)
        ):
            for bound in bounds:
                bound.value, bound.unit = bound.value * period, "lần/năm"
            break
    return bounds


def _band(tokens: Sequence[Token], bounds: list[Bound]) -> Band | None:
    _in_one_money(bounds)
    times = ("ngày", "lần/năm", *SHORT)
    if len(bounds) == 2 and bounds[0].unit in ("", *SHORT) and bounds[1].unit in times:
        # "từ 500 đến 1.000 lượt/tháng": the unit printed once is meant for both.
        bounds[0].value, bounds[0].unit = bounds[0].value * bounds[1].factor, bounds[1].unit
    if len(bounds) == 2 and (bounds[0].side, bounds[1].side) == ("both", "high"):
        # "85% - <95%": a number alone in front of the upper end is the lower one.
        bounds[0].side = "low" if bounds[0].end == bounds[1].start else "both"
    units = {bound.unit for bound in bounds if bound.unit}
    if len(units) > 1:
        return None
    subject = " ".join(token.text for token in tokens[: bounds[0].start])
    band = Band(subject, unit=next(iter(units), ""))
    for bound in bounds:
        if bound.side in ("low", "both"):
            if band.low is not None:
                return None
            band = replace(band, low=bound.value, is_low_in=bound.is_in)
        if bound.side in ("high", "both"):
            if band.high is not None:
                return None
            band = replace(band, high=bound.value, is_high_in=bound.is_in)
    if bounds[0].side == "both":
        if len(bounds) > 1:
            return None
        band = replace(band, is_exact=True)
    if band.low is not None and band.high is not None and band.low > band.high:
        return None
    return band


def _are_places(tokens: Sequence[Token], bounds: Sequence[Bound]) -> bool:
    """As in "hạng 8 trở xuống": the eighth place and those behind it."""
    words = [token.text for token in tokens]
    is_ranked = any(one == "hạng" and other != "mục" for one, other in pairwise(words))
    is_turned = any(one == "trở" and other in ("lên", "xuống") for one, other in pairwise(words))
    return is_ranked and is_turned and len(bounds) == 1 and bounds[0].side != "both"


def _in_one_money(bounds: list[Bound]) -> None:
    """As in "từ 500 triệu đồng đến 1 tỷ đồng", "từ 1 đến 2 tỷ": both in the smallest unit printed."""
    smallest = smallest_money(bound.unit for bound in bounds)
    for bound in bounds if smallest else []:
        bound.value = in_money(bound.value, bound.unit or bounds[-1].unit, smallest)
        bound.unit = smallest
