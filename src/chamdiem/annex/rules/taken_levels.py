"""Levels that only take points off: "đúng kế hoạch: không trừ; chậm: trừ 1 điểm; không họp: trừ 4 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.awarding import by_answers
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.rewards import FULL, Reward
from chamdiem.annex.rules.statements import Award, Statement

_LEVEL = re.compile(
    r"(?P<condition>[^:;\d]{4,120}?)\s*[:,]?\s*(?:thì )?(?:bị |sẽ bị )?(?:(?P<keeps>không (?:bị )?trừ(?: điểm)?)|(?:trừ(?: đi)? |-)(?P<points>\d+(?:,\d+)?) ?(?:điểm|đ)|(?P<all>trừ (?:hết|toàn bộ)(?: số)? điểm))",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(
    r"\b(?:mỗi|cứ|từng|lần|lượt|cộng|tối đa|không quá|thêm|hoặc|một trong|thiếu|các|những)\b|[/%]",
    re.IGNORECASE,
)
_OF_ALL = "Không bị trừ điểm"


def by_taken_levels(material: Material) -> Rule | None:
    """One of several levels; none where two of them might both take off a part."""
    told = [each for each in material.statements if each.clause.field == "method"]
    matches = [_LEVEL.fullmatch(each.clause.text) for each in told]
    if not told or any(match is None or _FOR_EACH.search(match[0]) for match in matches):
        return None
    given = [
        _award(each, match, material.maximum) for each, match in zip(told, matches, strict=True) if match
    ]
    left = [each.reward.of(material.maximum) for each in given]
    is_kept = left.count(material.maximum) == 1
    parts = [each for each in left if 0 < each < material.maximum]
    if min(left) < 0 or len(parts) != 1 or left.count(material.maximum) > 1 or left.count(Fraction(0)) > 1:
        return None
    if not is_kept:
        if Fraction(0) not in left:
            return None
        given.insert(0, Award(given[0].clause, _OF_ALL, FULL))
    levels = Material([*given], material.maximum, material.name)
    rule = by_answers(levels)
    material.figures = levels.figures
    material.use(*told)
    material.assume("mỗi mức lấy điểm tối đa trừ đi số điểm in ở mức đó, chỉ một mức áp dụng")
    return rule


def _award(statement: Statement, match: re.Match[str], maximum: Fraction) -> Award:
    taken = Fraction(0) if match["keeps"] else maximum if match["all"] else exact_number(match["points"])
    reward = FULL if not taken else Reward("points", maximum - taken)
    return Award(statement.clause, match["condition"].strip(" ,:"), reward)
