"""Open tasks of a body that has ended go to the one that took over, when that takes them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import local_day
from chamdiem.errors import NotFound
from chamdiem.plans.models import PlanItem, Task, TaskChange
from chamdiem.plans.selectors import get_item
from chamdiem.plans.selectors.following import OPEN, list_inherited
from chamdiem.plans.selectors.tasks import facts_of
from chamdiem.plans.services.locking import record
from chamdiem.plans.workflow import plan_verdict


@transaction.atomic
def take_over_tasks(*, actor: User, item_id: int, organisation_id: int, now: datetime) -> list[Task]:
    """Take over all open tasks of an item that a body which has ended had planned.

    Nobody is given them yet: the people and offices were those of the other body. What it finished stays
    its own. The history of each task says whose it was.

    Raises:
        NotFound: No such item, or not visible to ``actor``; or there is nothing to take over there.
        NotAllowed, WrongStage: ``actor`` may not plan tasks of the body that took over; or the plan is
            not running.
    """
    item = get_item(actor=actor, item_id=item_id)
    # Two people at once wait for each other here.
    PlanItem.objects.select_for_update().get(pk=item.pk)
    waiting = list_inherited(actor=actor, plan=item.plan, day=local_day(now), item_id=item.pk)
    found = next((each for each in waiting if each.before.pk == organisation_id), None)
    if found is None:
        raise NotFound("task.nothing_to_take_over")
    path = found.body.path
    plan_verdict("take_over_tasks", actor=actor, plan=item.plan, organisation_path=path).demand()
    tasks = list(
        Task.objects.select_for_update(of=("self",))
        .filter(pk__in=[each.pk for each in found.tasks], state__in=OPEN)
        .select_related("item__plan__owner", "organisation", "user", "office", "after")
    )
    taken = {task.pk for task in tasks}
    for task in tasks:
        before = facts_of(task)
        task.organisation, task.user, task.office = found.body, None, None
        if task.after_id not in taken:
            task.after = None
        task.version += 1
        task.save()
        after = facts_of(task)
        changed = {name: [before[name], said] for name, said in after.items() if before[name] != said}
        TaskChange.objects.create(task=task, changed=changed, changed_by=actor, changed_at=now)
        record(
            item.plan,
            actor=actor,
            action="task.take_over",
            now=now,
            subject=task,
            organisation_path=path,
            organisation=found.before.name,
        )
    return tasks
