"""Equations in clauses: "Tỷ lệ = a/b", "Điểm = Tỷ lệ * Điểm tối đa", ratios and products in words."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import (
    MAXIMUM,
    RATIO,
    Maximum,
    Name,
    NoFormulaError,
    Number,
    Operation,
    has_maximum,
    names_in,
    read_formula,
)
from chamdiem.annex.rules.statements import (
    Assignment,
    Points,
    Statement,
    WordsRatio,
)
from chamdiem.annex.rules.trimming import in_pairs, tidy_label
from chamdiem.annex.rules.worded import read_worded
from chamdiem.annex.rules.words import Token, phrase_at, text_of

_COMPARES = frozenset(("<", ">", "<=", ">=", "từ", "dưới", "đến"))
# "(Số mô đun có bài giảng x 10)/(Tổng số mô đun)".
_MULTIPLIED_ABOVE = re.compile(
    r"\(?\s*(?P<above>(?:tổng|số)\b[^()/]*?)\s*[x×*]\s*(?:\d+|điểm tối đa)\s*\)?\s*/\s*\(?\s*(?P<below>(?:tổng|số)\b[^()/]*?)\s*\)?$",
    re.IGNORECASE,
)
# Behind a product only its cap may stand; anything else restricts it.
_ONLY_CAPS = re.compile(
    r"\((?:nhưng )?(?:tối đa|không (?:quá|vượt quá)|cao nhất)[^()]{0,30}\)$", re.IGNORECASE
)
# A factor or a limit is no part of the name of a figure.
_LIMITS = re.compile(
    r"[/x×*]\s*\d|[+×*]|\s[-–]\s*\d|\bx\b|\b(?:tối đa|tối thiểu|không quá|ít nhất)\s*\d", re.IGNORECASE
)
# "Số bộ dữ liệu đã cung cấp/Số bộ dữ liệu phải cung cấp": nothing but the ratio.
_QUOTIENT = re.compile(
    r"\(?\s*(?:tổng |số |diện tích |khối lượng |sản lượng |lưu lượng |lượng |kinh phí |vốn |giá trị |doanh thu |dư nợ |nợ )[^\d/:=;,()+*×<>≥≤]+/\s*(?:tổng |số |diện tích |khối lượng |sản lượng |lưu lượng )[^\d/:=;,()+*×<>≥≤]+\)?(?:\s*[x×*]\s*100\s*%\s*:?)?",
    re.IGNORECASE,
)
_SIZE = r"diện tích|khối lượng|sản lượng|lưu lượng|chiều dài|thời lượng|dung lượng"
# "Khối lượng thu gom (tấn)/khối lượng phát sinh (kg)": what is measured in two units is not divided.
_UNIT_BEHIND = re.compile(r"\(([^()\d]{1,12})\)$", re.MULTILINE)
_NUMBERED = re.compile(r"tỷ lệ \d")
_NAMED = re.compile(r"[A-Zx-z]")


def read_equation(clause: Clause, tokens: list[Token], body: str, known: Sequence[str]) -> Statement | None:
    """As in "Tỷ lệ … = …", "x = …", "Điểm = …"."""
    place = _equality(tokens)
    if place is None:
        return None
    left, right = tokens[:place], tokens[place + 1 :]
    if any(token.kind == "percent" or token.text in _COMPARES for token in left):
        return None
    subject = [token.text for token in left]
    is_ratio = bool(phrase_at(tokens, 0, RATIO)) or subject[:2] == ["tính", "tỷ"]
    is_points = bool(subject) and (
        subject[0] == "điểm" or subject[:2] in (["số", "điểm"], ["tính", "điểm"], ["cách", "tính"])
    )
    if not (
        is_ratio or is_points or (len(left) == 1 and _NAMED.fullmatch(body[left[0].start : left[0].end]))
    ):
        return None
    while right and right[-1].text in (".", ",", ";", ":"):
        right = right[:-1]
    if "=" in {token.text for token in right} or not right:
        return None
    name = left[-1].text if len(left[-1].text) == 1 and left[-1].kind == "word" else _ratio_name(subject)
    try:
        formula = read_formula(right, [*known, *(["t"] if is_points else [])])
    except NoFormulaError:
        is_named = len(name) == 1 and not is_points
        in_words = _in_words if is_ratio or is_named else _points_in_words
        ratio = in_words(clause, right, body)
        if isinstance(ratio, WordsRatio) and (is_named or _NUMBERED.fullmatch(name)):
            ratio = replace(ratio, name=name)
        return ratio or _worded(clause, right, body, known, name="" if is_points else name)
    if isinstance(formula, Number):
        return None
    if is_points or has_maximum(formula):
        return Points(clause, formula)
    return Assignment(clause, name, formula)


def _worded(
    clause: Clause, tokens: Sequence[Token], body: str, known: Sequence[str], *, name: str
) -> Statement | None:
    """As in "Điểm = 10 x (1 - số hồ sơ trễ/tổng số hồ sơ)"; a ratio has a ``name``."""
    try:
        formula, figures = read_worded(tokens, body, known)
    except NoFormulaError:
        return None
    if name:
        return Assignment(clause, name, formula, figures) if not has_maximum(formula) else None
    return Points(clause, formula, figures)


def _equality(tokens: Sequence[Token]) -> int | None:
    """Where the sign of equality stands; "Tỷ lệ a/b" and "Tỷ lệ … là: b/a" have a weaker one."""
    for place, token in enumerate(tokens):
        if token.text == "=":
            return place
    for place, token in enumerate(tokens):
        if (
            token.text == ":"
            and place
            and (tokens[0].text in ("điểm", "tỷ") or tokens[place - 1].text == "là")
        ):
            return place
    for place, token in enumerate(tokens):
        if token.text == "là" and tokens[0].text == "tỷ" and place + 1 < len(tokens):
            return place
    if len(tokens) >= 5 and tokens[0].text == "tỷ" and tokens[3].text == "/" and len(tokens[2].text) == 1:
        return 1
    return None


def _ratio_name(subject: Sequence[str]) -> str:
    return " ".join(word for word in subject if word not in ("tính", "là", "%", ":", "="))


def _in_words(clause: Clause, tokens: Sequence[Token], body: str) -> WordsRatio | None:
    """As in "Tỷ lệ = tổng chi cho A / tổng chi cho B"."""
    text = text_of(tokens, body)
    text = re.sub(r"\s*[*x×]\s*100\s*%?\s*:?\s*$", "", text).strip()
    printed = re.findall(r"\(\s*([a-eA-E])\s*\)", text)
    letters = (printed[0].casefold(), printed[1].casefold()) if len(set(printed)) == 2 else None
    text = re.sub(r"\s*\(\s*[a-eA-E]\s*\)", "", text)
    # "(Số người từ 15 tuổi có tài khoản) / (Số người từ 15 tuổi)".
    text = re.sub(r"\(\s*((?:tổng |số )[^()+*/×=:–]*?)\s*\)", r"\1", text, flags=re.IGNORECASE)
    if (inner := re.fullmatch(r"[^()/\d+*×=–-]*\(([^()]*)\)", text)) is not None:
        # "tỷ lệ hộ (số hộ biết dùng / tổng số hộ)": what stands in brackets is the ratio.
        text = inner[1]
    cuts = list(
        re.finditer(r"\s*(?:/|\bchia cho\b|\bchia\b(?= tổng)|\btrên\b(?= tổng)|:(?= (?:tổng|số)\b))\s*", text)
    )
    cuts = [
        cut
        for cut in cuts
        if re.match(rf"(?:tổng|số|toàn bộ|dân|{_SIZE})\b", text[cut.end() :], re.IGNORECASE)
    ]
    if len(cuts) != 1:
        return None
    above, below = in_pairs(text[: cuts[0].start()]), in_pairs(text[cuts[0].end() :])
    if re.search(r"\s[-–]\s*(?:số|tổng)\b", above, re.IGNORECASE):
        # A difference of two figures is no figure people have at hand.
        return None
    if len(above) < 6 or len(set(_UNIT_BEHIND.findall(f"{above}\n{below}"))) > 1:
        return None
    counts = (
        re.match(
            rf"(?:tổng|số|toàn bộ|lượng|kinh phí|chi|vốn|doanh thu|giá trị|dân số|dư nợ|nợ|{_SIZE})\b",
            above,
            re.IGNORECASE,
        )
        or letters
        or (
            re.match(r"tổng\b", below, re.IGNORECASE)
            and above.casefold().split()[0] in below.casefold().split()
        )
    )
    if not counts or any(_LIMITS.search(each) for each in (above, below)):
        return None
    return WordsRatio(clause, tidy_label(above), tidy_label(below), letters=letters)


def _points_in_words(clause: Clause, tokens: Sequence[Token], body: str) -> Statement | None:
    """As in "Điểm = Điểm tối đa * số thôn đã có Tổ CNS / Tổng số thôn"."""
    has_maximum_inside = any(phrase_at(tokens, place, MAXIMUM) for place in range(len(tokens)))
    if (match := _MULTIPLIED_ABOVE.match(text_of(tokens, body))) is not None and has_maximum_inside:
        return WordsRatio(clause, tidy_label(match["above"]), tidy_label(match["below"]), is_points=True)
    if taken := phrase_at(tokens, 0, MAXIMUM):
        if taken < len(tokens) and tokens[taken].text == "*":
            return _as_points(clause, tokens[taken + 1 :], body)
        return None
    for place in range(len(tokens) - 1, 0, -1):
        if phrase_at(tokens, place, MAXIMUM) == len(tokens) - place and tokens[place - 1].text == "*":
            return _as_points(clause, tokens[: place - 1], body)
    return None


def _as_points(clause: Clause, tokens: Sequence[Token], body: str) -> Statement | None:
    ratio = _in_words(clause, tokens, body)
    return None if ratio is None else replace(ratio, is_points=True)


def _product_in_words(clause: Clause, tokens: Sequence[Token], body: str) -> Statement | None:
    """As in "Số máy tính / số viên chức x Điểm tối đa", perhaps with a cap in brackets."""
    end = next((place for place in range(2, len(tokens)) if phrase_at(tokens, place, MAXIMUM)), 0)
    if not end or tokens[end - 1].text != "*" or any(token.text in (":", "=") for token in tokens):
        return None
    rest = tokens[end + phrase_at(tokens, end, MAXIMUM) :]
    if rest and (rest[0].text != "(" or rest[-1].text != ")" or not _ONLY_CAPS.match(text_of(rest, body))):
        return None
    return _as_points(clause, tokens[: end - 1], body)


def read_bare_formula(
    clause: Clause, tokens: list[Token], body: str, known: Sequence[str]
) -> Statement | None:
    """As in "Tỷ lệ * Điểm tối đa" alone; words between the two only say which ratio."""
    if _QUOTIENT.fullmatch(body) and (ratio := _in_words(clause, tokens, body)) is not None:
        return ratio
    product = _product_in_words(clause, tokens, body)
    if product is not None:
        return product
    if taken := phrase_at(tokens, 0, RATIO):
        end = next((place for place in range(3, len(tokens)) if phrase_at(tokens, place, MAXIMUM)), 0)
        if end and tokens[end - 1].text == "*" and phrase_at(tokens, end, MAXIMUM) == len(tokens) - end:
            words = tokens[taken : end - 1]
            is_turned = any(token.text in ("không", "chưa") for token in words)
            if not is_turned and all(token.kind in ("word", "number") for token in words):
                name = " ".join(["tỷ lệ", *(token.text for token in words)])
                return Points(clause, Operation("*", Name(name), Maximum()))
    try:
        formula = read_formula(tokens, known)
    except NoFormulaError:
        worded = _worded(clause, tokens, body, known, name="")
        return worded if isinstance(worded, Points) and has_maximum(worded.formula) else None
    return Points(clause, formula) if has_maximum(formula) and names_in(formula) else None
