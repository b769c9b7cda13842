"""The end of a round, and the way back to the organisation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.services.finishing import finish_appraisal, return_dossier
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.audit.models import Event
from chamdiem.errors import Incomplete, NotFound

from ..people import Cast
from .asking import Opened, text_at
from .conftest import Refuses
from .staging import APPRAISING, KEYS, appraise_all, claim_figures, decide, hand_in

UNTIL = (APPRAISING + timedelta(days=5)).date()
LATER = APPRAISING + timedelta(days=1)


def test_a_dossier_with_every_criterion_decided_is_settled(appraising: Cast) -> None:
    appraise_all(appraising)
    appraising.a.refresh_from_db()
    assert appraising.a.status == Assessment.Status.SETTLED
    event = Event.objects.first()
    assert event is not None
    assert (event.action, event.facts) == ("appraisal.finish", {"round": 1})


def test_the_standing_body_may_finish_as_well(appraising: Cast) -> None:
    for key in KEYS:
        decide(appraising, key)
    finish_appraisal(actor=appraising.giang, assessment_id=appraising.a.pk, now=APPRAISING)


def test_undecided_criteria_are_named_in_printed_order(appraising: Cast) -> None:
    decide(appraising, "1.2")
    decide(appraising, "2.1", "more_wanted", reason="Thiếu danh mục")
    with pytest.raises(Incomplete) as refused:
        finish_appraisal(actor=appraising.chi, assessment_id=appraising.a.pk, now=APPRAISING)
    assert refused.value.facts == {"criteria": "1.1, 1.3, 2.1, 2.2, 2.3", "count": "5"}


def test_an_unfinished_appraisal_changes_nothing(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "appraisal.undecided"):
        finish_appraisal(actor=appraising.chi, assessment_id=appraising.a.pk, now=APPRAISING)


def test_returning_keeps_what_was_decided(appraising: Cast) -> None:
    decide(appraising, "1.1")
    decide(appraising, "2.1", "more_wanted", reason="Thiếu danh mục")
    returned = return_dossier(
        actor=appraising.chi,
        assessment_id=appraising.a.pk,
        reason="Bổ sung danh mục 2.1",
        until=UNTIL,
        now=APPRAISING,
    )
    assert (returned.status, returned.return_reason) == ("returned", "Bổ sung danh mục 2.1")
    assert Appraisal.objects.count() == 2
    event = Event.objects.first()
    assert event is not None
    assert (event.action, event.facts["reason"]) == ("assessment.return", "Bổ sung danh mục 2.1")


def test_what_the_organisation_changed_after_a_return_is_decided_again(appraising: Cast) -> None:
    for key in KEYS:
        decide(appraising, key)
    return_dossier(
        actor=appraising.chi,
        assessment_id=appraising.a.pk,
        reason="Xem lại số liệu",
        until=UNTIL,
        now=APPRAISING,
    )
    # A shared figure: every criterion that reads it is touched, and no other.
    claim_figures(appraising.a, {"I.1": 120}, at=LATER)
    appraising.a.refresh_from_db()
    hand_in(appraising.a, at=LATER)
    with pytest.raises(Incomplete) as refused:
        finish_appraisal(actor=appraising.chi, assessment_id=appraising.a.pk, now=LATER)
    assert refused.value.facts["criteria"] == "2.1"
    # The author never writes where the reviewer does.
    assert Appraisal.objects.get(criterion_key="2.1").version == 1
    assert Answer.objects.get(assessment=appraising.a, figure="I.1").value == 120


def test_returning_needs_a_reason(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "assessment.reason_too_short"):
        return_dossier(actor=appraising.chi, assessment_id=appraising.a.pk, reason=" ", now=APPRAISING)


@pytest.mark.parametrize("person", ["an", "binh", "ha", "lan", "nga"])
def test_outsiders_learn_nothing(appraising: Cast, refuses: Refuses, person: str) -> None:
    actor = appraising.people[person]
    with refuses(NotFound, "assessment.not_found"):
        finish_appraisal(actor=actor, assessment_id=appraising.a.pk, now=APPRAISING)
    with refuses(NotFound, "assessment.not_found"):
        return_dossier(actor=actor, assessment_id=appraising.a.pk, reason="x", now=APPRAISING)


def test_the_dialog_names_both_days_and_keeps_what_is_typed(
    appraising: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: APPRAISING)
    place = f"/tham-dinh/{appraising.a.pk}/"
    text = text_at(opened("giang"), place)
    # Entry was over on 31/10; it is 02/11, and appraisal ends on 22/11.
    assert 'min="2026-11-02" max="2026-11-22"' in text
    assert "Từ 02/11/2026 đến hạn thẩm định 22/11/2026. Hạn gửi của đơn vị đã qua nên phải ghi ngày." in text
    form = text[text.index('popover id="return"') :].partition("</form>")[0]
    assert 'data-guard="draft"' in form
    appraising.a.participant.extensions.create(
        until=date(2026, 11, 10), reason="Mất điện", given_by=appraising.giang, given_at=APPRAISING
    )
    text = text_at(opened("giang"), place)
    assert "Từ 10/11/2026 đến hạn thẩm định 22/11/2026. Để trống thì đơn vị theo hạn đang có." in text
