"""What costs points beside a condition for all of them: the condition is lacked, or asked for by itself."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

ONE_EACH = {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}
LACKED = [
    "Ban hành đủ 5 văn bản: 10 điểm; thiếu mỗi văn bản trừ 1 điểm",
    "Có 10 văn bản trở lên: 10 điểm; mỗi văn bản thiếu trừ 1 điểm",
    "100% văn bản ký số: 10 điểm; mỗi văn bản không ký số trừ 1 điểm",
    "100% phòng ban có mạng: 10 điểm; mỗi phòng ban thiếu trừ 1 điểm",
    "Gửi báo cáo trước ngày 15: 10 điểm; mỗi ngày chậm trừ 1 điểm",
    "Kế hoạch được ban hành trước 15/01: 10 điểm. Chậm mỗi ngày trừ 1 điểm",
    "Đúng hạn cả 4 quý: 10 điểm; chậm mỗi kỳ báo cáo trừ 1 điểm",
    "Thực hiện đúng quy định: 10 điểm; mỗi lần vi phạm trừ 1 điểm",
    "Không trễ hạn: 10 điểm; mỗi hồ sơ trễ hạn trừ 1 điểm",
    "Không có hồ sơ trễ hạn: 10 điểm. Cứ mỗi hồ sơ trễ hạn trừ 1 điểm (trừ không quá điểm của tiêu chí)",
    "Không có phản ánh quá hạn: 10 điểm. Có phản ánh quá hạn: trừ 01 điểm cho mỗi phản ánh",
    "Không để xảy ra sự cố: 10 điểm; mỗi sự cố trừ 1 điểm",
    "Hoàn thành nhiệm vụ: 10 điểm; mỗi nhiệm vụ không hoàn thành trừ 1 điểm",
]
ASKED = {
    "Từ 80% trở lên: 10 điểm; mỗi hồ sơ lỗi trừ 1 điểm": "Từ 80% trở lên",
    "Tỷ lệ trên 80%: 10 điểm, nếu có hồ sơ lỗi thì trừ 1 điểm/hồ sơ": "Tỷ lệ trên 80%",
    "Có phần mềm: 10 điểm; mỗi lỗi trừ 1 điểm": "Có phần mềm",
    "Có phần mềm: 10 điểm; mỗi lỗi trừ 1 điểm; không có phần mềm: 0 điểm": "Có phần mềm",
    "Văn bản ký số trên 90%: 10 điểm, mỗi văn bản sai thể thức trừ 1 điểm": "Văn bản ký số trên 90%",
    "Tổ chức từ 5 lớp trở lên: 10 điểm; mỗi lớp chậm trừ 1 điểm": "Tổ chức từ 5 lớp trở lên",
    "Họp đủ 12 kỳ: 10 điểm; mỗi cuộc không có biên bản trừ 1 điểm": "Họp đủ 12 kỳ",
    "Ban hành kế hoạch trước 31/01: 10 điểm; thiếu mỗi nội dung trừ 1 điểm": "Ban hành kế hoạch trước 31/01",
    "Không có hồ sơ trễ hạn: 10 điểm; mỗi báo cáo chậm trừ 1 điểm": "Không có hồ sơ trễ hạn",
}


@pytest.mark.parametrize("text", LACKED)
def test_faults_that_the_condition_lacks_are_all_that_is_counted(text: str) -> None:
    assert read(text, name="Chấp hành")[0].rule == ONE_EACH


@pytest.mark.parametrize("text", ASKED)
def test_a_condition_of_its_own_is_asked_and_told_of(text: str) -> None:
    reading, row = read(text, name="Chấp hành")
    assert reading.rule == {"kind": "gate", "when": "x", "then": ONE_EACH, "else": "none"}
    assert reading.inputs["x"] == {"type": "yes_no", "label": f"{ASKED[text]}: Chấp hành"}
    assert any(ASKED[text] in str(notice.facts) for notice in row.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ đúng hạn đạt 95% trở lên: 10 điểm; mỗi hồ sơ trễ hạn trừ 1 điểm",
        "Đủ 12 cuộc: 10 điểm; thiếu 1 kỳ trừ 1 điểm",
        "Họp đủ 12 kỳ, có biên bản: 10 điểm; thiếu mỗi kỳ trừ 1 điểm",
        "Không có hồ sơ trễ hạn: 10 điểm; mỗi hồ sơ trễ hạn không có thư xin lỗi trừ 1 điểm",
        "Tỷ lệ = a/b; a: hồ sơ trực tuyến; b: tổng số hồ sơ. Từ 80%: 10 điểm; mỗi hồ sơ lỗi trừ 1 điểm",
    ],
)
def test_a_number_and_what_lacks_only_part_of_it_stay_with_people(text: str) -> None:
    assert read(text, name="Chấp hành")[0].is_manual


@pytest.mark.parametrize(
    "text",
    [
        "Đầy đủ, đúng hạn: 10 điểm; mỗi báo cáo chậm trừ 1 điểm",
        "Không có hồ sơ trễ hạn và có thư xin lỗi: 10 điểm; mỗi hồ sơ trễ hạn trừ 1 điểm",
    ],
)
def test_a_condition_that_is_lacked_in_part_is_told_of(text: str) -> None:
    reading, row = read(text, name="Chấp hành")
    assert reading.rule == ONE_EACH
    assert any("phần còn lại" in str(notice.facts) for notice in row.warnings)


def test_what_lacks_is_counted_by_what_it_is() -> None:
    reading, _ = read("Đáp ứng đủ 08 mục thông tin: 10 điểm; thiếu mỗi mục trừ 1 điểm")
    assert [each.get("unit") for each in reading.inputs.values()] == ["mục"]
