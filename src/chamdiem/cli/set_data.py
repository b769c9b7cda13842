"""One row of a set as plain data, as ``show --json`` gives it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from chamdiem.core.criterion import Criterion
from chamdiem.core.figures import Figure, figure_key, own_inputs
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.sentences import Language, rule_sentence
from chamdiem.core.sentences.figures import label_in, unit_in
from chamdiem.office.score_data import number


def row_data(
    row: Row,
    indicator_set: IndicatorSet,
    criteria: Mapping[str, Criterion],
    figures: Mapping[str, Figure],
    language: Language,
) -> dict[str, Any]:
    """Everything about a row; what is absent is None."""
    return {
        **_standing(row, indicator_set),
        "rule": _rule(criteria.get(row.key), language),
        "inputs": [
            _input_data(letter, given, row, figures, language)
            for letter, given in own_inputs(row, indicator_set).items()
        ],
        **_duties(row),
        **_texts(row),
        "shares_maximum_of": row.shares_maximum_of or None,
        "corrections": [
            {"field": each.field, "printed": each.printed, "correct": each.correct, "reason": each.reason}
            for each in row.corrections
        ],
    }


def _standing(row: Row, indicator_set: IndicatorSet) -> dict[str, Any]:
    """What the row is, where it stands, and what it is worth."""
    return {
        "key": row.key,
        "number": row.number or None,
        "code": row.code or None,
        "level": row.level,
        "level_name": indicator_set.levels[row.level],
        "parent": indicator_set.tree.parent[row.key],
        "name": row.name,
        "correct_name": row.correct_name if row.correct_name != row.name else None,
        "max_points": number(row.max_points),
        "sum_points": number(_sum_points(row, indicator_set)),
        "role": row.role,
    }


def _duties(row: Row) -> dict[str, Any]:
    """Who does what until when, and what is to be shown."""
    return {
        "evaluator": row.evaluator,
        "deadline": _deadline(row),
        "evidence": _evidence(row),
        "lead": list(row.lead),
        "coordinating": list(row.coordinating),
    }


def _texts(row: Row) -> dict[str, Any]:
    """What is printed beside the row, how it is read, and where it stands."""
    return {
        "method": row.method,
        "instructions": row.instructions,
        "printed_note": row.printed_note,
        "note": row.note,
        "source": {
            name: getattr(row.source, name) or None for name in ("document", "place", "file", "lines")
        },
    }


def _sum_points(row: Row, indicator_set: IndicatorSet) -> Fraction | None:
    """What the criteria below can earn together; None for a row without any."""
    tree = indicator_set.tree
    counts = any(each.is_criterion and each.role == "scored" for each in (row, *tree.below(row.key)))
    return tree.maximum(row.key) if counts else None


def _rule(criterion: Criterion | None, language: Language) -> dict[str, str] | None:
    if criterion is None:
        return None
    return {"kind": criterion.rule.kind, "sentence": rule_sentence(criterion, language)}


def _input_data(
    letter: str, given: Input, row: Row, figures: Mapping[str, Figure], language: Language
) -> dict[str, Any]:
    """A letter as the row sees it; a shared one takes what it does not say itself from its figure."""
    source = figures[given.source].input if given.source else given
    return {
        "letter": letter,
        "figure": given.source or figure_key(row, letter),
        "label": label_in(given if given.label else source, language) or None,
        "unit": unit_in(given.unit or source.unit, language) or None,
        "type": source.type,
        "decimals": source.decimals if source.type == "decimal" else None,
        "options": dict(source.options) or None,
        "min": number(source.minimum) if source.type in ("whole", "decimal") else None,
        "max": number(source.maximum) if source.type in ("whole", "decimal") else None,
        "since": source.since.isoformat() if source.since else None,
        "shared": bool(given.source),
    }


def _deadline(row: Row) -> dict[str, Any] | None:
    if row.deadline is None:
        return None
    day = row.deadline.date
    return {"printed": row.deadline.printed, "date": day.isoformat() if day else None}


def _evidence(row: Row) -> dict[str, Any] | None:
    if row.evidence is None:
        return None
    return {
        "printed": row.evidence.printed,
        "kinds": list(row.evidence.kinds),
        "least": row.evidence.least or None,
        "signed": row.evidence.signed,
        "within_period": row.evidence.within_period,
    }
