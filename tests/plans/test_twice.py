"""A button pressed twice makes a task once; a file that nobody may load now says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.plans.models import Plan, PlanFile, PlanItem
from chamdiem.plans.services import TaskPlan, create_task
from tests.people import Cast

from .loaded import CONTENT, IN_TIME, draft_plan, plan_in_force

Opened = Callable[[str], Client]


def test_a_task_asked_for_twice_at_once_is_one(cast: Cast) -> None:
    plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    planned = TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=IN_TIME.date(), user_id=cast.an.pk)
    moments = (IN_TIME, IN_TIME + timedelta(seconds=2), IN_TIME + timedelta(days=1))
    made = [
        create_task(
            actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=moment
        ).pk
        for moment in moments
    ]
    assert made[0] == made[1] != made[2]
    other = TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=IN_TIME.date())
    create_task(actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=other, now=IN_TIME)
    assert item.tasks.count() == 3


def test_a_checked_file_is_not_offered_once_the_plan_is_in_force(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    client = opened("giang")
    data = CONTENT.replace("Nâng cấp mạng truyền số liệu", "Nâng cấp mạng số liệu").encode()
    client.post(
        f"/ke-hoach/{plan.pk}/nap-tep/",
        {"owner": cast.province.pk, "file": SimpleUploadedFile("sua.yaml", data)},
    )
    address = f"/ke-hoach/tep/{PlanFile.objects.get().pk}/"
    assert "Nạp tệp này" in client.get(address).content.decode()
    Plan.objects.update(status="in_force", in_force_since=IN_TIME.date())
    page = client.get(address).content.decode()
    assert "Nạp tệp này" not in page
    assert "Tệp không có lỗi" not in page
    assert "Chưa nạp được tệp vào lúc này" in page
    assert "đang ở trạng thái “Đang thực hiện”" in page
