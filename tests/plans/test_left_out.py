"""A letter asks again when it goes which of its lines still matter; one without any does not go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core import mail
from django.test import Client

from chamdiem.notices.models import Letter, Notice
from chamdiem.notices.sending import send_letters
from chamdiem.plans.models import PlanItem, Round
from chamdiem.plans.services import TaskPlan, TaskProgress, carry_out_task, create_task, extend_round
from chamdiem.plans.services.reminding import remind
from tests.people import LOCAL, Cast

from .loaded import plan_in_force, report_of, send_report, third_quarter

Opened = Callable[[str], Client]
SITE = "https://cham-diem.vidu.gov.vn"


def _told(cast: Cast) -> tuple[Round, datetime]:
    """The round, three days before its last day; officers have been told so, no letter has gone."""
    round_ = third_quarter(cast)
    Notice.objects.all().delete()
    now = datetime.combine(round_.due_on, datetime.min.time(), LOCAL) - timedelta(days=3) + timedelta(hours=8)
    assert remind(now=now) == 2
    return round_, now


def test_what_was_done_meanwhile_is_in_no_letter_and_the_page_says_so(cast: Cast, opened: Opened) -> None:
    round_, now = _told(cast)
    send_report(cast, report_of(round_, cast.body_a), "dung", now)
    assert send_letters(site=SITE, now=now) == 1
    assert [letter.to for letter in mail.outbox] == [["binh@vidu.gov.vn"]]
    letter = Letter.objects.get(user=cast.an)
    assert (letter.state, letter.sent_at, letter.tries) == ("needless", None, 0)
    page = opened("giang").get("/thong-bao/da-gui/").content.decode()
    assert "Việc đã xong, đổi hạn hoặc giao người khác trước khi thư đi." in page
    assert send_letters(site=SITE, now=now + timedelta(hours=1)) == 0


def test_a_day_that_moved_is_not_told_any_more(cast: Cast) -> None:
    round_, now = _told(cast)
    later = round_.due_on + timedelta(days=10)
    extend_round(actor=cast.giang, round_id=round_.pk, due=later, reason="Bão", now=now)
    # Officers and leaders of both bodies hear of the new day.
    assert send_letters(site=SITE, now=now) == 4
    letters = [str(letter.body) for letter in mail.outbox]
    assert all("15/10/2026" in letter and "05/10/2026" not in letter for letter in letters)
    assert send_letters(site=SITE, now=now + timedelta(hours=1)) == 0


def test_of_a_digest_only_what_still_matters_goes(cast: Cast) -> None:
    plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    now = datetime(2026, 10, 2, 8, 0, tzinfo=LOCAL)
    tasks = []
    for name in ("Soạn dự thảo", "Lấy ý kiến"):
        planned = TaskPlan(
            name=name, starts_on=now.date(), due_on=now.date() + timedelta(days=1), user_id=cast.an.pk
        )
        made = create_task(
            actor=cast.dung, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=now
        )
        tasks.append(made)
    progress = TaskProgress(state="done", percent=100, result="Đã xong")
    carry_out_task(actor=cast.an, task_id=tasks[0].pk, progress=progress, seen=tasks[0].version, now=now)
    assert send_letters(site=SITE, now=now) == 1
    (letter,) = mail.outbox
    assert letter.subject == "Nhiệm vụ: Lấy ý kiến"
    assert "Soạn dự thảo" not in letter.body
    assert set(Notice.objects.values_list("title", "is_left_out")) == {
        ("Nhiệm vụ: Soạn dự thảo", True),
        ("Nhiệm vụ: Lấy ý kiến", False),
    }
