"""The note of a row: what it changes is read or told, what only informs stays silent."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

YES_OR_NO = "Có: 10 điểm; không: 0 điểm"
RATIO = "Điểm = số hồ sơ số hóa/tổng số hồ sơ x 10"
CHANGING = (
    "Trừ thêm 2 điểm nếu không báo cáo",
    "Bị trừ 50% số điểm nếu không công khai",
    "Phải có ít nhất 10 tin bài trong năm",
    "Điểm chỉ được công nhận khi có văn bản xác nhận của Sở Nội vụ",
    "Từ 2 phòng trở lên",
    "Nhân đôi số điểm đối với xã miền núi",
    "Chậm tiến độ thì hạ một mức",
    "Xã đảo được miễn",
    "Không tính hồ sơ của năm trước",
)
INFORMING = (
    "Phải có minh chứng kèm theo",
    "Theo Quyết định số 749/QĐ-TTg ngày 03/6/2020",
    "Đơn vị tự chấm điểm và gửi về Sở Nội vụ",
    "Chỉ tiêu năm 2025 là 80%",
    "Chỉ tiêu mới",
    "Cần xem xét tình hình thực tế",
)


@pytest.mark.parametrize("text", [YES_OR_NO, RATIO])
@pytest.mark.parametrize("note", CHANGING)
def test_what_a_note_changes_and_no_rule_says_is_told(text: str, note: str) -> None:
    (alone, _), (noted, row) = read(text), read(text, note=note)
    assert noted.rule == alone.rule
    assert noted.unread == [note]
    assert noted.confidence <= alone.confidence - 30
    assert "rule.unread" in {notice.code for notice in row.warnings}


@pytest.mark.parametrize("note", INFORMING)
def test_a_note_that_only_informs_stays_silent(note: str) -> None:
    reading, row = read(YES_OR_NO, note=note)
    assert (reading.rule, reading.confidence, row.warnings) == ({"kind": "yes_no", "when": "x"}, 96, [])


@pytest.mark.parametrize("text", [YES_OR_NO, RATIO])
@pytest.mark.parametrize(
    "note",
    [
        "Không áp dụng cho đơn vị mới thành lập",
        "Không áp dụng với đơn vị mới thành lập",
        "Đơn vị mới thành lập không đánh giá tiêu chí này",
    ],
)
def test_whom_a_note_spares_is_asked(text: str, note: str) -> None:
    reading, _ = read(text, note=note)
    asked = {letter for letter, given in reading.inputs.items() if "mới thành lập" in given["label"]}
    assert {reading.not_applicable_when} == asked
    assert bool(reading.zero_unsaid) == (text == RATIO)


def test_a_body_that_has_nothing_to_count_is_asked_what_it_has() -> None:
    reading, _ = read(RATIO, note="Không áp dụng đối với đơn vị không có thủ tục hành chính")
    assert reading.not_applicable_when == "not x"
    assert reading.inputs["x"]["label"] == "Có thủ tục hành chính"
    assert not reading.zero_unsaid
