from __future__ import annotations

import datetime as dt
from fractions import Fraction
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.http import StreamingHttpResponse
from django.utils.translation import gettext_lazy, override

from chamdiem.web.exporting import Sheet, export_response, file_stem

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1"]


def _sheet(*rows: list[Any]) -> Sheet:
    return Sheet("Bảng xếp hạng năm 2026", ["Cơ quan", "Điểm"], rows, note="SỐ LIỆU VÍ DỤ")


def _csv(sheet: Sheet) -> str:
    response = export_response(sheet, "csv")
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response).decode()


def _cells(sheet: Sheet) -> list[tuple[Any, ...]]:
    return list(_page(sheet).iter_rows(values_only=True))


def _page(sheet: Sheet) -> Any:
    return openpyxl.load_workbook(BytesIO(export_response(sheet, "xlsx").content)).active


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_is_never_a_formula(text: str) -> None:
    assert _page(_sheet([text, 1]))["A4"].data_type == "s"
    cell = _csv(_sheet([text, 1])).splitlines()[1].partition(";")[0].strip('"')
    assert cell.startswith("'")


def test_a_text_that_waits_for_its_language_is_a_text() -> None:
    with override("en"):
        assert _cells(_sheet(["Sở Tài chính", gettext_lazy("Điểm")]))[3] == ("Sở Tài chính", "Points")
        assert _csv(_sheet(["Sở Tài chính", gettext_lazy("Điểm")])).endswith("Sở Tài chính;Points\r\n")


def test_numbers_stay_numbers_and_dates_stay_dates() -> None:
    rows = _cells(_sheet(["Sở Tài chính", Fraction(37, 2)], ["Sở Nội vụ", dt.date(2026, 9, 30)]))
    assert rows[0][0] == "Bảng xếp hạng năm 2026"
    assert rows[1][0] == "SỐ LIỆU VÍ DỤ"
    assert rows[3] == ("Sở Tài chính", 18.5)
    assert rows[4][1] == dt.datetime(2026, 9, 30)  # noqa: DTZ001  a spreadsheet knows no zone


def test_csv_opens_in_excel_with_a_decimal_comma() -> None:
    text = _csv(_sheet(["Sở Tài chính", Fraction(12345, 10)], ["Sở Nội vụ", None]))
    assert text == "\ufeffCơ quan;Điểm\r\nSở Tài chính;1234,5\r\nSở Nội vụ;\r\n"


def test_no_row_is_cut_off() -> None:
    rows = [[f"Xã {number}", number] for number in range(3_321)]
    assert len(_cells(_sheet(*rows))) == 3_321 + 3
    assert _csv(_sheet(*rows)).count("\r\n") == 3_321 + 1


def test_the_name_of_the_file_says_what_it_is() -> None:
    assert file_stem("Bảng xếp hạng Đà Nẵng 2026") == "bang-xep-hang-da-nang-2026"
    assert 'filename="bang-xep-hang-nam-2026.csv"' in export_response(_sheet(), "csv")["Content-Disposition"]
