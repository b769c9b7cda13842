"""Figures as they are entered: measures with decimals, money in one unit, ratios by what the text calls them."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

# Text, name, a figure that is not whole → its points.
MEASURED: list[tuple[str, str, str, Fraction]] = [
    ("Mỗi 0,5 ha được 1 điểm, tối đa 4 điểm", "Diện tích", "1.7", Fraction(3)),
    ("Cứ 0,5 km tuyến cáp ngầm hóa được 0,5 điểm, tối đa 4 điểm", "Cáp", "1.3", Fraction(1)),
    ("Mỗi 1,5 giờ phát sóng được 1 điểm, không quá 4 điểm", "Thời lượng", "3.5", Fraction(2)),
    ("Mỗi tấn rác tái chế 0,5 điểm, tối đa 4 điểm", "Rác", "1.5", Fraction(3, 4)),
    ("Mỗi 10 m2 lấn chiếm trừ 1 điểm", "Lấn chiếm", "12.5", Fraction(3)),
    ("Từ 30 giường/vạn dân: 4 điểm; từ 25 đến dưới 30 giường/vạn dân: 2 điểm; dưới 25: 0 điểm", "Giường bệnh", "27.5", Fraction(2)),
    ("Nếu ≥ 10 bác sĩ/vạn dân: 4 điểm; nếu < 10 thì điểm = số bác sĩ/10 × 4", "Bác sĩ trên vạn dân", "8.5", Fraction(34, 10)),
    ("Từ 3 lượt/người trở lên: 4 điểm; dưới 3 lượt/người: 0 điểm", "Lượt", "2.9", Fraction(0)),
    ("Từ 5 ha trở lên: 4 điểm; dưới 5 ha: 0 điểm", "Diện tích", "4.9", Fraction(0)),
    ("Từ 10 tấn trở lên: 4 điểm; dưới 10 tấn: 0 điểm", "Rác", "10.2", Fraction(4)),
    ("Cứ hoàn thành 1,5 km kênh được 1 điểm, tối đa 4 điểm", "Kênh", "3.1", Fraction(2)),
    ("Cứ trồng mới 1,2 ha rừng được 1 điểm, tối đa 4 điểm", "Rừng", "2.4", Fraction(2)),
    ("Cứ nâng cấp 2 km đường được 1 điểm, tối đa 4 điểm", "Đường", "3.5", Fraction(1)),
    ("Mỗi 0,1 tấn/ha được 1 điểm, tối đa 4 điểm", "Năng suất", "0.25", Fraction(2)),
    ("Nhà văn hóa có diện tích từ 500 m2: 4 điểm; từ 300 m2 đến dưới 500 m2: 2 điểm; dưới 300 m2: 0 điểm", "Nhà văn hóa", "499.5", Fraction(2)),
    ("Số máy in/phòng ban bằng 1: 4 điểm; dưới 1: 0 điểm", "Máy in", "0.9", Fraction(0)),
    ("Đạt 50 ha: 2 điểm; đạt 100 ha: 4 điểm", "Tưới", "99.5", Fraction(2)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "figure", "points"), MEASURED)
def test_what_is_measured_has_decimals(text: str, name: str, figure: str, points: Fraction) -> None:
    reading, _ = read(text, name=name, maximum=4)
    assert reading.inputs["n"]["type"] == "decimal"
    assert result_of(Case(given={"n": figure}), criterion_of(reading, Fraction(4))).points == points


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi lớp 0,5 điểm, tối đa 4 điểm",
        "Mỗi hộ dân có diện tích từ 1 ha trở lên được 0,5 điểm",
        "Từ 5 hộ dân trở lên: 4 điểm; dưới 5 hộ dân: 0 điểm",
        "Mỗi hà bá 1 điểm",
        "Cứ 5 hộ trồng 2 ha rừng được 1 điểm, tối đa 4 điểm",
        "Mỗi máy tính được cấp 0,5 điểm",
    ],
)
def test_what_is_counted_stays_whole(text: str) -> None:
    reading, _ = read(text, name="Kết quả", maximum=4)
    assert "type" not in reading.inputs["n"]


ALL_OR_COSTS = {
    "Không có cuộc nào: 5 điểm. Mỗi cuộc thanh tra, kiểm tra trùng lặp trừ 1 điểm, trừ tối đa 5 điểm": "Số cuộc thanh tra trùng lặp",
    "Không có trường hợp nào: 5 điểm; mỗi trường hợp vi phạm trừ 1 điểm": "Kỷ luật",
    "Không xảy ra vụ nào: 5 điểm; mỗi vụ mất an toàn trừ 1 điểm": "An toàn",
    "Không có vụ việc tồn đọng: 5 điểm; mỗi vụ việc tồn đọng trừ 1 điểm": "Vụ việc",
}


@pytest.mark.parametrize("text", ALL_OR_COSTS)
def test_none_of_what_costs_points_is_no_condition_of_its_own(text: str) -> None:
    reading, _ = read(text, name=ALL_OR_COSTS[text], maximum=5)
    assert reading.rule == {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}


def test_none_of_other_things_is_asked_by_itself() -> None:
    text = "Không có kế hoạch nào bị trả lại: 5 điểm; mỗi văn bản sai trừ 1 điểm"
    reading, row = read(text, name="Văn bản", maximum=5)
    assert reading.is_manual or any("hỏi riêng" in f"{each.facts}" for each in row.warnings)


def test_money_that_is_compared_has_one_unit() -> None:
    text = "a: tổng chi NSNN cho CĐS (tỷ đồng)\nb: tổng chi NSNN của tỉnh\nTỷ lệ k = a/b\n- k ≥ 1%: điểm tối đa\n- k < 1%: k/1% x điểm tối đa"
    reading, row = read(text, name="Kinh phí chi cho chuyển đổi số")
    assert [given["unit"] for given in reading.inputs.values()] == ["tỷ đồng", "tỷ đồng"]
    assert any("nhập bằng tỷ đồng" in f"{each.facts}" for each in row.warnings)
    plain = "Kinh phí chi cho ATTT (tỷ đồng)/Tổng kinh phí chi CNTT × 4"
    assert [given["unit"] for given in read(plain, maximum=4)[0].inputs.values()] == ["tỷ đồng", "tỷ đồng"]
    same = "Kinh phí chi cho ATTT/Tổng kinh phí chi CNTT × 4"
    assert [given["unit"] for given in read(same, maximum=4)[0].inputs.values()] == ["triệu đồng"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "a: kinh phí chi CNTT (triệu đồng); b: tổng chi thường xuyên (tỷ đồng); a/b ≥ 1%: 4 điểm; còn lại: 0 điểm",
        "Tỷ lệ hồ sơ đúng hạn trừ tỷ lệ hồ sơ trễ hạn nhân 4",
        "Nếu a/b ≥ c/d: 4 điểm; ngược lại 0 điểm",
    ],
)
def test_figures_that_cannot_be_compared_are_for_people(text: str) -> None:
    assert read(text, name="Kết quả", maximum=4)[0].is_manual


CALLED: list[tuple[str, str, tuple[str, ...]]] = [
    ("Tỷ lệ xử lý PAKN đúng hạn đạt 100%: 2 điểm; cứ giảm 1% trừ 0,1 điểm", "Phản ánh kiến nghị", ("Số đạt: xử lý PAKN đúng hạn", "Tổng số: xử lý PAKN")),
    ("Tỷ lệ dân số được lập hồ sơ sức khỏe điện tử: ≥ 95% đạt 2 điểm, cứ thấp hơn 5% trừ 1 điểm", "Hồ sơ sức khỏe điện tử", ("Số đạt: dân số được lập hồ sơ sức khỏe điện tử", "Tổng số: dân số")),
    ("Đạt 100%: 2 điểm; cứ giảm 1% trừ 0,1 điểm", "Tỷ lệ hồ sơ đúng hạn", ("Số hồ sơ đúng hạn", "Tổng số: hồ sơ")),
    ("So sánh với địa phương có số doanh nghiệp công nghệ số trên 1.000 dân cao nhất: điểm = giá trị của đơn vị/giá trị cao nhất × 2", "Doanh nghiệp công nghệ số", ("Doanh nghiệp công nghệ số trên 1.000 dân",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "labels"), CALLED)
def test_a_figure_is_called_as_the_text_calls_it(text: str, name: str, labels: tuple[str, ...]) -> None:
    reading, _ = read(text, name=name, maximum=2)
    assert tuple(given["label"] for given in reading.inputs.values()) == labels


CALLED_IN_FULL: dict[str, str] = {
    "Cứ làm hỏng 2 thiết bị trừ 1 điểm": "Làm hỏng thiết bị",
    "Mỗi thiết bị hỏng trừ 1 điểm": "Thiết bị hỏng",
    "Cứ có 2 lần bị hạ mức 1 bậc trừ 1 điểm": "Lần bị hạ mức 1 bậc",
    "Từ 2,75 km/km2 trở lên: 4 điểm; dưới 2,75 km/km2: 0 điểm": "Mật độ – km/km2",
    "Trên 7,5 m2/người: 4 điểm; từ 7,5 m2/người trở xuống: 0 điểm": "Mật độ – m2/người",
}


@pytest.mark.parametrize("text", CALLED_IN_FULL)
def test_a_label_keeps_the_words_of_the_text(text: str) -> None:
    reading, _ = read(text, name="Mật độ", maximum=4)
    assert reading.inputs["n"]["label"] == CALLED_IN_FULL[text]


# Text, name → the decimals of its figures; 0 where things are counted.
DECIMALS: list[tuple[str, str, list[bool]]] = [
    ("Điểm = (số km đường được bê tông hóa / tổng số km đường) x 5", "Đường", [True, True]),
    ("Lưu lượng nước thải được xử lý/tổng lưu lượng nước thải x điểm tối đa", "Nước thải", [True, True]),
    ("a: số mét giá tài liệu đã số hóa; b: tổng số mét giá tài liệu. Điểm = a/b*5", "Lưu trữ", [True, True]),
    ("a là tổng số phút phát sóng; b là số phút tiếng dân tộc; b/a ≥ 20%: 5 điểm; b/a < 20%: 0 điểm", "Phát sóng", [True, True]),
    ("a: số thuế phải nộp; b: số thuế đã nộp. Điểm = b/a × 5", "Thuế", [True, True]),
    ("a: tổng dư nợ, b: dư nợ quá hạn. Điểm = (1 - b/a) x 5", "Nợ", [True, True]),
    ("Từ 90% diện tích trở lên: 5 điểm; dưới 90%: 0 điểm", "Tỷ lệ diện tích lúa được tưới", [True, True]),
    ("Đạt 100% kế hoạch trở lên: 5 điểm; dưới 100%: 0 điểm", "Sản lượng thủy sản so với kế hoạch", [True, True]),
    ("Đạt từ 42% trở lên: 5 điểm; dưới 42%: 0 điểm", "Tỷ lệ che phủ rừng", [True, True]),
    ("Khối lượng rác nhựa tái chế/tổng khối lượng rác nhựa: ≥ 50%: 5 điểm; < 50%: 1 điểm", "Tỷ lệ rác nhựa", [True, True]),
    ("Diện tích dùng giống mới/tổng diện tích gieo trồng. Nếu tỷ lệ > 70%: 5 điểm; nếu tỷ lệ ≤ 70%: 1 điểm", "Giống", [True, True]),
    ("Từ 3 năm trở lên: 5 điểm; từ 1 đến dưới 3 năm: 3 điểm; dưới 1 năm: 1 điểm", "Thời gian công tác", [True]),
    ("SIPAS ≥ 90: 5 điểm; SIPAS < 90: 0 điểm", "Chỉ số SIPAS", [True]),
    ("PAR INDEX ≥ 85: 5 điểm; PAR INDEX < 85: 0 điểm", "Kết quả PAR INDEX", [True]),
    ("Đạt từ 75 trở lên: 5 điểm; dưới 75: 0 điểm", "Chỉ số DDCI", [True]),
    ("Từ 80 trở lên: 5 điểm; dưới 80: 2 điểm", "Độ che phủ 5G", [True]),
    ("Xếp thứ 1 đến 3: 5 điểm; thứ 4 đến 6: 3 điểm; còn lại: 0 điểm", "Chỉ số DDCI", [False]),
    ("Từ 10 chỉ số trở lên: 5 điểm; dưới 10 chỉ số: 0 điểm", "Số chỉ số hoàn thành", [False]),
    ("Từ 3 điểm cầu trở lên: 5 điểm; dưới 3 điểm cầu: 0 điểm", "Điểm cầu", [False]),
    ("Từ 3 dự án trở lên: 5 điểm; dưới 3 dự án: 0 điểm", "Thu hút đầu tư", [False]),
    ("Dưới 3 ngày: 5 điểm; từ 3 đến 5 ngày: 3 điểm; trên 5 ngày: 0 điểm", "Thời gian xử lý", [False]),
    ("Trên 90%: 5 điểm; từ 90% trở xuống: 1 điểm", "Tỷ lệ thu phí điện tử không dừng", [False, False]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "have_decimals"), DECIMALS)
def test_what_is_measured_or_scored_has_decimals_and_what_is_counted_none(
    text: str, name: str, have_decimals: list[bool]
) -> None:
    reading, _ = read(text, name=name, maximum=5)

    assert ["decimals" in given for given in reading.inputs.values()] == have_decimals


def test_what_a_percentage_is_of_goes_before_what_the_row_counts() -> None:
    text = "Đạt từ 80% số km trở lên: 5 điểm; dưới 80%: 0 điểm"
    reading, _ = read(text, name="Tỷ lệ xã có đường liên xã được cứng hóa", maximum=5)

    assert [given["label"] for given in reading.inputs.values()] == [
        "Số km đạt: xã có đường liên xã được cứng hóa",
        "Tổng số km: xã có đường liên xã được cứng hóa",
    ]
