"""Merger, split and new names change the directory and no past campaign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chamdiem.accounts.permissions import holds
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Participant
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.services import (
    Details,
    carry_out_mergers,
    close_organisation,
    create_organisation,
    merge_organisations,
    reopen_organisation,
    split_organisation,
    undo_newest_step,
)
from chamdiem.organisations.steps import newest_step
from chamdiem.organisations.tree import move_branch
from tests.people import NOW, Cast

from .refused import check_refused

DAY = date(2026, 11, 1)
TODAY = date(2026, 10, 13)
ON_THE_DAY = datetime(2026, 11, 1, 0, 1, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DECISION = "Quyết định số 12/QĐ-UBND ngày 20/10/2026"


def _merge(
    cast: Cast, *merged: Organisation, actor: str = "lan", decision: str = DECISION, on: date = DAY
) -> Callable[[], Any]:
    return lambda: merge_organisations(
        actor=cast.people[actor],
        predecessor_ids=[each.pk for each in merged],
        successor_id=cast.standing.pk,
        on=on,
        decision=decision,
        now=NOW,
    )


def _split(cast: Cast, *parts: Organisation, on: date = DAY) -> Callable[[], Any]:
    return lambda: split_organisation(
        actor=cast.lan,
        predecessor_id=cast.body_a.pk,
        successor_ids=[each.pk for each in parts],
        on=on,
        decision=DECISION,
        now=NOW,
    )


def _below(cast: Cast, parent: Organisation, code: str) -> Organisation:
    details = Details(code=code, name=f"Trung tâm {code}", kind="department")
    return create_organisation(actor=cast.lan, parent_id=parent.pk, details=details, now=NOW)


def test_a_merger_ends_the_merged_and_hangs_what_was_below_under_the_successor(cast: Cast) -> None:
    child = _below(cast, cast.body_a, "T1.A.1")
    _merge(cast, cast.body_a, cast.body_b, on=TODAY)()
    child.refresh_from_db()
    assert child.path == f"{cast.standing.path}{child.pk}/"
    assert child.moves.get().succession == cast.body_a.successions.get()
    ended = Organisation.objects.filter(valid_to=date(2026, 10, 12))
    assert set(ended) == {cast.body_a, cast.body_b}
    assert {each.predecessor_id for each in cast.standing.origins.all()} == {cast.body_a.pk, cast.body_b.pk}
    assert Event.objects.filter(action="organisation.merge").count() == 3


def test_one_of_the_merged_may_be_the_one_that_takes_over(cast: Cast) -> None:
    _merge(cast, cast.body_a, cast.standing)()
    cast.standing.refresh_from_db()
    assert cast.standing.valid_to is None
    assert [each.predecessor for each in cast.standing.origins.all()] == [cast.body_a]


@pytest.mark.parametrize("change", ["merge", "split"])
def test_a_past_campaign_keeps_names_codes_and_people(cast: Cast, change: str) -> None:
    before = list(Participant.objects.order_by("pk").values_list("code", "name", "organisation_id"))
    acts = {
        "merge": _merge(cast, cast.body_a, cast.body_b),
        "split": _split(cast, cast.standing, cast.body_b),
    }
    acts[change]()
    assert list(Participant.objects.order_by("pk").values_list("code", "name", "organisation_id")) == before
    cast.body_a.refresh_from_db()
    assert holds(cast.an, ["data_officer"], cast.body_a.path)


def test_wrong_mergers_are_refused(cast: Cast) -> None:
    check_refused(Incomplete, "succession.nobody", _merge(cast, cast.standing))
    check_refused(Incomplete, "succession.decision_missing", _merge(cast, cast.body_a, decision=" "))
    check_refused(NotFound, "organisation.not_found", _merge(cast, cast.elsewhere))
    check_refused(NotFound, "organisation.not_found", _merge(cast, cast.body_a, actor="nga"))
    check_refused(NotAllowed, "organisation.change_not_allowed", _merge(cast, cast.body_a, actor="chi"))
    check_refused(Conflict, "succession.below_predecessor", _merge(cast, cast.province))
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2026, 1, 1))
    check_refused(WrongStage, "organisation.closed_already", _merge(cast, cast.body_a, cast.body_b))


def test_a_split_ends_the_body_and_names_its_successors(cast: Cast) -> None:
    _split(cast, cast.standing, cast.body_b)()
    cast.body_a.refresh_from_db()
    assert cast.body_a.valid_to == date(2026, 10, 31)
    assert {each.successor for each in cast.body_a.successions.all()} == {cast.standing, cast.body_b}
    check_refused(
        WrongStage,
        "organisation.succeeded",
        lambda: reopen_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, now=NOW),
    )


def test_wrong_splits_are_refused(cast: Cast) -> None:
    check_refused(Incomplete, "succession.one_part", _split(cast, cast.standing, cast.body_a, cast.standing))
    _below(cast, cast.body_a, "T1.A.1")
    check_refused(WrongStage, "organisation.has_open_children", _split(cast, cast.standing, cast.body_b))


@pytest.mark.parametrize("day", [date(1890, 1, 1), date(2027, 10, 15)])
def test_a_day_that_no_decision_names_is_refused(cast: Cast, day: date) -> None:
    check_refused(Conflict, "organisation.day_out_of_range", _merge(cast, cast.body_a, on=day))
    check_refused(Conflict, "organisation.day_out_of_range", _split(cast, cast.standing, cast.body_b, on=day))


def test_a_body_ends_after_it_began_and_is_taken_over_by_one_that_is_there(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.body_a.pk).update(valid_from=date(2025, 7, 1))
    check_refused(Conflict, "organisation.day_too_early", _merge(cast, cast.body_a, on=date(2025, 7, 1)))
    Organisation.objects.filter(pk=cast.standing.pk).update(valid_from=date(2026, 3, 1))
    check_refused(Conflict, "organisation.day_too_early", _merge(cast, cast.body_a, on=date(2026, 2, 28)))
    _merge(cast, cast.body_a, on=date(2026, 3, 1))()


def test_a_body_does_not_end_before_it_took_others_over(cast: Cast) -> None:
    _merge(cast, cast.body_a, on=date(2026, 3, 1))()

    def onwards(day: date) -> Callable[[], Any]:
        return lambda: merge_organisations(
            actor=cast.lan,
            predecessor_ids=[cast.standing.pk],
            successor_id=cast.body_b.pk,
            on=day,
            decision=DECISION,
            now=NOW,
        )

    check_refused(Conflict, "organisation.day_too_early", onwards(date(2026, 3, 1)))
    onwards(date(2026, 3, 2))()


def test_what_is_below_waits_for_the_day_of_a_merger_to_come(cast: Cast) -> None:
    child = _below(cast, cast.body_a, "T1.A.1")
    _merge(cast, cast.body_a)()
    late = _below(cast, cast.body_a, "T1.A.2")
    child.refresh_from_db()
    assert child.path == f"{cast.body_a.path}{child.pk}/"
    assert carry_out_mergers(now=ON_THE_DAY - timedelta(minutes=2)) == 0
    assert carry_out_mergers(now=ON_THE_DAY) == 1
    assert carry_out_mergers(now=ON_THE_DAY) == 0
    for body in (child, late):
        body.refresh_from_db()
        move = body.moves.get()
        assert (body.path, body.parent) == (f"{cast.standing.path}{body.pk}/", cast.standing)
        assert (move.before, move.after, move.took_place_on) == (cast.body_a, cast.standing, DAY)
        assert move.decision == DECISION
    event = Event.objects.order_by("number").last()
    assert event is not None
    assert (event.action, event.actor, event.subject_id) == (
        "organisation.take_over",
        None,
        str(cast.standing.pk),
    )


def test_a_merger_to_come_that_is_taken_back_moves_nothing(cast: Cast) -> None:
    child = _below(cast, cast.body_a, "T1.A.1")
    _merge(cast, cast.body_a)()
    undo_newest_step(
        actor=cast.lan,
        organisation_id=cast.body_a.pk,
        step=_newest_key(cast.body_a),
        reason="Ghi nhầm đơn vị tiếp nhận",
        now=NOW,
    )
    assert carry_out_mergers(now=ON_THE_DAY) == 0
    child.refresh_from_db()
    assert (child.parent, child.moves.count()) == (cast.body_a, 0)


def test_who_will_take_over_what_is_below_another_does_not_end_before(cast: Cast) -> None:
    _below(cast, cast.body_a, "T1.A.1")
    _merge(cast, cast.body_a)()
    check_refused(
        WrongStage,
        "organisation.has_open_children",
        lambda: close_organisation(
            actor=cast.lan,
            organisation_id=cast.standing.pk,
            last_day=DAY + timedelta(days=30),
            reason="Giải thể theo quyết định",
            now=NOW,
        ),
    )


def test_a_merger_that_cannot_be_carried_out_stays(cast: Cast) -> None:
    child = _below(cast, cast.body_a, "T1.A.1")
    _merge(cast, cast.body_a)()
    move_branch(cast.standing, cast.body_a)
    assert carry_out_mergers(now=ON_THE_DAY) == 0
    child.refresh_from_db()
    assert child.parent == cast.body_a
    assert cast.standing.origins.get().waits


def _newest_key(body: Organisation) -> str:
    step = newest_step(body)
    assert step is not None
    return step.key
