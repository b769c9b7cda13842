"""A dossier as the core scores it: answers and what people decided, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from chamdiem.assessments.models import Assessment
from chamdiem.core.criterion import Outcome
from chamdiem.core.override import Override


@dataclass(frozen=True, slots=True)
class Layer:
    """The figures and decisions points are computed from: claimed, appraised or final.

    Attributes:
        answers: Figure key → stored integer.
        overrides: Criterion key → what a person decided over the rule.
    """

    answers: Mapping[str, int | None] = field(default_factory=dict)
    overrides: Mapping[str, Override] = field(default_factory=dict)


def without_points(outcome: Outcome) -> Outcome:
    """The same outcome, invalid and without points where a hard check is broken: it cannot be sent so."""
    if outcome.checked_status is outcome.status:
        return outcome
    return replace(outcome, status=outcome.checked_status, quanta=0)


def claimed_layer(assessment: Assessment) -> Layer:
    """What the organisation declares; two queries, none where both are prefetched."""
    answers = {answer.figure: answer.value for answer in assessment.answers.all()}
    overrides = {
        entry.criterion_key: Override(reason=entry.not_applicable_reason)
        for entry in assessment.entries.all()
        if entry.is_not_applicable
    }
    return Layer(answers, overrides)
