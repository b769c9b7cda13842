"""Numbers of a text that stand in no part of its rule: what they say was not read."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.statements import Award, Cap, Each, Points, Shares, Shortfall
from chamdiem.annex.rules.words import Token, tokens_of

_GIVES = (Award, Cap, Each, Points, Shares, Shortfall)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:/\d+)?")
# "Nghị định 61/2018/NĐ-CP", "ngày 15/12", "năm 2025", "khoản 2 Điều 5", "5G", "mức độ 3": names, and no amounts.
_NAMES = re.compile(
    r"\b(?:số|điều|khoản|điểm [a-zđ]|mục|phụ lục|chương|năm|ngày|tháng|quý|mức(?: độ)?|cấp(?: độ)?|loại|hạng|nhóm|bậc|giai đoạn|quyết định|nghị định|thông tư|kế hoạch|công văn|nghị quyết|lần|thứ|tỷ lệ|đợt|kỳ|bảng|biểu|mẫu|tuần|khối|lớp|giờ|phần)\s+\d[\d./-]*(?:/[\w-]+)*"
    r"|\d+/\d{4}[\w/-]*|\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|(?<!\d)(?:19|20)\d\d(?!\d)|\d+[A-ZĐa-zđ]\w*|[A-ZĐa-zđ]+\d\w*|\d+ giờ|\d+h\b|\(\d+\)",
    re.IGNORECASE,
)
_SOON = Fraction(1)


def numbers_left(material: Material, rule: object) -> list[str]:
    """The numbers, as they are printed, that stand neither in the rule nor in what was told of it."""
    shown = f"{rule} {list(material.figures.inputs.values())} {material.figures.assumed} {material.name}"
    known = {Fraction(each.replace(",", ".")) for each in _NUMBER.findall(shown) if not each.endswith("/0")}
    known |= {Fraction(each) for each in re.findall(r"\d+", shown)}
    known |= {material.maximum, Fraction(0), Fraction(1), Fraction(100)}
    tokens = _numbers(material, is_of_faults="'deduct'" in shown)
    left = [token.text for token in tokens if not _is_known(token, known, material.maximum)]
    return list(dict.fromkeys(left))


def _numbers(material: Material, *, is_of_faults: bool) -> Iterator[Token]:
    """Those of what gives points; what lacks to "đủ 12 buổi" is counted without the twelve."""
    used = [each for each in material.statements if isinstance(each, _GIVES) and id(each) in material.used]
    kept = [each for each in used if not (is_of_faults and isinstance(each, Award) and each.reward.is_full)]
    texts = dict.fromkeys(each.clause.text for each in kept)
    for text in texts:
        plain = _NAMES.sub(lambda match: " " * len(match[0]), text)
        yield from (token for token in tokens_of(plain) if token.kind in ("number", "percent"))


def _is_known(token: Token, known: set[Fraction], maximum: Fraction) -> bool:
    """Whether a number stands in the rule: as it is, as the one beside it, or as what it leaves of all."""
    value = token.number
    forms = {value, value * 100, 1 - value, 100 - value, 100 - value * 100, maximum - value, value / maximum}
    forms |= {1 - value / maximum, 1 / value if value else Fraction(0), value * 10, value / 100}
    forms |= {value * maximum, maximum / value if value else value, value * 1000, value / 1000}
    if forms & known:
        return True
    step = _SOON / 100 if token.kind == "percent" else _SOON
    is_a_bound = token.kind == "percent" or value.denominator == 1
    beside = {abs(each - other) for each in (value, 100 - value) for other in known} if is_a_bound else set()
    if is_a_bound and min(beside, default=Fraction(2)) <= step:
        return True
    # Points of a level that are the difference or the sum of two others.
    return any(value == abs(one - other) for one in known for other in known)


def told(numbers: list[str]) -> str:
    """As it is told."""
    return f"số {', '.join(each.strip() for each in numbers)} trong lời văn không nằm trong quy tắc: cần xem"
