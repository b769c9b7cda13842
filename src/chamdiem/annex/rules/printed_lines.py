"""The words of a method as lines: levels with their points, prices, letters; nothing is made of them yet."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.clauses import Clause, clauses_of
from chamdiem.annex.rules.formulas import Operation, formula_text, names_in
from chamdiem.annex.rules.interpreting import interpret
from chamdiem.annex.rules.labels import number_called, short_label
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import (
    Assignment,
    Award,
    Cap,
    Definition,
    Each,
    Heading,
    Points,
    Prose,
    Shortfall,
    Statement,
)

# "6 điểm", "1,5đ", "(4 điểm)" within words.
_POINTS = re.compile(
    r"\s*[(\[:–=-]?\s*(?<![\d,./])(?P<points>\d+(?:,\d+)?)\s*(?:điểm(?! phần trăm| %)|đ)(?![^\W\d_])\s*[)\]]?"
)
_AMOUNT = r"[-–]?\s*\d+(?:,\d+)?\s*(?:điểm(?! phần trăm| %)|đ)(?![^\W\d_])"
# "bị nhắc nhở trừ 2 điểm", "Không: -5 điểm", "10 điểm x tỷ lệ": what stands there is not what is given.
_CALCULATED = re.compile(
    rf"\b(?:trừ|giảm|bớt|mất|cắt|hạ|phạt|âm|khấu)\b(?: (?:đi|xuống|thêm|còn|tiếp|trừ|bớt|số|điểm|ngay|tối đa|lần lượt|một lần|mỗi lần))*\s*[:=]?\s*{_AMOUNT}"
    rf"|\b(?:trừ|bớt|mất|cắt)\b(?: (?:đi|tiếp|thêm|hết|toàn bộ|số|điểm))*\s*(?:\d+(?:,\d+)?\s*%|\d/\d|một nửa|nửa|toàn bộ|hết)"
    rf"|[:=]\s*[-–]\s*{_AMOUNT}|[x×*/]\s*{_AMOUNT}|%\s*(?:của )?{_AMOUNT}|{_AMOUNT}\s*(?:[x×*/]|(?:nhân|chia)\b)",
    re.IGNORECASE,
)
# Of words that were not understood: a price, or points people choose.
_CHOSEN = re.compile(
    rf"\b(?:cứ|mỗi|từng)\b|\d\s*(?:[-–]|đến)\s*{_AMOUNT}|\b(?:tối đa|không quá|tùy|tuỳ)\b", re.IGNORECASE
)
_UP_OR_DOWN = re.compile(r"\btrở (?P<side>lên|xuống)\b", re.IGNORECASE)
_EDGES = " \n\t:;,.–-+()"
_LETTER = re.compile(r"[a-z]\d?")


@dataclass(frozen=True, slots=True)
class Level:
    """One line of the text with what it gives; ``reward`` is None where that was not understood.

    ``is_open``: the line takes points off or calculates them, so no number in it is what it gives.
    """

    label: str
    reward: Reward | None = None
    band: Band | None = None
    is_open: bool = False

    def data(self, maximum: Fraction) -> dict[str, str]:
        """The points as the set format has them; nothing where they are not known."""
        return {} if self.reward is None else self.reward.data(maximum)


@dataclass(slots=True)
class PrintedMethod:
    """What a method says, sorted for the forms of rules."""

    statements: Sequence[Statement]
    name: str
    maximum: Fraction

    @property
    def levels(self) -> list[Level]:
        """The lines that say what is given, in printed order."""
        found = (_level(each) for each in self.statements)
        return [each for each in found if each is not None]

    @property
    def letters(self) -> dict[str, dict[str, str]]:
        """The letters that the text explains, as figures."""
        defined = [each for each in self.statements if isinstance(each, Definition) and each.constant is None]
        return {each.letter: number_called(each.label) for each in defined if _LETTER.fullmatch(each.letter)}

    @property
    def value(self) -> str:
        """The ratio in letters that the text explains; empty where it prints none."""
        printed = [each.formula for each in self.statements if isinstance(each, Assignment)]
        known = [
            each
            for each in printed
            if isinstance(each, Operation) and each.sign == "/" and set(names_in(each)) <= self.letters.keys()
        ]
        return formula_text(known[0]) if len(known) == 1 else ""

    @property
    def is_cut(self) -> bool:
        """Whether a line begins or ends within brackets, as those of "[60%; 80%)" do: its ends are not known."""
        return any(_is_cut(each.clause.text) for each in self.statements)

    @property
    def has_formula(self) -> bool:
        """Whether a formula says the points."""
        return any(isinstance(each, Points) for each in self.statements)

    def list_left(self, kind: str) -> tuple[str, ...]:
        """What the text says besides what the form of a kind holds: "tối đa 5 điểm", "tùy mức độ"."""
        return tuple(each.clause.text for each in self.statements if not _is_held(each, kind))

    def prices(self, *, taken_off: bool) -> list[Each]:
        """What every thing gives, or costs."""
        eaches = [each for each in self.statements if isinstance(each, Each)]
        return [each for each in eaches if each.takes_off == taken_off and each.points.is_constant]

    def cap(self) -> Reward | None:
        """The most all of it gives."""
        caps = [each.most for each in self.statements if isinstance(each, Cap) and not each.takes_off]
        return caps[0] if len(caps) == 1 else None


def read_lines(texts: Mapping[str, str], name: str, maximum: Fraction) -> PrintedMethod:
    """The lines of a method and its note."""
    clauses = [*clauses_of(texts.get("method", "")), *clauses_of(texts.get("note", ""), "note")]
    return PrintedMethod(interpret(clauses, maximum), name, maximum)


def _level(statement: Statement) -> Level | None:
    """A line with what it gives; of one not understood its only amount of points, and all its words."""
    text = statement.clause.text
    if isinstance(statement, Shortfall):
        return Level(short_label(text), is_open=True)
    if isinstance(statement, Award):
        if _CALCULATED.search(text) or not statement.reward.is_constant:
            return Level(short_label(text), None, statement.band, is_open=True)
        band = _opened(statement.band, statement.condition)
        return Level(short_label(statement.condition), statement.reward, band)
    if not isinstance(statement, Prose) or statement.clause.explains:
        return None
    if _CALCULATED.search(text) or (_CHOSEN.search(text) and _POINTS.search(text)):
        return Level(short_label(text), is_open=True)
    return _with_amount(statement.clause)


def _is_held(statement: Statement, kind: str) -> bool:
    if isinstance(statement, Definition | Assignment | Heading) or statement.clause.explains:
        return True
    if kind in ("count", "deduct"):
        is_cap = isinstance(statement, Cap) and kind == "count"
        return is_cap or (isinstance(statement, Each) and statement.takes_off == (kind == "deduct"))
    level = _level(statement)
    return level is not None and not (kind == "yes_no" and level.reward is None)


def _is_cut(text: str) -> bool:
    return any(text.count(one) != text.count(other) for one, other in ("()", "[]", "{}"))


def _opened(band: Band | None, text: str) -> Band | None:
    """As in "80% cán bộ trở xuống": the words behind the number say which way it goes."""
    found = _UP_OR_DOWN.search(text) if band is not None and band.is_exact else None
    if band is None or found is None:
        return band
    if found["side"].casefold() == "lên":
        return replace(band, is_exact=False)
    return replace(band, low=None, high=band.low, is_high_in=True, is_exact=False)


def _with_amount(clause: Clause) -> Level | None:
    amounts = list(_POINTS.finditer(clause.text))
    if not amounts:
        return None
    if len(amounts) > 1:
        return Level(short_label(clause.text))
    (amount,) = amounts
    around = (clause.text[: amount.start()].strip(_EDGES), clause.text[amount.end() :].strip(_EDGES))
    label = short_label(", ".join(each for each in around if each))
    points = Fraction(amount["points"].replace(",", "."))
    return Level(label, Reward("points", points)) if label else None
