"""Steps in words, Vietnamese and English: ``Số hộ … từ 620 lên 800 hộ (tỷ lệ từ 62% lên 80%)``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from chamdiem.analysis.standpoint import Changes, Standpoint
from chamdiem.analysis.steps import Step
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Term, letters_in
from chamdiem.core.inputs import NUMBER_TYPES, Input
from chamdiem.core.quotient import Values
from chamdiem.core.rules.rule import walk
from chamdiem.core.sentences.figures import label_in, value_in
from chamdiem.core.sentences.measures import Measure
from chamdiem.core.sentences.phrases import Language
from chamdiem.core.sentences.terms import is_divided, with_unit
from chamdiem.core.sentences.voice import voice
from chamdiem.core.trials.edges import Edge, list_turns

_PHRASES = {
    "more": ("{name} từ {before} lên {after}", "{name} from {before} up to {after}"),
    "less": ("{name} từ {before} xuống {after}", "{name} from {before} down to {after}"),
    "other": ("{name}: từ “{before}” thành “{after}”", "{name}: from “{before}” to “{after}”"),
    "ratio": (" (tỷ lệ từ {before} thành {after})", " (ratio from {before} to {after})"),
    "gain": ("{steps}: thêm {points}", "{steps}: {points} more"),
    "own": (" ở tiêu chí này", " at this criterion"),
    "won": ("thêm {points} ở {row}", "{points} more at {row}"),
    "lost": ("giảm {points} ở {row}", "{points} lost at {row}"),
    "net won": ("tính chung thêm {points}", "{points} more in all"),
    "net lost": ("tính chung giảm {points}", "{points} lost in all"),
}


def step_text(standpoint: Standpoint, step: Step, key: str = "", language: Language = "vi") -> str:
    """A step in words, with the points it wins.

    Args:
        standpoint: Where the organisation stands.
        step: What it changes.
        key: The criterion that names the figures; without one, each is named where it is asked.
        language: ``vi`` or ``en``.
    """
    moved = [_moved(standpoint, figure, step, key, language) for figure in step.changes]
    rounding = standpoint.indicator_set.rounding
    points = voice(language, rounding).given(step.gain)
    return _say("gain", language, steps="; ".join(moved), points=points)


def way_text(
    standpoint: Standpoint,
    changes: Changes,
    key: str,
    effects: Mapping[str, Fraction],
    language: Language = "vi",
) -> str:
    """Changes in words with the points they win at one criterion.

    Where other criteria read the same figures, what each of them wins or loses follows, and the sum:
    ``…: thêm 10,00 điểm ở tiêu chí này; giảm 8,70 điểm ở 3.6; tính chung thêm 1,30 điểm``.

    Args:
        standpoint: Where the organisation stands.
        changes: The figures moved.
        key: The criterion that names the figures.
        effects: Criterion key → points won or lost, as ``Standpoint.effects`` gives them.
        language: ``vi`` or ``en``.
    """
    said = step_text(standpoint, Step(changes, effects.get(key, Fraction(0))), key, language)
    others = {other: gain for other, gain in effects.items() if other != key}
    if not others:
        return said
    points = voice(language, standpoint.indicator_set.rounding).given
    parts = [said + _say("own", language)]
    for other, gain in others.items():
        row = standpoint.criteria[other].label
        parts.append(_say("won" if gain > 0 else "lost", language, points=points(abs(gain)), row=row))
    net = sum(effects.values(), Fraction(0))
    parts.append(_say("net won" if net >= 0 else "net lost", language, points=points(abs(net))))
    return "; ".join(parts)


def _moved(standpoint: Standpoint, figure: str, step: Step, key: str, language: Language) -> str:
    criterion = standpoint.criteria[key or standpoint.readers([figure])[0]]
    if figure not in criterion.letters.figures:
        criterion = standpoint.criteria[standpoint.readers([figure])[0]]
    place = criterion.letters.figures.index(figure)
    letter = list(criterion.letters.inputs)[place]
    given = criterion.letters.inputs[letter]
    now, then = standpoint.answers[figure] or 0, step.changes[figure]
    before, after = (_value(given, value, language) for value in (now, then))
    name = label_in(given, language) or letter
    if given.type not in NUMBER_TYPES:
        return _say("other", language, name=name, before=before, after=after)
    way = _say("more" if then > now else "less", language, name=name, before=before, after=after)
    changed = {**standpoint.answers, **step.changes}
    values = criterion.values(standpoint.answers), criterion.values(changed)
    return with_unit(way, given.unit) + _ratio(criterion, letter, *values, language)


def _value(given: Input, value: int, language: Language) -> str:
    """A figure as people read it, a level by its label."""
    if given.type in NUMBER_TYPES:
        return voice(language).numbers.exact(Fraction(value, given.scale))
    if given.type == "choice":
        code = list(given.options)[value]
        return given.options[code] or code
    return value_in(given, value, language)


def _ratio(criterion: Criterion, letter: str, before: Values, after: Values, language: Language) -> str:
    """The ratio the figure stands in, as it was and as it shall be; empty where there is none."""
    for rule in walk(criterion.rule):
        for term in rule.terms():
            if is_divided(term) and letter in letters_in(term):
                shown = [_share(criterion, term, values, language) for values in (before, after)]
                return _say("ratio", language, before=shown[0], after=shown[1])
    return ""


def _share(criterion: Criterion, term: Term, values: Values, language: Language) -> str:
    edges = [turn.threshold for turn in list_turns(criterion) if isinstance(turn, Edge) and turn.term == term]
    measure = Measure(term, edges, criterion.scope, voice(language))
    _, (text, _) = measure.said(values, *criterion.scope.evaluator(term)(values))
    return text


def _say(phrase: str, language: Language, **facts: str) -> str:
    return _PHRASES[phrase][language == "en"].format_map(facts)
