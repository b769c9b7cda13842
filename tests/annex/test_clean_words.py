"""Right words that could be the rest of another stay as they are; letters that count rows do, too."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from tests.annex.test_repairing import one_row, word_file

DAMAGED = (
    ("8", "Tỷ lệ hồ s đúng h n", "5", "Từ 90% tr lên: 5 đim; dư i 90%: 0 điểm"),
    ("9", "Công t c tuyên tr yền", "5", "Mở chuyên mục: 5 điểm"),
)


@pytest.mark.parametrize(
    "name",
    [
        "Số ấp văn hóa",
        "Tỷ lệ thôn, ấp có nhà sinh hoạt",
        "Ấp nông thôn mới",
        "Trưởng ấp được tập huấn",
        "Từ 75% số ấp trở lên",
        "Tỷ lệ xã c",
        "Nội dung b",
    ],
)
def test_hamlets_and_letters_of_rows_are_not_repaired(name: str) -> None:
    assert one_row(name).texts["name"] == name


def test_what_is_left_of_a_level_is_repaired_beside_hamlets() -> None:
    rows = (("1", "Số ấp văn hóa", "5", ""), ("2", "Hỗ trợ ấp huyện", "5", "Có: 5 điểm"), *DAMAGED)
    names = [row.name for row in read_annex(word_file(*rows), "a.docx").rows]
    assert names[:2] == ["Số ấp văn hóa", "Hỗ trợ cấp huyện"]


def test_letters_that_count_rows_make_no_file_damaged() -> None:
    rows = [(str(place), f"Tỷ lệ xã {letter}", "5", "Có: 5 điểm") for place, letter in enumerate("abcdđe", 1)]
    annex = read_annex(word_file(*rows), "a.docx")
    assert [row.name for row in annex.rows] == [row[1] for row in rows]
    assert not [each for row in annex.rows for each in row.warnings if each.code.startswith("text.")]
    assert not annex.warnings


def test_everyday_words_and_measures_are_told_in_no_damaged_file() -> None:
    rows = (("1", "BẢO TỒN di sản, bảo tàng", "5", "Bụi mịn dưới 50 µg/m3: 5 điểm; khác: 0 điểm"), *DAMAGED)
    annex = read_annex(word_file(*rows), "a.docx")
    assert "text.damaged" not in [each.code for each in annex.rows[0].warnings]
