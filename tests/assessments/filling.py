"""Filling in dossiers in tests, through the use cases."""

from __future__ import annotations

from datetime import date

from chamdiem.accounts.models import User
from chamdiem.assessments import services
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse, StoredFile
from tests.people import NOW, Cast

# Everything that can be typed into the edition of the tests.
COMPLETE = {
    "I.1": "100",
    "1.1.x": "head",
    "1.2.x": "có",
    "1.3.points": "7,5",
    "2.1.a": "79",
    "2.2.a": "1.234,5",
    "2.3.n": "3",
}


def write(
    cast: Cast,
    figure: str,
    typed: str,
    *,
    actor: User | None = None,
    assessment: Assessment | None = None,
    **more: object,
) -> services.Saved:
    """Type a figure into a dossier, by default that of Sở A, having seen the version there is."""
    assessment = assessment or cast.a
    known = Answer.objects.filter(assessment=assessment, figure=figure).first()
    given = {"seen_version": known.version if known else 0, "now": NOW, **more}
    return services.save_answer(
        actor=actor or cast.an,
        assessment_id=assessment.pk,
        figure=figure,
        typed=typed,
        **given,  # type: ignore[arg-type]  # as the use case takes them
    )


def fill(cast: Cast, assessment: Assessment | None = None, actor: User | None = None) -> None:
    """Type everything, and show the evidence asked for."""
    assessment = assessment or cast.a
    for figure, typed in COMPLETE.items():
        write(cast, figure, typed, actor=actor, assessment=assessment)
    for key in ("1.1", "2.1"):
        show_evidence(cast, assessment, key)
    services.recount(assessment_id=assessment.pk)
    assessment.refresh_from_db()


def show_evidence(
    cast: Cast, assessment: Assessment, key: str, signature: str = StoredFile.Signature.VALID
) -> EvidenceUse:
    """A signed document for a criterion, as the use cases of evidence leave it."""
    organisation = assessment.participant.organisation
    count = Document.objects.count()
    document = Document.objects.create(
        organisation=organisation,
        kind=Document.Kind.FILE,
        title="Báo cáo kết quả chuyển đổi số",
        number=f"{count + 1}/BC",
        issued_on=date(2026, 9, 1),
        issuer=organisation.name,
        added_by=cast.an,
        added_at=NOW,
    )
    file = StoredFile.objects.create(
        sha256=f"{count:064x}", size=1000, media_type="application/pdf", signature=signature, stored_at=NOW
    )
    DocumentVersion.objects.create(
        document=document, number=1, file=file, file_name="bao-cao.pdf", added_by=cast.an, added_at=NOW
    )
    return EvidenceUse.objects.create(
        document=document, assessment=assessment, criterion_key=key, added_by=cast.an, added_at=NOW
    )


def hand_in(cast: Cast) -> Assessment:
    """Fill, approve and submit the dossier of Sở A."""
    fill(cast)
    services.approve(actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW)
    services.submit(actor=cast.an, assessment_id=cast.a.pk, now=NOW)
    cast.a.refresh_from_db()
    return cast.a


def last_year(cast: Cast) -> Assessment:
    """The same campaign a year ago, with a dossier of Sở A."""
    before = Campaign.objects.get(pk=cast.campaign.pk)
    before.pk, before.name, before.year = None, "Đánh giá chuyển đổi số năm 2025", 2025
    before.save()
    Campaign.objects.filter(pk=cast.campaign.pk).update(previous=before)
    cast.campaign.refresh_from_db()
    track = cast.track
    track.pk, track.campaign = None, before
    track.save()
    participant = Participant.objects.create(
        campaign=before, track=track, organisation=cast.body_a, code="T1.A", name="Sở Xây dựng", joined_at=NOW
    )
    return Assessment.objects.create(participant=participant)
