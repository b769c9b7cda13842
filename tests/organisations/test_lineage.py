"""Merger, split and new names change the directory and no past campaign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from chamdiem.accounts.permissions import holds
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Participant
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused, WrongStage
from chamdiem.organisations.models import FormerName, Organisation, Succession
from chamdiem.organisations.selectors import OrganisationFilter, find_organisations
from chamdiem.organisations.services import (
    Details,
    NewName,
    create_organisation,
    merge_organisations,
    rename_organisation,
    reopen_organisation,
    split_organisation,
)
from tests.people import NOW, Cast

DAY = date(2026, 11, 1)
DECISION = "Quyết định số 12/QĐ-UBND ngày 20/10/2026"


def _merge(
    cast: Cast, *merged: Organisation, actor: str = "lan", decision: str = DECISION
) -> Callable[[], Any]:
    return lambda: merge_organisations(
        actor=cast.people[actor],
        predecessor_ids=[each.pk for each in merged],
        successor_id=cast.standing.pk,
        on=DAY,
        decision=decision,
        now=NOW,
    )


def _rename(
    cast: Cast, name: str = "Sở Xây dựng mới", code: str = "", decision: str = DECISION
) -> Callable[[], Any]:
    return lambda: rename_organisation(
        actor=cast.lan,
        organisation_id=cast.body_a.pk,
        new=NewName(name=name, code=code),
        on=DAY,
        decision=decision,
        now=NOW,
    )


def _split(cast: Cast, *parts: Organisation) -> Callable[[], Any]:
    return lambda: split_organisation(
        actor=cast.lan,
        predecessor_id=cast.body_a.pk,
        successor_ids=[each.pk for each in parts],
        on=DAY,
        decision=DECISION,
        now=NOW,
    )


def _below(cast: Cast, parent: Organisation, code: str) -> Organisation:
    details = Details(code=code, name=f"Trung tâm {code}", kind="department")
    return create_organisation(actor=cast.lan, parent_id=parent.pk, details=details, now=NOW)


def _state() -> tuple[Any, ...]:
    tables = (Organisation, Succession, FormerName, Participant, Event)
    return tuple(list(table.objects.order_by("pk").values_list()) for table in tables)


def _refused(kind: type[Refused], code: str, act: Callable[[], Any]) -> None:
    before = _state()
    with pytest.raises(kind) as refused:
        act()
    assert refused.value.code == code
    assert _state() == before


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


@pytest.mark.parametrize("change", ["merge", "split", "rename"])
def test_a_past_campaign_keeps_names_codes_and_people(cast: Cast, change: str) -> None:
    before = list(Participant.objects.order_by("pk").values_list("code", "name", "organisation_id"))
    acts = {
        "merge": _merge(cast, cast.body_a, cast.body_b),
        "split": _split(cast, cast.standing, cast.body_b),
        "rename": _rename(cast, code="T1.MOI"),
    }
    acts[change]()
    assert list(Participant.objects.order_by("pk").values_list("code", "name", "organisation_id")) == before
    cast.body_a.refresh_from_db()
    assert holds(cast.an, ["data_officer"], cast.body_a.path)


def test_wrong_mergers_are_refused(cast: Cast) -> None:
    _refused(Incomplete, "succession.nobody", _merge(cast, cast.standing))
    _refused(Incomplete, "succession.decision_missing", _merge(cast, cast.body_a, decision=" "))
    _refused(NotFound, "organisation.not_found", _merge(cast, cast.elsewhere))
    _refused(NotFound, "organisation.not_found", _merge(cast, cast.body_a, actor="nga"))
    _refused(NotAllowed, "organisation.change_not_allowed", _merge(cast, cast.body_a, actor="chi"))
    _refused(Conflict, "succession.below_predecessor", _merge(cast, cast.province))
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2026, 1, 1))
    _refused(WrongStage, "organisation.closed_already", _merge(cast, cast.body_a, cast.body_b))


def test_a_split_ends_the_body_and_names_its_successors(cast: Cast) -> None:
    _split(cast, cast.standing, cast.body_b)()
    cast.body_a.refresh_from_db()
    assert cast.body_a.valid_to == date(2026, 10, 31)
    assert {each.successor for each in cast.body_a.successions.all()} == {cast.standing, cast.body_b}
    _refused(
        WrongStage,
        "organisation.succeeded",
        lambda: reopen_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, now=NOW),
    )


def test_wrong_splits_are_refused(cast: Cast) -> None:
    _refused(Incomplete, "succession.one_part", _split(cast, cast.standing, cast.body_a, cast.standing))
    _below(cast, cast.body_a, "T1.A.1")
    _refused(WrongStage, "organisation.has_open_children", _split(cast, cast.standing, cast.body_b))


def test_a_new_name_keeps_the_old_one_on_record_and_findable(cast: Cast) -> None:
    renamed = _rename(cast, "Sở Hạ tầng", "T1.HT")()
    former = renamed.former_names.get()
    assert (renamed.code, renamed.name) == ("T1.HT", "Sở Hạ tầng")
    assert (former.code, former.name, former.decision) == ("T1.A", "Sở Xây dựng", DECISION)
    wanted = OrganisationFilter(text="so xay dung")
    assert list(find_organisations(actor=cast.lan, wanted=wanted, today=NOW.date())) == [renamed]


def test_wrong_names_are_refused(cast: Cast) -> None:
    _refused(Incomplete, "organisation.name_missing", _rename(cast, " "))
    _refused(Incomplete, "succession.decision_missing", _rename(cast, decision=""))
    _refused(Conflict, "organisation.same_name", _rename(cast, "Sở Xây dựng"))
    _refused(Conflict, "organisation.code_taken", _rename(cast, code="T1.B"))
