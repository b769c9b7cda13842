"""Accepting many claims: the preview says which and why not; the act does exactly that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.selectors.accepting import MOST_AT_ONCE, preview_acceptance
from chamdiem.appraisals.selectors.criterion import get_split_view
from chamdiem.appraisals.services.accepting import bulk_accept
from chamdiem.assessments.models import Answer, CriterionEntry
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import AppraiserDuty, Campaign
from chamdiem.core.award import Status
from chamdiem.errors import Incomplete, NotAllowed, NotFound
from chamdiem.evidence.models import Document, EvidenceUse, StoredFile

from ..edition import EDITION
from ..people import NOW, Cast, make_edition
from .conftest import Refuses
from .staging import APPRAISING, begin_second_round, decide, give_duty, move_campaign


def _hurdles(cast: Cast) -> dict[str, str]:
    candidates = preview_acceptance(actor=cast.chi, assessment_ids=[cast.a.pk], now=APPRAISING)
    return {each.criterion.key: each.hurdle for each in candidates}


def test_what_is_in_order_is_accepted_and_the_audit_names_it(appraising: Cast) -> None:
    hurdles = _hurdles(appraising)
    assert set(hurdles.values()) == {""}
    done = bulk_accept(
        actor=appraising.chi, pairs=[(appraising.a.pk, key) for key in hurdles], now=APPRAISING
    )
    assert (len(done.accepted), done.left) == (6, ())
    assert set(Appraisal.objects.values_list("verdict", flat=True)) == {"accepted"}
    event = Event.objects.first()
    assert event is not None
    assert event.facts["criteria"] == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]


def test_points_by_comparison_are_those_of_the_appraisal_page(appraising: Cast) -> None:
    candidates = preview_acceptance(actor=appraising.chi, assessment_ids=[appraising.a.pk], now=APPRAISING)
    (compared,) = [each.claimed for each in candidates if each.criterion.key == "2.2"]
    shown = get_split_view(
        actor=appraising.chi, assessment_id=appraising.a.pk, key="2.2", now=APPRAISING
    ).columns.claimed
    assert (compared.status, compared.points) == (shown.status, shown.points)
    assert (shown.status, shown.points) == (Status.SCORED, Fraction(5))


def _missing(cast: Cast) -> None:
    Answer.objects.filter(assessment=cast.a, figure="2.1.a").delete()


def _not_applicable(cast: Cast) -> None:
    CriterionEntry.objects.create(
        assessment=cast.a,
        criterion_key="2.1",
        is_not_applicable=True,
        not_applicable_reason="Không có",
        changed_at=NOW,
    )


def _broken(cast: Cast) -> None:
    Answer.objects.filter(assessment=cast.a, figure="2.1.a").update(value=200)


def _no_evidence(cast: Cast) -> None:
    EvidenceUse.objects.filter(assessment=cast.a).update(removed_at=NOW)


def _refused(cast: Cast) -> None:
    EvidenceUse.objects.filter(assessment=cast.a).update(verdict="refused", refusal_code="other")


def _infected(cast: Cast) -> None:
    StoredFile.objects.update(scan=StoredFile.Scan.INFECTED)


def _decided(cast: Cast) -> None:
    decide(cast, "2.1")


def _more_wanted(cast: Cast) -> None:
    decide(cast, "2.1", "more_wanted", reason="Thiếu danh mục")


def _wrong_stage(cast: Cast) -> None:
    move_campaign(cast, Campaign.Status.ENTRY)


@pytest.mark.parametrize(
    ("happens", "hurdle"),
    [
        (_missing, "nothing_claimed"),
        (_not_applicable, "not_applicable"),
        (_broken, "check_broken"),
        (_no_evidence, "evidence_missing"),
        (_refused, "evidence_refused"),
        (_infected, "evidence_infected"),
        (_decided, "decided"),
        (_more_wanted, "more_wanted"),
        (_wrong_stage, "not_now"),
    ],
)
def test_what_wants_a_look_of_its_own_is_left(
    appraising: Cast, happens: Callable[[Cast], Any], hurdle: str
) -> None:
    happens(appraising)
    before = Appraisal.objects.count()
    assert _hurdles(appraising)["2.1"] == hurdle
    done = bulk_accept(actor=appraising.chi, pairs=[(appraising.a.pk, "2.1")], now=APPRAISING)
    assert [each.hurdle for each in done.left] == [hurdle]
    assert Appraisal.objects.count() == before


def test_evidence_that_must_be_signed_needs_a_valid_signature(appraising: Cast) -> None:
    StoredFile.objects.update(signature=StoredFile.Signature.UNVERIFIABLE)
    hurdles = _hurdles(appraising)
    assert (hurdles["1.1"], hurdles["2.1"]) == ("signature_missing", "")


def test_a_signature_that_is_checked_again_is_waited_for(appraising: Cast) -> None:
    StoredFile.objects.update(signature=StoredFile.Signature.AGAIN)
    assert _hurdles(appraising)["1.1"] == "signature_open"


def test_the_campaign_may_do_without_signatures(appraising: Cast) -> None:
    StoredFile.objects.update(signature=StoredFile.Signature.NONE)
    appraising.campaign.policies["require_signatures"] = False
    appraising.campaign.save()
    assert _hurdles(appraising)["1.1"] == ""


def test_what_is_justified_wants_a_look_of_its_own(cast: Cast) -> None:
    begin_second_round(cast)
    hurdles = _hurdles(cast)
    assert (hurdles["2.1"], hurdles["1.2"]) == ("justified", "not_due")


def test_criteria_of_others_are_left(appraising: Cast) -> None:
    AppraiserDuty.objects.all().delete()
    give_duty(appraising, appraising.chi, row_key="1")
    assert set(_hurdles(appraising)) == {"1.1", "1.2", "1.3"}
    done = bulk_accept(actor=appraising.chi, pairs=[(appraising.a.pk, "2.3")], now=APPRAISING)
    assert [each.hurdle for each in done.left] == ["not_your_duty"]


def test_one_criterion_is_accepted_across_organisations(appraising: Cast) -> None:
    pairs = [(appraising.a.pk, "2.3"), (appraising.b.pk, "2.3")]
    bulk_accept(actor=appraising.chi, pairs=pairs, now=APPRAISING)
    assert Appraisal.objects.filter(criterion_key="2.3").count() == 2
    paths = set(Event.objects.values_list("organisation_path", flat=True))
    assert paths == {appraising.body_a.path, appraising.body_b.path}


def test_what_is_accepted_is_written_once(appraising: Cast) -> None:
    pairs = [(appraising.a.pk, "2.3"), (appraising.b.pk, "2.3")]
    with CaptureQueriesContext(connection) as caught:
        bulk_accept(actor=appraising.chi, pairs=pairs, now=APPRAISING)
    writing = [each["sql"] for each in caught if Appraisal._meta.db_table in each["sql"].split(" SET ")[0]]
    assert not [each for each in writing if each.startswith("UPDATE")]


def test_nothing_chosen_and_too_much_chosen_are_refused(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "appraisal.nothing_chosen"):
        bulk_accept(actor=appraising.chi, pairs=[], now=APPRAISING)
    pairs = [(appraising.a.pk, "2.3")] * (MOST_AT_ONCE + 1)
    with refuses(Incomplete, "appraisal.too_many_chosen"):
        bulk_accept(actor=appraising.chi, pairs=pairs, now=APPRAISING)


def test_who_only_watches_accepts_nothing(appraising: Cast, refuses: Refuses) -> None:
    with refuses(NotAllowed, "assessment.appraise_not_allowed"):
        bulk_accept(actor=appraising.giang, pairs=[(appraising.a.pk, "2.3")], now=APPRAISING)


@pytest.mark.parametrize("person", ["an", "ha", "nga"])
def test_outsiders_learn_nothing(appraising: Cast, refuses: Refuses, person: str) -> None:
    with refuses(NotFound, "assessment.not_found"):
        bulk_accept(actor=appraising.people[person], pairs=[(appraising.a.pk, "2.3")], now=APPRAISING)
    with refuses(NotFound, "assessment.not_found"):
        preview_acceptance(actor=appraising.people[person], assessment_ids=[appraising.a.pk], now=APPRAISING)


def test_the_preview_asks_as_often_for_two_dossiers_as_for_one(
    appraising: Cast, django_assert_num_queries: Any
) -> None:
    ids = [appraising.a.pk, appraising.b.pk]
    preview_acceptance(actor=appraising.chi, assessment_ids=ids, now=APPRAISING)
    for some in (ids[:1], ids):
        with django_assert_num_queries(14):
            preview_acceptance(actor=appraising.chi, assessment_ids=some, now=APPRAISING)


def test_a_document_of_the_wrong_kind_or_day_wants_a_look_of_its_own(appraising: Cast) -> None:
    appraising.track.edition = make_edition(
        EDITION.replace("thu-nghiem-2026", "thu-nghiem-dieu-kien").replace(
            "evidence: {printed: Báo cáo, least: 1}",
            "evidence: {printed: Báo cáo, kinds: [document], least: 1, within_period: yes}",
        )
    )
    appraising.track.save()
    assert _hurdles(appraising)["2.1"] == "condition_unmet"
    Document.objects.update(evidence_kind="document", issued_on=date(2022, 2, 3))
    assert _hurdles(appraising)["2.1"] == "condition_unmet"
    view = get_split_view(actor=appraising.chi, assessment_id=appraising.a.pk, key="2.1", now=APPRAISING)
    assert view.documents[0].unmet == ("Ngày văn bản 03/02/2022 nằm ngoài kỳ 01/01/2026 – 31/12/2026.",)
    Document.objects.update(issued_on=date(2026, 2, 3))
    assert _hurdles(appraising)["2.1"] == ""


def test_where_nothing_is_claimed_no_document_is_asked_for(appraising: Cast) -> None:
    Answer.objects.filter(assessment=appraising.a, figure="2.1.a").update(value=0)
    _no_evidence(appraising)
    assert _hurdles(appraising)["2.1"] == ""
