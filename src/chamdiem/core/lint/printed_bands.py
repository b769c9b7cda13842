"""Bands in the literal text: ``Từ 5 đến 10: 1/2 điểm tối đa``, ``≥ 80%``, ``còn lại``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from chamdiem.core.inputs import Input
from chamdiem.core.lint.printed_lines import lines_of, points_behind
from chamdiem.core.lint.printed_numbers import without_thousands_dots

# "1/2 tổng số thôn" is a number too, "1/2/2026" and "1/2 số điểm" are none of things.
_PART = r"[1-9]\s?/\s?[2-9](?![\d/])(?!\s*(?:[*x×]\s*)?(?:tổng )?(?:số )?(?:điểm|đ\b|tiêu chí))"
# "8 điểm khi đạt từ 90%" begins with no value.
_NUMBER = (
    rf"(?P<{{0}}>{_PART}|\d{{{{1,9}}}}(?:[.,]\d{{{{1,4}}}})?(?![.,]?\d|\s*(?:điểm|đ)\b|\s?/\s?\d))"
    r"\s*\\?(?P<{0}_unit>%|[^\W\d_]*)"
)
_LOW, _HIGH = _NUMBER.format("low"), _NUMBER.format("high")
_AT_LEAST = (
    r"(?:≥|>\s*=|=\s*>|lớn hơn hoặc bằng|ít nhất|tối thiểu|(?<!không )(?<!chưa )đủ"
    r"|không (?:dưới|ít hơn|thấp hơn|nhỏ hơn))"
)
_AT_MOST = r"(?:≤|<\s*=|=\s*<|nhỏ hơn hoặc bằng|không (?:quá|vượt quá|trên|lớn hơn|nhiều hơn|cao hơn))"
# "Hơn 90%", "đạt hơn 90%", but not "ít hơn 90%".
_MORE = r"(?:(?<![^\W\d_] )|(?<=đạt )|(?<=có )|(?<=lệ ))\bhơn(?=\s+\d)"
_ABOVE = rf"(?:>|trên|lớn hơn|(?<!không )(?<!vượt )quá|{_MORE})"
_UNDER = r"(?:<|dưới|nhỏ hơn|chưa đạt|chưa đến|(?:không|chưa) đủ|không đạt(?=\s*\d+(?:[.,]\d+)?\s*%))"
_FROM = rf"(?:{_AT_LEAST}|(?P<above>{_ABOVE}))"
_TO = rf"(?:{_AT_MOST}|(?P<under>{_UNDER}))"
_BEGINS = r"(?:^|\b(?:từ|đạt|có|được|khoảng|lệ)\s+)"
_BETWEEN = (
    # "Từ 5 đến dưới 10", "trên 5 đến 10", "≥ 5 và < 10".
    re.compile(
        rf"(?:{_FROM}\s*|{_BEGINS}){_LOW}[^;:\n]{{0,20}}?"
        rf"(?:\s+(?:đến|tới)\s+{_TO}?|\s*(?:và|nhưng|,)\s*{_TO.replace('under', 'less')})\s*{_HIGH}"
    ),
    # "≤ 10 và ≥ 5", "dưới 80% nhưng từ 50%".
    re.compile(rf"{_TO}\s*{_HIGH}[^;:\n]{{0,20}}?\s*(?:và|nhưng|,)\s*(?:từ|{_FROM})\s*{_LOW}"),
    # "5 ≤ n < 10".
    re.compile(
        rf"{_LOW}\s*(?:≤|<\s*=|(?P<above><))\s*[^\W\d_][^;:\n<≤]{{0,30}}(?:≤|<\s*=|(?P<under><))\s*{_HIGH}"
    ),
    # "5-9 cuộc", "0,5% - dưới 1%", but no two years.
    re.compile(rf"{_BEGINS}(?!(?:19|20)\d\d\b){_LOW}\s*[-–—]\s*{_TO}?\s*{_HIGH}"),
)
# What a line with two ends has at the least.
_TWO_ENDS = re.compile(r"\d[^:;\n]*(?:[-–—<≤,]|đến|tới|và|nhưng)[^:;\n]*\d")
# "Từ 90% số hộ gia đình trên địa bàn trở lên có Internet".
_OF_THINGS = r"(?:(?:\s+\w+){0,3}|(?<=%)(?:\s+[^\W\d_]+){4,9})"
# "90% ≤ tỷ lệ: 10", "50% > tỷ lệ: 0": the number stands in front of what it bounds.
_BOUNDS = r"(?=(?!điểm)[^\W\d_][^\d:;\n<>≤≥]{0,40}(?::|\b(?:được|thì|đạt)\b))"
_FORMS = (
    ("from", re.compile(rf"{_LOW}\s*(?:≤|<\s*=|(?P<above><))\s*{_BOUNDS}")),
    ("up_to", re.compile(rf"{_HIGH}\s*(?:≥|>\s*=)\s*{_BOUNDS}")),
    ("under", re.compile(rf"{_HIGH}\s*>\s*{_BOUNDS}")),
    ("from", re.compile(rf"(?:từ\s+)?{_LOW}(?:/\w+)?{_OF_THINGS}\s+trở lên")),
    ("up_to", re.compile(rf"(?:từ\s+)?{_HIGH}{_OF_THINGS}\s+trở xuống")),
    ("from", re.compile(rf"{_AT_LEAST}\s*{_LOW}")),
    ("up_to", re.compile(rf"{_AT_MOST}\s*{_HIGH}")),
    ("above", re.compile(rf"{_ABOVE}\s*{_LOW}")),
    ("under", re.compile(rf"{_UNDER}\s*{_HIGH}")),
    ("from", re.compile(rf"=\s*{_LOW}")),
    # "Mỗi cuộc 2 điểm, tối đa 3 cuộc" is no band.
    ("up_to", re.compile(rf"^(?:trong )?tối đa\s+{_HIGH}(?:\s+[^\W\d_]+){{0,3}}\s*(?::|được|thì)")),
    ("from", re.compile(rf"^(?:(?:có|đạt)\s+)?từ\s+{_LOW}(?:\s+\w+){{0,3}}\s*(?::|được|thì)")),
    # "Tỷ lệ hồ sơ: 100% được 10 điểm": beyond that there is nothing.
    (
        "exactly",
        re.compile(
            r"^[^\d:<>≤≥]{1,60}(?::|\b(?:đạt|lệ))\s+(?P<low>100)\s*(?P<low_unit>%)"
            r"(?:\s+[^\W\d_]+){0,9}?\s*(?::|được|thì)"
        ),
    ),
    (
        "exactly",
        re.compile(
            # "1 Có kế hoạch: 5 điểm" counts the lines of a list.
            r"^(?:có |đạt |được |hoàn thành )?"
            r"(?!\d+\s+(?:có|đã|được|không|chưa|đạt(?!\s+\d+\s*%)|tỷ|tỉ|thực|ban|xây|tổ chức)\b)"
            rf"{_LOW}(?:(?:\s+[^\W\d_]+){{0,3}}|(?<=%)(?:\s+[^\W\d_]+){{0,9}}?)"
            r"\s*(?::|được|thì|(?=đạt\s+\d+\s*%))"
        ),
    ),
)
_ALL_FORMS = (*(("between", pattern) for pattern in _BETWEEN), *_FORMS)
# "2 lớp: 6" names points as well as "2 lớp: 6 điểm", and so do "2 lớp: 1/2", "≥ 7%: 70%" and "> 50% = 3đ".
_BARE_POINTS = re.compile(
    r"(?::\s*(?:\d+(?:,\d+)?\s*(?:đ|%|/\s*[1-9]\d?)?|tối đa|theo t[ỷỉ] lệ)|\btính theo t[ỷỉ] lệ"
    r"|[\s=:(]\d{1,3}(?:[.,]\d{1,2})?\s*đ\)?"
    # "Dưới 60%: tỷ lệ / 60% × 5".
    r"|:\s*\(*(?:t[ỷỉ] (?:lệ|trọng)|[a-z] ?/ ?[a-z])\b[^:;\n]*[*x×]\s*\d{1,3}(?:,\d{1,2})?)\.?$",
    re.IGNORECASE,
)
# "Trên 95% hoặc bằng 95%", "dưới hoặc bằng 5".
_OR_EQUAL = re.compile(
    r"\b(?P<side>trên|lớn hơn|dưới|nhỏ hơn)\s+(?P<edge>\d[\d.,]*\s*\\?%?(?:\s[^\W\d_]+)?)"
    r"\s*(?:hoặc|hay)\s+bằng(?:\s+(?P=edge))?|\b(?P<plain>trên|dưới)\s+(?:hoặc|hay)\s+bằng"
)
# "2 hoặc 3 cuộc", "2, 3 cuộc": one after the other.
_ONE_OR_NEXT = re.compile(
    r"(?<![\d/.,])(?P<one>\d{1,3})(?:(?:\s+[^\W\d_]+)?\s+(?:hoặc|hay)|,)\s+(?P<next>\d{1,3})(?![\d/.,]|\s*%)"
)
_DIGIT = re.compile(r"\d")
# "Dân số từ đủ 15 tuổi", "14 tuổi trở lên": who is counted.
_AGE = re.compile(
    r"(?:(?:\b(?:từ|trên|dưới|đủ)|[≥≤<>])\s*)*\b\d{1,3}(?:\s+tuổi)?"
    r"(?:\s*(?:đến|[-–])\s*(?:(?:dưới|đủ|hết)\s+)*\d{1,3})?\s+tuổi\b(?:\s+trở\s+(?:lên|xuống))?"
)
_FREQUENCY = re.compile(r"(lần|bài|tin|tuần|tháng|quý|năm)\s*/\s*\d*\s*\w")
# "4 cuộc/năm": what is counted is counted for the year.
_A_YEAR = re.compile(r"(?<=[^\W\d_])\s*/\s*(?:1 |01 )?năm\b", re.IGNORECASE)
_OF_POINTS = re.compile(r"\s*(?:tổng )?(?:số )?(?:điểm|tiêu chí)\b")
_POINTS_BEFORE = re.compile(r"điểm[^:;=]{0,8}$")
_DAYS = {"ngày": 1, "tuần": 7, "tháng": 30, "quý": 90, "năm": 365}
_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
_REST = re.compile(r"còn lại|khác\b|trường hợp khác|không thuộc")


@dataclass(frozen=True, slots=True)
class PrintedBand:
    """A stretch of values a line of the text names; None is without end. ``then`` is what follows it."""

    low: Fraction | None
    high: Fraction | None
    is_low_in: bool
    is_high_in: bool
    unit: str
    line: str
    noun: str = ""
    then: str = ""

    def includes(self, value: Fraction) -> bool:
        """Whether a value lies in the band."""
        if self.low is not None and (value < self.low or (value == self.low and not self.is_low_in)):
            return False
        return self.high is None or value < self.high or (value == self.high and self.is_high_in)


def read_bands(text: str, counted: str = "", *, ages: bool = False) -> list[PrintedBand]:
    """The bands of a calculation text, one for each line that awards points.

    Args:
        text: The lines of the text.
        counted: The time that the figures of the row count, as of ``counted_time``.
        ages: Whether the row asks for an age; in any other an age says who is counted.
    """
    lines = lines_of(text)
    read = (
        _band(line, ages=ages)
        for line in lines
        if _DIGIT.search(line)
        and ("điểm" in line.casefold() or _BARE_POINTS.search(line))
        and not _FREQUENCY.search(_A_YEAR.sub("", line.casefold()))
    )
    bands = _in_one_time([band for band in read if band is not None], counted)
    # A number that begins a line may count the lines; a share, or two of one noun, count things.
    nouns = Counter(band.noun for band in bands)
    return [band for band in bands if band.low != band.high or band.unit == "%" or nouns[band.noun] > 1]


def counted_time(inputs: Mapping[str, Input]) -> str:
    """The time that the figures of a row count: days, quarters; empty where they count none, or several."""
    units = {"ngày" if each.type == "date" else each.unit.casefold() for each in inputs.values()}
    return next(iter(units)) if len(units) == 1 and units <= _DAYS.keys() else ""


def has_rest(text: str) -> bool:
    """Whether the text says what everything else earns."""
    return bool(_REST.search(text.casefold()))


def _band(line: str, *, ages: bool) -> PrintedBand | None:
    text = _A_YEAR.sub("", without_thousands_dots(points_behind(line).casefold()))
    if "bằng" in text:
        text = _OR_EQUAL.sub(_with_its_end, text)
    if "tuổi" in text and not ages:
        text = _AGE.sub("", text)
    text = _ONE_OR_NEXT.sub(_as_range, text)
    for form, pattern in _ALL_FORMS if _TWO_ENDS.search(text) else _FORMS:
        match = pattern.search(text)
        if match is None:
            continue
        found = match.groupdict()
        unit = found.get("high_unit") or found.get("low_unit") or ""
        # "Điểm luôn <= 10", "không quá 80% số điểm" limit the points, not the value.
        is_cap = form == "up_to" and _OF_POINTS.match(text, match.end())
        if is_cap or _POINTS_BEFORE.search(text, 0, match.start()):
            continue
        ends = [found[end] or "" for end in ("low", "high") if found.get(end)]
        if any("/" in end for end in ends):
            if not all("/" in end for end in ends):
                continue
            unit = "%"
        low = _value(found["low"]) if form in ("between", "from", "above", "exactly") else None
        high = _value(found["high"]) if form in ("between", "up_to", "under") else None
        if high is not None and (shorter := found.get("low_unit")) and {unit, shorter} <= _DAYS.keys():
            # "Từ 6 tháng đến 1 năm".
            high, unit = high * _ratio(unit, shorter), shorter
        is_under = found.get("under") or found.get("less")
        is_high_in = form in ("up_to", "exactly") or (form == "between" and not is_under)
        return PrintedBand(
            low=low,
            high=low if form == "exactly" else high,
            is_low_in=form != "above" and not found.get("above"),
            is_high_in=is_high_in,
            unit=unit if unit == "%" or unit in _DAYS else "",
            line=line,
            noun=unit,
            then=text[match.end() :],
        )
    return None


def _with_its_end(match: re.Match[str]) -> str:
    sign = "≥" if (match["side"] or match["plain"]) in ("trên", "lớn hơn") else "≤"
    return f"{sign} {match['edge'] or ''}".rstrip()


def _as_range(match: re.Match[str]) -> str:
    is_next = int(match["next"]) == int(match["one"]) + 1
    return f"{match['one']}-{match['next']}" if is_next else match.group()


def _value(end: str | None) -> Fraction:
    text = (end or "0").replace(",", ".").replace(" ", "")
    return Fraction(text) * (100 if "/" in text else 1)


def _in_one_time(bands: list[PrintedBand], counted: str) -> list[PrintedBand]:
    """Bands of weeks, months and quarters in the time counted: four quarters are 4 where quarters are."""
    printed = {band.unit for band in bands} & _DAYS.keys()
    if len(printed | {counted} - {""}) < 2:
        return bands
    unit = counted or "ngày"
    return [
        band if band.unit not in printed else _times(band, _ratio(band.unit, unit), unit) for band in bands
    ]


def _ratio(longer: str, shorter: str) -> Fraction:
    """How many of one time make another: 3 months a quarter, but 90 days."""
    lengths = _MONTHS if {longer, shorter} <= _MONTHS.keys() else _DAYS
    return Fraction(lengths[longer], lengths[shorter])


def _times(band: PrintedBand, factor: Fraction, unit: str) -> PrintedBand:
    low, high = (None if edge is None else edge * factor for edge in (band.low, band.high))
    return replace(band, low=low, high=high, unit=unit)
