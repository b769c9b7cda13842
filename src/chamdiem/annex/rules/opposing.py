"""Whether what gives nothing only says no to what gives points, or is a case of its own."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

# "còn lại", "không", "chưa đạt yêu cầu": whatever it says no to.
_ONE_LACKS = (
    r"(?:thiếu|không (?:đạt|đủ|đáp ứng|có)) (?:một|1|01|bất kỳ)(?: hoặc nhiều)?(?: trong)?(?: các| những| số| hai| ba)* "
    r"(?:nội dung|ý|điều kiện|tiêu chí|yêu cầu|mục|phần|thành phần|nhiệm vụ)(?: nêu)?(?: trên| này)?"
)
_REST = re.compile(
    r"(?:(?:nếu|trường hợp|các|những|đơn vị|thì|và|mà|là) )*"
    rf"(?:{_ONE_LACKS}|(?:các )?(?:trường hợp|mức|đơn vị) (?:còn lại|khác)|còn lại|khác|ngược lại|nếu không|"
    r"(?:không|chưa)(?: (?:có|đạt|đáp ứng|bảo đảm|đảm bảo|thuộc|được|các|một trong|yêu cầu|điều kiện|tiêu chí|nội dung|quy định|trường hợp|mức|nào|này|nêu|ở|trên|theo))*)",
    re.IGNORECASE,
)


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLAIN = _set(
    "bị cho chưa các có cơ của do gì hợp khi không là mà một những nào năm nếu phương quan theo thì trong trường việc và về vị với đã đơn được địa"
)
# How well something was done: the name of a row asks for no such thing.
_QUALITY = _set("chậm cụ hiệu hạn kịp muộn quả sai sau thiếu thường thể thời trước trễ xuyên đúng đầy đủ")
_HAPPENS = _set("bất hiện hợp kỳ lên phát ra sinh trường trở từ xảy để")
_LATE = _set("chậm gian hạn muộn quy quá sau so thời trễ định")
_LESS = _set("bộ chưa chỉ dưới hơn phần số thiếu toàn ít đầy đủ")
_WRONG = _set("sai")
# The better of two that exclude each other, and the words its opposite may have.
_ANTONYMS = (
    (
        re.compile(
            r"\bđúng (?:thời )?(?:hạn|gian)|đúng tiến độ|kịp thời|\bsớm\b|\btrước\b|\btrong (?:ngày|tháng|quý|vòng|(?:thời )?hạn)\b"
        ),
        _LATE | _set("kịp tiến độ"),
    ),
    (re.compile(r"\bđủ\b|toàn bộ|tất cả|\bmọi\b|100 ?%|\bcả\b"), _LESS),
    (re.compile(r"\bđúng\b(?! (?:thời|hạn|tiến))|chính xác"), _WRONG),
)
_DENIES = re.compile(r"\b(?:không|chưa)\b", re.IGNORECASE)
_WHAT_IS_DENIED = re.compile(r"\b(?:không|chưa)(?: (?:có|được|bị))* (?P<what>\w+)", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:(?:nếu|khi|trường hợp) )*(?:không|chưa|thiếu|có|để|bị|xảy ra|phát hiện)\b", re.IGNORECASE
)
_OR = re.compile(r"\s+hoặc\s+", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:nhưng|hoặc|hay|song|tuy)\b", re.IGNORECASE)


def only_denies(words: str, condition: str, name: str) -> bool:
    """Whether ``words`` say no more than that the condition of a row does not hold."""
    if _REST.fullmatch(" ".join(words.split()).strip(" .:;,()")):
        return True
    ways = _OR.split(words)
    if len(ways) > 1 and denies(words):
        return all(only_denies(each, condition, name) for each in ways)
    if _TURNS.search(words) and not _TURNS.search(condition):
        return False
    said = _words(condition)
    added = _words(words) - said - _PLAIN
    if not said - _PLAIN or _first_denied(words) in said:
        added -= _words(name) - _QUALITY
    if denies(condition):
        return not denies(words) and added <= _HAPPENS
    worse = frozenset().union(*(words for better, words in _ANTONYMS if better.search(condition.casefold())))
    if denies(words):
        return added <= worse
    return bool(added) and added <= worse


def _first_denied(words: str) -> str:
    """What is denied first: "ban" in "không ban hành quy chế"."""
    found = _WHAT_IS_DENIED.search(words)
    return found["what"].casefold() if found else ""


def is_apart(words: str, condition: str) -> bool:
    """Whether words of something lacking or happening share no word with a condition: "không có minh chứng"."""
    return bool(_ASKED.match(words)) and not (_words(words) & _words(condition)) - _PLAIN


def denies(text: str) -> bool:
    """Whether words say no somewhere."""
    return bool(_DENIES.search(text))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
