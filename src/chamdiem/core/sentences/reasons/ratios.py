"""Why a ratio earned its points: ``Tỷ lệ = 3 / 4 = 75% < 80% → 75% / 80% × 20 = 18,75 điểm``."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.award import Reason
from chamdiem.core.expression import Binary
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Scope
from chamdiem.core.sentences.formulas import number_term, phrase, ratio_share
from chamdiem.core.sentences.measures import Measure
from chamdiem.core.sentences.numbers import Pair, in_formula, pair
from chamdiem.core.sentences.reasons.memory import prepared
from chamdiem.core.sentences.reasons.tree import Line
from chamdiem.core.sentences.terms import term_text
from chamdiem.core.sentences.voice import Voice, rounding_edges

_NOTHING = Fraction(0)
_ONE = Fraction(1)
# Stands for the ratio in a prepared formula.
_RATIO = "@"


def ratio_line(reason: Reason, voice: Voice) -> Line:
    """The term with values, its ratio, the threshold, the formula, the points."""
    facts = reason.facts
    teller = prepared(RatioTeller, facts["rule"], facts, voice)
    return Line(teller.tell(reason))


class RatioTeller:
    """Tells one ratio rule; everything that does not depend on values is prepared."""

    def __init__(self, rule: RatioRule, scope: Scope, maximum: Fraction, voice: Voice) -> None:
        self._rule, self._voice, self._maximum = rule, voice, maximum
        self._measure = Measure(rule.value, (rule.threshold,), scope, voice)
        self._edge = pair(rule.threshold)
        self._threshold = self._measure.constant(rule.threshold)
        self._one = self._measure.constant(_ONE)
        self._most = maximum * rule.cap
        self._limits = (pair(self._most), (0, 1))
        self._full = f" → {self._full_marks()}"
        self._nothing = f" → {voice.given(_NOTHING)}"
        compared, formula = self._partial_pieces()
        before, after = formula.split(_RATIO)
        self._before, self._after = f"{compared} → {before}", f"{after} "

    def tell(self, reason: Reason) -> str:
        """The whole sentence."""
        facts, code = reason.facts, reason.code
        above, below = facts["ratio"]
        guards = self._turns(*facts["points"]) if code == "ratio.partial" else ()
        head, (text, is_exact) = self._measure.said(facts["values"], above, below, guards)
        if code == "ratio.full":
            return f"{head}{self._reached(above, below)}{self._full}"
        if code == "ratio.none":
            return f"{head}{self._failed(above, below)}{self._nothing}"
        number = text if is_exact else self._number(text, above, below, facts["points"])
        if code == "ratio.capped":
            points = self._capped(above, below, number)
        else:
            reached = facts["points"]
            points = self._voice.earned(reached[0], reached[1], self._limits, number)
        return f"{head}{self._before}{in_formula(number)}{self._after}{points}"

    def _number(self, text: str, above: int, below: int, points: Pair) -> str:
        """The ratio in the formula: ``≈ 55,67%``, or ``167 / 300`` where the points are exact."""
        if not self._voice.needs_no_rounding(*points):
            return f"≈ {text}"
        return " / ".join(map(self._voice.numbers.whole, pair(Fraction(above, below))))

    def _turns(self, above: int, below: int) -> tuple[Pair, ...]:
        """The ratios next to this one at which the points round to something else."""
        rounding, slope = self._voice.rounding, self._rule.slope(self._maximum)
        if rounding is None or not slope:
            return ()
        edges = rounding_edges(rounding.quanta(above, below), rounding.digits)
        reached = [Fraction(*edge) / slope for edge in edges]
        return tuple(pair(each if self._rule.better == "high" else _ONE - each) for each in reached)

    def _capped(self, above: int, below: int, number: str) -> str:
        """``= 12, tối đa 10 → 10 điểm``."""
        ratio = Fraction(above, below)
        reached = ratio if self._rule.better == "high" else _ONE - ratio
        made = reached * self._rule.slope(self._maximum)
        return self._voice.bounded(made, _NOTHING, self._most, number)

    def _reached(self, above: int, below: int) -> str:
        """How the ratio stands to the threshold it reached."""
        edge_above, edge_below = self._edge
        distance = above * edge_below - edge_above * below
        if self._rule.better == "low":
            return "" if not distance and not edge_above else f" ≤ {self._threshold}"
        if not distance and self._edge == (1, 1):
            return ""
        if distance and edge_above >= edge_below:
            return f" > {self._threshold}{self._voice.phrases['over']}"
        if above > below and self._measure.is_percent:
            return f" ≥ {self._threshold}{self._voice.say('over_full', full=self._one)}"
        return f" ≥ {self._threshold}"

    def _failed(self, above: int, below: int) -> str:
        """How the ratio stands to what earns nothing."""
        if self._rule.better == "low":
            if self._rule.below == "zero":
                return f" > {self._threshold}"
            return "" if above == below else f" > {self._one}"
        if self._rule.below == "zero":
            return f" < {self._threshold}"
        return " < 0" if above < 0 else ""

    def _full_marks(self) -> str:
        cap, voice = self._rule.cap, self._voice
        if cap == 1:
            return voice.full(self._most)
        return f"{voice.share(cap)} × {voice.numbers.exact(self._maximum)} {voice.earned(*pair(self._most))}"

    def _partial_pieces(self) -> tuple[str, str]:
        """The comparison with the threshold, and the formula with a mark for the ratio."""
        rule, note = self._rule, self._voice.phrases["lower_is_better"]
        share = ratio_share(rule, phrase(_RATIO), is_percent=self._measure.is_percent)
        formula = term_text(Binary("*", share, number_term(self._maximum)), self._voice.numbers)
        if rule.better == "low":
            return (f" > {self._threshold}" if rule.threshold else note), formula
        return ("" if rule.threshold == 1 else f" < {self._threshold}"), formula
