"""Quarterly rounds: opened by the calendar, filled, approved, judged, closed for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client
from procrastinate.contrib.django import app

from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, WrongStage
from chamdiem.organisations.models import Organisation
from chamdiem.plans.calendar import Quarter, due_by_hand, quarter_to_open
from chamdiem.plans.combining import state_of
from chamdiem.plans.consolidating import canonical, consolidate
from chamdiem.plans.hashing import hash_of
from chamdiem.plans.models import ItemReport, Plan, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors.lines import list_lines
from chamdiem.plans.selectors.rounds import list_report_rows, list_run_rounds, summarise_round
from chamdiem.plans.selectors.standings import list_standings
from chamdiem.plans.services import (
    LineDraft,
    close_round,
    extend_round,
    judge_report,
    open_due_rounds,
    open_round,
    save_line,
    submit_report,
)
from chamdiem.plans.works import open_rounds
from tests.people import LOCAL, Cast

from .loaded import (
    AFTER,
    FOURTH,
    IN_TIME,
    accept_all,
    line_of,
    plan_in_force,
    report_of,
    send_report,
    third_quarter,
)


def _at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 0, 30, tzinfo=LOCAL)


def test_quarters_follow_each_other_over_the_year() -> None:
    assert Quarter(2026, 4).following == Quarter(2027, 1)
    assert Quarter(2026, 1).before == Quarter(2025, 4)
    assert (Quarter(2026, 1).last_day, Quarter(2028, 1).last_day) == (date(2026, 3, 31), date(2028, 3, 31))


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 9, 14), None),
        (date(2026, 9, 15), Quarter(2026, 3)),
        (date(2026, 10, 5), Quarter(2026, 3)),
        (date(2026, 10, 6), None),
        (date(2027, 12, 31), Quarter(2027, 4)),
        (date(2028, 3, 20), None),
        (date(2026, 6, 30), None),
    ],
)
def test_the_calendar_says_which_quarter_is_reported(cast: Cast, day: date, quarter: Quarter | None) -> None:
    assert quarter_to_open(plan_in_force(cast), day) == quarter


@pytest.mark.parametrize(
    ("day", "quarter"),
    [(date(2026, 12, 20), None), (date(2027, 1, 3), None), (date(2027, 3, 20), Quarter(2027, 1))],
)
def test_nothing_is_asked_before_the_years_of_a_plan(cast: Cast, day: date, quarter: Quarter | None) -> None:
    plan = plan_in_force(cast)
    Plan.objects.update(period_from=2027, issued_on=date(2026, 7, 1))
    plan.refresh_from_db()
    assert quarter_to_open(plan, day) == quarter
    with pytest.raises(WrongStage) as refused:
        open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=4, now=_at(12, 20))
    assert (refused.value.code, refused.value.facts) == ("round.before_period", {"year": "2027"})


def test_the_calendar_opens_a_round_once_however_often_it_is_asked(cast: Cast) -> None:
    plan = plan_in_force(cast)
    assert not open_due_rounds(now=_at(9, 14))
    (made,) = open_due_rounds(now=_at(9, 15))
    assert (made.year, made.quarter, made.due_on, made.opened_by) == (2026, 3, date(2026, 10, 5), None)
    assert not open_due_rounds(now=_at(9, 16))
    assert Round.objects.filter(plan=plan).count() == 1


def test_the_worker_asks_the_calendar_by_the_hour(cast: Cast) -> None:
    asked = {periodic.task.name for periodic in app.periodic_registry.periodic_tasks.values()}
    assert "plans.open_rounds" in asked
    assert open_rounds(timestamp=0) == 0


def test_a_plan_not_in_force_opens_nothing(cast: Cast) -> None:
    plan = plan_in_force(cast)
    plan.status = "closed"
    plan.save()
    assert not open_due_rounds(now=_at(9, 15))


def test_each_body_gets_what_it_is_in_charge_of_and_what_it_helps_with(cast: Cast) -> None:
    round_ = third_quarter(cast)
    lines = {
        (line.report.organisation.name, line.item.key): line.is_lead
        for line in ItemReport.objects.filter(report__round=round_)
    }
    assert lines == {
        ("Sở Xây dựng", "CT1"): True,
        ("Sở Y tế", "CT1"): True,
        ("Sở Xây dựng", "VB1"): True,
        ("Sở Y tế", "VB1"): False,
        ("Sở Y tế", "DA1"): True,
    }


def test_a_round_ahead_or_there_already_is_not_opened(cast: Cast) -> None:
    round_ = third_quarter(cast)
    with pytest.raises(Conflict):
        open_round(actor=cast.giang, plan_id=round_.plan_id, year=2026, quarter=3, now=IN_TIME)
    with pytest.raises(WrongStage):
        open_round(actor=cast.giang, plan_id=round_.plan_id, year=2027, quarter=1, now=IN_TIME)
    with pytest.raises(NotAllowed):
        open_round(actor=cast.an, plan_id=round_.plan_id, year=2026, quarter=2, now=IN_TIME)


def test_a_quarter_before_the_plan_or_after_it_is_not_opened(cast: Cast) -> None:
    plan = plan_in_force(cast)
    later = datetime(2028, 2, 1, 9, 0, tzinfo=LOCAL)
    for year, quarter, now, code in (
        (2026, 2, IN_TIME, "round.before_plan"),
        (2028, 1, later, "round.after_plan"),
    ):
        with pytest.raises(WrongStage) as refused:
            open_round(
                actor=cast.giang, plan_id=plan.pk, year=year, quarter=quarter, reason="Bổ sung", now=now
            )
        assert refused.value.code == code


def test_a_quarter_whose_reports_were_due_is_opened_with_a_reason_only(cast: Cast) -> None:
    plan = plan_in_force(cast)
    with pytest.raises(Incomplete) as refused:
        open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=AFTER)
    assert refused.value.facts["day"] == "05/10/2026"
    open_round(
        actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, reason="Bão, chưa mở được kỳ", now=AFTER
    )
    event = Event.objects.filter(action="round.open").latest("pk")
    assert event.facts["reason"] == "Bão, chưa mở được kỳ"


def test_a_round_opened_after_its_day_leaves_five_working_days(
    cast: Cast, opened: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_in_force(cast)
    monkeypatch.setattr("django.utils.timezone.now", lambda: AFTER)
    data = {"year": 2026, "quarter": 3, "reason": "Bão"}
    page = opened("giang").post(f"/ke-hoach/{plan.pk}/bao-cao/mo/", data, follow=True).content.decode()
    # From Thursday the 8th; Saturday and Sunday do not count.
    assert Round.objects.get().due_on == date(2026, 10, 15)
    assert "hạn gửi là 23:59 ngày 15/10/2026." in page


def test_a_round_opened_after_its_day_leaves_as_many_days_as_the_calendar(cast: Cast) -> None:
    plan = plan_in_force(cast)
    Plan.objects.update(due_days_after=7)
    late = datetime(2026, 10, 12, 9, 0, tzinfo=LOCAL)
    assert due_by_hand(Plan.objects.get(), Quarter(2026, 3), late.date()) == date(2026, 10, 19)
    assert due_by_hand(plan, Quarter(2026, 3), date(2026, 10, 2)) == date(2026, 10, 5)


def test_the_standing_body_returns_with_a_reason_and_the_body_sends_again(cast: Cast) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    send_report(cast, report, "dung")
    with pytest.raises(Incomplete):
        judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="", now=AFTER)
    with pytest.raises(NotAllowed):
        judge_report(actor=cast.dung, report_id=report.pk, action="accept", now=AFTER)
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Thiếu số liệu", now=AFTER)
    submit_report(actor=cast.dung, report_id=report.pk, now=AFTER)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    report.refresh_from_db()
    assert (report.status, report.return_reason) == ("accepted", "")
    assert report.submitted_at == AFTER
    assert [step.action for step in report.steps.all()] == ["submit", "return", "submit", "accept"]
    assert [step.taken_at for step in report.steps.filter(action="submit")] == [IN_TIME, AFTER]
    # The first time it came decides whether it was in time.
    row = next(row for row in list_report_rows(report.round, AFTER) if row.report == report)
    assert (row.is_late, row.first_sent) == (False, IN_TIME)
    (told,) = (each for each in consolidate(report.round)["reports"] if each["status"] == "accepted")
    assert (told["first_sent_on"], told["sent_on"], told["is_late"]) == ("2026-10-02", "2026-10-08", False)


def test_a_report_sent_back_is_sent_and_not_missing(cast: Cast) -> None:
    round_ = third_quarter(cast)
    report = report_of(round_, cast.body_a)
    send_report(cast, report, "dung")
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Thiếu số liệu", now=IN_TIME)
    rows = list_report_rows(round_, IN_TIME)
    summary = summarise_round(rows)
    assert (summary.expected, summary.sent, summary.returned, summary.missing) == (2, 1, 1, 1)
    assert [row.report.organisation.name for row in rows if row.is_missing] == ["Sở Y tế"]
    (run,) = list_run_rounds(actor=cast.giang)
    assert run.owed == 1  # type: ignore[attr-defined]


def test_late_and_missing_reports_are_seen_at_once(cast: Cast) -> None:
    round_ = third_quarter(cast)
    send_report(cast, report_of(round_, cast.body_b), "minh", now=AFTER)
    rows = list_report_rows(round_, AFTER)
    assert [(row.report.organisation.name, row.is_missing, row.is_late) for row in rows] == [
        ("Sở Xây dựng", True, True),
        ("Sở Y tế", False, True),
    ]
    summary = summarise_round(rows)
    assert (summary.expected, summary.sent, summary.missing, summary.late) == (2, 1, 1, 2)
    assert not any(row.is_late for row in list_report_rows(round_, IN_TIME) if row.is_missing)


def test_more_time_is_only_ever_later_and_needs_a_reason(cast: Cast) -> None:
    round_ = third_quarter(cast)
    with pytest.raises(WrongStage):
        extend_round(actor=cast.giang, round_id=round_.pk, due=round_.due_on, reason="x", now=IN_TIME)
    with pytest.raises(Incomplete):
        extend_round(actor=cast.giang, round_id=round_.pk, due=date(2026, 10, 20), reason="", now=IN_TIME)
    with pytest.raises(WrongStage) as refused:
        extend_round(actor=cast.giang, round_id=round_.pk, due=date(2027, 10, 20), reason="Bão", now=IN_TIME)
    assert refused.value.facts == {"last": "31/03/2027", "given": "20/10/2027"}
    extend_round(actor=cast.giang, round_id=round_.pk, due=date(2026, 10, 20), reason="Bão", now=IN_TIME)
    assert not any(row.is_late for row in list_report_rows(Round.objects.get(), AFTER))


def test_a_report_that_waits_keeps_the_round_open(cast: Cast) -> None:
    round_ = third_quarter(cast)
    send_report(cast, report_of(round_, cast.body_a), "dung")
    with pytest.raises(Conflict) as refused:
        close_round(actor=cast.giang, round_id=round_.pk, now=AFTER)
    assert refused.value.facts == {"count": "1"}


def test_a_closed_round_is_kept_with_its_hash_and_never_changes(cast: Cast) -> None:
    round_ = third_quarter(cast)
    accept_all(cast, round_)
    closed = close_round(actor=cast.giang, round_id=round_.pk, now=AFTER)
    assert hash_of(canonical(closed.content)) == closed.content_hash
    report = report_of(round_, cast.body_a)
    with pytest.raises(WrongStage) as refused:
        judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="x", now=AFTER)
    assert refused.value.code == "round.closed"
    for rows in (Round.objects.all(), report.lines.all()):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
            rows.update(**{"due_on": date(2027, 1, 1)} if rows.model is Round else {"done": "khác"})
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
        report.save()
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
        report.lines.all().delete()


def test_a_round_closed_without_a_report_names_who_is_missing(cast: Cast) -> None:
    round_ = third_quarter(cast)
    report = report_of(round_, cast.body_b)
    send_report(cast, report, "minh")
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    closed = close_round(actor=cast.giang, round_id=round_.pk, now=AFTER)
    missing = [each["organisation"] for each in closed.content["reports"] if each["is_missing"]]
    assert missing == ["Sở Xây dựng"]
    assert closed.content["totals"]["document"] == {"all": 1, "missing": 1}


def test_the_quarter_before_stands_beside_this_one(cast: Cast) -> None:
    third = third_quarter(cast)
    accept_all(cast, third)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    (fourth,) = open_due_rounds(now=FOURTH)
    line = line_of(fourth, cast.body_a, "CT1")
    draft = LineDraft(state="behind", percent=60, difficulty="Thiếu kinh phí", figures={"CT1-1": "70"})
    save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=FOURTH)
    (row, *_) = list_lines(report_of(fourth, cast.body_a))
    assert row.before is not None
    assert row.before.percent == 40
    (figure,) = row.figures
    assert (figure.label, figure.unit, figure.value, figure.before) == (
        "Hồ sơ nộp trực tuyến",
        "%",
        "70",
        "62.5",
    )
    other = line_of(fourth, cast.body_a, "VB1")
    save_line(
        actor=cast.an, line_id=other.pk, draft=LineDraft(state="done", done="Đã ban hành"), seen=1, now=FOURTH
    )
    submit_report(actor=cast.dung, report_id=line.report_id, now=FOURTH)
    (target, document, _) = consolidate(fourth)["items"]
    assert (target["state"], target["percent"], target["percent_before"]) == ("behind", 60, 40)
    assert (document["state"], document["percent"]) == ("done", 100)


def test_an_item_is_done_only_when_every_body_in_charge_says_so(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _report_done(cast, round_, cast.body_a, "an", "dung")
    target, document, _ = consolidate(round_)["items"]
    assert (target["state"], target["reported"], target["owed"]) == ("on_track", 1, 2)
    assert (document["state"], document["reported"], document["owed"]) == ("done", 1, 1)
    assert round_.plan.items.get(key="CT1").pk in list_standings(round_.plan)
    assert list_standings(round_.plan)[round_.plan.items.get(key="CT1").pk].state == "on_track"
    table = next(annex.table for annex in official_report(consolidate(round_), AFTER.date()).annexes)
    assert any("(1/2 đơn vị báo cáo)" in cell for row in table.rows for cell in row.cells)
    _report_done(cast, round_, cast.body_b, "binh", "minh")
    assert consolidate(round_)["items"][0]["state"] == "done"


@pytest.mark.parametrize(
    ("states", "owed", "state"),
    [
        (["done", "done"], 2, "done"),
        (["done"], 2, "on_track"),
        (["stopped"], 2, "behind"),
        (["stopped", "stopped"], 2, "stopped"),
        (["stopped", "done"], 2, "behind"),
        (["not_started", "done"], 2, "under_way"),
        (["not_started", "on_track"], 2, "under_way"),
        (["not_started", "on_track", ""], 3, "under_way"),
        (["not_started", "behind"], 2, "behind"),
        (["not_started", "not_started"], 2, "not_started"),
        (["not_started"], 2, "not_started"),
        (["", ""], 2, ""),
    ],
)
def test_some_bodies_do_not_speak_for_all(states: list[str], owed: int, state: str) -> None:
    assert state_of(states, owed) == state


def _report_done(cast: Cast, round_: Round, body: Organisation, officer: str, leader: str) -> None:
    report = report_of(round_, body)
    for line in ItemReport.objects.filter(report=report, is_lead=True):
        figures = {"CT1-1": "85"} if line.item.key == "CT1" else {}
        draft = LineDraft(state="done", percent=100, done="Đã xong.", figures=figures)
        save_line(actor=cast.people[officer], line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.people[leader], report_id=report.pk, now=IN_TIME)


def test_an_item_not_done_is_asked_for_after_its_years_too(cast: Cast) -> None:
    third = third_quarter(cast)
    accept_all(cast, third)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    item = third.plan.items.get(key="DA1")
    item.to_year = 2026
    item.save()
    late = datetime(2027, 3, 20, 9, 0, tzinfo=LOCAL)
    (first,) = open_due_rounds(now=late)
    assert ItemReport.objects.filter(report__round=first, item=item).exists()


def test_a_round_is_closed_early_only_with_a_reason_that_is_told(cast: Cast) -> None:
    round_ = third_quarter(cast)
    with pytest.raises(Incomplete) as refused:
        close_round(actor=cast.giang, round_id=round_.pk, now=IN_TIME)
    assert refused.value.code == "round.early_reason"
    assert refused.value.facts == {"count": "2", "day": "05/10/2026"}
    round_.refresh_from_db()
    assert round_.is_open
    why = "Ủy ban nhân dân tỉnh cần số liệu sớm"
    closed = close_round(actor=cast.giang, round_id=round_.pk, reason=why, now=IN_TIME)
    told = "\n".join(official_report(closed.content, IN_TIME.date()).sections[0].paragraphs)
    assert f"Kỳ báo cáo được chốt ngày 02/10/2026, trước hạn gửi; lý do: {why}." in told
    assert Event.objects.get(action="round.close").facts["reason"] == why


def test_who_has_all_reports_may_close_before_the_day(cast: Cast) -> None:
    round_ = third_quarter(cast)
    accept_all(cast, round_, IN_TIME)
    closed = close_round(actor=cast.giang, round_id=round_.pk, now=IN_TIME)
    assert "closed_on" not in closed.content["round"]


def test_the_dialog_says_what_hinders_the_closing(cast: Cast, opened: Callable[[str], Client]) -> None:
    round_ = third_quarter(cast)
    Round.objects.filter(pk=round_.pk).update(due_on=date(2099, 1, 5))
    address = f"/ke-hoach/ky/{round_.pk}/"
    page = opened("giang").get(address).content.decode()
    assert "Chưa hết hạn gửi: các đơn vị còn được gửi đến 23:59 ngày 05/01/2099." in page
    assert "Lý do chốt sớm" in page
    assert "chưa xem" not in page
    send_report(cast, report_of(round_, cast.body_a), "dung")
    page = opened("giang").get(address).content.decode()
    assert "Còn 1 báo cáo đã gửi mà chưa xem." in page
    assert ">Chốt</button>" not in page
    assert "Lý do chốt sớm" not in page
