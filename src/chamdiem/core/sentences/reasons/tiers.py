"""Why a value earned the reward of its band, and what a zero denominator means."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.award import Reason
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Scope
from chamdiem.core.rules.tiers import Tier, TiersRule
from chamdiem.core.sentences.formulas import compared_term
from chamdiem.core.sentences.measures import Measure
from chamdiem.core.sentences.phrases import LANGUAGES, PHRASES
from chamdiem.core.sentences.reasons.memory import prepared
from chamdiem.core.sentences.reasons.tree import Line
from chamdiem.core.sentences.voice import Voice

SIGN_OF = {"at_least": "≥", "more_than": ">", "less_than": "<", "at_most": "≤"}
_OUTSIDE = {"at_least": "<", "more_than": "≤", "less_than": "≥", "at_most": ">"}


def tiers_line(reason: Reason, voice: Voice) -> Line:
    """The value, the band it lies in, and what the band gives."""
    facts = reason.facts
    teller = prepared(TiersTeller, facts["rule"], facts, voice)
    return Line(teller.tell(reason))


class TiersTeller:
    """Tells one rule of bands; each band's end of the sentence is prepared."""

    def __init__(self, rule: TiersRule, scope: Scope, maximum: Fraction, voice: Voice) -> None:
        edges = [tier.threshold for tier in rule.tiers]
        self._measure = Measure(rule.value, edges, scope, voice)
        self._bands = [
            f" {SIGN_OF[tier.side]} {self._measure.constant(tier.threshold)}"
            f"{_band_name(tier, place, len(rule.tiers), voice)} → {voice.reward(tier.reward, maximum)}"
            for place, tier in enumerate(rule.tiers, start=1)
        ]
        last, nothing = rule.tiers[-1], voice.phrases["no_band"] if len(rule.tiers) > 1 else ""
        self._outside = (
            f" {_OUTSIDE[last.side]} {self._measure.constant(last.threshold)}{nothing}"
            f" → {voice.reward(rule.otherwise, maximum)}"
        )

    def tell(self, reason: Reason) -> str:
        """The whole sentence."""
        facts = reason.facts
        head, _ = self._measure.said(facts["values"], *facts["ratio"])
        return head + (self._bands[facts["band"]] if reason.code == "tiers.band" else self._outside)


def _band_name(tier: Tier, place: int, bands: int, voice: Voice) -> str:
    """`` (mức 2: đạt)``; a label that is only the number of the band, and a single band, need no words."""
    numbers = [PHRASES[language]["band"].format(place=place).casefold() for language in LANGUAGES]
    if tier.label and not any(tier.label.casefold() in number for number in numbers):
        return voice.say("named_band", place=str(place), label=tier.label)
    return voice.say("band", place=str(place)) if bands > 1 else ""


def zero_line(reason: Reason, voice: Voice) -> Line:
    """A term that divides by zero, and what the rule makes of it."""
    facts = reason.facts
    measure = prepared(_zero_measure, facts["rule"], facts, voice)
    if reason.code == "zero.not_applicable":
        outcome = voice.phrases["not_applicable"]
    elif reason.code == "zero.full":
        outcome = voice.full(facts["maximum"])
    elif reason.code == "zero.no_policy":
        outcome = voice.phrases["no_policy"]
    else:
        outcome = voice.given(Fraction(0))
    return Line(f"{measure.written(facts['values'])}{voice.phrases['zero_denominator']} → {outcome}")


def _zero_measure(
    rule: RatioRule | TiersRule | PeerRule,
    scope: Scope,
    maximum: Fraction,  # noqa: ARG001  the contract of prepared
    voice: Voice,
) -> Measure:
    term = compared_term(rule) if isinstance(rule, PeerRule) else rule.value
    return Measure(term, (), scope, voice)
