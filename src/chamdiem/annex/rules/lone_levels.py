"""One level of a ladder alone in a cell: "Mức 2 (60%)"; what the others give stands elsewhere."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.statements import Award, Goal, Heading, Prose, Statement

_LEVEL = re.compile(
    r"^(?:(?:đạt )?(?:mức|bậc|nấc|cấp độ|loại|hạng)(?: độ)? ?(?:\d|(?-i:[IVX]{1,4}|[A-E])|xuất sắc|tốt|khá|trung bình|yếu|kém|cao|thấp)(?![^\W_])|(?:xuất sắc|tốt|khá|trung bình|yếu|kém)(?=\s*(?:[:(–-]|$)))",
    re.IGNORECASE,
)
_ONLY_A_PERCENTAGE = re.compile(r"^\(?(?P<share>\d+(?:,\d+)?) ?%\)?\.?$")


def lone_level(statements: Sequence[Statement]) -> Statement | None:
    """The one statement of a text where it is a level of a ladder; None where the text says more."""
    told = [each for each in statements if not isinstance(each, Heading)]
    if len(told) != 1 or not isinstance(told[0], Award | Goal | Prose):
        return None
    text = " ".join(each.clause.text for each in statements).strip()
    share = _ONLY_A_PERCENTAGE.match(text)
    is_part = share is not None and Fraction(share["share"].replace(",", ".")) < 100
    return told[0] if is_part or _LEVEL.match(text) or _ends_below(told[0]) else None


def _ends_below(statement: Statement) -> bool:
    """As in "từ 60 % đến dưới 80 %": what a higher value gives is not said."""
    band = statement.band if isinstance(statement, Goal) else None
    return band is not None and band.high is not None and not band.is_exact
