"""Who is reminded of what, and when; the leader hears of it when the day is over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from chamdiem.accounts.models import RoleAssignment
from chamdiem.notices.models import Notice
from chamdiem.plans.models import PlanItem, Round
from chamdiem.plans.services import (
    TaskPlan,
    TaskProgress,
    carry_out_task,
    create_task,
    extend_round,
    judge_report,
)
from chamdiem.plans.services.reminding import remind
from tests.people import LOCAL, Cast

from .loaded import AFTER, IN_TIME, fill_report, plan_in_force, report_of, send_report
from .loaded import third_quarter as open_third_quarter


def third_quarter(cast: Cast) -> Round:
    """The round of the third quarter, as if nobody had been told that it is open."""
    round_ = open_third_quarter(cast)
    Notice.objects.all().delete()
    return round_


def _days(round_: Round, days: int) -> datetime:
    """Half past seven, so many days from the last day of a round."""
    return datetime.combine(round_.due_on, datetime.min.time(), LOCAL) + timedelta(days=days, hours=7.5)


def _reminded() -> set[tuple[str, str]]:
    return {(notice.user.name, notice.detail[:11]) for notice in Notice.objects.select_related("user")}


@pytest.mark.parametrize(
    ("days", "said"), [(-7, "Còn 7 ngày,"), (-3, "Còn 3 ngày,"), (-1, "Còn 1 ngày,"), (0, "Hạn là hôm ")]
)
def test_officers_are_reminded_at_each_moment(cast: Cast, days: int, said: str) -> None:
    round_ = third_quarter(cast)
    assert remind(now=_days(round_, days)) == 2
    assert _reminded() == {("Nguyễn Văn An", said), ("Lê Thị Bình", said)}


def test_between_the_moments_nobody_is_disturbed(cast: Cast) -> None:
    round_ = third_quarter(cast)
    told = [remind(now=_days(round_, days)) for days in range(-8, 1)]
    assert told == [0, 2, 0, 0, 0, 2, 0, 2, 2]


@pytest.mark.parametrize(("days", "said"), [(-5, "Còn 5 ngày,"), (-2, "Còn 2 ngày,")])
def test_what_a_sleeping_worker_missed_is_told_once_with_the_days_left(
    cast: Cast, days: int, said: str
) -> None:
    round_ = third_quarter(cast)
    assert remind(now=_days(round_, days) + timedelta(hours=4)) == 2
    assert remind(now=_days(round_, days) + timedelta(hours=5)) == 0
    assert _reminded() == {("Nguyễn Văn An", said), ("Lê Thị Bình", said)}


def test_once_over_the_leader_hears_of_it_and_nobody_twice(cast: Cast) -> None:
    round_ = third_quarter(cast)
    assert remind(now=_days(round_, 1)) == 4
    assert remind(now=_days(round_, 2)) == 0
    escalated = Notice.objects.filter(is_escalation=True).values_list("user__name", flat=True)
    assert set(escalated) == {"Trần Văn Dũng", "Phạm Quang Minh"}


def test_a_notice_names_the_plan_whose_it_is_and_why_the_leader_hears_of_it(cast: Cast) -> None:
    round_ = third_quarter(cast)
    due = IN_TIME.date() + timedelta(days=3)
    planned = TaskPlan(name="VIEC CT", starts_on=IN_TIME.date(), due_on=due, user_id=cast.kien.pk)
    create_task(
        actor=cast.an,
        item_id=PlanItem.objects.get(key="VB1").pk,
        organisation_id=cast.body_a.pk,
        planned=planned,
        now=IN_TIME,
    )
    remind(now=_days(round_, 1))
    about = {notice.title: notice.detail for notice in Notice.objects.filter(user=cast.dung)}
    plan = "Kế hoạch: Kế hoạch nâng cao chỉ số chuyển đổi số."
    why = "Báo lên lãnh đạo: người được giao đã được nhắc mà chưa xong."
    assert about == {
        "Nhiệm vụ: VIEC CT": f"Đã quá hạn ngày 05/10/2026. {plan} Sở Xây dựng, giao cho {cast.kien}. {why}",
        "Quý III/2026: báo cáo của Sở Xây dựng": f"Đã quá hạn ngày 05/10/2026. {plan} {why}",
    }
    assert not any(why in notice.detail for notice in Notice.objects.filter(user=cast.kien))


def test_a_report_filled_in_reminds_its_leader_and_one_sent_nobody(cast: Cast) -> None:
    round_ = third_quarter(cast)
    fill_report(cast, report_of(round_, cast.body_a), "an")
    send_report(cast, report_of(round_, cast.body_b), "minh")
    remind(now=_days(round_, -3))
    assert {name for name, _ in _reminded()} == {"Nguyễn Văn An", "Trần Văn Dũng"}


def test_where_nobody_fills_a_report_in_the_leader_is_reminded_of_it(cast: Cast) -> None:
    round_ = third_quarter(cast)
    RoleAssignment.objects.filter(user=cast.an).update(ended_at=IN_TIME)
    for days in (-7, -3, -1, 0, 1):
        Notice.objects.all().delete()
        remind(now=_days(round_, days))
        notice = Notice.objects.get(user=cast.dung)
        assert notice.is_escalation
        assert "đơn vị không có chuyên viên cung cấp số liệu để nhắc." in notice.detail
        assert ("không còn lãnh đạo nào khác" in notice.detail) is (days == 1)


def test_more_time_begins_the_reminders_anew(cast: Cast) -> None:
    round_ = third_quarter(cast)
    assert remind(now=_days(round_, -3)) == 2
    later = round_.due_on + timedelta(days=10)
    extend_round(actor=cast.giang, round_id=round_.pk, due=later, reason="Bão", now=IN_TIME)
    round_.refresh_from_db()
    assert remind(now=_days(round_, -3)) == 2


def test_who_owes_hears_at_once_of_the_new_day_and_why(cast: Cast) -> None:
    round_ = third_quarter(cast)
    send_report(cast, report_of(round_, cast.body_b), "minh")
    later = round_.due_on + timedelta(days=10)
    extend_round(actor=cast.giang, round_id=round_.pk, due=later, reason="Bão số 9", now=IN_TIME)
    told = {notice.user: notice.detail for notice in Notice.objects.select_related("user")}
    assert set(told) == {cast.an, cast.dung}
    said = "Còn 13 ngày, hạn 23:59 ngày 15/10/2026. Gia hạn đến 15/10/2026. Lý do: Bão số 9. Kế hoạch: "
    assert told[cast.an].startswith(said)


def test_the_reminder_of_the_day_of_an_extension_says_it_no_second_time(cast: Cast) -> None:
    round_ = third_quarter(cast)
    later = round_.due_on + timedelta(days=2)
    extend_round(actor=cast.giang, round_id=round_.pk, due=later, reason="Bão.", now=IN_TIME)
    told = Notice.objects.count()
    assert remind(now=IN_TIME) == 0
    assert Notice.objects.count() == told == 4


def test_a_task_reminds_the_person_it_is_given_to_until_it_ends(cast: Cast) -> None:
    plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    due = IN_TIME.date() + timedelta(days=3)
    planned = TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=due, user_id=cast.kien.pk)
    task = create_task(
        actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=IN_TIME
    )
    # Given today, it was told with its day; the reminder of the same moment would say it again.
    assert remind(now=IN_TIME) == 0
    assert _reminded() == {("Đỗ Trung Kiên", "Còn 3 ngày,")}
    assert remind(now=IN_TIME + timedelta(days=2)) == 1
    progress = TaskProgress(state="done", percent=100, result="Xong")
    carry_out_task(actor=cast.kien, task_id=task.pk, progress=progress, seen=1, now=IN_TIME)
    assert remind(now=IN_TIME + timedelta(days=5)) == 0


def test_a_task_of_an_office_reminds_its_people(cast: Cast) -> None:
    plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    office = RoleAssignment.objects.get(user=cast.kien, office__isnull=False).office
    assert office is not None
    due = IN_TIME.date() + timedelta(days=3)
    planned = TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=due, office_id=office.pk)
    create_task(actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=IN_TIME)
    assert remind(now=IN_TIME) == 0
    assert _reminded() == {("Đỗ Trung Kiên", "Còn 3 ngày,")}


def test_officer_and_leader_hear_once_that_a_round_is_open(cast: Cast) -> None:
    round_ = open_third_quarter(cast)
    told = Notice.objects.filter(user=cast.an)
    assert [notice.title for notice in told] == [f"{round_}: báo cáo của Sở Xây dựng"]
    assert told[0].detail.startswith("Còn 3 ngày, hạn 23:59 ngày 05/10/2026. Kỳ báo cáo mở ngày 02/10/2026.")
    assert Notice.objects.filter(user=cast.dung).count() == 1
    # The reminder of the same moment would say the same again.
    assert remind(now=_days(round_, -3)) == 0
    assert remind(now=_days(round_, -1)) == 2


def test_officer_and_leader_hear_why_a_report_was_returned(cast: Cast) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    send_report(cast, report, "dung")
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Thiếu số liệu.", now=AFTER)
    told = {notice.user: notice.detail for notice in Notice.objects.select_related("user")}
    assert set(told) == {cast.an, cast.dung}
    assert told[cast.an].startswith("Cơ quan thường trực trả lại: Thiếu số liệu. Kế hoạch:")


def test_a_reason_without_a_full_stop_does_not_run_into_the_next_sentence(cast: Cast) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    send_report(cast, report, "dung")
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Thiếu số", now=AFTER)
    told = Notice.objects.get(user=cast.an).detail
    assert told.startswith("Cơ quan thường trực trả lại: Thiếu số. Kế hoạch:")
