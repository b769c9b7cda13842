"""Why comparison with the others earned its points: ``Min-Max: (9 - 1) / (60 - 1) × 5``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from chamdiem.core.award import Reason
from chamdiem.core.expression import Binary
from chamdiem.core.form import Spread
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.sentences.formulas import compared_term, number_term, peer_share, phrase
from chamdiem.core.sentences.numbers import Pair, in_formula, in_percent, operand, pair, sign
from chamdiem.core.sentences.reasons.findings import decided
from chamdiem.core.sentences.reasons.tree import Line
from chamdiem.core.sentences.terms import is_divided, term_text, term_writer
from chamdiem.core.sentences.voice import Voice

_NOTHING = Fraction(0)
_ONE = Fraction(1)


def special_line(reason: Reason, voice: Voice) -> Line:
    """A case decided without the others."""
    facts = reason.facts
    case = facts["case"]
    _, text = decided(case.when, facts, voice)
    label = f" ({case.label})" if case.label else ""
    return Line(f"{text}{label} → {voice.given(facts['points'])}")


def unknown_line(reason: Reason, voice: Voice) -> Line:
    """The own figure, while those of the others are not there."""
    figure = _figure(reason.facts, Fraction(*reason.facts["ratio"]), (), voice)
    return Line(voice.say("peers_unknown", figure=figure))


def all_equal_line(reason: Reason, voice: Voice) -> Line:
    """All figures are the same."""
    return _all_line("all_equal", reason, voice)


def all_zero_line(reason: Reason, voice: Voice) -> Line:
    """Even the highest figure is zero."""
    return _all_line("all_zero", reason, voice)


def min_max_line(reason: Reason, voice: Voice) -> Line:
    """Own figure between the least and the greatest."""
    facts, spread = reason.facts, _spread(reason)
    distance = (
        spread.most - facts["figure"] if facts["rule"].better == "low" else facts["figure"] - spread.least
    )
    made = distance / (spread.most - spread.least) * facts["maximum"]
    return Line(f"{_head('min_max', reason, voice)}: {_formula(facts, made, voice)}")


def share_of_max_line(reason: Reason, voice: Voice) -> Line:
    """Own figure as a share of the best."""
    facts, spread = reason.facts, _spread(reason)
    maximum: Fraction = facts["maximum"]
    if facts["rule"].better == "high":
        made = facts["figure"] / spread.most * maximum
        return Line(f"{_head('share_of_max', reason, voice)}: {_formula(facts, made, voice)}")
    head = _head("share_of_min", reason, voice)
    if facts["figure"] <= spread.least:
        own, least, _ = _three(facts, voice)
        return Line(f"{head}: {own} ≤ {least} → {voice.full(maximum)}")
    made = spread.least / facts["figure"] * maximum
    return Line(f"{head}: {_formula(facts, made, voice)}")


def excess_line(reason: Reason, voice: Voice) -> Line:
    """Half for the target, half for a share of the greatest excess."""
    facts, spread = reason.facts, _spread(reason)
    figure, half = facts["figure"], facts["maximum"] / 2
    guards = pair(figure), pair(spread.most), (1, 1), (0, 1)
    own, most = (_figure(facts, each, guards, voice) for each in (figure, spread.most))
    reached = _worked_out(own, facts, voice)
    full, halved = voice.numbers.percent(_ONE), voice.numbers.exact(half)
    if figure < 1 or spread.most <= 1:
        head = f"{voice.say('excess_below', reached=reached)}{_alone(reason, voice)}"
        if figure >= 1:
            return Line(f"{head} → {voice.given(half)}")
        product = f"{in_formula(own)} × {halved}"
        return Line(f"{head} → {product} {voice.bounded(figure * half, _NOTHING, half, own)}")
    text = f"{halved} + ({own} - {full}) / ({most} - {full}) × {halved}"
    if figure == 1:
        return Line(f"{voice.say('excess_met')}{_alone(reason, voice)} → {voice.given(half)}")
    earned = voice.bounded(half + half * (figure - 1) / (spread.most - 1), _NOTHING, 2 * half, text)
    return Line(
        f"{voice.say('excess_above', reached=reached)}{_alone(reason, voice)} → {in_formula(text)} {earned}"
    )


def _all_line(phrase: str, reason: Reason, voice: Voice) -> Line:
    facts, rule = reason.facts, reason.facts["rule"]
    reward = rule.if_all_equal if phrase == "all_equal" else rule.if_all_zero
    most = _figure(facts, _spread(reason).most, (), voice)
    head = f"{voice.say(phrase, figure=most)}{_alone(reason, voice)}"
    return Line(f"{head} → {voice.reward(reward, facts['maximum'])}")


def _alone(reason: Reason, voice: Voice) -> str:
    """That nobody else is compared, where it is so; the formula is that of everybody."""
    return voice.phrases["alone"] if _spread(reason).count == 1 else ""


def _spread(reason: Reason) -> Spread:
    spread: Spread = reason.facts["spread"]
    return spread


def _head(phrase: str, reason: Reason, voice: Voice) -> str:
    """The name of the method; before it how the own figure comes about, where it is a quotient."""
    facts = reason.facts
    head = f"{voice.phrases[phrase]}{_alone(reason, voice)}"
    if not is_divided(compared_term(facts["rule"])):
        return head
    own, _, _ = _three(facts, voice)
    return f"{voice.phrases['ratio']} = {_worked_out(own, facts, voice)}; {head}"


def _worked_out(own: str, facts: Mapping[str, Any], voice: Voice) -> str:
    """``94 / 98 ≈ 95,92%``: the own figure from the figures entered."""
    written = term_writer(compared_term(facts["rule"]), facts["scope"], voice)(facts["values"])
    return f"{written} {sign(is_exact=own == in_formula(own))} {in_formula(own)}"


def _formula(facts: Mapping[str, Any], made: Fraction, voice: Voice) -> str:
    """``(9 - 1) / (60 - 1) × 5 ≈ 0,678 điểm``: the formula of the rule with figures in it."""
    maximum: Fraction = facts["maximum"]
    share = peer_share(facts["rule"], *map(phrase, _three(facts, voice)))
    text = term_text(Binary("*", share, number_term(maximum)), voice.numbers)
    return f"{in_formula(text)} {voice.bounded(made, _NOTHING, maximum, text)}"


def _three(facts: Mapping[str, Any], voice: Voice) -> tuple[str, str, str]:
    """Own figure, least and most, told apart from each other."""
    figures = facts["figure"], facts["spread"].least, facts["spread"].most
    guards = tuple(map(pair, figures))
    own, least, most = (_figure(facts, figure, guards, voice) for figure in figures)
    return own, least, most


def _figure(facts: Mapping[str, Any], figure: Fraction, guards: tuple[Pair, ...], voice: Voice) -> str:
    """A figure inside a formula; in percent where it is a quotient."""
    rule: PeerRule = facts["rule"]
    others = tuple(guard for guard in guards if guard != pair(figure))
    if rule.target is not None or is_divided(rule.value):
        text = operand(voice.numbers.ratio(*pair(figure), in_percent(others)))
    else:
        text = operand(voice.numbers.number(*pair(figure), others))
    return f"({text})" if text.startswith("-") else text
