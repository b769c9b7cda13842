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


# "Được 4 điểm khi đáp ứng đồng thời: có quyết định": what follows is asked as well.
_LISTS = re.compile(
    r"\b(?:đồng thời|đầy đủ|đủ|tất cả|cả (?:hai|ba|bốn|\d+)|các|những|sau|một trong|\d+)\b[^:;]*:\s*\S",
    re.IGNORECASE,
)


def join_conditions(statements: Sequence[Statement]) -> list[Statement]:
    """Put conditions that have no reward to the one reward in front of their list, or behind it."""
    return _with_those_before(_with_those_behind(statements))


def _with_those_behind(statements: Sequence[Statement]) -> list[Statement]:
    """As in "được 4 điểm khi đáp ứng đồng thời: có quyết định; có quy chế; có kinh phí"."""
    joined: list[Statement] = []
    begun: Award | None = None
    for statement in statements:
        if begun is not None and begun.clause.stop == ";" and _is_condition(statement):
            begun = _with_one_more(begun, statement)
            joined[-1] = begun
            continue
        begun = statement if isinstance(statement, Award) and _begins_a_list(statement) else None
        joined.append(statement)
    return joined


def _begins_a_list(award: Award) -> bool:
    return not award.reward.is_nothing and award.band is None and bool(_LISTS.search(award.condition))


def _is_condition(statement: Statement) -> bool:
    if statement.clause.explains:
        return False
    return isinstance(statement, Heading | Goal) or (
        isinstance(statement, Prose) and not statement.has_numbers
    )


def _with_one_more(award: Award, statement: Statement) -> Award:
    clause = replace(award.clause, end=statement.clause.end, stop=statement.clause.stop)
    return replace(
        award, clause=clause, condition=f"{award.condition}; {statement.clause.text}", is_joined=True
    )


def _with_those_before(statements: Sequence[Statement]) -> list[Statement]:
    """Conditions that end with a semicolon and have no reward stand in front of the reward that follows."""
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
