"""Calculation texts into rules: what is understood, with which phrases; what is not stays with people."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.rules.giving import rule_of
from chamdiem.annex.rules.reading import RuleReading

NA = {"if_zero": "not_applicable"}


def read(
    text: str, *, name: str = "Tỷ lệ hồ sơ đúng hạn", maximum: int = 10, note: str = ""
) -> tuple[RuleReading, AnnexRow]:
    row = AnnexRow(
        number="1", texts={"method": text, "name": name, "note": note}, max_points=Fraction(maximum)
    )
    return rule_of(row, Fraction(maximum)), row


UNDERSTOOD: dict[str, Any] = {
    "Đã ban hành: Điểm tối đa; chưa ban hành: 0 điểm": {"kind": "yes_no", "when": "x"},
    "Đạt điểm tối đa nếu có kế hoạch được phê duyệt; không có: 0 điểm": {"kind": "yes_no", "when": "x"},
    "a = Số hồ sơ đúng hạn; b = Tổng số hồ sơ; Tỷ lệ = a/b; Điểm = Tỷ lệ * Điểm tối đa": {"kind": "ratio", "value": "a / b", **NA},
    "- Tổng số hồ sơ (gọi là a) - Số hồ sơ đúng hạn (gọi là b) - Điểm = b/a x Điểm tối đa": {"kind": "ratio", "value": "b / a", **NA},
    "Tỷ lệ = số hồ sơ đúng hạn / tổng số hồ sơ. Từ 90% trở lên: Điểm tối đa; dưới 90%: Tỷ lệ/90% * Điểm tối đa": {"kind": "ratio", "value": "a / b", "full_at": "0.9", **NA},
    "Tỷ lệ = số hồ sơ đúng hạn / tổng số hồ sơ. Tỷ lệ ≥ 90%: Điểm tối đa; Tỷ lệ < 90%: Điểm = Điểm tối đa * tỷ lệ": {"kind": "ratio", "value": "a / b", "full_at": "0.9", "below": "ratio", **NA},
    "Tỷ lệ = số hồ sơ đúng hạn / tổng số hồ sơ. Tỷ lệ = 100%: Điểm tối đa; Tỷ lệ < 100%: 0 điểm": {"kind": "ratio", "value": "a / b", "full_at": "1", "below": "zero", **NA},
    "a = Số A; b = Số B; c = Tổng số C. Điểm = (a+b)/c * Điểm tối đa": {"kind": "ratio", "value": "(a + b) / c", **NA},
    "Từ 10 lần trở lên: Điểm tối đa; từ 5 đến dưới 10 lần: 1/2 Điểm tối đa; dưới 5 lần: 0 điểm": {"kind": "tiers", "value": "n", "tiers": [{"at_least": "10", "give": "full"}, {"at_least": "5", "give": "1/2"}]},
    "Dưới 7 ngày: điểm tối đa; dưới 30 ngày: 5 điểm; từ 30 ngày: 2 điểm": {"kind": "tiers", "value": "n", "tiers": [{"less_than": "7", "give": "full"}, {"less_than": "30", "points": "5"}], "otherwise": {"points": "2"}},
    "Mỗi văn bản được 0,5 điểm, tối đa 10 điểm": {"kind": "count", "parts": [{"of": "n", "points_each": "0.5"}]},
    "Cứ 5 sản phẩm được 2 điểm cho đến điểm tối đa": {"kind": "count", "parts": [{"of": "n", "points_each": "2", "every": "5"}]},
    "Trên 1.000 lượt/tháng: 10 điểm; cứ ít hơn 100 lượt trừ 1 điểm": {"kind": "deduct", "parts": [{"of": "n", "points_each": "1", "every": "100"}]},
    "Mỗi báo cáo gửi chậm trừ 1 điểm": {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]},
    "Có kế hoạch riêng: 4 điểm; có báo cáo kết quả: 6 điểm": {"kind": "checklist", "parts": [{"when": "x", "points": "4"}, {"when": "y", "points": "6"}]},
    "- Có đơn vị chuyên trách: Điểm tối đa; - Có nhân sự chuyên trách: mỗi nhân sự 2 điểm, tối đa 6 điểm; - Không có: 0 điểm": {"kind": "best_of", "rules": [{"kind": "yes_no", "when": "x"}, {"kind": "count", "parts": [{"of": "n", "points_each": "2", "cap": {"points": "6"}}]}]},
    "- Đã ban hành: tỷ lệ * Điểm tối đa - Chưa ban hành: 0 điểm": {"kind": "gate", "when": "x", "then": {"kind": "ratio", "value": "a / b", **NA}, "else": "none"},
    "= (A / B) x 10\nTrong đó:\nA: Số hồ sơ trực tuyến\nB: Tổng số hồ sơ": {"kind": "ratio", "value": "a / b", **NA},
    "A: Số hồ sơ trực tuyến; B: Tổng số hồ sơ. = 10 x (A/B) (tối đa 10 điểm)": {"kind": "ratio", "value": "a / b", **NA},
    "(B/A) * 10 điểm (A là tổng số hồ sơ, B là số hồ sơ trực tuyến)": {"kind": "ratio", "value": "b / a", **NA},
    "Điểm = 10 - (số hồ sơ trễ hạn/tổng số hồ sơ) x 10": {"kind": "ratio", "value": "1 - a / b", **NA},
    "Điểm = 10 – a/b x 10; a: số hồ sơ trễ hạn; b: tổng số hồ sơ": {"kind": "ratio", "value": "1 - a / b", **NA},
    "Số lượt truy cập so với đơn vị có số lượt cao nhất": {"kind": "peer", "value": "n", "method": "share_of_max"},
}  # fmt: skip


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_a_text_is_read_into_its_rule(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == UNDERSTOOD[text]
    assert reading.confidence >= 60


LEFT_TO_PEOPLE = {
    "a condition inside a formula": "Tỷ lệ số xe đạt chuẩn 4 * Điểm tối đa + 5 điểm nếu có báo cáo",
    "rewards that fit nothing": "Mức 1: 4 điểm; mức 2: 3 điểm; mức 3: 1 điểm",
    "more than the maximum": "Mỗi văn bản được 20 điểm",
    "a maximum that is never reached": "Đã có: 5 điểm; chưa có: 0 điểm",
    "bands with a gap": "Từ 10 trở lên: Điểm tối đa; từ 2 đến dưới 5: 3 điểm; dưới 2: 0 điểm",
    "a fault that seems to earn": "Mỗi lần chậm được 2 điểm",
    "letters nobody explains": "= (A / B) x 10",
    "another number than the maximum": "= (A / B) x 20\nA: Số hồ sơ trực tuyến\nB: Tổng số hồ sơ",
    "more behind the formula": "= (A / B) x 10 + C\nA: Số hồ sơ trực tuyến\nB: Tổng số hồ sơ\nC: điểm thưởng",
    "a span of points": "Tốt: 8 - 10 điểm; khá: 5 - 7 điểm; yếu: 0 điểm",
    "a span of points in words": "Mỗi mô hình từ 1 đến 2 điểm, tối đa 10 điểm",
    "less than a ratio": "Tỷ lệ tăng = số năm nay/số năm trước - 1. Điểm = Tỷ lệ tăng x 10",
    "points in front of a product": "Điểm = 5 + (số hồ sơ đúng hạn/tổng số hồ sơ) x 10",
    "another maximum less a share": "Điểm = 12 - (số hồ sơ trễ hạn/tổng số hồ sơ) x 10",
    "one less a ratio in words": "Điểm = 1 - tỷ lệ số hồ sơ trễ trên tổng số hồ sơ",
    "points less a ratio in words": "10 điểm trừ tỷ lệ số hồ sơ trễ trên tổng số hồ sơ",
    "a ratio taken twice": "Điểm bằng hai lần tỷ lệ số hồ sơ đúng hạn trên tổng số hồ sơ",
    "only figures are gathered": "Không tính điểm, chỉ thu thập số liệu",
    "people judge": "Hội đồng thẩm định chấm theo mức độ hoàn thành",
    "letters nobody uses": "a = Số hồ sơ; b = Tổng số hồ sơ; Tốt: 10 điểm; chưa tốt: 0 điểm",
    "a sum with words": "Điểm = Điểm số lượng hội thảo + (Y+Z)/2 * 3",
}


@pytest.mark.parametrize("why", LEFT_TO_PEOPLE)
def test_what_is_not_understood_stays_with_people_and_says_so(why: str) -> None:
    reading, row = read(LEFT_TO_PEOPLE[why])
    assert reading.is_manual
    assert reading.confidence == 0
    assert {notice.code for notice in row.warnings} & {
        "rule.not_understood",
        "rule.left_to_people",
        "rule.demoted",
    }


def test_the_note_may_say_what_the_ratio_is() -> None:
    reading, _ = read(
        "Điểm = Tỷ lệ * Điểm tối đa",
        note="- Tổng số máy tính (gọi là a) - Số máy tính có kết nối (gọi là b) - Tỷ lệ = b/a * 100%",
    )
    assert reading.rule == {"kind": "ratio", "value": "b / a", **NA}
    assert reading.inputs["b"]["label"] == "Số máy tính có kết nối"


def test_a_constant_in_the_text_is_no_figure() -> None:
    reading, _ = read(
        "Điểm = Tỷ lệ * Điểm tối đa",
        note="Số hạng mục đã số hóa = a; Tổng số các hạng mục = b (119 hạng mục); Tỷ lệ = a / b",
    )
    assert reading.rule == {"kind": "ratio", "value": "a / 119"}
    assert list(reading.inputs) == ["a"]


def test_a_ratio_the_text_does_not_define_is_assumed_with_a_warning() -> None:
    reading, row = read("Điểm = Tỷ lệ * Điểm tối đa")
    assert reading.rule == {"kind": "ratio", "value": "a / b", **NA}
    assert "rule.assumed" in {notice.code for notice in row.warnings}
    assert reading.confidence < 90


def test_who_counts_as_failing_is_told() -> None:
    reading, row = read("≥ 80% số xã đạt: 10 điểm; < 80%: 0 điểm; xã không báo cáo tính là không đạt")
    assert not reading.is_manual
    assert "rule.unread" in {notice.code for notice in row.warnings}


def test_figures_that_are_calculated_first_are_told() -> None:
    reading, row = read("a: số hộ có mạng; b: tổng số hộ x 80%; Điểm = a/b x 10")
    assert reading.rule == {"kind": "ratio", "value": "a / b", **NA}
    assert any("nhập số đã tính" in notice.facts.get("text", "") for notice in row.warnings)


@pytest.mark.parametrize("words", ["x 80%", "- 10", "(tính một nửa)", "nhân hệ số 2"])
def test_what_stands_behind_a_letter_is_part_of_its_name(words: str) -> None:
    text = "Số công chức có chữ ký số (gọi là b); Tổng số công chức (gọi là a) {}; Điểm = b/a x 10"
    plain, _ = read(text.format(""))
    reading, row = read(text.format(words))
    assert plain.assumed == []
    assert words.strip("()") in reading.inputs["a"]["label"]
    assert any("nhập số đã tính" in notice.facts.get("text", "") for notice in row.warnings)


def test_a_sentence_about_bodies_does_not_hide_the_formula_in_front_of_it() -> None:
    reading, _ = read(
        "Tỷ lệ = số dự án đúng hạn/tổng số dự án. Điểm = tỷ lệ x 10. Đơn vị không có dự án thì không đánh giá tiêu chí này"
    )
    assert reading.rule == {"kind": "ratio", "value": "a / b", **NA}
    assert reading.not_applicable_when == "not x"
    assert reading.inputs["x"]["label"] == "Có dự án"


def test_who_is_not_assessed_is_asked() -> None:
    reading, _ = read(
        "Mỗi cuộc họp được 2 điểm, tối đa 10 điểm\n- Đơn vị không có thành viên sẽ không đánh giá tiêu chí này"
    )
    assert reading.not_applicable_when == "not x"
    assert reading.inputs["x"] == {"type": "yes_no", "label": "Có thành viên"}


def test_what_has_not_begun_is_not_assessed() -> None:
    reading, row = read("100% công chức sử dụng", name="Tỷ lệ công chức dùng trợ lý ảo (khi đã triển khai)")
    assert reading.rule == {"kind": "ratio", "value": "a / b", **NA}
    assert reading.not_applicable_when == "not x"
    assert "rule.assumed" in {notice.code for notice in row.warnings}


def test_a_row_called_a_ratio_is_one_and_of_ills_the_fewer_the_better() -> None:
    good, _ = read("Điều kiện: Đảm bảo đúng hạn", name="Tỷ lệ phản ánh được xử lý")
    ill, row = read("Điều kiện: Đảm bảo đúng hạn", name="Tỷ lệ hồ sơ quá hạn")
    assert good.rule == {"kind": "ratio", "value": "a / b", **NA}
    assert ill.rule == {"kind": "ratio", "value": "a / b", "better": "low", **NA}
    assert "rule.assumed" in {notice.code for notice in row.warnings}


def test_where_figures_come_from_says_nothing_about_points() -> None:
    reading, _ = read("Có kết nối mạng chuyên dùng. Đánh giá thông qua thống kê từ hệ thống", name="Mạng")
    assert reading.rule == {"kind": "yes_no", "when": "x"}


def test_who_chaired_is_only_asked_where_there_was_a_meeting() -> None:
    reading, _ = read("- Có tổ chức: đạt 6 điểm\n- Người đứng đầu chủ trì: đạt 4 điểm")
    assert isinstance(reading.rule, dict)
    assert [part["when"] for part in reading.rule["parts"]] == ["x", "x and y"]


def test_single_values_in_proportion_are_points_for_each() -> None:
    reading, _ = read("Tham gia 4 cuộc họp: 10 điểm; tham gia 1 cuộc họp: 2,5 điểm", name="Họp")
    assert reading.rule == {"kind": "count", "parts": [{"of": "n", "points_each": "2.5"}]}


def test_nothing_at_all_is_below_the_lowest_band() -> None:
    reading, _ = read(
        "Trên 10 cuộc họp: 10 điểm; từ 5 đến 10 cuộc: 6 điểm; dưới 5 cuộc: 3 điểm; không tổ chức: 0 điểm",
        name="Họp",
    )
    assert isinstance(reading.rule, dict)
    assert reading.rule["tiers"][-1] == {"more_than": "0", "points": "3"}
    assert "otherwise" not in reading.rule


def test_no_case_is_a_count_of_none() -> None:
    reading, _ = read(
        "Không để xảy ra sự cố: 10 điểm; xảy ra 01 sự cố: 5 điểm; từ 02 sự cố trở lên: 0 điểm", name="Sự cố"
    )
    assert reading.rule == {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "2", "give": "none"}, {"at_least": "1", "points": "5"}],
        "otherwise": "full",
    }


def test_a_ratio_in_words_beside_what_is_given_for_no_case_is_not_passed_over() -> None:
    reading, _ = read(
        "Số tổ đã lập/Tổng số thôn x 10. Nếu không có thôn nào thì đạt 10 điểm", name="Tổ công nghệ"
    )
    assert reading.rule == {"kind": "ratio", "value": "a / b", "if_zero": "full"}


def test_points_for_every_step_of_a_ratio() -> None:
    reading, row = read("Cứ mỗi 10% hộ có tài khoản được 1 điểm", name="Hộ có tài khoản")
    assert reading.rule == {
        "kind": "count",
        "parts": [{"of": "100 * a / b", "points_each": "1", "every": "10"}],
    }
    assert "rule.assumed" in {notice.code for notice in row.warnings}


def test_a_unit_printed_once_is_meant_for_both_ends() -> None:
    reading, _ = read(
        "Trên 2 tuần: 0 điểm; từ 1 đến 2 tuần: 5 điểm; dưới 1 tuần: 10 điểm", name="Thời gian trễ"
    )
    assert isinstance(reading.rule, dict)
    assert {value for tier in reading.rule["tiers"] for value in tier.values()} >= {"14", "7"}


NOT_UNDERSTOOD = (
    "Từ 6 video trở lên: 10 điểm. Dưới 6 video: mỗi video 1,5 điểm",
    "T ≥ 90%: 10 điểm; T < 90%: theo bảng quy đổi so với năm trước",
    "Đơn vị đứng đầu đạt 10 điểm; các đơn vị khác chấm theo tỷ lệ thực hiện so với kế hoạch",
    "Điểm = (Số hồ sơ đúng hạn - số hồ sơ trễ hạn)/Tổng số hồ sơ x 10",
    "Hoàn thành 100%: 10 điểm. Không hoàn thành: 0 điểm. Hoàn thành vượt 10%: cộng 2 điểm",
    "Cứ mỗi 5% tăng thêm so với chỉ tiêu được 1 điểm, tối đa 10 điểm",
)


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_points_that_were_not_understood_leave_the_row_to_people(text: str) -> None:
    assert read(text, name="Tuyên truyền")[0].is_manual


MORE: dict[str, Any] = {
    "Tỷ lệ hài lòng từ 90% trở lên và không có khiếu nại: 10 điểm; còn lại: 0 điểm": {"kind": "yes_no", "when": "x"},
    "Số hồ sơ điện tử (A), tổng số hồ sơ (B). Điểm đạt được = A/B * 10": {"kind": "ratio", "value": "a / b", **NA},
    "Tỷ lệ = hồ sơ đúng hạn (a) / tổng hồ sơ (b). Điểm = 10 x a/b": {"kind": "ratio", "value": "a / b", **NA},
    "a = số văn bản ký số; b = tổng số văn bản; a/b ≥ 98%: 10 điểm; a/b < 98%: không điểm": {"kind": "ratio", "value": "a / b", "full_at": "0.98", "below": "zero", **NA},
    "Tỷ lệ thu không tiền mặt (T): T ≥ 90%: 10 điểm; T < 90%: 10 x T/90%": {"kind": "ratio", "value": "a / b", "full_at": "0.9", **NA},
    "Điểm = (Số mô đun có bài giảng x 10)/(Tổng số mô đun)": {"kind": "ratio", "value": "a / b", **NA},
    "Đơn vị có lượt truy cập cao nhất đạt 10 điểm; các đơn vị khác tính theo tỷ lệ so với đơn vị cao nhất": {"kind": "peer", "value": "n", "method": "share_of_max"},
    "Chuyên đề cấp tỉnh: 4 điểm/chuyên đề; chuyên đề cấp xã: 2 điểm/chuyên đề nhưng không quá 6 điểm. Tổng không quá 10 điểm": {
        "kind": "count", "parts": [{"of": "n", "points_each": "4"}, {"of": "m", "points_each": "2", "cap": {"points": "6"}}],
    },
    "Họp giao ban 2 lần/tháng: 10 điểm; 1 lần/tháng: 4 điểm; không họp: 0 điểm": {
        "kind": "tiers", "value": "n", "tiers": [{"at_least": "24", "give": "full"}, {"at_least": "12", "points": "4"}],
    },
    "Tỷ lệ từ 90-100%: 10 điểm; 80-<90%: 8 điểm; từ 70 đến dưới 80%: 6 điểm; <70%: 0 điểm": {
        "kind": "tiers", "value": "a / b", **NA, "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.8", "points": "8"}, {"at_least": "0.7", "points": "6"}],
    },
    "Đạt từ 90% - 100%: 10 điểm; từ 60% - dưới 90%: 5 điểm; dưới 60%: 0 điểm": {
        "kind": "tiers", "value": "a / b", **NA, "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.6", "points": "5"}],
    },
    "Tăng từ 10% trở lên so với năm trước: 10 điểm; tăng từ 5% đến dưới 10%: 5 điểm; còn lại: 0 điểm": {
        "kind": "tiers", "value": "n", "tiers": [{"at_least": "10", "give": "full"}, {"at_least": "5", "points": "5"}],
    },
    "Tổ chức tối thiểu 02 lớp/năm được 10 điểm, tổ chức 01 lớp được 5 điểm, không tổ chức không có điểm": {
        "kind": "tiers", "value": "n", "tiers": [{"at_least": "2", "give": "full"}, {"at_least": "1", "points": "5"}],
    },
    "Điểm tối đa 10 điểm. Cứ mỗi hồ sơ trễ hạn bị trừ 0,5 điểm, trừ tối đa 10 điểm": {
        "kind": "deduct", "parts": [{"of": "n", "points_each": "0.5"}],
    },
    "Báo cáo trong vòng 24 giờ: 10 điểm; báo cáo trong vòng 48 giờ: 5 điểm; báo cáo sau 48 giờ: 0 điểm": {
        "kind": "tiers", "value": "n", "tiers": [{"at_most": "24", "give": "full"}, {"at_most": "48", "points": "5"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("text", MORE)
def test_wordings_of_invented_annexes_are_understood(text: str) -> None:
    rule = read(text, name="Văn bản")[0].rule
    assert rule == MORE[text]


WORDED: dict[str, Any] = {
    "Lấy số hồ sơ đúng hạn chia cho tổng số hồ sơ rồi nhân với 10": {"kind": "ratio", "value": "a / b", **NA},
    "Bằng (số hồ sơ đúng hạn/tổng số hồ sơ) nhân (x) 10 điểm": {"kind": "ratio", "value": "a / b", **NA},
    "Tính theo tỷ lệ giữa số hồ sơ đúng hạn và tổng số hồ sơ, nhân với điểm tối đa": {"kind": "ratio", "value": "a / b", **NA},
    "Tỷ lệ hồ sơ đúng hạn (p). p ≥ 80%: 10 điểm; p < 80%: p/80% x 10 điểm": {"kind": "ratio", "value": "a / b", "full_at": "0.8", **NA},
    "Họp đủ 4 kỳ được 10 điểm, thiếu 1 kỳ trừ 2,5 điểm": {"kind": "deduct", "parts": [{"of": "n", "points_each": "2.5"}]},
    "Tất cả các bản có sóng: 10đ; mỗi bản chưa có sóng bị trừ 2đ, trừ cho đến khi hết điểm": {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]},
    "Gửi đúng hạn: 10 điểm. Mỗi báo cáo trễ hạn trừ 1 điểm; điểm thấp nhất là 0": {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]},
    "Không có vi phạm: 10 điểm; có vi phạm: trừ 2 điểm/vi phạm": {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]},
    "Cứ 2 nhà văn hóa có wifi được 1đ, cộng dồn không quá 10đ": {"kind": "count", "parts": [{"of": "n", "points_each": "1", "every": "2"}]},
    "Từ 85% số hộ trở lên cho 10đ, từ 60% đến dưới 85% cho 6đ, dưới 60% không cho điểm": {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "0.85", "give": "full"}, {"at_least": "0.6", "points": "6"}], **NA},
    "Mức 1 (10 điểm): từ 90% trở lên; Mức 2 (5 điểm): từ 70% đến dưới 90%; Mức 3 (0 điểm): dưới 70%": {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.7", "points": "5"}], **NA},
    "Đạt 10 điểm khi tỷ lệ từ 90% trở lên, đạt 5 điểm khi tỷ lệ từ 70% đến dưới 90%, không có điểm khi dưới 70%": {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.7", "points": "5"}], **NA},
    "Đạt: 10 điểm. Không đạt: 0 điểm.": {"kind": "yes_no", "when": "x"},
    "Nếu đã có kế hoạch: Điểm = a/b * Điểm tối đa. a = số xã; b = tổng số xã": {"kind": "gate", "when": "x", "then": {"kind": "ratio", "value": "a / b", **NA}, "else": "none"},
}  # fmt: skip


@pytest.mark.parametrize("text", WORDED)
def test_other_wordings_are_understood(text: str) -> None:
    assert read(text)[0].rule == WORDED[text]


def test_every_year_is_not_every_five() -> None:
    assert read("Mỗi năm 1 lần: 10 điểm; không: 0 điểm")[0].rule != {
        "kind": "count",
        "parts": [{"of": "n", "points_each": "10", "every": "5"}],
    }


@pytest.mark.parametrize("words", ["không trên 5%", "không quá 5%", "chưa quá 5%", "không lớn hơn 5%"])
def test_no_more_than_is_no_more(words: str) -> None:
    text = f"Tỷ lệ = số hồ sơ trễ / tổng số hồ sơ. Tỷ lệ {words}: 10 điểm; trên 5%: 0 điểm"
    rule = read(text)[0].rule
    assert isinstance(rule, dict)
    assert rule["tiers"] == [{"more_than": "0.05", "give": "none"}]
    assert rule["otherwise"] == "full"


def test_a_day_is_no_number_of_things() -> None:
    reading, _ = read("Nộp trước 15/12: 10 điểm; nộp sau 15/12: 5 điểm; không nộp: 0 điểm", name="Báo cáo")
    assert isinstance(reading.rule, dict)
    assert reading.rule["kind"] == "choice"


def test_an_amount_in_proportion_to_nothing_named_is_compared_with_the_highest() -> None:
    reading, row = read("Doanh thu trên sàn tỷ lệ thuận theo số điểm", name="Doanh thu trên sàn")
    assert reading.rule == {"kind": "peer", "value": "n", "method": "share_of_max"}
    assert "rule.assumed" in {notice.code for notice in row.warnings}


def test_the_phrases_that_led_to_a_rule_are_found_in_the_text() -> None:
    text = "- Đã có: Điểm tối đa; - Chưa có: 0 điểm"
    reading, _ = read(text)
    assert [text[each.start : each.end] for each in reading.phrases] == [
        "Đã có: Điểm tối đa",
        "Chưa có: 0 điểm",
    ]


def test_money_is_asked_as_decimals_with_its_unit() -> None:
    reading, _ = read(
        "a = Tổng chi cho CNTT (tỷ đồng); b = Tổng chi ngân sách (tỷ đồng); Điểm = a/b * Điểm tối đa"
    )
    assert reading.inputs["a"]["type"] == "decimal"
    assert reading.inputs["a"]["unit"] == "tỷ đồng"
