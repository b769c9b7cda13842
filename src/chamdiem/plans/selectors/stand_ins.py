"""Who is asked for a body of a plan on a day, where organisations it stands for have ended since."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.organisations.heirs import Ended, list_ended
from chamdiem.organisations.models import Organisation
from chamdiem.plans.earlier import finished_of, newest_words_of
from chamdiem.plans.models import Plan, PlanBody


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who is asked for an organisation: itself while it lives, else who took over ``since`` a day."""

    asked: frozenset[int]
    since: date | None = None


# Organisation a body stands for → who is asked for it.
StandIns = dict[int, StandIn]


@dataclass(frozen=True, slots=True)
class Gone:
    """An organisation of a body that has ended, and who is asked in its place from the next round on."""

    ended: Ended
    asked: tuple[Organisation, ...]


def list_stand_ins(bodies: QuerySet[PlanBody], day: date) -> dict[int, StandIns]:
    """Body → its organisations, each with who is asked for it; one query and those of ``list_ended``."""
    rows = list(_members(bodies))
    ended = list_ended({organisation for _body, organisation, *_rest in rows}, day)
    found: dict[int, StandIns] = defaultdict(dict)
    for body, organisation, is_collective, path in rows:
        found[body][organisation] = StandIn(frozenset([organisation]))
        if gone := ended.get(organisation):
            asked = _asked(gone, path, is_collective=is_collective)
            found[body][organisation] = StandIn(frozenset(each.pk for each in asked), gone.since)
    return found


def list_gone(plan: Plan, day: date) -> dict[int, list[Gone]]:
    """Body → what of it has ended by a day, in the order of their names; as ``list_stand_ins``."""
    rows = list(_members(plan.bodies.all()))
    ended = list_ended({organisation for _body, organisation, *_rest in rows}, day)
    found: dict[int, list[Gone]] = defaultdict(list)
    for body, organisation, is_collective, path in rows:
        if organisation in ended:
            gone = ended[organisation]
            found[body].append(Gone(gone, _asked(gone, path, is_collective=is_collective)))
    return {body: sorted(each, key=lambda one: one.ended.body.name) for body, each in found.items()}


@dataclass(frozen=True, slots=True)
class LeftItem:
    """An item that bodies in charge left unfinished, with nobody in their place; ``is_alone`` if all did."""

    item: PrintedItem
    bodies: tuple[str, ...]
    is_alone: bool


def list_left_items(plan: Plan, content: PrintedPlan, day: date) -> list[LeftItem]:
    """These items, with the printed names of the bodies; as ``list_stand_ins``, and two.

    Left out are those that lay outside the system from the beginning, which ``list_led_outside`` has, and
    those that the bodies had finished.
    """
    rows = list(plan.bodies.all())
    members = list_stand_ins(plan.bodies.all(), day)
    finished = {(line.item.key, body) for (_item, body), line in finished_of(newest_words_of(plan)).items()}
    bodies = {body.name: members.get(body.pk, {}) for body in rows}
    found = []
    for item in content.items:
        leads = {name: bodies.get(content.body_called(name).name, {}) for name in item.lead}
        left = tuple(
            name
            for name, who in leads.items()
            if any(not each.asked and (item.key, body) not in finished for body, each in who.items())
        )
        if left:
            is_alone = not any(each.asked for who in leads.values() for each in who.values())
            found.append(LeftItem(item, left, is_alone))
    return found


def list_ended_names(plan: Plan, day: date) -> set[str]:
    """Names and spellings of the bodies nobody is asked for, as all they stand for has ended; as above."""
    members = list_stand_ins(plan.bodies.all(), day)
    return {
        name
        for body in plan.bodies.filter(pk__in=members)
        if not any(each.asked for each in members[body.pk].values())
        for name in (body.name, *body.spellings)
    }


def _members(bodies: QuerySet[PlanBody]) -> QuerySet[PlanBody, tuple[int, int, bool, str]]:
    """Body, organisation, whether the body is several, and the path of the owner."""
    return (
        bodies.filter(organisations__isnull=False)
        .order_by()
        .values_list("pk", "organisations", "is_collective", "plan__owner__path")
        .distinct()
    )


def _asked(gone: Ended, owner_path: str, *, is_collective: bool) -> tuple[Organisation, ...]:
    """The one body that took over, for a collective name all that did; only below the owner of the plan."""
    took = gone.into if is_collective else (gone.heir,) if gone.heir is not None else ()
    return tuple(each for each in took if each.path.startswith(owner_path))
