"""Peer groups that differ only in capitals and blanks are one group, and the file is told so."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from chamdiem.core.indicator_set import Grade, IndicatorSet
from chamdiem.core.sentences import problem_text
from chamdiem.core.written_values import read_choice
from chamdiem.office.answer_reading import read_answer_bytes
from chamdiem.office.answer_sheet import AnswerSheet
from chamdiem.office.form_writing import write_form
from chamdiem.office.organisations import Organisation
from tests.cli.calling import answers_file, call, set_file
from tests.office.forms import every_kind

_SPELT = ("Miền núi", "Miền Núi", "miền  núi", "Miền\u00a0núi", "Đồng bằng")


def _csv(*groups: str) -> bytes:
    lines = [f"X{number};Xã {number};{group};1" for number, group in enumerate(groups, 1)]
    return "\n".join(["Mã;Tên;Nhóm;1.4.x", *lines]).encode()


def _read(data: bytes, indicator_set: IndicatorSet | None = None, file: str = "a.csv") -> AnswerSheet:
    return read_answer_bytes(data, indicator_set or every_kind(), file)


def test_they_are_one_group_under_the_first_spelling() -> None:
    sheet = _read(_csv(*_SPELT))
    assert [each.peer_group for each in sheet.participants] == [*["Miền núi"] * 4, "Đồng bằng"]


def test_one_warning_names_every_spelling_and_whose_it_is() -> None:
    (warning,) = _read(_csv(*_SPELT)).warnings
    text = problem_text(warning)
    assert all(part in text for part in ("“Miền Núi” (X2)", "“miền núi” (X3)", "X1", "X4"))
    assert "Đồng bằng" not in text


def test_the_spelling_of_the_set_goes_before_that_of_the_file() -> None:
    grade = Grade(name="Tốt", at_least=Fraction(1, 2), peer_group="Miền núi")
    sheet = _read(_csv("MIỀN NÚI"), replace(every_kind(), grades=(grade,)))
    assert sheet.participants[0].peer_group == "Miền núi"
    assert [each.code for each in sheet.warnings] == ["answers.group_spellings"]


def test_groups_spelt_alike_are_not_spoken_of() -> None:
    assert not _read(_csv("Miền núi", "Miền núi", "", "Đồng bằng")).warnings


def test_json_and_the_list_of_a_form_are_read_alike() -> None:
    entries = [
        {"code": code, "peer_group": group, "answers": {}}
        for code, group in (("A", "Khối 1"), ("B", "KHỐI 1"))
    ]
    sheet = _read(json.dumps({"organisations": entries}).encode(), file="a.json")
    assert {each.peer_group for each in sheet.participants} == {"Khối 1"}
    listed = [Organisation(code="A", name="Xã A", peer_group="Khối 1")]
    listed += [Organisation(code="B", name="Xã B", peer_group="khối  1")]
    form = _read(write_form(every_kind(), listed), file="a.xlsx")
    assert {each.peer_group for each in form.participants} == {"Khối 1"}
    assert [each.code for each in form.warnings] == ["answers.group_spellings"]


def test_a_form_for_a_list_is_written_with_one_spelling(tmp_path: Path) -> None:
    listed = answers_file(tmp_path, "Mã;Tên;Nhóm\nA;Xã A;Khối 1\nB;Xã B;khối 1\n", "don-vi.csv")
    called = call("template", set_file(tmp_path), "-o", tmp_path / "mau.xlsx", "--organisations", listed)
    assert "“khối 1” (B)" in called.err


def test_a_choice_typed_with_other_blanks_is_read() -> None:
    options = {"chief": "Chủ tịch UBND xã", "deputy": "Phó chủ tịch"}
    assert read_choice("Chủ\u00a0tịch  ubnd xã", options) == 0
