"""Whether one step counts two kinds of things: "cứ 10 hộ nghèo hoặc 20 hộ cận nghèo", "cứ 2 đến 3 buổi"."""

from __future__ import annotations

from collections.abc import Sequence

from chamdiem.annex.rules.words import Token, word_number

_BESIDE = frozenset(("hoặc", "hay", "và", ",", "+", "cùng", "với", "kèm", "cộng", "tới", "đến", "-", "/"))
_AGAIN = frozenset(
    ("cứ", "đủ", "mỗi", "có", "là", "theo", "tương", "đương", "ít", "nhất", "tối", "thiểu", "từ")
)
_OUT_OF = ("tổng", "số")
_PERIODS = frozenset(("tháng", "quý", "tuần", "năm", "ngày", "giờ", "phút"))


def are_of_two_kinds(things: Sequence[Token], *, is_single: bool) -> bool:
    """Whether the words of what is counted hold a number of something else.

    It is not said how both count then. A single thing may be asked for several: "mỗi thôn có 5 hộ bán hàng
    và 2 hộ làm du lịch".
    """
    asked = next(
        (at for at, token in enumerate(things) if is_single and token.text in ("có", "đạt")), len(things)
    )
    return any(_is_beside(things, at) for at in range(asked) if _is_a_number(things, at))


def _is_a_number(things: Sequence[Token], at: int) -> bool:
    """Whether something is counted by a number here: "20 hộ", "hai mươi hộ"; "1 điểm" are points."""
    if things[at].kind != "number" and not word_number(things[at]):
        return False
    behind = things[at + 1] if at + 1 < len(things) else None
    if behind is not None and behind.text == "(":
        return True
    return behind is not None and behind.kind == "word" and behind.text not in ("điểm", "đ", "nhất")


def _is_beside(things: Sequence[Token], number: int) -> bool:
    before = number
    while before and things[before - 1].text in _AGAIN:
        before -= 1
    lead = things[before - 1].text if before else ""
    if tuple(each.text for each in things[max(0, before - 2) : before]) == _OUT_OF:
        return True
    is_time = things[number + 1].text in _PERIODS
    if lead in ("trong", "trên"):
        # "5 hồ sơ trễ trên 100 hồ sơ": so many of so many.
        return not is_time and (lead == "trong" or things[number + 1].text == things[0].text)
    if lead in ("đến", "tới", "-") and is_time:
        # "mỗi hồ sơ chậm 1 đến 3 ngày"; in "cứ 2 đến 3 ngày" the first end was taken for the size.
        return before < 2 or things[before - 2].kind != "number"
    return lead in _BESIDE and not (lead == "/" and is_time)
