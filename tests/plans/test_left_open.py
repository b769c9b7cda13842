"""One of several bodies named in charge ends unfinished, with nobody in its place: the item is not done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from chamdiem.organisations.models import Organisation
from chamdiem.organisations.services import split_organisation
from chamdiem.plans.body_lines import Content
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import PlanItem, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors.standings import list_standings
from chamdiem.plans.services import (
    LineDraft,
    close_round,
    judge_report,
    open_due_rounds,
    open_round,
    resolve_body,
    save_line,
    submit_report,
)
from tests.people import Cast

from .ended import BEHIND, BY_NAME, DAY, DONE, NEXT_YEAR, end
from .loaded import AFTER, FOURTH, IN_TIME, plan_in_force, report_of

Opened = Callable[[str], Client]
LEFT = "cơ quan chủ trì không còn hoạt động, chưa rõ đơn vị làm tiếp: Sở Y tế"


def _opened(cast: Cast) -> Round:
    plan = plan_in_force(cast, BY_NAME)
    return open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)


def _say(cast: Cast, round_: Round, body: Organisation, leader: str, draft: LineDraft) -> None:
    """One word on everything a body is in charge of, accepted."""
    now = IN_TIME if round_.quarter == 3 else FOURTH
    report = report_of(round_, body)
    for line in report.lines.filter(is_lead=True, is_settled=False):
        save_line(actor=cast.people[leader], line_id=line.pk, draft=draft, seen=line.version, now=now)
    submit_report(actor=cast.people[leader], report_id=report.pk, now=now)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=now)


def _fourth(cast: Cast) -> Round:
    (round_,) = open_due_rounds(now=FOURTH)
    return round_


def _target(round_: Round) -> Content:
    item: Content = next(each for each in consolidate(round_)["items"] if each["key"] == "CT1")
    return item


def _paragraphs(round_: Round) -> list[str]:
    report = official_report(consolidate(round_), FOURTH.date())
    return [line for each in report.sections for line in each.paragraphs]


@pytest.fixture
def third(cast: Cast) -> Round:
    """Sở Xây dựng is done with CT1 in the third quarter, Sở Y tế is behind at 10 %; closed."""
    round_ = _opened(cast)
    _say(cast, round_, cast.body_a, "dung", DONE)
    _say(cast, round_, cast.body_b, "minh", BEHIND)
    close_round(actor=cast.giang, round_id=round_.pk, now=AFTER)
    return round_


@pytest.mark.parametrize("how", ["ended", "split"])
def test_what_the_others_finished_does_not_make_it_done(cast: Cast, third: Round, how: str) -> None:
    before = _target(third)
    assert (before["state"], before["percent"], before["owed"]) == ("behind", 55, 2)
    if how == "ended":
        end(cast.body_b)
    else:
        # Of a name for one body nobody can tell which part goes on.
        split_organisation(
            actor=cast.lan,
            predecessor_id=cast.body_b.pk,
            successor_ids=[cast.standing.pk, cast.body_a.pk],
            on=DAY,
            decision="16/NQ-HĐND",
            now=FOURTH,
        )
    fourth = _fourth(cast)
    item = _target(fourth)
    assert (item["state"], item["percent"], item["owed"], item["settled"]) == ("behind", 55, 2, 1)
    assert item["left"] == ["Sở Y tế"]
    said = _paragraphs(fourth)
    assert [line for line in said if "80% hồ sơ" in line and f"đạt 55% (kỳ trước 55%); {LEFT}." in line]
    standing = list_standings(fourth.plan)[PlanItem.objects.get(key="CT1").pk]
    assert (standing.state, standing.percent, standing.said, standing.owed) == ("behind", 55, 2, 2)


def test_what_is_said_of_the_body_since_holds_from_the_next_round_on(cast: Cast, third: Round) -> None:
    end(cast.body_b)
    fourth = _fourth(cast)
    named = third.plan.bodies.get(name="Sở Y tế")
    resolve_body(
        actor=cast.giang,
        plan_id=third.plan_id,
        body_id=named.pk,
        organisation_ids=[cast.standing.pk],
        is_outside=False,
        now=FOURTH,
    )
    assert _target(fourth)["state"] == "behind"
    close_round(actor=cast.giang, round_id=fourth.pk, reason="Đủ báo cáo.", now=FOURTH)
    fourth.refresh_from_db()
    (kept,) = (each for each in fourth.content["items"] if each["key"] == "CT1")
    assert (kept["state"], kept["left"]) == ("behind", ["Sở Y tế"])
    (first,) = open_due_rounds(now=NEXT_YEAR)
    assert (_target(first)["state"], _target(first)["left"]) == ("on_track", [])
    assert (_target(first)["settled"], _target(first)["owed"]) == (1, 2)


def test_past_its_years_it_is_asked_on_and_not_done(cast: Cast, third: Round) -> None:
    PlanItem.objects.filter(key="CT1").update(from_year=2026, to_year=2026)
    end(cast.body_b)
    close_round(actor=cast.giang, round_id=_fourth(cast).pk, reason="Đủ báo cáo.", now=FOURTH)
    (first,) = open_due_rounds(now=NEXT_YEAR)
    assert (_target(first)["state"], _target(first)["percent"]) == ("behind", 55)


def test_where_it_never_said_anything_the_others_alone_are_told(cast: Cast) -> None:
    third = _opened(cast)
    _say(cast, third, cast.body_a, "dung", DONE)
    close_round(actor=cast.giang, round_id=third.pk, reason="Sở Y tế đã giải thể.", now=AFTER)
    end(cast.body_b)
    fourth = _fourth(cast)
    item = _target(fourth)
    assert (item["state"], item["settled"], item["owed"], item["held"]) == ("on_track", 1, 2, 0)
    assert [line for line in _paragraphs(fourth) if line.endswith(f"{LEFT}.") and "1/2 đơn vị" in line]


def test_its_last_word_alone_says_nothing_for_the_others(cast: Cast) -> None:
    third = _opened(cast)
    _say(cast, third, cast.body_b, "minh", BEHIND)
    close_round(actor=cast.giang, round_id=third.pk, reason="Chờ Sở Xây dựng.", now=AFTER)
    end(cast.body_b)
    item = _target(_fourth(cast))
    assert (item["state"], item["percent"], item["held"]) == ("", None, 0)


def test_what_it_finished_and_is_accepted_later_counts(cast: Cast) -> None:
    third = _opened(cast)
    _say(cast, third, cast.body_a, "dung", DONE)
    report = report_of(third, cast.body_b)
    for line in report.lines.filter(is_lead=True):
        save_line(actor=cast.minh, line_id=line.pk, draft=DONE, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.minh, report_id=report.pk, now=IN_TIME)
    end(cast.body_b)
    fourth = _fourth(cast)
    assert (_target(fourth)["state"], _target(fourth)["left"]) == ("under_way", ["Sở Y tế"])
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=FOURTH)
    item = _target(fourth)
    assert (item["state"], item["settled"], item["owed"], item["left"]) == ("done", 2, 2, [])


def test_a_round_opened_before_it_was_kept_reckons_it(cast: Cast, third: Round) -> None:
    end(cast.body_b)
    fourth = _fourth(cast)
    Round.objects.filter(pk=fourth.pk).update(left_open=None)
    assert _target(Round.objects.get(pk=fourth.pk)) == _target(fourth)


def test_the_page_of_bodies_lists_it(cast: Cast, third: Round, opened: Opened) -> None:
    page = f"/ke-hoach/{third.plan_id}/co-quan/"
    assert "chưa rõ đơn vị làm tiếp" not in opened("giang").get(page).content.decode()
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2020, 9, 19))
    shown = opened("giang").get(page).content.decode()
    assert "chưa rõ đơn vị làm tiếp" in shown
    assert "80% hồ sơ được nộp trực tuyến (Sở Y tế)" in shown
