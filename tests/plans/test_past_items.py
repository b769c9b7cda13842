"""An item past its years is asked for until each body in charge has finished it, and that was accepted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

import pytest

from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemReport, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors.charges import list_asked, list_unreported_items
from chamdiem.plans.services import (
    LineDraft,
    close_round,
    judge_report,
    open_due_rounds,
    save_line,
    submit_report,
)
from tests.people import LOCAL, Cast

from .loaded import CONTENT, FOURTH, line_of, plan_in_force, report_of

# Target and project end with 2026; the document has no years.
PAST = CONTENT.replace("{from: 2026, to: 2027}\n    lead", "{from: 2026, to: 2026}\n    lead").replace(
    "    lead:\n      - Các Sở", "    years: {from: 2026, to: 2026}\n    lead:\n      - Các Sở"
)
AFTER = datetime(2027, 1, 10, 9, 0, tzinfo=LOCAL)
FIRST = datetime(2027, 3, 20, 9, 0, tzinfo=LOCAL)
LATER = datetime(2027, 4, 10, 9, 0, tzinfo=LOCAL)
SECOND = datetime(2027, 6, 20, 9, 0, tzinfo=LOCAL)
DONE = LineDraft(state="done", percent=100, done="Xong.", difficulty="Số liệu chưa chốt.")
GOING = LineDraft(state="on_track", percent=40, done="Đang làm.")


def _last_quarter(cast: Cast) -> Round:
    """The last quarter of the years of target and project."""
    plan_in_force(cast, PAST)
    (round_,) = open_due_rounds(now=FOURTH)
    return round_


def _say(cast: Cast, round_: Round, side: str, said: dict[str, LineDraft], now: datetime = FOURTH) -> None:
    """What a body says of what it is in charge of; of the rest that it is under way."""
    body, leader = {"a": (cast.body_a, cast.dung), "b": (cast.body_b, cast.minh)}[side]
    for line in report_of(round_, body).lines.filter(is_lead=True).select_related("item"):
        draft = said.get(line.item.key, GOING)
        save_line(actor=leader, line_id=line.pk, draft=draft, seen=line.version, now=now)


def _send(cast: Cast, round_: Round, side: str, action: str = "accept", now: datetime = FOURTH) -> None:
    body, leader = {"a": (cast.body_a, cast.dung), "b": (cast.body_b, cast.minh)}[side]
    report = report_of(round_, body)
    submit_report(actor=leader, report_id=report.pk, now=now)
    judge_report(actor=cast.giang, report_id=report.pk, action=action, reason="Thiếu số.", now=now)


def _next(cast: Cast, round_: Round, closed: datetime = AFTER, opened: datetime = FIRST) -> Round:
    close_round(actor=cast.giang, round_id=round_.pk, now=closed)
    (made,) = open_due_rounds(now=opened)
    return made


def _asked(round_: Round) -> dict[tuple[str, str], bool]:
    """Item and body in charge → whether it is settled."""
    lines = ItemReport.objects.filter(report__round=round_, is_lead=True)
    return {
        (line.item.key, line.report.organisation.name): line.is_settled
        for line in lines.select_related("item", "report__organisation")
    }


ALL = {
    ("CT1", "Sở Xây dựng"): False,
    ("CT1", "Sở Y tế"): False,
    ("VB1", "Sở Xây dựng"): False,
    ("DA1", "Sở Y tế"): False,
}


def test_done_in_a_draft_nobody_sent_is_asked_for_again(cast: Cast) -> None:
    round_ = _last_quarter(cast)
    _say(cast, round_, "a", {"CT1": DONE})
    _say(cast, round_, "b", {"CT1": DONE, "DA1": DONE})
    assert _asked(_next(cast, round_)) == ALL


def test_done_in_a_report_that_was_returned_is_asked_for_again(cast: Cast) -> None:
    round_ = _last_quarter(cast)
    _say(cast, round_, "b", {"CT1": DONE, "DA1": DONE})
    _send(cast, round_, "b", "return")
    assert _asked(_next(cast, round_)) == ALL


def test_of_several_bodies_only_those_that_finished_are_left_alone(cast: Cast) -> None:
    round_ = _last_quarter(cast)
    _say(cast, round_, "a", {"CT1": DONE, "VB1": DONE})
    _send(cast, round_, "a")
    first = _next(cast, round_)
    settled = {("CT1", "Sở Xây dựng"): True, ("VB1", "Sở Xây dựng"): True}
    assert _asked(first) == ALL | settled
    assert not report_of(first, cast.body_a).is_required
    assert report_of(first, cast.body_b).is_required
    content = consolidate(first)
    assert [item["key"] for item in content["items"]] == ["CT1", "VB1", "DA1"]
    (target,) = (item for item in content["items"] if item["key"] == "CT1")
    assert (target["state"], target["settled"], target["owed"]) == ("on_track", 1, 2)
    (worries,) = (each for each in official_report(content, FIRST.date()).sections if each.heading[0] == "3")
    assert any("80% hồ sơ" in line for line in worries.paragraphs)


def test_finished_by_everybody_it_is_asked_for_no_more(cast: Cast) -> None:
    round_ = _last_quarter(cast)
    for side in ("a", "b"):
        _say(cast, round_, side, {"CT1": DONE, "DA1": DONE})
        _send(cast, round_, side)
    first = _next(cast, round_)
    assert _asked(first) == {("VB1", "Sở Xây dựng"): False}
    assert list_unreported_items(first) == []


def test_what_was_accepted_done_and_taken_back_since_is_asked_for(cast: Cast) -> None:
    round_ = _last_quarter(cast)
    for side, said in (("a", {"CT1": DONE}), ("b", {"DA1": DONE})):
        _say(cast, round_, side, said)
        _send(cast, round_, side)
    first = _next(cast, round_)
    line = line_of(first, cast.body_a, "CT1")
    behind = LineDraft(state="behind", percent=80, done="Tính lại.", difficulty="Nhập nhầm.")
    save_line(actor=cast.dung, line_id=line.pk, draft=behind, seen=line.version, now=FIRST)
    vb1 = line_of(first, cast.body_a, "VB1")
    save_line(actor=cast.dung, line_id=vb1.pk, draft=GOING, seen=vb1.version, now=FIRST)
    _send(cast, first, "a", now=FIRST)
    second = _next(cast, first, LATER, SECOND)
    assert _asked(second)["CT1", "Sở Xây dựng"] is False
    assert ("DA1", "Sở Y tế") not in _asked(second)


def test_while_the_round_is_open_what_is_accepted_there_may_still_be_taken_back(cast: Cast) -> None:
    round_ = _last_quarter(cast)
    _say(cast, round_, "b", {"CT1": DONE, "DA1": DONE})
    _send(cast, round_, "b")
    (first,) = open_due_rounds(now=FIRST)
    assert _asked(first)["DA1", "Sở Y tế"] is True
    report = report_of(round_, cast.body_b)
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Thiếu số", now=FIRST)
    assert _asked(first)["DA1", "Sở Y tế"] is False
    assert report_of(first, cast.body_b).is_required


@pytest.mark.parametrize("keys", [("CT1",), ("CT1", "VB1", "DA1")])
def test_it_costs_the_same_however_many_items(
    cast: Cast,
    django_assert_num_queries: Callable[..., AbstractContextManager[object]],
    keys: tuple[str, ...],
) -> None:
    round_ = _last_quarter(cast)
    _say(cast, round_, "a", {"CT1": DONE})
    _send(cast, round_, "a")
    first = _next(cast, round_)
    ItemReport.objects.filter(report__round=first).exclude(item__key__in=keys).delete()
    first.plan.items.exclude(reports__isnull=False).exclude(key__in=keys).delete()
    with django_assert_num_queries(7):
        assert list_asked(first)
