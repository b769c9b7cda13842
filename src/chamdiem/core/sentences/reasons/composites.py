"""Why a rule made of rules earned its points: sums, alternatives, gates, lists of conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from chamdiem.core.award import Reason, Status
from chamdiem.core.sentences.reasons.findings import decided
from chamdiem.core.sentences.reasons.tree import Line
from chamdiem.core.sentences.voice import Voice

_NOTHING = Fraction(0)
Tell = Callable[[Reason, Voice], Line]


def sum_line(reason: Reason, voice: Voice, tell: Tell) -> Line:
    """``Tổng các phần = 3 + 0,5 = 3,5 điểm``, with every part under it."""
    facts = reason.facts
    added = _added("sum", facts["worth"], voice, facts["maxima"])
    total = voice.bounded(facts["total"], _NOTHING, facts["most"], added)
    return Line(f"{added} {total}", _labelled(reason, voice, tell))


def stopped_line(reason: Reason, voice: Voice, tell: Tell) -> Line:
    """No points: one part does not apply, or waits for something."""
    stopped = tell(reason.parts[reason.facts["part"]], voice.inner)
    phrase = "part_applies_not" if reason.facts["status"] is Status.NOT_APPLICABLE else "part_waits"
    return Line(f"{voice.phrases[phrase]}: {stopped.text}", stopped.parts)


def best_of_line(reason: Reason, voice: Voice, tell: Tell) -> Line:
    """The points of the best alternative, with every alternative under it."""
    parts = [tell(part, voice.inner) for part in reason.parts]
    chosen = parts[reason.facts["chosen"]]
    if len(parts) > 1:
        chosen.text = voice.say("chosen", line=chosen.text)
    points = reason.facts["points"]
    earned = voice.earned(points.numerator, points.denominator)
    return Line(f"{voice.phrases['best_of']} {earned}", tuple(parts))


def best_of_none_line(reason: Reason, voice: Voice, tell: Tell) -> Line:
    """No alternative applies."""
    parts = tuple(tell(part, voice.inner) for part in reason.parts)
    return Line(voice.phrases["best_of_none"], parts)


def gate_line(reason: Reason, voice: Voice, tell: Tell) -> Line:
    """The condition, then the rule behind it; a bare "nothing" needs no more than the condition."""
    _, condition = decided(reason.facts["condition"], reason.facts, voice)
    behind = reason.parts[0]
    if behind.code.startswith("fixed."):
        return Line(f"{condition} → {fixed_points(behind, voice)}")
    line = tell(behind, voice)
    return Line(f"{condition} → {line.text}", line.parts)


def fixed_line(reason: Reason, voice: Voice) -> Line:
    """Points that ask nothing."""
    return Line(f"{voice.phrases['fixed']} → {fixed_points(reason, voice)}")


def fixed_points(reason: Reason, voice: Voice) -> str:
    """``điểm tối đa 10`` or ``0 điểm``."""
    points = reason.facts["points"]
    return voice.full(points) if reason.code == "fixed.full" else voice.given(points)


def checklist_line(reason: Reason, voice: Voice) -> Line:
    """Every condition with what it gives, and the sum."""
    points = [part.facts["points"] for part in reason.parts]
    if len(points) == 1:
        return checklist_part_line(reason.parts[0], voice)
    parts = tuple(checklist_part_line(part, voice.inner) for part in reason.parts)
    added = _added("checklist", points, voice)
    total = voice.bounded(reason.facts["total"], _NOTHING, reason.facts["most"], added)
    return Line(f"{added} {total}", parts)


def checklist_part_line(reason: Reason, voice: Voice) -> Line:
    """One condition of a list."""
    return Line(f"{_condition(reason, voice)} → {voice.given(reason.facts['points'])}")


def checklist_all_line(reason: Reason, voice: Voice) -> Line:
    """All conditions are met."""
    return Line(f"{voice.phrases['checklist_all']} → {voice.full(reason.facts['points'])}")


def checklist_lacking_line(reason: Reason, voice: Voice) -> Line:
    """The first condition that is not met."""
    lacking = voice.say("checklist_lacking", condition=_condition(reason, voice))
    return Line(f"{lacking} → {voice.given(_NOTHING)}")


def _condition(reason: Reason, voice: Voice) -> str:
    _, text = decided(reason.facts["condition"], reason.facts, voice)
    label = reason.facts["label"]
    return f"{label} ({text})" if label else text


def _added(phrase: str, points: list[Fraction], voice: Voice, maxima: Sequence[Fraction] = ()) -> str:
    """``Tổng các phần = 3 + 0,5``; a single part needs no sum."""
    if len(points) == 1:
        return voice.phrases[phrase]
    return f"{voice.phrases[phrase]} {voice.summands(points, maxima)}"


def _labelled(reason: Reason, voice: Voice, tell: Tell) -> tuple[Line, ...]:
    lines = [tell(part, voice.inner) for part in reason.parts]
    for line, label in zip(lines, reason.facts["labels"], strict=True):
        line.text = f"{label}: {line.text}" if label else line.text
    return tuple(lines)
