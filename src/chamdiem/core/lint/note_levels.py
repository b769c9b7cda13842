"""Clauses of a note that give a level of a choice other points than its rule does."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.folding import words
from chamdiem.core.lint.printed_cases import PrintedCase, read_level
from chamdiem.core.lint.printed_lines import clauses_of
from chamdiem.core.rules.choice import ChoiceRule

# How much of a label must stand in a clause before the clause speaks of it, and of no other level.
_ENOUGH, _ENOUGH_ALONE = Fraction(1, 2), Fraction(1, 3)


def other_levels(row: Row, rule: ChoiceRule) -> Iterator[tuple[str, Fraction]]:
    """The clauses that name one level, and what that level earns instead: "Phó Chủ tịch được 70%"."""
    maximum = row.max_points or Fraction(1)
    for clause in clauses_of(row.note or ""):
        line = read_level(clause, maximum)
        reward = None if line is None else _reward_of(line, rule, maximum)
        if line is not None and reward is not None and reward not in line.points:
            yield clause, reward


def _reward_of(line: PrintedCase, rule: ChoiceRule, maximum: Fraction) -> Fraction | None:
    """What the one option earns whose label says all that the clause says; None where none or several do."""
    said = set(words(line.case))
    labels = ((option, set(words(option.label))) for option in rule.options.values())
    found = [(Fraction(len(said), len(label)), option) for option, label in labels if said and said <= label]
    most = max((share for share, _ in found), default=Fraction(0))
    best = [option for share, option in found if share == most]
    is_clear = len(best) == 1 and most >= (_ENOUGH if len(found) > 1 else _ENOUGH_ALONE)
    return best[0].reward.of(maximum) if is_clear else None
