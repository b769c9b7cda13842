"""Judging documents shown for a criterion."""

from __future__ import annotations

import pytest

from chamdiem.appraisals.document_refusals import REASONS, reason_label
from chamdiem.appraisals.services.documents import Judgement, judge_document
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound
from chamdiem.evidence.models import EvidenceUse

from ..people import Cast
from .conftest import Refuses
from .staging import APPRAISING, another_appraiser, give_duty


def _use(cast: Cast) -> EvidenceUse:
    return EvidenceUse.objects.get(assessment=cast.a, criterion_key="2.1")


def _judge(cast: Cast, who: str = "chi", seen: str = "pending", **judgement: str) -> EvidenceUse:
    return judge_document(
        actor=cast.people[who],
        assessment_id=cast.a.pk,
        use_id=_use(cast).pk,
        judgement=Judgement(**judgement),
        seen=seen,
        now=APPRAISING,
    )


def test_a_document_is_refused_with_its_reason_and_then_accepted(appraising: Cast) -> None:
    _judge(appraising, verdict="refused", code="wrong_period", note="Ban hành năm 2024")
    use = _use(appraising)
    assert (use.verdict, use.refusal_code, use.verdict_by) == ("refused", "wrong_period", appraising.chi)
    _judge(appraising, verdict="accepted", seen="refused")
    assert (_use(appraising).verdict, _use(appraising).refusal_code) == ("accepted", "")
    event = Event.objects.first()
    assert event is not None
    assert (event.action, event.facts["before"], event.facts["after"]) == (
        "document.judge",
        "refused",
        "accepted",
    )


@pytest.mark.parametrize(
    ("judgement", "kind", "code"),
    [
        ({"verdict": "refused"}, Incomplete, "document.reason_missing"),
        ({"verdict": "refused", "code": "ugly"}, NotFound, "document.no_such_reason"),
        ({"verdict": "refused", "code": "other"}, Incomplete, "document.note_missing"),
        ({"verdict": "maybe"}, NotFound, "document.no_such_verdict"),
    ],
)
def test_a_refusal_names_a_known_reason(
    appraising: Cast,
    refuses: Refuses,
    judgement: dict[str, str],
    kind: type[Incomplete | NotFound],
    code: str,
) -> None:
    with refuses(kind, code):
        _judge(appraising, **judgement)


def test_a_document_judged_meanwhile_is_a_conflict(appraising: Cast, refuses: Refuses) -> None:
    _judge(appraising, verdict="accepted")
    with refuses(Conflict, "document.judged_meanwhile"):
        _judge(appraising, verdict="refused", code="unreadable")


@pytest.mark.parametrize("person", ["an", "binh", "ha", "nga"])
def test_outsiders_learn_nothing(appraising: Cast, refuses: Refuses, person: str) -> None:
    with refuses(NotFound, "assessment.not_found"):
        _judge(appraising, person, verdict="accepted")


def test_documents_of_a_criterion_of_others_are_not_judged(appraising: Cast, refuses: Refuses) -> None:
    quan = another_appraiser(appraising)
    give_duty(appraising, quan, row_key="1")
    appraising.people["quan"] = quan
    with refuses(NotAllowed, "appraisal.not_your_duty"):
        _judge(appraising, "quan", verdict="accepted")


def test_a_removed_document_and_one_of_another_dossier_are_not_found(
    appraising: Cast, refuses: Refuses
) -> None:
    other = EvidenceUse.objects.get(assessment=appraising.b, criterion_key="2.1")
    with refuses(NotFound, "evidence.not_found"):
        judge_document(
            actor=appraising.chi,
            assessment_id=appraising.a.pk,
            use_id=other.pk,
            judgement=Judgement(verdict="accepted"),
            seen="pending",
            now=APPRAISING,
        )


def test_every_reason_speaks_both_languages() -> None:
    assert all(vietnamese and english for vietnamese, english in REASONS.values())
    assert (reason_label("unreadable"), reason_label("unreadable", "en")) == (
        "Không đọc được",
        "Cannot be read",
    )
    assert reason_label("once_used") == "once_used"
