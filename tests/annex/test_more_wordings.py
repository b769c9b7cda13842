"""More ordinary wordings: what is read of them, what is told, and what stays with people."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

RATIO = {"kind": "ratio", "value": "a / b", **NA}
READ: dict[str, Any] = {
    "Điểm = (Số người từ 15 tuổi trở lên có tài khoản) / (Số người từ 15 tuổi trở lên) × 10": RATIO,
    "Tỷ lệ = (Tổng số hồ sơ - số hồ sơ trễ hạn)/Tổng số hồ sơ; Điểm = tỷ lệ x 10": {
        **RATIO,
        "value": "(a - b) / a",
    },
    "Điểm tối đa x (số hồ sơ trước hạn + số hồ sơ đúng hạn)/(tổng số hồ sơ + số hồ sơ quá hạn chưa xong)": {
        **RATIO,
        "value": "(a + b) / (c + d)",
    },
    "Điểm = tỷ lệ đạt được/tỷ lệ kế hoạch giao × 10": RATIO,
    "Số bộ dữ liệu đã có/Số bộ dữ liệu phải có. Từ 80% trở lên: 10 điểm; còn lại: 5 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "0.8", "give": "full"}],
        "otherwise": {"points": "5"},
        **NA,
    },
    "a = số đã làm; b = số phải làm. Tỷ lệ a/b. Nếu a/b > 50%: 10 điểm; nếu 30% < a/b ≤ 50%: 6 điểm; "
    "nếu 0 < a/b ≤ 30%: 2 điểm; nếu a/b = 0: 0 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [
            {"at_most": "0", "give": "none"},
            {"at_most": "0.3", "points": "2"},
            {"at_most": "0.5", "points": "6"},
        ],
        "otherwise": "full",
        **NA,
    },
    "b: Số hồ sơ; a: Số hồ sơ trực tuyến. a/b ≥ 70%: 10 điểm; dưới 70%: 0 điểm": {
        **RATIO,
        "full_at": "0.7",
        "below": "zero",
    },
    "Mỗi mô hình: +2 điểm (tối đa 10 điểm)": {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]},
    "Số CSDL đã kết nối × 2 điểm, tối đa 10 điểm": {
        "kind": "count",
        "parts": [{"of": "n", "points_each": "2"}],
    },
    "Tối đa 10 điểm: có chỉ đạo 3 điểm; có kiểm tra 3 điểm; có tổng kết 4 điểm": {
        "kind": "checklist",
        "parts": [{"when": letter, "points": points} for letter, points in zip("xyz", "334", strict=True)],
    },
    "100% cơ sở: 10 điểm; dưới 100%: điểm tương ứng với tỷ lệ": {**RATIO, "full_at": "1"},
    "Đầy đủ 04 nội dung: 10 điểm; thiếu 1 nội dung: trừ 2,5 điểm": {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "2.5"}],
    },
    "Thủ trưởng là Trưởng ban: 10 điểm Cấp phó là Trưởng ban: 3 điểm Chưa kiện toàn: 0 điểm": {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "Thủ trưởng là Trưởng ban", "give": "full"},
            "m2": {"label": "Cấp phó là Trưởng ban", "points": "3"},
            "m0": {"label": "Chưa kiện toàn", "give": "none"},
        },
    },
}
TO_PEOPLE = [
    "Số điểm đạt được = tỷ lệ % : 10",
    "Mỗi tin, bài, video, phóng sự 0,5 điểm; riêng video 1 điểm; tối đa 10 điểm",
    "Tối đa 8 điểm: có chỉ đạo 3 điểm; có kiểm tra 3 điểm; có tổng kết 4 điểm",
    "Tỷ lệ = (số hồ sơ đúng hạn - số hồ sơ trễ hạn)/Tổng số hồ sơ; Điểm = tỷ lệ x 10",
]


@pytest.mark.parametrize("text", READ)
def test_a_wording_is_read(text: str) -> None:
    assert read(text, name="Kết quả")[0].rule == READ[text]


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_a_wording_that_is_not_sure_stays_with_people(text: str) -> None:
    assert read(text, name="Kết quả")[0].is_manual


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Đạt chỉ tiêu: 10 điểm; không đạt chỉ tiêu: tính theo tỷ lệ phần trăm đạt được", {}),
        ("Hoàn thành kế hoạch giao: 10 điểm; không hoàn thành: theo tỷ lệ", {}),
        ("Đạt 80% kế hoạch trở lên: 10 điểm; còn lại: tính theo tỷ lệ", {"full_at": "0.8"}),
    ],
)
def test_points_by_what_was_reached_of_a_target_ask_for_the_target(text: str, more: dict[str, str]) -> None:
    reading, row = read(text, name="Tỷ lệ hồ sơ trực tuyến")
    assert reading.rule == {**RATIO, **more}
    assert {letter: given["label"] for letter, given in reading.inputs.items()} == {
        "a": "Tỷ lệ đạt được: Tỷ lệ hồ sơ trực tuyến",
        "b": "Tỷ lệ được giao: Tỷ lệ hồ sơ trực tuyến",
    }
    assert any("chỉ tiêu được giao" in str(notice.facts) for notice in row.warnings)


def test_letters_in_front_of_their_ratio_are_explained() -> None:
    reading, row = read("b: Số hồ sơ; a: Số hồ sơ trực tuyến. a/b ≥ 70%: 10 điểm; dưới 70%: 0 điểm")
    assert {letter: given["label"] for letter, given in reading.inputs.items()} == {
        "a": "Số hồ sơ trực tuyến",
        "b": "Số hồ sơ",
    }
    assert not any("không được giải thích" in str(notice.facts) for notice in row.warnings)


def test_one_of_several_is_not_said_to_be_all_of_them() -> None:
    _, row = read("Đạt một trong các yêu cầu sau: có CSDL; có kết nối: 10 điểm")
    told = " ".join(str(notice.facts) for notice in row.warnings)
    assert "chỉ cần một trong các ý" in told
    assert "tất cả các ý" not in told


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Từ 50 tin bài trở lên: 10 điểm; dưới 50 tin bài: 0 điểm", "Số tin bài", "Số tin bài"),
        ("Trên 1 tỷ đồng: 10 điểm; từ 1 tỷ đồng trở xuống: 5 điểm", "Kinh phí", "Kinh phí"),
        ("Không quá 2 sự cố: 10 điểm; trên 2 sự cố: 0 điểm", "An toàn", "An toàn – sự cố"),
        ("Trước hạn hoặc đúng hạn: 10 điểm. Chậm mỗi ngày trừ 1 điểm", "Báo cáo", "Số ngày chậm"),
        (
            "Gửi đủ, đúng hạn: 10 điểm; thiếu hoặc chậm 1 báo cáo trừ 1 điểm",
            "Gửi",
            "Số báo cáo thiếu hoặc chậm",
        ),
        (
            "Không có hồ sơ trễ hạn: 10 điểm; nếu có hồ sơ trễ hạn thì trừ 1 điểm/hồ sơ",
            "Hồ sơ",
            "Hồ sơ trễ hạn",
        ),
    ],
)
def test_a_threshold_and_a_fault_are_no_part_of_a_label(text: str, name: str, label: str) -> None:
    labels = [given["label"] for given in read(text, name=name)[0].inputs.values()]
    assert [each.removesuffix(f" – {name}") for each in labels] == [label]
