"""What labels of figures, options and rows say: the same, the opposite, or something else."""

from __future__ import annotations

import re
from fractions import Fraction

# Words by which a question asks for yes, and for no.
_DENYING = frozenset(("không", "chưa"))
_ANSWERING = _DENYING | {"có", "đã", "được"}
# Words of which one stands where the other stood when a figure is turned round.
_OPPOSITES = (
    ({"đúng", "trước"}, {"trễ", "chậm", "muộn", "quá", "sai"}),
    ({"thu"}, {"chi"}),
    ({"tăng"}, {"giảm"}),
    ({"cao", "nhiều"}, {"thấp", "ít"}),
    ({"trên"}, {"dưới"}),
    ({"trong"}, {"ngoài"}),
    ({"xuất"}, {"nhập"}),
    ({"tuyến", "tử"}, {"tiếp", "giấy"}),
    ({"đến"}, {"đi"}),
    ({"nam"}, {"nữ"}),
    ({"xã"}, {"huyện", "tỉnh"}),
    ({"huyện"}, {"tỉnh"}),
    ({"chủ"}, {"trạm"}),
    ({"di"}, {"cố"}),
    ({"3g"}, {"4g", "5g"}),
    ({"4g"}, {"5g"}),
)
# Words that make another thing of the one that follows: “hộ cận nghèo”.
_NARROWING = frozenset(("cận", "phi"))
# Words that stand in labels of any figure, and do not say of what it is.
_GENERAL = _ANSWERING | {
    *("số", "tổng", "lượng", "các", "những", "của", "trên", "theo", "tại", "về", "và", "là", "trong", "năm"),
    *("địa", "bàn"),
}
# Two labels of two words or more name different things where they share no more of their words than this.
_HARDLY = Fraction(1, 4)
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """A text without what does not tell two texts apart: spaces and capitals."""
    return " ".join(text.casefold().split())


def is_opposite(one: str, other: str) -> bool:
    """Whether one of two labels denies what the other asks, or names what is opposite to it.

    Example:
        >>> is_opposite("Số xã đã kết nối", "Số xã chưa kết nối"), is_opposite("Tổng chi", "Tổng thu")
        (True, True)
    """
    asked = [_words(text) for text in (one, other)]
    denies = [not _DENYING.isdisjoint(words) for words in asked]
    said = [[word for word in words if word not in _ANSWERING] for words in asked]
    if denies[0] is not denies[1]:
        return said[0] == said[1]
    only = [set(words) - set(rest) for words, rest in ((said[0], said[1]), (said[1], said[0]))]
    if not _NARROWING.isdisjoint(only[0] | only[1]):
        return True
    return any(
        not (only[0].isdisjoint(pole) or only[1].isdisjoint(against))
        for pair in _OPPOSITES
        for pole, against in (pair, pair[::-1])
    )


def asks_another(one: str, other: str) -> bool:
    """Whether another thing is asked: the opposite, or one that shares hardly a word that says what is meant.

    Example:
        >>> asks_another("Hộ có cáp quang", "Hộ nghèo"), asks_another("Hộ nghèo", "Số hộ nghèo")
        (True, False)
    """
    if is_opposite(one, other):
        return True
    if _abbreviations(one) != _abbreviations(other):
        return False
    first, second = (set(_words(text)) - _GENERAL for text in (one, other))
    if min(len(first), len(second)) < 2:
        return False
    return Fraction(len(first & second), len(first | second)) <= _HARDLY


def is_alike(one: str, other: str) -> bool:
    """Whether two names have half the words of the shorter one in common.

    Example:
        >>> is_alike("Hồ sơ trực tuyến", "Tỷ lệ hồ sơ trực tuyến"), is_alike("Hồ sơ trực tuyến", "Cán bộ")
        (True, False)
    """
    words = [set(plain(text).split()) for text in (one, other)]
    return 2 * len(words[0] & words[1]) >= min(map(len, words))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _abbreviations(text: str) -> set[str]:
    """``CBCCVC``, ``HTX``: elsewhere the same thing may be written out."""
    return {word for word in _WORD.findall(text) if len(word) > 1 and word.isalpha() and word.isupper()}
