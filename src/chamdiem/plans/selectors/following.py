"""What bodies that have ended left of the items of a plan: to the one body that took over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from chamdiem.accounts.models import User
from chamdiem.organisations.models import Organisation
from chamdiem.plans.models import ItemBody, Plan, PlanBody, PlanItem, Task
from chamdiem.plans.permissions import is_of
from chamdiem.plans.selectors.stand_ins import Predecessor, StandIn, list_stand_ins

OPEN = (Task.State.PLANNED, Task.State.RUNNING)


def list_followed(item_ids: Collection[int], day: date) -> dict[tuple[int, int], int]:
    """Item and body that has ended → the one body in its place on a day; left out where it is not one.

    One query and those of ``list_stand_ins``.
    """
    members = list_stand_ins(PlanBody.objects.filter(charges__item__in=item_ids), day)
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for charge in ItemBody.objects.filter(item__in=item_ids):
        for organisation, stand_in in members.get(charge.body_id, {}).items():
            for before in _ended_before(organisation, stand_in):
                found[charge.item_id, before] |= stand_in.asked
    return {place: next(iter(bodies)) for place, bodies in found.items() if len(bodies) == 1}


def _ended_before(organisation: int, stand_in: StandIn) -> Iterator[int]:
    """The organisation where it has ended, and those the owner named it in the place of."""
    if stand_in.since is not None:
        yield organisation
    ahead: list[Predecessor] = list(stand_in.before)
    while ahead:
        each = ahead.pop()
        yield each.organisation
        ahead += each.before


@dataclass(frozen=True, slots=True)
class Inherited:
    """Open tasks of an item that a body which has ended planned, and who follows it there."""

    item: PlanItem
    before: Organisation
    body: Organisation
    tasks: tuple[Task, ...]


def list_inherited(*, actor: User, plan: Plan, day: date, item_id: int | None = None) -> list[Inherited]:
    """Those of a plan, or of one item, that wait for bodies this person works in; six queries at most."""
    tasks = Task.objects.filter(item__plan=plan, state__in=OPEN, organisation__valid_to__lt=day)
    if item_id is not None:
        tasks = tasks.filter(item=item_id)
    rows = list(tasks.select_related("item", "organisation").order_by("item__order", "due_on", "pk"))
    if not rows:
        return []
    followed = list_followed({task.item_id for task in rows}, day)
    bodies = Organisation.objects.in_bulk(set(followed.values()))
    groups: dict[tuple[int, int], list[Task]] = defaultdict(list)
    for task in rows:
        groups[task.item_id, task.organisation_id].append(task)
    return list(_inherited(actor, groups.values(), followed, bodies))


def _inherited(
    actor: User,
    groups: Iterable[list[Task]],
    followed: dict[tuple[int, int], int],
    bodies: dict[int, Organisation],
) -> Iterator[Inherited]:
    for tasks in groups:
        first = tasks[0]
        body = bodies.get(followed.get((first.item_id, first.organisation_id), 0))
        if body is not None and is_of(actor, body):
            yield Inherited(first.item, first.organisation, body, tuple(tasks))
