"""All points for the best, and less for every step below it; thresholds that say what falls short."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.annex.importing import import_annex
from tests.annex.test_rules import read

TO_PEOPLE = (
    "Đơn vị đứng đầu được 10 điểm; mỗi bậc kế tiếp giảm 0,5 điểm",
    "Đơn vị xếp thứ nhất được 10 điểm; mỗi bậc xếp sau giảm 0,5 điểm",
    "Xếp hạng nhất: 10 điểm; mỗi hạng tiếp theo trừ 1 điểm",
    "Đơn vị dẫn đầu: 10 điểm; mỗi vị trí liền sau trừ 1 điểm",
    "Đạt hoặc vượt chỉ tiêu: 10 điểm; cứ thấp hơn 1 điểm phần trăm trừ 0,5 điểm",
)
STEPS = {
    "Đạt chỉ tiêu 98%: 10 điểm. Cứ thấp hơn 2 điểm phần trăm thì trừ 1 điểm.": "98 - 100 * a / b",
    "Đạt 98%: 10 điểm. Cứ giảm 2 điểm phần trăm thì trừ 1 điểm.": "98 - 100 * a / b",
    "Nếu số thôn có nhà văn hóa bằng tổng số thôn được 10 điểm; thiếu mỗi thôn trừ 0,5 điểm": "n",
}
OWN = (
    "Điểm = Số thu được/Số phải thu x 10; không đủ 50% thì 0 điểm",
    "Điểm = Số thu được/Số phải thu x 10; thu không đủ 50% thì 0 điểm",
    "Điểm = Số thu được/Số phải thu x 10; thu chưa tới 50%: 0 điểm",
)


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_the_best_is_no_gate_for_the_second(text: str) -> None:
    assert read(text, name="Số lượt")[0].is_manual


@pytest.mark.parametrize("text", STEPS)
def test_what_lacks_to_all_is_taken_off_without_a_gate(text: str) -> None:
    rule = read(text, name="Tỷ lệ hộ dùng nước sạch")[0].rule

    assert isinstance(rule, dict)
    assert (rule["kind"], rule["parts"][0]["of"]) == ("deduct", STEPS[text])


@pytest.mark.parametrize("text", OWN)
def test_what_is_not_enough_is_the_ratio_itself(text: str) -> None:
    reading, _ = read(text, name="Thu quỹ phòng chống thiên tai")

    assert isinstance(reading.rule, dict)
    assert reading.rule["when"] == "b > 0 and a / b >= 0.5"
    assert [given["label"] for given in reading.inputs.values()] == ["Số thu được", "Số phải thu"]


def test_another_threshold_is_called_by_what_comes_in() -> None:
    text = "Điểm = Số người hài lòng/Số người trả lời x 10; số phiếu thu về không đủ 50% số phiếu phát ra thì 0 điểm"
    labels = [given["label"] for given in read(text, name="Khảo sát")[0].inputs.values()]

    assert labels[-1] == "Tỷ lệ số phiếu thu về so với số phiếu phát ra"


def test_none_of_them_is_told_as_both_of_its_meanings() -> None:
    text = "Từ trên 90% nhà văn hóa: 10 điểm; từ 90% trở xuống: 1 điểm; không có nhà văn hóa nào: 0 điểm"
    reading, _ = read(text, name="Nhà văn hóa thôn có wifi miễn phí")

    assert any("mẫu số bằng 0 hoặc số đạt bằng 0" in each for each in reading.assumed)


NOTES = {
    "Ghi chú: Đơn vị không có hồ chứa thì không chấm mục 2.": ["2"],
    "Ghi chú: Mục 1 và mục 3 không áp dụng đối với phường.": ["1", "3"],
    "Ghi chú: Các tiêu chí 1, 2 chỉ tính đối với xã miền núi.": ["1", "2"],
    "Ghi chú: Mục 5 Nghị định số 61 quy định thời hạn.": [],
    "Ghi chú: Số liệu tính đến hết ngày 2 tháng 12.": [],
}


@pytest.mark.parametrize("note", NOTES)
def test_a_row_tells_of_the_note_that_changes_it(note: str) -> None:
    rows = "".join(
        f"<tr><td>{at}</td><td>Tiêu chí của mục {word}</td><td>5</td><td>Có: 5 điểm; không: 0 điểm</td></tr>"
        for at, word in enumerate(("báo cáo", "hồ chứa", "kế hoạch"), 1)
    )
    head = "<tr><th>TT</th><th>Tiêu chí</th><th>Điểm tối đa</th><th>Cách tính điểm</th></tr>"
    page = f"<html><body><table>{head}{rows}</table><p>{note}</p></body></html>"
    annex, _ = import_annex(page.encode(), "a.html")

    told = [
        row.number for row in annex.rows if any(each.code == "row.noted_elsewhere" for each in row.warnings)
    ]
    assert told == NOTES[note]
