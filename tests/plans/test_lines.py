"""Lines of a quarterly report: what fits together, what is refused, who may approve."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from chamdiem.errors import Conflict, Incomplete, Invalid, NotAllowed, NotFound
from chamdiem.plans.models import Measure, MeasureValue
from chamdiem.plans.selectors import get_report
from chamdiem.plans.services import (
    LineDraft,
    save_line,
    submit_report,
)
from tests.people import Cast

from .loaded import (
    IN_TIME,
    line_of,
    plan_in_force,
    report_of,
    send_report,
    third_quarter,
)


def test_done_below_the_threshold_is_kept_with_its_reason(cast: Cast) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    why = "Mức 80% tính trên cả năm, quý này đã làm hết phần việc."
    draft = LineDraft(state="done", difficulty=why, figures={"CT1-1": "12,5"})
    saved = save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=IN_TIME)
    assert (saved.state, saved.difficulty) == ("done", why)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (LineDraft(state="done", figures={"CT1-1": "12,5"}), "report.threshold_missed"),
        (LineDraft(state="done", percent=100, done="Xong."), "report.figure_missing"),
        (LineDraft(state="done", percent=80), "report.done_is_whole"),
        (LineDraft(state="not_started", percent=80), "report.not_started_is_nought"),
        (LineDraft(state="on_track", percent=150), "report.percent_bounds"),
        (LineDraft(state="on_track", percent=-1), "report.percent_bounds"),
        (LineDraft(state="on_track", percent=100), "report.whole_is_done"),
        (LineDraft(state="behind", percent=10), "report.difficulty_missing"),
        (LineDraft(state="stopped"), "report.difficulty_missing"),
    ],
)
def test_parts_that_do_not_fit_each_other_are_refused(cast: Cast, draft: LineDraft, code: str) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    with pytest.raises(Incomplete) as refused:
        save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=IN_TIME)
    assert refused.value.code == code
    line.refresh_from_db()
    assert (line.state, line.version) == ("", 1)


def test_what_is_not_started_is_at_nought(cast: Cast) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    saved = save_line(
        actor=cast.an, line_id=line.pk, draft=LineDraft(state="not_started"), seen=1, now=IN_TIME
    )
    assert saved.percent == 0


@pytest.mark.parametrize("typed", ["abc", "1.838", "-5"])
def test_a_figure_that_is_no_number_is_refused_with_its_label(cast: Cast, typed: str) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    draft = LineDraft(state="on_track", percent=10, figures={"CT1-1": typed})
    with pytest.raises(Invalid) as refused:
        save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=IN_TIME)
    assert refused.value.problems[0].place.path == "Hồ sơ nộp trực tuyến"


def test_a_share_of_more_than_all_is_refused(cast: Cast) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    draft = LineDraft(state="on_track", percent=10, figures={"CT1-1": "162"})
    with pytest.raises(Invalid) as refused:
        save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=IN_TIME)
    assert [problem.code for problem in refused.value.problems] == ["plan.share_above_whole"]
    line.refresh_from_db()
    assert line.figures == {}
    Measure.objects.filter(key="CT1-1").update(threshold=120)
    assert save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=IN_TIME).figures


def test_a_measured_share_of_more_than_all_is_refused_on_its_form(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    plan = plan_in_force(cast)
    address = f"/ke-hoach/{plan.pk}/so-lieu/{Measure.objects.get(key='MT1-1').pk}/"
    given = {"value": "950", "measured_on": "2026-09-30", "source": "Báo cáo"}
    answer = opened("giang").post(address, given)
    assert answer.status_code == 422
    assert "“Hồ sơ nộp trực tuyến” là 950%, quá 100%" in answer.content.decode()
    assert 'value="950"' in answer.content.decode()
    assert not MeasureValue.objects.exists()


def test_two_people_in_one_line_do_not_overwrite_each_other(cast: Cast) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    draft = LineDraft(state="on_track", percent=10)
    save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=IN_TIME)
    with pytest.raises(Conflict):
        save_line(actor=cast.kien, line_id=line.pk, draft=draft, seen=1, now=IN_TIME)


def test_only_the_leader_approves_and_nothing_may_be_blank(cast: Cast) -> None:
    round_ = third_quarter(cast)
    report = report_of(round_, cast.body_a)
    with pytest.raises(NotAllowed):
        submit_report(actor=cast.an, report_id=report.pk, now=IN_TIME)
    with pytest.raises(Incomplete) as refused:
        submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    assert refused.value.facts["items"] == "CT1, VB1"
    send_report(cast, report, "dung")
    report.refresh_from_db()
    assert (report.status, report.submitted_by) == ("submitted", cast.dung)


def test_another_body_does_not_learn_of_a_report(cast: Cast) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    for name in ("binh", "minh", "nga", "lan"):
        with pytest.raises(NotFound):
            get_report(actor=cast.people[name], report_id=report.pk)
