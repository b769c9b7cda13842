"""Damaged text: accents, lost letters, strangers, brackets, repetitions."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint, spelling
from chamdiem.core.lint.damage import repair_lost_letters
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.likeness import differs_by_one_letter
from chamdiem.core.lint.question_marks import asked_words
from chamdiem.core.lint.syllables import is_syllable
from chamdiem.core.sentences.findings import finding_sentence

from .documents import criterion, document, findings, found, keys

ROOT = Path(__file__).parents[3]
_LEVELS = "{main: Chỉ số chính, criterion: Tiêu chí}"


def _named(name: str, more: str = "") -> IndicatorSet:
    return document(f"""
  - {{key: "1", number: "1", level: main, name: Nhận thức số}}
  - key: "1.1"
    number: "1.1"
    level: criterion
    name: "{name}"
    max_points: 1
    rule: {{kind: manual}}
    {more}
""")


# --- syllables ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    """nghiệp quyền giếng gì giữa quốc quý thủy thuỷ khoẻ khỏe chuyển nghiêng ngoằn khuya uống uyên yêu ý
    đường tỷ kỹ xoong huých thuở quỳnh người ươm ừ oách""".split(),  # noqa: SIM905  a list of words
)
def test_vietnamese_syllables_pass(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    "hỡnd vịcung uôn iện ngê kế tât chức̣ đưòơng nguời thônng xăa".split(),  # noqa: SIM905
)
def test_what_cannot_be_spoken_does_not_pass(word: str) -> None:
    assert not is_syllable(word)


@given(st.text(max_size=12))
def test_any_text_is_a_syllable_or_not(word: str) -> None:
    assert is_syllable(word) in (True, False)


# --- accents ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Công Thông tin điện tử", "Cổng Thông"),
        ("Công TTĐT của huyện", "Cổng TTĐT"),
        ("Công/Trang thông tin điện tử", "Cổng/Trang thông"),
        ("Đào tạo về chuyên đổi số", "chuyển đổi"),
        ("Thẻ chế số", "Thể chế"),
        ("Cột Số TTTT đánh giá", "Sở TTTT đánh"),
        ("Cuộc họp về CDS của huyện", "CĐS"),
        ("Số lượng tối thiếu", "tối thiểu"),
        ("Văn bản được bản hành", "ban hành"),
        ("Theo dồi thực hiện", "Theo dõi"),
        ("Hỗ trợ người yếu thể", "yếu thế"),
        ("Kho dữ liệu dung chung", "dùng chung"),
        ("Hồ sơ tre hạn", "trễ hạn"),
        ("Tỷ lệ hộ dược hỗ trợ", "được hỗ trợ"),
        ("Sự cố đã phát hin trong năm", "phát hiện"),
        ("Trang thông tin đin tử", "điện tử"),
        ("Hỗ trợ doanh nghip", "doanh nghiệp"),
        ("Chia sẻ dữ liu, dữ liệu mở", "dữ liệu"),
        ("Số cán bộ, công chứt được tập huấn", "công chức"),
    ],
)
def test_a_well_known_word_with_wrong_accents_is_seen(printed: str, meant: str) -> None:
    finding = found(_named(printed), "text.confused")
    assert (finding.key, finding.computed) == ("1.1", meant)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Tỷ lệ c0 quan có mạng", "cơ quan"),
        ("Tỷ lệ h0ạt động trực tuyến", "hoạt động"),
        ("Tỷ lệ cơ quan có mạng L4N", "LAN"),
        ("Tỷ lệ hộ có 1nternet", "internet"),
        ("Tỷ lệ hộ đạt 8O%", "80"),
        ("Tỷ lệ văn bản đạt l00%", "100"),
    ],
)
def test_digits_and_letters_taken_for_each_other_are_seen(printed: str, meant: str) -> None:
    faulty = found(_named(printed), "text.digit")
    assert faulty.computed == meant
    assert f"có lẽ là “{meant}”" in finding_sentence(faulty)


@pytest.mark.parametrize("name", ["Huyện có doanh thu thấp nhất", "Huyện có doanh thu thấp hơn"])
def test_revenue_that_is_lowest_is_no_slip(name: str) -> None:
    assert keys(_named(name), "text.confused") == []
    assert keys(_named("Thu thâp số liệu"), "text.confused") == ["1.1"]


def test_words_that_have_digits_are_left_alone() -> None:
    name = "Tỷ lệ trạm 5G, IPv6, B2B, A4, CO2, H5N1, 2FA, mức 4, 24h, i4.0 đạt 80%, Nghị định 80/2021/NĐ-CP"
    assert keys(_named(name), "text.digit") == []


def test_accents_apart_from_their_letters_are_told_once() -> None:
    name = "Tỷ lệ hộ gia đình có cáp quang"
    told = [each for each in lint(_named(normalize("NFD", name))) if each.code.startswith("text.")]
    assert [each.code for each in told] == ["text.parted_accents"]
    assert finding_sentence(told[0]).endswith(f"gõ lại bằng Unicode dựng sẵn “{name}”.")


def test_a_letter_that_looks_like_another_is_told_with_it() -> None:
    said = finding_sentence(found(_named("Kế hoạch \\u0421huyển đổi"), "text.character"))
    assert said.endswith("thay bằng chữ tiếng Việt “C”.")


def test_no_name_of_an_administrative_unit_is_a_misprint() -> None:
    file = ROOT / "src" / "chamdiem" / "organisations" / "data" / "administrative-units-2025.csv"
    units = [line.split(",") for line in file.read_text(encoding="utf-8").splitlines()[2:]]
    older = "Đắk Nông; Krông Pắk; M'Đrắk; Chư Păh; Chư Pưh; Đak Đoa; Đak Pơ; Krông Búk; Ea H'leo; Pleiku"
    names = [*dict.fromkeys(unit[1] for unit in units), *older.split("; ")]
    texts = [f"Tỷ lệ hộ ở {'; '.join(names[place : place + 50])}" for place in range(0, len(names), 50)]
    row = '  - {{key: "{}", level: criterion, name: "{}", max_points: 1, rule: {{kind: manual}}}}\n'
    rows = "".join(row.format(place, text) for place, text in enumerate(texts))
    told = lint(document(rows), spelling.CHECKS)
    assert [(each.code, each.printed) for each in told] == []


@pytest.mark.parametrize(
    "name",
    [
        "Văn bản hành chính của các cơ quan, đơn vị",
        "Tổng chi số hóa hồ sơ; công tác thông tin đối ngoại",
        "Dịch vụ công thông qua Cổng Dịch vụ công quốc gia",
        "Tỷ lệ chuyên đề, chuyên trang về chuyển đổi số",
        "Số tài khoản, số công chức, số thông tin có ban hành kế hoạch",
        "Danh sách kỳ số liệu hằng năm của Sở TTTT và Sở Nội vụ",
        "Chỉ so sánh các đơn vị trong cụm",
        "Kho học liệu số để cán bộ và họ tập trung học tập",
        "Quyết định chính thứ hai là sạch; cùng cấp tiền thu phí qua website, internet banking, camera",
        "Số thuốc và dược liệu được cấp giấy phép",
        "Huyện Chư Prông, Krông Pắc, thành phố Buôn Ma Thuột",
        "Cập nhật HĐND, UBND, QLVBĐH, HSĐXCĐ và TTĐT",
    ],
)
def test_right_words_are_left_alone(name: str) -> None:
    assert not [each for each in keys_of_words(_named(name)) if each]


def keys_of_words(indicator_set: IndicatorSet) -> list[str]:
    """Everything lint says about the words of a name."""
    codes = ("text.confused", "text.impossible", "text.lost_letters", "text.repeated", "text.unfinished")
    return [finding.printed for code in codes for finding in findings(indicator_set, code)]


def test_a_recorded_correction_is_reported_as_such_and_not_twice() -> None:
    faulty = _named(
        "Thẻ chế số",
        "corrections: [{field: name, printed: Thẻ chế số, correct: Thể chế số, reason: Lỗi nhận dạng chữ}]",
    )
    finding = found(faulty, "text.correction")
    assert finding.id == "text.correction:1.1:name:Thẻ chế số"
    assert finding.computed == "Thể chế số"
    assert keys(faulty, "text.confused") == []


def test_a_correction_of_words_that_are_not_there_is_an_error() -> None:
    faulty = _named(
        "Thể chế số",
        "corrections: [{field: name, printed: Thẻ chế, correct: Thể chế, reason: Lỗi nhận dạng}]",
    )
    assert keys(faulty, "text.correction_unfounded") == ["1.1"]


# --- words that cannot be -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Điểm uôn cao", "luôn"),
        ("Đơn vịcung cấp", "vị cung"),
        ("Văn phòng HỠND huyện", "HĐND"),
        ("Số liệuĐiểm", "liệu Điểm"),
        ("Các trýờng trung học", "trường"),
        ("Nhân viên đýợc đào tạo", "được"),
        ("Huyn/thị xã đã triển khai", "huyện"),
        ("Tỷlệ cơ sở giáo dục phổ thông", "tỷ lệ"),
        ("Banhành kế hoạch dữ liệu", "ban hành"),
        ("Tổchức cuộc thi", "tổ chức"),
        ("Cótriển khai báo cáo số", "có triển"),
    ],
)
def test_an_impossible_word_is_seen_with_a_repair(printed: str, meant: str) -> None:
    assert found(_named(printed), "text.impossible").computed == meant


def test_an_impossible_word_that_may_be_many_is_named_without_a_guess() -> None:
    finding = found(_named("Bản ngễ chung"), "text.impossible")
    assert (finding.printed, finding.computed) == ("ngễ", "")
    assert finding_sentence(finding) == (
        "Tên có chữ “ngễ” không phải âm tiết tiếng Việt: sửa lại theo bản gốc."
    )


@pytest.mark.parametrize(
    ("name", "printed"), [("Bản kê hoạch", ["kê hoạch"]), ("Cổng thong báo", ["Cổng thong"])]
)
def test_a_wrong_word_is_told_once(name: str, printed: list[str]) -> None:
    assert keys_of_words(_named(name)) == printed


def test_an_impossible_word_of_a_known_phrase_is_told_once() -> None:
    assert keys_of_words(_named("Mức độ hoàn thanh, đýờng truyền")) == ["hoàn thanh", "đýờng"]
    assert keys_of_words(_named("Số luợng máy")) == ["Số luợng"]


# --- lost letters -------------------------------------------------------------------------


def test_lost_letters_are_seen_and_a_repair_is_proposed() -> None:
    finding = found(_named("V n bản chỉ đạo v  chính quy n số mỗi n m"), "text.lost_letters")
    assert finding.computed == "Văn bản chỉ đạo về chính quyền số mỗi năm"


def test_a_letter_lost_at_the_beginning_leaves_two_spaces() -> None:
    repaired, _ = repair_lost_letters("Các địa phương triển  hai thống  ê và  ế hoạch")
    assert repaired == "Các địa phương triển khai thống kê và kế hoạch"


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        # Both "dân số" and "sử dụng" lack letters here; one of them leaves a word without a partner.
        ("Số hộ dân s  dụng nước sạch", "Số hộ dân sử dụng nước sạch"),
        ("Cán bộ dùng Ch ký cá nhân", "Cán bộ dùng Chữ ký cá nhân"),
        ("K hoạch của thôn", "Kế hoạch của thôn"),
        ("Th ng tin của thôn", "Thông tin của thôn"),
        ("Hồ sơ tại bộ phận m?t c?a", "Hồ sơ tại bộ phận một cửa"),
        ("Hồ sơ c?a thôn", "Hồ sơ của thôn"),
        ("Ng??i dân đ??c h??ng dẫn", "Người dân được hướng dẫn"),
    ],
)
def test_the_words_beside_tell_which_letters_were_lost(printed: str, repaired: str) -> None:
    assert found(_named(printed), "text.lost_letters").computed == repaired


@pytest.mark.parametrize("printed", ["Nhóm c ng tác của thôn", "Bảng t?n số", "Mức ch  tiêu"])
def test_where_several_words_fit_none_is_proposed(printed: str) -> None:
    finding = found(_named(printed), "text.lost_letters")
    assert finding.facts["repaired"] == ""
    assert "có thể là" not in finding_sentence(finding)


def test_half_a_repair_is_not_proposed_nor_the_end_called_lost() -> None:
    faulty = _named("Số lư t truy c p")
    assert found(faulty, "text.lost_letters").facts["repaired"] == ""
    assert "có thể là" not in finding_sentence(found(faulty, "text.lost_letters"))
    for name in ("Số lư t truy c p", "Số lượt truy cap"):
        assert keys(_named(name), "text.unfinished") == []
    assert keys(_named("Số lượt truy cap"), "text.confused") == ["1.1"]


@pytest.mark.parametrize(
    "name", ["Đã có kế hoạch chưa?", "Có dùng CSDL? Có dùng email?", "Phương án B hay C"]
)
def test_questions_and_letters_of_lists_are_not_damaged(name: str) -> None:
    assert keys(_named(name), "text.lost_letters") == []


def test_a_row_of_question_marks_is_read_to_its_end() -> None:
    assert asked_words("Chờ t" + "?" * 5000 + "!") == ()
    assert asked_words("Chờ " + "?" * 5000) == ()


def test_letters_that_the_text_gives_a_meaning_are_no_lost_letters() -> None:
    sound = "Với b là số hồ sơ đúng hạn và c là tổng số hồ sơ: lấy b chia cho c rồi nhân với điểm tối đa"
    assert keys(_named(sound), "text.lost_letters") == []


def test_letters_of_formulas_and_list_marks_are_no_lost_letters() -> None:
    sound = criterion("""
