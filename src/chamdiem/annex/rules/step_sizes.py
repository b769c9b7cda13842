"""How many make one step, where the number stands behind words: "cứ xử lý xong 3 hồ sơ", "cứ chậm 5 ngày"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.costing import FAULTS
from chamdiem.annex.rules.stepping import read_step
from chamdiem.annex.rules.words import Token, phrase_at, phrases, word_number

_STEPS = frozenset(("giảm", "tăng", "vượt", "hụt", "kém"))
_ASKS_OF_EACH = frozenset(("có", "đạt", "từ", "ít", "tối", "trên", "dưới", "đủ", "trừ", "giảm", "cộng"))
# What is done so many times.
_DEEDS = phrases(
    "xử lý|giải quyết|tổ chức|đăng|viết|trồng|xây|xây dựng|triển khai|hoàn thành|thực hiện|mở|kết nạp|vận động|hỗ trợ|tiếp nhận|tiếp|cấp|phát|lắp|lắp đặt|"
    "đào tạo|tập huấn|bồi dưỡng|tuyên truyền|phổ biến|phát hiện|kiểm tra|thanh tra|ban hành|cập nhật|số hóa|số hoá|thu|thu hút|thu hồi|nộp|gửi|nhận|cắt giảm|rút ngắn|"
    "tham gia|tham mưu|tạo|tạo lập|đưa|chuyển|hướng dẫn|phê duyệt|công bố|công khai|ký|tiết kiệm|huy động|đóng góp|tuyển|tuyển dụng|giới thiệu|bán|sản xuất|làm|sửa|sửa chữa|khắc phục|"
    "thành lập|duy trì|trả|nâng cấp|cấp mới|cấp đổi|trợ cấp|sơ cấp cứu|phân cấp|hạ cấp|phân loại|xếp loại|xếp hạng|nâng hạng|nâng bậc|phân nhóm|đầu tư|định mức|khóa|khoá|từ chối|cải tạo|tu sửa|chỉnh lý|chăm sóc|đánh giá|tư vấn|thẩm định|rà soát|thu gom|trao|tặng|nghiệm thu|khởi công|giao khoán|nhân rộng|in|sinh hoạt|họp|khám|tiêm|dạy|học|cung cấp|kết nối|tích hợp|đề xuất|công nhận|khen thưởng|bổ sung|để xảy ra|xảy ra|bỏ|bỏ sót|lập|giao|bàn giao|sáng tác|nghiên cứu|áp dụng"
)
_IN_FRONT = frozenset(("khi", "nếu", "đã", "được", "đơn", "vị", "xã", "phường"))
# A number behind these, or written to them, may be a part of what they name: "cấp độ 3", "Đề án 06", "CO2".
NUMBERED = frozenset(
    (
        "độ", "cấp", "lớp", "loại", "mức", "định", "án", "quyết", "luật", "lệnh", "tư", "hạng", "nhóm", "khóa", "khoá", "kỳ", "quý",
        "tháng", "năm", "số", "khoản", "điều", "mục", "bậc", "tuổi", "đợt", "iso", "tcvn", "qcvn", "ocop", "nđ", "qh", "bản", "thứ",
        "đoạn", "vùng", "khối", "hệ", "chuẩn", "điểm", "khu", "tổ", "đội", "phòng", "quận", "f",
    )
)  # fmt: skip
# These go on behind a name with its number; anything else may be counted by the number: "hạ hạng 2 bậc".
_BEHIND_A_NAME = frozenset(
    (
        "được", "bị", "đã", "chưa", "không", "thì", "trừ", "cộng", "tính", "đạt", "hoàn", "đúng", "trong", "của", "tại", "ở", "cho",
        "sao", "tốt", "vào", "theo", "và", "hoặc", "có", "là", "chậm", "trễ", "đủ", "đến", "về", "trở", "mới", "trên", "sang", "lên",
    )
)  # fmt: skip
_LENGTHS = frozenset(("tháng", "tuần", "ngày", "năm", "quý", "buổi", "tiết", "giờ"))
_MORE = frozenset(("lăm", "mốt", "linh", "lẻ", "tư", "rưỡi"))
_TOWARDS = frozenset(("từ", "ít", "nhất", "tối", "thiểu", "trên", "được", "xong", "đủ"))


def read_size(tokens: list[Token], start: int) -> tuple[Fraction, list[Token], int] | None:
    """How many make a step, the words without that number, and where the name of the things begins.

    None where another number may be meant. ``start`` is where the words for "every" end.
    """
    every, place = read_step(tokens, start)
    if place > start:
        is_unsure = every > 1 and (_asks_a_number(tokens, place) or _goes_on(tokens, place))
        return None if is_unsure else (every, tokens, place)
    number = _behind_a_change(tokens, start) or _right_behind_a_deed(tokens, start)
    if not number and _may_be_either(tokens, start):
        return None
    if not number:
        number = _behind_a_deed(tokens, start)
        if number and not _is_deed(tokens, start):
            return None
    if not number:
        return every, tokens, place
    # "cứ chậm 5 ngày trừ 1 điểm", "cứ xử lý xong 3 hồ sơ được 1 điểm": so many make one step.
    place += tokens[place].text == "khi"
    size, end = read_step(tokens, number)
    return None if _goes_on(tokens, end) else (size, [*tokens[:number], *tokens[end:]], place)


def things_text(tokens: Sequence[Token], body: str) -> str:
    """The words of what is counted where a number between them was taken out: "camera 4K", "m2 đất"."""
    text = ""
    for at, token in enumerate(tokens):
        is_apart = at > 0 and (tokens[at - 1].end != token.start or token.text == "%")
        text += f"{' ' if is_apart else ''}{body[token.start : token.end] or token.text}"
    return text


def _asks_a_number(tokens: Sequence[Token], place: int) -> bool:
    """As in "cứ 100 dân có 20 thuê bao": so many of other things, of which it is not known whether each has them."""
    return any(
        tokens[at].text in ("có", "đạt") and tokens[at + 1].kind == "number" and _is_counted(tokens, at + 1)
        for at in range(place, len(tokens) - 1)
    )


def _behind_a_change(tokens: Sequence[Token], place: int) -> int:
    """Where the number of a step stands, behind "chậm", "vượt", "ít hơn"; 0 where there is none."""
    words = [token.text for token in tokens[place : place + 2]]
    taken = 2 if words[1:] == ["hơn"] else 1 if words and words[0] in FAULTS | _STEPS else 0
    number = place + taken
    return number if taken and number < len(tokens) and tokens[number].kind == "number" else 0


def _behind_a_deed(tokens: Sequence[Token], place: int) -> int:
    """Where the number of a step stands behind what is done: "cứ xử lý xong 3 hồ sơ", "mỗi khi đăng 4 tin"; 0 for none.

    "mỗi thôn có 5 hộ" asks something of each thing instead.
    """
    number = next((at for at in range(place, len(tokens)) if _may_be_a_size(tokens, at)), 0)
    if (
        not _is_step(tokens, place)
        or number <= place
        or tokens[number].kind != "number"
        or not _is_counted(tokens, number)
    ):
        return 0
    asks = {token.text for token in tokens[place:number]} & _ASKS_OF_EACH
    if asks == {"đủ"} and tokens[number - 1].text == "đủ" and _is_deed(tokens, place):
        asks = set()
    return number if not asks and tokens[number].number > 1 else 0


def _right_behind_a_deed(tokens: Sequence[Token], place: int) -> int:
    """As in "cứ nâng cấp 5 phòng học", "mỗi khi cấp mới 5 thẻ": the last syllable of a deed names nothing."""
    place = _past_the_front(tokens, place)
    number = place + phrase_at(tokens, place, _DEEDS)
    if number == place or number + 1 >= len(tokens) or tokens[number].text == "năm":
        return 0
    if tokens[number].end == tokens[number + 1].start:
        # "mỗi lắp đặt 5G": no number of things.
        return 0
    if tokens[place].text in ("khóa", "khoá") and tokens[number + 1].text in _LENGTHS:
        # "mỗi khóa 2 tháng" is a course.
        return 0
    size = tokens[number].number if _is_number(tokens, number) else word_number(tokens[number]) or 1
    is_size = size != 1 and _is_counted(tokens, number) and tokens[number + 1].text not in _BEHIND_A_NAME
    return number if is_size else 0


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """As in "mười hai hộ", "hai mươi lăm hộ": more of a number in words than was read."""
    return place < len(tokens) and (tokens[place].text in _MORE or bool(word_number(tokens[place])))


def _may_be_either(tokens: Sequence[Token], start: int) -> bool:
    """As in "cứ hạ hạng 2 bậc", "cứ nâng cấp từ 5 phòng học": so many of them, or one of which that is said."""
    place = _past_the_front(tokens, start)
    deed = place + phrase_at(tokens, place, _DEEDS)
    asked = deed
    if deed > place and deed + 1 < len(tokens) and tokens[deed].text == "năm":
        # "cứ nâng cấp năm phòng học": five of them, or a year.
        return _is_counted(tokens, deed)
    while deed > place and asked < len(tokens) and tokens[asked].text in _TOWARDS:
        asked += 1
    if asked > deed and _is_number(tokens, asked) and _is_counted(tokens, asked):
        return any(token.text in ("từ", "ít", "tối", "trên") for token in tokens[deed:asked])
    if not _is_step(tokens, start):
        return False
    number = next(
        (at for at in range(start, len(tokens)) if tokens[at].kind != "word" and tokens[at].text != ","), 0
    )
    if not number or not _is_number(tokens, number) or not _is_counted(tokens, number):
        return False
    before, words = tokens[number - 1], {token.text for token in tokens[start:number]}
    if (
        before.end == tokens[number].start
        or tokens[number].number == 1
        or tokens[number + 1].text in _BEHIND_A_NAME
    ):
        return False
    return before.text in NUMBERED or ("," in words and deed > place and not words & _ASKS_OF_EACH)


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"


def _is_step(tokens: Sequence[Token], place: int) -> bool:
    """Whether so many things may make a step here: behind "cứ" and "mỗi khi"."""
    return tokens[place - 1].text == "cứ" or (place < len(tokens) and tokens[place].text == "khi")


def _may_be_a_size(tokens: Sequence[Token], at: int) -> bool:
    """Whether something that is no word is no part of a name either."""
    token, before = tokens[at], tokens[at - 1]
    if token.kind == "word":
        return False
    return token.kind != "number" or not (before.text in NUMBERED or before.end == token.start)


def _is_counted(tokens: Sequence[Token], number: int) -> bool:
    """Whether a number counts what is named behind it, and no points."""
    end = max(read_step(tokens, number)[1], number + 1)
    behind = tokens[end] if end < len(tokens) else None
    return behind is not None and behind.kind == "word" and behind.text not in ("điểm", "đ")


def _is_deed(tokens: Sequence[Token], place: int) -> bool:
    return phrase_at(tokens, _past_the_front(tokens, place), _DEEDS) > 0


def _past_the_front(tokens: Sequence[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].text in _IN_FRONT:
        place += 1
    return place
