"""Why a row is left to people, and what is told of the reading chosen: the words that matter."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

BLAMED = {
    "Đạt tỷ lệ 60% được 6 điểm, cứ tăng thêm 10% được cộng 2 điểm, tối đa 10 điểm; dưới 60%: 0 điểm": (
        "cứ tăng thêm"
    ),
    "Đạt 100%: 10 điểm; dưới 100%: tính theo tỷ lệ. Chỉ tính điểm khi tiêu chí 1.1 đạt điểm tối đa": (
        "Chỉ tính điểm khi"
    ),
}


@pytest.mark.parametrize("text", BLAMED)
def test_the_words_that_were_not_understood_are_blamed(text: str) -> None:
    _, row = read(text)

    assert BLAMED[text] in f"{row.warnings[0].facts['text']}"


def test_more_points_than_the_row_has_are_said_to_be_too_many() -> None:
    _, row = read("Từ 90%: 7 điểm; từ 70% đến dưới 90%: 4 điểm; dưới 70%: 0 điểm", maximum=5)

    assert "7 điểm, quá điểm tối đa 5" in f"{row.warnings[0].facts['text']}"


def test_what_people_judge_is_not_said_to_be_unread() -> None:
    _, row = read("Hội đồng đánh giá mức độ hoàn thành, tối đa 10 điểm")

    assert [each.code for each in row.warnings] == ["rule.left_to_people"]


@pytest.mark.parametrize(
    "text",
    [
        "1 đến 50%: 4 điểm; 51% đến 80%: 7 điểm; trên 80%: 10 điểm",
        "dưới 50%: 4 điểm; từ 50% đến 79%: 7 điểm; từ 80%: 10 điểm",
        "dưới 50%: 4 điểm; từ 50% đến 79,9%: 7 điểm; từ 80%: 10 điểm",
    ],
)
def test_shares_between_two_bands_are_told(text: str) -> None:
    reading, _ = read(text)

    assert any("không thuộc mức nào: tính như mức dưới" in each for each in reading.assumed)


def test_bands_that_meet_tell_nothing_of_gaps() -> None:
    reading, _ = read("dưới 50%: 4 điểm; từ 50% đến dưới 80%: 7 điểm; từ 80%: 10 điểm")

    assert not any("không thuộc" in each for each in reading.assumed)


def test_levels_of_a_share_without_their_sign_are_percentages_and_say_so() -> None:
    reading, _ = read("Từ 80 trở lên: 10 điểm; dưới 80: 5 điểm", name="Tỷ lệ hộ có mạng")

    assert reading.inputs["n"]["unit"] == "%"
    assert reading.assumed == ["các mức của tỷ lệ in không có “%”: hiểu là phần trăm"]


@pytest.mark.parametrize("text", ["Từ 0,8 trở lên", "Từ 80 hộ trở lên"])
def test_levels_of_a_share_that_are_no_percentages_have_no_sign(text: str) -> None:
    reading, _ = read(f"{text}: 10 điểm; còn lại: 5 điểm", name="Tỷ lệ hộ có mạng")

    assert "unit" not in reading.inputs["n"]
    assert bool(reading.assumed) is ("0,8" in text)


@pytest.mark.parametrize(
    "text",
    [
        "Từ 90 điểm trở lên: 10 điểm; dưới 90 điểm: 0 điểm",
        "Xếp hạng từ 1 đến 10: 10 điểm; từ 11 đến 20: 7 điểm; trên 20: 0 điểm",
        "PAPI từ 85% trở lên: 10 điểm; dưới 85%: 0 điểm",
        "Tăng từ 10% trở lên so với năm trước: 10 điểm; còn lại: 0 điểm",
    ],
)
def test_levels_of_something_else_are_not_taken_for_those_of_the_share(text: str) -> None:
    reading, _ = read(text, name="Tỷ lệ hộ có mạng")

    assert not any("hiểu là phần trăm" in each for each in reading.assumed)


def test_days_past_a_date_are_called_so() -> None:
    reading, _ = read("Đúng hạn: 10 điểm; trễ hạn mỗi ngày trừ 1 điểm", name="Nộp báo cáo")

    assert reading.inputs["n"]["label"] == "Số ngày trễ hạn"


PARTS = "Mạng LAN đạt chuẩn: 4 điểm; tường lửa: 3 điểm; hệ thống sao lưu: 3 điểm. "


@pytest.mark.parametrize(
    "loss",
    [
        "Không có tường lửa thì tiêu chí này 0 điểm",
        "Không có tường lửa thì cả tiêu chí 0 điểm",
        "Nếu không có tường lửa thì toàn bộ tiêu chí được 0 điểm",
    ],
)
def test_what_loses_the_whole_row_is_not_left_out_of_a_list(loss: str) -> None:
    reading, row = read(PARTS + loss, name="Hạ tầng")

    assert reading.is_manual
    assert "mất điểm của cả dòng" in f"{row.warnings[0].facts['text']}"


def test_words_that_the_rule_holds_are_not_said_to_be_lacking() -> None:
    peers, _ = read(
        "- Đơn vị có số hồ sơ nộp trực tuyến nhiều nhất được 10 điểm\n"
        "- điểm của các đơn vị khác = số hồ sơ của đơn vị/số hồ sơ nhiều nhất x 10",
        name="Số hồ sơ nộp trực tuyến",
    )
    late, _ = read(
        "- Gửi báo cáo đúng hạn: 10 điểm\n- chậm từ 01 đến 03 ngày: trừ 1 điểm\n"
        "- chậm từ 04 đến 10 ngày: trừ 3 điểm\n- chậm trên 10 ngày: 0 điểm",
        name="Thời hạn gửi báo cáo",
    )

    assert not any("không nằm trong quy tắc" in each for each in (*peers.assumed, *late.assumed))
