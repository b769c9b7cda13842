"""A list of organisations for a form: Excel, CSV or JSON, its own or the one inside another form."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from chamdiem.core.sentences import problem_text
from chamdiem.errors import InvalidAnswers, NotFound
from chamdiem.office.form_writing import write_form
from chamdiem.office.organisation_reading import read_organisations
from chamdiem.office.organisations import Organisation
from tests.office.forms import TWO, every_kind, saved, table

HEAD = ["Mã đơn vị", "Tên đơn vị", "Nhóm xếp hạng", "Có xếp hạng"]


def _read(folder: Path, data: bytes, file: str = "don-vi.xlsx") -> list[Organisation]:
    path = folder / file
    path.write_bytes(data)
    return read_organisations(path)


def _found(folder: Path, data: bytes, file: str = "don-vi.xlsx") -> list[tuple[str, str]]:
    with pytest.raises(InvalidAnswers) as refused:
        _read(folder, data, file)
    assert all(problem_text(each) for each in refused.value.problems)
    return [(each.code, each.place.cell or each.place.path) for each in refused.value.problems]


def test_the_same_list_is_read_from_excel_csv_json_and_a_form(tmp_path: Path) -> None:
    lines = [[each.code, each.name, each.peer_group, "Có" if each.is_ranked else "Không"] for each in TWO]
    text = "\r\n".join(";".join(line) for line in [HEAD, *lines])
    entries = (
        '{"organisations": [{"code": "X01", "name": "Xã Ngọc Bích", "peer_group": "Đồng bằng"},'
        ' {"code": "X02", "name": "Xã Ea H\'Leo", "peer_group": "Miền núi", "ranked": false}]}'
    )
    assert _read(tmp_path, table(HEAD, *lines)) == list(TWO)
    assert _read(tmp_path, text.encode("utf-8-sig"), "don-vi.csv") == list(TWO)
    assert _read(tmp_path, entries.encode(), "don-vi.json") == list(TWO)
    assert _read(tmp_path, write_form(every_kind(), TWO)) == list(TWO)


def test_a_list_may_have_more_columns_and_a_title(tmp_path: Path) -> None:
    data = table(
        ["DANH SÁCH ĐƠN VỊ"],
        ["TT", "Mã", "Điện thoại", "Tên"],
        [1, "X01", "0269", "Xã A"],
        [2, 5, "", "Xã B"],
    )
    assert _read(tmp_path, data) == [
        Organisation(code="X01", name="Xã A"),
        Organisation(code="5", name="Xã B"),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (["x01 ", "Xã B"], ("answers.repeated_organisation", "A3")),
        (["#REF!", "Xã B"], ("answers.code_unreadable", "A3")),
        (["=A2", "Xã B"], ("answers.code_unreadable", "A3")),
        (["X02", "=B2"], ("answer.uncomputed_formula", "B3")),
        (["X02", "Xã B", "#N/A"], ("answer.error_value", "C3")),
        (["X02", "Xã B", "", "tuỳ"], ("answer.not_yes_no", "D3")),
    ],
)
def test_a_wrong_cell_is_named(tmp_path: Path, line: list[Any], problem: tuple[str, str]) -> None:
    assert _found(tmp_path, table(HEAD, ["X01", "Xã A", "", "Có"], line)) == [problem]


def test_a_peer_group_merged_over_several_organisations_is_named(tmp_path: Path) -> None:
    book: Any = load_workbook(BytesIO(table(HEAD, ["X01", "A", "Miền núi"], ["X02", "B"], ["X03", "C"])))
    book.active.merge_cells("C2:C4")
    assert _found(tmp_path, saved(book)) == [("answer.merged", "C2")]


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (b"", "a.csv", "file.empty"),
        (b"ten;nhom\nA;B\n", "a.csv", "organisations.none"),
        ("Mã đơn vị;Tên đơn vị\n".encode(), "a.csv", "organisations.none"),
        (b"[]", "a.json", "json.no_organisations"),
        (b"[{}]", "a.json", "json.no_code"),
        (b"PK\x03\x04", "a.xlsx", "file.broken"),
    ],
)
def test_a_file_that_lists_nobody_is_refused(tmp_path: Path, data: bytes, file: str, code: str) -> None:
    assert [each for each, _ in _found(tmp_path, data, file)] == [code]


def test_a_list_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_organisations(tmp_path / "khong-co.csv")
