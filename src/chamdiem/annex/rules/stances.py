"""What words say of a thing: yes or no, or one of two that exclude each other: "đúng hạn", "trễ hạn"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chamdiem.annex.rules.asking import masked

_DENIAL = r"(?:không|chưa|chẳng)"
_HELPS = r"(?:có|được|bị|để|đã|còn|hề|phải|xảy ra|phát sinh|phát hiện|tồn tại)"
_THING = (
    r"(?:hồ sơ|văn bản|hộ|người|học sinh|trẻ(?: em)?|thôn|xã|nhiệm vụ|báo cáo|cơ sở|đơn vị|trường hợp|vụ|lần)"
)
_DENIED = re.compile(rf"\b(?P<no>{_DENIAL}\s+)(?P<helps>(?:{_HELPS}\s+)*)(?:{_THING}\s+)?$", re.IGNORECASE)
_DENIALS = re.compile(
    rf"\b{_DENIAL}\s+(?:{_HELPS}\s+)*(?P<one>[^\W\d_]+)(?:\s+(?P<two>[^\W\d_]+))?", re.IGNORECASE
)
_HELPED = re.compile(rf"\b(?:{_HELPS}\s+)+$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# Behind one word these begin a number, and do not say more of the word: "tiêm từ 95%", "gửi đạt 90%".
_NO_MORE = r"(?:từ|đạt|dưới|trên|đến|tới|là|thì|tại|ở|cho|và|tối|ít|trong|của|x)"
# No word of a thing: "chưa đạt 80%", "không dưới 90%".
_OF_A_NUMBER = frozenset(
    ("đạt", "dưới", "trên", "quá", "vượt", "đến", "tới", "tính", "điểm", "thấp", "cao", "ít", "nhiều", "chấm")
)
# What turns a trouble into something done: "xử lý vi phạm", "xóa nhà tạm".
_HANDLED = re.compile(
    r"\b(?:xử lý|giải quyết|khắc phục|giảm|xóa|xoá|phòng (?:ngừa|chống|cháy)|phòng, chống|chống|ngăn chặn|hỗ trợ|thu hồi|ứng cứu|phát hiện|kiểm tra|đôn đốc|truy thu|thay thế|sửa chữa|thu nợ|thu)\b",
    re.IGNORECASE,
)
# Better and worse of one thing.
_ANTONYMS_TEXT = (
    (r"(?:đúng|trước|trong) (?:thời )?(?:hạn|gian)|(?:đúng|trước) tiến độ|kịp thời", r"(?:giải quyết |xử lý )?(?:trễ|chậm|muộn)(?! nhất)(?: (?:thời )?hạn| tiến độ| muộn)?|quá (?:thời )?hạn|sai hẹn"),
    (r"(?:hoàn thành|duy trì|tuân thủ|tiếp tục|theo đủ)(?: phác đồ)? điều trị|điều trị (?:đủ|thành công|khỏi)|được điều trị", r"(?:bỏ|gián đoạn|ngừng|dừng|từ chối|không theo)(?: dở)? (?:điều trị|thuốc)|bỏ trị"),
    (r"(?<!bỏ )canh tác|được sản xuất|gieo trồng", r"bỏ hoang|hoang hóa|hoang hoá"),
    (r"đúng kế hoạch|(?:đúng|theo) (?:cam kết|lịch)", r"(?:bị )?(?:chậm|trễ)(?= (?:bàn giao|khởi công|triển khai|thi công|nộp|gửi))"),
    (r"duy trì sĩ số|chuyên cần|đi học|đến trường|đến lớp|ra lớp", r"bỏ học|nghỉ học|vắng học|thôi học|bỏ lớp"),
    (r"phủ sóng|có sóng", r"(?:trắng|lõm|mất) sóng"),
    (r"(?:tham )?dự(?: họp)?|tham gia|có mặt", r"vắng(?: mặt| họp)?|bỏ họp"),
    (r"điện tử|số hóa|số hoá|ký số|trên môi trường mạng", r"(?:bằng )?giấy(?! (?:phép|tờ|chứng|khen|mời|xác|khai|đi|giới))"),
    (r"(?:đã |được )*(?:giải quyết|xử lý|trả lời)(?: xong| dứt điểm)?", r"tồn đọng|còn tồn|bỏ sót"),
    (r"có việc làm", r"thất nghiệp|mất việc"),
    (r"biết chữ", r"mù chữ"),
    (r"trực tuyến|toàn trình|qua mạng", r"trực tiếp"),
    (r"(?<!ngừng )(?<!dừng )hoạt động(?: tốt| ổn định| bình thường)?|vận hành|còn tốt", r"(?:hư |bị )?hỏng|(?:ngừng|dừng) hoạt động|gián đoạn"),
    (r"(?<!mất )(?<!ngắt )kết nối", r"(?:mất|ngắt) kết nối"),
    (r"nộp|đóng đủ", r"(?:còn |chậm )?nợ(?: đọng)?|trốn|chây ỳ"),
    (r"chấp hành|tuân thủ", r"(?:bị )?vi phạm"),
    (r"(?<!bán )kiên cố", r"(?:(?<=học )|(?<=nhà )|(?<=cầu )|(?<=lớp ))tạm|dột nát|xuống cấp"),
    (r"chuyển khoản|qua (?:ngân hàng|tài khoản)|không (?:dùng )?tiền mặt", r"(?:bằng|dùng) tiền mặt"),
    (r"thoát (?:cận )?nghèo", r"(?<!thoát )(?<!thoát cận )(?<!giảm )(?<!cận )(?:cận )?nghèo"),
    (r"khỏi bệnh|chữa khỏi|được cứu sống", r"tử vong"),
    (r"sạch|hợp vệ sinh", r"ô nhiễm|bẩn|mất vệ sinh"),
    (r"đỗ|tốt nghiệp|lên lớp", r"trượt|rớt|lưu ban|ở lại lớp"),
    (r"đồng ý|tán thành|đồng thuận|hài lòng|khen", r"phản đối|bức xúc|phàn nàn|bất bình|chê"),
    (r"được (?:tiếp nhận|chấp nhận|duyệt|phê duyệt)", r"(?:bị )?(?:trả lại|từ chối|hủy|huỷ)"),
    (r"lấp đầy|được sử dụng", r"bỏ trống|bỏ hoang|để trống"),
    (r"(?<!mất )an toàn", r"mất an toàn|nguy hiểm"),
    (r"phát triển bình thường", r"suy dinh dưỡng|thấp còi|nhẹ cân"),
    (r"hoàn thành", r"dở dang|bỏ dở|chậm tiến độ|quá hạn|trễ hạn"),
    (r"(?:đầy )?đủ", r"(?<!tối )thiếu"),
    (r"đúng(?! (?:thời|hạn|tiến|gian))|chính xác", r"sai(?: sót| lệch)?(?! hẹn)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Words for a yes to something, and words for a no."""

    good: re.Pattern[str]
    bad: re.Pattern[str]
    # Whether the two are the same words, once denied.
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A place in a text that says yes or no."""

    start: int
    end: int
    is_good: bool


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


_ANTONYMS = tuple(Pair(_words(good), _words(bad)) for good, bad in _ANTONYMS_TEXT)
_NEVER = re.compile(r"(?!)")


def pairs_for(name: str, texts: Sequence[str]) -> Iterator[Pair]:
    """What the name of a row and words of its text may say yes and no to, the surest first."""
    yield from _denied_in(name)
    yield from (pair for pair in _ANTONYMS if not _is_handled(pair, name))
    for text in texts:
        yield from _denied_in(text)


def said_in(text: str, pair: Pair) -> list[Said]:
    """Where a text says yes or no, in its order; a denied no is a yes."""
    text = without_brackets(text)
    plain = masked(text)
    found: list[Said] = []
    for is_good, pattern in ((True, pair.good), (False, pair.bad)):
        for match in pattern.finditer(text if is_good else plain):
            before = _DENIED.search(plain[: match.start()])
            if before is None:
                found.append(Said(match.start(), match.end(), is_good))
            else:
                found.append(Said(before.start(), match.end(), not is_good))
    return sorted(found, key=lambda each: each.start)


def says_good(text: str) -> bool:
    """Whether a text says yes to the better of two that exclude each other."""
    return any(each.is_good for pair in _ANTONYMS for each in said_in(text, pair))


def says_bad(text: str) -> bool:
    """Whether a text says yes to the worse of two, and nothing is done about it."""
    found = ((pair, said_in(text, pair)) for pair in _ANTONYMS)
    return any(
        said and not any(each.is_good for each in said) and not _is_handled(pair, text)
        for pair, said in found
    )


def turned(name: str, text: str, pair: Pair) -> str:
    """The name of a row with what the text says in the place of its opposite."""
    own, said = said_in(name, pair)[0], said_in(text, pair)[0]
    front, words, behind = name[: own.start], name[own.start : own.end], name[own.end :]
    if not pair.is_plain:
        return _joined(front, text[said.start : said.end].lower(), behind)
    if not own.is_good:
        return _joined(front, _affirmed(words), behind)
    helped = _HELPED.search(front)
    front = front[: helped.start()] if helped else front
    denial = re.match(rf"{_DENIAL}\s+(?:{_HELPS}\s+)*", text[said.start :], re.IGNORECASE)
    return _joined(front, f"{denial[0].lower() if denial else 'không '}{words}", behind)


def without_brackets(text: str) -> str:
    """A text of the same length that says nothing within brackets."""
    return _IN_BRACKETS.sub(lambda match: " " * len(match[0]), text)


def _denied_in(text: str) -> Iterator[Pair]:
    plain = without_brackets(masked(text))
    for match in _DENIALS.finditer(plain):
        one, two = match["one"], match["two"] or ""
        if one.casefold() in _OF_A_NUMBER and (not two or re.fullmatch(_NO_MORE, two, re.IGNORECASE)):
            continue
        if re.fullmatch(_THING, f"{one} {two}".strip(), re.IGNORECASE):
            # "không phát sinh hồ sơ": there was nothing to speak of.
            continue
        alone = rf"{one}(?!\s+(?!{_NO_MORE}\b)[^\W\d_])"
        words = rf"(?:{one}\s+{two}|{alone})" if two else one
        yield Pair(_words(words), _NEVER, is_plain=True)


def _is_handled(pair: Pair, name: str) -> bool:
    """As in "xử lý vi phạm", "văn bản giấy được số hóa": something is done about the worse of the two."""
    bad = pair.bad.search(name)
    return bad is not None and pair is not _ANTONYMS[0] and bool(_HANDLED.search(name[: bad.start()]))


def _affirmed(words: str) -> str:
    """Words without their denial: "đã tiêm" of "chưa tiêm"."""
    no, _, rest = words.partition(" ")
    is_said = re.match(r"(?:có|được|đã|đạt|đủ|đúng|còn)\b", rest, re.IGNORECASE)
    return rest if no.casefold() != "chưa" or is_said else f"đã {rest}"


def _joined(front: str, words: str, behind: str) -> str:
    text = " ".join(f"{front} {words} {behind}".split()).replace(" ,", ",")
    return f"{text[:1].upper()}{text[1:]}"
