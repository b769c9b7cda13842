"""Lines of an outline that are called by what they hold, and criteria numbered with a short word in front."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.labels import label_of
from chamdiem.annex.numbering import split_number
from chamdiem.annex.rows import Annex


def _outline(*fields: str, mark: str = "TC {}.") -> Annex:
    lines = ["I. Nhận thức số (10 điểm)"]
    for number, points in (("1.1", 4), ("1.2", 6)):
        lines += [f"{mark.format(number)} Nội dung {number[-1]} được giao trong năm ({points} điểm)", *fields]
    lines += ["II. Hạ tầng số (5 điểm)", f"{mark.format('2.1')} Máy chủ (5 điểm)"]
    return read_annex("\n".join(lines).encode(), "a.txt")


@pytest.mark.parametrize(
    "mark",
    ["TC {}.", "TC {}:", "TC{}.", "TC {} -", "CS {}.", "CSTP {}:", "TC.{}.", "Tiêu chí thành phần {}:"],
)
def test_a_short_word_in_front_of_a_number_is_no_part_of_the_name(mark: str) -> None:
    annex = _outline("Cách tính: Có: đạt điểm tối đa; không: 0 điểm", mark=mark)
    assert [(row.key, row.level) for row in annex.rows] == [
        ("I", 0),
        ("1.1", 1),
        ("1.2", 1),
        ("II", 0),
        ("2.1", 1),
    ]
    assert annex.rows[-1].name == "Máy chủ"


def test_other_short_words_in_front_of_a_number_are_names() -> None:
    for text in ("QĐ 06. Đề án", "NQ 57: Nghị quyết", "tc 1.1. nhỏ", "TCVN 1.1 bộ tiêu chuẩn", "TC 5 xã"):
        assert split_number(text) == ("", text)


@pytest.mark.parametrize(
    "label",
    [
        "Bộ phận theo dõi", "Cơ quan theo dõi", "Đơn vị theo dõi, đôn đốc", "Phòng phụ trách", "Đầu mối",
        "Phân công", "Đầu mối theo dõi", "Người phụ trách", "Cơ quan, đơn vị chủ trì", "Công chức theo dõi",
        "Cơ quan tham mưu", "Trách nhiệm thực hiện", "Đơn vị đầu mối thực hiện", "Bộ phận chủ trì, tổng hợp",
        "Lãnh đạo phụ trách",
    ],
)  # fmt: skip
def test_an_office_is_called_in_many_ways(label: str) -> None:
    annex = _outline("Minh chứng: kế hoạch", f"{label}: Văn phòng HĐND và UBND")
    assert annex.rows[1].texts["lead"] == "Văn phòng HĐND và UBND"
    assert annex.rows[1].texts["evidence"] == "kế hoạch"


@pytest.mark.parametrize(
    "label",
    ["Hạn", "Hạn nộp", "Hạn hoàn thành", "Thời hạn nộp", "Hạn chót", "Thời điểm nộp"],
)
def test_a_deadline_is_called_in_many_ways_in_lines_and_in_a_column(label: str) -> None:
    assert _outline("Minh chứng: kế hoạch", f"{label}: 31/12/2026").rows[1].texts["deadline"] == "31/12/2026"
    table = f"STT\tTiêu chí\tĐiểm tối đa\t{label}\n1\tKế hoạch\t5\t31/12\n2\tHọp\t5\t30/6"
    assert read_annex(table.encode(), "a.txt").rows[0].texts["deadline"] == "31/12"


def test_a_line_that_is_called_by_what_it_holds_is_never_the_rest_of_the_one_above() -> None:
    long = "Minh chứng: kế hoạch chuyển đổi số của Ủy ban nhân dân xã trong năm"
    annex = _outline(*[long] * 3, "Bộ phận theo dõi: Phòng Văn hóa", "Hạn nộp: 15/12")
    assert annex.rows[1].texts["lead"] == "Phòng Văn hóa"
    assert annex.rows[1].texts["deadline"] == "15/12"


@pytest.mark.parametrize(
    "text",
    ["Theo dõi: sổ theo dõi", "Phòng họp: 2", "Người dân: 80%", "Hạn chế: chưa có", "Quản lý: có"],
)
def test_other_words_in_front_of_a_colon_are_text(text: str) -> None:
    assert label_of(text) is None
