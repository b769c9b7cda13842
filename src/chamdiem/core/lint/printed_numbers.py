"""The numbers of a text: thresholds, parts of the maximum, points, words of time."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from chamdiem.core.points import decimal_text

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
# "5.000 lượt", "1.234,5 triệu"; "1.250 điểm" and "12.345%" may have a decimal point.
_THOUSANDS = re.compile(
    r"[1-9](?<![\d.,/].)\d{0,2}(?:\.\d{3})+(?!\.?\d|\s*(?:\\?%|điểm\b|đ\b))", re.IGNORECASE
)
_FRACTION = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})(?=\s*[*x×]?\s*(?:tổng )?(?:số )?điểm)", re.IGNORECASE)
# "Từ 1/2 tổng số thôn trở lên".
_PART = re.compile(r"([1-9])(?<![\d/.,].)\s*/\s*([2-9])(?![\d/])")
# "Phó Chủ tịch: 1/2": a fraction alone after a case.
BARE_FRACTION = re.compile(
    r"(?::|\bđược|\btính)\s*(\d{1,2})\s*/\s*(\d{1,2})(?=\s*\.?(?:[;,)\n]|$))", re.IGNORECASE
)
_SHARE_OF_POINTS = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%\s*(?:tổng )?(?:số )?điểm", re.IGNORECASE)
_CAP = re.compile(
    r"\bkhông (?:vượt )?quá\s*(\d{1,2}(?:[.,]\d+)?)\s*%\s*(?:tổng )?số điểm(?! (?:đánh giá|của các))",
    re.IGNORECASE,
)
_HALF_OF_POINTS = re.compile(r"\bnửa (?:tổng )?(?:số )?điểm", re.IGNORECASE)
_POINTS = re.compile(
    r"(\d(?<![\d,./].)\d{0,3}(?:[.,]\d{1,3})?)\s*(?:điểm\b|đ\b)(?!\s*(?:phục|bưu|cầu|đầu|số|tin"
    r"|thanh toán|giao dịch|truy cập|tiếp nhận|phát|bán|du lịch|wi-?fi))",
    re.IGNORECASE,
)
# "Điểm = (tỷ lệ của sở / tỷ lệ cao nhất) x 6": the points for all of it.
_MULTIPLIED = re.compile(
    r"\bđiểm\s*=[^\n;=]*[\w)%]\s*[*x×]\s*(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*điểm)?(?=\s*(?:[.,;\n](?!\d)|$))",
    re.IGNORECASE,
)
# "Nếu nhỏ hơn 50%: lấy tỷ lệ đó nhân 20 điểm": no more than half of them.
_BOUNDED = re.compile(
    r"(?:dưới|(?:nhỏ|thấp|ít) hơn|<)\s*(\d{1,3}(?:[.,]\d+)?)\s*%[^\n;.]{0,80}?(?:\bnhân(?: với)?|[x×*])"
    r"\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:điểm\b|đ\b|[.;\n]|$)",
    re.IGNORECASE,
)
# Words of time a count of items may be printed in: once a week is 52 times a year.
_TIMES = {"tuần": (7, 52), "tháng": (30, 12), "quý": (90, 4), "năm": (365, 1), "ngày": (1, 365)}


@lru_cache(maxsize=1024)
def _value(printed: str) -> Fraction:
    """A number with a decimal comma; a document prints few of them, again and again."""
    return Fraction(printed.replace(",", "."))


def without_thousands_dots(text: str) -> str:
    """A text with its large numbers as plain digits.

    Example:
        >>> without_thousands_dots("Từ 1.000.000 lượt trở lên; dưới 0.500; 1.250 điểm")
        'Từ 1000000 lượt trở lên; dưới 0.500; 1.250 điểm'
    """
    return _THOUSANDS.sub(lambda number: number.group().replace(".", ""), text) if "." in text else text


def numbers_in(text: str) -> set[Fraction]:
    """The numbers of a text, and those its words of time may stand for."""
    plain = without_thousands_dots(text)
    numbers = {_value(match) for match in _NUMBER.findall(plain)}
    if "/" in text:
        numbers |= fractions_in(text, _PART)
    folded = text.casefold()
    for word, amounts in _TIMES.items():
        if word in folded:
            numbers |= {Fraction(amount) for amount in amounts}
            small = [number for number in numbers if number < 100]
            numbers |= {number * amount for number in small for amount in amounts}
    return numbers


def fractions_in(text: str, written: re.Pattern[str] = _FRACTION) -> set[Fraction]:
    """The parts of the maximum a text names, where ``written`` finds them."""
    return {Fraction(int(above), int(below)) for above, below in written.findall(text) if int(below)}


def shares_in(text: str) -> set[Fraction]:
    """The parts of the maximum a text writes in percent or in words: ``50% số điểm``, ``một nửa số điểm``."""
    halves = {Fraction(1, 2)} if _HALF_OF_POINTS.search(text) else set()
    return halves | {_value(percent) / 100 for percent in _SHARE_OF_POINTS.findall(text)}


def caps_in(text: str) -> list[Fraction]:
    """The parts of the maximum above which a text gives nothing: ``không vượt quá 80% số điểm``."""
    return [_value(percent) / 100 for percent in _CAP.findall(text)] if "%" in text else []


def points_in(text: str) -> list[Fraction]:
    """The points a text names, in order."""
    multiplied = (each for each in _MULTIPLIED.findall(text) if each != "100") if "=" in text else ()
    return [_value(points) for points in (*_POINTS.findall(text), *multiplied)]


def bounded_factors_in(text: str) -> dict[Fraction, Fraction]:
    """What a share below a bound is multiplied by, and the most that it comes to."""
    found = _BOUNDED.findall(text) if "%" in text else ()
    pairs = [[_value(each) for each in pair] for pair in found]
    return {factor: factor * bound / 100 for bound, factor in pairs}


def is_frequency(threshold: Fraction, used: set[Fraction]) -> bool:
    """Whether the rule counts in a year what the text counts in a week, month or quarter."""
    return any(threshold * amount in used for amounts in _TIMES.values() for amount in amounts)


def is_per_period(threshold: Fraction, text: str, units: set[str]) -> bool:
    """Whether so many are asked for in each period (``mỗi tháng 02 bản tin``) and the periods counted."""
    periods = "|".join(sorted(units & _TIMES.keys()))
    number = rf"0*{decimal_text(threshold)}(?![\d.,])"
    asked = rf"\b(?:mỗi|hằng|hàng|một) (?:{periods})\b[^\d.;:\n]{{0,30}}\b{number}"
    return bool(periods) and bool(re.search(asked, text, re.IGNORECASE))
