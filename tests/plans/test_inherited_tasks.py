"""Open tasks of a body that has ended: who took over sees them, and takes them over with one press."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.audit.models import Event
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.plans.models import PlanBody, PlanItem, Task, TaskChange
from chamdiem.plans.selectors import get_task
from chamdiem.plans.selectors.following import list_inherited
from chamdiem.plans.services import TaskPlan, create_task, resolve_body, take_over_tasks
from tests.people import LOCAL, Cast

from .loaded import IN_TIME, plan_in_force

Opened = Callable[[str], Client]
# The pages go by the clock: it ended long ago.
DAY = date(2020, 9, 20)
LATER = datetime(2026, 11, 3, 9, 0, tzinfo=LOCAL)


def _planned(cast: Cast, key: str = "DA1", count: int = 2) -> PlanItem:
    """Tasks of Sở Y tế, one after the other, given to Minh; Sở Xây dựng has none."""
    plan = plan_in_force(cast) if not PlanItem.objects.exists() else PlanItem.objects.all()[0].plan
    item = plan.items.get(key=key)
    before: Task | None = None
    for number in range(count):
        planned = TaskPlan(
            name=f"Bước {number + 1}",
            starts_on=IN_TIME.date(),
            due_on=IN_TIME.date() + timedelta(days=number),
            user_id=cast.minh.pk,
            after_id=before.pk if before else None,
        )
        before = create_task(
            actor=cast.binh, item_id=item.pk, organisation_id=cast.body_b.pk, planned=planned, now=IN_TIME
        )
    return item


def _end(body: Organisation, *into: Organisation) -> None:
    Organisation.objects.filter(pk=body.pk).update(valid_to=DAY - timedelta(days=1))
    for each in into:
        Succession.objects.create(change="merged", predecessor=body, successor=each, took_place_on=DAY)


def test_who_took_over_sees_them_and_nobody_else(cast: Cast) -> None:
    item = _planned(cast)

    def seen(person: str) -> list[str]:
        found = list_inherited(actor=cast.people[person], plan=item.plan, day=LATER.date())
        return [task.name for each in found for task in each.tasks]

    assert seen("an") == []
    _end(cast.body_b, cast.body_a)
    assert seen("an") == seen("dung") == ["Bước 1", "Bước 2"]
    assert seen("binh") == seen("nga") == []
    Task.objects.filter(name="Bước 1").update(state="dropped", result="Không làm.")
    assert seen("an") == ["Bước 2"]


def test_taken_over_they_are_its_own_and_say_whose_they_were(cast: Cast) -> None:
    item = _planned(cast)
    first = Task.objects.get(name="Bước 1")
    _end(cast.body_b, cast.body_a)
    with pytest.raises(NotFound):
        get_task(actor=cast.an, task_id=first.pk)
    taken = take_over_tasks(actor=cast.an, item_id=item.pk, organisation_id=cast.body_b.pk, now=LATER)
    assert [task.name for task in taken] == ["Bước 1", "Bước 2"]
    task = get_task(actor=cast.an, task_id=first.pk)
    assert (task.organisation, task.user, task.version) == (cast.body_a, None, 2)
    # They go on waiting for each other.
    assert Task.objects.get(name="Bước 2").after == task
    change = TaskChange.objects.get(task=first)
    assert change.changed == {
        "organisation": ["Sở Y tế", "Sở Xây dựng"],
        "user": [str(cast.minh), ""],
    }
    event = Event.objects.filter(action="task.take_over").last()
    assert event is not None
    assert event.organisation_path == cast.body_a.path
    assert list_inherited(actor=cast.an, plan=item.plan, day=LATER.date()) == []
    with pytest.raises(NotFound, match=r"task\.nothing_to_take_over"):
        take_over_tasks(actor=cast.an, item_id=item.pk, organisation_id=cast.body_b.pk, now=LATER)


def test_what_it_finished_stays_its_own(cast: Cast) -> None:
    item = _planned(cast)
    Task.objects.filter(name="Bước 1").update(
        state="done", percent=100, result="Xong", finished_on=IN_TIME.date()
    )
    _end(cast.body_b, cast.body_a)
    take_over_tasks(actor=cast.an, item_id=item.pk, organisation_id=cast.body_b.pk, now=LATER)
    done, taken = Task.objects.get(name="Bước 1"), Task.objects.get(name="Bước 2")
    assert (done.organisation, done.version) == (cast.body_b, 1)
    assert (taken.organisation, taken.after) == (cast.body_a, None)


def test_where_several_took_over_nobody_follows(cast: Cast) -> None:
    item = _planned(cast, "CT1")
    _end(cast.body_b, cast.body_a, cast.standing)
    assert list_inherited(actor=cast.an, plan=item.plan, day=LATER.date()) == []
    with pytest.raises(NotFound):
        take_over_tasks(actor=cast.an, item_id=item.pk, organisation_id=cast.body_b.pk, now=LATER)


def test_whom_the_owner_named_follows_too(cast: Cast) -> None:
    item = _planned(cast)
    _end(cast.body_b)
    assert list_inherited(actor=cast.an, plan=item.plan, day=LATER.date()) == []
    resolve_body(
        actor=cast.giang,
        plan_id=item.plan_id,
        body_id=PlanBody.objects.get(name="Sở Y tế").pk,
        organisation_ids=[cast.body_a.pk],
        is_outside=False,
        now=LATER,
    )
    (waiting,) = list_inherited(actor=cast.an, plan=item.plan, day=LATER.date())
    assert (waiting.before, waiting.body) == (cast.body_b, cast.body_a)


def test_who_may_not_plan_tasks_sees_them_and_takes_none(cast: Cast, opened: Opened) -> None:
    item = _planned(cast)
    _end(cast.body_b, cast.body_a)
    press = f"/ke-hoach/muc/{item.pk}/nhiem-vu/{cast.body_b.pk}/nhan/"
    with pytest.raises(NotAllowed):
        take_over_tasks(actor=cast.kien, item_id=item.pk, organisation_id=cast.body_b.pk, now=LATER)
    page = opened("kien").get(f"/ke-hoach/muc/{item.pk}/").content.decode()
    assert "Bước 1" in page
    assert press not in page


def test_the_pages_show_them_and_one_press_takes_them(cast: Cast, opened: Opened) -> None:
    item = _planned(cast)
    _end(cast.body_b, cast.body_a)
    client, press = opened("an"), f"/ke-hoach/muc/{item.pk}/nhiem-vu/{cast.body_b.pk}/nhan/"
    for address in (f"/ke-hoach/muc/{item.pk}/", f"/ke-hoach/{item.plan_id}/nhiem-vu/"):
        page = client.get(address).content.decode()
        assert "Nhiệm vụ đang mở của đơn vị tiền nhiệm" in page
        assert press in page
    answer = client.post(press, follow=True)
    assert "Đã nhận 2 nhiệm vụ; hãy giao cho người làm." in answer.content.decode()
    assert "tiền nhiệm" not in answer.content.decode()
    task = client.get(f"/ke-hoach/nhiem-vu/{Task.objects.get(name='Bước 1').pk}/").content.decode()
    assert "đơn vị: Sở Y tế → Sở Xây dựng" in task
    assert client.post(press).status_code == 404


def test_people_of_the_old_body_go_on_until_then(cast: Cast, opened: Opened) -> None:
    _planned(cast)
    address = f"/ke-hoach/nhiem-vu/{Task.objects.get(name='Bước 1').pk}/"
    _end(cast.body_b, cast.body_a)
    RoleAssignment.objects.filter(role=Role.COUNCIL).delete()
    assert opened("binh").get(address).status_code == 200


@pytest.mark.parametrize("count", [1, 4])
def test_it_costs_the_same_however_many_tasks(
    cast: Cast, django_assert_num_queries: Callable[..., AbstractContextManager[object]], count: int
) -> None:
    item = _planned(cast, count=count)
    _planned(cast, "CT1", count=count)
    _end(cast.body_b, cast.body_a)
    list_inherited(actor=cast.an, plan=item.plan, day=LATER.date())
    with django_assert_num_queries(6):
        found = list_inherited(actor=cast.an, plan=item.plan, day=LATER.date())
    assert sum(len(each.tasks) for each in found) == 2 * count
