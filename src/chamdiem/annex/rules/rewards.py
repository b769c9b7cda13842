"""What is given: "điểm tối đa", "1/2 * Điểm tối đa", "70% số điểm", "1,5 điểm", "0 điểm", or a formula."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.formulas import (
    MAXIMUM,
    RATIO,
    Formula,
    Maximum,
    Name,
    NoFormulaError,
    Operation,
    has_maximum,
    names_in,
    read_formula,
)
from chamdiem.annex.rules.words import Token, longest_first, phrase_at, phrases

_FULL = longest_first(phrases(
    "toàn bộ số điểm|trọn điểm|đủ điểm|điểm tuyệt đối|tối đa số điểm|tối đa điểm|tối đa|đạt điểm tối đa|trọn số điểm|"
    "đủ số điểm|điểm cao nhất"
) + MAXIMUM)  # fmt: skip
_OF = longest_first(
    phrases(
        "số điểm|của số điểm|điểm|của điểm|tổng số điểm|tổng điểm|tiêu chí|của tiêu chí|điểm của mục|số điểm của chỉ số|"
        "điểm tiêu chí|số điểm tiêu chí|của điểm tối đa|của tổng điểm|tổng số điểm của tiêu chí|của thang điểm"
    )
    + MAXIMUM
)
GIVES_NOTHING = phrases(
    "không tính điểm|không được tính điểm|không được điểm|không có điểm|không điểm|không đạt điểm|không chấm điểm|"
    "không được chấm điểm|không cho điểm"
)
_BY_RATIO = phrases(
    "theo tỷ lệ|tính theo tỷ lệ|tính điểm theo tỷ lệ|điểm theo tỷ lệ|điểm tính theo tỷ lệ|điểm được tính theo tỷ lệ|"
    "chấm điểm theo tỷ lệ|tính theo tỷ lệ tương ứng|tính điểm theo tỷ lệ tương ứng|điểm theo tỷ lệ tương ứng|"
    "chấm theo tỷ lệ|tính điểm theo tỷ lệ đạt được|tính điểm tương ứng theo tỷ lệ|theo tỷ lệ tương ứng|tính điểm theo tỷ lệ thực tế|"
    "điểm tương ứng với tỷ lệ|điểm tương ứng tỷ lệ|tương ứng với tỷ lệ|tính điểm tương ứng với tỷ lệ|điểm tương ứng với tỷ lệ đạt được|"
    "tính điểm tương ứng tỷ lệ|tính tương ứng với tỷ lệ|tính tương ứng theo tỷ lệ|điểm tương ứng theo tỷ lệ|"
    "theo tỷ lệ %|tính theo tỷ lệ %|tính điểm theo tỷ lệ %|điểm theo tỷ lệ %|điểm tính theo tỷ lệ %|chấm điểm theo tỷ lệ %|theo tỷ lệ phần trăm|tính theo tỷ lệ phần trăm|tính điểm theo tỷ lệ phần trăm|"
    "tỷ lệ tương ứng|tỷ lệ điểm tương ứng|điểm tỷ lệ tương ứng|theo tỷ lệ quy đổi|chấm điểm theo tỷ lệ quy đổi|tính điểm theo tỷ lệ quy đổi|chấm điểm theo tỷ lệ % quy đổi|theo tỷ lệ % quy đổi"
)
# "vượt chỉ tiêu được cộng 1 điểm", "thêm 2 điểm": on top of what else is given.
ON_TOP = re.compile(r"\b(?:(?:cộng|thưởng)(?: thêm)?|thêm)\s+\d|\+ ?\d[\d,]* ?(?:điểm|đ)\b", re.IGNORECASE)
# "theo tỷ lệ số thôn có tổ hoạt động" names the ratio; of "tỷ lệ nghịch" nothing is said that we know.
_LONGEST_NAME = 10
_TURNED = frozenset(
    ("nghịch", "ngược", "giảm", "trừ", "không", "chưa", "nhưng", "và", "hoặc", "nếu", "so", "nhất")
)
_HALF = phrases("một nửa|nửa|phân nửa|một phần hai")
_FILLERS = frozenset(
    (
        "được",
        "đạt",
        "tính",
        "thì",
        "là",
        "cho",
        "chấm",
        "=",
        ":",
        "=>",
        "bằng",
        "hưởng",
        "còn",
        "cộng",
        "thêm",
        "mức",
        "-",
        "và",
        "sẽ",
        ",",
    )
)
# "thì điểm đánh giá là 0,5", "số điểm đạt được là 2".
_CALLED_POINTS = phrases(
    "điểm đánh giá|số điểm đánh giá|điểm đạt|điểm đạt được|số điểm đạt được|số điểm|điểm số|điểm chấm|điểm được"
)
_AFTER = phrases(
    "cho nội dung này|cho phần này|cho mục này|đối với nội dung này|của tiêu chí|tiêu chí|của tiêu chí này|tiêu chí này|cho tiêu chí này|của chỉ số|của mục này|của nội dung này|của phần này"
)


@dataclass(frozen=True, slots=True)
class Reward:
    """``share`` of the maximum, so many ``points``, a ``formula`` for points, or ``by_ratio`` without one."""

    kind: str
    value: Fraction = Fraction(0)
    formula: Formula | None = None

    @property
    def is_full(self) -> bool:
        """All points."""
        return self.kind == "share" and self.value == 1

    @property
    def is_nothing(self) -> bool:
        """No points."""
        return self.kind in ("share", "points") and self.value == 0

    @property
    def is_constant(self) -> bool:
        """A share or points, whatever the figures."""
        return self.kind in ("share", "points")

    def of(self, maximum: Fraction) -> Fraction:
        """Points of a constant reward."""
        return self.value * maximum if self.kind == "share" else self.value

    def data(self, maximum: Fraction) -> dict[str, str]:
        """As the set format has it."""
        if self.is_nothing:
            return {"give": "none"}
        if self.of(maximum) == maximum:
            return {"give": "full"}
        if self.kind == "share":
            return {"give": f"{self.value.numerator}/{self.value.denominator}"}
        return {"points": amount_text(self.value)}


FULL, NOTHING = Reward("share", Fraction(1)), Reward("share")


def read_reward(tokens: Sequence[Token], known: Sequence[str] = (), *, bare: bool = False) -> Reward | None:
    """All tokens as a reward; None if they are none.

    Args:
        tokens: What stands behind the condition.
        known: Letters a formula may read.
        bare: Whether a number or percentage alone counts, as behind a colon.
    """
    tokens = _trimmed(tokens)
    if not tokens:
        return None
    for read in (_words, _part, _amount):
        reward = read(tokens, bare=bare)
        if reward is not None:
            return reward
    return _formula(tokens, known)


def _words(tokens: Sequence[Token], *, bare: bool) -> Reward | None:  # noqa: ARG001  one of three ways to read
    for meaning, reward in ((_FULL, FULL), (GIVES_NOTHING, NOTHING), (_BY_RATIO, Reward("by_ratio"))):
        if phrase_at(tokens, 0, meaning) == len(tokens):
            return reward
    taken = phrase_at(tokens, 0, _BY_RATIO)
    if taken and [token.text for token in tokens[taken : taken + 1]] == ["đến"]:
        # "theo tỷ lệ đến 3 điểm": so many where the next level begins.
        most = _amount(tokens[taken + 1 :], bare=False)
        return None if most is None else Reward("by_ratio", most.value)
    words = [token.text for token in tokens[taken:]]
    is_named = taken and len(words) <= _LONGEST_NAME and all(token.kind == "word" for token in tokens)
    return Reward("by_ratio") if is_named and not _TURNED & set(words) else None


def _part(tokens: Sequence[Token], *, bare: bool) -> Reward | None:
    """A part of the maximum: a fraction, a half, a percentage."""
    value, taken = _share(tokens)
    if value is None:
        return None
    rest = tokens[taken:]
    is_percent = tokens[0].kind == "percent"
    if rest and rest[0].text == "*":
        rest = rest[1:]
        if not rest:
            return None
    if not rest:
        return Reward("share", value) if bare and (is_percent or value < 1) else None
    is_half = phrase_at(tokens, 0, _HALF) > 0
    if [token.text for token in rest] in (["điểm"], ["đ"]) and not is_percent and not is_half:
        return Reward("points", value)
    return Reward("share", value) if phrase_at(rest, 0, _OF) == len(rest) else None


def _share(tokens: Sequence[Token]) -> tuple[Fraction | None, int]:
    if taken := phrase_at(tokens, 0, _HALF):
        return Fraction(1, 2), taken
    if tokens[0].kind == "percent":
        return tokens[0].number, 1
    is_fraction = len(tokens) >= 3 and tokens[0].kind == tokens[2].kind == "number" and tokens[1].text == "/"
    if is_fraction and tokens[2].number and tokens[0].number.denominator == 1:
        return tokens[0].number / tokens[2].number, 3
    if tokens[0].kind == "number" and len(tokens) > 1 and tokens[1].text == "*":
        return tokens[0].number, 1
    return None, 0


def _amount(tokens: Sequence[Token], *, bare: bool) -> Reward | None:
    """So many points."""
    taken = phrase_at(tokens, 0, _CALLED_POINTS) or int(tokens[0].text == "điểm")
    if taken and len(tokens) > taken:
        tokens = _trimmed(tokens[taken:])
        bare = True
    if not tokens or tokens[0].kind != "number":
        return None
    rest = [token.text for token in tokens[1:]]
    is_points = rest in (["điểm"], ["đ"], ["điểm", "tối", "đa"])
    return Reward("points", tokens[0].number) if is_points or (bare and not rest) else None


def _formula(tokens: Sequence[Token], known: Sequence[str]) -> Reward | None:
    if tokens[0].text == "điểm" and phrase_at(tokens, 0, MAXIMUM) == 0:
        tokens = _trimmed(tokens[1:])
    if tokens and tokens[-1].text == "điểm" and phrase_at(tokens, len(tokens) - 2, MAXIMUM) == 0:
        tokens = tokens[:-1]
    if not tokens:
        return None
    tokens = _without_name(tokens)
    try:
        formula = read_formula(tokens, known)
    except NoFormulaError:
        return None
    if not names_in(formula) and not has_maximum(formula):
        return None
    if isinstance(formula, Name) and formula.name.startswith("tỷ lệ"):
        # "dưới 50 %: tỷ lệ tương ứng": no points, but in proportion to them.
        return Reward("by_ratio", formula=Operation("*", formula, Maximum()))
    return Reward("formula", formula=formula)


def _without_name(tokens: Sequence[Token]) -> Sequence[Token]:
    """As in "tỷ lệ hài lòng x 10": words behind the ratio only say which."""
    taken = phrase_at(tokens, 0, RATIO)
    end = next((at for at in range(taken, len(tokens)) if tokens[at].kind != "word"), 0)
    words = [token.text for token in tokens[taken:end]]
    if not taken or not words or tokens[end].text not in ("*", "/") or _TURNED & set(words):
        return tokens
    return [*tokens[:taken], *tokens[end:]]


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    while tokens and tokens[0].text in _FILLERS:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in (".", ",", ";", ":", "…"):
        tokens = tokens[:-1]
    if tokens and tokens[-1].text == ")" and not any(token.text == "(" for token in tokens):
        tokens = tokens[:-1]
    if tokens and phrase_at(tokens, 0, MAXIMUM) == len(tokens):
        return tokens
    for place in range(1, len(tokens)):
        if phrase_at(tokens, place, _AFTER) == len(tokens) - place and tokens[place - 1].text != "*":
            trimmed = tokens[:place]
            return trimmed if trimmed[-1].kind not in ("percent",) else [*trimmed, _POINTS_WORD]
    return tokens


_POINTS_WORD = Token("word", "điểm", 0, 0)
