"""Pages of the directory: the tree opens branch by branch, lists filter, files come in and go out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import Workbook, load_workbook
from pytest_django import DjangoAssertNumQueries

from chamdiem.organisations.models import ImportFile, Kind, Office, Organisation
from chamdiem.organisations.selectors import list_kinds
from chamdiem.organisations.services import importing as importing_module
from chamdiem.organisations.tree import path_below, take_ids, words_of
from tests.people import Cast

Opened = Callable[[str], Client]
PART = {"HX-Request": "true"}


def _text(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined,no-any-return]


def _rows(response: object) -> bytes:
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def _many(cast: Cast, count: int) -> None:
    kind = Kind.objects.get(code="department")
    bodies = [
        Organisation(
            pk=pk,
            code=f"N{pk}",
            name=f"=Đơn vị {pk}",
            kind=kind,
            parent=cast.body_a,
            path=path_below(cast.body_a, pk),
        )
        for pk in take_ids(count)
    ]
    for body in bodies:
        body.search_text = words_of(body)
    Organisation.objects.bulk_create(bodies)
    Office.objects.bulk_create(Office(organisation=body, name="Văn phòng") for body in bodies)


def test_the_tree_begins_at_ones_own_part_and_shows_one_level(cast: Cast, opened: Opened) -> None:
    _many(cast, 2)
    page = _text(opened("lan").get(reverse("organisations:list")))
    assert "Tỉnh Ví Dụ" in page
    assert "Sở Y tế" in page
    assert "=Đơn vị" not in page
    page = _text(opened("an").get(reverse("organisations:list")))
    assert "Sở Y tế" not in page


def test_a_branch_is_a_part_without_a_page_around_it(cast: Cast, opened: Opened) -> None:
    _many(cast, 2)
    part = _text(opened("lan").get(reverse("organisations:branch", args=[cast.body_a.pk]), headers=PART))
    assert part.count("=Đơn vị") == 2
    assert "<html" not in part


def test_the_list_is_found_without_accents_and_keeps_its_filters(cast: Cast, opened: Opened) -> None:
    for each in Organisation.objects.all():
        Organisation.objects.filter(pk=each.pk).update(search_text=words_of(each))
    page = _text(opened("lan").get(reverse("organisations:list"), {"q": "so y te"}))
    assert "Sở Y tế" in page
    assert "Sở Xây dựng" not in page
    assert "?q=so+y+te&amp;export=xlsx" in page


@pytest.mark.parametrize("count", [3, 60])
def test_pages_cost_the_same_at_any_size(
    cast: Cast, opened: Opened, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _many(cast, count)
    client = opened("lan")
    with django_assert_max_num_queries(10):
        client.get(reverse("organisations:list"), {"q": "don vi", "size": "200"})
    with django_assert_max_num_queries(10):
        client.get(reverse("organisations:list"))
    with django_assert_max_num_queries(12):
        client.get(reverse("organisations:show", args=[cast.body_a.pk]))
    with django_assert_max_num_queries(9):
        _rows(client.get(reverse("organisations:list"), {"below": str(cast.body_a.pk), "export": "csv"}))


def test_the_export_can_be_imported_again_and_runs_no_formula(cast: Cast, opened: Opened) -> None:
    _many(cast, 3)
    client = opened("lan")
    for kind in ("xlsx", "csv"):
        response = client.get(reverse("organisations:list"), {"below": f"{cast.body_a.pk}", "export": kind})
        data = response.content if kind == "xlsx" else _rows(response)
        assert kind == "xlsx" or b"'=" in data
        file = SimpleUploadedFile(f"ds.{kind}", data)
        client.post(reverse("organisations:hand_in", args=["organisations"]), {"file": file})
        report = ImportFile.objects.get().report
        assert report is not None
        assert (report["problem_count"], report["counts"]["same"]) == (0, 3)


def test_a_first_day_is_a_date_for_a_spreadsheet(cast: Cast, opened: Opened) -> None:
    Organisation.objects.filter(pk=cast.body_a.pk).update(valid_from="2025-07-01")
    response = opened("lan").get(reverse("organisations:list"), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(response.content)).active
    assert sheet is not None
    (cell,) = [row[7] for row in sheet.iter_rows(min_row=4) if row[0].value == "T1.A"]
    assert (str(cell.value), cell.number_format) == ("2025-07-01 00:00:00", "dd/mm/yyyy")


def test_the_template_has_the_headings_and_explains_them(cast: Cast, opened: Opened) -> None:
    for kind, heading, choice in (
        ("organisations", "Mã đơn vị", "Sở"),
        ("people", "Thư điện tử", "Lãnh đạo duyệt"),
    ):
        response = opened("lan").get(reverse("organisations:template", args=[kind]))
        book = load_workbook(BytesIO(response.content))
        sheet, guide = book.worksheets
        assert sheet["A1"].value == heading
        assert choice in [cell.value for cell in guide["A"]]
        csv = _rows(opened("lan").get(reverse("organisations:template", args=[kind]), {"as": "csv"}))
        assert heading in csv.decode()


def test_the_examples_are_read_here_and_the_files_have_vietnamese_names(cast: Cast, opened: Opened) -> None:
    Kind.objects.filter(code="department").update(name="Sở, ban, ngành")
    client = opened("lan")
    kinds = [kind.name for kind in list_kinds()]
    for kind, name, example in (
        ("organisations", "mau-don-vi.xlsx", kinds[0]),
        ("people", "mau-nguoi-dung.xlsx", "Quản trị hệ thống"),
    ):
        response = client.get(reverse("organisations:template", args=[kind]))
        assert name in response["Content-Disposition"]
        guide = load_workbook(BytesIO(response.content)).worksheets[1]
        assert example in [cell.value for cell in guide["C"]]
        page = client.get(reverse("organisations:hand_in", args=[kind])).content.decode()
        assert f'<span lang="vi">{example}</span>' in page


def test_a_code_that_became_a_number_is_told_before_anything_is_written(cast: Cast, opened: Opened) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Mã đơn vị", "Tên đơn vị", "Loại", "Mã cơ quan cấp trên"])
    sheet.append([7, "Chi cục Thử", "Sở", "T1"])
    data = BytesIO()
    book.save(data)
    client = opened("lan")
    sent = client.post(
        reverse("organisations:hand_in", args=["organisations"]),
        {"file": SimpleUploadedFile("so.xlsx", data.getvalue())},
        follow=True,
    )
    page = sent.content.decode()
    assert "Cột mã có 1 ô là số, không phải văn bản (ô đầu tiên: 7)" in page


def test_an_empty_template_is_answered_with_what_to_do(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    template = client.get(reverse("organisations:template", args=["organisations"])).content
    client.post(
        reverse("organisations:hand_in", args=["organisations"]),
        {"file": SimpleUploadedFile("m.xlsx", template)},
    )
    page = _text(client.get(reverse("organisations:show_import", args=[ImportFile.objects.get().pk])))
    assert "Hãy điền ít nhất một dòng" in page
    assert "Nhập tệp này" not in page


def test_faults_are_shown_with_cell_value_and_remedy(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    text = "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên\nT1.C;Sở <b>Tư</b> pháp;Cục;T1\n"
    response = client.post(
        reverse("organisations:hand_in", args=["organisations"]),
        {"file": SimpleUploadedFile("ds.csv", text.encode())},
        follow=True,
    )
    page = _text(response)
    assert "C2" in page
    assert "Không có loại “Cục”" in page


def test_a_file_goes_through_to_the_directory(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    text = "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên\nT1.C;Sở <b>Tư</b> pháp;Sở;T1\n"
    page = client.post(
        reverse("organisations:hand_in", args=["organisations"]),
        {"file": SimpleUploadedFile("ds.csv", text.encode())},
        follow=True,
    )
    assert "Sở &lt;b&gt;Tư&lt;/b&gt; pháp" in _text(page)
    file = ImportFile.objects.get()
    done = client.post(reverse("organisations:apply_import", args=[file.pk]), follow=True)
    assert "Đã nhập xong" in _text(done)
    assert Organisation.objects.filter(code="T1.C").exists()


def test_while_the_worker_looks_the_page_asks_again(
    cast: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing_module, "LARGE_BYTES", 10)
    client = opened("lan")
    text = "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên\nT1.C;Sở Tư pháp;Sở;T1\n"
    page = client.post(
        reverse("organisations:hand_in", args=["organisations"]),
        {"file": SimpleUploadedFile("ds.csv", text.encode())},
        follow=True,
    )
    assert 'hx-trigger="every 2s"' in _text(page)
    part = client.get(reverse("organisations:show_import", args=[ImportFile.objects.get().pk]), headers=PART)
    assert "<html" not in _text(part)
    beside = _text(client.get(reverse("organisations:hand_in", args=["organisations"])))
    assert reverse("organisations:show_import", args=[ImportFile.objects.get().pk]) in beside
    assert "đang chạy nền" in beside
    assert "Tệp chưa nhập" not in _text(client.get(reverse("organisations:hand_in", args=["people"])))


def test_a_wrong_form_is_shown_again_with_what_was_typed(cast: Cast, opened: Opened) -> None:
    address = reverse("organisations:move", args=[cast.body_a.pk])
    response = opened("lan").post(address, {"parent": "T2"})
    assert response.status_code == 422
    assert "Không có đơn vị mang mã “T2”" in _text(response)
    address = reverse("organisations:change", args=[cast.body_a.pk])
    given = {"code": "T1.A", "name": "Sở Mới", "kind": "department", "attributes": "dân số"}
    response = opened("lan").post(address, given)
    assert response.status_code == 422
    assert "Sở Mới" in _text(response)


@pytest.mark.parametrize(
    ("name", "given", "field"),
    [
        ("change", {"code": "T1.B", "name": "Sở Hạ tầng", "kind": "department"}, "code"),
        ("rename", {"name": "Sở Hạ tầng", "on": "1890-01-01", "decision": "QĐ 12"}, "on"),
        ("rename", {"name": "Sở Hạ tầng", "code": "T1.B", "on": "2025-07-01", "decision": "QĐ 12"}, "code"),
        ("move", {"parent": "T1", "on": "2025-07-01", "decision": "QĐ 12"}, "parent"),
        ("merge", {"others": "T1.A", "on": "2025-07-01", "decision": "QĐ 12"}, "others"),
        ("split", {"others": "T1.B", "on": "2025-07-01", "decision": "QĐ 12"}, "others"),
        ("close", {"last_day": "1890-01-01", "reason": "Theo quyết định sắp xếp"}, "last_day"),
    ],
)
def test_what_is_refused_stands_at_its_field_and_what_was_typed_stays(
    cast: Cast, opened: Opened, name: str, given: dict[str, str], field: str
) -> None:
    response = opened("lan").post(reverse(f"organisations:{name}", args=[cast.body_a.pk]), given)
    assert response.status_code == 422
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert all(value in _text(response) for value in given.values())


def test_an_ended_body_offers_only_what_can_be_done(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    address = reverse("organisations:show", args=[cast.body_a.pk])
    on = {"on": "2025-07-01", "decision": "QĐ 12"}
    client.post(
        reverse("organisations:merge", args=[cast.standing.pk]), {"others": "T1.A", "confirmed": "1", **on}
    )
    page = _text(client.get(address))
    for name, is_offered in (
        ("rename", False),
        ("move", False),
        ("merge", False),
        ("close", False),
        ("reopen", False),
        ("create_office", False),
        ("undo", True),
    ):
        there = f'"{reverse(f"organisations:{name}", args=[cast.body_a.pk])}"' in page
        assert there == is_offered, name
    assert reverse("organisations:undo", args=[cast.body_a.pk]) not in _text(opened("giang").get(address))


def test_what_ends_on_a_day_to_come_is_told_as_to_come(cast: Cast, opened: Opened) -> None:
    client, last = opened("lan"), localdate() + timedelta(days=30)
    given = {"others": "T1.A", "on": f"{last + timedelta(days=1):%Y-%m-%d}", "decision": "QĐ 12"}
    given["confirmed"] = "1"
    client.post(reverse("organisations:merge", args=[cast.standing.pk]), given)
    page = _text(client.get(reverse("organisations:show", args=[cast.body_a.pk])))
    assert f"sẽ kết thúc sau ngày {last:%d/%m/%Y}" in page
    assert "Sẽ sáp nhập vào" in page
    assert "Sẽ nhận sáp nhập" in _text(client.get(reverse("organisations:show", args=[cast.standing.pk])))
    again = client.post(reverse("organisations:merge", args=[cast.standing.pk]), given)
    assert again.status_code == 422
    assert f"Sở Xây dựng sẽ kết thúc hoạt động sau ngày {last:%d/%m/%Y}" in _text(again)


@pytest.mark.parametrize("typed", ["t1.a, T1.b", "T1.A\nt1.B", "T1.A;T1.B,"])
def test_codes_are_read_in_any_case_and_however_they_are_parted(
    cast: Cast, opened: Opened, typed: str
) -> None:
    address = reverse("organisations:merge", args=[cast.standing.pk])
    given = {"others": typed, "on": "2025-07-01", "decision": "QĐ 12", "confirmed": "1"}
    opened("lan").post(address, given)
    assert {each.predecessor.code for each in cast.standing.origins.all()} == {"T1.A", "T1.B"}


def test_the_short_name_goes_along_with_a_new_name_unless_it_is_taken_out(cast: Cast, opened: Opened) -> None:
    Organisation.objects.filter(pk=cast.body_a.pk).update(short_name="Sở XD")
    address, on = (
        reverse("organisations:rename", args=[cast.body_a.pk]),
        {"on": "2025-07-01", "decision": "QĐ 12"},
    )
    page = opened("lan").get(address)
    assert 'name="short_name" value="Sở XD"' in _text(page)
    as_it_stood = {each.name: each.value() or "" for each in page.context["form"]}
    opened("lan").post(address, {**as_it_stood, "name": "Sở Xây dựng và Giao thông", **on})
    cast.body_a.refresh_from_db()
    assert (cast.body_a.name, cast.body_a.short_name) == ("Sở Xây dựng và Giao thông", "Sở XD")


def test_a_merger_is_taken_back_where_the_refusal_points(cast: Cast, opened: Opened) -> None:
    client, on = opened("lan"), {"on": "2025-07-01", "decision": "QĐ 12"}
    client.post(
        reverse("organisations:merge", args=[cast.standing.pk]), {"others": "T1.A", "confirmed": "1", **on}
    )
    page = _text(client.get(reverse("organisations:undo", args=[cast.standing.pk])))
    assert "mở Sở Xây dựng (mã T1.A)" in page
    assert client.get(reverse("organisations:undo", args=[cast.body_a.pk])).status_code == 200


def test_the_newest_change_is_taken_back_from_its_page(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    on = {"on": "2025-07-01", "decision": "QĐ 12"}
    client.post(reverse("organisations:rename", args=[cast.body_a.pk]), {"name": "Sở Hạ tầng", **on})
    address = reverse("organisations:undo", args=[cast.body_a.pk])
    form = client.get(address)
    assert "đơn vị lấy lại tên “Sở Xây dựng”" in _text(form)
    step = form.context["form"].initial["step"]
    assert client.post(address, {"step": step, "reason": "nhầm"}).status_code == 422
    done = client.post(address, {"step": step, "reason": "Ghi nhầm đơn vị"}, follow=True)
    assert "Đã hủy bước thay đổi" in _text(done)
    assert "Tên cũ" not in _text(done)


def test_suggestions_come_from_ones_own_part(cast: Cast, opened: Opened) -> None:
    for each in Organisation.objects.all():
        Organisation.objects.filter(pk=each.pk).update(search_text=words_of(each))
    part = _text(opened("lan").get(reverse("organisations:suggest"), {"parent": "y te"}, headers=PART))
    assert '<option value="T1.B">' in part
    assert "T1.B" not in _text(opened("an").get(reverse("organisations:suggest"), {"parent": "y te"}))


def test_a_page_shows_lineage_offices_and_attributes(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    on = {"on": "2025-07-01", "decision": "QĐ 12"}
    client.post(reverse("organisations:rename", args=[cast.body_a.pk]), {"name": "Sở Hạ tầng", **on})
    given = {"code": "T1.A", "name": "Sở Hạ tầng", "kind": "department", "attributes": "Dân số = 125.000"}
    client.post(reverse("organisations:change", args=[cast.body_a.pk]), given)
    page = _text(client.get(reverse("organisations:show", args=[cast.body_a.pk])))
    for words in ("Tên cũ: Sở Xây dựng", "QĐ 12", "125.000", "Phòng Công nghệ thông tin", "Thao tác"):
        assert words in page
    assert "Thao tác" not in _text(opened("an").get(reverse("organisations:show", args=[cast.body_a.pk])))


def test_a_page_says_where_a_body_stood_before_and_what_a_merger_to_come_does(
    cast: Cast, opened: Opened
) -> None:
    client = opened("lan")
    given = {"parent": "T1.B", "on": "2025-07-01", "decision": "QĐ 34"}
    assert client.post(reverse("organisations:move", args=[cast.body_a.pk]), given).status_code == 302
    page = _text(client.get(reverse("organisations:show", args=[cast.body_a.pk])))
    move = page.partition("Chuyển cơ quan cấp trên:")[2].partition("</li>")[0]
    for words in (cast.province.name, "Sở Y tế", "QĐ 34", "01/07/2025"):
        assert words in move
    to_come = (localdate() + timedelta(days=30)).isoformat()
    given = {"others": "T1.B", "on": to_come, "decision": "QĐ 56", "confirmed": "1"}
    assert client.post(reverse("organisations:merge", args=[cast.standing.pk]), given).status_code == 302
    for body in (cast.body_b, cast.standing):
        page = _text(client.get(reverse("organisations:show", args=[body.pk])))
        assert "Đơn vị trực thuộc chuyển vào ngày đó." in page


def test_english_headings_of_lists_are_in_the_plural(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    client.cookies["django_language"] = "en"
    assert "Kinds of organisations</h1>" in _text(client.get(reverse("organisations:kinds")))
    page = _text(client.get(reverse("organisations:show", args=[cast.body_a.pk])))
    assert "<h2>Offices</h2>" in page
    assert "Merge others into this one" in page
    files = _text(client.get(reverse("organisations:hand_in", args=["organisations"])))
    assert "Import from a file: Organisations" in files
