"""Why yes or no, a level chosen, or people's marks earned their points; and why nothing did."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.award import Reason
from chamdiem.core.inputs import Input
from chamdiem.core.rules.manual import POINTS, ManualRule
from chamdiem.core.sentences.conditions import name_of
from chamdiem.core.sentences.reasons.findings import decided
from chamdiem.core.sentences.reasons.tree import Line
from chamdiem.core.sentences.voice import Voice

_NOTHING = Fraction(0)
_NO_MARK = "–"


def yes_no_line(reason: Reason, voice: Voice) -> Line:
    """``Đã ban hành: Có → điểm tối đa 10``."""
    facts = reason.facts
    holds, text = decided(facts["condition"], facts, voice)
    return Line(f"{text} → {voice.full(facts['points']) if holds else voice.given(_NOTHING)}")


def choice_line(reason: Reason, voice: Voice) -> Line:
    """``Trưởng ban: Phó Chủ tịch → 1/2 × 15 = 7,5 điểm``."""
    facts = reason.facts
    label = name_of(facts["letter"], facts["scope"])
    return Line(f"{label}: {facts['label']} → {voice.reward(facts['reward'], facts['maximum'])}")


def missing_line(reason: Reason, voice: Voice) -> Line:
    """Every figure that is missing, by letter and label."""
    named = (figure_name(letter, given, voice) for letter, given in reason.facts["inputs"].items())
    return Line(voice.say("missing", figures="; ".join(named)))


def not_applicable_line(reason: Reason, voice: Voice) -> Line:
    """Why the criterion does not apply."""
    _, text = decided(reason.facts["condition"], reason.facts, voice)
    return Line(voice.say("applies_not", condition=text))


def override_line(reason: Reason, voice: Voice) -> Line:
    """``Chấm 8 điểm: thiếu minh chứng quý IV; theo quy tắc được 10 điểm``; by hand ``đã kê khai 10 điểm``."""
    facts = reason.facts
    override, computed = facts["override"], facts["computed"]
    if override.points is None:
        return Line(voice.say("override_not_applicable", reason=override.reason))
    # People end their reason with a full stop; where more follows it goes.
    why = override.reason if computed is None else override.reason.rstrip().rstrip(".")
    who, what = ("ruled" if override.is_ruling else "points"), ("" if voice.has_points else "_met")
    given = _decided_points(override.points, facts["maximum"], voice)
    text = voice.say(f"override_{who}{what}", points=given, reason=why)
    if computed is not None:
        before = _decided_points(computed, facts["maximum"], voice)
        said = "given" if any(each.code.startswith("manual.") for each in reason.parts) else "computed"
        text = voice.say(f"override_{said}{what}", text=text, computed=before)
    return Line(text)


def _decided_points(points: Fraction, maximum: Fraction, voice: Voice) -> str:
    """Points given; of a condition without points, whether they make it met."""
    if voice.has_points:
        return voice.given(points)
    rounded = voice.rounding.round(points) if voice.rounding else points
    return voice.full(points) if rounded >= maximum else voice.given(_NOTHING)


def figure_name(letter: str, given: Input, voice: Voice) -> str:
    """``a – Tổng số hồ sơ (lấy từ I.6)``."""
    if letter.startswith(POINTS):
        return f"{voice.phrases['manual_agreed']} {letter.removeprefix(POINTS).strip('_')}".strip()
    name = f"{letter} – {given.label}" if given.label else letter
    return voice.say("shared_figure", figure=name, source=given.source) if given.source else name


def agreed_line(reason: Reason, voice: Voice) -> Line:
    """Points people gave; beside marks that assessors gave, the marks too."""
    facts = reason.facts
    earned = voice.bounded(facts["points"], _NOTHING, facts["maximum"])
    marks = _marks(reason, voice)
    if set(marks) - {_NO_MARK}:
        return Line(voice.say("manual_settled", earned=earned, marks="; ".join(marks)))
    return Line(f"{voice.phrases['manual_agreed']} {earned}")


def combined_line(reason: Reason, voice: Voice) -> Line:
    """Marks of several assessors, and what they make together."""
    facts = reason.facts
    rule: ManualRule = facts["rule"]
    marks = _marks(reason, voice)
    earned = voice.bounded(facts["points"], _NOTHING, facts["maximum"])
    if len(set(marks)) == 1:
        return Line(f"{voice.phrases['manual_consensus']} {earned}")
    if rule.combine == "median":
        return Line(f"{voice.phrases['manual_median']} ({'; '.join(marks)}) {earned}")
    formula = f"({' + '.join(marks)}) / {len(marks)}"
    return Line(f"{voice.phrases['manual_mean']} = {formula} {earned}")


def disputed_line(reason: Reason, voice: Voice) -> Line:
    """Marks too far apart."""
    rule: ManualRule = reason.facts["rule"]
    marks = "; ".join(_marks(reason, voice))
    if not rule.tolerance:
        return Line(voice.say("manual_disagree", marks=marks))
    tolerance = voice.numbers.exact(rule.tolerance)
    return Line(voice.say("manual_disputed", marks=marks, tolerance=tolerance))


def _marks(reason: Reason, voice: Voice) -> list[str]:
    scale = reason.facts["scale"]
    return [
        _NO_MARK if mark is None else voice.numbers.exact(Fraction(mark, scale))
        for mark in reason.facts["marks"]
    ]
