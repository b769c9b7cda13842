"""The question of a condition: true of what earns the points, also where the name of the row says no."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

# A word that is only part of a noun says no to nothing: "không gian mạng", "thanh toán không dùng tiền mặt".
_NO_DENIAL = re.compile(
    r"\b(?:không (?:gian|khí|quân|lưu|tặc|chuyên trách|chính thức|dây|giấy(?! (?:tờ|phép))|tiền mặt|dùng tiền mặt|tiếp xúc|phụ thuộc|phân biệt|theo lịch|hoàn lại)|hàng không)\b",
    re.IGNORECASE,
)
_DENIAL = r"(?:không|chưa|chẳng)"
# What stands between a denial and what it denies: "không để xảy ra", "chưa được".
_HELPS = r"(?:có|được|bị|để|đã|còn|hề|phải|xảy ra|phát sinh|phát hiện|tồn tại|thể|ai|đơn vị nào)"
_DENIES = re.compile(rf"\b{_DENIAL}\b", re.IGNORECASE)
_CONDITION = re.compile(
    rf"(?:(?:nếu|khi|trường hợp|trong năm|đơn vị|cơ quan|thì|và)\s+)*(?P<no>{_DENIAL})?\s*(?P<helps>(?:{_HELPS}\b\s*)*)(?P<core>.*)",
    re.IGNORECASE | re.DOTALL,
)
_IF = re.compile(r"^(?:(?:nếu|khi|trường hợp)\s+)+", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<no>\b{_DENIAL}\s+)?(?P<helps>(?:\b{_HELPS}\s+)*)$", re.IGNORECASE)
# "Chưa …", "Không …", "Hệ thống chưa …": the row itself says no; "thủ tục không trùng lặp" does not.
_SAYS_NO = re.compile(
    rf"^{_DENIAL}\b|\bchưa\b|\b{_DENIAL} (?:{_HELPS}|hoàn thành|thực hiện|triển khai|ban hành|tổ chức|xây dựng|thành lập|báo cáo|gửi|nộp|đạt|đủ|đúng|vi phạm|tham gia|cập nhật|công khai|bố trí|kết nối|sử dụng|áp dụng)\b",
    re.IGNORECASE,
)
_BADLY = re.compile(
    rf"\b{_DENIAL} (?:đúng|đủ|đầy đủ|kịp|tốt|chính xác|thường xuyên|hiệu quả|nghiêm|đạt)\b|(?:\s|^)(?:chậm|muộn|trễ|sai|thiếu)$",
    re.IGNORECASE,
)
# Names of what is wished for, which may be fulfilled: "Đạt: Không để xảy ra cháy nổ".
_WISHED = re.compile(r"^không\b", re.IGNORECASE)
_FULFILLED = re.compile(
    r"(?:đạt|đáp ứng|(?:bảo|đảm) đảm|đúng|tuân thủ|thực hiện (?:tốt|đúng|đầy đủ))(?: (?:yêu cầu|tiêu chí|quy định|điều kiện|nội dung|này))*",
    re.IGNORECASE,
)
_LACK = re.compile(r"^(?:thiếu|chưa đủ|không đủ)\s+", re.IGNORECASE)
_ENOUGH = re.compile(r"(?:có |bảo đảm |đảm bảo )?(?:đầy )?đủ", re.IGNORECASE)
_LATE = re.compile(
    r"^(?:chậm|trễ|muộn)(?: hạn)?\s+(?=gửi|nộp|báo cáo|ban hành|giải quyết|trả|cập nhật)", re.IGNORECASE
)
_IN_TIME = re.compile(r"đúng (?:thời )?(?:hạn|gian)|kịp thời|đúng tiến độ", re.IGNORECASE)
_LONG = 30


def question(condition: str, name: str, denials: Sequence[str] = ()) -> str | None:
    """What people are asked of a condition that earns points; None where its no may be meant as a yes.

    Args:
        condition: The words of what earns points.
        name: The name of the row, which short conditions need.
        denials: The words of what earns nothing: "chưa có" says of what "có" is the opposite.
    """
    condition, name = " ".join(condition.split()), " ".join(name.split()).lstrip("-–•+* ")
    if name.casefold() in condition.casefold():
        return condition
    parts = _CONDITION.fullmatch(condition)
    core = parts["core"].strip(" :;,.") if parts else condition
    if parts is None or not core:
        return _bare(condition, name, denials)
    places = list(re.finditer(rf"(?<!\w){re.escape(core)}(?!\w)", name, re.IGNORECASE))
    if len(condition) > _LONG and not places:
        return condition
    if not places:
        return _beside(condition, core, name)
    if parts["no"] and _lies_in(condition, name):
        return name
    if len(places) > 1 and says_no(name):
        return None
    return _within(_IF.sub("", condition), parts, name, places[0].span())


def question_beside(condition: str, name: str) -> str:
    """A condition with the name of its row, or in its own words where that says no."""
    return (question(condition, name) or condition) if says_no(name) else f"{condition}: {name}"


def is_bare(condition: str) -> bool:
    """Whether a condition says yes or no and nothing of what: "có", "chưa được"."""
    parts = _CONDITION.fullmatch(" ".join(condition.split()))
    return parts is None or not parts["core"].strip(" :;,.")


def says_no(name: str) -> bool:
    """Whether a name itself says no: "Chưa có cán bộ chuyên trách"."""
    return bool(_SAYS_NO.search(masked(name)))


def masked(text: str) -> str:
    """A text of the same length without words that look like a no: "không gian mạng"."""
    return _NO_DENIAL.sub(lambda match: "-" * len(match[0]), text)


def _within(condition: str, parts: re.Match[str], name: str, place: tuple[int, int]) -> str | None:
    """The name, with the condition in the place of its own words where one of them says no and the other does not."""
    start, end = place
    denies = bool(parts["no"])
    before = _BEFORE.search(name[:start])
    is_denied = bool(before and before["no"])
    begin = before.start() if before else start
    behind = masked(name)[end:]
    if _DENIES.search(masked(name)[:begin]) or (_BADLY.search(behind) and not denies):
        return None
    if is_denied == denies:
        return name
    if _DENIES.search(behind) and says_no(behind.strip()):
        return None
    # "chưa được chia sẻ", "chia sẻ: 5 điểm": được stays.
    helps = before["helps"] if before and is_denied and not parts["helps"] else ""
    words = f"{helps}{condition[:1].lower()}{condition[1:]}" if helps else condition
    return _sentence(name[:begin], words, name[end:])


def _sentence(front: str, condition: str, behind: str) -> str:
    words = f"{condition[:1].lower()}{condition[1:]}" if front.strip() else condition
    text = " ".join(f"{front} {words} {behind}".split())
    return f"{text[:1].upper()}{text[1:]}"


def _bare(condition: str, name: str, denials: Sequence[str]) -> str | None:
    """Yes or no to the name of the row, as in "không có: 5 điểm", where that says nothing of the kind itself."""
    said = condition.casefold().strip(" :;,.")
    own = re.match(rf"(?P<no>{_DENIAL} )?(?P<helps>(?:{_HELPS}\b ?)*)", name, re.IGNORECASE)
    begun = own[0].casefold().strip() if own else ""
    if says_no(name):
        if _DENIES.match(said) and _is_same_denial(said, begun, name, denials):
            return name
        opposite = re.sub(rf"^{_DENIAL} ", "", begun)
        denied = any(each.casefold().strip(" :;,.") == begun for each in denials)
        if said == opposite and denied and len(begun.split()) > 1 and own:
            return _sentence("", condition, name[own.end() :])
        return None
    if begun and _DENIES.match(said):
        # "Có đơn thư khiếu nại", "không có: 5 điểm".
        rest = name if said in ("không", "chưa") else name[own.end() :] if own else name
        return _sentence("", condition, f"{rest[:1].lower()}{rest[1:]}")
    return name if begun and begun == said else f"{condition}: {name}"


def _is_same_denial(said: str, begun: str, name: str, denials: Sequence[str]) -> bool:
    """As in "không xảy ra" of "Không để xảy ra cháy nổ", or "không" beside "còn hồ sơ giấy: 0 điểm"."""
    helps = set(said.split()[1:])
    if helps and begun:
        return helps <= set(begun.split())
    others = [each for each in denials if not is_bare(each) and not _DENIES.search(each)]
    return not helps and any(
        (asked := question(each, name)) is not None and asked != name and _lies_in(each, name)
        for each in others
    )


def _lies_in(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words.strip(' :;,.'))}(?!\w)", name, re.IGNORECASE) is not None


def _beside(condition: str, core: str, name: str) -> str | None:
    """A condition in other words than the name: both, where the name says nothing against it."""
    if (lack := _LACK.match(name)) and _ENOUGH.fullmatch(condition):
        return _sentence("", condition, name[lack.end() :])
    if (late := _LATE.match(name)) and _IN_TIME.fullmatch(condition):
        return _sentence("", f"{name[late.end() :]} {condition[:1].lower()}{condition[1:]}", "")
    if not says_no(name):
        return f"{condition}: {name}"
    if _WISHED.match(name) and _FULFILLED.fullmatch(condition):
        return f"{condition}: {name}"
    return condition if len(core.split()) > 1 and not _FULFILLED.fullmatch(condition) else None
