"""How many make one step: "cứ đủ 50 hộ", "mỗi nhóm 20 tài khoản", "mỗi một trăm lượt"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.words import Token, word_number

# Words between "mỗi" and its number that say that only full steps count.
_FULL = frozenset(("đủ", "có", "mỗi", "đạt"))
_GROUPS = frozenset(("nhóm", "cặp", "cụm", "bộ", "tốp"))
_TIMES = {"chục": 10, "mươi": 10, "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000}
_MONEY = ("đồng", "đ", "vnđ")
# What begins with these is no single thing: a size that was not read, or a growth.
_NO_THING = frozenset((*_TIMES, *_FULL, "thêm", "%", "‰", "tăng", "giảm", "vượt"))


def read_step(tokens: Sequence[Token], place: int) -> tuple[Fraction, int]:
    """How many things make a step, and where their name begins; 1 where no number is printed."""
    start = place
    while start < len(tokens) and tokens[start].text in _FULL:
        start += 1
    is_group = start + 1 < len(tokens) and tokens[start].text in _GROUPS and _number(tokens, start + 1)[0]
    if is_group and not _are_points(tokens, start + 1):
        start += 1
    number, end = _number(tokens, start)
    if not number:
        return Fraction(1), place
    return number, _past_words_of(tokens, end)


def _are_points(tokens: Sequence[Token], place: int) -> bool:
    """As in "mỗi bộ 3 điểm": the number is what each of them gives."""
    return place + 1 < len(tokens) and tokens[place + 1].text in ("điểm", "đ")


def is_thing(tokens: Sequence[Token]) -> bool:
    """Whether these words name one thing that can be counted."""
    words = [token.text for token in tokens[:2]]
    if not words or tokens[0].kind != "word" or (words[0] in _NO_THING and words[-1] not in _MONEY):
        return False
    if words[0] == "phần" and (words[-1] == "trăm" or word_number(tokens[-1 if len(words) == 1 else 1])):
        # "mỗi phần trăm", "mỗi một phần ba số xã".
        return False
    is_group = tokens[0].text in _GROUPS
    return not (is_group and len(tokens) > 1 and tokens[1].kind in ("number", "percent"))


def _number(tokens: Sequence[Token], place: int) -> tuple[Fraction, int]:
    """As in "100", "một trăm", "trăm", "5 nghìn"; a year is none, and amounts of money keep their unit."""
    if place >= len(tokens):
        return Fraction(0), place
    token = tokens[place]
    if token.kind == "number":
        number, end = token.number, place + 1
    elif token.text in _TIMES:
        number, end = Fraction(1), place
    else:
        # "mỗi năm" is every year, whatever else the word counts.
        is_year = token.text == "năm" and not _is_times(tokens, place + 1)
        number, end = (None if is_year else word_number(token)) or Fraction(0), place + 1
    while number and _is_times(tokens, end):
        number, end = number * _TIMES[tokens[end].text], end + 1
    return number, end


def _is_times(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or tokens[place].text not in _TIMES:
        return False
    return not (place + 1 < len(tokens) and tokens[place + 1].text in _MONEY)


def _past_words_of(tokens: Sequence[Token], place: int) -> int:
    """Past the number written out in brackets: "10 (mười) hộ"."""
    end = next((at for at in range(place, len(tokens)) if tokens[at].text == ")"), 0)
    if not end or tokens[place].text != "(":
        return place
    inner = tokens[place + 1 : end]
    is_number = all(word_number(token) or token.text in (*_TIMES, "lăm", "mốt", "linh") for token in inner)
    return end + 1 if inner and is_number else place
