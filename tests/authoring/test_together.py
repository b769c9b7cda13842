"""Two reviewers at one desk, and rows split or taken out in the browser: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from chamdiem.authoring.models import WorkingCopy, WorkingRow, WorkingStep
from chamdiem.authoring.selectors import get_desk
from tests.people import Cast

from .annexes import row_of, take_in

Opened = Callable[[str], Client]


def _address(row: WorkingRow, page: str = "") -> str:
    return f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/{page}"


def _form(row: WorkingRow, **typed: str) -> dict[str, str]:
    data = row.data
    sent = {"version": str(row.version), "number": data["number"], "name": data["name"],
            "level": data["level"], "max_points": data.get("max_points", ""), "role": "scored",
            "evaluator": "organisation", "method": data.get("method", "")}  # fmt: skip
    return {**sent, **typed}


def _rows(cast: Cast, copy: WorkingCopy) -> list[tuple[str, str, str]]:
    documents = get_desk(actor=cast.giang, copy_id=copy.pk).documents
    return [(each.get("number", ""), each["name"], each.get("max_points", "")) for each in documents]


def test_the_second_of_two_who_correct_one_row_is_told_and_keeps_what_was_typed(
    cast: Cast, opened: Opened
) -> None:
    row = row_of(take_in(cast), "1.1")
    first, second = opened("giang"), opened("giang")
    shown = _form(row)
    assert (
        first.get(_address(row, "sua/")).status_code == second.get(_address(row, "sua/")).status_code == 200
    )
    assert (
        first.post(_address(row, "sua/"), {**shown, "name": "Kế hoạch của người thứ nhất"}).status_code == 302
    )
    answer = second.post(_address(row, "sua/"), {**shown, "name": "Kế hoạch của người thứ hai"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "vừa sửa cùng chỗ này" in page
    assert "Kế hoạch của người thứ hai</textarea>" in page
    row.refresh_from_db()
    assert row.data["name"] == "Kế hoạch của người thứ nhất"


def test_who_corrects_another_row_is_not_held_up(cast: Cast, opened: Opened) -> None:
    copy = take_in(cast)
    one, other = row_of(copy, "1.1"), row_of(copy, "2.1")
    sent = _form(other, name="Sự hài lòng của doanh nghiệp")
    opened("giang").post(_address(one, "sua/"), _form(one, name="Kế hoạch năm"))
    assert opened("giang").post(_address(other, "sua/"), sent).status_code == 302
    assert [name for number, name, _ in _rows(cast, copy) if number in ("1.1", "2.1")] == [
        "Kế hoạch năm", "Sự hài lòng của doanh nghiệp",
    ]  # fmt: skip


def test_a_row_split_meanwhile_is_not_split_again(cast: Cast, opened: Opened) -> None:
    copy = take_in(cast)
    row = row_of(copy, "1.2")
    sent = {"version": str(row.version), "tail": "được tập huấn", "number": "1.3"}
    assert opened("giang").post(_address(row, "doi/tach/"), sent).status_code == 302
    assert opened("giang").post(_address(row, "doi/tach/"), sent).status_code == 409
    assert [number for number, _, _ in _rows(cast, copy)] == ["1", "1.1", "1.2", "1.3", "2", "2.1"]


def test_a_calculation_is_parted_with_its_points_and_taken_back(cast: Cast, opened: Opened) -> None:
    text = "Đã ban hành: 6 điểm; chưa: 0 điểm. Có báo cáo: 4 điểm; không: 0 điểm"
    copy, client = take_in(cast), opened("giang")
    row = row_of(copy, "1.1")
    client.post(_address(row, "sua/"), _form(row, method=text))
    before = _rows(cast, copy)
    row.refresh_from_db()
    sent = {"version": str(row.version), "tail": "Báo cáo năm", "number": "1.1a",
            "method": "Có báo cáo: 4 điểm; không: 0 điểm", "max_points": "4"}  # fmt: skip
    page = client.post(_address(row, "doi/tach/"), sent, follow=True).content.decode()
    assert "Báo cáo năm" in page
    assert _rows(cast, copy)[1:3] == [
        ("1.1", "Kế hoạch chuyển đổi số năm", "6"),
        ("1.1a", "Báo cáo năm", "4"),
    ]
    assert [row_of(copy, key).data["rule"]["kind"] for key in ("1.1", "1.1a")] == ["yes_no", "yes_no"]
    step = WorkingStep.objects.filter(copy=copy).order_by("-pk").first()
    assert step is not None
    client.post(f"/bo-chi-so/soan/{copy.pk}/hoan-tac/{step.pk}/", {"newest": str(step.pk)})
    assert _rows(cast, copy) == before


def test_a_row_that_was_taken_out_is_told_to_who_still_shows_it(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    row = row_of(copy, "1.1")
    sent = _form(row, name="Kế hoạch mới")
    assert client.post(_address(row, "doi/xoa/"), {"version": str(row.version)}).status_code == 302
    answer = opened("giang").post(_address(row, "sua/"), sent)
    assert answer.status_code in (404, 409, 422)
    row.refresh_from_db()
    assert (row.is_deleted, row.data["name"]) == (True, "Kế hoạch chuyển đổi số năm")


def test_rows_below_a_head_that_is_taken_out_are_told_of(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    told = []
    for number in ("2", "1", "2.1"):
        row = row_of(copy, number)
        sent = {"version": str(row.version)}
        told.append(client.post(_address(row, "doi/xoa/"), sent, follow=True).content.decode())
    assert "1 dòng bên dưới dòng đã bỏ nay thuộc “1 Nhận thức số”" in told[0]
    assert "3 dòng bên dưới dòng đã bỏ nay không thuộc nhóm nào" in told[1]
    assert "bên dưới dòng đã bỏ" not in told[2]
    assert [number for number, _, _ in _rows(cast, copy)] == ["1.1", "1.2"]
