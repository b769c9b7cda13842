"""Evidence on the pages of a dossier: uploaded, cited, used again, taken away."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chamdiem.assessments.forms import CitationForm
from chamdiem.core.indicator_set import EvidenceRequirement
from chamdiem.evidence.inspection import ACCEPTED_EXTENSIONS
from chamdiem.evidence.models import EvidenceUse, StoredFile
from tests.people import NOW, Cast

from .asking import JSON, Opened, at, text
from .filling import fill, hand_in, show_evidence

pytestmark = pytest.mark.usefixtures("stopped_clock")
CITED = ("number", "issued_on", "issuer", "url")


def test_the_picker_offers_what_the_server_takes_and_the_camera(cast: Cast, opened: Opened) -> None:
    said = text(opened("an"), at(cast, "tieu-chi/2.1/"))
    assert f'accept="{",".join(f".{each}" for each in ACCEPTED_EXTENSIONS)}"' in said
    assert 'accept="image/*" capture="environment"' in said


def test_a_dossier_that_was_sent_says_that_it_is_only_read(cast: Cast, opened: Opened) -> None:
    hand_in(cast)
    said = text(opened("an"), at(cast, "tieu-chi/2.1/"))
    assert "Hồ sơ đang ở trạng thái “Đã gửi thẩm định”: lúc này chỉ xem được." in said
    assert "tải lại trang" not in said


def test_what_is_explained_is_not_called_enough(cast: Cast, opened: Opened) -> None:
    fill(cast)
    page, client = at(cast, "tieu-chi/1.1/"), opened("an")

    def needed() -> str:
        return text(client, page).partition('id="evidence-need-')[2].partition("</div>")[0]

    assert "Đã đủ" in needed()
    StoredFile.objects.update(signature=StoredFile.Signature.NONE)
    assert "Chưa đáp ứng yêu cầu" in needed()
    client.post(f"{page}giai-thich/", {"value": "Bản giấy có dấu đỏ, chưa ký số", "version": 0})
    assert "Đã giải thích lý do" in needed()
    assert "Đã đủ" not in needed()
    EvidenceUse.objects.filter(criterion_key="1.1").update(removed_at=NOW)
    assert "Đã giải thích lý do" in needed()
    assert "còn thiếu" not in needed()


def test_more_documents_than_needed_are_said_as_such(cast: Cast, opened: Opened) -> None:
    fill(cast)
    client = opened("an")
    for number in range(3):
        file = SimpleUploadedFile(f"Phụ lục {number}.txt", f"Phụ lục {number}".encode())
        client.post(at(cast, "tieu-chi/2.1/minh-chung/"), {"file": file}, headers=JSON)
    count = EvidenceUse.objects.filter(criterion_key="2.1", removed_at__isnull=True).count()
    assert count >= 3
    assert f"Có {count} tài liệu, cần ít nhất 1" in text(client, at(cast, "tieu-chi/2.1/"))


def test_evidence_is_uploaded_cited_used_again_and_taken_away(cast: Cast, opened: Opened) -> None:
    client, place = opened("an"), at(cast, "tieu-chi/2.1/minh-chung/")
    file = SimpleUploadedFile("Bao cao quy III.txt", "Báo cáo quý III".encode())
    parts = client.post(place, {"file": file}, headers=JSON).json()["parts"]
    assert "Bao cao quy III" in parts["#evidence-list"]
    citation = {
        "title": "Kế hoạch số 5",
        "number": "5/KH",
        "issued_on": "2026-01-05",
        "issuer": "Sở Xây dựng",
    }
    client.post(f"{place}vien-dan/", citation)
    first = EvidenceUse.objects.order_by("pk").first()
    assert first is not None
    client.post(at(cast, "tieu-chi/1.1/minh-chung/da-co/"), {"document": first.document_id, "pages": "3-5"})
    used = EvidenceUse.objects.order_by("pk").values_list("criterion_key", "pages")
    assert list(used) == [("2.1", ""), ("2.1", ""), ("1.1", "3-5")]
    client.post(at(cast, f"minh-chung/{first.pk}/go/"))
    first.refresh_from_db()
    assert first.removed_at == NOW


def test_pages_a_file_does_not_have_come_back_with_their_number(cast: Cast, opened: Opened) -> None:
    client, place = opened("an"), at(cast, "tieu-chi/2.1/minh-chung/")
    client.post(place, {"file": SimpleUploadedFile("Bao cao.txt", b"Bao cao")}, headers=JSON)
    use = EvidenceUse.objects.get()
    version = use.document.versions.get()
    version.file.pages = 3
    version.file.save()
    again = at(cast, "tieu-chi/1.1/minh-chung/da-co/")
    for pages in ("9", "3-2", "abc"):
        answer = client.post(again, {"document": use.document_id, "pages": pages})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert f"“{pages}” không phải trang của tài liệu này: tệp có 3 trang" in page
        assert f'value="{pages}"' in page
    client.post(again, {"document": use.document_id, "pages": "trang 2-3"})
    version.file.pages = 2
    version.file.save()
    assert "không còn trang 2-3 đã dẫn" in text(client, at(cast, "tieu-chi/1.1/"))


def test_a_kind_that_is_asked_for_is_to_be_chosen() -> None:
    asked = CitationForm(wanted=EvidenceRequirement(printed="x", kinds=("document",)))
    assert "chưa rõ" not in str(asked["evidence_kind"])
    assert "Chọn loại minh chứng" in str(asked["evidence_kind"])
    assert "chưa rõ" in str(CitationForm(wanted=None)["evidence_kind"])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://vi-du.example/a", "https://"])
def test_a_citation_says_how_an_address_begins(cast: Cast, opened: Opened, address: str) -> None:
    place = at(cast, "tieu-chi/2.1/minh-chung/vien-dan/")
    answer = opened("an").post(place, {"title": "Kế hoạch", "url": address})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "bắt đầu bằng https:// hoặc http://" in page
    assert f'value="{address}"' in page
    assert 'value="Kế hoạch"' in page
    assert not EvidenceUse.objects.exists()


def test_a_citation_of_a_day_to_come_comes_back_as_typed(cast: Cast, opened: Opened) -> None:
    citation = {"title": "Kế hoạch", "number": "5/KH", "issued_on": "2927-10-01", "issuer": "Sở Xây dựng"}
    answer = opened("an").post(at(cast, "tieu-chi/2.1/minh-chung/vien-dan/"), citation)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Ngày ban hành 01/10/2927 sau hôm nay" in page
    assert 'value="5/KH"' in page
    assert not EvidenceUse.objects.exists()


def test_a_citation_says_what_it_needs_before_it_is_sent(cast: Cast, opened: Opened) -> None:
    page = text(opened("an"), at(cast, "tieu-chi/2.1/"))
    form = page.partition("vien-dan/")[2].partition("</form>")[0]
    assert "Viện dẫn: ghi đủ số, ngày và cơ quan ban hành; hoặc dán đường dẫn" in form
    asked = {name: form.partition(f'for="id_{name}"')[2].partition("</label>")[0] for name in CITED}
    assert not [name for name, label in asked.items() if not label or "không bắt buộc" in label]


def test_evidence_of_another_body_is_not_there(cast: Cast, opened: Opened) -> None:
    foreign = show_evidence(cast, cast.b, "1.1")
    answer = opened("an").post(at(cast, "tieu-chi/1.1/minh-chung/da-co/"), {"document": foreign.document_id})
    assert answer.status_code == 404
    assert opened("an").post(at(cast, f"minh-chung/{foreign.pk}/go/")).status_code == 404


def test_a_document_that_was_sent_offers_no_change_and_the_leader_reads_its_name(
    cast: Cast, opened: Opened
) -> None:
    hand_in(cast)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    address = reverse("evidence:document", args=[use.document_id])
    page = text(opened("dung"), at(cast, "duyet/"))
    assert f'href="{address}"' in page
    assert use.document.title in page
    page = text(opened("an"), address)
    assert "đang dùng trong hồ sơ đã gửi" in page
    assert "Lưu mô tả" not in page
    assert "new-version" not in page
    EvidenceUse.objects.update(removed_at=NOW)
    assert "Lưu mô tả" in text(opened("an"), address)
