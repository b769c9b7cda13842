"""Numbers that are split, damaged or grouped the English way: "0, 5 điểm", "9S%", "1,000 bài", "2 chục mô hình"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

_POINTS = r"(?:điểm|đ)\b"
_ALONE = r"(?<![\w.,/])"
# "0, 5 điểm", "0. 5 điểm" behind what gives; elsewhere "0" may end one level, and "5 điểm" begin another.
_GIVES = r"(?:được|trừ|cộng|đạt|tính|chấm|thưởng|thêm|hưởng|bớt|giảm|cho|là)"
_OF_NOUGHT = re.compile(
    rf"(?P<before>\b{_GIVES} |(?:^|[.;\n])[^.;:\n]*\b(?:mỗi|cứ)\b[^.;:\n]*[:=] ?)(?P<whole>0)(?P<sign> ?[.,] |[.,] )(?P<part>\d{{1,2}})(?=\s*{_POINTS})",
    re.IGNORECASE,
)
# "2 ,5 điểm": nobody begins a level with a comma.
_BEFORE_THE_SIGN = re.compile(
    rf"{_ALONE}(?P<whole>\d{{1,3}})(?P<sign> [.,])(?P<part>\d{{1,2}})(?=\s*(?:%|{_POINTS}))", re.IGNORECASE
)
# "từ 10 000 lượt".
_IN_GROUPS = re.compile(
    r"(?<=(?:từ|ên|ới|ến|ạt|ểu| ≥| ≤| >| <) )(?P<number>[1-9]\d{0,2}(?: \d{3})+)(?= [^\W\d_])", re.IGNORECASE
)
_BY_TENS = re.compile(
    r"(?<![\w.,])(?P<number>[1-9]\d?)(?P<tens> chục)\b(?! (?:nghìn|ngàn|triệu|tỷ|vạn))", re.IGNORECASE
)
# "Mỗi lỗi trừ nửa điểm": half a point; "nửa số điểm" is half of all, and of "một nửa điểm" nobody knows.
_HALF = re.compile(
    r"(?P<before>\b(?:mỗi|cứ|từng|trừ)\b[^.;\n]*?\b(?<!một )(?<!phân ))(?P<number>nửa)(?= điểm\b)",
    re.IGNORECASE,
)
_UNIT = r"(?:tỷ|tỉ|triệu|nghìn|ngàn|ha|km|m|tấn|tạ|kg|lít|giờ|lần|%|điểm|đ)(?!\w)"
_NOUGHTLESS = r"(?:,\d{2}[1-9])"
_DAMAGED = tuple(
    re.compile(pattern, re.IGNORECASE if is_loose else 0)
    for pattern, is_loose in (
        # "2. 5 điểm", "0, 5 điểm" where both numbers may be meant.
        (rf"(?<=[^\s\d.;:,] ){_ALONE}\d{{1,2}} ?[.,] \d{{1,2}}\s*{_POINTS}", True),
        (rf"(?<=: ){_ALONE}\d{{1,2}} ?[.,] \d{{1,2}}\s*{_POINTS}(?!\s*(?:nếu|khi|:))", True),
        (rf"{_ALONE}\d{{1,3}}(?:, | , |\. )\d{{1,2}} ?%(?= ?(?:[:;,.]|$|trở|số|tổng))", True),
        (rf"{_ALONE}0 \d{{1,2}}\s*{_POINTS}", True),
        (rf"{_ALONE}\d+\s?['’`´\"]\s?\d{{1,2}}\s*{_POINTS}", True),
        (r"\b(?:mỗi|cứ|từng)\b[^.;\n]*?\b(?:một|phân) nửa điểm\b", True),
        # "2 tá mô hình", "5 trăm lượt": what is entered may be either.
        (rf"{_ALONE}\d+ (?:tá|chục|trăm|vạn(?! (?:dân|người|hộ)))\b(?! (?:nghìn|ngàn|triệu|tỷ|đồng|vạn))(?: [^\W\d_]+)?", True),
        # "9 0 %", "1. 000 bài", "được so,5 điểm".
        (rf"{_ALONE}\d \d\s*%", True),
        (rf"{_ALONE}\d{{1,3}}[.,] \d{{3}} [^\W\d_]+", True),
        (rf"[^\W\d_]+[.,]\d{{1,2}}\s*{_POINTS}", True),
        # "O,5 điểm", "9S%", "từ 1B bài".
        (rf"(?<![\w.,])[^\W\d_a-e][.,]\d{{1,2}}\s*(?:%|{_POINTS})", False),
        (rf"{_ALONE}(?=[A-Za-z\d]*\d)(?=[\d]*[A-Za-z])[\dOoQlIiSsBZzGg]{{2,}}(?:[.,]\d+)?\s*(?:%|{_POINTS})", False),
        (r"(?<=(?:từ|ên|ới|ến|ạt|ểu| ≥| ≤| >| <) )(?:\d+[OoQlISBZ]\d*|[OQlISBZ]\d+)(?= [^\W\d_]+)", False),
        (rf"{_ALONE}[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,}}|,\d\d0(?!\s*{_POINTS})|,\d{{3}}(?!\s*{_UNIT}))(?![\d,.])(?:\s*[^\W\d_]+)?", True),
    )
)  # fmt: skip
# "Loại 1, 5 điểm; loại 2, 3 điểm": the first number names a kind.
_NAMED = re.compile(
    r"\b(?:loại|mức|cấp|cấp độ|độ|hạng|nhóm|bậc|giải|quý|tháng|năm|thứ|lần|đợt|khoản|điều|mục|điểm|số) $",
    re.IGNORECASE,
)


def joined(text: str) -> str:
    """A text with the numbers in one piece that can only be one; every place in it stays."""
    text = _OF_NOUGHT.sub(_in_one, _BEFORE_THE_SIGN.sub(_in_one, text))
    text = _IN_GROUPS.sub(lambda match: match["number"].replace(" ", "."), text)
    text = _HALF.sub(r"\g<before>0,5", text)
    return _BY_TENS.sub(lambda match: f"{match['number']}0{' ' * (len(match['tens']) - 1)}", text)


def damaged_number(text: str) -> str:
    """The first number of a text of which nobody can say which it is."""
    found = (match for pattern in _DAMAGED for match in pattern.finditer(text))
    return next((match[0] for match in found if not _NAMED.search(text[: match.start()])), "")


def joined_numbers(text: str) -> list[str]:
    """What was put together, as it is printed and as it is read."""
    plain, told = joined(text), []
    for pattern in (_OF_NOUGHT, _BEFORE_THE_SIGN, _IN_GROUPS, _HALF, _BY_TENS):
        for match in pattern.finditer(text):
            start = match.start("whole" if "whole" in match.groupdict() else "number")
            printed, read = text[start : match.end()], plain[start : match.end()].strip()
            if pattern is _HALF:
                printed, read = f"{printed} điểm", f"{read} điểm"
            if printed != read:
                told.append(f"“{printed}” đọc là {read}")
    return told


def _in_one(match: re.Match[str]) -> str:
    before = match["before"] if "before" in match.groupdict() else ""
    sign = match["sign"].strip()
    return f"{before}{match['whole']}{sign}{match['part']}{' ' * (len(match['sign']) - 1)}"
