"""What was handed in by mistake is withdrawn, unless something that was sent shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client

from chamdiem.assessments.models import Approval, Assessment, Submission
from chamdiem.audit.models import Event
from chamdiem.errors import ChamdiemError, Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.evidence import selectors, services
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.services import Description
from chamdiem.evidence.withdrawing import withdraw_document, withdraw_version
from tests.people import NOW, Cast

Opened = Callable[[str], Client]
FIRST, SECOND = "Danh sách cán bộ, bản nhầm".encode(), "Bản có số căn cước".encode()
REASON = "Nhầm tệp: có số căn cước công dân"
LATER = NOW + timedelta(hours=1)


def _add(cast: Cast, who: str = "an") -> Document:
    return services.add_file(
        actor=cast.people[who],
        organisation=cast.body_a,
        stream=BytesIO(FIRST),
        file_name="danh-sach.txt",
        described=Description(title="Danh sách"),
        now=NOW,
    )


def _renew(cast: Cast, document: Document, who: str = "an") -> None:
    services.add_version(
        actor=cast.people[who],
        document_id=document.pk,
        stream=BytesIO(SECOND),
        file_name="moi.txt",
        now=NOW,
    )


def _show(cast: Cast, document: Document, key: str = "2.1") -> EvidenceUse:
    return services.use_document(
        actor=cast.an, document=document, assessment_id=cast.a.pk, criterion_key=key, now=NOW
    )


def _withdraw(cast: Cast, document: Document, who: str = "an", reason: str = REASON) -> Document:
    return withdraw_document(actor=cast.people[who], document_id=document.pk, reason=reason, now=LATER)


def _withdraw_version(cast: Cast, document: Document, who: str = "an", number: int = 2) -> Document:
    actor = cast.people[who]
    return withdraw_version(actor=actor, document_id=document.pk, number=number, reason=REASON, now=LATER)


def _move(cast: Cast, status: str) -> None:
    Assessment.objects.filter(pk=cast.a.pk).update(status=status, submitted_at=NOW)


def _freeze(cast: Cast, document: Document) -> None:
    """The dossier was sent with the newest version of a document, and returned."""
    version = document.versions.select_related("file").get()
    Submission.objects.create(
        assessment=cast.a,
        number=1,
        content={"evidence": [{"document_id": document.pk, "sha256": version.file.sha256}]},
        content_hash="0" * 64,
        points=0,
        submitted_by=cast.dung,
        submitted_at=NOW,
    )
    _move(cast, "returned")


@pytest.mark.django_db(transaction=True)
def test_the_page_says_what_may_be_withdrawn_without_writing_anything(cast: Cast, opened: Opened) -> None:
    document = _add(cast)
    _show(cast, document)
    address = f"/minh-chung/{document.pk}/"
    assert f"{address}rut/" in opened("an").get(address).content.decode()
    _move(cast, "submitted")
    assert f"{address}rut/" not in opened("an").get(address).content.decode()


def test_a_withdrawn_document_leaves_lists_and_its_file_is_not_opened(cast: Cast, opened: Opened) -> None:
    document = _add(cast)
    version = document.versions.get()
    client = opened("an")
    answer = client.post(f"/minh-chung/{document.pk}/rut/", {"reason": REASON}, follow=True)
    assert "Đã rút tài liệu" in answer.content.decode()
    assert not selectors.list_documents(actor=cast.an).exists()
    for address in (f"/minh-chung/{document.pk}/", f"/minh-chung/tep/{version.pk}/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert f"đã được {cast.an.name} rút" in answer.content.decode()
        # Others do not learn that there was anything.
        assert "rút" not in opened("chi").get(address).content.decode().partition("<main")[2]


def test_the_trail_keeps_who_why_name_and_hash(cast: Cast) -> None:
    document = _add(cast)
    sha256 = document.versions.get().file.sha256
    _withdraw(cast, document)
    event = Event.objects.get(action="evidence.withdraw")
    assert event.actor == cast.an
    assert event.facts["reason"] == REASON
    assert (event.facts["file_name"], event.facts["sha256"]) == ("danh-sach.txt", sha256)


@pytest.mark.parametrize(("brought_by", "who"), [("an", "dung"), ("kien", "kien"), ("kien", "dung")])
def test_who_handed_it_in_and_the_leader_withdraw(cast: Cast, brought_by: str, who: str) -> None:
    assert _withdraw(cast, _add(cast, brought_by), who).withdrawn_by == cast.people[who]


@pytest.mark.parametrize(
    ("who", "refusal"), [("an", NotAllowed), ("binh", NotFound), ("chi", NotFound), ("giang", NotFound)]
)
def test_nobody_else_withdraws(cast: Cast, who: str, refusal: type[ChamdiemError]) -> None:
    with pytest.raises(refusal):
        _withdraw(cast, _add(cast, "kien"), who)


def test_a_reason_is_needed(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        _withdraw(cast, _add(cast), reason="  nhầm  ")


def test_it_leaves_the_open_dossier_and_voids_its_approval(cast: Cast) -> None:
    document = _add(cast)
    _show(cast, document)
    Approval.objects.create(
        assessment=cast.a, content_hash="0" * 64, revision=1, approved_by=cast.dung, approved_at=NOW
    )
    _withdraw(cast, document)
    assert EvidenceUse.objects.get().removed_at == LATER
    assert "Danh sách" in Approval.objects.get().voided_because


@pytest.mark.parametrize("status", ["submitted", "appraisal", "explanation", "settled", "final"])
def test_what_a_sent_dossier_shows_stays(cast: Cast, status: str) -> None:
    document = _add(cast)
    _show(cast, document)
    _move(cast, status)
    with pytest.raises(WrongStage) as refused:
        _withdraw(cast, document)
    assert "Sở Xây dựng" in refused.value.facts["place"]
    assert "2.1" in refused.value.facts["place"]


def test_what_was_sent_once_stays_though_the_dossier_was_returned(cast: Cast) -> None:
    document = _add(cast)
    _freeze(cast, document)
    with pytest.raises(WrongStage):
        _withdraw(cast, document)
    Submission.objects.update(withdrawn_at=LATER, withdrawn_by=cast.dung)
    assert _withdraw(cast, document).withdrawn_at == LATER


def test_what_was_judged_stays(cast: Cast) -> None:
    document = _add(cast)
    use = _show(cast, document)
    use.verdict, use.verdict_by, use.verdict_at = "accepted", cast.chi, LATER
    use.save()
    with pytest.raises(WrongStage) as refused:
        _withdraw(cast, document)
    assert "kết luận thẩm định" in refused.value.facts["place"]


def test_of_two_versions_the_earlier_is_current_again(cast: Cast, opened: Opened) -> None:
    document = _add(cast)
    _renew(cast, document)
    client = opened("an")
    page = client.get(f"/minh-chung/{document.pk}/").content.decode()
    assert "Rút bản 2" in page
    taken = document.versions.first()
    assert taken is not None
    client.post(f"/minh-chung/{document.pk}/ban/2/rut/", {"reason": REASON})
    assert document.versions.get().number == 1
    assert client.get(f"/minh-chung/tep/{taken.pk}/").status_code == 404
    assert Event.objects.get(action="evidence.withdraw_version").facts["file_name"] == "moi.txt"
    assert "Rút bản" not in client.get(f"/minh-chung/{document.pk}/").content.decode()


def test_a_version_newer_than_what_was_sent_is_withdrawn(cast: Cast) -> None:
    document = _add(cast)
    _freeze(cast, document)
    _renew(cast, document)
    with pytest.raises(WrongStage):
        _withdraw(cast, document)
    _withdraw_version(cast, document)
    assert document.versions.get().number == 1


def test_only_the_newest_version_with_one_before_it_is_withdrawn(cast: Cast) -> None:
    document = _add(cast)
    with pytest.raises(Conflict):
        _withdraw_version(cast, document, number=1)
    _renew(cast, document)
    with pytest.raises(Conflict):
        _withdraw_version(cast, document, number=1)


def test_whoever_brought_the_document_does_not_withdraw_anothers_version(cast: Cast) -> None:
    document = _add(cast, "kien")
    _renew(cast, document, "an")
    with pytest.raises(NotAllowed):
        _withdraw_version(cast, document, "kien")
    _withdraw_version(cast, document, "an")


def test_a_withdrawn_document_is_shown_nowhere_again(cast: Cast) -> None:
    document = _add(cast)
    _withdraw(cast, document)
    with pytest.raises(NotFound):
        _show(cast, document)
