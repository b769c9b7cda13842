"""The page of a row: acceptance stays, what cannot be done is told, repairs stand beside what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.test import Client

from chamdiem.authoring.models import WorkingRow
from chamdiem.authoring.plain import to_text
from tests.people import Cast

from .annexes import ANNEX, row_of, take_in

Opened = Callable[[str], Client]
_REPAIRED = ANNEX.replace("Nhận thức số | 30", "Nhận thức số | 3O").replace(
    "Kế hoạch chuyển đổi số năm", "Kế hoạch chuy ển đổi số năm"
)


def _address(row: WorkingRow, page: str = "") -> str:
    return f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/{page}"


def _shown(client: Client, row: WorkingRow) -> str:
    return client.get(_address(row)).content.decode()


def _with_key(page: str, key: str) -> list[str]:
    return re.findall(rf'<(\w+)[^>]*data-key="{key}"', page)


def test_the_key_that_accepts_only_goes_on_from_an_accepted_row(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    row = row_of(copy, "1.1")
    assert _with_key(_shown(client, row), "a") == ["button"]
    client.post(_address(row, "doi/dung/"), {"version": row.version})
    page = _shown(client, row)
    following = _address(row_of(copy, "1.2"))
    assert re.search(rf'<a [^>]*data-key="a" href="{following}"', page)
    assert re.search(rf'action="{_address(row, "doi/mo-lai/")}".*?data-key="m"', page)
    row.refresh_from_db()
    client.post(_address(row, "doi/mo-lai/"), {"version": row.version})
    row.refresh_from_db()
    assert not row.is_accepted


def test_the_last_row_stays_where_it_is(cast: Cast, opened: Opened) -> None:
    row, client = row_of(take_in(cast), "2.1"), opened("giang")
    client.post(_address(row, "doi/dung/"), {"version": row.version})
    assert re.search(rf'data-key="a" href="{_address(row)}"', _shown(client, row))


def test_behind_the_last_row_the_page_says_what_still_waits(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast, _REPAIRED), opened("giang")
    for number in ("1", "1.1", "1.2", "2"):
        WorkingRow.objects.filter(pk=row_of(copy, number).pk).update(is_accepted=number == "2")
    last = row_of(copy, "2.1")
    told = client.post(_address(last, "doi/dung/"), {"version": last.version}, follow=True).content.decode()
    assert re.search(r"Đây là dòng cuối\. Còn \d+ dòng cần xem", told)
    WorkingRow.objects.filter(copy=copy).exclude(pk=last.pk).update(is_accepted=True)
    last.refresh_from_db()
    client.post(_address(last, "doi/mo-lai/"), {"version": last.version})
    last.refresh_from_db()
    told = client.post(_address(last, "doi/dung/"), {"version": last.version}, follow=True).content.decode()
    assert "Đây là dòng cuối, không còn dòng nào cần xem." in told


def test_what_the_assessor_looks_at_has_room_for_its_lines(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    row = next(each for each in copy.rows.all() if '"manual"' in each.document)
    page = client.get(_address(row, "quy-tac/")).content.decode()
    assert re.search(r'<textarea name="rule-guide"[^>]*rows="4"', page)


def test_why_a_row_cannot_change_its_level_is_told_where_the_key_leads(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    highest, deepest = _shown(client, row_of(copy, "1")), _shown(client, row_of(copy, "1.1"))
    assert _with_key(highest, "o") == _with_key(highest, "i") == ["p"]
    assert "dòng đã ở cấp cao nhất" in highest
    assert "các dòng bên dưới đã ở cấp thấp nhất" in highest
    assert (_with_key(deepest, "o"), _with_key(deepest, "i")) == (["button"], ["p"])
    assert "dòng đã ở cấp thấp nhất của bộ chỉ số" in deepest
    assert _with_key(_shown(client, row_of(copy, "2")), "i") == ["button"]


def test_a_number_with_its_dot_is_told_with_one(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast, ANNEX.replace("| 1.1 |", "| 1.1. |")), opened("giang")
    row = row_of(copy, "1.1.")
    sent = {"version": row.version, "number": "1.1.", "name": "Kế hoạch", "max_points": "10",
            "level": row.data["level"], "role": "scored", "evaluator": "organisation"}  # fmt: skip
    page = client.post(_address(row, "sua/"), sent, follow=True).content.decode()
    assert "Đã sửa dòng 1.1.<" in page.replace("\n", "")


def test_a_deadline_that_is_a_date_is_shown_once(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast), opened("giang")
    row = row_of(copy, "1.1")
    for printed, times in (("15/02/2026", 1), ("Trước 15/02/2026", 1), ("Quý I", 1)):
        row.document = to_text({**row.data, "deadline": {"printed": printed, "date": "2026-02-15"}})
        row.save(update_fields=["document"])
        assert _shown(client, row).count("15/02/2026") == times


def test_what_is_printed_stands_beside_its_repair_until_it_is_undone(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast, _REPAIRED), opened("giang")
    row = row_of(copy, "1.1")
    assert '<del class="muted">chuy ển</del> <ins>chuyển</ins>' in _shown(client, row)
    client.post(_address(row, "doi/sua-chu/"), {"version": row.version, "repair": "0"})
    page = _shown(client, row)
    assert "<del" not in page
    assert "Kế hoạch chuy ển đổi số năm" in page


def test_points_read_from_letters_are_taken_back_as_none(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast, _REPAIRED), opened("giang")
    row = row_of(copy, "1")
    assert row.data["max_points"] == "30"
    assert "điểm tối đa: “3O” → “30”" in _shown(client, row)
    client.post(_address(row, "doi/sua-chu/"), {"version": row.version, "repair": "0"})
    row.refresh_from_db()
    assert "max_points" not in row.data
