"""Every list of the product is there as a file, with all of its rows."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from chamdiem.campaigns.models import AppraiserDuty, Assignment, Campaign, Extension, OfficeMatch
from chamdiem.evidence.models import TrustRoot
from chamdiem.organisations.models import ImportFile
from tests.assessments.filling import hand_in
from tests.people import NOW, Cast

Opened = Callable[[str], Client]


def _rows(client: Client, address: str) -> list[tuple[object, ...]]:
    """The rows of the exported workbook; the page itself leads to it."""
    assert "export=xlsx" in client.get(address).content.decode()
    sheet = load_workbook(BytesIO(client.get(address, {"export": "xlsx"}).content)).active
    assert sheet is not None
    return list(sheet.iter_rows(min_row=4, values_only=True))


def test_who_appraises_what(cast: Cast, opened: Opened) -> None:
    AppraiserDuty.objects.create(campaign=cast.campaign, user=cast.chi, track=cast.track)
    AppraiserDuty.objects.create(
        campaign=cast.campaign, user=cast.chi, track=cast.track, row_key="2.1", participant=cast.a.participant
    )
    rows = _rows(opened("giang"), reverse("campaigns:list_duties", args=[cast.campaign.pk]))
    assert {row[1:] for row in rows} == {
        ("Sở, ban, ngành", "", "", "mọi đơn vị", ""),
        ("Sở, ban, ngành", "2.1", "T1.A", "Sở Xây dựng", ""),
    }


def test_who_was_given_more_time(cast: Cast, opened: Opened) -> None:
    for key in ("", "2.1"):
        Extension.objects.create(
            participant=cast.a.participant,
            criterion_key=key,
            until=cast.campaign.appraisal_until,
            reason="Chờ số liệu thống kê",
            given_by=cast.giang,
            given_at=NOW,
        )
    rows = _rows(opened("giang"), reverse("campaigns:show_calendar", args=[cast.campaign.pk]))
    assert {row[2] for row in rows} == {"Cả hồ sơ", "2.1 Tỷ lệ dịch vụ công trực tuyến toàn trình"}
    assert {row[3].date() for row in rows} == {cast.campaign.appraisal_until}  # type: ignore[attr-defined]  # a day


def test_offices_that_are_not_known_yet(cast: Cast, opened: Opened) -> None:
    for each in (cast.a, cast.b):
        OfficeMatch.objects.create(track=cast.track, participant=each.participant, printed="Văn phòng")
    rows = _rows(opened("giang"), reverse("campaigns:list_open_offices", args=[cast.campaign.pk]))
    assert [row[1:] for row in rows] == [
        ("Văn phòng", "T1.A", "Sở Xây dựng"),
        ("Văn phòng", "T1.B", "Sở Y tế"),
    ]


def test_who_does_what_in_a_dossier(cast: Cast, opened: Opened) -> None:
    Assignment.objects.create(
        participant=cast.a.participant,
        criterion_key="2.1",
        office=cast.head_office,
        is_lead=False,
        given_at=NOW,
    )
    rows = _rows(opened("an"), reverse("campaigns:assign_criteria", args=[cast.a.participant.pk]))
    found = {row[0]: row[2:] for row in rows}
    assert found["2.1"] == ("Phòng Công nghệ thông tin", "Văn phòng")
    assert found["1.1"] == ("", "")


def test_what_a_dossier_lacks(cast: Cast, opened: Opened) -> None:
    client, address = opened("an"), reverse("assessments:gaps", args=[cast.a.pk])
    rows = _rows(client, address)
    assert len(rows) == len(client.get(address).context["gaps"]) > 0
    assert ("1.1", "Chưa nhập") in {(row[0], str(row[2])[:9]) for row in rows}


def test_one_dossier_of_an_appraiser(cast: Cast, opened: Opened) -> None:
    hand_in(cast)
    AppraiserDuty.objects.create(campaign=cast.campaign, user=cast.chi, track=cast.track)
    Campaign.objects.update(status=Campaign.Status.APPRAISAL)
    rows = _rows(opened("chi"), reverse("appraisals:dossier", args=[cast.a.pk]))
    assert [row[0] for row in rows if row[0] in ("1.1", "2.1")] == ["1.1", "2.1"]


def test_kinds_of_bodies(cast: Cast, opened: Opened) -> None:
    rows = _rows(opened("lan"), reverse("organisations:kinds"))
    assert ("Sở", "department", "Tỉnh", 3) in rows


def test_what_is_wrong_with_a_file(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    text = "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên\nT1.C;Sở Tư pháp;Cục;T9\n"
    file = SimpleUploadedFile("ds.csv", text.encode())
    client.post(reverse("organisations:hand_in", args=["organisations"]), {"file": file})
    rows = _rows(client, reverse("organisations:show_import", args=[ImportFile.objects.get().pk]))
    assert [row[1:3] for row in rows] == [("C2", "Cục"), ("D2", "T9")]


def test_whom_the_installation_trusts(cast: Cast, opened: Opened) -> None:
    TrustRoot.objects.create(name="Chứng thư thử", certificate="x", fingerprint="ab", added_at=NOW)
    client = opened("lan")
    address = reverse("evidence:trust")
    rows = _rows(client, address)
    assert [row[:4] for row in rows] == [("Chứng thư thử", "chứng thư gốc", "ab", "đang tin cậy")]


@pytest.mark.parametrize("name", ["an", "kien", "giang"])
def test_a_file_shows_no_more_than_its_page(cast: Cast, opened: Opened, name: str) -> None:
    address = reverse("assessments:gaps", args=[cast.b.pk])
    page, file = opened(name).get(address), opened(name).get(address, {"export": "csv"})
    assert page.status_code == file.status_code
