"""Bytes that are no letters: told with their place, never a reason to read the rest as something else."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.reading.encodings import decode
from chamdiem.annex.rows import Annex

LINES = (
    "# Bộ tiêu chí cấp ủy",
    "| TT | Tiêu chí | Điểm tối đa | Cách tính | Cơ quan chủ trì |",
    "|---|---|---|---|---|",
    "| 1 | Tỷ lệ hộ có mạng | 20 | Từ 80%: 20 điểm; từ 50% đến 80%: 12,5 điểm; còn lại: 0 điểm | Tổ chức |",
    "| 2 | Văn bản điện tử | 10 | Có: 10 điểm; không: 0 điểm | Văn phòng |",
)  # fmt: skip
TEXT = "\n".join(LINES)
FIRST_ROW = len("\n".join(LINES[:3]).encode()) + 1
DOUBTS = {"text.damaged", "text.doubtful", "max.missing", "max.unreadable", "rule.not_understood"}


def with_bad_byte(at: int, *, instead: bool = True, byte: bytes = b"\xff") -> bytes:
    data = TEXT.encode()
    return data[:at] + byte + data[at + instead :]


def told(annex: Annex) -> str:
    return " ".join(each.facts.get("text", "") for each in annex.warnings)


@pytest.mark.parametrize("byte", [b"\xff", b"\xfe", b"\x80", b"\xc3"])
@pytest.mark.parametrize("instead", [True, False])
def test_one_bad_byte_is_told_and_the_rest_is_read(byte: bytes, *, instead: bool) -> None:
    at = TEXT.encode().index("Tổ chức".encode())
    annex = read_annex(with_bad_byte(at, instead=instead, byte=byte), "a.md")
    assert annex.rows[1].texts["lead"] == "Văn phòng"
    assert [row.rule.is_manual for row in annex.rows if row.rule] == [False, False]
    assert "dòng 4, ký tự" in told(annex)
    assert "text.doubtful" in {notice.code for notice in annex.rows[0].warnings}


def test_no_bad_byte_changes_a_row_without_a_doubt() -> None:
    whole = read_annex(TEXT.encode(), "a.md").rows[0]
    for at in range(FIRST_ROW, FIRST_ROW + len(LINES[3].encode()), 3):
        annex = read_annex(with_bad_byte(at), "a.md")
        assert "dòng 4, ký tự" in told(annex)
        row = annex.rows[0]
        is_same = (row.name, row.max_points, row.rule) == (whole.name, whole.max_points, whole.rule)
        assert is_same or DOUBTS & {notice.code for notice in row.warnings}, at


def test_several_places_are_told() -> None:
    data = bytearray(TEXT.encode())
    for at in range(FIRST_ROW + 10, FIRST_ROW + 80, 10):
        data[at] = 0xFF
    _, said = decode(bytes(data), "a.md")
    assert said[0].startswith("Tệp có ")
    assert said[0].count("dòng 4") == 5


def test_a_letter_that_stands_for_lost_ones_is_told_too() -> None:
    text, said = decode("Tiêu ch\ufffd".encode(), "a.txt")
    assert text == "Tiêu ch\ufffd"
    assert len(said) == 1


@pytest.mark.parametrize("text", ["Tieu chi: ®iÓm tèi ®a", "Ñieåm toái ña"])
def test_texts_of_one_byte_for_each_letter_stay_what_they_are(text: str) -> None:
    assert decode(text.encode("latin-1"), "a.txt") == (text, [])


def test_whole_texts_have_nothing_to_tell() -> None:
    assert decode(TEXT.encode(), "a.md") == (TEXT, [])
    assert decode(TEXT.encode("utf-16"), "a.md") == (TEXT, [])
