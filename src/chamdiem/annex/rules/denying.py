"""What gives no points beside what gives some: its opposite, or a condition of its own that the rule would leave out."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.statements import Award

# The worse of two that exclude each other: "đúng hạn" and "chậm", "toàn bộ" and "một phần".
_WORSE = re.compile(
    r"\b(?:chậm|trễ|quá hạn|sai|thiếu|muộn|sau|dưới|ít hơn|thấp hơn|một phần|một số|còn lại|khác|ngược lại|nếu để xảy ra|để xảy ra)\b",
    re.IGNORECASE,
)
# What must be there besides: who lacks it gets nothing, whatever the figures say.
_BESIDES = re.compile(
    r"\b(?:minh chứng|kiểm chứng|tài liệu|số liệu|kế hoạch|quyết định|báo cáo|thời hạn|đúng hạn|quá hạn|gian dối|sai|văn bản)\b",
    re.IGNORECASE,
)

_ANY_OF = re.compile(
    r"\bhoặc\b|\b(?:một|1|01|bất kỳ)(?: hoặc nhiều)? (?:trong|nội dung|ý|điều kiện|tiêu chí|yêu cầu|mục|phần|thành phần|nhiệm vụ|bất kỳ)\b|\bbất (?:kỳ|cứ)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    ("không", "chưa", "có", "nếu", "khi", "trường", "hợp", "đã", "thì", "được", "đơn", "vị", "thiếu")
)


def note_denials(material: Material, given: Sequence[Award], nothing: Sequence[Award]) -> None:
    """Warn of conditions for no points that are not the opposite of what is given."""
    known = " ".join([material.name, *(each.condition for each in given)]).casefold()
    opposites = 1 if any(lacks(each.condition) for each in given) else 0
    for each in nothing:
        words = each.condition
        is_besides = any(match[0].casefold() not in known for match in _BESIDES.finditer(words))
        is_opposite = (each.band is not None and each.band.is_rest) or lacks(words) or _is_worse(words)
        if not is_opposite and opposites:
            opposites, is_opposite = 0, True
        if is_besides or not is_opposite or (len(nothing) > 1 and _is_worse(words) and not lacks(words)):
            material.assume(
                f"“{words}” được hiểu là trường hợp ngược lại; nếu là điều kiện riêng thì cần sửa"
            )


def note_lost_parts(material: Material, given: Sequence[Award], nothing: Sequence[Award]) -> None:
    """Warn where what lacks one of several conditions may lose more than its points."""
    if len(nothing) != 1 or len(given) < 2:
        return
    words = _said(nothing[0].condition)
    if words and sum(words <= _said(each.condition) for each in given) == 1:
        material.assume(f"“{nothing[0].condition}”: chỉ mất điểm của ý ấy; nếu mất điểm cả dòng thì cần sửa")


def denies_any(nothing: Sequence[Award]) -> Award | None:
    """What gives nothing as soon as one of several is lacking: "thiếu một trong hai", "không có kế hoạch hoặc báo cáo"."""
    return next((each for each in nothing if _ANY_OF.search(each.condition)), None)


def denies_each(nothing: Award, given: Sequence[Award]) -> bool:
    """Whether what gives nothing says of each condition that to lack it is to lose all."""
    ways = re.split(r"\bhoặc\b", nothing.condition, flags=re.IGNORECASE)
    if len(ways) == 1:
        return True
    if len(ways) != len(given):
        return False
    meant = [
        [place for place, each in enumerate(given) if _said(way) <= _said(each.condition)] for way in ways
    ]
    return all(len(each) == 1 for each in meant) and len({each[0] for each in meant}) == len(given)


def _said(condition: str) -> set[str]:
    return set(re.findall(r"\w+", condition.casefold())) - _PLAIN


def contradicts(given: Sequence[Award], nothing: Sequence[Award]) -> bool:
    """Whether one and the same condition gives points and none."""
    conditions = {" ".join(each.condition.casefold().split()) for each in given}
    return any(" ".join(each.condition.casefold().split()) in conditions for each in nothing)


def _is_worse(words: str) -> bool:
    return bool(_WORSE.search(words))
