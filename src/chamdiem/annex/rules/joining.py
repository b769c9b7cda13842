"""Conditions listed in front of one reward: "có kế hoạch; có dự toán; có quyết toán: 4 điểm"."""

# Patterns stay on one line: so their wording can be read.

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chamdiem.annex.rules.statements import Award, Goal, Heading, Prose, Statement

_ALL = re.compile(r"\b(?:đồng thời|cả (?:hai|ba|bốn|\d+)|đầy đủ|đủ|tất cả)\b", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:một|1|01|bất kỳ)(?: hoặc nhiều)? trong\b|\bít nhất (?:một|1|01)\b|\bbất kỳ\b", re.IGNORECASE
)
_INTRODUCES = re.compile(r":$|^(?:cách tính|cụ thể|trong đó|gồm|như sau)\b", re.IGNORECASE)


def join_conditions(statements: Sequence[Statement]) -> list[Statement]:
    """Put conditions that end with a semicolon and have no reward in front of the reward that follows."""
    joined: list[Statement] = []
    waiting: list[Statement] = []
    for statement in statements:
        if _is_open(statement):
            waiting.append(statement)
        elif waiting and isinstance(statement, Award) and not statement.reward.is_nothing:
            joined.append(_with_all(waiting, statement))
            waiting = []
        else:
            joined += [_left(each) for each in waiting]
            waiting = []
            joined.append(statement)
    return [*joined, *(_left(each) for each in waiting)]


def says_all(condition: str) -> bool:
    """Whether the words of a list say that all of it is asked."""
    return bool(_ALL.search(condition))


def says_any(condition: str) -> bool:
    """Whether the words of a list say that one of it is enough."""
    return bool(_ANY.search(condition))


def _is_open(statement: Statement) -> bool:
    clause = statement.clause
    if clause.stop != ";" or clause.explains or _INTRODUCES.search(clause.text):
        return False
    return isinstance(statement, Heading | Goal) or (
        isinstance(statement, Prose) and not statement.has_numbers
    )


def _with_all(waiting: Sequence[Statement], award: Award) -> Award:
    condition = "; ".join([*(each.clause.text for each in waiting), award.condition])
    clause = replace(award.clause, start=waiting[0].clause.start)
    return replace(award, clause=clause, condition=condition, band=None, is_joined=True)


def _left(statement: Statement) -> Statement:
    return Prose(statement.clause, is_left=True) if isinstance(statement, Heading) else statement
