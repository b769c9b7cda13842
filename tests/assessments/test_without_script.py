"""Forms sent without a script: the page stays and claims nothing that was not done."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chamdiem.evidence.models import EvidenceUse
from tests.evidence import files
from tests.people import Cast

from .asking import Opened, at
from .filling import write

pytestmark = pytest.mark.usefixtures("stopped_clock")


def test_evidence_that_is_refused_is_told_at_its_criterion(cast: Cast, opened: Opened) -> None:
    sent = [SimpleUploadedFile("Đủ.pdf", files.pdf()), SimpleUploadedFile("Cụt.pdf", files.pdf()[:200])]
    answer = opened("an").post(at(cast, "tieu-chi/1.1/minh-chung/"), {"file": sent})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Cụt.pdf: Tệp PDF bị cụt" in page
    assert '<h2 id="criterion"' in page
    assert [use.document.title for use in EvidenceUse.objects.all()] == ["Đủ"]


def test_no_file_is_told_at_the_criterion_too(cast: Cast, opened: Opened) -> None:
    answer = opened("an").post(at(cast, "tieu-chi/1.1/minh-chung/"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Chưa chọn tệp nào" in page
    assert '<h2 id="criterion"' in page


def test_a_form_that_changes_nothing_is_not_said_to_be_saved(cast: Cast, opened: Opened) -> None:
    kept = write(cast, "2.1.a", "79")
    address = at(cast, "tieu-chi/2.1/")
    client = opened("an")
    same = {"2.1.a": "79", "version:2.1.a": str(kept.answer.version)}
    for sent in ({}, same):
        page = client.post(address, sent, follow=True).content.decode()
        assert "Chưa có gì thay đổi" in page
        assert "Đã lưu." not in page
    assert "Đã lưu." in client.post(address, {**same, "2.1.a": "78"}, follow=True).content.decode()


def test_general_information_that_is_refused_stays_as_it_was_typed(cast: Cast, opened: Opened) -> None:
    sent = {"I.1": "chín mươi", "version:I.1": "0"}
    answer = opened("an").post(at(cast, "tieu-chi/I.1/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="chín mươi"' in page
    assert "aria-invalid" in page
    assert "Nhập một lần, dùng ở mọi tiêu chí" in page


def test_general_information_changed_meanwhile_shows_both_values(cast: Cast, opened: Opened) -> None:
    write(cast, "I.1", "100")
    answer = opened("an").post(at(cast, "tieu-chi/I.1/"), {"I.1": "90", "version:I.1": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="90"' in page
    assert 'name="version:I.1" value="1"' in page
    assert "100" in page
