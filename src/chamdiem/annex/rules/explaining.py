"""Why no rule was made: the words that were not understood, and not their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.reading import RuleReading, by_hand, for_a_reason
from chamdiem.annex.rules.restricting import restricts
from chamdiem.annex.rules.statements import Award, Prose, Statement
from chamdiem.annex.rules.telling import speaks

# "Từ 90%: 7 điểm" where the row has five.
_ENDS_IN_POINTS = re.compile(r":\s*\+?(?P<points>\d+(?:,\d+)?)\s*(?:điểm|đ)\.?$", re.IGNORECASE)


def why_left(statements: Sequence[Statement], maximum: Fraction) -> RuleReading:
    """No rule: more points than the row has, words of points that are no statement, or a text as a whole."""
    for each in statements:
        given = _given(each, maximum)
        if given > maximum:
            most = amount_text(maximum)
            return for_a_reason(
                f"“{each.clause.text}” cho {amount_text(given)} điểm, quá điểm tối đa {most} của dòng"
            )
    unread: list[Statement] = [each for each in statements if isinstance(each, Prose) and each.has_numbers]
    unread = [each for each in unread if not each.clause.explains]
    unread += [each for each in statements if restricts(each.clause.text)]
    unread += [each for each in statements if speaks(each)]
    chosen = next(iter(unread or statements), None)
    return by_hand("" if chosen is None else chosen.clause.text)


def _given(statement: Statement, maximum: Fraction) -> Fraction:
    """The points a line ends in, or what it was read to give."""
    if isinstance(statement, Award) and statement.reward.is_constant:
        return statement.reward.of(maximum)
    match = _ENDS_IN_POINTS.search(statement.clause.text)
    return Fraction(match["points"].replace(",", ".")) if match else Fraction(0)
