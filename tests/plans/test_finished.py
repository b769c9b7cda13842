"""What was finished and accepted stays finished in the rounds after; a task that is done is done whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from chamdiem.errors import Incomplete
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import Measure, PlanItem, Round, Task
from chamdiem.plans.official import official_report
from chamdiem.plans.official_annexes import state_text
from chamdiem.plans.selectors.rounds import list_report_rows
from chamdiem.plans.services import (
    LineDraft,
    TaskPlan,
    close_round,
    create_task,
    judge_report,
    open_due_rounds,
    save_line,
    submit_report,
)
from tests.people import Cast

from .loaded import AFTER, FOURTH, IN_TIME, line_of, report_of, send_report, third_quarter

Opened = Callable[[str], Client]
DONE = LineDraft(state="done", percent=100, done="Đã ban hành.", difficulty="Số liệu chưa chốt.")


def _fourth(cast: Cast, said: dict[str, LineDraft]) -> Round:
    """The fourth quarter after a third in which both bodies were accepted with these lines."""
    third = third_quarter(cast)
    for body, leader in ((cast.body_a, "dung"), (cast.body_b, "minh")):
        report = report_of(third, body)
        for line in report.lines.filter(is_lead=True).select_related("item"):
            draft = said.get(line.item.key, LineDraft(state="on_track", percent=40, done="Đang làm."))
            save_line(actor=cast.people[leader], line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
        submit_report(actor=cast.people[leader], report_id=report.pk, now=IN_TIME)
        judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    (fourth,) = open_due_rounds(now=FOURTH)
    return fourth


def test_a_finished_item_stays_finished_without_being_reported_again(cast: Cast) -> None:
    content = consolidate(_fourth(cast, {"VB1": DONE}))
    (item,) = (each for each in content["items"] if each["key"] == "VB1")
    assert (item["state"], item["percent"], item["reported"]) == ("done", 100, 0)
    assert state_text(item) == "Đã hoàn thành từ kỳ trước"
    assert content["totals"]["document"] == {"all": 1, "done": 1}
    assert content["totals"]["project"] == {"all": 1, "missing": 1}
    report = official_report(content, FOURTH.date())
    (worries,) = (each.paragraphs for each in report.sections if each.heading.startswith("3"))
    assert not any("Kế hoạch đào tạo kỹ năng số" in line for line in worries)
    assert any("Nâng cấp mạng truyền số liệu" in line for line in worries)


def test_one_body_finished_and_the_other_still_at_it_is_under_way(cast: Cast) -> None:
    third = third_quarter(cast)
    line = line_of(third, cast.body_a, "CT1")
    send_report(cast, report_of(third, cast.body_b), "minh")
    save_line(actor=cast.dung, line_id=line.pk, draft=DONE, seen=line.version, now=IN_TIME)
    vb1 = line_of(third, cast.body_a, "VB1")
    save_line(actor=cast.dung, line_id=vb1.pk, draft=DONE, seen=vb1.version, now=IN_TIME)
    report = report_of(third, cast.body_a)
    submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    # Sent, but never accepted: nothing is kept of it.
    (fourth,) = open_due_rounds(now=FOURTH)
    assert _state(fourth, "VB1") == ""
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    assert _state(fourth, "VB1") == "done"
    assert _state(fourth, "CT1") == "on_track"


def _state(round_: Round, key: str) -> str:
    return next(str(each["state"]) for each in consolidate(round_)["items"] if each["key"] == key)


def test_what_is_said_anew_counts(cast: Cast) -> None:
    fourth = _fourth(cast, {"VB1": DONE})
    send_report(cast, report_of(fourth, cast.body_a), "dung", FOURTH)
    assert _state(fourth, "VB1") == "on_track"


def test_a_body_with_nothing_but_finished_items_owes_no_report(cast: Cast, opened: Opened) -> None:
    fourth = _fourth(cast, {"VB1": DONE, "CT1": DONE})
    rows = {row.report.organisation_id: row for row in list_report_rows(fourth, FOURTH + timedelta(days=60))}
    mine, other = rows[cast.body_a.pk], rows[cast.body_b.pk]
    assert (mine.is_missing, mine.is_late, mine.is_owed, mine.settled) == (False, False, False, 2)
    assert (other.is_missing, other.is_late, other.filled, other.total, other.settled) == (
        True,
        True,
        0,
        1,
        1,
    )
    content = consolidate(fourth)
    assert [each["is_missing"] for each in content["reports"] if each["is_required"]] == [True]
    page = opened("dung").get(f"/ke-hoach/bao-cao/{mine.report.pk}/").content.decode()
    assert "Kỳ này không phải gửi báo cáo" in page
    assert "Đã hoàn thành từ kỳ trước" in page
    board = opened("giang").get(f"/ke-hoach/ky/{fourth.pk}/").content.decode()
    assert "nội dung chủ trì đã hoàn thành, không phải báo cáo lại" in board
    assert "1 mục xong từ kỳ trước" in board
    # One confirmation is enough for who sends it all the same.
    sent = submit_report(actor=cast.dung, report_id=mine.report.pk, now=FOURTH)
    assert sent.status == "submitted"


def test_only_what_is_not_finished_is_asked_for(cast: Cast, opened: Opened) -> None:
    fourth = _fourth(cast, {"CT1": DONE})
    report = report_of(fourth, cast.body_b)
    with pytest.raises(Incomplete) as refused:
        submit_report(actor=cast.minh, report_id=report.pk, now=FOURTH)
    assert refused.value.facts["items"] == "DA1"


def test_what_is_taken_back_is_owed_again_in_the_open_round(cast: Cast) -> None:
    third = third_quarter(cast)
    report = report_of(third, cast.body_a)
    for line in report.lines.filter(is_lead=True):
        save_line(actor=cast.dung, line_id=line.pk, draft=DONE, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    (fourth,) = open_due_rounds(now=FOURTH)
    assert report_of(fourth, cast.body_a).is_required
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    assert not report_of(fourth, cast.body_a).is_required
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Thiếu số", now=AFTER)
    assert report_of(fourth, cast.body_a).is_required


def test_a_report_filled_in_part_is_seen_on_the_board(cast: Cast, opened: Opened) -> None:
    third = third_quarter(cast)
    line = line_of(third, cast.body_a, "VB1")
    save_line(
        actor=cast.an, line_id=line.pk, draft=LineDraft(state="on_track", percent=5), seen=1, now=IN_TIME
    )
    board = opened("giang").get(f"/ke-hoach/ky/{third.pk}/").content.decode()
    assert "1/2 mục" in board
    assert board.count("điền một phần") == 1


def _task(cast: Cast) -> Task:
    third_quarter(cast)
    return create_task(
        actor=cast.an,
        item_id=PlanItem.objects.get(key="VB1").pk,
        organisation_id=cast.body_a.pk,
        planned=TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=AFTER.date(), user_id=cast.an.pk),
        now=IN_TIME,
    )


def _carry_out(opened: Opened, task: Task, **typed: str) -> tuple[int, str]:
    data = {"seen": task.version, "percent": "0", "result": "", "link": "", **typed}
    answer = opened("an").post(f"/ke-hoach/nhiem-vu/{task.pk}/tien-do/", data)
    return answer.status_code, answer.content.decode()


def test_a_task_done_with_its_percentage_untouched_is_whole(cast: Cast, opened: Opened) -> None:
    task = _task(cast)
    Task.objects.update(starts_on="2020-01-01")
    assert _carry_out(opened, task, state="done", result="Đã ký.")[0] == 302
    task.refresh_from_db()
    assert (task.state, task.percent) == ("done", 100)


def test_everything_that_does_not_fit_in_a_task_is_told_at_once(cast: Cast, opened: Opened) -> None:
    status, page = _carry_out(opened, _task(cast), state="done", percent="50")
    assert status == 422
    assert "Đã hoàn thành thì tiến độ là 100%, không phải 50%." in page
    assert "Kết thúc nhiệm vụ thì phải ghi kết quả" in page


@pytest.mark.parametrize("reporting", ["", "b"])
def test_the_figure_a_body_finished_with_counts_on_with_its_quarter(cast: Cast, reporting: str) -> None:
    third = third_quarter(cast)
    Measure.objects.filter(key="CT1-1").update(unit="hồ sơ")
    for body, leader, count in ((cast.body_a, "dung", "128"), (cast.body_b, "minh", "64")):
        report = report_of(third, body)
        for line in report.lines.filter(is_lead=True).select_related("item"):
            figures = {"CT1-1": count} if line.item.key == "CT1" else {}
            draft = replace(DONE, figures=figures) if figures else LineDraft(state="on_track", percent=40)
            save_line(actor=cast.people[leader], line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
        submit_report(actor=cast.people[leader], report_id=report.pk, now=IN_TIME)
        judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    (fourth,) = open_due_rounds(now=FOURTH)
    if reporting:
        report = report_of(fourth, cast.body_b)
        line = report.lines.get(item__key="DA1")
        draft = LineDraft(state="on_track", percent=60)
        save_line(actor=cast.minh, line_id=line.pk, draft=draft, seen=line.version, now=FOURTH)
        submit_report(actor=cast.minh, report_id=report.pk, now=FOURTH)
    content = consolidate(fourth)
    (item,) = (each for each in content["items"] if each["key"] == "CT1")
    assert (item["state"], item["percent"], item["settled"]) == ("done", 100, 2)
    said = official_report(content, FOURTH.date()).annexes[0].table.rows[0].cells[-1]
    assert "Sở Xây dựng: Hồ sơ nộp trực tuyến: 128 hồ sơ (đã hoàn thành từ quý III/2026)." in said
    assert "Cộng 2 đơn vị chủ trì, Hồ sơ nộp trực tuyến: 192 hồ sơ" in said
    assert "kỳ này chưa có" not in said
