"""A task whose person works in the body no more: officers hear of it instead, and lists say so."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.notices.models import Notice
from chamdiem.notices.relevance import tell_standing
from chamdiem.notices.sending import send_letters
from chamdiem.plans.models import Task
from chamdiem.plans.selectors.tasks import filter_tasks, list_tasks
from chamdiem.plans.services import TaskPlan, create_task, plan_task
from chamdiem.plans.services.reminding import list_due, remind
from tests.people import Cast

from .loaded import IN_TIME, plan_in_force

Opened = Callable[[str], Client]
SITE = "https://cham-diem.vidu.gov.vn"
DUE = IN_TIME.date() + timedelta(days=9)
MARK = "Người được giao không còn vai trò ở đơn vị: cần giao lại"


def _task(cast: Cast, name: str = "Soạn", **given: int) -> Task:
    """A task of Sở Xây dựng given to Kiên, who is told so."""
    plan = plan_in_force(cast) if not Task.objects.exists() else Task.objects.all()[0].item.plan
    planned = TaskPlan(
        name=name, starts_on=IN_TIME.date(), due_on=DUE, **(given or {"user_id": cast.kien.pk})
    )
    return create_task(
        actor=cast.an,
        item_id=plan.items.get(key="VB1").pk,
        organisation_id=cast.body_a.pk,
        planned=planned,
        now=IN_TIME,
    )


def _leave(person: User) -> None:
    RoleAssignment.objects.filter(user=person).update(ended_at=IN_TIME)


def _to(cast: Cast, days: int) -> set[User]:
    """Who is told by the reminders of a day."""
    Notice.objects.all().delete()
    remind(now=IN_TIME + timedelta(days=days))
    return {notice.user for notice in Notice.objects.select_related("user")}


def test_who_left_hears_nothing_and_the_officers_do(cast: Cast) -> None:
    _task(cast)
    assert _to(cast, 2) == {cast.kien}
    _leave(cast.kien)
    # She works elsewhere by now.
    RoleAssignment.objects.create(
        user=cast.kien, role=Role.DATA_OFFICER, organisation=cast.body_b, given_at=IN_TIME
    )
    assert _to(cast, 2) == {cast.an}
    detail = Notice.objects.get().detail
    assert "Sở Xây dựng: Đỗ Trung Kiên không còn vai trò ở đơn vị, cần giao lại nhiệm vụ." in detail
    assert _to(cast, 6) == _to(cast, 8) == _to(cast, 9) == {cast.an}
    assert _to(cast, 10) == {cast.an, cast.dung}


@pytest.mark.parametrize("how", ["inactive", "appraiser"])
def test_who_may_not_open_it_is_not_told(cast: Cast, how: str) -> None:
    _task(cast)
    if how == "inactive":
        User.objects.filter(pk=cast.kien.pk).update(is_active=False)
    else:
        RoleAssignment.objects.filter(user=cast.kien).update(role=Role.APPRAISER, office=None)
    assert _to(cast, 2) == {cast.an}


def test_who_works_in_a_body_above_goes_on_hearing(cast: Cast) -> None:
    _task(cast)
    RoleAssignment.objects.filter(user=cast.kien).update(
        organisation=cast.province, role=Role.DATA_OFFICER, office=None
    )
    assert _to(cast, 2) == {cast.kien}


def test_in_a_body_without_officers_the_leader_hears(cast: Cast) -> None:
    _task(cast)
    _leave(cast.kien)
    _leave(cast.an)
    assert _to(cast, 2) == {cast.dung}


def test_the_leader_hears_as_leader_up_to_the_end(cast: Cast) -> None:
    _task(cast)
    _leave(cast.kien)
    _leave(cast.an)
    said = "Báo lên lãnh đạo: đơn vị không có chuyên viên cung cấp số liệu để nhắc."
    for days in (2, 6, 8, 9, 10):
        assert _to(cast, days) == {cast.dung}
        notice = Notice.objects.get()
        assert notice.is_escalation
        assert notice.detail.endswith(said)
        assert "không còn vai trò ở đơn vị, cần giao lại nhiệm vụ." in notice.detail


def test_once_over_the_leader_reads_that_nobody_is_above(cast: Cast) -> None:
    _task(cast)
    _leave(cast.kien)
    _leave(cast.an)
    why = "Quá hạn mà trong đơn vị không còn lãnh đạo nào khác để báo lên."
    for days, is_said in ((9, False), (10, True)):
        assert _to(cast, days) == {cast.dung}
        assert (why in Notice.objects.get().detail) is is_said


def test_a_leader_it_was_given_to_reads_the_same_and_another_leader_hears(cast: Cast) -> None:
    _task(cast, user_id=cast.dung.pk)
    why = "không còn lãnh đạo nào khác để báo lên."
    assert _to(cast, 10) == {cast.dung}
    notice = Notice.objects.get()
    assert notice.detail.endswith(why)
    assert not notice.is_escalation
    RoleAssignment.objects.create(
        user=cast.kien, role=Role.LEADER, organisation=cast.body_a, given_at=IN_TIME
    )
    assert _to(cast, 10) == {cast.dung, cast.kien}
    assert not any(why in notice.detail for notice in Notice.objects.all())


def test_an_office_everybody_left_hands_it_to_the_officers(cast: Cast) -> None:
    _task(cast, office_id=cast.it_office.pk)
    assert _to(cast, 2) == {cast.kien}
    _leave(cast.kien)
    assert _to(cast, 2) == {cast.an}


def test_what_she_was_told_before_goes_in_no_letter(cast: Cast) -> None:
    _task(cast)
    remind(now=IN_TIME + timedelta(days=2))
    _leave(cast.kien)
    send_letters(site=SITE, now=IN_TIME + timedelta(days=2, hours=1))
    assert ["kien@vidu.gov.vn"] not in [letter.to for letter in mail.outbox]
    notices = list(Notice.objects.filter(user=cast.kien))
    tell_standing(notices)
    assert {notice.is_still_due for notice in notices} == {False}


def test_given_anew_the_new_person_hears(cast: Cast) -> None:
    task = _task(cast)
    _leave(cast.kien)
    planned = TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=DUE, user_id=cast.dung.pk)
    plan_task(actor=cast.an, task_id=task.pk, planned=planned, seen=task.version, now=IN_TIME)
    assert _to(cast, 2) == {cast.dung}


def test_the_lists_and_the_task_say_that_it_has_to_be_given_anew(cast: Cast, opened: Opened) -> None:
    task, other = _task(cast), _task(cast, "Lấy ý kiến", user_id=cast.an.pk)
    plan = task.item.plan
    addresses = [
        f"/ke-hoach/{plan.pk}/nhiem-vu/",
        f"/ke-hoach/muc/{task.item_id}/",
        f"/ke-hoach/nhiem-vu/{task.pk}/",
    ]
    client = opened("an")
    assert not any(MARK in client.get(each).content.decode() for each in addresses)
    _leave(cast.kien)
    pages = [client.get(each).content.decode() for each in addresses]
    assert [page.count(MARK) for page in pages] == [1, 1, 1]
    assert MARK not in client.get(f"/ke-hoach/nhiem-vu/{other.pk}/").content.decode()
    tasks = list_tasks(actor=cast.an, plan=plan)
    assert list(filter_tasks(tasks, today=IN_TIME.date(), only="lost")) == [task]
    Task.objects.filter(pk=task.pk).update(state="dropped", result="Không làm.")
    assert MARK not in client.get(addresses[0]).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_what_is_due_costs_the_same_however_many_tasks(
    cast: Cast,
    django_assert_num_queries: Callable[..., AbstractContextManager[object]],
    count: int,
) -> None:
    for number in range(count):
        _task(cast, f"Việc {number}")
    _leave(cast.kien)
    with django_assert_num_queries(4):
        assert len(list_due(DUE)) == count
