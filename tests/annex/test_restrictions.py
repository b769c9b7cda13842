"""What restricts, contradicts or mixes the parts of a text is never left out silently."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.annex.notices import doubts_a_rule
from tests.annex.test_rules import LEFT_TO_PEOPLE, MORE, NOT_UNDERSTOOD, UNDERSTOOD, WORDED, read
from tests.patience import cases

RIGHT = (
    "Đã ban hành: 10 điểm; chưa ban hành: 0 điểm",
    "a = Số hồ sơ đúng hạn; b = Tổng số hồ sơ; Điểm = a/b * Điểm tối đa",
    "Có kế hoạch riêng: 4 điểm; có quyết định phân công: 6 điểm",
    "Từ 10 lần trở lên: Điểm tối đa; từ 5 đến dưới 10 lần: 1/2 Điểm tối đa; dưới 5 lần: 0 điểm",
    "Mỗi văn bản được 0,5 điểm, tối đa 10 điểm",
    "Tỷ lệ = số hồ sơ đúng hạn / tổng số hồ sơ. Từ 90% trở lên: 10 điểm; dưới 90%: 0 điểm",
)
RESTRICTING = (
    "; chậm thời hạn trừ 2 điểm",
    "; chỉ tính khi có báo cáo",
    ". Không áp dụng với đơn vị không có bộ phận một cửa",
    ". Nếu không có minh chứng thì không được tính",
    ". Trường hợp báo cáo sai số liệu: 0 điểm",
    ". Điểm nhân hệ số 0,8 đối với đơn vị loại 2",
    ". Lưu ý: nộp chậm trừ 1 điểm",
    ". Riêng xã miền núi lấy mức 60%",
    ". Vượt chỉ tiêu được cộng 1 điểm",
    "; không quá 3 điểm",
)


@pytest.mark.parametrize("more", RESTRICTING)
@pytest.mark.parametrize("text", RIGHT)
def test_what_restricts_a_rule_is_never_left_out_silently(text: str, more: str) -> None:
    alone, restricted = read(text), read(text + more)
    silent = not any(doubts_a_rule(notice) for notice in restricted[1].warnings)
    assert not alone[0].is_manual
    assert restricted[0].rule != alone[0].rule or not silent


TURNED = (
    "Tỷ lệ dưới 50% trở lên: Điểm tối đa; tỷ lệ dưới 50%: 0 điểm",
    "Từ 80% số hồ sơ trở xuống: Điểm tối đa; dưới 80%: Tỷ lệ * Điểm tối đa",
    "Đã ban hành: 10 điểm; đã ban hành: 0 điểm",
    "Tính theo tỷ lệ giữa số hồ sơ đúng hạn và tổng số hồ sơ, nhân với 5",
    "Số học sinh / tổng số học sinh × điểm tối đa (chỉ tính một nửa nếu chưa ký số)",
    "Đã áp dụng: 10 điểm; áp dụng một phần: 5 điểm; chưa áp dụng: 0 điểm. Vượt chỉ tiêu được cộng 1 điểm",
    "Ban hành trong năm: 10 điểm; ban hành năm trước: 5 điểm. Thiếu một trong các nội dung trên: 2 điểm",
    "a= Số hộ có địa chỉ số; b= Tổng số hộ; - Tỷ lệ=a*b; - Điểm=Tỷ lệ*Điểm tối đa",
    "Điểm = a/b * 10. a = số hộ; b = tổng số hộ (chỉ tính 50% số điểm nếu chưa ký số)",
)


@pytest.mark.parametrize("text", TURNED)
def test_words_that_contradict_each_other_leave_the_row_to_people(text: str) -> None:
    reading, row = read(text)
    assert reading.is_manual
    assert row.warnings


SEVERAL = (
    "Trên 10 cuộc: 10 điểm; dưới 10 cuộc: 5 điểm",
    "Dưới 10 phút: 10 điểm; trên 10 phút: 5 điểm",
    "Mỗi xã được hỗ trợ: 10 điểm",
    "Gửi đủ báo cáo: 10 điểm; mỗi báo cáo chậm trừ 1 điểm; không gửi báo cáo: 0 điểm",
)


@pytest.mark.parametrize("text", SEVERAL)
def test_of_several_readings_the_one_chosen_is_told(text: str) -> None:
    reading, row = read(text)
    assert not reading.is_manual
    assert "rule.assumed" in {notice.code for notice in row.warnings}


@pytest.mark.parametrize(
    "lead", ["Trừ đơn vị mới thành lập, ", "Nếu đã có kế hoạch: ", "Chỉ chấm xã có chợ. "]
)
@pytest.mark.parametrize("text", RIGHT)
def test_what_stands_in_front_and_restricts_is_asked_or_told(text: str, lead: str) -> None:
    reading, row = read(lead + text)
    said = f"{reading.rule} {reading.inputs}".casefold()
    is_told = any(doubts_a_rule(notice) for notice in row.warnings)
    assert is_told or lead.strip(" ,:.").casefold() in said


PIECES = st.sampled_from([*UNDERSTOOD, *MORE, *WORDED, *NOT_UNDERSTOOD, *LEFT_TO_PEOPLE.values(), *RESTRICTING, *TURNED, "hoặc", "và", "đồng thời", ": ", "; ", "\n- ", " + ", "x", "100%", "1/0", "(", ")"])  # fmt: skip


@cases(120)
@given(st.lists(PIECES, min_size=1, max_size=5))
def test_any_mixture_of_phrases_gives_a_rule_that_loads_or_none(pieces: list[str]) -> None:
    reading, row = read(" ".join(pieces))
    assert not reading.is_manual or row.warnings
