"""A table on screen never loses a figure, a code or a column, however narrow the terminal."""

from __future__ import annotations

import io

import pytest
from rich.table import Table

from chamdiem.cli.screen import console
from chamdiem.cli.tables import columns, print_table
from tests.cli.calling import call

_NAME = "Ủy ban nhân dân xã Đạ Huoai 2"
_FIGURES = ("13,00", "1.000,00", "0,83", "0,8333", "0,6667", "0,5000")


def _league() -> Table:
    headings = ("Điểm", "Điểm tối đa", "Chỉ số", "Chính quyền số", "Kinh tế số", "Xã hội số")
    table = columns(
        ("Hạng chung", "number"),
        ("Mã", "code"),
        ("Đơn vị", "prose"),
        *((heading, "number") for heading in headings),
        ("Xếp loại", "prose"),
    )
    table.add_row("17", "DL-0042", _NAME, *_FIGURES, "Xuất sắc")
    return table


def _printed(table: Table, width: int | None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    if width is None:
        monkeypatch.delenv("COLUMNS", raising=False)
    else:
        monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    print_table(table, console(out), leading=3, in_one_line=True)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", range(50, 121, 5))
def test_figures_codes_and_words_are_whole_at_every_width(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _printed(_league(), width, monkeypatch)
    words = " ".join(lines).split()
    assert {"17", "DL-0042", *_FIGURES, *_NAME.split(), "sắc", "quyền"} <= set(words)
    assert max(map(len, lines)) <= width


def test_each_block_says_whose_line_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _printed(_league(), 60, monkeypatch)
    named = [line for line in lines if "DL-0042" in line]
    assert len(named) > 1
    assert all(line.split()[0] == "17" for line in named)


def test_a_table_for_a_file_is_as_wide_as_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    table = columns(("Hạng", "number"), ("Mã", "code"), ("Đơn vị", "prose"), ("Điểm", "number"))
    table.add_row("1", "A", "Xã " + "rất dài " * 30 + "tên", "795,50")
    assert [line.split()[0] for line in _printed(table, None, monkeypatch)] == ["Hạng", "1"]


def test_a_code_wider_than_the_terminal_is_whole_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "X" * 90
    table = columns(("Hạng", "number"), ("Mã", "code"), ("Đơn vị", "prose"), ("Điểm", "number"))
    table.add_row("1", code, "Xã A", "795,50")
    assert code in " ".join(_printed(table, 60, monkeypatch)).split()


def test_the_library_is_readable_on_a_narrow_terminal() -> None:
    out = call("library", COLUMNS="60").out
    assert "Bộ chỉ số chuyển đổi" in out
    assert "1.000" in out
    assert "Mã băm" in out
