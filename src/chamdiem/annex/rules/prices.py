"""Other prices of things that are counted: "Mỗi sản phẩm 3 sao 1 điểm, 4 sao 2 điểm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.costing import FAULTS
from chamdiem.annex.rules.statements import Award, Each, Statement

# Conditions of their own begin with these, whatever is counted.
_OPEN = frozenset(
    ("có", "đã", "được", "không", "chưa", "nếu", "đạt", "khi", "từ", "trên", "dưới", "còn", "các", "riêng")
)
# "điểm du lịch được công nhận" may be one of those counted before.
_HAPPENS = frozenset(("được", "đạt", "có", "đã"))
# "riêng lớp trực tuyến": a part of what was counted before, and no longer counted with it.
_APART = re.compile(r"riêng(?: đối với)? (?P<part>[^\W\d_]+(?: [^\W\d_]+)+)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d+) (?P<unit>[^\W\d_]+)", re.IGNORECASE)


def with_prices(statements: Sequence[Statement]) -> list[Statement]:
    """Awards behind points for each thing that go on with another kind of it, as points for each of these."""
    found: list[Statement] = []
    for each in statements:
        before = found[-1] if found else None
        found.append(_price(before, each) if isinstance(before, Each) and isinstance(each, Award) else each)
    return found


def _price(before: Each, award: Award) -> Statement:
    is_plain = before.every == 1 and before.cap is None and before.most is None and not before.is_share
    if not is_plain or before.takes_off or award.is_alternative or award.is_joined:
        return award
    if award.reward.kind != "points" or award.reward.is_nothing:
        return award
    what = _other_kind(before.what, award.condition) or _part_of_them(before.what, award.condition)
    return Each(award.clause, what, award.reward, is_other_price=True) if what else award


def _part_of_them(what: str, condition: str) -> str:
    """What a part with a price of its own is called: "lớp trực tuyến" of "riêng lớp trực tuyến"."""
    match = _APART.fullmatch(condition)
    if match is None or match["part"].split()[0].casefold() != what.split(maxsplit=1)[0].casefold():
        return ""
    return match["part"]


def _other_kind(what: str, condition: str) -> str:
    """What the other kind is called: "bài đăng báo trung ương" of "báo trung ương"; empty if it is none."""
    words, others = what.split(), condition.split()
    if (own := _NUMBERED.fullmatch(condition)) is not None:
        last = _NUMBERED.fullmatch(" ".join(words[-2:]))
        if last is None or last["unit"].casefold() != own["unit"].casefold():
            return ""
        is_other = last["number"] != own["number"] and bool(words[:-2])
        return " ".join([*words[:-2], *others]) if is_other else ""
    first = others[0].casefold()
    places = [place for place, word in enumerate(words) if word.casefold() == first]
    if not places or first in _OPEN or any(character.isdigit() for character in condition):
        return ""
    tail = [word.casefold() for word in words[places[-1] :]]
    # "phiên trực tuyến" is one of the "phiên", and no other kind.
    is_part = [word.casefold() for word in others[: len(tail)]] == tail
    is_part = is_part or bool((_HAPPENS | FAULTS) & set(condition.casefold().split()) - set(tail))
    return "" if is_part or len(others) == 1 else " ".join([*words[: places[-1]], *others])
