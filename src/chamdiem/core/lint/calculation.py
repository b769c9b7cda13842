"""The literal calculation text of a row: what its letters mean, its formulas, its percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.expression import (
    Binary,
    ExpressionError,
    Letter,
    Negative,
    Number,
    Term,
    letters_in,
    parse_term,
)

_DEFINED_AHEAD = re.compile(
    r"(?<![\w/*+(-])([A-Za-z])\s*=\s*(?=\d*\s*[^\W\d_]{2,}\s)([^;\n]+?)(?=\s+[A-Za-z]\s*=|[;\n]|$)"
)
# "a là số hồ sơ; b là tổng số", "(a là số hồ sơ, b là tổng số)": letters explained one after the other.
_DEFINED_IN_WORDS = re.compile(
    r"(?<![\w/*+-])([A-Za-z])\s+là\s+(?=[^\W\d_]{2,}\s)([^;\n]+?)"
    r"(?=,?\s+(?:và\s+)?[A-Za-z]\s+là\s|[.,]\s+[A-ZĐ]|[;\n]|\.?$)"
)
# "a: Số hồ sơ đúng hạn; b: Tổng số hồ sơ. Điểm = a/b × 10", where the text divides such letters.
_DEFINED_BY_COLON = re.compile(
    r"(?<![\w/*+-])(?<![a-z],\s)([a-z])\s*:\s*(?=[^\W\d_]{2,}\s)([^;:=\n]+?)"
    r"(?=[.,]?\s+(?:và\s+)?[a-z]\s*:|\.\s|\)?[;:\n]|\)?\.?$)"
)
_EARNED = re.compile(r"\d\s*điểm|điểm tối đa", re.IGNORECASE)
_DIVIDED = re.compile(r"(?<!\w)[a-z]\s*\)?\s*/\s*\(?\s*[a-z](?!\w)")
_CALLED = re.compile(r"\((?:gọi là|ký hiệu(?: là)?|đặt là)\s*([A-Za-z])\s*%?\s*\)")
_EQUALS_LETTER = re.compile(r"=\s*([A-Za-z])\b\s*(\([^)\n]*\))?\s*(?=[;.\n]|$)")
# "Với T = số hồ sơ đúng hạn / số hồ sơ đã giải quyết", "gọi T là tỷ lệ …": a result, and nothing to ask for.
_QUOTIENT = re.compile(r"[^\W\d_]\s*/\s*(?:tổng )?số\s", re.IGNORECASE)
_RATE = re.compile(r"t[ỷỉ] lệ\b", re.IGNORECASE)
# Fewer letters before a sign of equality are no words that explain it.
_FEW_LETTERS = 12
_RESULT = re.compile(r"^\W*(tỷ lệ|tỉ lệ|điểm)\b", re.IGNORECASE)
_FORMULA = re.compile(
    r"(?:(?P<name>(?i:t[ỷỉ] lệ)[^=:\n;]{0,60}?|(?i:điểm)"
    r"|(?<!\w)(?:[xyzXYZ]|[A-Z](?=\s*=\s*\(*\s*[a-z]\s*[-+*/×÷:)])))"
    r"\s*(?:=|là\b\s*:?|(?:được )?tính (?:bằng|theo công thức)\s*:?)\s*(?=(?P<body>[^\n;]+))"
    r"|(?P<bare>(?i:t[ỷỉ] lệ))\s+(?=(?P<plain>[a-z]\s*/\s*[a-z]\b)))"
)
# "a/b * điểm tối đa": a line that is nothing but what gives the points.
_ALONE = re.compile(
    r"^[\s+•-]*(?P<body>\(*[a-z]\s*[-+/*)][^\n;:=]*?[*x×]\s*điểm tối đa)(?=\s*(?:[;.\n]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_TOKEN = re.compile(
    r"\s*(?:(?P<full>điểm tối đa)|(?P<number>\d{1,9}(?:[.,]\d{1,6})?\s*%?)"
    r"|(?P<letter>[A-Za-z])(?![\w%])|(?P<sign>[-+*/×÷()]"
    # "Tỷ lệ = a:b" divides, "Tỷ lệ = a: số hộ" and "a: b là" explain.
    r"|:(?=\s*(?:\(|[a-z](?![\w%])(?!\s*(?:[=:]|là\b))))))",
    re.IGNORECASE,
)
_SIGNS = str.maketrans("×÷:", "*//")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*\\?%")
# "≥ 7%: 70%;": a share alone after a condition with a number.
_REWARDED_BY = re.compile(r"\d[^:;\n]*(?::|\bđược)\s*$", re.IGNORECASE)
_LONGEST_CONDITION = 60
# "T = a/b x 100%", "100% x a/b": a share that only turns a ratio into percent.
_TIMES_AHEAD = re.compile(r"(?:[*×]|\b[xX]|\bnhân(?: với)?)\s*$", re.IGNORECASE)
_TIMES_BEHIND = re.compile(r"\s*[*×xX]\s*\(*\s*[A-Za-z]\s*[-+/÷:]")
# "Có kế hoạch: 100%; không có: 0%": shares of the points, where one of them is nothing for who has none.
_NONE_GIVEN = re.compile(r"\b(?:không|chưa)\b[^\d:;\n]*:\s*0\s*%\s*\.?(?:[;,)\n]|$)", re.IGNORECASE)
_ENDS_ENTRY = re.compile(r"\s*\.?(?:[;,)\n]|$)")
_REWARD_AHEAD = re.compile(r"\s*(?:số |tổng |của )?(?:điểm|tiêu chí)|\s*\*?\s*điểm tối đa", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as printed: what it gives (``ratio``, ``points``) and the term."""

    gives: str
    text: str
    term: Term


