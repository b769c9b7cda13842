"""Values with their units: percentages, money, hours and days, how often in a year."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.currency import read_money, times_of
from chamdiem.annex.rules.words import Token, phrase_at, phrases

UP = phrases("trở lên|hoặc nhiều hơn|hoặc cao hơn|hoặc hơn|trở đi")
DOWN = phrases("trở xuống|hoặc ít hơn|hoặc thấp hơn")
PERIODS = {"ngày": 365, "tuần": 52, "tháng": 12, "quý": 4, "năm": 1}
DAYS = {"ngày": 1, "tuần": 7, "tháng": 30, "quý": 90, "năm": 365}
# How many days they have depends on which are meant.
UNEVEN = ("tháng", "quý")
SHORT = ("giờ", "phút")
_LONGEST_UNIT = 9


def measure(tokens: Sequence[Token], at: int) -> tuple[Fraction, str, int]:
    """The value, its unit, and where it ends; frequencies are counted in a year, time in days."""
    token, end = tokens[at], at + 1
    if token.kind == "percent":
        return token.number, "%", end
    value = token.number
    words = [each.text for each in tokens[end : end + 6]]
    for read in (_times_a_period, _periods_a_time):
        taken, factor = read(tokens, end)
        if taken:
            is_inverse = read is _periods_a_time
            return (factor / value if is_inverse and value else value * factor), "lần/năm", end + taken
    money, taken = read_money(tokens, end)
    if money and _period_of(tokens, end + taken):
        return value, f"{money}/{_period_of(tokens, end + taken)}", _unit_end(tokens, end + taken)
    if money or taken > 1:
        return value * (1 if money else times_of(words[0])), money, _unit_end(tokens, end + taken)
    if words and words[0] in SHORT:
        return value, words[0], _unit_end(tokens, end + 1)
    if words and words[0] in DAYS and words[0] != "năm":
        return value * DAYS[words[0]], "ngày", end + 1 + (words[:2] == ["ngày", "công"])
    return value, "", _unit_end(tokens, end)


def _period_of(tokens: Sequence[Token], place: int) -> str:
    """As in "10 triệu đồng/tháng"; what is said of a year is said without it."""
    words = [token.text for token in tokens[place : place + 2]]
    return words[1] if len(words) == 2 and words[0] == "/" and words[1] in ("tháng", "quý", "tuần") else ""


def _times_a_period(tokens: Sequence[Token], end: int) -> tuple[int, Fraction]:
    """As in "lần/1 tuần", "bài/ tháng", "lần trong tháng"."""
    if end >= len(tokens) or tokens[end].kind != "word":
        return 0, Fraction(0)
    place = end + 1
    while (
        place < len(tokens)
        and tokens[place].kind == "word"
        and tokens[place].text in ("tin", "bài", "lượt", "viết")
    ):
        place += 1
    if place >= len(tokens) or tokens[place].text not in ("/", "trong", "mỗi", "một", "hằng", "hàng"):
        return 0, Fraction(0)
    place += 1
    count = Fraction(1)
    if place < len(tokens) and tokens[place].kind == "number" and tokens[place].number:
        count, place = tokens[place].number, place + 1
    if place < len(tokens) and tokens[place].text in PERIODS:
        return place + 1 - end, PERIODS[tokens[place].text] / count
    return 0, Fraction(0)


def _periods_a_time(tokens: Sequence[Token], end: int) -> tuple[int, Fraction]:
    """As in "tháng/1 lần", "tuần một lần"."""
    if end >= len(tokens) or tokens[end].text not in PERIODS:
        return 0, Fraction(0)
    place = end + 1
    if place < len(tokens) and tokens[place].text in ("/", "có"):
        place += 1
    if place < len(tokens) and (tokens[place].number == 1 or tokens[place].text == "một"):
        place += 1
        if place < len(tokens) and tokens[place].text == "lần":
            return place + 1 - end, Fraction(PERIODS[tokens[end].text])
    return 0, Fraction(0)


def _unit_end(tokens: Sequence[Token], end: int) -> int:
    """Past the words that name what is counted, up to the next number or word of comparison."""
    place = end
    while place < len(tokens) and place - end < _LONGEST_UNIT:
        if tokens[place].kind in ("number", "percent") or phrase_at(tokens, place, UP + DOWN):
            break
        if tokens[place].text in ("đến", "-", "<", "<=", ">", ">=", "và", ",", "tới", "dưới", "trên"):
            break
        place += 1
    return place if place < len(tokens) else len(tokens)
