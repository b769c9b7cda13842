"""What is refused comes back in the form it was typed into, with the sentence at its field."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.evidence.models import Document, DocumentVersion, StoredFile, TrustRoot
from chamdiem.evidence.services import Description, add_link
from tests.evidence import files
from tests.people import NOW, Cast

Opened = Callable[[str], Client]
TRUST = "/minh-chung/chung-thu/"


def test_a_file_that_is_no_certificate_is_told_at_its_field(cast: Cast, opened: Opened) -> None:
    answer = opened("lan").post(TRUST, {"file": SimpleUploadedFile("goc.pem", b"khong phai chung thu")})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tệp không phải chứng thư số" in page
    assert "chọn lại tệp" in page
    assert 'id="id_file_error"' in page
    assert not TrustRoot.objects.exists()


def test_no_file_and_an_empty_file_are_told_there_too(cast: Cast, opened: Opened) -> None:
    assert "Chưa chọn tệp nào" in opened("lan").post(TRUST, {}).content.decode()
    empty = opened("lan").post(TRUST, {"file": SimpleUploadedFile("goc.pem", b"")})
    assert "Tệp không phải chứng thư số" in empty.content.decode()


def test_a_description_that_is_refused_keeps_what_was_typed(cast: Cast, opened: Opened) -> None:
    described = Description(title="Kế hoạch số 5")
    document = add_link(
        actor=cast.an, organisation=cast.body_a, url="https://vi-du.example/5", described=described, now=NOW
    )
    address = f"/minh-chung/{document.pk}/mo-ta/"
    secret = {"title": "Kế hoạch", "number": "5/KH-SXD (Mật)", "issuer": "Sở Xây dựng"}
    answer = opened("an").post(address, secret)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dấu độ mật" in page
    assert 'value="5/KH-SXD (Mật)"' in page
    bad_day = opened("an").post(address, {"title": "Kế hoạch mới", "issued_on": "31/02/2026"})
    assert 'value="Kế hoạch mới"' in bad_day.content.decode()
    early = opened("an").post(address, {"title": "Kế hoạch", "issued_on": "0026-02-01"}).content.decode()
    assert "Ngày ban hành 01/02/0026 trước 02/09/1945" in early
    assert 'id="id_issued_on_error"' in early
    assert Document.objects.get(pk=document.pk).title == "Kế hoạch số 5"


def test_a_store_that_is_away_is_told_with_a_code(
    cast: Cast, opened: Opened, settings: Any, tmp_path: Path
) -> None:
    client, address = opened("an"), f"/minh-chung/tai-len/{cast.body_a.pk}/"
    client.post(address, {"file": SimpleUploadedFile("Báo cáo.pdf", files.pdf())})
    (tmp_path / "no-folder").write_text("")
    away = {**settings.STORAGES["evidence"], "OPTIONS": {"location": str(tmp_path / "no-folder")}}
    settings.STORAGES = {**settings.STORAGES, "evidence": away}
    sent = {"file": SimpleUploadedFile("Kế hoạch.pdf", files.pdf() + b"2")}
    told = client.post(address, sent, headers={"accept": "application/json"})
    assert (told.status_code, told.json()["code"]) == (503, "evidence.storage_away")
    assert re.search(r"báo quản trị viên mã sự cố [0-9A-F]{8}\.", told.json()["sentence"])
    page = client.get(f"/minh-chung/tep/{DocumentVersion.objects.get().pk}/")
    assert page.status_code == 503
    assert "Kho lưu trữ tệp không phản hồi" in page.content.decode()
    assert 'class="brand' in page.content.decode()


def test_a_file_that_is_refused_is_told_in_the_folder_and_the_others_are_kept(
    cast: Cast, opened: Opened
) -> None:
    sent = [SimpleUploadedFile("Báo cáo.pdf", files.pdf()), SimpleUploadedFile("Cụt.pdf", files.pdf()[:200])]
    answer = opened("an").post(f"/minh-chung/tai-len/{cast.body_a.pk}/", {"file": sent})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Cụt.pdf: Tệp PDF bị cụt" in page
    assert "data-upload-form" in page
    assert 'href="/minh-chung/?export=' in page
    assert [each.title for each in Document.objects.all()] == ["Báo cáo"]


def test_the_export_says_which_files_have_active_content(cast: Cast, opened: Opened) -> None:
    client = opened("an")
    for name in ("Báo cáo.pdf", "Kế hoạch.pdf"):
        whole = SimpleUploadedFile(name, files.pdf() + name.encode())
        client.post(f"/minh-chung/tai-len/{cast.body_a.pk}/", {"file": whole})
    plan = StoredFile.objects.filter(versions__document__title="Kế hoạch")
    assert plan.update(has_active_content=True) == 1
    sent = b"".join(client.get("/minh-chung/?export=csv").streaming_content)  # type: ignore[attr-defined]
    rows = list(csv.DictReader(StringIO(sent.decode("utf-8-sig")), delimiter=";"))
    marks = {row["Trích yếu"]: row["Nội dung chạy được"] for row in rows}
    assert marks == {"Kế hoạch": "có", "Báo cáo": ""}


def test_a_newer_file_that_is_refused_or_missing_is_told_at_its_document(cast: Cast, opened: Opened) -> None:
    client = opened("an")
    whole = SimpleUploadedFile("Báo cáo.pdf", files.pdf())
    client.post(f"/minh-chung/tai-len/{cast.body_a.pk}/", {"file": whole})
    document = Document.objects.get()
    address = f"/minh-chung/{document.pk}/ban-moi/"
    broken = client.post(address, {"file": SimpleUploadedFile("Cụt.pdf", files.pdf()[:200])})
    none = client.post(address)
    assert (broken.status_code, none.status_code) == (422, 422)
    assert "Cụt.pdf: Tệp PDF bị cụt" in broken.content.decode()
    assert "Chưa chọn tệp nào" in none.content.decode()
    assert 'id="new-version"' in none.content.decode()
    assert document.versions.count() == 1


def test_a_script_is_told_by_the_refusal_itself(cast: Cast, opened: Opened) -> None:
    sent = {"file": SimpleUploadedFile("Cụt.pdf", files.pdf()[:200])}
    address = f"/minh-chung/tai-len/{cast.body_a.pk}/"
    answer = opened("an").post(address, sent, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "evidence.pdf_cut_off")
