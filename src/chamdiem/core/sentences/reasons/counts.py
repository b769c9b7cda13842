"""Why counting earned its points: ``12 × 0,5 = 6, tối đa 3 → 3 điểm``, and deductions alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.award import Reason
from chamdiem.core.expression import Letter, Term
from chamdiem.core.inputs import PERCENT
from chamdiem.core.quotient import Values
from chamdiem.core.rules.count import CountPart
from chamdiem.core.rules.rule import Scope
from chamdiem.core.sentences.measures import is_percentage, threshold_writer
from chamdiem.core.sentences.numbers import Pair, in_percent, pair, sign
from chamdiem.core.sentences.reasons.memory import prepared
from chamdiem.core.sentences.reasons.tree import Line
from chamdiem.core.sentences.terms import (
    Write,
    day_count,
    day_since,
    days_late,
    is_day,
    term_writer,
    unit_of,
    with_unit,
)
from chamdiem.core.sentences.voice import Voice

_NOTHING = Fraction(0)


def count_line(reason: Reason, voice: Voice) -> Line:
    """One kind on its own line; several as a sum with the kinds under it."""
    most = reason.facts["most"]
    if len(reason.parts) == 1:
        return Line(_part_text(reason.parts[0], most, voice))
    total = voice.bounded(reason.facts["total"], _NOTHING, most)
    parts = tuple(count_part_line(part, voice.inner) for part in reason.parts)
    return Line(f"{voice.phrases['count']} {total}", parts)


def deduct_line(reason: Reason, voice: Voice) -> Line:
    """The maximum, what is taken off, what remains; the kinds under it."""
    facts = reason.facts
    steps = [voice.shown(facts["start"]), *(voice.shown(part.facts["points"]) for part in reason.parts)]
    formula = f"{sign(is_exact=all(exact for _, exact in steps))} {' - '.join(text for text, _ in steps)}"
    remains = voice.bounded(facts["total"], _NOTHING, facts["maximum"], formula)
    parts = tuple(
        Line(voice.say("taken_off", line=_part_text(part, None, voice.inner))) for part in reason.parts
    )
    return Line(f"{voice.phrases['deduct']} {formula} {remains}", parts)


def count_part_line(reason: Reason, voice: Voice) -> Line:
    """One kind of a count."""
    return Line(_part_text(reason, None, voice))


@dataclass(frozen=True, slots=True)
class _PartTeller:
    """One kind that is counted: its label, its term ready to be written, its amounts."""

    part: CountPart
    write: Write
    each: str
    is_percent: bool
    needs_brackets: bool
    is_date: bool
    unit: str
    threshold: Callable[[Fraction], str]

    @classmethod
    def of(cls, part: CountPart, scope: Scope, maximum: Fraction, voice: Voice) -> _PartTeller:  # noqa: ARG003  the contract
        """A kind made ready."""
        is_percent = part.every is not None and is_percentage(part.of, [part.every])
        days = _days_writer(part.of, scope, voice)
        write = days or term_writer(part.of, scope, voice)
        each = voice.numbers.exact(part.points_each)
        is_sum = not isinstance(part.of, Letter)
        threshold = threshold_writer(part.of, scope, voice, is_percent=is_percent)
        unit = unit_of(part.of, scope)
        return cls(part, write, each, is_percent, is_sum, days is not None, unit, threshold)

    def product(self, values: Values, ratio: Pair, voice: Voice) -> tuple[str, Fraction]:
        """``12 × 0,5`` and what it makes."""
        written = self.write(values)
        if self.part.every is not None:
            return self._steps(written, ratio, self.part.every, voice)
        factor = f"({written})" if self.needs_brackets else self._factor(written)
        return f"{factor} × {self.each}", Fraction(*ratio) * self.part.points_each

    def nothing(self, values: Values, voice: Voice) -> str:
        """Why nothing is counted: not late, or below zero."""
        written = self.write(values)
        return written if self.is_date else voice.say("below_zero", value=self.counted(written))

    def counted(self, written: str) -> str:
        """``12 cuộc``."""
        return with_unit(written, self.unit)

    def _factor(self, written: str) -> str:
        """``12 cuộc``; ``3 (%)``, because 3% of something would be another number."""
        return f"{written} ({PERCENT})" if self.unit == PERCENT else self.counted(written)

    def _steps(self, written: str, ratio: Pair, every: Fraction, voice: Voice) -> tuple[str, Fraction]:
        """``27,5% được 5 lần đủ 5%, 5 × 1`` and what it makes."""
        above, below = ratio
        steps = above * every.denominator // (below * every.numerator)
        guards = pair(steps * every), pair((steps + 1) * every)
        if self.is_percent:
            shown, is_exact = voice.numbers.ratio(above, below, in_percent(guards))
        else:
            shown, is_exact = voice.numbers.number(above, below, guards)
            shown = with_unit(shown, self.unit) if self.unit == PERCENT else shown
        value = (
            f"{written} {sign(is_exact=is_exact)} {shown}" if self.needs_brackets else self.counted(written)
        )
        each = self.threshold(every)
        text = voice.say(
            "every_once" if steps == 1 else "every",
            value=value,
            steps=voice.numbers.whole(steps),
            every=each,
            each=self.each,
        )
        return text, steps * self.part.points_each


def _days_writer(term: Term, scope: Scope, voice: Voice) -> Write | None:
    """A date that is counted, as the days it counts; None for anything else."""
    if not isinstance(term, Letter) or not is_day(term, scope):
        return None
    position, whole = scope.positions[term.name], voice.numbers.whole
    not_late = voice.say("not_late", since=day_since(term, scope))

    def write(values: Values) -> str:
        days = values[position] or 0
        return days_late(day_count(whole(days), voice), term, scope, voice) if days > 0 else not_late

    return write


def unsettled_line(reason: Reason, voice: Voice) -> Line:
    """A kind that divides by zero, for which a count has no policy."""
    facts = reason.facts
    part: CountPart = facts["part"]
    written = prepared(_PartTeller.of, part, facts, voice).write(facts["values"])
    label = f"{part.label}: " if part.label else ""
    return Line(f"{label}{written}{voice.phrases['zero_denominator']} → {voice.phrases['count_no_policy']}")


def _part_text(reason: Reason, most: Fraction | None, voice: Voice) -> str:
    """One kind: the product, its bounds, its points."""
    facts = reason.facts
    part: CountPart = facts["part"]
    teller = prepared(_PartTeller.of, part, facts, voice)
    label = f"{part.label}: " if part.label else ""
    if facts["ratio"][0] < 0 or (teller.is_date and not facts["ratio"][0]):
        return f"{label}{teller.nothing(facts['values'], voice)} → {voice.given(_NOTHING)}"
    text, made = teller.product(facts["values"], facts["ratio"], voice)
    caps = [most] if most is not None else []
    if part.cap is not None:
        caps.append(part.cap.of(facts["maximum"]))
    limit = min(caps) if caps else max(made, _NOTHING)
    return f"{label}{text} {voice.bounded(made, _NOTHING, limit)}"
