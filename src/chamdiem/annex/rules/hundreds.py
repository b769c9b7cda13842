"""A hundred that only makes a percentage of a ratio, wherever it stands: "b x 100/a", "100 x (b/a)", "(b*100)/a"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Formula, Name, Number, Operation

_HUNDRED = Fraction(100)
# A part that is its whole comes to one, or to a hundred percent; what is far above one is a percentage.
_IS_PERCENTAGE, _IS_SHARE = 50, 2
_TIMES = r"\s*(?:[x×*]|nhân(?: với)?|\.(?=100\s*%?\s*[)\]]?\s*[/÷:]))\s*"
_OVER = r"(?:\s*(?:[/÷]|:(?=\s*[(\[]?\s*(?:tổng|số|toàn bộ|[a-e](?!\w)))|,?\s*(?:rồi |sau đó |và )?(?:đem )?chia(?: cho)?(?!\w))\s*)"
_LETTER = r"(?<![^\W\d_])[a-zA-Z]\d?(?![^\W_])"
_WORDS = r"(?:tổng|số|toàn bộ|dân số|kế hoạch|dự toán|chỉ tiêu|diện tích|khối lượng|sản lượng|kinh phí|vốn|chi|thu|doanh thu)\b(?:(?!\s[x×*]\s|\snhân\s|\schia\s)[^\d/:;=()\[\]+*×÷<>≥≤,.%])*(?<! )"
_OPERAND = rf"(?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]|{_LETTER}|{_WORDS})"
_ENDS = r"(?=\s*(?:$|[x×*/+)\]≥≤<>=:;,.]|[-–] |nhân\b|chia\b|đạt\b|từ \d|dưới \d))"
# "số hồ sơ đúng hạn x 100 / tổng số hồ sơ", "(b*100)/a".
_BEFORE = re.compile(
    rf"{_TIMES}(?P<hundred>100\s*%?)\s*(?P<closed>[)\]]?){_OVER}(?P<below>{_OPERAND}){_ENDS}", re.IGNORECASE
)
# "(số hồ sơ đúng hạn x 100)/tổng số hồ sơ": nothing else is calculated in the brackets.
_INSIDE = re.compile(
    rf"[(\[]\s*(?P<above>{_OPERAND}){_TIMES}(?P<hundred>100\s*%?)\s*[)\]]{_OVER}(?P<below>{_OPERAND}){_ENDS}",
    re.IGNORECASE,
)
# "100 x số hồ sơ đúng hạn / tổng số hồ sơ", "100b/a".
_FIRST = re.compile(
    rf"(?<![\d.,])(?P<opened>\(?)(?P<hundred>100\s*%?)(?:{_TIMES}|(?=[a-e](?!\w)))(?P<above>{_OPERAND})(?P<closed>\)?){_OVER}(?P<below>{_OPERAND}){_ENDS}",
    re.IGNORECASE,
)
# "Tỷ lệ được tính bằng số A/số B": only another sign of equality.
_CALCULATED = re.compile(
    r"^(?P<ratio>t[ỷỉ] lệ(?: %| phần trăm| này)?) (?:được )?(?:tính|xác định)(?: bằng| theo công thức| như sau)\s*[:=]?\s+(?=(?:tổng )?số\b)",
    re.IGNORECASE,
)
_OF_POINTS = re.compile(r"(?:số )?điểm\b", re.IGNORECASE)
_ALONE = re.compile(_LETTER)
# "Cứ thấp hơn 2 điểm phần trăm": steps of a ratio.
_STEP_OF_PERCENT = re.compile(
    r"(?P<step>\b(?:cứ|mỗi|mỗi khi)(?: (?:bị|đạt))? (?:thấp hơn|kém hơn|ít hơn|thiếu|giảm|hụt)(?: đi)? \d+(?:,\d+)?) ?điểm (?:phần trăm|%)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    rf"(?P<below>{_OPERAND}) x 100(?:\s*%)?(?=\s*:?\s*(?:[<>≥≤]=?|đạt|từ|trên|dưới)\s*\d+(?:,\d+)?\s*%)",
    re.IGNORECASE,
)


def with_hundred_last(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with "a/b x 100" for "a x 100/b"."""
    said = (
        _CALCULATED.sub(r"\g<ratio> = ", _STEP_OF_PERCENT.sub(r"\g<step>%", each.text)) for each in clauses
    )
    return [replace(each, text=hundred_last(text)) for each, text in zip(clauses, said, strict=True)]


