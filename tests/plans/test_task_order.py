"""A task that begins before the one it waits for is due is pointed out, and kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from chamdiem.plans.models import PlanItem, Task
from chamdiem.plans.services import TaskPlan, create_task
from tests.people import Cast

from .loaded import IN_TIME, third_quarter


def test_the_order_of_days_is_held_against_the_order_of_tasks(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    third_quarter(cast)
    day = IN_TIME.date()

    def create(name: str, start: int, due: int, after: Task | None = None) -> Task:
        planned = TaskPlan(
            name=name,
            starts_on=day + timedelta(days=start),
            due_on=day + timedelta(days=due),
            after_id=after.pk if after else None,
        )
        item = PlanItem.objects.get(key="VB1")
        return create_task(
            actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=IN_TIME
        )

    first = create("Khảo sát", 1, 10)
    early, late = create("Tổng hợp", 5, 20, first), create("Trình ký", 11, 20, first)
    told = "khi “Khảo sát” phải làm trước còn đến hạn ngày 12/10/2026"
    assert told in opened("an").get(f"/ke-hoach/nhiem-vu/{early.pk}/").content.decode()
    assert told not in opened("an").get(f"/ke-hoach/nhiem-vu/{late.pk}/").content.decode()
    Task.objects.filter(pk=first.pk).update(state="done", percent=100, finished_on=day, result="Xong.")
    assert told not in opened("an").get(f"/ke-hoach/nhiem-vu/{early.pk}/").content.decode()
