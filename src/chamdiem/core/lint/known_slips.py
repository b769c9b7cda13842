"""Misprints that are known by their letters: Công thông tin, cũa, đả ban hành, đựơc."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamdiem.core.lint.lexicon import DEPARTMENTS

# What is printed, after a word without which it is not looked for; what is meant.
_PATTERNS = (
    ("Công", re.compile(r"\bCông(?=\s*/\s*[Tt]rang\b)"), "Cổng"),
    (
        "rang/",
        re.compile(r"(?<=[Tt]rang/ )[Cc]ông(?= (?:thông|TTĐT))|(?<=[Tt]rang/)[Cc]ông(?= (?:thông|TTĐT))"),
        "Cổng",
    ),
    ("S", re.compile(rf"\bS[ốơổ](?= (?:{'|'.join(map(re.escape, DEPARTMENTS))})\b)"), "Sở"),
    (
        "dược",
        re.compile(
            r"\bdược(?= (?:hỗ trợ|giao|cấp|phê duyệt|ban hành|triển khai|đào tạo|tập huấn|giải quyết|xử lý"
            r"|công bố|công khai|cập nhật|kết nối|số h(?:óa|oá)|áp dụng|đánh giá|tính)\b)"
        ),
        "được",
    ),
    ("ít nh", re.compile(r"\bít nh[âấ]n(?= một\b)"), "ít nhất"),
)
_WORD = re.compile(r"[^\W\d_]+")
# Words that are none with these accents, and what is meant.
_MISPLACED = {
    "cũa": "của",
    "nhửng": "những",
    "củng": "cũng",
    "sẻ": "sẽ",
    "đả": "đã",
    "đễ": "để",
    "dể": "dễ",
    "vẩn": "vẫn",
    "mổi": "mỗi",
    "giửa": "giữa",
    "giử": "giữ",
    "chổ": "chỗ",
    "phãi": "phải",
    "điễm": "điểm",
    "đũ": "đủ",
    "cã": "cả",
    "trã": "trả",
    "hiễu": "hiểu",
    "bải bỏ": "bãi bỏ",
    "tiễu ban": "tiểu ban",
    "nổ lực": "nỗ lực",
    "sữa đổi": "sửa đổi",
    "cơ quang": "cơ quan",
    "đựơc": "được",
    "ngừơi": "người",
    "trứơc": "trước",
    "lựơng": "lượng",
    "hứơng": "hướng",
    "thừơng": "thường",
    "trừơng": "trường",
    "phừơng": "phường",
}
# Phrases with the wrong consonant, which are no words with this one.
_CONSONANTS = {
    "bổ xung": "bổ sung",
    "phần mền": "phần mềm",
    "trương trình": "chương trình",
    "đường chuyền": "đường truyền",
    "hàng động": "hành động",
    "vai chò": "vai trò",
}
_MISPLACED |= _CONSONANTS | {wrong.capitalize(): meant.capitalize() for wrong, meant in _CONSONANTS.items()}
# Củng cố, chia sẻ, đả kích, vẩn đục are right.
_RIGHT = {
    "củng": r"củng(?= (?!cố\b)[^\W\d_])",
    "sẻ": r"(?<=[^\W\d_] )(?<![Cc]hia )(?<!CHIA )(?<![Ss]an )(?<![Cc]him )(?<!ngọt )sẻ",
    "đả": r"(?<![Ẩẩ]u )đả(?= (?!kích|phá\b|thông|đảo)[^\W\d_])",
    "hàng động": r"(?<![Mm]ặt )hàng động(?! (?:vật|cơ|lực|đất)\b)",
    "Hàng động": r"Hàng động(?! (?:vật|cơ|lực|đất)\b)",
    "vẩn": r"(?<![Vv]ớ )vẩn(?! (?:đục|vơ))",
}
_BEGINNINGS = frozenset(each.split()[0] for each in _MISPLACED)
_MISPLACED_WORDS = re.compile(rf"\b(?:{'|'.join(_RIGHT.get(word, word) for word in _MISPLACED)})\b")


def slips_in(text: str) -> Iterator[tuple[str, str]]:
    """What is printed wrong in a text, and what is meant.

    Example:
        >>> list(slips_in("Cơ quan cũa tỉnh đả được củng cố, chia sẻ dữ liệu"))
        [('cũa', 'của'), ('đả', 'đã')]
    """
    yield from _pattern_slips(text)
    has_any = not _BEGINNINGS.isdisjoint(_WORD.findall(text))
    for match in _MISPLACED_WORDS.finditer(text) if has_any else ():
        yield match.group(), _MISPLACED[match.group()]


def _pattern_slips(text: str) -> Iterator[tuple[str, str]]:
    for sign, pattern, meant in _PATTERNS:
        for match in pattern.finditer(text) if sign in text else ():
            after = " ".join(text[match.end() :].split()[:2])
            yield (
                f"{match.group()}{_joint(text, match.end())}{after}",
                f"{meant}{_joint(text, match.end())}{after}",
            )


def _joint(text: str, place: int) -> str:
    return " " if text[place : place + 1] == " " else ""
