"""Bodies as a plan prints them, beside their names of today where these are others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from chamdiem.campaigns.office_names import normal_name
from chamdiem.organisations.models import Organisation
from chamdiem.plans.models import Plan, PlanBody
from chamdiem.plans.official_results import told_today


def names_of_today(plan: Plan) -> Mapping[str, str]:
    """Spelling → it with the name of today, where a body goes by another; three queries.

    What was its name once is told as such; of what somebody chose, who reports is named.
    """
    single = plan.bodies.filter(is_collective=False).exclude(resolution__in=_NOBODY)
    bodies = single.prefetch_related("organisations__former_names")
    found: dict[str, str] = {}
    for body in bodies:
        known = list(body.organisations.all())
        if len(known) != 1:
            continue
        spellings = (body.name, *body.spellings)
        if told := _told(spellings, known[0]):
            found |= {each: f"{each}, {told}" for each in spellings}
    return found


def beside_today(printed: Iterable[str], today: Mapping[str, str]) -> list[str]:
    """Spellings as ``names_of_today`` tells them."""
    return [today.get(each, each) for each in printed]


_NOBODY = (PlanBody.Resolution.OPEN, PlanBody.Resolution.OUTSIDE)


def _told(spellings: Iterable[str], real: Organisation) -> str:
    """What is told of a body beside its printed name; nothing where it has that name still."""
    printed = {normal_name(each) for each in spellings}
    if printed & {normal_name(each) for each in (real.name, real.short_name) if each}:
        return ""
    former = [name for each in real.former_names.all() for name in (each.name, each.short_name) if name]
    was_so = not printed.isdisjoint(map(normal_name, former))
    return told_today(real.name, was_so=was_so)
