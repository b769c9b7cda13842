"""Answers written as CSV mean the same to a Vietnamese Excel, to a person and to the reader."""

from __future__ import annotations

from pathlib import Path

from chamdiem.core.standings import Participant
from chamdiem.library import load_edition
from chamdiem.office.answer_csv import write_answers_csv
from chamdiem.office.answer_reading import read_answers


def test_a_decimal_is_written_with_a_comma_and_read_back(tmp_path: Path) -> None:
    indicator_set = load_edition("chuprong-2023")
    answers = {"5.11.a": 533_787, "5.11.b": 1_838_000, "1.4.n": 1_234}
    path = tmp_path / "so-lieu.csv"
    path.write_bytes(write_answers_csv([Participant(code="A", name="Xã A", answers=answers)], indicator_set))
    text = path.read_text("utf-8-sig")
    assert ";533,787;" in text
    assert "533.787" not in text
    (read,) = read_answers(path, indicator_set).participants
    assert read.answers == answers
