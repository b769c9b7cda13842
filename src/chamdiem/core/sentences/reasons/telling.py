"""Reason → words: why these points, as one line or as a tree of lines."""

from __future__ import annotations

from chamdiem.core.award import Reason, Status
from chamdiem.core.criterion import Outcome
from chamdiem.core.sentences.phrases import Language
from chamdiem.core.sentences.reasons import composites, counts, peers, simple
from chamdiem.core.sentences.reasons.composites import Tell
from chamdiem.core.sentences.reasons.ratios import ratio_line
from chamdiem.core.sentences.reasons.tiers import tiers_line, zero_line
from chamdiem.core.sentences.reasons.tree import Line
from chamdiem.core.sentences.voice import Voice, voice

_TELLERS: dict[str, Tell] = {
    "ratio.partial": ratio_line,
    "ratio.full": ratio_line,
    "ratio.none": ratio_line,
    "ratio.capped": ratio_line,
    "zero.none": zero_line,
    "zero.no_policy": zero_line,
    "zero.full": zero_line,
    "zero.not_applicable": zero_line,
    "tiers.band": tiers_line,
    "tiers.otherwise": tiers_line,
    "yes_no": simple.yes_no_line,
    "choice": simple.choice_line,
    "checklist.any": composites.checklist_line,
    "checklist.part": composites.checklist_part_line,
    "checklist.all": composites.checklist_all_line,
    "checklist.lacking": composites.checklist_lacking_line,
    "count": counts.count_line,
    "count.part": counts.count_part_line,
    "count.no_policy": counts.unsettled_line,
    "deduct": counts.deduct_line,
    "fixed.full": composites.fixed_line,
    "fixed.none": composites.fixed_line,
    "peer.special": peers.special_line,
    "peer.unknown": peers.unknown_line,
    "peer.min_max": peers.min_max_line,
    "peer.share_of_max": peers.share_of_max_line,
    "peer.excess": peers.excess_line,
    "peer.all_equal": peers.all_equal_line,
    "peer.all_zero": peers.all_zero_line,
    "manual.agreed": simple.agreed_line,
    "manual.combined": simple.combined_line,
    "manual.disputed": simple.disputed_line,
    "missing": simple.missing_line,
    "not_applicable": simple.not_applicable_line,
    "override.points": simple.override_line,
    "override.not_applicable": simple.override_line,
    "sum": lambda reason, spoken: composites.sum_line(reason, spoken, tell),
    "sum.stopped": lambda reason, spoken: composites.stopped_line(reason, spoken, tell),
    "best_of": lambda reason, spoken: composites.best_of_line(reason, spoken, tell),
    "best_of.stopped": lambda reason, spoken: composites.stopped_line(reason, spoken, tell),
    "best_of.none": lambda reason, spoken: composites.best_of_none_line(reason, spoken, tell),
    "gate.met": lambda reason, spoken: composites.gate_line(reason, spoken, tell),
    "gate.failed": lambda reason, spoken: composites.gate_line(reason, spoken, tell),
}


def tell(reason: Reason, spoken: Voice) -> Line:
    """A reason in a voice."""
    return _TELLERS[reason.code](reason, spoken)


def reason_text(outcome: Outcome, language: Language = "vi") -> str:
    """Why a criterion earned what it earned, in one line; ends with the rounded points."""
    return _told(outcome, language).flat()


def reason_tree(outcome: Outcome, language: Language = "vi") -> list[tuple[int, str]]:
    """The same as lines with their depth, to be indented."""
    return list(_told(outcome, language).indented())


def _told(outcome: Outcome, language: Language) -> Line:
    spoken = _voice_for(outcome, language)
    line = tell(outcome.award.reason, spoken)
    # Points that are taken off would read like points won.
    if outcome.is_deduction and outcome.status is Status.SCORED and outcome.quanta:
        line.text = spoken.say("taken_off", line=line.text)
    return line


def _voice_for(outcome: Outcome, language: Language) -> Voice:
    return voice(language, outcome.rounding, has_points=outcome.has_points)
