"""Numbers in conditions with the words that say on which side of them the values lie."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.rules.measures import DOWN, PERIODS, SHORT, UP, measure
from chamdiem.annex.rules.words import Token, phrase_at, phrases

_AT_LEAST = phrases(
    ">=|từ|đạt từ|tối thiểu|ít nhất|không dưới|không ít hơn|không thấp hơn|lớn hơn hoặc bằng|đạt tối thiểu|tối thiểu từ|"
    "đạt ít nhất|bằng hoặc lớn hơn|không nhỏ hơn|không kém|đạt tối thiểu từ|trên hoặc bằng|bằng hoặc trên|bằng hoặc hơn|bằng hoặc cao hơn"
)
_MORE = phrases(
    ">|trên|hơn|lớn hơn|nhiều hơn|vượt|cao hơn|đạt trên|vượt quá|từ trên|sau|quá|chậm quá|trễ quá|muộn quá|chậm trên|trễ trên|chậm hơn"
)
_LESS = phrases(
    "<|dưới|ít hơn|nhỏ hơn|thấp hơn|chưa đến|chưa tới|đến dưới|đạt dưới|chưa đạt|không đạt|chưa đủ|không đủ|chưa đạt đủ|không đạt đủ|tới dưới|đến nhỏ hơn|- dưới|và dưới|và <|và nhỏ hơn|và thấp hơn|đến <|- <"
)
_AT_MOST = phrases(
    "<=|đến|tới|không quá|không trên|không lớn hơn|không cao hơn|không nhiều hơn|chưa quá|chưa vượt|không vượt quá|tối đa|nhiều nhất|nhỏ hơn hoặc bằng|-|đến hết|bằng hoặc nhỏ hơn|và <=|bằng hoặc dưới|dưới hoặc bằng|bằng hoặc thấp hơn|trong vòng|chậm nhất|chậm không quá|trễ không quá|không chậm hơn|chậm đến|chậm tới"
)
_EXACTLY = phrases("=|đạt|bằng|đúng|đạt đúng|có|là")
_SIDES = (
    ("low", True, _AT_LEAST),
    ("low", False, _MORE),
    ("high", False, _LESS),
    ("high", True, _AT_MOST),
    ("both", True, _EXACTLY),
)
_MOST_WORDS = 6
_MONTHS = range(1, 13)
_BEHIND_A_MONTH = frozenset(("năm", "hằng", "hàng", "của", "trở", "hoặc", "và", "đến", "trong", "cùng"))


@dataclass(slots=True)
class Bound:
    """A number, the side of it on which the values lie, and where its words begin and end."""

    side: str
    is_in: bool
    value: Fraction
    unit: str
    start: int
    end: int
    factor: Fraction = Fraction(1)


def find_bounds(tokens: Sequence[Token]) -> list[Bound]:
    """Every number with the words that say on which side of it the values lie."""
    found: list[Bound] = []
    place = 0
    while place < len(tokens):
        side, is_in, taken = _side_at(tokens, place)
        at = place + taken
        if at < len(tokens) and tokens[at].kind in ("number", "percent") and not _in_a_name(tokens, at):
            value, unit, end = measure(tokens, at)
            if tokens[at].kind == "percent" and side == "both":
                end = _of_what_it_is(tokens, end)
            up, down = phrase_at(tokens, end, UP), phrase_at(tokens, end, DOWN)
            if up or down:
                side, is_in, end = ("low", True, end + up) if up else ("high", True, end + down)
            elif not taken and found and found[-1].side == "low" and place == found[-1].end:
                side, is_in = "high", True
            elif not taken and place and tokens[place - 1].text == "trong" and _is_time(tokens, at):
                side, is_in, place = "high", True, place - 1
            factor = value / tokens[at].number if tokens[at].number else Fraction(1)
            found.append(Bound(side or "both", is_in, value, unit, place, end, factor))
            place = end
        elif taken and side != "both" and at < len(tokens) and _flips(found, tokens, place, at):
            place = at
        else:
            place += 1
    return found


def _of_what_it_is(tokens: Sequence[Token], end: int) -> int:
    """Past the words between a percentage and "trở lên": "đạt 110% kế hoạch trở lên"; else where it ended."""
    place = end
    while place < min(end + _MOST_WORDS, len(tokens)) and tokens[place].kind == "word":
        if phrase_at(tokens, place, UP) or phrase_at(tokens, place, DOWN):
            return place
        if tokens[place].text in ("và", "hoặc", "hay", "có", "đến", "tới"):
            break
        place += 1
    return end


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """As in "trả lời trong 24 giờ"."""
    return at + 1 < len(tokens) and tokens[at + 1].text in SHORT


def _flips(found: list[Bound], tokens: Sequence[Token], place: int, at: int) -> bool:
    """As in "50% ≤ tỷ lệ < 80%": the sign behind a number says where the values lie, seen from the other side."""
    if not found or found[-1].end != place or tokens[place].kind != "sign" or tokens[at].kind != "word":
        return False
    sign = tokens[place].text
    flipped = {"<": ("low", False), "<=": ("low", True), ">": ("high", False), ">=": ("high", True)}
    if sign not in flipped or found[-1].side != "both":
        return False
    found[-1].side, found[-1].is_in = flipped[sign]
    return True


def _side_at(tokens: Sequence[Token], place: int) -> tuple[str, bool, int]:
    best: tuple[str, bool, int] = ("both", True, 0)
    for side, is_in, words in _SIDES:
        taken = phrase_at(tokens, place, words)
        if taken > best[2]:
            best = side, is_in, taken
    return best


def _in_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number belongs to a name: "Nghị định 42", "cấp độ 3", "năm 2023", "tháng 01"."""
    before = tokens[at - 1].text if at else ""
    if _in_a_fraction(tokens, at):
        return True
    if at and tokens[at - 1].kind == "word" and tokens[at - 1].end == tokens[at].start:
        return True
    if before in (
        "định",
        "độ",
        "quý",
        "số",
        "khoản",
        "điều",
        "iso",
        "mục",
        "phụ",
        "lục",
        "nđ",
        "lớp",
        "mức",
        "loại",
    ):
        return True
    if (tokens[at - 2].text if at > 1 else "", before) in (
        ("giai", "đoạn"),
        ("phiên", "bản"),
        ("thuộc", "nhóm"),
    ):
        return True
    if at + 1 < len(tokens) and tokens[at + 1].text == "g" and tokens[at + 1].start == tokens[at].end:
        # "phủ sóng 5G".
        return True
    if before == "tháng" and tokens[at].number in _MONTHS and not _counts(tokens, at + 1):
        return True
    if before in ("cho", "trong") and at + 1 < len(tokens) and tokens[at + 1].text in PERIODS:
        # "4 cuộc cho 4 quý": how long, not how many.
        return True
    return before == "năm" and tokens[at].number > 1900


def _counts(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number counts what follows it: "tháng 2 lần", "mỗi tháng 1 bài"."""
    return place < len(tokens) and tokens[place].kind == "word" and tokens[place].text not in _BEHIND_A_MONTH


def _in_a_fraction(tokens: Sequence[Token], at: int) -> bool:
    """Whether two numbers stand about a stroke: a day ("trước 15/12") or a part ("từ 1/2 số xã")."""
    for stroke, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(tokens) and tokens[stroke].text == "/" and tokens[other].kind == "number":
            return True
    return False
