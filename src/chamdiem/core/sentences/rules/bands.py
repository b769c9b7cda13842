"""The bands of a value in words: ``từ 5 đến 9 cuộc``, ``đến hết ngày 31/03/2026``."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from chamdiem.core.expression import Letter, Term
from chamdiem.core.rules.rule import Scope
from chamdiem.core.rules.tiers import Tier, TiersRule
from chamdiem.core.sentences.measures import is_percentage, threshold_writer
from chamdiem.core.sentences.rules.context import Sentence
from chamdiem.core.sentences.terms import compared_day, is_day

_SIDES = {
    "at_least": "rule_from",
    "more_than": "rule_above",
    "less_than": "rule_below",
    "at_most": "rule_down_from",
}
_UPWARDS = ("at_least", "more_than")
_OPEN = ("more_than", "less_than")
# Whether the lower and the upper end belong to a band.
_BETWEEN = {
    (True, False): "rule_between_from",
    (False, True): "rule_between_above",
    (True, True): "rule_between_whole",
    (False, False): "rule_between_inside",
}


def band_clauses(rule: TiersRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Every band and what it gives; its label where that says more than the band itself."""
    bands = _Bands(rule, sentence)
    before: list[Tier | None] = [None, *rule.tiers]
    clauses = []
    for tier, above in zip(rule.tiers, before, strict=False):
        clause = bands.said(tier, above, sentence.reward(tier.reward, maximum))
        plain = f"{clause} {bands.plain(tier, above)}"
        is_said = not tier.label or tier.label.casefold() in plain.casefold()
        clauses.append(clause if is_said else sentence.say("rule_named", clause=clause, label=tier.label))
    return clauses


class _Bands:
    """The bands of one rule."""

    def __init__(self, rule: TiersRule, sentence: Sentence) -> None:
        edges = [tier.threshold for tier in rule.tiers]
        term, voice = rule.value, sentence.voice
        is_percent = is_percentage(term, edges)
        self._sentence, self._term = sentence, term
        self._is_whole = _is_counted(term, sentence) and all(edge.denominator == 1 for edge in edges)
        self._is_day = are_days(rule, sentence.scope)
        self._number = voice.numbers.percent if is_percent else voice.numbers.exact
        self._low: Callable[[Fraction], str] = self._number
        self._with_unit = threshold_writer(term, sentence.scope, voice, is_percent=is_percent)
        if self._is_day:
            self._low = self._with_unit = self._day

    def said(self, tier: Tier, before: Tier | None, reward: str) -> str:
        """One band; between two thresholds where it and the band before it look the same way."""
        low, high = _between(tier, before)
        if low is None or high is None:
            return self._half_line(tier, reward)
        show, say = self._with_unit, self._sentence.say
        if not self._is_whole and low < high:
            return say(_phrase(tier, before), low=self._low(low), high=show(high), reward=reward)
        is_low_in, is_high_in = _ends_in(tier, before)
        first, last = low + (not is_low_in), high - (not is_high_in)
        if first >= last:
            return say("rule_exactly", threshold=show(last), reward=reward)
        return say("rule_between_whole", low=self._low(first), high=show(last), reward=reward)

    def plain(self, tier: Tier, before: Tier | None) -> str:
        """The band as most labels write it: without units, between its two thresholds."""
        low, high = _between(tier, before)
        show, say = self._number, self._sentence.say
        if low is None or high is None:
            return say(_SIDES[tier.side], threshold=show(tier.threshold), reward="")
        return say(_phrase(tier, before), low=show(low), high=show(high), reward="")

    def _half_line(self, tier: Tier, reward: str) -> str:
        """Everything on one side of a threshold; up to a day that day, or from it on."""
        if self._is_day:
            last = {"at_most": tier.threshold, "less_than": tier.threshold - 1}.get(tier.side)
            if last is not None:
                return self._sentence.say("rule_by_day", day=self._day(last), reward=reward)
            first = tier.threshold + 1 if tier.side == "more_than" else tier.threshold
            return self._sentence.say("rule_from_day", day=self._day(first), reward=reward)
        return self._sentence.say(_SIDES[tier.side], threshold=self._with_unit(tier.threshold), reward=reward)

    def _day(self, days: Fraction) -> str:
        assert isinstance(self._term, Letter)  # noqa: S101  only a letter is a date
        return compared_day(self._term, days, self._sentence.scope, self._sentence.voice)


def are_days(rule: TiersRule, scope: Scope) -> bool:
    """Whether the bands are bounded by days of the calendar, and are told by them."""
    return is_day(rule.value, scope) and all(tier.threshold.denominator == 1 for tier in rule.tiers)


def _is_counted(term: Term, sentence: Sentence) -> bool:
    """Whether a term has whole values only."""
    return isinstance(term, Letter) and sentence.scope.inputs[term.name].type in ("whole", "date")


def _between(tier: Tier, before: Tier | None) -> tuple[Fraction | None, Fraction | None]:
    if before is None or (before.side in _UPWARDS) is not (tier.side in _UPWARDS):
        return None, None
    low, high = sorted([before.threshold, tier.threshold])
    return low, high


def _ends_in(tier: Tier, before: Tier | None) -> tuple[bool, bool]:
    """Whether a band holds its lower and its upper end: what the band before it holds is not its own."""
    own, left = tier.side in ("at_least", "at_most"), before is None or before.side in _OPEN
    return (own, left) if tier.side in _UPWARDS else (left, own)


def _phrase(tier: Tier, before: Tier | None) -> str:
    return _BETWEEN[_ends_in(tier, before)]
