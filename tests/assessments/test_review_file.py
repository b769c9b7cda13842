"""The whole dossier as a file: what its page prints, and nothing a person does not see."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.test import Client
from openpyxl import load_workbook

from chamdiem.assessments import services
from chamdiem.campaigns.models import Assignment
from tests.people import NOW, Cast

from .filling import fill, write

Opened = Callable[[str], Client]


def _rows(client: Client, cast: Cast) -> dict[str, tuple[Any, ...]]:
    address = f"/ho-so/{cast.a.pk}/duyet/"
    assert "?export=xlsx" in client.get(address).content.decode()
    page: Any = load_workbook(BytesIO(client.get(address, {"export": "xlsx"}).content)).active
    return {str(row[0] or row[1]): row for row in page.iter_rows(min_row=3, values_only=True)}


def test_the_file_holds_figures_points_reasons_and_documents(cast: Cast, opened: Opened) -> None:
    fill(cast)
    services.save_note(
        actor=cast.an,
        assessment_id=cast.a.pk,
        key="2.1",
        note="Theo báo cáo quý III",
        seen_version=0,
        now=NOW,
    )
    rows = _rows(opened("an"), cast)
    assert rows["Mục"][1:5] == ("Nội dung", "Số liệu", "Tự đánh giá", "Tối đa")
    _, name, figures, points, maximum, reason, documents, note = rows["2.1"]
    assert name == "Tỷ lệ dịch vụ công trực tuyến toàn trình"
    assert figures.startswith("Số dịch vụ công trực tuyến toàn trình: ")
    assert (maximum, note) == (20, "Theo báo cáo quý III")
    assert reason
    assert documents
    whole = [rows[key][3] for key in ("1", "2")]
    assert rows["Tổng điểm"][3] == sum(whole)
    assert points is not None


def test_a_row_without_figures_has_no_points(cast: Cast, opened: Opened) -> None:
    write(cast, "I.1", "100")
    row = _rows(opened("an"), cast)["2.1"]
    assert row[2] == "Số dịch vụ công trực tuyến toàn trình: –"
    assert row[3] is None


def test_who_was_given_a_part_saves_that_part(cast: Cast, opened: Opened) -> None:
    fill(cast)
    shown = set(_rows(opened("kien"), cast))
    given = set(
        Assignment.objects.filter(
            participant=cast.a.participant, office__name__startswith="Phòng"
        ).values_list("criterion_key", flat=True)
    )
    assert given & shown
    assert "1.2" not in shown
    assert "Điểm phần được giao" in shown
