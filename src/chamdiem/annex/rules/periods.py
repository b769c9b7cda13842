"""Points for every period of a year: "mỗi quý có báo cáo được 1 điểm" in a row of four."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import Each

_IN_A_YEAR = {"tuần": 52, "tháng": 12, "quý": 4}
_EACH = re.compile(
    r"(?:cứ |với )?mỗi (?P<period>tuần|tháng|quý)\s+(?P<what>[^:;=/%]{3,90}?),?\s*(?:thì |sẽ )?(?::|được(?: cộng| tính)?|tính|đạt|cộng)\s*"
    r"(?P<points>\d+(?:,\d+)?)\s*(?:điểm|đ)(?:\s*/\s*(?P<again>tuần|tháng|quý))?[\s,.(]*(?:tối đa (?:không quá )?(?P<most>\d+)(?: điểm| đ)?)?\)?",
    re.IGNORECASE,
)


def read_period(clause: Clause, body: str, maximum: Fraction) -> Each | None:
    """Every period with so many points, where a year of them comes to the maximum; else it may be a frequency."""
    match = _EACH.fullmatch(body)
    if match is None or match["most"] not in (None, str(maximum)):
        return None
    period = match["period"].casefold()
    points = exact_number(match["points"])
    if points * _IN_A_YEAR[period] != maximum or (match["again"] or period).casefold() != period:
        return None
    return Each(clause, f"Số {period} {match['what'].strip()}", Reward("points", points))
