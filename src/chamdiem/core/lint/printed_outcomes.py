"""What a clause gives: so many points, a part of the maximum, or no question of points at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.criterion import Criterion
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.points import decimal_text, exact

_NUMBER = r"\d{1,4}(?:[.,]\d+)?"
_THIS = r"(?:tiêu chí|chỉ số|nội dung|mục)"
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_REWARD = re.compile(
    r"(?P<percent>\d+(?:,\d+)?)\s*%\s*(?:tổng )?(?:số )?điểm"
    r"|(?P<above>\d+)\s*/\s*(?P<below>[1-9]\d*)\s*(?:tổng )?(?:số )?điểm"
    r"|(?P<half>\bnửa)\s*(?:tổng )?(?:số )?điểm"
    rf"|(?P<points>{_NUMBER})\s*điểm"
    r"|(?P<full>điểm tối đa|(?:đủ|trọn|toàn bộ|hết) (?:số )?điểm)"
    r"|(?P<open>không tính(?: \w+)? ?điểm)"
    r"|(?P<none>không (?:được|có|tính|cho)(?: \w+)? ?điểm)"
    r"|(?P<aside>không (?:đánh giá|áp dụng|xét|chấm|đưa vào đánh giá)|miễn (?:đánh giá|chấm|xét)"
    rf"|không tính {_THIS}\b|loại (?:trừ|bỏ) {_THIS}\b|{_THIS}(?: này)? (?:được |bị )?loại (?:trừ|bỏ))",
    re.IGNORECASE,
)
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """So many points; None where the row does not apply."""

    points: Fraction | None

    @property
    def facts(self) -> Facts:
        """The points, or the words for a row that does not apply."""
        if self.points is None:
            return {"points": "", "aside": Word("status_not_applicable")}
        return {"points": self.points, "aside": ""}


def read_outcomes(text: str, maximum: Fraction) -> tuple[Outcome, ...]:
    """What a clause gives, or may mean to give; empty where it names no points."""
    match = _REWARD.search(_IN_BRACKETS.sub("", text))
    if match is None:
        return ()
    if match.group("aside") or match.group("open"):
        # "Không tính điểm": no points, or no question of points.
        return (Outcome(None), Outcome(_NOTHING))[: 2 if match.group("open") else 1]
    if match.group("points"):
        return (Outcome(exact(match.group("points").replace(",", "."))),)
    return (Outcome(maximum * _share(match)),)


def _share(match: re.Match[str]) -> Fraction:
    if match.group("percent"):
        return exact(match.group("percent").replace(",", ".")) / 100
    if match.group("above"):
        return Fraction(int(match.group("above")), int(match.group("below")))
    if match.group("half"):
        return Fraction(1, 2)
    return Fraction(1) if match.group("full") else _NOTHING


def outcome_hit(criterion: Criterion, text: str, given: Outcome) -> Hit:
    """That a text gives something else than the rule."""
    computed = "not_applicable" if given.points is None else decimal_text(given.points)
    printed = " ".join(text.strip(" .;\n").split())
    facts: Facts = {"text": printed, **given.facts}
    return Hit(row=criterion.row, detail=printed, printed=printed, computed=computed, facts=facts)
