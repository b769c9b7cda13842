"""``chamdiem import``: a draft, a report and a page from one file; a bad file is one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import TRACE, call

FILES = Path(__file__).parent.parent / "annex" / "corpus" / "files"


def test_an_annex_becomes_a_set_a_report_and_a_page(tmp_path: Path) -> None:
    draft, report, page = tmp_path / "bo.yaml", tmp_path / "bao-cao.json", tmp_path / "doi-chieu.html"
    called = call("import", FILES / "so-nganh-2024.docx", "-o", draft, "--report", report, "--page", page)
    assert called.code == 0
    assert "11 dòng, 8 tiêu chí có điểm; 7 quy tắc đọc được, 1 để người chấm" in " ".join(called.out.split())
    assert call("show", draft).code == 0
    rows = json.loads(report.read_text(encoding="utf-8"))["rows"]
    assert {"number", "name", "max", "parent", "level", "role", "rule", "confidence", "warnings"} <= set(
        rows[0]
    )
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_that_is_no_annex_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "anh.docx"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 50)
    called = call("import", file, "-o", tmp_path / "bo.yaml")
    assert called.code == 1
    assert "không phải Word, Excel, PDF, HTML hay chữ thường" in " ".join((called.out + called.err).split())
    assert not (tmp_path / "bo.yaml").exists()


@pytest.mark.parametrize("name", ["khong-co.docx", "."])
def test_a_file_that_cannot_be_opened_is_no_trace(tmp_path: Path, name: str) -> None:
    called = call("import", tmp_path / name)
    assert called.code == 2
    assert TRACE not in called.out + called.err


def test_the_report_comes_as_json(tmp_path: Path) -> None:
    called = call("import", FILES / "cap-xa-2025.xlsx", "--json")
    assert [row["number"] for row in json.loads(called.out)["rows"]] == [
        "A",
        "1",
        "2",
        "B",
        "1",
        "2",
        "3",
        "C",
        "1",
    ]


def test_a_warning_names_its_row_where_numbers_start_again_under_each_group(tmp_path: Path) -> None:
    rows = (
        "I | Lãnh đạo | 5 |",
        "1 | Họp | 5 | Tốt",
        "II | Hạ tầng | 5 |",
        "1 | Mạng | 5 | Khá",
        " | Khác | 5 | Khá",
    )
    file = tmp_path / "a.md"
    header = "| STT | Tiêu chí | Điểm tối đa | Cách tính |\n|---|---|---|---|\n"
    file.write_text(header + "\n".join(f"| {row} |" for row in rows), encoding="utf-8")
    starts = {line.split(":")[0].strip() for line in call("import", file).out.splitlines()}
    assert {"I.1", "II.1", "Khác"} <= starts