def hundred_last(text: str) -> str:
    """A text with the hundred of a percentage behind its ratio."""
    moved = _INSIDE.sub(r"\g<above>/\g<below> x \g<hundred>", _FIRST.sub(_moved, text))
    moved = _BEFORE.sub(r"\g<closed>/\g<below> x \g<hundred>", moved)
    if _OF_POINTS.match(text):
        # All of it is one: "Điểm = (a x 100%/b) x 10".
        moved = re.sub(r" x 100\s*%", "", moved)
    return text if moved == text else _COMPARED.sub(r"\g<below>", moved)


def _moved(match: re.Match[str]) -> str:
    is_inside = bool(match["opened"]) == bool(match["closed"])
    if not is_inside:
        return match[0]
    if match["opened"] and _ALONE.fullmatch(match["above"]):
        return f"{match['above']}/{match['below']} x {match['hundred']}"
    return f"{match['opened']}{match['above']}{match['closed']}/{match['below']} x {match['hundred']}"


def as_share(formula: Formula) -> Formula | None:
    """The share of a percentage: ``a / b`` of "a x 100/b"; None where the formula is none."""
    size = size_of(formula)
    return without_hundred(formula) if size is not None and size >= _IS_PERCENTAGE else None


def without_hundred(formula: Formula) -> Formula | None:
    """A formula without the hundred every term of it is multiplied by; None where one is not."""
    if isinstance(formula, Number):
        return Number(Fraction(1)) if formula.value == _HUNDRED else None
    if not isinstance(formula, Operation):
        return None
    if formula.sign in "+-":
        left, right = without_hundred(formula.left), without_hundred(formula.right)
        return None if left is None or right is None else Operation(formula.sign, left, right)
    if formula.sign == "*":
        return _without_factor(formula)
    above = without_hundred(formula.left)
    if above is not None:
        return Operation("/", above, formula.right)
    below = _over_hundred(formula.right)
    return None if below is None else Operation("/", formula.left, below)


def _without_factor(formula: Operation) -> Formula | None:
    for one, other in ((formula.left, formula.right), (formula.right, formula.left)):
        if one == Number(_HUNDRED):
            return other
    left = without_hundred(formula.left)
    if left is not None:
        return Operation("*", left, formula.right)
    right = without_hundred(formula.right)
    return None if right is None else Operation("*", formula.left, right)


def _over_hundred(formula: Formula) -> Formula | None:
    """As in "b/(a/100)": what stands over a hundred below the stroke."""
    is_it = isinstance(formula, Operation) and formula.sign == "/" and formula.right == Number(_HUNDRED)
    return formula.left if isinstance(formula, Operation) and is_it else None


def cancelled(formula: Formula) -> Formula:
    """A formula whose percentages are divided by a hundred as well, without both: "b*100/a/100"."""
    if not isinstance(formula, Operation):
        return formula
    left, right = cancelled(formula.left), cancelled(formula.right)
    if formula.sign == "/" and right == Number(_HUNDRED) and (bare := without_hundred(left)) is not None:
        return bare
    return Operation(formula.sign, left, right)


def size_of(formula: Formula) -> Fraction | None:
    """The greatest a ratio comes to where a part is its whole: a hundred, where it is told in percent."""
    if isinstance(formula, Number):
        return formula.value
    if isinstance(formula, Name):
        return Fraction(1)
    if not isinstance(formula, Operation):
        return None
    left, right = size_of(formula.left), size_of(formula.right)
    if left is None or right is None:
        return None
    if formula.sign == "+":
        return left + right
    if formula.sign == "-":
        return max(left, right)
    if formula.sign == "*":
        return left * right
    return left / right if right else None


def is_out_of_scale(value: Formula, ends: Sequence[Fraction]) -> bool:
    """Whether a percentage is held against shares: "b*100/a" is full from 0.8 on, with one of a hundred."""
    size = size_of(value)
    return size is not None and size >= _IS_PERCENTAGE and max(ends) <= _IS_SHARE
