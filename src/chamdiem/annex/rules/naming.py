"""What a ratio is called that the text only names by what it must reach: "Đạt 100%", "từ 80% số hộ trở lên"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.called_figures import names_the_whole
from chamdiem.annex.rules.statements import Award

_REACHED = re.compile(
    r"(?:\b(?:đạt|từ|trên|dưới|đến|tới|tối thiểu|ít nhất|không quá|không dưới|tối đa|bằng|là|hơn|cao hơn|lớn hơn|vượt|quá|thấp hơn|nhỏ hơn)\s+)*"
    r"(?:[<>≥≤=]\s*)*(?:\d[\d.,]*\s*(?:[-–]|đến|tới)\s*(?:dưới\s+)?)?\d[\d.,]*\s*[%‰](?:\s*trở (?:lên|xuống))?|(?:\bbằng\s+|=\s*)0$",
    re.IGNORECASE,
)
# "từ 85 % số hộ trở lên" has lost its number; "từ 14 tuổi trở lên" says whom.
_UP = re.compile(
    r"(?P<kept>\d\s+[^\W\d_]+(?:\s+[^\W\d_]+)?\s+trở (?:lên|xuống))|\s*\btrở (?:lên|xuống)\b", re.IGNORECASE
)
_AROUND = re.compile(
    r"^\s*(?:(?:nếu|khi|với|(?:trong )?trường hợp|gọi [a-z] là)\s+)?(?:t[ỷỉi] lệ\s+(?=t[ỷỉi] lệ))?|\s*\([a-zA-Z]\).*$|\.\s+[a-z]$|[\s:;,.<>≥≤=–-]+$",
    re.IGNORECASE | re.DOTALL,
)
# "Xử lý hết (100%)", "từ đủ 5", "từ 1 nhưng dưới 5 (ngày)": what only stood around the number.
_EMPTIED = re.compile(r"\(\s*(?:ngày|giờ|tuần|tháng|lần|điểm|%)?\s*\)")
_LEFT_OVER = re.compile(
    r"^\s*(?:(?:nhưng|và|từ đủ|từ)\b\s*)+|(?:(?:^|\s+)(?:nhưng|và|từ|đủ|từ đủ|không|là))+\s*$", re.IGNORECASE
)
# "Từ 50 tin bài trở lên", "trên 1 tỷ đồng", "dưới 1 ngày": the number, and what it is measured in.
_NUMBER_REACHED = re.compile(
    r"(?:\b(?:trong (?:năm|kỳ)|đăng(?: tải)?|có|đạt|trong vòng|từ|trên|dưới|đến|tới|tối thiểu|tối đa|nhiều nhất|ít nhất|không quá|không dưới|bằng|hơn|ít hơn|nhiều hơn|cao hơn|vượt|quá)\s+)*(?:[<>≥≤=]\s*)*"
    r"(?<![mM])\d[\d.,]*(?:\s*(?:[-–]|đến|tới)\s*(?:dưới\s+)?\d[\d.,]*)?(?:\s*(?:(?:tỷ|triệu|nghìn)(?: đồng)?|đồng|ngày|giờ|tuần|tháng)\b)?",
    re.IGNORECASE,
)
# Words that say nothing of what is counted.
_EMPTY = re.compile(
    r"(?:\b(?:đạt|được|hoàn thành|kết quả|mức|số|giá trị|chỉ tiêu|này|thực hiện|giao|tỷ|tỉ|ti|lệ)\b|\W)*|.*\bcàng\b.*",
    re.IGNORECASE,
)
_LEADS_TO_A_NUMBER = re.compile(
    r"(?:\b(?:trong (?:năm|kỳ)|nếu|khi|đã|có|được|số|lượng|sử dụng|từ|và|mở|tổ chức|đăng|đăng tải|thực hiện|đạt|thì)\b|\W)*",
    re.IGNORECASE,
)
# "Số thôn lắp camera" says itself what is counted.
_COUNTED = re.compile(r"(?:tổng )?số (?!lượng\b|lần\b)[^\W\d_]+ [^\W\d_]", re.IGNORECASE)
# What is published as a percentage of its own.
_INDEX = re.compile(
    r"(?:(?i:nếu|khi|chỉ số|kết quả|giá trị|điểm|mức|độ|hài lòng|của|đạt)\s+|\d[\d,.]*\s*%\s*[<≤]=?\s*)*(?P<name>SIPAS|PAPI|PAR INDEX|PCI|PGI|DDCI|DTI|ICT INDEX)(?=\s*(?:đạt|[<>≥≤=]|từ|trên|dưới)(?!\w))"
)
_LONG_ENOUGH = 30
_JOINS = re.compile(r"(?:\b(?:nhưng|và|hoặc|hay|thì|mà|song|tuy)\b|\W)+", re.IGNORECASE)
_GOOD = re.compile(r"\b(?:(?:đúng|trước|trong) hạn|kịp thời|đúng tiến độ)\b", re.IGNORECASE)
_BAD = re.compile(r"\b(?:trễ|quá|chậm|muộn)(?: hạn| tiến độ)?\b", re.IGNORECASE)
# "Đạt từ 95% hồ sơ đúng hạn" of a row called "Tỷ lệ hồ sơ trễ hạn": the text says which figures.
_OPPOSITES = ((_GOOD, _BAD), (_BAD, _GOOD))


def name_of_ratio(condition: str, name: str) -> str:
    """What the figures of a ratio are called: the words of the condition without its threshold, or the row's name."""
    words = without_threshold(condition)
    if _EMPTY.fullmatch(words) or _JOINS.fullmatch(words) or _words_of(words) <= _words_of(name):
        return name
    if names_the_whole(words):
        return f"{name} – {words}"
    is_opposite = any(one.search(words) and other.search(name) for one, other in _OPPOSITES)
    is_whole = (
        is_opposite
        or len(words) >= _LONG_ENOUGH
        or _COUNTED.match(words)
        or name.casefold() in words.casefold()
    )
    return words if is_whole else f"{name} – {words}"


