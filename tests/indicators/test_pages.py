"""Pages of editions, as a browser gets them."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from chamdiem.core.lint import lint
from chamdiem.indicators import services
from chamdiem.indicators.models import Edition
from chamdiem.library import list_editions, load_edition, read_set_text
from tests.people import NOW, Cast

from .documents import KEY, TWO_PROBLEMS, WRONG_SUM, document, document_with

Opened = Callable[[str], Client]


def _text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def _upload(client: Client, data: bytes) -> int:
    file = SimpleUploadedFile("bo.yaml", data)
    return client.post("/bo-chi-so/nap/", {"file": file, "applies_to": "Cấp xã"}).status_code


def test_the_library_shows_what_a_person_may_read_and_filters_by_the_address(
    cast: Cast, opened: Opened
) -> None:
    services.load_library(now=NOW)
    page = _text(opened("an"), "/bo-chi-so/")
    assert page.count("<tr") == 7
    assert "Nạp bộ chỉ số" not in page
    assert "Nạp bộ chỉ số" in _text(opened("giang"), "/bo-chi-so/")
    filtered = _text(opened("an"), "/bo-chi-so/?q=thua+thien+hue&level=Cấp+xã")
    assert filtered.count("<tr") == 2
    assert "Không có bộ chỉ số nào phù hợp" in _text(opened("an"), "/bo-chi-so/?status=draft")


def test_the_library_takes_as_many_queries_for_many_editions_as_for_one(
    cast: Cast, opened: Opened, django_assert_max_num_queries: type
) -> None:
    client = opened("an")
    counts = []
    for loads in (False, True):
        if loads:
            services.load_library(now=NOW)
        with django_assert_max_num_queries(8) as captured:
            client.get("/bo-chi-so/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("key", list_editions())
def test_every_edition_of_the_library_shows_every_row(cast: Cast, opened: Opened, key: str) -> None:
    services.load_library(now=NOW)
    page = _text(opened("an"), f"/bo-chi-so/{key}/")
    rows = load_edition(key).rows
    assert page.count('<tr id="muc-') == len(rows)
    assert len(set(re.findall(r' id="([^"]+)"', page))) == len(re.findall(r' id="([^"]+)"', page))
    for address in (f"/bo-chi-so/{key}/ra-soat/?acknowledged=on", f"/bo-chi-so/{key}/so-sanh/?with=so-2021"):
        assert len(_text(opened("an"), address, 200)) > 5_000


def test_an_edition_is_read_with_a_constant_number_of_queries(
    cast: Cast, opened: Opened, django_assert_max_num_queries: type
) -> None:
    services.load_library(now=NOW)
    client, counts = opened("giang"), set()
    for key in ("thu-nghiem-2026", "xa-hue-2023"):
        with django_assert_max_num_queries(8) as captured:
            client.get(f"/bo-chi-so/{key}/")
        counts.add(len(captured))
    assert len(counts) == 1


def test_a_row_shows_the_rule_in_words_the_literal_text_and_what_belongs_to_it(
    cast: Cast, opened: Opened
) -> None:
    page = " ".join(_text(opened("an"), "/bo-chi-so/thu-nghiem-2026/").split())
    for words in (
        "Tỷ lệ ≥ 80%: điểm tối đa; dưới 80%: tỷ lệ/80% * điểm tối đa",
        "dùng chung từ mục I.1",
        "Quyết định thành lập Ban Chỉ đạo (ký số)</span> · ít nhất 1 tài liệu · phải ký số",
        "Phòng Công nghệ thông tin",
        "hết ngày 31/10/2026",
    ):
        assert words in page


def test_printed_and_summed_points_stand_side_by_side_where_they_differ(cast: Cast, opened: Opened) -> None:
    services.load_draft(actor=cast.giang, data=WRONG_SUM, file_name="x.yaml", now=NOW)
    page = _text(opened("giang"), f"/bo-chi-so/{KEY}/")
    assert page.count("lệch") == 1
    assert "lỗi chưa ghi nhận" in page
    assert 'popovertarget="issue"' not in page


EXTRA = """
  - {key: TH, number: III, level: main, role: bonus, name: Điểm thưởng, max_points: 3}
  - key: TH.1
    level: criterion
    role: bonus
    name: Sáng kiến
    max_points: 3
    rule: {kind: manual, step: 0.5}
  - {key: TR, number: IV, level: main, role: deduction, name: Điểm trừ, max_points: 5}
  - key: TR.1
    number: '4.1'
    level: criterion
    role: deduction
    name: Báo cáo chậm
    max_points: 4
    rule: {kind: manual, step: 0.5}
  - key: TR.2
    level: criterion
    role: deduction
    name: Báo cáo sai
    max_points: 2
    rule: {kind: manual, step: 0.5}
  - {key: TR.3, level: criterion, role: deduction, name: Báo cáo thiếu, shares_maximum_of: TR.2}
