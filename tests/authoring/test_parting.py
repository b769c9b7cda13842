"""A row is parted into two, each with its part of the calculation and of the points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.services import correcting
from chamdiem.authoring.services.parting import Part, part_row
from chamdiem.errors import Incomplete
from tests.authoring.annexes import row_of, take_in
from tests.people import NOW, Cast

pytestmark = pytest.mark.django_db

Opened = Callable[[str], Client]

METHOD = "Có mạng nội bộ: 6 điểm; không có: 0 điểm. Mỗi máy 1 điểm, tối đa 4 điểm"
ANNEX = f"""# Bộ chỉ số thử nghiệm năm 2026

| STT | Chỉ số | Điểm tối đa | Cách tính |
|---|---|---|---|
| 1 | Hạ tầng | 10 | |
| 1.1 | Mạng và máy tính | 10 | {METHOD} |
| 2 | Nhận thức | 5 | Có: 5 điểm; không: 0 điểm |
"""
SECOND = "Mỗi máy 1 điểm, tối đa 4 điểm"


def given(cast: Cast, row: WorkingRow) -> dict[str, Any]:
    return {"actor": cast.giang, "copy_id": row.copy_id, "row_id": row.pk, "version": row.version, "now": NOW}


def rules(copy: WorkingCopy, *numbers: str) -> list[str]:
    found = [row_of(copy, number).data["rule"] for number in numbers]
    return [rule["kind"] for rule in found]


def test_both_rows_get_the_rule_of_their_part(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    part = Part("Số máy tính", "1.2", SECOND, "4")
    made = part_row(**given(cast, row_of(copy, "1.1")), part=part)
    first = row_of(copy, "1.1")
    assert (first.data["name"], made.data["name"]) == ("Mạng và máy tính", "Số máy tính")
    assert (first.data["max_points"], made.data["max_points"]) == ("6", "4")
    assert f"{first.data['method']} {made.data['method']}" == METHOD
    assert rules(copy, "1.1", "1.2") == ["yes_no", "count"]
    assert made.data["cases"]
    assert made.position == first.position + 1


def test_points_alone_are_parted_and_the_name_is_cut(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    made = part_row(**given(cast, row_of(copy, "1.1")), part=Part("và máy tính", "1.2", "", "2,5"))
    assert row_of(copy, "1.1").data["name"] == "Mạng"
    assert (row_of(copy, "1.1").data["max_points"], made.data["max_points"]) == ("7.5", "2.5")
    assert made.data["rule"]["kind"] == "manual"


def test_a_rule_that_people_wrote_stays_and_the_row_says_so(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    row = correcting.correct_row(**given(cast, row_of(copy, "1.1")), changes={"rule": {"kind": "manual"}})
    part_row(**given(cast, row), part=Part("Số máy tính", "1.2", SECOND))
    assert rules(copy, "1.1") == ["manual"]
    assert "rule.text_moved" in {each["code"] for each in row_of(copy, "1.1").origin["warnings"]}


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (Part("Số máy", "", "không có trong đó"), "authoring.no_method_tail"),
        (Part("Số máy", "", METHOD), "authoring.no_method_tail"),
        (Part("Số máy", "", SECOND, "10"), "authoring.no_points_to_part"),
        (Part("Số máy", "", SECOND, "nhiều"), "authoring.no_points_to_part"),
        (Part("Số máy", "", "", "4"), "authoring.no_tail"),
        (Part(" ", "", SECOND, "4"), "authoring.no_tail"),
    ],
)
def test_what_cannot_be_parted_is_refused(part: Part, code: str, cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    with pytest.raises(Incomplete) as refused:
        part_row(**given(cast, row_of(copy, "1.1")), part=part)
    assert refused.value.code == code
    assert WorkingRow.objects.filter(copy=copy).count() == 3


def test_the_form_of_a_row_parts_its_calculation(cast: Cast, opened: Opened) -> None:
    copy, client = take_in(cast, ANNEX), opened("giang")
    row = row_of(copy, "1.1")
    address = f"/bo-chi-so/soan/{copy.pk}/dong/{row.pk}/doi/tach/"
    sent = {
        "tail": "Số máy tính",
        "number": "1.2",
        "method": "khác hẳn",
        "max_points": "4",
        "version": row.version,
    }
    page = client.post(address, sent)
    assert page.status_code == 422
    assert "không phải là phần cuối của cách tính" in page.content.decode()
    assert "khác hẳn" in page.content.decode()
    assert client.post(address, {**sent, "method": SECOND}).status_code == 302
    assert rules(copy, "1.1", "1.2") == ["yes_no", "count"]
