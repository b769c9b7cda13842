"""Exceptions and other scales: nothing the text says is lost, and nothing is made of what is no rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read


@pytest.mark.parametrize(
    "exception",
    [
        "Xã nghèo chỉ cần đạt 300 triệu đồng",
        "Huyện miền núi tính mức 300 triệu đồng",
        "Xã mới thành lập được miễn nội dung này",
    ],
)
def test_what_stands_behind_the_bands_is_told(exception: str) -> None:
    _, row = read(f"Chi từ 500 triệu đồng: 10 điểm; dưới 500 triệu đồng: 2 điểm. {exception}", name="Chi")
    assert exception in [notice.facts.get("text") for notice in row.warnings if notice.code == "rule.unread"]


def test_no_points_for_the_criterion_is_told_as_not_assessed() -> None:
    reading, row = read(
        "Có phong trào 5 điểm; có tổng kết 5 điểm; không có phong trào thì không tính điểm tiêu chí này",
        name="Thi đua",
    )
    assert reading.not_applicable_when
    assert any("được hiểu là không đánh giá" in notice.facts["text"] for notice in row.warnings)


def test_what_one_missing_condition_loses_is_told() -> None:
    _, row = read(
        "Có phong trào 5 điểm; có tổng kết 5 điểm; không có phong trào thì không tính điểm", name="Thi đua"
    )
    assert any("chỉ mất điểm của ý ấy" in notice.facts["text"] for notice in row.warnings)


UNDERSTOOD: dict[str, Any] = {
    "Điểm khảo sát theo thang 100 quy đổi về thang điểm 10": {"kind": "ratio", "value": "a / 100"},
    "Điểm trung bình khảo sát (thang 5) quy đổi về thang 10": {"kind": "ratio", "value": "a / 5"},
    "Tỷ lệ đạt bao nhiêu % thì được tính bấy nhiêu % của điểm tối đa": {
        "kind": "ratio",
        "value": "a / b",
        **NA,
    },
}


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_another_scale_is_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == UNDERSTOOD[text]


@pytest.mark.parametrize(
    "text",
    [
        "Điểm khảo sát quy đổi về thang điểm 10",
        "Điểm khảo sát theo thang 100 quy đổi về thang điểm 12",
        "Chỉ số hài lòng (SIPAS) × 10%",
        "Lấy kết quả chỉ số SIPAS nhân 10",
        "Năm 2024: từ 50% trở lên: 10 điểm; năm 2025: từ 80% trở lên: 10 điểm",
    ],
)
def test_what_is_no_condition_stays_with_people(text: str) -> None:
    reading, row = read(text, name="Hài lòng")
    assert reading.is_manual
    assert {notice.code for notice in row.warnings} & {"rule.not_understood", "rule.left_to_people"}


def test_the_rest_is_an_option_and_no_other_is_invented() -> None:
    reading, row = read(
        "Ban hành trong quý I: 10 điểm; ban hành trong quý II: 6 điểm; còn lại: 4 điểm", name="Kế hoạch"
    )
    assert isinstance(reading.rule, dict)
    assert [option["label"] for option in reading.rule["options"].values()] == [
        "Ban hành trong quý I",
        "ban hành trong quý II",
        "còn lại",
    ]
    assert not row.warnings
