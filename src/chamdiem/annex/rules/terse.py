"""Prices and quotients in few signs: "01 bằng khen = 0,5 điểm", "mỗi lần chậm: -0,5 điểm", "điểm: 5p/q"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.statements import Each, Statement

_NUMBER = r"\d+(?:,\d+)?"
_UNIT = r"(?: ?(?:điểm|đ))"
# "Mỗi lần chậm: -0,5 điểm", "chậm 01 ngày: -1 điểm".
_CAP = rf"(?P<cap>[,;]?\s*\(?(?:nhưng )?(?:tối đa|không (?:vượt )?quá)(?: là)? {_NUMBER}{_UNIT}\)?)?"
_MINUS = re.compile(
    rf"(?P<what>(?:mỗi|cứ mỗi|với mỗi|từng) [^:=\d]{{2,90}}?|(?:[^\W\d_]+ ){{0,6}}0?1 [^:=\d]{{2,90}}?)\s*[:=,]?\s*[-−–]\s?(?P<points>{_NUMBER}{_UNIT})",
    re.IGNORECASE,
)
# "01 bằng khen = 0,5 điểm".
_ONE = re.compile(
    rf"(?:0?1|một) (?P<what>[^\W\d_][^\d:;,()=%]*?)\s*=\s*\+?(?P<points>{_NUMBER}){_UNIT}{_CAP}",
    re.IGNORECASE,
)
# "Tăng thêm 20 hộ được 1 điểm".
_ADDED = re.compile(
    rf"(?:có |phát triển )?(?:tăng thêm|thêm) (?P<every>\d+) (?P<what>[^\W\d_]+(?: [^\W\d_]+){{0,4}}?)\s*(?:(?:thì )?(?:được |:\s*|=\s*|\+)+(?:cộng |thêm )*)(?P<points>{_NUMBER}){_UNIT}{_CAP}",
    re.IGNORECASE,
)
# "điểm: 5p/q", "= 10a/b".
_PRODUCT = re.compile(
    rf"(?:(?:số )?điểm(?: số)?\s*[:=]|=)\s*(?P<times>{_NUMBER})\s*[.·]?\s*(?P<ratio>[a-eA-E]\s*/\s*[a-eA-E])(?P<unit>{_UNIT}?)",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(?:điểm |tổng điểm )?(?:tối đa|không (?:vượt )?quá|cao nhất)\b", re.IGNORECASE)
_NOTHING = re.compile(rf"(?:không|chưa)\b[^\d:;]*(?::|thì|=)?\s*0{_UNIT}", re.IGNORECASE)
# "đạt giải cộng thêm 2 điểm" behind "tham gia: 3 điểm".
_ON_TOP = re.compile(
    rf"(?:nếu )?(?P<what>[^\W\d_][^\d:;=%]*?)\s*[,:]?\s*(?:thì )?(?:được )?(?:cộng|thưởng)(?: thêm)? (?P<points>{_NUMBER}){_UNIT}",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"(?:có )?(?P<what>[^\W\d_][^\d:;=%]*?)\s*(?::|được|=)\s*(?P<points>{_NUMBER}){_UNIT}", re.IGNORECASE
)
_COSTLY = re.compile(
    r"\b(?:chậm|thiếu|trễ|sai|muộn|quá hạn|vắng|vi phạm|lỗi|bị)\b(?! nhất)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:không|chưa|khắc phục|xử lý|phát hiện|giảm)\b", re.IGNORECASE)
_FAULT = re.compile(
    r"\b(?:chậm|thiếu|trễ|sai|muộn|quá|vắng|không|chưa|vi phạm|lỗi|bị|mỗi|cứ|từng|khác|còn lại)\b",
    re.IGNORECASE,
)


def spelled_out(clauses: Sequence[Clause], maximum: Fraction) -> list[Clause]:
    """The clauses with words for the signs; where signs may mean something else they stay."""
    found = [_with_words(each, clauses, maximum) for each in clauses]
    return _with_parts(found, maximum)


def as_presumed(stated: Sequence[Statement], clauses: Sequence[Clause], maximum: Fraction) -> list[Statement]:
    """The statements; prices of which the text only prints the first are marked."""
    lone = {each.start: each for each in clauses if _price(each, clauses, maximum) != each.text}
    signed = {each.start for each in clauses if _cost(each.text)}
    return [
        _marked(each, lone.get(each.clause.start), is_signed=each.clause.start in signed)
        if isinstance(each, Each)
        else each
        for each in stated
    ]


def _marked(each: Each, printed: Clause | None, *, is_signed: bool) -> Each:
    if printed is not None:
        each = replace(each, is_presumed=True, what=_counted(each, printed))
    return replace(each, is_signed=is_signed)


def _counted(each: Each, printed: Clause) -> str:
    """What is counted; of what is added only that."""
    added = _ADDED.fullmatch(printed.text)
    return each.what if added is None else f"Số {added['what']} tăng thêm"


def _with_words(clause: Clause, clauses: Sequence[Clause], maximum: Fraction) -> Clause:
    text = _price(clause, clauses, maximum)
    if (cost := _cost(text)) is not None:
        text = f"{cost['what'].strip(' ,')} trừ {cost['points']}"
    if (match := _PRODUCT.fullmatch(text)) is not None and exact_number(match["times"]) == maximum:
        text = f"Điểm = {match['times']} x {match['ratio']}"
    return clause if text == clause.text else replace(clause, text=text)


def _cost(text: str) -> re.Match[str] | None:
    """What a fault costs by a minus; behind anything else a dash may only part it from its points."""
    match = _MINUS.fullmatch(text)
    if match is None or _DENIED.search(match["what"]):
        return None
    return match if _COSTLY.search(match["what"]) else None


def _price(clause: Clause, clauses: Sequence[Clause], maximum: Fraction) -> str:
    """What every one of them gives, where none of the others says what several give."""
    others = [each.text for each in clauses if each is not clause]
    match = _ONE.fullmatch(clause.text)
    if match is not None and not _FAULT.search(match["what"]):
        is_price = all(_ONE.fullmatch(each) or _says_no_more(each) for each in others)
        if is_price and exact_number(match["points"]) < maximum:
            return f"Mỗi {match['what']} được {match['points']} điểm{match['cap'] or ''}"
    match = _ADDED.fullmatch(clause.text)
    if match is None or _FAULT.search(match["what"]) or not all(map(_says_no_more, others)):
        return clause.text
    if not exact_number(match["every"]) or exact_number(match["points"]) >= maximum:
        return clause.text
    things = f"{match['every']} {match['what']}"
    return f"Cứ {things} tăng thêm được {match['points']} điểm{match['cap'] or ''}"


def _says_no_more(text: str) -> bool:
    """Whether a clause only bounds what others give, or says that nothing gives nothing."""
    return bool(_BOUND.match(text) or _NOTHING.fullmatch(text)) or not re.search(r"\d", text)


def _with_parts(clauses: list[Clause], maximum: Fraction) -> list[Clause]:
    """As in "tham gia: 3 điểm, đạt giải cộng thêm 2 điểm" in a row of five: two parts of it."""
    plain = [match for each in clauses if (match := _PLAIN.fullmatch(each.text)) is not None]
    added = {
        place: match
        for place, each in enumerate(clauses)
        if (match := _ON_TOP.fullmatch(each.text)) is not None
    }
    parts = [each for each in plain if exact_number(each["points"]) and not each.string.startswith("+")]
    parts = [each for each in parts if all(each.string != match.string for match in added.values())]
    points = [exact_number(each["points"]) for each in (*parts, *added.values())]
    if len(parts) != 1 or not added or sum(points) != maximum:
        return clauses
    if any(_FAULT.search(each["what"]) for each in (*parts, *added.values())):
        return clauses
    return [
        replace(each, text=f"{added[place]['what']}: {added[place]['points']} điểm")
        if place in added
        else each
        for place, each in enumerate(clauses)
    ]
