"""Codes of criteria that would mean something else, were a plan bound to another indicator set."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.labels import plain
from chamdiem.errors import Conflict
from chamdiem.plans.marks import mark_of
from chamdiem.plans.reading import criterion_names


class Rebound(NamedTuple):
    """A code that entries name: what the criterion is called in the set of now, and in the other one."""

    code: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.code} “{self.before or '?'}” → “{self.after or '?'}”"


def list_rebound(known: Plan, content: Plan) -> list[Rebound]:
    """The codes of a plan that name another criterion in the set of its new content, in order.

    Of a set nobody knows here, all of them.
    """
    if not known.criteria_set or not content.criteria_set or known.criteria_set == content.criteria_set:
        return []
    before, after = (criterion_names(each.criteria_set) for each in (known, content))
    kept = _codes_of(known)
    return [
        Rebound(code, before.get(code, ""), after.get(code, ""))
        for code in _codes_of(content)
        if code in kept and (code not in before or plain(before[code]) != plain(after.get(code, "")))
    ]


def rebound_facts(known: Plan, content: Plan) -> dict[str, str]:
    """Name of a fact → these codes with both meanings, as lists of changes say it; empty without any."""
    found = list_rebound(known, content)
    return {_("Mã nay chỉ tiêu chí khác"): "; ".join(map(str, found))} if found else {}


def demand_links_seen(known: Plan, content: Plan, seen: str) -> None:
    """Refuse to give codes another meaning to whoever has not seen which.

    Args:
        known: The plan as it is.
        content: The plan as it shall be.
        seen: ``mark_of`` the codes that were shown; empty where none were.

    Raises:
        Conflict: Names every code with both meanings.
    """
    found = list_rebound(known, content)
    if found and seen != mark_of(found):
        links = "; ".join(map(str, found))
        raise Conflict("plan.links_rebound", links=links, old=known.criteria_set, new=content.criteria_set)


def _codes_of(plan: Plan) -> list[str]:
    """The codes its goals and items name, each once."""
    codes = [code for goal in plan.goals for code in goal.criteria]
    codes += [code for item in plan.items for code in item.criteria]
    codes += [each.criterion for item in plan.items for each in item.expected]
    return list(dict.fromkeys(codes))
