"""A new name by decision is taken on its day, once, and after all names before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Participant
from chamdiem.errors import Conflict, Incomplete, WrongStage
from chamdiem.organisations.models import ComingName, Organisation
from chamdiem.organisations.selectors import OrganisationFilter, find_organisations
from chamdiem.organisations.services import (
    Details,
    NewName,
    close_organisation,
    create_organisation,
    rename_organisation,
    take_coming_names,
)
from tests.people import LOCAL, NOW, Cast

from .refused import check_refused

TODAY = NOW.date()
DECISION = "Quyết định số 12/QĐ-UBND ngày 20/10/2026"
LATER = date(2026, 11, 1)
# A minute past midnight of that day, in Việt Nam.
ON_THE_DAY = datetime(2026, 11, 1, 0, 1, tzinfo=LOCAL)


def _rename(
    cast: Cast,
    name: str = "Sở Hạ tầng",
    code: str = "",
    *,
    on: date = TODAY,
    decision: str = DECISION,
    now: datetime = NOW,
) -> Callable[[], Organisation]:
    return lambda: rename_organisation(
        actor=cast.lan,
        organisation_id=cast.body_a.pk,
        new=NewName(name=name, code=code),
        on=on,
        decision=decision,
        now=now,
    )


def test_a_new_name_keeps_the_old_one_on_record_and_findable(cast: Cast) -> None:
    renamed = _rename(cast, code="T1.HT")()
    former = renamed.former_names.get()
    assert (renamed.code, renamed.name) == ("T1.HT", "Sở Hạ tầng")
    assert (former.code, former.name, former.decision) == ("T1.A", "Sở Xây dựng", DECISION)
    wanted = OrganisationFilter(text="so xay dung")
    assert list(find_organisations(actor=cast.lan, wanted=wanted, today=NOW.date())) == [renamed]


def test_a_past_campaign_keeps_the_name(cast: Cast) -> None:
    before = list(Participant.objects.order_by("pk").values_list("code", "name"))
    _rename(cast, code="T1.HT")()
    assert list(Participant.objects.order_by("pk").values_list("code", "name")) == before


def test_wrong_names_are_refused(cast: Cast) -> None:
    check_refused(Incomplete, "organisation.name_missing", _rename(cast, " "))
    check_refused(Incomplete, "succession.decision_missing", _rename(cast, decision=""))
    check_refused(Conflict, "organisation.same_name", _rename(cast, "Sở Xây dựng"))
    check_refused(Conflict, "organisation.code_taken", _rename(cast, code="T1.B"))
    check_refused(Conflict, "organisation.code_taken", _rename(cast, code="T1.B", on=LATER))


def test_a_name_of_a_day_to_come_is_taken_on_that_day(cast: Cast) -> None:
    body = _rename(cast, code="T1.HT", on=LATER)()
    body.refresh_from_db()
    assert (body.code, body.name, body.former_names.count()) == ("T1.A", "Sở Xây dựng", 0)
    assert take_coming_names(now=ON_THE_DAY - timedelta(minutes=2)) == 0
    assert take_coming_names(now=ON_THE_DAY) == 1
    assert take_coming_names(now=ON_THE_DAY) == 0
    body.refresh_from_db()
    assert (body.code, body.name, body.former_names.get().changed_on) == ("T1.HT", "Sở Hạ tầng", LATER)
    assert list(Event.objects.order_by("number").values_list("action", "actor_id")) == [
        ("organisation.rename_later", cast.lan.pk),
        ("organisation.rename", cast.lan.pk),
    ]


def test_a_name_that_a_body_beside_it_has_is_refused(cast: Cast) -> None:
    for name in ("sở Y tế", "SỞ Y TẾ", "Sở  Y  tế"):
        check_refused(Conflict, "organisation.name_taken", _rename(cast, name))
    check_refused(Conflict, "organisation.name_taken", _rename(cast, "Sở Y tế", on=LATER))
    details = Details(code="T1.Y", name="Sở Y tế", kind="department")
    check_refused(
        Conflict,
        "organisation.name_taken",
        lambda: create_organisation(actor=cast.lan, parent_id=cast.province.pk, details=details, now=NOW),
    )


def test_a_name_follows_the_one_before_it(cast: Cast) -> None:
    _rename(cast, on=date(2026, 3, 1))()
    check_refused(Conflict, "organisation.day_too_early", _rename(cast, "Sở Giao thông", on=date(2026, 2, 1)))
    check_refused(Conflict, "organisation.day_too_early", _rename(cast, "Sở Giao thông", on=date(2026, 3, 1)))
    _rename(cast, "Sở Giao thông", on=date(2026, 3, 2))()


@pytest.mark.parametrize("day", [date(1890, 1, 1), date(2027, 10, 15)])
def test_a_day_that_no_decision_names_is_refused(cast: Cast, day: date) -> None:
    check_refused(Conflict, "organisation.day_out_of_range", _rename(cast, on=day))


def test_while_a_name_is_to_come_the_body_takes_no_other_and_does_not_end(cast: Cast) -> None:
    _rename(cast, on=LATER)()
    check_refused(WrongStage, "organisation.name_is_coming", _rename(cast, "Sở Giao thông"))
    check_refused(
        WrongStage,
        "organisation.name_is_coming",
        lambda: close_organisation(
            actor=cast.lan,
            organisation_id=cast.body_a.pk,
            last_day=NOW.date(),
            reason="Theo quyết định sắp xếp",
            now=NOW,
        ),
    )


def test_a_code_that_is_promised_is_given_to_nobody_else(cast: Cast) -> None:
    _rename(cast, code="T1.HT", on=LATER)()
    details = Details(code="T1.HT", name="Sở Tư pháp", kind="department")
    check_refused(
        Conflict,
        "organisation.code_promised",
        lambda: create_organisation(actor=cast.lan, parent_id=cast.province.pk, details=details, now=NOW),
    )


def test_a_name_whose_code_was_given_away_all_the_same_waits(cast: Cast) -> None:
    _rename(cast, code="T1.HT", on=LATER)()
    Organisation.objects.filter(pk=cast.body_b.pk).update(code="T1.HT")
    assert take_coming_names(now=ON_THE_DAY) == 0
    assert ComingName.objects.get().organisation == cast.body_a
