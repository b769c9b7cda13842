"""A text that speaks of the opposite of its row's name: its own figures are asked, and that is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import read

# A text is one line: so it can be read.
# ruff: noqa: E501

TURNED = [
    ("Tỷ lệ không hài lòng", "Hài lòng từ 90%: 10 điểm; hài lòng từ 80% đến dưới 90%: 3 điểm; hài lòng dưới 80%: 0 điểm", "Số đạt: hài lòng"),
    ("Tỷ lệ hộ không có Internet", "Tỷ lệ hộ có Internet x 10", "Số hộ có Internet"),
    ("Tỷ lệ trẻ chưa tiêm chủng", "≥ 95% trẻ được tiêm: 10 điểm; < 95%: 0 điểm", "Số đạt: trẻ đã tiêm chủng"),
    ("Tỷ lệ hồ sơ không đúng hạn", "Đúng hạn ≥ 95%: 10 điểm; đúng hạn < 95%: 0 điểm", "Số hồ sơ đúng hạn"),
    ("Số học sinh bỏ học", "Duy trì sĩ số ≥ 98%: 10 điểm; < 98%: 0 điểm", "Số học sinh duy trì sĩ số"),
    ("Số hồ sơ thiếu chữ ký số", "Đủ chữ ký số từ 95%: 10 điểm; dưới 95%: 0 điểm", "Số hồ sơ đủ chữ ký số"),
    ("Tỷ lệ văn bản giấy", "Văn bản điện tử từ 95%: 10 điểm; dưới 95%: 0 điểm", "Số văn bản điện tử"),
    ("Tỷ lệ thanh toán bằng tiền mặt", "Không dùng tiền mặt từ 70%: 10 điểm; dưới 70%: 0 điểm", "Số đạt: thanh toán không dùng tiền mặt"),
    ("Tỷ lệ hộ có Internet", "Hộ không có Internet dưới 5%: 10 điểm; từ 5%: 0 điểm", "Số hộ không có Internet"),
    ("Tỷ lệ cán bộ đạt chuẩn", "Chưa đạt chuẩn 0%: 10 điểm; chưa đạt chuẩn đến 5%: 3 điểm; chưa đạt chuẩn trên 5%: 0 điểm", "Số cán bộ chưa đạt chuẩn"),
    ("Số xã chưa có bác sĩ", "Từ 10 xã có bác sĩ trở lên: 10 điểm; từ 5 đến 9 xã có bác sĩ: 3 điểm; dưới 5 xã: 0 điểm", "Số xã có bác sĩ"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "label"), TURNED)
def test_the_figure_is_called_by_what_the_text_speaks_of(name: str, text: str, label: str) -> None:
    reading, row = read(text, name=name)
    assert next(iter(reading.inputs.values()))["label"] == label
    told = [f"{notice.facts.get('text')}" for notice in row.warnings if notice.code == "rule.assumed"]
    assert any("nói trái nhau" in each for each in told)
    assert not any("theo tên dòng" in each for each in told)


UNCLEAR = {
    "a high share of something bad": ("Tỷ lệ hồ sơ trễ hạn", "≥ 95%: 10 điểm; ≥ 90%: 3 điểm; < 90%: 0 điểm"),
    "a formula that names nothing": ("Tỷ lệ nhiệm vụ quá hạn", "Điểm = tỷ lệ x 10"),
    "the opposite behind a bare level": (
        "Tỷ lệ hộ có Internet",
        "Từ 90%: 10 điểm; không có Internet từ 10% đến 20%: 3 điểm; không có Internet trên 20%: 0 điểm",
    ),
}


@pytest.mark.parametrize("case", UNCLEAR)
def test_what_may_be_either_is_for_people(case: str) -> None:
    name, text = UNCLEAR[case]
    assert read(text, name=name)[0].is_manual


AGREEING: list[tuple[str, str, str]] = [
    ("Tỷ lệ hồ sơ trễ hạn", "Hồ sơ trễ hạn dưới 2%: 10 điểm; từ 2%: 0 điểm", "Số hồ sơ trễ hạn"),
    ("Tỷ lệ thanh toán không dùng tiền mặt", "Từ 70%: 10 điểm; dưới 70%: 0 điểm", "Số đạt: thanh toán không dùng tiền mặt"),
    ("Tỷ lệ văn bản giấy được số hóa", "Số hóa từ 90%: 10 điểm; dưới 90%: 0 điểm", "Số văn bản giấy được số hóa"),
    ("Tỷ lệ xã không có tội phạm", "Từ 90% số xã: 10 điểm; dưới 90%: 0 điểm", "Số xã không có tội phạm"),
    ("Tỷ lệ hồ sơ đúng hạn", "Từ 95%: 10 điểm; dưới 95%: 3 điểm; chưa đúng hạn 80%: 0 điểm", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "label"), AGREEING)
def test_a_name_that_agrees_with_its_text_stays(name: str, text: str, label: str) -> None:
    reading, row = read(text, name=name)
    labels: list[Any] = [given["label"] for given in reading.inputs.values()]
    assert labels[:1] == ([label] if label else [])
    assert not any("nói trái nhau" in f"{notice.facts.get('text')}" for notice in row.warnings)
