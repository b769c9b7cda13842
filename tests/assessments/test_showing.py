"""Evidence of a criterion: shown, cited, used again, taken away; counts and approvals follow."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from chamdiem.assessments import services
from chamdiem.assessments.models import Assessment
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused, WrongStage
from chamdiem.evidence.checking import tell_unsure
from chamdiem.evidence.hooks import tell_checked
from chamdiem.evidence.models import Document, EvidenceUse, StoredFile
from chamdiem.evidence.services import Description
from tests.people import NOW, Cast

from .filling import fill, hand_in, show_evidence, write

PLAN = Description(title="Kế hoạch chuyển đổi số", number="5/KH-SXD", issued_on=date(2026, 1, 5), issuer="Sở")


def show_file(cast: Cast, person: str = "an", key: str = "2.1", data: bytes = b"noi dung") -> EvidenceUse:
    return services.show_file(
        actor=cast.people[person],
        assessment_id=cast.a.pk,
        key=key,
        stream=BytesIO(data),
        file_name="Bao cao quy III.txt",
        now=NOW,
    )


def cite(cast: Cast, person: str = "an", key: str = "2.1", described: Description = PLAN) -> EvidenceUse:
    return services.show_citation(
        actor=cast.people[person], assessment_id=cast.a.pk, key=key, described=described, now=NOW
    )


def test_a_file_is_shown_counted_and_audited(cast: Cast) -> None:
    write(cast, "I.1", "100")
    write(cast, "2.1.a", "79")
    assert Assessment.objects.get(pk=cast.a.pk).evidence_gap_count == 1
    use = show_file(cast)
    assert (use.document.title, use.document.organisation) == ("Bao cao quy III", cast.body_a)
    assert Assessment.objects.get(pk=cast.a.pk).evidence_gap_count == 0
    assert Event.objects.get(action="assessment.show_evidence").facts["criterion"] == "2.1"


def test_a_document_serves_several_criteria_but_each_once(cast: Cast) -> None:
    use = show_file(cast)
    show = services.show_document
    given = {"actor": cast.an, "assessment_id": cast.a.pk, "document_id": use.document_id, "now": NOW}
    show(**given, key="1.1", pages="3-5")  # type: ignore[arg-type]  # as the use case takes them
    with pytest.raises(Conflict, match="used_already"):
        show(**given, key="2.1")  # type: ignore[arg-type]  # as the use case takes them
    assert EvidenceUse.objects.count() == 2


def test_what_was_taken_away_is_missing_again(cast: Cast) -> None:
    fill(cast)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    key = services.take_away(actor=cast.an, assessment_id=cast.a.pk, use_id=use.pk, now=NOW)
    cast.a.refresh_from_db()
    assert (key, cast.a.evidence_gap_count, Document.objects.count()) == ("2.1", 1, 2)
    with pytest.raises(NotFound):
        services.take_away(actor=cast.an, assessment_id=cast.a.pk, use_id=use.pk, now=NOW)


def test_every_change_of_evidence_voids_the_approval(cast: Cast) -> None:
    fill(cast)
    approval = services.approve(
        actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW
    )
    cite(cast)
    approval.refresh_from_db()
    assert approval.voided_because == "2.1: tài liệu kiểm chứng"


def test_a_secret_or_an_incomplete_citation_stays_out(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        cite(cast, described=Description(title="Kế hoạch"))
    with pytest.raises(Refused):
        cite(cast, described=Description(title="Kế hoạch", number="5/KH-M (Tuyệt mật)", issuer="Sở"))
    assert not EvidenceUse.objects.exists()
    assert not Document.objects.exists()
    assert Assessment.objects.get(pk=cast.a.pk).revision == 0


def test_who_may_and_who_may_not(cast: Cast) -> None:
    show_file(cast, "kien")
    for person, key in (("kien", "1.1"), ("binh", "2.1"), ("nga", "2.1"), ("chi", "2.1"), ("lan", "2.1")):
        with pytest.raises(NotFound):
            show_file(cast, person, key)
    with pytest.raises(NotAllowed):
        show_file(cast, "giang")
    with pytest.raises(NotAllowed, match="not_declared_here"):
        show_file(cast, key="I.1")
    foreign = show_evidence(cast, cast.b, "1.1")
    with pytest.raises(NotFound):
        services.show_document(
            actor=cast.an, assessment_id=cast.a.pk, key="1.1", document_id=foreign.document_id, now=NOW
        )


def test_after_handing_in_evidence_stays_as_it_was(cast: Cast) -> None:
    hand_in(cast)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    with pytest.raises(WrongStage):
        cite(cast)
    with pytest.raises(WrongStage):
        services.take_away(actor=cast.an, assessment_id=cast.a.pk, use_id=use.pk, now=NOW)


def test_once_signatures_are_known_the_counts_follow(cast: Cast) -> None:
    write(cast, "1.1.x", "head")
    show_evidence(cast, cast.a, "1.1", StoredFile.Signature.WAITING)
    services.recount(assessment_id=cast.a.pk)
    assert Assessment.objects.get(pk=cast.a.pk).evidence_gap_count == 1
    file = StoredFile.objects.get()
    file.signature = StoredFile.Signature.VALID
    file.save()
    tell_checked(StoredFile.objects.all())
    kept = Assessment.objects.get(pk=cast.a.pk)
    assert (kept.evidence_gap_count, kept.revision) == (0, 1)


def test_a_signature_that_is_checked_again_counts_no_longer(cast: Cast) -> None:
    write(cast, "1.1.x", "head")
    show_evidence(cast, cast.a, "1.1", StoredFile.Signature.VALID)
    services.recount(assessment_id=cast.a.pk)
    assert Assessment.objects.get(pk=cast.a.pk).evidence_gap_count == 0
    StoredFile.objects.update(signature=StoredFile.Signature.AGAIN)
    tell_unsure()
    assert Assessment.objects.get(pk=cast.a.pk).evidence_gap_count == 1


def test_a_refused_document_proves_nothing(cast: Cast) -> None:
    fill(cast)
    EvidenceUse.objects.filter(criterion_key="2.1").update(
        verdict=EvidenceUse.Verdict.REFUSED, refusal_code="illegible"
    )
    assert services.recount(assessment_id=cast.a.pk).evidence_gap_count == 1
