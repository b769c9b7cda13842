"""A task given to somebody waits on the first page, and is told once; other people's does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from django.core.mail import EmailMessage
from django.test import Client
from django.utils.timezone import localdate

from chamdiem.accounts.models import RoleAssignment, User
from chamdiem.home.selectors import list_tasks
from chamdiem.notices.models import Notice
from chamdiem.notices.sending import send_letters
from chamdiem.organisations.models import Office
from chamdiem.plans.models import Task
from chamdiem.plans.services import TaskPlan, TaskProgress, carry_out_task, create_task, plan_task
from tests.people import Cast

from .loaded import AFTER, IN_TIME, plan_in_force

GIVEN = TaskPlan(name="Soạn kế hoạch", starts_on=IN_TIME.date(), due_on=AFTER.date())


def _create(cast: Cast, planned: TaskPlan) -> Task:
    item = plan_in_force(cast).items.get(key="VB1")
    return create_task(
        actor=cast.dung, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=IN_TIME
    )


def _waiting(actor: User, days: int = 0) -> list[tuple[str, str]]:
    now = IN_TIME + timedelta(days=days)
    return [(each.title, each.state) for each in list_tasks(actor=actor, now=now) if "nhiem-vu" in each.url]


def _told() -> list[str]:
    return list(Notice.objects.filter(detail__contains="Được giao ngày").values_list("user__name", flat=True))


def test_a_task_waits_for_its_person_until_it_is_done(cast: Cast) -> None:
    task = _create(cast, replace(GIVEN, user_id=cast.an.pk))
    assert _waiting(cast.an) == [("Soạn kế hoạch", "in_progress")]
    assert _waiting(cast.an, 10) == [("Soạn kế hoạch", "late")]
    assert _waiting(cast.an, -1) == []
    assert (_waiting(cast.dung), _waiting(cast.binh)) == ([], [])
    done = TaskProgress(state="done", percent=100, result="Đã ký.")
    carry_out_task(actor=cast.an, task_id=task.pk, progress=done, seen=task.version, now=IN_TIME)
    assert _waiting(cast.an) == []


def test_a_task_of_an_office_waits_for_its_people(cast: Cast) -> None:
    office = Office.objects.create(organisation=cast.body_a, name="Phòng Văn thư")
    RoleAssignment.objects.filter(user=cast.an).update(office=office)
    _create(cast, replace(GIVEN, office_id=office.pk))
    assert _waiting(cast.an) == [("Soạn kế hoạch", "in_progress")]
    assert _told() == ["Nguyễn Văn An"]


def test_it_is_told_to_whom_it_is_given_and_anew_to_the_next(cast: Cast) -> None:
    task = _create(cast, replace(GIVEN, user_id=cast.an.pk))
    assert _told() == ["Nguyễn Văn An"]
    for planned in (replace(GIVEN, user_id=cast.an.pk, name="Soạn"), replace(GIVEN, user_id=cast.dung.pk)):
        task = plan_task(actor=cast.dung, task_id=task.pk, planned=planned, seen=task.version, now=IN_TIME)
    # Who gives it to herself is told nothing.
    assert _told() == ["Nguyễn Văn An"]


def test_a_letter_counts_the_days_that_are_left_when_it_is_written(
    cast: Cast, opened: Callable[[str], Client], mailoutbox: list[EmailMessage]
) -> None:
    planned = replace(GIVEN, due_on=IN_TIME.date() + timedelta(days=3), user_id=cast.an.pk)
    _create(cast, planned)
    # Her digest of that day had gone; the next is of the day after.
    assert "Còn 3 ngày, hạn 23:59 ngày 05/10/2026." in Notice.objects.get(key__startswith="task:").detail
    send_letters(site="https://cham-diem.vidu.gov.vn", now=IN_TIME + timedelta(days=1))
    (letter,) = (each for each in mailoutbox if each.to == [cast.an.email])
    body = str(letter.body)
    assert "Còn 2 ngày, hạn 23:59 ngày 05/10/2026. Được giao ngày 02/10/2026." in body
    assert "Còn 3 ngày" not in body
    page = opened("an").get("/thong-bao/").content.decode()
    left = (planned.due_on - localdate()).days
    assert ("Còn 3 ngày" in page) == (left == 3)
    assert "ngày 05/10/2026. Được giao ngày 02/10/2026." in page
    sent = opened("giang").get("/thong-bao/da-gui/").content.decode()
    assert "Còn 2 ngày, hạn 23:59 ngày 05/10/2026. Được giao ngày 02/10/2026." in sent