@dataclass(frozen=True, slots=True)
class PrintedPercent:
    """A percentage in a text: a threshold, or the share of points earned there."""

    share: Fraction
    is_reward: bool


@dataclass(frozen=True, slots=True)
class Calculation:
    """What a calculation text says, as far as it can be read without guessing.

    ``results`` are the letters explained as a ratio (``gọi T là tỷ lệ``), which no figure has.
    """

    meanings: Mapping[str, str]
    results: frozenset[str]
    formulas: tuple[Formula, ...]
    percents: tuple[PrintedPercent, ...]


def read_calculation(text: str) -> Calculation:
    """Read letters, formulas and percentages from the literal text."""
    formulas = tuple(_formulas(text)) if "=" in text or "là" in text or "/" in text else ()
    explained = {letter: words for letter, words in _meanings(text) if not _is_formula(words)}
    results = frozenset(letter for letter, words in explained.items() if _is_result(letter, words))
    meanings = {letter: words for letter, words in explained.items() if letter not in results}
    return Calculation(meanings, results, _expanded(formulas), tuple(read_percents(text)))


def read_percents(text: str) -> Iterator[PrintedPercent]:
    """Percentages that are thresholds or rewards; factors such as ``* 100%`` left out."""
    gives_shares = bool(_NONE_GIVEN.search(text))
    for match in _PERCENT.finditer(text):
        before = text[: match.start()].rstrip()
        if _TIMES_AHEAD.search(before, max(0, len(before) - 9)) or _TIMES_BEHIND.match(text, match.end()):
            continue
        is_reward = not before.endswith("/") and bool(
            _REWARD_AHEAD.match(text, match.end())
            or (
                _ENDS_ENTRY.match(text, match.end())
                and (
                    (gives_shares and before.endswith(":"))
                    or _REWARDED_BY.search(before, max(0, len(before) - _LONGEST_CONDITION))
                )
            )
        )
        yield PrintedPercent(_fraction(match.group(1)) / 100, is_reward)


