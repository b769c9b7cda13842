"""Merger, split and new names change the directory and no past campaign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from chamdiem.accounts.permissions import holds
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Participant
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.services import (
    Details,
    create_organisation,
    merge_organisations,
    reopen_organisation,
    split_organisation,
)
from tests.people import NOW, Cast

from .refused import check_refused

DAY = date(2026, 11, 1)
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
    _merge(cast, cast.body_a, cast.body_b)()
    child.refresh_from_db()
    assert child.path == f"{cast.standing.path}{child.pk}/"
    ended = Organisation.objects.filter(valid_to=date(2026, 10, 31))
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
