"""Points of one scale turned into another: "điểm khảo sát theo thang 100 quy đổi về thang điểm 12"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Maximum, Name, Number, Operation
from chamdiem.annex.rules.statements import Points
from chamdiem.annex.rules.trimming import tidy_label

_SCALED = re.compile(
    r"(?:lấy )?(?P<what>(?:điểm|kết quả|chỉ số)\b[^:;=\d]*?)\s*\(?(?:theo |ở |tính theo )?thang(?: điểm)? (?P<scale>\d+)(?: điểm)?\)?,?\s*(?:được )?quy đổi (?:về|sang|ra|thành)"
    r"(?: thang)?(?: điểm)?(?: (?P<number>\d+)(?: điểm)?| tối đa| chuẩn)(?: của (?:tiêu chí|chỉ số|mục)(?: này)?)?",
    re.IGNORECASE,
)
_DIVIDED = re.compile(
    r"(?:điểm\s*[=:]\s*)?(?:lấy )?(?P<what>(?:điểm|kết quả|chỉ số|mức độ)\b[^:;=\d()]*?)\s*\((?:theo )?thang(?: điểm)? (?P<scale>\d+)(?: điểm)?\)\s*(?:/|:|chia(?: cho)?)\s*(?P=scale)\s*,?\s*"
    r"(?:rồi )?(?:[x×*]|nhân(?: với)?)\s*(?:(?P<number>\d+)(?: điểm)?|điểm (?:tối đa|chuẩn))",
    re.IGNORECASE,
)
# "Điểm = (điểm trên Cổng/100) x 18", "Chỉ số hài lòng (%) x 10/100".
_OF_SO_MANY = re.compile(
    r"(?:điểm\s*[=:]\s*)?\(?\s*(?:lấy )?(?P<what>(?:điểm|kết quả|chỉ số)\b[^:;=\d()/+*×]*?)\s*(?:/|chia(?: cho)?)\s*(?P<scale>100|10|5)\s*\)?\s*(?:[x×*]|nhân(?: với)?)\s*(?:(?P<number>\d+)(?: ?điểm| ?đ)?|điểm (?:tối đa|chuẩn))",
    re.IGNORECASE,
)
_AS_MUCH = re.compile(
    r"(?:t[ỷỉ] lệ |nếu )?[^:;=\d]*?\bđạt(?: được)? bao nhiêu\s*(?:%|phần trăm)\s*,?\s*(?:thì )?(?:được )?(?:tính |chấm |hưởng )?(?:được )?(?:bấy nhiêu|tương ứng)\s*(?:%|phần trăm)?\s*(?:của )?(?:số |tổng số )?điểm(?: tối đa| chuẩn| của tiêu chí)?",
    re.IGNORECASE,
)


_SCALES = (_SCALED, _DIVIDED, _OF_SO_MANY)


def read_scaled(clause: Clause, body: str, maximum: Fraction) -> Points | None:
    """Points of a survey on another scale, or as many percent of the points as are reached."""
    if _AS_MUCH.fullmatch(body):
        return Points(clause, Operation("*", Name("tỷ lệ"), Maximum()))
    match = next((found for each in _SCALES if (found := each.fullmatch(body)) is not None), None)
    if match is None or match["number"] not in (None, str(maximum)):
        return None
    share = Operation("/", Name("a"), Number(exact_number(match["scale"])))
    label = f"{tidy_label(match['what'].strip())} (thang {match['scale']})"
    return Points(clause, Operation("*", share, Maximum()), figures=(("a", label),))
