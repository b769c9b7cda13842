"""The pages that take in a file of a plan: looked through, told of its faults, applied once."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.library.plans import load_plan
from chamdiem.office.plan_writing import write_plan_book
from chamdiem.plans.models import Plan, PlanFile
from tests.people import Cast

from .loaded import (
    CONTENT,
    draft_plan,
)

Opened = Callable[[str], Client]


def _hand_in(client: Client, cast: Cast, name: str, data: bytes) -> str:
    file = SimpleUploadedFile(name, data)
    answer = client.post("/ke-hoach/nap-tep/", {"owner": cast.province.pk, "file": file})
    return str(answer["Location"])


def test_a_file_is_looked_through_and_then_applied(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    place = _hand_in(client, cast, "ninh-thuan.xlsx", write_plan_book(load_plan("ninhthuan-2021-plan")))
    page = client.get(place).content.decode()
    assert "Tệp không có lỗi" in page
    assert not Plan.objects.exists()
    client.post(f"{place}nap/")
    plan = Plan.objects.get()
    assert (plan.goals.count(), plan.items.count()) == (18, 57)
    assert client.post(f"{place}nap/").status_code == 409


def test_a_faulty_file_names_its_cells_and_is_not_applied(cast: Cast, opened: Opened) -> None:
    book = openpyxl.load_workbook(BytesIO(write_plan_book(load_plan("ninhthuan-2021-plan"))))
    book["Dự án"]["G2"] = "Sở Lạ"
    book["Chỉ tiêu"]["K2"] = None
    target = BytesIO()
    book.save(target)
    client = opened("giang")
    place = _hand_in(client, cast, "sai.xlsx", target.getvalue())
    page = client.get(place).content.decode()
    assert "G2" in page
    assert "Sở Lạ" in page
    found = page.count('<td class="is-wide">')
    assert f"Chưa nạp được tệp: {found} chỗ cần sửa" in page
    assert "is-tall" not in page
    assert "Nạp tệp này" not in page
    assert client.post(f"{place}nap/").status_code == 422
    assert not Plan.objects.exists()


def test_what_is_neither_excel_nor_yaml_is_said(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    place = _hand_in(client, cast, "anh.png", b"\x89PNG\xff\xfe")
    assert "không phải là Excel" in client.get(place).content.decode()


def test_other_text_is_answered_with_the_template(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    place = _hand_in(client, cast, "ke-hoach.txt", "Kế hoạch: năm 2026\n- mục: 1: 2\n".encode())
    page = client.get(place).content.decode()
    assert "Hãy tải tệp mẫu Excel về điền." in page
    assert "Tệp YAML ở bảng mã khác thì lưu lại thành UTF-8" in page
    # What says of itself that it is a plan is read as one, whatever its name ends in.
    place = _hand_in(client, cast, "ke-hoach-2.txt", CONTENT.replace("year: 2027", "year: x").encode())
    assert "Hãy tải tệp mẫu Excel về điền." not in client.get(place).content.decode()


def test_a_file_of_another_plan_changes_nothing(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    client = opened("giang")
    data = CONTENT.replace("key: vi-du-plan", "key: khac-plan").encode()
    client.post(
        f"/ke-hoach/{plan.pk}/nap-tep/",
        {"owner": cast.province.pk, "file": SimpleUploadedFile("khac.yaml", data)},
    )
    file = PlanFile.objects.get()
    assert "khac-plan" in client.get(f"/ke-hoach/tep/{file.pk}/").content.decode()
    assert client.post(f"/ke-hoach/tep/{file.pk}/nap/").status_code == 422


def test_a_file_to_keep_is_named_in_small_letters(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    Plan.objects.filter(pk=plan.pk).update(key="KH-CĐS_2026")
    answer = opened("giang").get(f"/ke-hoach/{plan.pk}/xuat-excel/")
    assert answer["Content-Disposition"] == 'attachment; filename="kh-cds_2026.xlsx"'


def test_a_changed_workbook_is_loaded_over_its_plan(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    client = opened("giang")
    book = openpyxl.load_workbook(BytesIO(client.get(f"/ke-hoach/{plan.pk}/xuat-excel/").content))
    book["Dự án"]["C2"] = "Nâng cấp mạng số liệu chuyên dùng"
    target = BytesIO()
    book.save(target)
    file = SimpleUploadedFile("sua.xlsx", target.getvalue())
    client.post(f"/ke-hoach/{plan.pk}/nap-tep/", {"owner": cast.province.pk, "file": file})
    kept = PlanFile.objects.get()
    page = client.get(f"/ke-hoach/tep/{kept.pk}/").content.decode()
    assert "Nâng cấp mạng số liệu chuyên dùng" in page
    client.post(f"/ke-hoach/tep/{kept.pk}/nap/")
    assert plan.items.get(key="DA1").text == "Nâng cấp mạng số liệu chuyên dùng"
