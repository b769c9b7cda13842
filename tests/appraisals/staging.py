"""Dossiers in appraisal: what both bodies of the cast claim, and how a test gets to a stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import BinaryIO

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.appraisals.models import Appraisal, Justification, Message, Ruling
from chamdiem.appraisals.services.appraising import Decision, appraise_criterion
from chamdiem.appraisals.services.explaining import (
    Position,
    justify_criterion,
    open_explanation,
    send_justification,
)
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import AppraiserDuty, Campaign, Participant
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse, StoredFile

from ..people import NOW, PASSWORD, Cast

# Sở Xây dựng: trưởng ban, có chuyên mục, 8 điểm lan toả, 60 trên 100 thủ tục, 50 triệu, 3 cuộc họp.
CLAIM_A = {"I.1": 100, "1.1.x": 0, "1.2.x": 1, "1.3.points": 800, "2.1.a": 60, "2.2.a": 50_000, "2.3.n": 3}
CLAIM_B = {"I.1": 80, "1.1.x": 1, "1.2.x": 0, "1.3.points": 600, "2.1.a": 80, "2.2.a": 100_000, "2.3.n": 5}
KEYS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3")
APPRAISING = NOW + timedelta(days=20)


def begin_appraisal(cast: Cast) -> None:
    """Both dossiers are handed in, the campaign appraises, Chi has the whole track."""
    for assessment, claim in ((cast.a, CLAIM_A), (cast.b, CLAIM_B)):
        claim_figures(assessment, claim)
        show_document(cast, assessment, "1.1")
        show_document(cast, assessment, "2.1")
        hand_in(assessment)
    move_campaign(cast, Campaign.Status.APPRAISAL)
    give_duty(cast, cast.chi)


def claim_figures(assessment: Assessment, figures: Mapping[str, int], at: datetime = NOW) -> None:
    """What the organisation fills in."""
    for figure, value in figures.items():
        Answer.objects.update_or_create(
            assessment=assessment, figure=figure, defaults={"value": value, "changed_at": at}
        )


def hand_in(assessment: Assessment, at: datetime = NOW) -> None:
    """The dossier is handed in."""
    assessment.status, assessment.submitted_at = Assessment.Status.SUBMITTED, at
    assessment.save()


def move_campaign(cast: Cast, status: str) -> None:
    """Bring the campaign to a stage."""
    cast.campaign.status = status
    cast.campaign.save()


def give_duty(cast: Cast, user: User, row_key: str = "", participant: Participant | None = None) -> None:
    """Give an appraiser the track, or part of it."""
    AppraiserDuty.objects.create(
        campaign=cast.campaign, user=user, track=cast.track, row_key=row_key, participant=participant
    )


def another_appraiser(cast: Cast) -> User:
    """Quân, who appraises beside Chi."""
    quan = User.objects.create_user("quan@vidu.gov.vn", PASSWORD, name="Trịnh Minh Quân")
    RoleAssignment.objects.create(user=quan, role=Role.APPRAISER, organisation=cast.province, given_at=NOW)
    return quan


def show_document(
    cast: Cast, assessment: Assessment, key: str, signature: str = StoredFile.Signature.VALID
) -> EvidenceUse:
    """A signed document shown for a criterion."""
    number = EvidenceUse.objects.count() + 1
    document = make_document(cast, assessment, f"Quyết định số {number}/QĐ-SXD", signature)
    return EvidenceUse.objects.create(
        document=document, assessment=assessment, criterion_key=key, added_by=cast.an, added_at=NOW
    )


def make_document(
    cast: Cast, assessment: Assessment, title: str, signature: str = StoredFile.Signature.VALID
) -> Document:
    """A document of the organisation with one file."""
    document = Document.objects.create(
        organisation=assessment.participant.organisation,
        kind=Document.Kind.FILE,
        title=title,
        added_by=cast.an,
        added_at=NOW,
    )
    file = StoredFile.objects.create(
        sha256=f"{document.pk:064x}",
        size=1000,
        media_type="application/pdf",
        pages=2,
        signature=signature,
        stored_at=NOW,
    )
    DocumentVersion.objects.create(
        document=document, number=1, file=file, file_name="qd.pdf", added_by=cast.an, added_at=NOW
    )
    return document


def decide(
    cast: Cast,
    key: str,
    verdict: str = "accepted",
    *,
    points: str = "",
    reason: str = "",
    typed: Mapping[str, str] | None = None,
    version: int = 0,
    actor: User | None = None,
    assessment: Assessment | None = None,
) -> Appraisal:
    """Chi decides a criterion of Sở Xây dựng."""
    return appraise_criterion(
        actor=actor or cast.chi,
        assessment_id=(assessment or cast.a).pk,
        key=key,
        decision=Decision(verdict=verdict, typed=typed or {}, points=points, reason=reason),
        version=version,
        now=APPRAISING,
    )


def appraise_all(cast: Cast) -> None:
    """Chi awards 5 of 10 for 1.2, corrects 2.1 to 40 services, accepts the rest, and finishes."""
    decide(cast, "1.2", "awarded", points="5", reason="Chuyên mục không cập nhật")
    decide(cast, "2.1", "corrected", typed={"2.1.a": "40"}, reason="Chỉ có 40 dịch vụ toàn trình")
    for key in KEYS:
        if key not in ("1.2", "2.1"):
            decide(cast, key)
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)


def begin_explanation(cast: Cast) -> None:
    """Sở Xây dựng is asked to explain 1.2 and 2.1."""
    begin_appraisal(cast)
    appraise_all(cast)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)


def justify(
    cast: Cast,
    key: str,
    text: str = "Có 60 dịch vụ, xem phụ lục",
    *,
    stance: str = "justified",
    version: int = 0,
    actor: User | None = None,
    documents: tuple[int, ...] = (),
    files: tuple[tuple[str, BinaryIO], ...] = (),
    now: datetime = APPRAISING,
) -> Justification:
    """An justifies a criterion."""
    return justify_criterion(
        actor=actor or cast.an,
        assessment_id=cast.a.pk,
        key=key,
        position=Position(stance=stance, text=text, document_ids=documents, files=files),
        version=version,
        now=now,
    )


def begin_second_round(cast: Cast) -> None:
    """Sở Xây dựng agrees to 1.2 and justifies 2.1."""
    begin_explanation(cast)
    justify(cast, "1.2", "", stance="agreed")
    justify(cast, "2.1")
    send_justification(actor=cast.an, assessment_id=cast.a.pk, now=APPRAISING)


def begin_second_round_of_spending(cast: Cast) -> None:
    """Spending was corrected from 50 to 200 million, and the body justified its claim."""
    begin_appraisal(cast)
    decide(cast, "2.2", "corrected", typed={"2.2.a": "200"}, reason="Chi thực tế 200")
    for key in KEYS:
        if key != "2.2":
            decide(cast, key)
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    justify(cast, "2.2", "Chỉ chi 50")
    send_justification(actor=cast.an, assessment_id=cast.a.pk, now=APPRAISING)


def begin_ruling(cast: Cast) -> None:
    """The second round changed nothing: 2.1 goes to the council."""
    begin_second_round(cast)
    decide(cast, "2.1", "corrected", typed={"2.1.a": "40"}, reason="Phụ lục liệt kê 40 dịch vụ")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    move_campaign(cast, Campaign.Status.RULING)


def everything(cast: Cast) -> tuple[object, ...]:
    """What a refusal must not change: rows of both sides, states, and the audit."""
    return (
        list(Appraisal.objects.order_by("pk").values()),
        list(Justification.objects.order_by("pk").values()),
        list(Message.objects.order_by("pk").values()),
        list(Ruling.objects.order_by("pk").values()),
        list(Answer.objects.order_by("pk").values()),
        list(EvidenceUse.objects.order_by("pk").values()),
        list(Assessment.objects.order_by("pk").values()),
        Event.objects.count(),
        cast.campaign.pk,
    )