method: |
  a = Số hộ có kết nối; b = Tổng số hộ (gọi là b)
  c) Tỷ lệ = a / b * 100 %
  - Điểm = T % x Điểm tối đa
  - Đã ban hành: 3 đ; điểm = a x b x 10
rule: {kind: ratio, value: a / b, if_zero: zero}
inputs: {a: {label: Số hộ có kết nối}, b: {label: Tổng số hộ}}
checks: [a <= b]
""")
    assert keys(sound, "text.lost_letters") == []


def test_damaged_text_that_was_repaired_is_to_be_compared() -> None:
    assert keys(_named("Văn bản chỉ đạo", 'raw: {name: "V n bản chỉ đạo"}'), "text.repaired") == ["1.1"]


# --- characters ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Kế hoạch \\u0421huyển đổi", "U+0421"),  # a Cyrillic C
        ("\\u00D0ã ban hành", "U+00D0"),  # an Icelandic letter that looks like Đ
        ("Chuyến\\u0309 đổi", "U+0309"),  # an accent too many
        ("Số liệu \\uFFFD", "U+FFFD"),
    ],
)
def test_strangers_to_vietnamese_writing_are_named(printed: str, code: str) -> None:
    finding = found(_named(printed), "text.character")
    assert finding.facts["code"] == code


@pytest.mark.parametrize(
    "name",
    ["Máy tính (để bàn, xách tay", "Máy tính để bàn)", "Ngày “chuyển đổi số", "Ngày \\u0022chuyển đổi số"],
)
def test_a_mark_without_its_partner_is_seen(name: str) -> None:
    assert keys(_named(name), "text.brackets") == ["1.1"]


@pytest.mark.parametrize(
    "name", ["Gồm 2 ý: 1) có tham gia; 2) cung cấp", "Trung tâm (SOC) và (IOC)", "a) Có kế hoạch"]
)
def test_list_marks_need_no_opening_bracket(name: str) -> None:
    assert keys(_named(name), "text.brackets") == []


def test_stray_marks_markup_and_odd_spaces_are_seen() -> None:
    assert keys(_named("'Điểm thưởng"), "text.stray_mark") == ["1.1"]
    assert keys(_named("Tỷ lệ \\\\geq 80%"), "text.markup") == ["1.1"]
    assert keys(_named("Mức <p>tối đa</p>"), "text.markup") == ["1.1"]
    assert found(_named("Họp giao ban tháng/ quý"), "text.spaces").printed == "Họp giao ban tháng/ quý"
    assert keys(_named("Máy chủ , máy trạm"), "text.spaces") == ["1.1"]


# --- repetitions and ends -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["Người từ 15 tuổi có có ví", "Tỷ lệ doanh nghiệp doanh nghiệp tham gia"])
def test_words_printed_twice_are_seen(name: str) -> None:
    assert keys(_named(name), "text.repeated") == ["1.1"]


@pytest.mark.parametrize("name", ["Luôn luôn sẵn sàng", "Chuyển đổi số, số hóa", "Xã, phường và phường xã"])
def test_words_that_belong_twice_are_left_alone(name: str) -> None:
    assert keys(_named(name), "text.repeated") == []


@pytest.mark.parametrize(
    "name", ["Kết quả giải quyết thủ tục hành chính còn hiệu lực tr", "Văn bản chỉ đạo của"]
)
def test_a_name_that_stops_in_the_middle_is_seen(name: str) -> None:
    assert keys(_named(name), "text.unfinished") == ["1.1"]


# --- words compared -----------------------------------------------------------------------


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("abc", max_size=6), st.integers(0, 6), st.sampled_from("xyz"))
def test_one_letter_added_is_one_letter_of_difference(word: str, place: int, letter: str) -> None:
    longer = word[:place] + letter + word[place:]
    assert differs_by_one_letter(word, longer)
    assert differs_by_one_letter(longer, word)
    assert not differs_by_one_letter(word, word)


def test_a_tone_on_the_wrong_vowel_is_put_right() -> None:
    finding = found(_named("Số hộ đưọc hỗ trợ"), "text.impossible")
    assert (finding.printed, finding.computed) == ("đưọc", "được")
