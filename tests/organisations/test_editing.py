"""Bodies are added, corrected, moved, closed and reopened by those who keep that part of the tree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused, WrongStage
from chamdiem.organisations.models import FormerName, Kind, Organisation
from chamdiem.organisations.services import (
    Details,
    change_organisation,
    close_organisation,
    create_kind,
    create_organisation,
    group_organisations,
    move_organisation,
    reopen_organisation,
)
from tests.people import NOW, Cast

from .refused import check_refused

TODAY = NOW.date()
DECISION = "Quyết định số 12/QĐ-UBND ngày 01/10/2026"
REASON = "Theo quyết định sắp xếp lại"


def _details(**values: Any) -> Details:
    return Details(**{"code": "T1.C", "name": "Sở Tư pháp", "kind": "department", **values})


def _create(
    cast: Cast, actor: str = "lan", parent: Organisation | None = None, **values: Any
) -> Organisation:
    return create_organisation(
        actor=cast.people[actor],
        parent_id=(parent or cast.province).pk,
        details=_details(**values),
        now=NOW,
    )


def _move(
    cast: Cast,
    source: Organisation,
    target: Organisation,
    *,
    on: date = TODAY,
    decision: str = DECISION,
) -> Callable[[], Organisation]:
    return lambda: move_organisation(
        actor=cast.lan, organisation_id=source.pk, parent_id=target.pk, on=on, decision=decision, now=NOW
    )


@pytest.mark.parametrize("actor", ["lan", "giang"])
def test_a_keeper_adds_a_body_below_another(cast: Cast, actor: str) -> None:
    made = _create(cast, actor, name="  Sở Tư pháp ", attributes={"Dân số": "1000"})
    made.refresh_from_db()
    assert (made.name, made.parent, made.path) == (
        "Sở Tư pháp",
        cast.province,
        f"{cast.province.path}{made.pk}/",
    )
    assert made.search_text == "so tu phap t1 c"
    event = Event.objects.get()
    assert (event.action, event.actor, event.organisation_path) == (
        "organisation.create",
        cast.people[actor],
        made.path,
    )


@pytest.mark.parametrize(
    ("values", "kind", "code"),
    [
        ({"code": " "}, Incomplete, "organisation.code_missing"),
        ({"name": ""}, Incomplete, "organisation.name_missing"),
        ({"code": "T1.A"}, Conflict, "organisation.code_taken"),
        ({"code": "T2"}, Conflict, "organisation.code_taken"),
        ({"kind": "none"}, Conflict, "organisation.unknown_kind"),
    ],
)
def test_wrong_details_are_refused(
    cast: Cast, values: dict[str, Any], kind: type[Refused], code: str
) -> None:
    check_refused(kind, code, lambda: _create(cast, **values))


def test_a_body_of_a_higher_level_is_refused_below_a_lower_one(cast: Cast) -> None:
    Kind.objects.create(code="central", name="Bộ", level=0)
    check_refused(Conflict, "organisation.parent_too_low", lambda: _create(cast, kind="central"))


@pytest.mark.parametrize("actor", ["an", "dung", "kien", "chi", "ha"])
def test_who_only_sees_a_body_does_not_add_below_it(cast: Cast, actor: str) -> None:
    parent = cast.body_a if actor in ("an", "dung", "kien") else cast.province
    check_refused(NotAllowed, "organisation.change_not_allowed", lambda: _create(cast, actor, parent))


@pytest.mark.parametrize("actor", ["nga", "binh"])
def test_an_outsider_does_not_learn_that_a_body_exists(cast: Cast, actor: str) -> None:
    def of(organisation_id: int) -> NotFound:
        with pytest.raises(NotFound) as refused:
            close_organisation(
                actor=cast.people[actor],
                organisation_id=organisation_id,
                last_day=NOW.date(),
                reason=REASON,
                now=NOW,
            )
        return refused.value

    there, nowhere = of(cast.body_a.pk), of(999_999)
    assert (there.code, there.facts) == (nowhere.code, nowhere.facts)


def test_a_person_who_may_not_sign_in_any_more_keeps_nothing(cast: Cast) -> None:
    cast.lan.is_active = False
    check_refused(NotFound, "organisation.not_found", lambda: _create(cast))


def test_a_correction_changes_and_tells_only_what_differs(cast: Cast) -> None:
    details = Details(
        code="T1.A", name="Sở Xây dựng và Giao thông", short_name="Sở Xây dựng", kind="department"
    )
    changed = change_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, details=details, now=NOW)
    assert changed.search_text == "so xay dung va giao thong so xay dung t1 a"
    assert Event.objects.get().facts == {"changed": {"name": ["Sở Xây dựng", "Sở Xây dựng và Giao thông"]}}


def test_a_correction_that_says_the_same_leaves_no_trace(cast: Cast) -> None:
    details = Details(code="T1.A", name="Sở Xây dựng ", short_name="Sở Xây dựng", kind="department")
    change_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, details=details, now=NOW)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("values", "kind", "code"),
    [
        ({"code": "T1.B"}, Conflict, "organisation.code_taken"),
        ({"name": " "}, Incomplete, "organisation.name_missing"),
        ({"valid_from": date(2027, 1, 1)}, Conflict, "organisation.days_reversed"),
    ],
)
def test_a_wrong_correction_is_refused(
    cast: Cast, values: dict[str, Any], kind: type[Refused], code: str
) -> None:
    Organisation.objects.filter(pk=cast.body_a.pk).update(valid_to=date(2026, 12, 31))
    check_refused(
        kind,
        code,
        lambda: change_organisation(
            actor=cast.lan, organisation_id=cast.body_a.pk, details=_details(**values), now=NOW
        ),
    )


def test_a_move_takes_everything_below_along(cast: Cast) -> None:
    child = _create(cast, parent=cast.body_a, code="T1.A.1")
    grandchild = _create(cast, parent=child, code="T1.A.1.1")
    _move(cast, child, cast.body_b)()
    child.refresh_from_db()
    grandchild.refresh_from_db()
    assert child.parent == cast.body_b
    assert grandchild.path == f"{cast.body_b.path}{child.pk}/{grandchild.pk}/"
    event = Event.objects.first()
    assert event is not None
    assert event.action == "organisation.move"
    assert event.facts == {"parent": ["T1.A", "T1.B"], "on": "2026-10-13", "decision": DECISION}
    kept = child.moves.get()
    assert (kept.before, kept.after, kept.decision) == (cast.body_a, cast.body_b, DECISION)
    assert kept.took_place_on == date(2026, 10, 13)


def test_a_move_below_itself_is_refused(cast: Cast) -> None:
    child = _create(cast, parent=cast.body_a, code="T1.A.1")
    check_refused(Conflict, "organisation.cycle", _move(cast, cast.body_a, child))
    check_refused(Conflict, "organisation.into_itself", _move(cast, cast.body_a, cast.body_a))


def test_a_move_needs_both_ends(cast: Cast) -> None:
    check_refused(NotFound, "organisation.not_found", _move(cast, cast.body_a, cast.elsewhere))
    check_refused(NotFound, "organisation.not_found", _move(cast, cast.elsewhere, cast.body_a))


def test_a_move_names_its_decision_and_a_day_that_can_be(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_from=date(2025, 7, 1))
    move = partial(_move, cast, cast.body_a, cast.body_b)
    check_refused(Incomplete, "succession.decision_missing", move(decision=" "))
    check_refused(Conflict, "organisation.day_out_of_range", move(on=date(1890, 1, 1)))
    check_refused(Conflict, "organisation.day_out_of_range", move(on=date(2026, 10, 14)))
    check_refused(Conflict, "organisation.day_too_early", move(on=date(2025, 6, 30)))
    check_refused(Conflict, "organisation.same_parent", _move(cast, cast.body_a, cast.province))
    Organisation.objects.filter(pk=cast.body_a.pk).update(valid_to=date(2026, 1, 1))
    check_refused(WrongStage, "organisation.closed_already", move())


@pytest.mark.parametrize("code", ["Sở Y tế", "A;B", "<b>", ".A", "A..B"])
def test_a_code_that_cannot_be_typed_or_listed_is_refused(cast: Cast, code: str) -> None:
    check_refused(Conflict, "organisation.code_unusable", lambda: _create(cast, code=code))
    Organisation.objects.filter(pk=cast.body_a.pk).update(code=code)
    # Who has such a code from before keeps it.
    change_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, details=_details(code=code), now=NOW)


@pytest.mark.parametrize("day", [date(1890, 1, 1), date(2028, 1, 1)])
def test_days_that_no_decision_names_are_refused(cast: Cast, day: date) -> None:
    check_refused(Conflict, "organisation.day_out_of_range", lambda: _create(cast, valid_from=day))
    check_refused(
        Conflict,
        "organisation.day_out_of_range",
        lambda: close_organisation(
            actor=cast.lan, organisation_id=cast.body_a.pk, last_day=day, reason=REASON, now=NOW
        ),
    )


def test_a_closed_body_keeps_its_last_day_and_takes_none_below(cast: Cast) -> None:
    last = date(2026, 10, 12)
    close_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, last_day=last, reason=REASON, now=NOW)
    event = Event.objects.get()
    assert event.facts == {"last_day": "2026-10-12", "reason": REASON}
    check_refused(WrongStage, "organisation.parent_closed", lambda: _create(cast, parent=cast.body_a))
    check_refused(
        WrongStage,
        "organisation.closed_already",
        lambda: close_organisation(
            actor=cast.lan, organisation_id=cast.body_a.pk, last_day=last, reason=REASON, now=NOW
        ),
    )


def test_a_body_does_not_end_before_what_is_known_of_it(cast: Cast) -> None:
    def close(day: date) -> Organisation:
        return close_organisation(
            actor=cast.lan, organisation_id=cast.body_a.pk, last_day=day, reason=REASON, now=NOW
        )

    known, joined = Organisation.objects.filter, cast.campaign.entry_from
    check_refused(Conflict, "organisation.end_too_early", lambda: close(joined - timedelta(days=1)))
    cast.campaign.status = cast.campaign.Status.CLOSED
    cast.campaign.save()
    known(pk=cast.province.pk).update(valid_from=date(2026, 3, 1))
    check_refused(Conflict, "organisation.end_too_early", lambda: close(date(1950, 1, 1)))
    known(pk=cast.body_a.pk).update(valid_from=date(2026, 5, 1))
    check_refused(Conflict, "organisation.end_too_early", lambda: close(date(2026, 4, 30)))
    change = {"code": "CU", "name": "Tên cũ", "changed_on": date(2026, 6, 1)}
    former = FormerName.objects.create(organisation=cast.body_a, **change)
    check_refused(Conflict, "organisation.end_too_early", lambda: close(date(2026, 5, 31)))
    former.delete()
    assert close(date(2026, 5, 1)).valid_to == date(2026, 5, 1)


def test_a_body_with_open_ones_below_is_not_closed(cast: Cast) -> None:
    check_refused(
        WrongStage,
        "organisation.has_open_children",
        lambda: close_organisation(
            actor=cast.lan, organisation_id=cast.province.pk, last_day=NOW.date(), reason=REASON, now=NOW
        ),
    )


def test_closing_needs_a_written_reason(cast: Cast) -> None:
    check_refused(
        Incomplete,
        "organisation.reason_missing",
        lambda: close_organisation(
            actor=cast.lan, organisation_id=cast.body_a.pk, last_day=NOW.date(), reason="  ngắn  ", now=NOW
        ),
    )


def test_a_mistaken_closing_is_taken_back(cast: Cast) -> None:
    def reopen() -> Organisation:
        return reopen_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, now=NOW)

    check_refused(WrongStage, "organisation.open_already", reopen)
    close_organisation(
        actor=cast.lan, organisation_id=cast.body_a.pk, last_day=NOW.date(), reason=REASON, now=NOW
    )
    assert reopen().valid_to is None
    Organisation.objects.filter(pk=cast.body_a.pk).update(valid_to=NOW.date())
    Organisation.objects.filter(pk=cast.province.pk).update(valid_to=date(2026, 1, 1))
    check_refused(WrongStage, "organisation.parent_closed", reopen)


def test_many_bodies_are_put_into_a_peer_group_at_once(cast: Cast) -> None:
    ids = [cast.body_a.pk, cast.body_b.pk]
    assert group_organisations(actor=cast.giang, organisation_ids=ids, peer_group="Khối 1", now=NOW) == 2
    assert group_organisations(actor=cast.giang, organisation_ids=ids, peer_group=" Khối 1 ", now=NOW) == 0
    assert set(Organisation.objects.filter(pk__in=ids).values_list("peer_group", flat=True)) == {"Khối 1"}
    assert Event.objects.filter(action="organisation.group").count() == 2
    assert cast.a.participant.peer_group == ""


@pytest.mark.parametrize("actor", ["an", "nga"])
def test_a_group_with_one_body_of_others_is_refused_as_a_whole(cast: Cast, actor: str) -> None:
    ids = [cast.body_a.pk, cast.elsewhere.pk]
    check_refused(
        NotFound,
        "organisation.not_found",
        lambda: group_organisations(actor=cast.people[actor], organisation_ids=ids, peer_group="X", now=NOW),
    )


def test_kinds_are_added_but_never_twice(cast: Cast) -> None:
    def add(name: str, code: str = "school", actor: str = "lan") -> Callable[[], Kind]:
        return lambda: create_kind(actor=cast.people[actor], code=code, name=name, level=1, now=NOW)

    assert add("Trường học")().code == "school"
    assert Event.objects.get().action == "kind.create"
    check_refused(Conflict, "kind.there_already", add("Trường khác"))
    check_refused(Conflict, "kind.there_already", add("trường học", "other"))
    check_refused(Incomplete, "kind.unnamed", add(" ", "other"))
    check_refused(NotAllowed, "kind.not_allowed", add("Viện", "institute", "an"))
