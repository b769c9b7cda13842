"""Offices are added, renamed and closed; what was assigned to them stays."""

from __future__ import annotations

from collections.abc import Callable

from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import Office
from chamdiem.organisations.services import change_office, close_office, create_office, reopen_office
from tests.people import NOW, Cast

from .refused import check_refused


def _create(cast: Cast, name: str, actor: str = "lan") -> Callable[[], Office]:
    return lambda: create_office(
        actor=cast.people[actor],
        organisation_id=cast.body_a.pk,
        name=name,
        also_known_as=["Phòng CNTT ", "", "Phòng CNTT"],
        now=NOW,
    )


def test_an_office_is_added_with_the_names_decisions_print(cast: Cast) -> None:
    office = _create(cast, " Phòng Hạ tầng ")()
    assert (office.name, office.also_known_as) == ("Phòng Hạ tầng", ["Phòng CNTT"])
    event = Event.objects.get()
    assert (event.action, event.organisation_path) == ("office.create", cast.body_a.path)


def test_wrong_offices_are_refused(cast: Cast) -> None:
    check_refused(Incomplete, "office.name_missing", _create(cast, "  "))
    check_refused(Conflict, "office.there_already", _create(cast, "VĂN phòng"))
    check_refused(NotAllowed, "organisation.change_not_allowed", _create(cast, "Phòng X", "an"))
    check_refused(NotFound, "organisation.not_found", _create(cast, "Phòng X", "nga"))


def test_an_office_changes_its_name_but_not_to_another_ones(cast: Cast) -> None:
    def change(name: str, actor: str = "lan") -> Callable[[], Office]:
        return lambda: change_office(
            actor=cast.people[actor],
            office_id=cast.it_office.pk,
            name=name,
            also_known_as=["Phòng CNTT"],
            now=NOW,
        )

    check_refused(Conflict, "office.there_already", change("Văn phòng"))
    check_refused(NotFound, "office.not_found", change("Phòng Số", "nga"))
    check_refused(NotAllowed, "organisation.change_not_allowed", change("Phòng Số", "kien"))
    assert change("Phòng Chuyển đổi số")().name == "Phòng Chuyển đổi số"
    change("Phòng Chuyển đổi số")()
    assert Event.objects.count() == 1


def test_a_closed_office_keeps_its_assignments_and_can_come_back(cast: Cast) -> None:
    def close() -> Office:
        return close_office(actor=cast.lan, office_id=cast.it_office.pk, now=NOW)

    def reopen() -> Office:
        return reopen_office(actor=cast.lan, office_id=cast.it_office.pk, now=NOW)

    check_refused(WrongStage, "office.open_already", reopen)
    assert not close().is_active
    assert cast.a.participant.assignments.get().office_id == cast.it_office.pk
    check_refused(WrongStage, "office.closed_already", close)
    assert reopen().is_active
    assert [event.action for event in Event.objects.all()] == ["office.reopen", "office.close"]