"""


def test_groups_of_bonuses_and_deductions_show_what_their_rows_make(cast: Cast, opened: Opened) -> None:
    services.load_draft(actor=cast.giang, data=document() + EXTRA.encode(), file_name="x.yaml", now=NOW)
    page = " ".join(_text(opened("giang"), f"/bo-chi-so/{KEY}/").split())
    assert "lệch" not in page
    for anchor, points in (("TH", 3), ("TR", 6)):
        row = page.partition(f'id="muc-{anchor}"')[2].partition("</tr>")[0]
        assert f'data-label="Điểm cộng">{points}</td>' in row
    shared = page.partition('id="muc-TR.3"')[2].partition("</tr>")[0]
    assert "chung điểm với mục TR.2" in shared
    assert not shared.startswith(' class="is-group"')


def test_rows_are_compared_under_the_numbers_that_are_printed(cast: Cast, opened: Opened) -> None:
    services.load_draft(actor=cast.giang, data=document() + EXTRA.encode(), file_name="x.yaml", now=NOW)
    page = " ".join(_text(opened("giang"), f"/bo-chi-so/{KEY}/so-sanh/?with=thu-nghiem-2026").split())
    assert f'<a href="/bo-chi-so/{KEY}/#muc-TR.1">4.1</a>' in page


def test_a_finding_leads_to_its_row(cast: Cast, opened: Opened) -> None:
    services.load_draft(actor=cast.giang, data=WRONG_SUM, file_name="x.yaml", now=NOW)
    page = _text(opened("giang"), f"/bo-chi-so/{KEY}/ra-soat/?severity=error")
    links = set(re.findall(rf'href="/bo-chi-so/{KEY}/#(muc-[^"]+)"', page))
    assert links
    edition = _text(opened("giang"), f"/bo-chi-so/{KEY}/")
    assert all(f'id="{link}"' in edition for link in links)
    assert "Cảnh báo</span>" not in page


def test_acknowledged_findings_show_on_request(cast: Cast, opened: Opened) -> None:
    services.load_library(now=NOW)
    known = [each for each in lint(load_edition("huyen-2021")) if each.severity == "error"]
    plain = _text(opened("an"), "/bo-chi-so/huyen-2021/ra-soat/?severity=error")
    asked = _text(opened("an"), "/bo-chi-so/huyen-2021/ra-soat/?severity=error&acknowledged=on")
    assert "Không có phát hiện nào" in plain
    assert known
    assert asked.count("Đã ghi nhận:") == len(known)


def test_two_editions_are_compared_with_the_reason(cast: Cast, opened: Opened) -> None:
    changed = document_with({"full_at: 80%": "full_at: 90%", "unit: cuộc": "unit: lần"})
    services.load_draft(actor=cast.giang, data=changed, file_name="x.yaml", now=NOW)
    page = " ".join(_text(opened("giang"), f"/bo-chi-so/{KEY}/so-sanh/?with=thu-nghiem-2026").split())
    assert "Ngưỡng hoặc công thức thay đổi." in page
    assert "90%" in page
    assert "Đơn vị tính đổi từ n: cuộc thành n: lần" in page
    assert page.count('<th scope="row">') == 2
    everything = _text(opened("giang"), f"/bo-chi-so/{KEY}/so-sanh/?with=thu-nghiem-2026&same=1")
    assert everything.count('<th scope="row">') == 6


def test_a_draft_of_others_is_not_compared_with(cast: Cast, opened: Opened) -> None:
    services.load_draft(actor=cast.giang, data=document(), file_name="x.yaml", now=NOW)
    _text(opened("an"), f"/bo-chi-so/thu-nghiem-2026/so-sanh/?with={KEY}", 404)
    assert KEY not in _text(opened("an"), "/bo-chi-so/thu-nghiem-2026/so-sanh/")


def test_the_files_are_the_edition(cast: Cast, opened: Opened) -> None:
    response = opened("an").get("/bo-chi-so/thu-nghiem-2026/bo-chi-so.yaml")
    assert response.content.decode() == cast.edition.document
    assert "thu-nghiem-2026.yaml" in response["Content-Disposition"]
    form = opened("an").get("/bo-chi-so/thu-nghiem-2026/bieu-mau.xlsx")
    assert load_workbook(BytesIO(form.content)).sheetnames


def test_before_it_is_issued_the_question_names_size_and_open_warnings(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    _upload(client, document())
    page = _text(client, f"/bo-chi-so/{KEY}/")
    dialog = " ".join(page[page.index('<dialog class="dialog" popover id="issue"') :].split())
    dialog = dialog[: dialog.index("</dialog>")]
    edition = Edition.objects.get(key=KEY)
    findings = lint(read_set_text(edition.document, KEY))
    warnings = sum(each.severity == "warning" and not each.acknowledged for each in findings)
    assert edition.name in dialog
    assert "<dt>Tiêu chí chấm điểm</dt><dd>6</dd>" in dialog
    assert "<dt>Tổng điểm</dt><dd>70</dd>" in dialog
    shown = f'?severity=warning">{warnings}</a>' if warnings else "không có"
    assert shown in dialog
    assert "không sửa và không xóa được nữa" in dialog


def test_a_file_is_loaded_issued_and_another_draft_deleted(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    assert _upload(client, document()) == 302
    assert Edition.objects.get(key=KEY).applies_to == "Cấp xã"
    assert client.post(f"/bo-chi-so/{KEY}/ban-hanh/", {"version": "1"}).status_code == 302
    assert Edition.objects.get(key=KEY).status == "issued"
    assert client.post(f"/bo-chi-so/{KEY}/xoa/").status_code == 409
    assert _upload(client, document()) == 422
    other = document_with({KEY: "khac"})
    assert _upload(client, other) == 302
    assert client.post("/bo-chi-so/khac/xoa/").status_code == 302
    assert not Edition.objects.filter(key="khac").exists()


def test_a_wrong_file_is_answered_with_every_problem_and_its_line(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    file = SimpleUploadedFile("bo.yaml", TWO_PROBLEMS)
    response = client.post("/bo-chi-so/nap/", {"file": file, "applies_to": "Cấp xã"})
    assert response.status_code == 422
    page = response.content.decode()
    assert page.lower().count("bo.yaml, dòng") == 2
    assert 'value="Cấp xã"' in page
    assert "hãy sửa rồi chọn lại tệp" in page
    assert not Edition.objects.filter(key=KEY).exists()


def test_without_a_file_the_form_says_so(cast: Cast, opened: Opened) -> None:
    response = opened("giang").post("/bo-chi-so/nap/", {})
    assert response.status_code == 422
    assert "is-invalid" in response.content.decode()
