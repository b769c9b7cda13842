"""Rows moved, split, joined in the browser: what cannot be done is told in place, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from chamdiem.authoring.models import WorkingRow
from chamdiem.authoring.plain import to_text
from tests.people import Cast

from .annexes import row_of, take_in

Opened = Callable[[str], Client]
ACTS = ("len", "xuong", "ra", "vao", "gop", "xoa")


def _address(row: WorkingRow, page: str = "") -> str:
    return f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/{page}"


def _offered(client: Client, row: WorkingRow) -> set[str]:
    page = client.get(_address(row)).content.decode()
    return {act for act in ACTS if f'action="{_address(row, f"doi/{act}/")}"' in page}


def test_a_wrong_end_of_a_name_is_told_on_the_row_and_stays_typed(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "1.2")
    answer = opened("giang").post(
        _address(row, "doi/tach/"), {"tail": "không có trong tên", "number": "1.9", "version": "1"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "không phải là phần cuối của tên dòng" in page
    assert ">không có trong tên</textarea>" in page.replace("\n", "")
    assert 'value="1.9"' in page
    assert "Đọc thành" in page
    assert opened("giang").post(_address(row, "doi/tach/"), {"tail": "", "version": "1"}).status_code == 422


def test_a_change_that_cannot_be_made_is_not_offered_and_told_on_the_row(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    first, last = row_of(copy, "1"), row_of(copy, "2.1")
    assert _offered(client, first) == {"xuong", "xoa"}
    assert _offered(client, last) == {"len", "ra", "gop", "xoa"}
    answer = client.post(_address(last, "doi/vao/"), {"version": "1"})
    assert answer.status_code == 409
    assert "không có cấp cao hơn hoặc thấp hơn" in answer.content.decode()
    assert "Đọc thành" in answer.content.decode()


def test_joining_rows_says_which_points_are_left_out(cast: Cast, opened: Opened) -> None:
    copy = take_in(cast)
    row, above = row_of(copy, "1.2"), row_of(copy, "1.1")
    page = opened("giang").post(_address(row, "doi/gop/"), {"version": "1"}, follow=True).content.decode()
    above.refresh_from_db()
    told = "Gộp dòng 1.2 vào đây: điểm tối đa giữ “10”, không lấy “20” của dòng ấy. Kiểm tra lại."
    assert page.count(told) == 2
    assert [each["code"] for each in above.origin["warnings"]][-3:] == [
        "row.merged", "row.merged", "row.merged_rule",
    ]  # fmt: skip
    assert above.data["max_points"] == "10"


def test_equal_points_and_rules_of_joined_rows_are_told_too(cast: Cast, opened: Opened) -> None:
    copy = take_in(cast)
    row, above = row_of(copy, "1.2"), row_of(copy, "1.1")
    same = {field: above.data[field] for field in ("max_points", "rule", "inputs")}
    WorkingRow.objects.filter(pk=row.pk).update(document=to_text({**row.data, **same}))
    page = opened("giang").post(_address(row, "doi/gop/"), {"version": "1"}, follow=True).content.decode()
    assert "Gộp dòng 1.2 vào đây: điểm tối đa giữ “10”, không lấy “10” của dòng ấy." in page
    assert "Gộp dòng 1.2 vào đây: giữ quy tắc của dòng này" in page


def test_what_joining_left_out_is_shown_at_the_top_of_the_page(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    row, above = row_of(copy, "1.2"), row_of(copy, "1.1")
    answer = client.post(_address(row, "doi/gop/"), {"version": "1"})
    assert answer["Location"] == _address(above)
    page = client.get(answer["Location"]).content.decode()
    assert "Gộp dòng 1.2 vào đây" in page
    assert "autofocus" not in page


def test_a_row_taken_out_goes_back_in_with_the_same_rows_beside_it(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    before = [row.data["level"] for row in WorkingRow.objects.filter(copy=copy)]
    row = row_of(copy, "1.1")
    client.post(_address(row, "doi/ra/"), {"version": "1"})
    row.refresh_from_db()
    assert (row.data["level"], "vao" in _offered(client, row)) == ("first", True)
    answer = client.post(_address(row, "doi/vao/"), {"version": str(row.version)})
    assert answer.status_code == 302
    assert [each.data["level"] for each in WorkingRow.objects.filter(copy=copy)] == before


def test_joining_again_says_only_what_is_left_out_now(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    above = row_of(copy, "1.1")
    client.post(_address(row_of(copy, "1.2"), "doi/gop/"), {"version": "1"}, follow=True)
    told = "Gộp dòng 1.2 vào đây: điểm tối đa giữ"
    group = row_of(copy, "2")
    document = to_text({field: value for field, value in group.data.items() if field != "max_points"})
    WorkingRow.objects.filter(pk=group.pk).update(document=document)
    page = client.post(_address(group, "doi/gop/"), {"version": "1"}, follow=True).content.decode()
    assert page.count(told) == 1
    above.refresh_from_db()
    codes = [each["code"] for each in above.origin["warnings"]]
    assert (codes.count("row.merged"), codes.count("row.merged_rule")) == (2, 1)


def test_a_split_row_without_a_number_shows_none(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    row = row_of(copy, "1.2")
    client.post(_address(row, "doi/tach/"), {"tail": "được tập huấn", "number": "", "version": "1"})
    page = client.get(f"/bo-chi-so/soan/{copy.pk}/").content.decode()
    assert "được tập huấn" in page
    assert ">1.2-2<" not in page


def test_a_fault_of_a_rule_names_the_row_by_its_printed_number(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "2.1")
    row.document = row.document.replace('"number": "2.1"', '"number": "B.1"')
    row.save()
    sent = {
        "rule-value": "n", "rule-otherwise": "0", "version": "1",
        "rule-lines-TOTAL_FORMS": "0", "rule-lines-INITIAL_FORMS": "0",
        "inputs-TOTAL_FORMS": "0", "inputs-INITIAL_FORMS": "0",
    }  # fmt: skip
    page = opened("giang").post(_address(row, "thu/?kind=tiers"), sent).content.decode()
    assert "Mục B.1, " in page
    assert "tiers" not in page
    assert "2.1" not in page


def test_a_rule_is_tried_while_it_is_typed(cast: Cast, opened: Opened) -> None:
    page = opened("giang").get(_address(row_of(take_in(cast), "1.2"), "quy-tac/")).content.decode()
    assert "input from:'closest form' delay" in page


def test_a_cell_left_empty_is_called_as_the_form_calls_it(cast: Cast, opened: Opened) -> None:
    row, client = row_of(take_in(cast), "1.2"), opened("giang")
    none = {"inputs-TOTAL_FORMS": "0", "inputs-INITIAL_FORMS": "0"}
    for kind, label in (("ratio", "Giá trị (biểu thức)"), ("yes_no", "Điều kiện")):
        page = client.post(_address(row, f"thu/?kind={kind}"), {**none, "version": "1"}).content.decode()
        assert f"“{label}” còn trống" in page
        assert "khoá" not in page
    line = {"rule-lines-TOTAL_FORMS": "1", "rule-lines-INITIAL_FORMS": "0", "rule-lines-0-of": "n"}
    page = client.post(_address(row, "thu/?kind=deduct"), {**none, **line, "version": "1"}).content.decode()
    assert "“Điểm mỗi đơn vị” còn trống" in page


def test_points_that_people_award_are_tried_in_words(cast: Cast, opened: Opened) -> None:
    row, client = row_of(take_in(cast), "2.1"), opened("giang")
    page = client.get(_address(row)).content.decode()
    assert "Điểm chấm = " in page
    assert "points = " not in page
    blind = {"rule-guide": "", "rule-assessors": "2", "rule-tolerance": "2", "version": "1"}
    none = {"inputs-TOTAL_FORMS": "0", "inputs-INITIAL_FORMS": "0"}
    page = client.post(_address(row, "thu/?kind=manual"), {**blind, **none}).content.decode()
    assert "Điểm của người chấm 1 = " in page
    assert "points_1" not in page


def test_the_buttons_of_its_place_stay_open_and_hold_the_focus(cast: Cast, opened: Opened) -> None:
    row, client = row_of(take_in(cast), "1.2"), opened("giang")
    answer = client.post(_address(row, "doi/len/"), {"version": "1"}, follow=True)
    text = answer.content.decode()
    assert "<details open data-keyed>" in text
    assert text.count("autofocus") == 1
    again = client.get(_address(row, "doi/tach/"))
    assert (again.status_code, again["Location"]) == (302, _address(row))


def test_the_trial_of_another_kind_is_not_that_of_the_rule_before(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "1.2")
    sent = {"act": "shape", "rule-was": "none", "rule-kind": "choice", "version": "1"}
    shown = opened("giang").post(_address(row, "quy-tac/"), sent).content.decode()
    assert "Chưa tính thử" in shown
    assert "Số liệu thử" not in shown
