"""Formulas that read the figure of the best of all bodies: "Tỷ lệ/Tỷ lệ cao nhất", "(a - min)/(max - min)"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Formula, Name, Operation, names_in, without_maximum
from chamdiem.annex.rules.simplifying import simplify
from chamdiem.annex.rules.statements import Assignment, Definition, Peers, Points, Prose, Statement

# Names that no letter has.
HIGHEST, LOWEST = "caonhất", "thấpnhất"
_MOST, _LEAST = r"(?:cao|lớn|nhiều) nhất", r"(?:thấp|nhỏ|ít) nhất"
_FIGURE = r"(?:t[ỷỉ] lệ|giá trị|số(?! điểm)|kết quả|mức|lượt|doanh thu|kinh phí|sản lượng|diện tích|điểm số|[a-z]\b)"
_AMONG = r"(?: (?:của|trong|trên|giữa|toàn|cả)\b(?:,? [^\W\d_]+){1,7}?)?"
_OF_WHOM = r"(?:các |những |tất cả )*(?:đơn vị|tỉnh|huyện|xã|phường|địa phương|bộ|sở|cơ quan|trường)"
_BEHIND = r"(?=\s*(?:[)\]/x×*+–-]|nhân\b|$))"
_LETTER = r"(?:t[ỷỉ] lệ|[a-zA-Z])"


def _pattern(worst_or_best: str, end: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<sign>(?:[/(\[x×*=–-]|chia cho)\s*)(?:{_FIGURE}(?: [^\W\d_]+){{0,8}}? {worst_or_best}{_AMONG}|{end}\s*[({{]\s*(?:{_LETTER}(?: [^\W\d_]{{1,3}})?|[a-e]\s*/\s*[a-e]|(?:tổng )?số [^(){{}}\d/;]+)\s*[)}}]|{_LETTER}[ _]?(?:\({end}\)|{end})){_BEHIND}",
        re.IGNORECASE,
    )


_HIGHEST, _LOWEST = _pattern(_MOST, "max"), _pattern(_LEAST, "min")
# "(Tỷ lệ - min)/(max - min)", "Tỷ lệ/max * Điểm tối đa".
_BARE_LOWEST = re.compile(r"(?<![^\W\d_])min(?=\s*[)/\]])", re.IGNORECASE)
_BARE_HIGHEST = re.compile(r"(?<=[(\[])\s*max(?=\s*[–-])|(?<=/)\s*max(?=\s*[)\]x×*])", re.IGNORECASE)
# "Tỷ lệ i", "Tỷ lệ của tỉnh", "tỷ lệ đạt được của đơn vị được đánh giá".
_OWN = re.compile(
    rf"(?P<figure>t[ỷỉ] lệ|(?<![^\W\d_])[a-e])(?: (?:thực tế|đạt được))?(?:[ _]i| của {_OF_WHOM}(?: (?:i|mình|đó|được đánh giá|đang xét))?)(?=\s*[)\]/x×*–-])",
    re.IGNORECASE,
)
# "Các đơn vị khác: Điểm = …" behind what the best is given.
_OTHERS = re.compile(
    rf"^{_OF_WHOM} (?:khác|còn lại|tiếp theo)(?: (?:được )?tính)?(?: điểm)?(?: theo công thức)?(?: sau)?\s*:\s*",
    re.IGNORECASE,
)
# "amax: số lượt truy cập cao nhất trong các tỉnh", "max là giá trị lớn nhất".
_EXPLAINED = re.compile(
    rf"(?:trong đó:?\s*|với:?\s*)?(?:{_LETTER}[ _]?)?(?P<end>max|min)\s*(?:=|:|là\b)\s*(?P<label>(?:t[ỷỉ] lệ|giá trị|số|kết quả|mức)\b[^\d=/]*)$",
    re.IGNORECASE,
)
_IS_HIGHEST, _IS_LOWEST = (
    re.compile(rf"\b{_MOST}\b", re.IGNORECASE),
    re.compile(rf"\b{_LEAST}\b", re.IGNORECASE),
)
_OF_BODIES = re.compile(
    rf"\b(?:trong|của|toàn|giữa|cả|{_OF_WHOM})\b(?: [^\W\d_]+){{0,8}} {_MOST}|(?:{_MOST}|{_LEAST}) (?:trong|của|toàn|giữa)\b|\b{_OF_WHOM}\b(?: [^\W\d_]+){{0,8}} {_LEAST}",
    re.IGNORECASE,
)


_OVER_TIME = re.compile(
    rf"\b(?:ngày|tuần|tháng|quý|năm|kỳ)\b(?: [^\W\d_]+){{0,2}} {_MOST}|{_MOST} (?:của |trong |qua )?(?:(?:các|những|mọi|\d+) )?(?:ngày|tuần|tháng|quý|kỳ|năm trước|năm qua)\b|{_MOST} (?:của |trong |qua )?(?:các|\d+) năm\b",
    re.IGNORECASE,
)


def is_over_time(text: str) -> bool:
    """Whether what is highest is so among years or days: "tỷ lệ cao nhất trong 3 năm gần nhất"."""
    return _OVER_TIME.search(text) is not None


def with_bests(text: str) -> str:
    """A formula with a name of its own for the highest and the lowest figure of all bodies."""
    if is_over_time(text):
        return text
    found = _LOWEST.sub(rf"\g<sign>{LOWEST}", _HIGHEST.sub(rf"\g<sign>{HIGHEST}", text))
    found = _BARE_LOWEST.sub(LOWEST, _BARE_HIGHEST.sub(HIGHEST, found))
    return text if found == text else _OTHERS.sub("", _OWN.sub(r"\g<figure>", found))


def define_a_best(clause: Clause) -> Definition | None:
    """As in "amax: số lượt truy cập cao nhất trong các tỉnh": words about a figure of the formula."""
    match = _EXPLAINED.match(clause.text)
    if match is None:
        return None
    return Definition(clause, HIGHEST if match["end"].casefold() == "max" else LOWEST, match["label"])


def compared(statements: Sequence[Statement]) -> list[Statement]:
    """Formulas of points that read the highest or the lowest figure, as comparisons."""
    best = dict(_bests(statements))
    ratios = {each.name: each.formula for each in statements if isinstance(each, Assignment)}
    found = [_peers(each, best, ratios) for each in statements]
    if not any(isinstance(each, Peers) for each in found):
        return list(statements)
    return [each for each in found if not (isinstance(each, Definition) and each.letter in best)]


def _bests(statements: Sequence[Statement]) -> Iterable[tuple[str, str]]:
    """The letters that stand for the highest or the lowest figure of all bodies."""
    for each in statements:
        if isinstance(each, Definition) and each.letter in (HIGHEST, LOWEST):
            yield each.letter, each.letter
        elif isinstance(each, Definition) and not is_over_time(each.label) and _OF_BODIES.search(each.label):
            ends = (_IS_HIGHEST.search(each.label), _IS_LOWEST.search(each.label))
            if any(ends) and not all(ends):
                yield each.letter, HIGHEST if ends[0] else LOWEST


def _peers(statement: Statement, best: dict[str, str], ratios: dict[str, Formula]) -> Statement:
    if not isinstance(statement, Points):
        return statement
    share = without_maximum(_called(statement.formula, best, ratios))
    if share is None:
        return statement
    share = simplify(share)
    for method, better, own in _ways(share):
        if own is not None and not {HIGHEST, LOWEST} & set(names_in(own)):
            label = dict(statement.figures).get(own.name, "") if isinstance(own, Name) else ""
            return Peers(statement.clause, method, label, better, None if label else own)
    is_left = {HIGHEST, LOWEST} & set(names_in(share))
    return Prose(statement.clause, has_numbers=True) if is_left else statement


def _called(formula: Formula, best: dict[str, str], ratios: dict[str, Formula]) -> Formula:
    """The formula with the names of the best, and with ratios that are taken of the best."""
    if isinstance(formula, Name):
        if formula.name in best:
            return Name(best[formula.name])
        given = ratios.get(formula.name)
        is_compared = given is not None and any(
            best.get(name, name) in (HIGHEST, LOWEST) for name in names_in(given)
        )
        return _called(given, best, {}) if given is not None and is_compared else formula
    if isinstance(formula, Operation):
        return Operation(
            formula.sign, _called(formula.left, best, ratios), _called(formula.right, best, ratios)
        )
    return formula


def _ways(share: Formula) -> Iterable[tuple[str, str, Formula | None]]:
    """The ways to compare whose form the share has, with what is compared."""
    if not isinstance(share, Operation) or share.sign != "/":
        return
    if share.right == Name(HIGHEST):
        yield "share_of_max", "high", share.left
    if share.left == Name(LOWEST):
        yield "share_of_max", "low", share.right
    if share.right == Operation("-", Name(HIGHEST), Name(LOWEST)) and isinstance(share.left, Operation):
        if share.left.sign == "-" and share.left.right == Name(LOWEST):
            yield "min_max", "high", share.left.left
        if share.left.sign == "-" and share.left.left == Name(HIGHEST):
            yield "min_max", "low", share.left.right
