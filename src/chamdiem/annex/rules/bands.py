"""Conditions with numbers: "từ 5 đến dưới 10", "≥ 80%", "dưới 1 tháng/1 lần", "02 tin bài", "còn lại"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from chamdiem.annex.rules.currency import in_money, read_money, smallest_money, times_of
from chamdiem.annex.rules.words import Token, phrase_at, phrases

_AT_LEAST = phrases(
    ">=|từ|đạt từ|tối thiểu|ít nhất|không dưới|không ít hơn|không thấp hơn|lớn hơn hoặc bằng|đạt tối thiểu|tối thiểu từ|"
    "đạt ít nhất|bằng hoặc lớn hơn|không nhỏ hơn|không kém|đạt tối thiểu từ|trên hoặc bằng"
)
_MORE = phrases(
    ">|trên|hơn|lớn hơn|nhiều hơn|vượt|cao hơn|đạt trên|vượt quá|từ trên|sau|quá|chậm quá|trễ quá|muộn quá|chậm trên|trễ trên|chậm hơn"
)
_LESS = phrases(
    "<|dưới|ít hơn|nhỏ hơn|thấp hơn|chưa đến|chưa tới|đến dưới|đạt dưới|chưa đạt|không đạt|chưa đủ|không đủ|chưa đạt đủ|không đạt đủ|tới dưới|đến nhỏ hơn|- dưới|và dưới|đến <|- <"
)
_AT_MOST = phrases(
    "<=|đến|tới|không quá|không trên|không lớn hơn|không cao hơn|không nhiều hơn|chưa quá|chưa vượt|không vượt quá|tối đa|nhiều nhất|nhỏ hơn hoặc bằng|-|đến hết|bằng hoặc nhỏ hơn|và <=|trong vòng|chậm nhất|chậm không quá|trễ không quá|không chậm hơn|chậm đến|chậm tới"
)
_EXACTLY = phrases("=|đạt|bằng|đúng|đạt đúng|có|là")
_UP = phrases("trở lên|hoặc nhiều hơn|hoặc cao hơn|hoặc hơn|trở đi")
_DOWN = phrases("trở xuống|hoặc ít hơn|hoặc thấp hơn")
_REST = phrases(
    "ngược lại|thấp hơn|ít hơn|nếu không|dưới mức này|thấp hơn mức này|nếu thấp hơn|dưới mức trên|thấp hơn mức trên|còn lại|các trường hợp còn lại|trường hợp còn lại|trường hợp khác|các trường hợp khác|khác|ngoài ra|mức còn lại|"
    "các mức còn lại|các đơn vị còn lại"
)
_SIDES = (
    ("low", True, _AT_LEAST),
    ("low", False, _MORE),
    ("high", False, _LESS),
    ("high", True, _AT_MOST),
    ("both", True, _EXACTLY),
)
_MORE_ASKED = ("có", "được", "đã", "không", "chưa", "bảo", "đảm")
_PERIODS = {"ngày": 365, "tuần": 52, "tháng": 12, "quý": 4, "năm": 1}
_DAYS = {"ngày": 1, "tuần": 7, "tháng": 30, "quý": 90, "năm": 365}
_SHORT = ("giờ", "phút")
_LONGEST_UNIT = 9
_MONTHS = range(1, 13)
_BEHIND_A_MONTH = frozenset(("năm", "hằng", "hàng", "của", "trở", "hoặc", "và", "đến", "trong", "cùng"))


@dataclass(frozen=True, slots=True)
class Band:
    """Values between two ends, each in or out; ``unit`` is %, lần/năm, ngày or the printed word."""

    subject: str
    low: Fraction | None = None
    is_low_in: bool = True
    high: Fraction | None = None
    is_high_in: bool = False
    unit: str = ""
    is_rest: bool = False
    is_exact: bool = False

    @property
    def is_percent(self) -> bool:
        """Whether the value is a ratio."""
        return self.unit == "%"


@dataclass(slots=True)
class _Bound:
    side: str
    is_in: bool
    value: Fraction
    unit: str
    start: int
    end: int
    factor: Fraction = Fraction(1)


def read_band(tokens: Sequence[Token]) -> Band | None:
    """A numeric condition; None where there is none, or more than one reading."""
    bare = [token for token in tokens if token.text not in (",", ".", ";", ":", "nếu", "(", ")")]
    if bare and phrase_at(bare, 0, _REST) == len(bare):
        return Band("", is_rest=True)
    bounds = _in_a_year(tokens, _bounds(tokens))
    if len(bounds) == 2 and bounds[1].unit == "%" and _is_bare(tokens, bounds[0], bounds[1]):
        # "từ 60 đến 80%": the sign printed once is meant for both.
        bounds[0].value, bounds[0].unit = bounds[0].value / 100, "%"
    if any(bound.unit == "%" for bound in bounds):
        bounds = [bound for bound in bounds if bound.unit == "%"]
    if not bounds or len(bounds) > 2:
        return None
    if len(bounds) > 1 and any(tokens[bound.start].text == "trong" for bound in bounds):
        # "trong 24 giờ có từ 10 lượt": how long, and how many.
        return None
    # "100% hộ có mạng và có máy tính": all of it is what is counted.
    is_counted = bounds[0].side == "both" and bounds[0].unit == "%"
    if not is_counted and _asks_more(tokens[bounds[-1].start :]):
        return None
    if _is_contradicted(tokens, bounds):
        return None
    return _band(tokens, bounds)


def _asks_more(tokens: Sequence[Token]) -> bool:
    """As in "từ 90% trở lên và không có khiếu nại": a number alone does not decide."""
    words = [token.text for token in tokens]
    return any(
        (one in ("và", "thời") and other in _MORE_ASKED) or (one == "hoặc" and other in _MORE_ASKED[:3])
        for one, other in pairwise(words)
    )


def _is_contradicted(tokens: Sequence[Token], bounds: Sequence[_Bound]) -> bool:
    """Whether words turn a bound round that was read without them: "không trên 5 %", "từ 80 % hộ trở xuống"."""
    if any(bound.start and tokens[bound.start - 1].text in ("không", "chưa") for bound in bounds):
        return True
    ends = [token.text for token in tokens[bounds[-1].start :]]
    is_down = any(pair == ("trở", "xuống") for pair in pairwise(ends))
    is_up = any(pair == ("trở", "lên") for pair in pairwise(ends))
    words = tokens[bounds[-1].start].text
    side = bounds[-1].side
    if (is_down and side == "low") or (is_up and side == "high"):
        return True
    return (is_up and words in ("dưới", "<", "<=", "đến")) or (is_down and words in ("trên", ">", ">="))


def _is_bare(tokens: Sequence[Token], bound: _Bound, following: _Bound) -> bool:
    """Whether a number without a unit stands right in front of the next bound."""
    return not bound.unit and bound.end == following.start and tokens[bound.end - 1].kind == "number"


def _in_a_year(tokens: Sequence[Token], bounds: list[_Bound]) -> list[_Bound]:
    """As in "mỗi tháng có ít nhất 1 ca": how often in a year."""
    for place, token in enumerate(tokens[:-1]):
        period = _PERIODS.get(tokens[place + 1].text)
        if (
            token.text in ("mỗi", "hằng", "hàng")
            and period
            and bounds
            and not any(bound.unit for bound in bounds)
        ):
            for bound in bounds:
                bound.value, bound.unit = bound.value * period, "lần/năm"
            break
    return bounds


def _band(tokens: Sequence[Token], bounds: list[_Bound]) -> Band | None:
    _in_one_money(bounds)
    times = ("ngày", "lần/năm", *_SHORT)
    if len(bounds) == 2 and bounds[0].unit in ("", *_SHORT) and bounds[1].unit in times:
        # "từ 500 đến 1.000 lượt/tháng": the unit printed once is meant for both.
        bounds[0].value, bounds[0].unit = bounds[0].value * bounds[1].factor, bounds[1].unit
    if len(bounds) == 2 and (bounds[0].side, bounds[1].side) == ("both", "high"):
        # "85% - <95%": a number alone in front of the upper end is the lower one.
        bounds[0].side = "low" if bounds[0].end == bounds[1].start else "both"
    units = {bound.unit for bound in bounds if bound.unit}
    if len(units) > 1:
        return None
    subject = " ".join(token.text for token in tokens[: bounds[0].start])
    band = Band(subject, unit=next(iter(units), ""))
    for bound in bounds:
        if bound.side in ("low", "both"):
            if band.low is not None:
                return None
            band = replace(band, low=bound.value, is_low_in=bound.is_in)
        if bound.side in ("high", "both"):
            if band.high is not None:
                return None
            band = replace(band, high=bound.value, is_high_in=bound.is_in)
    if bounds[0].side == "both":
        if len(bounds) > 1:
            return None
        band = replace(band, is_exact=True)
    if band.low is not None and band.high is not None and band.low > band.high:
        return None
    return band


def _in_one_money(bounds: list[_Bound]) -> None:
    """As in "từ 500 triệu đồng đến 1 tỷ đồng", "từ 1 đến 2 tỷ": both in the smallest unit printed."""
    smallest = smallest_money(bound.unit for bound in bounds)
    for bound in bounds if smallest else []:
        bound.value = in_money(bound.value, bound.unit or bounds[-1].unit, smallest)
        bound.unit = smallest


def _bounds(tokens: Sequence[Token]) -> list[_Bound]:
    """Every number with the words that say on which side of it the values lie."""
    found: list[_Bound] = []
    place = 0
    while place < len(tokens):
        side, is_in, taken = _side_at(tokens, place)
        at = place + taken
        if at < len(tokens) and tokens[at].kind in ("number", "percent") and not _in_a_name(tokens, at):
            value, unit, end = _measure(tokens, at)
            up, down = phrase_at(tokens, end, _UP), phrase_at(tokens, end, _DOWN)
            if up or down:
                side, is_in, end = ("low", True, end + up) if up else ("high", True, end + down)
            elif not taken and found and found[-1].side == "low" and place == found[-1].end:
                side, is_in = "high", True
            elif not taken and place and tokens[place - 1].text == "trong" and _is_time(tokens, at):
                side, is_in, place = "high", True, place - 1
            factor = value / tokens[at].number if tokens[at].number else Fraction(1)
            found.append(_Bound(side or "both", is_in, value, unit, place, end, factor))
            place = end
        elif taken and side != "both" and at < len(tokens) and _flips(found, tokens, place, at):
            place = at
        else:
            place += 1
    return found


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """As in "trả lời trong 24 giờ"."""
    return at + 1 < len(tokens) and tokens[at + 1].text in _SHORT


def _flips(found: list[_Bound], tokens: Sequence[Token], place: int, at: int) -> bool:
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
    if before == "tháng" and tokens[at].number in _MONTHS and not _counts(tokens, at + 1):
        return True
    if before in ("cho", "trong") and at + 1 < len(tokens) and tokens[at + 1].text in _PERIODS:
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


def _measure(tokens: Sequence[Token], at: int) -> tuple[Fraction, str, int]:
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
    if words and words[0] in _SHORT:
        return value, words[0], _unit_end(tokens, end + 1)
    if words and words[0] in _DAYS and words[0] != "năm":
        return value * _DAYS[words[0]], "ngày", end + 1
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
    if place < len(tokens) and tokens[place].text in _PERIODS:
        return place + 1 - end, _PERIODS[tokens[place].text] / count
    return 0, Fraction(0)


def _periods_a_time(tokens: Sequence[Token], end: int) -> tuple[int, Fraction]:
    """As in "tháng/1 lần", "tuần một lần"."""
    if end >= len(tokens) or tokens[end].text not in _PERIODS:
        return 0, Fraction(0)
    place = end + 1
    if place < len(tokens) and tokens[place].text in ("/", "có"):
        place += 1
    if place < len(tokens) and (tokens[place].number == 1 or tokens[place].text == "một"):
        place += 1
        if place < len(tokens) and tokens[place].text == "lần":
            return place + 1 - end, Fraction(_PERIODS[tokens[end].text])
    return 0, Fraction(0)


def _unit_end(tokens: Sequence[Token], end: int) -> int:
    """Past the words that name what is counted, up to the next number or word of comparison."""
    place = end
    while place < len(tokens) and place - end < _LONGEST_UNIT:
        if tokens[place].kind in ("number", "percent") or phrase_at(tokens, place, _UP + _DOWN):
            break
        if tokens[place].text in ("đến", "-", "<", "<=", ">", ">=", "và", ",", "tới", "dưới", "trên"):
            break
        place += 1
    return place if place < len(tokens) else len(tokens)