def _meanings(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_DEFINED_AHEAD, _DEFINED_IN_WORDS) if " là " in text else (_DEFINED_AHEAD,):
        for match in pattern.finditer(text):
            words = match.group(2).strip()
            yield match.group(1), words if "(" in words else words.rstrip(") ")
    for match in _DEFINED_BY_COLON.finditer(text) if _DIVIDED.search(text) else ():
        if not _EARNED.search(match.group(2)):
            yield match.group(1), match.group(2).strip()
    for match in _CALLED.finditer(text):
        yield match.group(1), _words_before(text, match.start())
    for match in _EQUALS_LETTER.finditer(text):
        words = _words_before(text, match.start())
        if len(words) >= _FEW_LETTERS and not _RESULT.match(words):
            yield match.group(1), f"{words} {match.group(2) or ''}".strip()


def _words_before(text: str, end: int) -> str:
    """The words of the same line or entry that stand before a place."""
    start = max(text.rfind(mark, 0, end) for mark in ";\n=") + 1
    return text[start:end].strip(" -+•\t")


def _is_formula(words: str) -> bool:
    return bool(_FORMULA.match(words))


def _is_result(letter: str, words: str) -> bool:
    return bool(_QUOTIENT.search(words) or (letter.isupper() and _RATE.match(words)))


def _formulas(text: str) -> Iterator[Formula]:
    for match in _FORMULA.finditer(text):
        name = match.group("name") or match.group("bare")
        body = match.group("body") or match.group("plain")
        term = _longest_term(body)
        if term is not None and letters_in(term):
            is_letter = len(name) == 1
            gives = name if is_letter else "points" if name.casefold().startswith("điểm") else "ratio"
            yield Formula(gives, f"{match.group()}{body}".strip(), term)
    for match in _ALONE.finditer(text) if "/" in text else ():
        term = _longest_term(match["body"])
        if term is not None and letters_in(term):
            yield Formula("points", match["body"], term)


def _longest_term(text: str) -> Term | None:
    """The longest beginning of a text that is a formula over letters."""
    tokens: list[str] = []
    position = 0
    while match := _TOKEN.match(text, position):
        token = _plain(match)
        # "5 x a/b": a letter that follows an operand is no letter.
        is_times = token in ("x", "X") and bool(tokens) and (tokens[-1].isalnum() or tokens[-1][-1] in ")%")
        tokens.append("*" if is_times else token)
        position = match.end()
    while tokens:
        try:
            return _without_percent(parse_term(" ".join(tokens)))
        except ExpressionError:
            tokens.pop()
    return None


def _plain(match: re.Match[str]) -> str:
    if match.group("full"):
        return "1"
    if match.group("number"):
        return re.sub(r"\s", "", match.group("number").replace(",", "."))
    return (match.group("letter") or match.group("sign")).translate(_SIGNS)


def _without_percent(term: Term) -> Term:
    """``b / a * 100%`` is ``b / a``: a factor of 100 % changes nothing, nor does 100 for percent."""
    if (
        isinstance(term, Binary)
        and term.operator == "*"
        and isinstance(term.right, Number)
        and term.right.value in (1, 100)
    ):
        return _without_percent(term.left)
    return term


def _expanded(formulas: tuple[Formula, ...]) -> tuple[Formula, ...]:
    """Formulas with ``Y`` and ``Z`` written out, and without those that only name them."""
    names = {each.gives: each.term for each in formulas if len(each.gives) == 1}
    results = []
    for each in formulas:
        if len(each.gives) > 1 or each.gives.islower():
            gives = "ratio" if len(each.gives) == 1 else each.gives
            others = {name: term for name, term in names.items() if name != each.gives}
            results.append(Formula(gives, each.text, _written_out(each.term, others)))
    return tuple(results)


def _written_out(term: Term, names: Mapping[str, Term]) -> Term:
    match term:
        case Letter(name):
            return names.get(name, term)
        case Negative(operand):
            return Negative(_written_out(operand, names))
        case Binary(operator, left, right):
            return Binary(operator, _written_out(left, names), _written_out(right, names))
        case Number():
            return term


def _fraction(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))
