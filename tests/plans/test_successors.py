"""Who took over from a body the plan names sees the plan and plans its work; the ended body plans no more."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.errors import NotFound
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.organisations.services import merge_organisations
from chamdiem.plans.models import PlanItem, RoundReport
from chamdiem.plans.selectors import get_item, list_plans
from chamdiem.plans.services import TaskPlan, create_task, open_due_rounds
from tests.people import LOCAL, Cast

from .loaded import FOURTH, draft_plan, plan_in_force

Opened = Callable[[str], Client]
DAY = date(2026, 10, 20)
DURING = datetime(2026, 10, 20, 9, 0, tzinfo=LOCAL)
PLANNED = TaskPlan(name="Khảo sát", starts_on=DAY, due_on=FOURTH.date())


def _officer(cast: Cast, body: Organisation) -> User:
    """Bình, now officer of this body alone."""
    RoleAssignment.objects.filter(user=cast.binh).delete()
    RoleAssignment.objects.create(user=cast.binh, role=Role.DATA_OFFICER, organisation=body, given_at=DURING)
    return User.objects.get(pk=cast.binh.pk)


def _merge(cast: Cast, into: Organisation, on: date = DAY) -> None:
    merge_organisations(
        actor=cast.lan,
        predecessor_ids=[cast.body_b.pk],
        successor_id=into.pk,
        on=on,
        decision="15/NQ-HĐND",
        now=DURING,
    )


def _step(before: Organisation, after: Organisation) -> None:
    Organisation.objects.filter(pk=before.pk).update(valid_to=DAY - timedelta(days=1))
    Succession.objects.create(change="merged", predecessor=before, successor=after, took_place_on=DAY)


def test_who_took_over_sees_the_plan_and_plans_its_work(cast: Cast) -> None:
    plan = plan_in_force(cast)
    officer = _officer(cast, cast.standing)
    assert not list_plans(actor=officer).exists()
    _merge(cast, cast.standing)
    assert list(list_plans(actor=officer)) == [plan]
    item = get_item(actor=officer, item_id=PlanItem.objects.get(key="DA1").pk)
    task = create_task(
        actor=officer, item_id=item.pk, organisation_id=cast.standing.pk, planned=PLANNED, now=FOURTH
    )
    assert task.organisation == cast.standing


def test_it_does_after_one_merger_after_another(cast: Cast) -> None:
    plan = plan_in_force(cast)
    officer = _officer(cast, cast.standing)
    _step(cast.body_b, cast.body_a)
    _step(cast.body_a, cast.standing)
    assert list(list_plans(actor=officer)) == [plan]


def test_who_was_asked_in_a_round_sees_it_however_long_the_way(cast: Cast) -> None:
    plan = plan_in_force(cast)
    officer = _officer(cast, cast.standing)
    _merge(cast, cast.standing)
    open_due_rounds(now=FOURTH)
    Succession.objects.all().delete()
    assert RoundReport.objects.filter(organisation=cast.standing).exists()
    assert list(list_plans(actor=officer)) == [plan]


def test_a_draft_stays_with_those_who_write_it(cast: Cast) -> None:
    draft_plan(cast)
    _step(cast.body_b, cast.standing)
    assert not list_plans(actor=_officer(cast, cast.standing)).exists()


def test_a_successor_outside_the_owner_learns_nothing(cast: Cast) -> None:
    plan_in_force(cast)
    _step(cast.body_b, cast.elsewhere)
    assert not list_plans(actor=_officer(cast, cast.elsewhere)).exists()


def test_a_body_that_has_ended_plans_no_new_task(cast: Cast) -> None:
    plan_in_force(cast)
    _merge(cast, cast.standing)
    item = PlanItem.objects.get(key="DA1")
    with pytest.raises(NotFound, match=r"task\.organisation_not_charged"):
        create_task(
            actor=cast.binh, item_id=item.pk, organisation_id=cast.body_b.pk, planned=PLANNED, now=FOURTH
        )


def test_its_page_offers_no_new_task_either(cast: Cast, opened: Opened) -> None:
    plan_in_force(cast)
    item = PlanItem.objects.get(key="DA1")
    page, form = f"/ke-hoach/muc/{item.pk}/", f"/ke-hoach/muc/{item.pk}/nhiem-vu/{cast.body_b.pk}/"
    client = opened("binh")
    assert form in client.get(page).content.decode()
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2020, 9, 19))
    shown = client.get(page)
    assert shown.status_code == 200
    assert form not in shown.content.decode()
    assert client.get(form).status_code == 404


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_it_costs_one_query_however_many_steps(
    cast: Cast,
    django_assert_num_queries: Callable[..., AbstractContextManager[object]],
    steps: int,
) -> None:
    plan_in_force(cast)
    officer = _officer(cast, cast.standing)
    for before, after in [(cast.body_a, cast.standing), (cast.body_b, cast.body_a)][:steps]:
        _step(before, after)
    list(list_plans(actor=officer))
    with django_assert_num_queries(1):
        assert len(list_plans(actor=officer)) == min(steps, 1)
