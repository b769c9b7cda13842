"""The question of a condition is true of what earns the points, also where the row says no."""

from __future__ import annotations

import pytest

from chamdiem.annex.rules.asking import question
from tests.annex.test_rules import read

# Name of the row, its text: the question that earns the points.
ASKED = {
    ("Chưa triển khai chữ ký số", "Triển khai: 5 điểm; chưa triển khai: 0 điểm"): "Triển khai chữ ký số",
    (
        "Chưa triển khai chữ ký số",
        "Nếu đã triển khai thì được 5 điểm, nếu chưa triển khai thì 0 điểm",
    ): "Đã triển khai chữ ký số",
    (
        "Hệ thống thông tin chưa đạt chuẩn an toàn",
        "Chưa đạt thì 0 điểm, đạt thì 5 điểm",
    ): "Hệ thống thông tin đạt chuẩn an toàn",
    (
        "Cơ quan không hoàn thành báo cáo",
        "Không hoàn thành: 0 điểm; hoàn thành: 5 điểm",
    ): "Cơ quan hoàn thành báo cáo",
    ("Chưa có cán bộ chuyên trách", "Chưa có: 0 điểm; có: 5 điểm"): "Có cán bộ chuyên trách",
    ("Không bố trí cán bộ một cửa", "Có bố trí: 5 điểm; không bố trí: 0 điểm"): "Có bố trí cán bộ một cửa",
    (
        "Cơ sở dữ liệu chưa được chia sẻ",
        "Chia sẻ: 5 điểm; chưa chia sẻ: 0 điểm",
    ): "Cơ sở dữ liệu được chia sẻ",
    ("Chưa kết nối trục liên thông", "Kết nối: 5 điểm"): "Kết nối trục liên thông",
    ("Không để xảy ra cháy nổ", "Không xảy ra: 5 điểm; xảy ra: 0 điểm"): "Không để xảy ra cháy nổ",
    ("Không để xảy ra cháy nổ", "Đạt: 5 điểm; không đạt: 0 điểm"): "Đạt: Không để xảy ra cháy nổ",
    (
        "Không vi phạm an toàn thông tin",
        "Có vi phạm: 0 điểm; không có vi phạm: 5 điểm",
    ): "Không vi phạm an toàn thông tin",
    ("Không còn hồ sơ giấy", "Còn hồ sơ giấy: 0 điểm; không còn: 5 điểm"): "Không còn hồ sơ giấy",
    ("Có đơn thư khiếu nại", "Không có: 5 điểm; có: 0 điểm"): "Không có đơn thư khiếu nại",
    (
        "Sự cố trên không gian mạng",
        "Không: 5 điểm; có: 0 điểm",
    ): "Không: Sự cố trên không gian mạng",
    (
        "Thanh toán không dùng tiền mặt",
        "Dùng tiền mặt: 0 điểm; không dùng tiền mặt: 5 điểm",
    ): "Thanh toán không dùng tiền mặt",
    ("Thanh toán không dùng tiền mặt", "Có: 5 điểm; không: 0 điểm"): "Có: Thanh toán không dùng tiền mặt",
    ("Thiếu cán bộ chuyên trách", "Đủ: 5 điểm; thiếu: 0 điểm"): "Đủ cán bộ chuyên trách",
    ("Chậm gửi báo cáo", "Đúng hạn: 5 điểm; chậm: 0 điểm"): "Gửi báo cáo đúng hạn",
}
# A yes may be a yes to the row, or the opposite of it.
UNCLEAR = {
    ("Chưa triển khai chữ ký số", "Có: 5 điểm; không: 0 điểm"),
    ("Chưa triển khai chữ ký số", "Có: 5 điểm; có một phần: 2 điểm; không: 0 điểm"),
    ("Chưa triển khai chữ ký số", "Đạt: 5 điểm; không đạt: 0 điểm"),
    ("Không để xảy ra cháy nổ", "Không: 5 điểm; có: 0 điểm"),
    ("Không để xảy ra cháy nổ", "Có: 5 điểm; không: 0 điểm"),
    ("Chưa có kế hoạch, không có báo cáo", "Có: 5 điểm; không có: 0 điểm"),
    ("Gửi báo cáo chậm", "Gửi: 5 điểm; không gửi: 0 điểm"),
}


@pytest.mark.parametrize(("name", "text"), ASKED)
def test_the_question_is_true_of_what_earns_the_points(name: str, text: str) -> None:
    reading, _ = read(text, name=name, maximum=5)

    assert reading.rule == {"kind": "yes_no", "when": "x"}
    assert reading.inputs["x"]["label"] == ASKED[name, text]


@pytest.mark.parametrize(("name", "text"), sorted(UNCLEAR))
def test_a_yes_that_may_be_a_no_makes_no_rule_and_says_why(name: str, text: str) -> None:
    reading, row = read(text, name=name, maximum=5)

    assert reading.is_manual
    assert "điều ngược lại" in f"{row.warnings[0].facts['text']}"


def test_options_that_say_what_they_mean_stand_beside_a_name_that_says_no() -> None:
    text = "Công khai đầy đủ: 5 điểm; công khai chưa đầy đủ: 3 điểm; không công khai: 0 điểm"

    reading, _ = read(text, name="Không công khai kết quả", maximum=5)

    assert reading.rule["kind"] == "choice"  # type: ignore[index]


def test_a_condition_before_costs_is_asked_as_it_earns_points() -> None:
    text = "Công khai được điểm tối đa; mỗi kết quả sai trừ 0,5 điểm"

    reading, _ = read(text, name="Chưa công khai kết quả", maximum=5)

    assert reading.inputs["x"]["label"] == "Công khai kết quả"


def test_a_word_within_another_is_not_the_condition() -> None:
    assert question("Có", "Cóng tay") == "Có: Cóng tay"
    assert question("Ký", "Đăng ký số thuê bao") == "Đăng ký số thuê bao"
