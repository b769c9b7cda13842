"""Numbers that say which things must not happen: "không để xảy ra ngộ độc từ 30 người mắc trở lên"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.statements import Award, Each, Prose, Statement

# "Không để xảy ra sự cố từ 4 giờ": none of these is a good thing; "không dùng tiền mặt từ 70%" is a share.
_NOTHING_OF_IT = re.compile(
    r"\b(?:không|chưa)\s+(?:còn |hề |được )?(?:để|xảy ra|có|phát sinh|phát hiện|bị|nợ|tồn|vi phạm|gây|làm (?:chết|mất|hư)|mất|kéo dài|bỏ|ghi nhận)\b",
    re.IGNORECASE,
)
# Behind these a denial belongs to a number: "không quá 5%", "không dưới 4 lần", "không đạt 80%".
_DENIED = re.compile(
    r"\b(?:không|chưa)\s+(?!(?:quá|dưới|trên|ít|nhiều|thấp|cao|vượt|nhỏ|lớn|kém|đạt|đến|tới|đủ|hoàn thành)\b)[^\W\d_]",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:không|chưa)\b", re.IGNORECASE)
# What is counted is named in front of the denial: "số xã không có tội phạm từ 10 xã trở lên".
_COUNTED = re.compile(r"^(?:(?:nếu|khi|có|đạt)\s+)?(?:tổng\s+)?(?:số|t[ỷỉ] lệ)\b|^\d", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PLAIN = frozenset(
    ("có", "để", "nếu", "khi", "xảy", "ra", "phát", "sinh", "bị", "từ", "trở", "lên", "trên", "quá", "thì", "trường", "hợp", "hiện", "ngược", "lại")
)  # fmt: skip


def of_denied_things(statements: Sequence[Statement]) -> list[Statement]:
    """Statements in which the number of what must not happen is a part of its words.

    A denied thing beside numbers of other things is left to people.
    """
    awards = [each for each in statements if isinstance(each, Award)]
    replaced: dict[int, Statement] = {}
    for award in awards:
        others = [each for each in awards if each is not award]
        if not _is_denied(award, others):
            continue
        costs = [each for each in statements if isinstance(each, Each)]
        if all(_is_opposite(each, award) for each in others) and all(
            _is_of_them(each, award) for each in costs
        ):
            replaced |= {id(each): replace(each, band=_rest_of(each.band)) for each in [award, *others]}
        else:
            replaced[id(award)] = Prose(award.clause, has_numbers=True)
    return [replaced.get(id(each), each) for each in statements]


def _is_denied(award: Award, others: Sequence[Award]) -> bool:
    """Whether all points are for none of the things of at least so much."""
    band = award.band
    if band is None or band.is_rest or band.low is None or band.high is not None or not award.reward.is_full:
        return False
    said = f"{band.subject} "
    if _COUNTED.match(said):
        return False
    if _NOTHING_OF_IT.search(said) and (not band.is_percent or any(_is_bare_yes(each) for each in others)):
        return True
    return bool(_DENIED.search(said)) and any(_affirms(each, award) for each in others)


def _is_opposite(other: Award, award: Award) -> bool:
    """Whether nothing is given for the very things, or for any of them."""
    if not other.reward.is_nothing:
        return False
    band, own = other.band, award.band
    if band is None or band.is_rest or own is None:
        return True
    is_open = band.low is not None and band.high is None and band.is_percent == own.is_percent
    return is_open and (_first(band) == _first(own) or (_first(band) == 1 and not band.is_percent))


def _is_of_them(cost: Each, award: Award) -> bool:
    """Whether what each costs names the number, too: "mỗi hồ sơ quá hạn trên 5 ngày trừ 1 điểm"."""
    return set(_NUMBER.findall(award.condition)) <= set(_NUMBER.findall(cost.what))


def _affirms(other: Award, award: Award) -> bool:
    """As in "nghỉ học: 0 điểm" beside "không nghỉ học từ 3 buổi trở lên"."""
    words = _words(other.condition)
    is_plain = other.reward.is_nothing and not _DENIES.search(other.condition)
    return is_plain and bool(words) and words <= _words(award.condition) and _is_opposite(other, award)


def _is_bare_yes(other: Award) -> bool:
    """As in "để xảy ra: 0 điểm"."""
    is_plain = other.band is None and other.reward.is_nothing and not _DENIES.search(other.condition)
    return is_plain and not _words(other.condition)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold())) - _PLAIN


def _first(band: Band) -> Fraction:
    """The least value of a band that is open above; of things more than two are three."""
    low = band.low or Fraction(0)
    return low if band.is_low_in or band.is_percent else low + 1


def _rest_of(band: Band | None) -> Band | None:
    return band if band is not None and band.is_rest else None
