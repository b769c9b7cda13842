"""What officers fill in is called by the words of the decision."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

# A text is one line: so it can be read.
# ruff: noqa: E501


def _labels(text: str, name: str = "Dịch vụ công") -> dict[str, str]:
    return {letter: given["label"] for letter, given in read(text, name=name)[0].inputs.items()}


def test_letters_defined_together_have_their_own_words() -> None:
    letters = "a, b lần lượt là số hồ sơ toàn trình, một phần; c, d là tổng số DVC mức 3, mức 4"
    text = f"Điểm = (a/c + b/d)/2 × 10; {letters}"
    assert _labels(text) == {
        "a": "Số hồ sơ toàn trình",
        "b": "Số hồ sơ một phần",
        "c": "Tổng số DVC mức 3",
        "d": "Tổng số DVC mức 4",
    }


def test_a_letter_nobody_explains_is_told() -> None:
    _, row = read("Điểm = a/b × 10; a: số hồ sơ đúng hạn")
    assert "chữ “b” không được giải thích trong văn bản" in [each.facts.get("text") for each in row.warnings]


def test_the_part_of_a_share_of_things_is_called_by_them() -> None:
    text = "Dưới 1%: 10 điểm; từ 1% đến dưới 3%: 3 điểm; từ 3% trở lên: 0 điểm"
    assert _labels(text, "Tỷ lệ hồ sơ trả lại")["a"] == "Số hồ sơ trả lại"


def test_things_that_are_counted_are_their_own_unit() -> None:
    reading, _ = read("Mỗi tin bài: 0,4 điểm, tối đa không quá 10 điểm", name="Trang")
    assert reading.inputs["n"] == {"label": "Tin bài – Trang", "unit": "tin bài"}


OPPOSITE = {
    (
        "Tỷ lệ hồ sơ trễ hạn",
        "Đạt từ 95% hồ sơ đúng hạn trở lên: 10 điểm; dưới 95%: 0 điểm",
    ): "Số hồ sơ đúng hạn",
    ("Tỷ lệ hồ sơ đúng hạn", "Hồ sơ trễ hạn dưới 5%: 10 điểm; từ 5%: 0 điểm"): "Số hồ sơ trễ hạn",
    ("Tỷ lệ văn bản gửi đúng hạn", "Văn bản quá hạn dưới 5%: 10 điểm; từ 5%: 0 điểm"): "Số văn bản quá hạn",
    ("Kết nối", "Từ 30% nhưng không quá 60%: 5 điểm; trên 60%: 10 điểm; dưới 30%: 0 điểm"): "Số đạt: Kết nối",
}


@pytest.mark.parametrize(("name", "text"), OPPOSITE)
def test_figures_have_the_name_of_the_text_where_the_row_says_the_opposite(name: str, text: str) -> None:
    reading, _ = read(text, name=name)

    assert next(iter(reading.inputs.values()))["label"] == OPPOSITE[name, text]


PLAIN = [
    ("Tỷ lệ cơ quan, đơn vị sử dụng", "Từ 90%: 10 điểm; dưới 90%: 0 điểm", ["Số cơ quan, đơn vị sử dụng", "Tổng số: cơ quan, đơn vị"]),
    ("Tỷ lệ thôn, bản, tổ dân phố có tổ", "Từ 90%: 10 điểm; dưới 90%: 0 điểm", ["Số thôn, bản, tổ dân phố có tổ", "Tổng số: thôn, bản, tổ dân phố"]),
    ("Kiến nghị", "Xử lý hết (100%): 10 điểm; xử lý từ 80%: 3 điểm; dưới 80%: 0 điểm", ["Số kiến nghị – Xử lý hết", "Tổng số: kiến nghị"]),
    ("Kinh phí chuyển đổi số", "Chi ≥1% tổng chi ngân sách: 10 điểm; dưới 1%: 0 điểm", ["Chi ngân sách: kinh phí chuyển đổi số", "Tổng chi ngân sách"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "labels"), PLAIN)
def test_a_whole_is_all_that_is_counted_and_no_word_stands_for_a_number(
    name: str, text: str, labels: list[str]
) -> None:
    assert list(_labels(text, name).values()) == labels


@pytest.mark.parametrize(
    ("text", "name", "labels"),
    [
        ("Cứ 100 người dân thì có 1 điểm", "Tham gia", ["Người dân – Tham gia"]),
        ("Không có vụ nào được 10 điểm, có vụ thì mỗi vụ trừ 2 điểm", "Cháy", ["Vụ – Cháy"]),
        ("Còn thôn chưa phủ sóng thì mỗi thôn trừ 2 điểm", "Sóng", ["Thôn chưa phủ sóng"]),
        ("Chậm so với hạn thì mỗi ngày trừ 2 điểm", "Báo cáo", ["Số ngày chậm so với hạn"]),
        ("Cứ chậm 3 ngày so với hạn ngày 15 hằng tháng bị trừ 0,5 điểm", "Báo cáo", ["Số ngày chậm so với hạn ngày 15 hằng tháng"]),
        ("Mỗi lần làm hỏng thiết bị bị trừ 1 điểm", "Thiết bị", ["Lần làm hỏng thiết bị"]),
        ("Mỗi lần bị hạ mức 1 bậc trừ 1 điểm", "Xếp loại", ["Lần bị hạ mức 1 bậc"]),
        ("Mật độ đường (km/km2): từ 2 trở lên: 10; từ 1 đến dưới 2: 2; dưới 1: 0", "Đường", ["Đường – Mật độ đường (km/km2)"]),
        ("Diện tích nhà ở (m2/người): từ 25 trở lên: 10; dưới 25: 0", "Nhà ở", ["Nhà ở – Diện tích nhà ở (m2/người)"]),
        ("Nợ đọng bằng 0: 10 điểm; nợ đọng dưới 2%: 3 điểm; nợ đọng từ 2%: 0 điểm", "Nợ đọng", ["Số đạt: Nợ đọng", "Tổng số: Nợ đọng"]),
        ("Chi khoa học (triệu đồng) chia tổng chi ngân sách (triệu đồng): từ 2% trở lên: 10 điểm; dưới 2%: 0 điểm", "Chi", ["Chi khoa học (triệu đồng)", "Tổng chi ngân sách (triệu đồng)"]),
        ("Bị nhắc nhở: trừ 0,5 điểm một lần", "Kỷ luật", ["Số lần bị nhắc nhở"]),
        ("Bình quân mỗi hộ 3 ngày công trở lên: 10 điểm; dưới 3 ngày công: 2 điểm", "Ngày công", ["Ngày công – bình quân mỗi hộ (ngày)"]),
        ("Nằm trong nhóm 5 đơn vị dẫn đầu: 10 điểm; từ thứ 6: 1 điểm", "Chỉ số đô thị", ["Chỉ số đô thị – hạng"]),
    ],
)  # fmt: skip
def test_a_figure_is_called_by_all_words_that_say_what_it_is(text: str, name: str, labels: list[str]) -> None:
    assert list(_labels(text, name).values()) == labels


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Cứ trồng mới 10 ha rừng được 1 điểm", "Rừng", "Trồng mới rừng (ha)"),
        ("Cứ huy động được 500 triệu đồng: 1 điểm", "Vốn xã hội hóa", "Số tiền huy động được"),
        ("Vắng không lý do mỗi lần trừ 0,5 điểm", "Hội họp", "Số lần vắng không lý do"),
        ("Không xảy ra cháy: 10 điểm; cứ xảy ra 01 vụ trừ 2 điểm", "Cháy rừng", "Số vụ xảy ra – Cháy rừng"),
        ("Tối đa 2 vụ: 10 điểm; từ 3 - 5 vụ: 2 điểm; trên 5 vụ: 0 điểm", "Số vụ tranh chấp", "Số vụ tranh chấp"),
        ("Từ 4 cuộc trở lên: 10 điểm; mỗi cuộc ít hơn trừ 1 điểm", "Giám sát", "Số cuộc ít hơn – Giám sát"),
        ("Trên 70 triệu đồng/người/năm: 10 điểm; còn lại: 0 điểm", "Thu nhập", "Thu nhập"),
        ("Mỗi km đường được 1 điểm", "Đường", "Km đường – Đường"),
    ],
)  # fmt: skip
def test_labels_say_in_whole_words_what_is_counted(text: str, name: str, label: str) -> None:
    assert list(_labels(text, name).values()) == [label]


def test_units_in_capitals_stay_so() -> None:
    reading, _ = read("Cứ 1 MW được 1 điểm", name="Công suất điện mặt trời")
    assert reading.inputs["n"]["unit"] == "MW"
