"""Documents: brought in, shown, versioned, judged; seen only by those who may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from pypdf import PdfWriter

from chamdiem.assessments.models import Assessment
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused
from chamdiem.evidence import selectors, services
from chamdiem.evidence.inspection import ACCEPTED_EXTENSIONS
from chamdiem.evidence.models import Document, EvidenceUse, StoredFile
from chamdiem.evidence.services import Description
from tests.people import NOW, Cast

Opened = Callable[[str], Client]
TEXT = "Báo cáo kết quả chuyển đổi số năm 2026.\n".encode()


def _add(
    cast: Cast, who: str = "an", data: bytes = TEXT, name: str = "bao-cao.txt", title: str = "Báo cáo"
) -> Document:
    return services.add_file(
        actor=cast.people[who],
        organisation=cast.body_a,
        stream=BytesIO(data),
        file_name=name,
        described=Description(title=title),
        now=NOW,
    )


def _use(cast: Cast, document: Document, criterion: str = "2.1") -> EvidenceUse:
    return services.use_document(
        actor=cast.an, document=document, assessment_id=cast.a.pk, criterion_key=criterion, now=NOW
    )


def test_a_file_becomes_a_document_kept_under_its_hash(cast: Cast) -> None:
    document = _add(cast)
    (version,) = document.versions.all()
    assert version.file_name == "bao-cao.txt"
    assert version.file.size == len(TEXT)
    assert Event.objects.filter(action="evidence.add_file", subject_id=str(document.pk)).exists()


def test_the_same_content_is_kept_once(cast: Cast) -> None:
    _add(cast)
    _add(cast, title="Bản khác")
    assert StoredFile.objects.count() == 1
    assert Document.objects.count() == 2


def test_the_largest_file_is_a_setting(cast: Cast) -> None:
    with override_settings(MOST_EVIDENCE_BYTES=len(TEXT) - 1), pytest.raises(Refused) as refused:
        _add(cast)
    assert refused.value.code == "evidence.too_large"
    with override_settings(MOST_EVIDENCE_BYTES=len(TEXT)):
        _add(cast)


@pytest.mark.parametrize(("who", "refusal"), [("binh", NotAllowed), ("chi", NotAllowed), ("nga", NotAllowed)])
def test_only_people_of_the_body_add_documents(cast: Cast, who: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _add(cast, who)
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "title", "code"),
    [
        ("x.exe", b"MZ\x90\x00", "Tệp", "evidence.type_not_allowed"),
        ("x.txt", b"", "Tệp", "evidence.empty"),
        ("x.txt", "MẬT\nBáo cáo".encode(), "Báo cáo", "evidence.secret"),
        ("x.txt", TEXT, "Báo cáo (Tối mật)", "evidence.secret"),
        ("Mật.txt", TEXT, "Báo cáo", "evidence.secret"),
        ("Tuyệt mật 1.txt", TEXT, "Báo cáo", "evidence.secret"),
        ("QĐ-123-MẬT-2026.txt", TEXT, "Báo cáo", "evidence.secret"),
    ],
)
def test_what_may_not_come_in_is_refused_and_nothing_stays(
    cast: Cast, name: str, data: bytes, title: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        _add(cast, data=data, name=name, title=title)
    assert refused.value.code == code
    assert not Document.objects.exists()


def test_a_citation_needs_number_day_and_issuer(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        services.add_citation(
            actor=cast.an, organisation=cast.body_a, described=Description(title="Quyết định"), now=NOW
        )
    described = Description(
        title="Quyết định", number="12/QĐ-UBND", issued_on=date(2026, 1, 5), issuer="UBND tỉnh"
    )
    document = services.add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=NOW)
    assert document.kind == Document.Kind.CITATION


def test_a_day_of_issue_to_come_is_refused(cast: Cast, opened: Opened) -> None:
    today = NOW.date()
    told = {"title": "Quyết định", "number": "12/QĐ-UBND", "issuer": "UBND tỉnh"}
    asked: dict[str, Any] = {"actor": cast.an, "organisation": cast.body_a, "now": NOW}
    with pytest.raises(Refused) as refused:
        services.add_citation(described=Description(issued_on=today + timedelta(days=1), **told), **asked)
    assert refused.value.facts == {"day": "14/10/2026", "today": "13/10/2026"}
    document = services.add_citation(described=Description(issued_on=today, **told), **asked)
    address = reverse("evidence:describe", args=[document.pk])
    answer = opened("an").post(address, {**told, "issued_on": "2926-10-01"})
    assert answer.status_code == 422
    assert "Ngày ban hành 01/10/2926 sau hôm nay" in answer.content.decode()
    document.refresh_from_db()
    assert document.issued_on == today


def test_a_newer_version_keeps_the_older_and_an_equal_one_is_refused(cast: Cast) -> None:
    document = _add(cast)
    services.add_version(
        actor=cast.an, document_id=document.pk, stream=BytesIO(TEXT + b"2"), file_name="v2.txt", now=NOW
    )
    assert [version.number for version in document.versions.all()] == [2, 1]
    with pytest.raises(Conflict):
        services.add_version(
            actor=cast.an, document_id=document.pk, stream=BytesIO(TEXT + b"2"), file_name="v3.txt", now=NOW
        )


def test_one_document_serves_several_criteria_but_each_once(cast: Cast) -> None:
    document = _add(cast)
    _use(cast, document)
    _use(cast, document, "1.1")
    with pytest.raises(Conflict):
        _use(cast, document)
    uses = selectors.list_uses(assessment_id=cast.a.pk)
    assert {use.criterion_key for use in uses} == {"2.1", "1.1"}


def test_the_authority_sees_a_document_only_once_the_dossier_is_handed_in(cast: Cast) -> None:
    document = _add(cast)
    _use(cast, document)
    with pytest.raises(NotFound):
        selectors.get_document(actor=cast.chi, document_id=document.pk)
    Assessment.objects.filter(pk=cast.a.pk).update(status="submitted", submitted_at=NOW)
    assert selectors.get_document(actor=cast.chi, document_id=document.pk) == document
    for outsider in ("binh", "nga"):
        with pytest.raises(NotFound):
            selectors.get_document(actor=cast.people[outsider], document_id=document.pk)


def test_the_same_file_is_found_again_as_far_as_one_may_see(cast: Cast) -> None:
    first = _use(cast, _add(cast), "1.1")
    second = _use(cast, _add(cast, title="Lần nữa"))
    file = first.document.versions.get().file
    found = selectors.find_duplicates(actor=cast.an, file=file, besides=first.pk)
    assert found == [second]
    third = _use(cast, _add(cast, title="Lần thứ ba"))
    assert third.criterion_key == second.criterion_key
    # The same place twice is said once.
    assert selectors.find_duplicates(actor=cast.an, file=file) == [first, second]
    assert selectors.find_duplicates(actor=cast.binh, file=file) == []


def test_a_file_is_served_safely_and_only_to_those_who_may(cast: Cast, opened: Opened) -> None:
    version = _add(cast).versions.get()
    address = reverse("evidence:file", args=[version.pk])
    answer = opened("an").get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == TEXT  # type: ignore[attr-defined]
    shown = opened("an").get(address, {"xem": ""})
    assert b"".join(shown.streaming_content) == TEXT  # type: ignore[attr-defined]
    assert shown["Content-Disposition"].startswith("inline")
    assert opened("binh").get(address).status_code == 404


def test_an_infected_file_is_served_to_nobody(cast: Cast, opened: Opened) -> None:
    version = _add(cast).versions.get()
    StoredFile.objects.update(scan=StoredFile.Scan.INFECTED)
    assert opened("an").get(reverse("evidence:file", args=[version.pk])).status_code == 403


def test_several_files_come_in_at_once(cast: Cast, opened: Opened) -> None:
    files = [SimpleUploadedFile(f"{n}.txt", TEXT + str(n).encode()) for n in range(3)]
    address = reverse("evidence:upload", args=[cast.body_a.pk])
    answer = opened("an").post(address, {"file": files}, headers={"Accept": "application/json"})
    assert len(answer.json()["documents"]) == 3


def test_the_folder_asks_a_constant_number_of_queries(
    cast: Cast, opened: Opened, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for number in range(30):
        _add(cast, data=TEXT + str(number).encode())
    client = opened("an")
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        client.get(reverse("evidence:folder"))


def test_the_same_file_brought_in_again_says_where_it_is(
    cast: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    first, again = _add(cast), _add(cast)
    other = _add(cast, data=TEXT + b"2")
    client, said = opened("an"), "Tệp này đã tải lên trước đây"
    link = f'href="/minh-chung/{first.pk}/" lang="vi">{first.title}</a>'
    folder = client.get("/minh-chung/").content.decode()
    assert (folder.count(said), folder.count(link)) == (1, 1)
    assert link in client.get(f"/minh-chung/{again.pk}/").content.decode()
    for document in (first, other):
        assert said not in client.get(f"/minh-chung/{document.pk}/").content.decode()
    _use(cast, again)
    assert said in client.get(f"/ho-so/{cast.a.pk}/tieu-chi/2.1/").content.decode()


def test_the_picker_offers_what_the_server_takes(cast: Cast, opened: Opened) -> None:
    document = _add(cast)
    offered = 'accept="' + ",".join(f".{each}" for each in ACCEPTED_EXTENSIONS) + '"'
    for address in (reverse("evidence:folder"), reverse("evidence:document", args=[document.pk])):
        assert offered in opened("an").get(address).content.decode()


def test_a_file_with_a_password_is_called_so_in_lists_and_when_it_comes(cast: Cast, opened: Opened) -> None:
    address = reverse("evidence:upload", args=[cast.body_a.pk])
    for password, is_locked in (("mật khẩu", True), ("", False)):
        writer, data = PdfWriter(), BytesIO()
        writer.add_blank_page(100, 100)
        writer.encrypt(password, owner_password="chủ", algorithm="AES-256")  # noqa: S106  of a test
        writer.write(data)
        file = SimpleUploadedFile("Quyết định.pdf", data.getvalue())
        notice = (
            opened("an")
            .post(address, {"file": file}, headers={"Accept": "application/json"})
            .json()["notice"]
        )
        assert ("không đặt mật khẩu" in notice) is is_locked
        document = Document.objects.latest("pk")
        assert document.versions.get().file.is_locked is is_locked
    folder = opened("an").get(reverse("evidence:folder")).content.decode()
    assert folder.count("Có mật khẩu, không mở được") == 1