def name_of_count(condition: str, name: str) -> str:
    """What a number of things is called: the words of the condition without the number, or the row's name."""
    words = _tidied(_UP.sub(" ", _NUMBER_REACHED.sub(" ", condition)))
    if words.startswith("/"):
        # "Trên 70 triệu đồng/người/năm": in what it is measured, and nothing of its own.
        return name
    return name if _words_of(words) <= _words_of(name) else f"{name} – {words}"


def without_threshold(condition: str) -> str:
    """The words of a condition without the percentage that must be reached."""
    words = _UP.sub(lambda match: match["kept"] or "", _REACHED.sub(" ", condition))
    return _tidied(words)


def _tidied(words: str) -> str:
    """What is left of a condition, without brackets and joining words that lost their number."""
    words = _EMPTIED.sub(" ", words)
    for _ in range(2):
        words = _AROUND.sub("", words)
    return " ".join(_LEFT_OVER.sub("", words).split())


def index_named(awards: Sequence[Award]) -> str:
    """The index all numeric conditions name by its letters: "SIPAS ≥ 90 %", "chỉ số PAR INDEX từ 80 %"."""
    numbers = [each for each in awards if each.band is not None and not each.band.is_rest]
    found = [_INDEX.match(each.condition) for each in numbers]
    names = {match["name"] for match in found if match is not None}
    bare = [each for each, match in zip(numbers, found, strict=True) if match is None]
    if len(names) != 1 or any(each.band is None or each.band.subject for each in bare):
        return ""
    return names.pop()


def says_what(subject: str) -> bool:
    """Whether the words in front of a number say what is counted: "có", "sử dụng từ" do not."""
    return not _LEADS_TO_A_NUMBER.fullmatch(subject)


def _words_of(text: str) -> set[str]:
    """The words that say something."""
    return {word for word in re.findall(r"\w+", text.casefold()) if not _EMPTY.fullmatch(word)}
