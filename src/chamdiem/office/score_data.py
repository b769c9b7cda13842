"""Standings → plain data, as JSON gives them to other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from chamdiem.core.criterion import Outcome
from chamdiem.core.grading import HeldBack
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.measuring import measured
from chamdiem.core.points import decimal_text
from chamdiem.core.sentences import Language, reason_text
from chamdiem.core.sentences.amounts import plain_text
from chamdiem.core.sentences.caps import capped_text
from chamdiem.core.sentences.grade_notes import held_back_text
from chamdiem.core.standings import Standing, Standings
from chamdiem.library import content_hash
from chamdiem.office.score_lines import is_met, list_score_lines, shown_points


def score_data(standings: Standings, language: Language = "vi") -> dict[str, Any]:
    """Everything a scoring gives: totals, places, criteria with reasons, and the spreads compared."""
    indicator_set = standings.indicator_set
    return {
        "set": indicator_set.key,
        "hash": content_hash(indicator_set),
        "organisations": [_organisation(standings, each, language) for each in standings.standings],
        "spreads": {
            group: {
                key: {
                    "count": found.count,
                    "least": decimal_text(found.least),
                    "most": decimal_text(found.most),
                }
                for key, found in spreads.items()
            }
            for group, spreads in standings.spreads.items()
        },
    }


def number(value: Fraction | None) -> int | float | None:
    """Points as a JSON number; its shortest decimal text is the exact value.

    Points have few decimals, so reading their decimal text and writing it again
    gives the same digits.

    Example:
        >>> number(Fraction(1519, 100)), number(Fraction(10)), number(None)
        (15.19, 10, None)
    """
    if value is None or value.denominator == 1:
        return None if value is None else value.numerator
    text = decimal_text(value)
    return float(value) if "/" in text else float(text)


def index_text(value: Fraction | None, digits: int) -> str | None:
    """An index value for other programs; none where nothing applies."""
    return None if value is None else plain_text(value, digits)


def _organisation(standings: Standings, standing: Standing, language: Language) -> dict[str, Any]:
    indicator_set, sheet = standings.indicator_set, standing.sheet
    participant, placing, graded = standing.participant, standing.placing, standing.graded
    return {
        "code": participant.code,
        "name": participant.name,
        "peer_group": participant.peer_group,
        "ranked": participant.is_ranked,
        "total": number(sheet.total.points),
        "maximum": number(sheet.total.maximum),
        "index_value": index_text(sheet.shown_index, indicator_set.index_digits),
        "place": placing.place,
        "overall": placing.overall,
        "tie_broken_by": tie_row(indicator_set.tie_break, placing.tie_broken_by),
        "overall_tie_broken_by": tie_row(indicator_set.tie_break, placing.overall_broken_by),
        "tie_rows_left_out": tie_rows(indicator_set.tie_break, placing.tie_left_out),
        "overall_tie_rows_left_out": tie_rows(indicator_set.tie_break, placing.overall_left_out),
        "grade": graded.grade.name if graded.grade else None,
        "grades_held_back": held_back_data(graded.held_back, indicator_set, language),
        "bonus": number(sheet.bonus),
        "deduction": number(sheet.deduction),
        "capped": [
            {
                "key": each.row,
                "points": number(each.points),
                "max_points": number(each.most),
                "reason": capped_text(each, indicator_set, language),
            }
            for each in sheet.capped
        ],
        "groups": dict(_groups(standings, standing)),
        "tie_break": dict(_tie_break(standings, standing)),
        "derived": {
            index.key: index_text(sheet.derived.get(index.key), index.digits)
            for index in indicator_set.derived
        },
        "criteria": [
            _criterion(indicator_set.row(key), outcome, language) for key, outcome in sheet.outcomes.items()
        ],
    }


def _criterion(row: Row, outcome: Outcome, language: Language) -> dict[str, Any]:
    return {
        "key": row.key,
        "number": row.number or None,
        "points": number(shown_points(outcome)),
        "max_points": number(row.max_points),
        "status": outcome.status.value,
        "met": is_met(outcome),
        "reason": reason_text(outcome, language),
    }


def held_back_data(
    held_back: Iterable[HeldBack], indicator_set: IndicatorSet, language: Language
) -> list[dict[str, Any]]:
    """The better grades kept away though the index value is enough, and the rows that keep them."""
    return [
        {
            "grade": each.grade,
            "gates": [
                {
                    "key": gate.row,
                    "index_value": decimal_text(gate.index_value),
                    "at_least": decimal_text(gate.at_least),
                }
                for gate in each.gates
            ],
            "reason": held_back_text(each, indicator_set, language),
        }
        for each in held_back
    ]


def tie_row(tie_break: tuple[str, ...], position: int) -> str | None:
    """The key of the row that parted equal organisations; None where none did."""
    return tie_break[position - 1] if position else None


def tie_rows(tie_break: tuple[str, ...], positions: tuple[int, ...]) -> tuple[str, ...]:
    """The keys of tie-break rows by their positions."""
    return tuple(tie_break[position - 1] for position in positions)


def _groups(standings: Standings, standing: Standing) -> Iterator[tuple[str, dict[str, Any]]]:
    """The groups; one of conditions alone has no points."""
    for line in list_score_lines(standings.indicator_set, standing.sheet):
        if line.outcome is None:
            yield line.row.key, _earned(line.points, line.maximum)


def _earned(points: Fraction | None, maximum: Fraction | None) -> dict[str, Any]:
    return {"points": number(points), "maximum": number(maximum)}


def _tie_break(standings: Standings, standing: Standing) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows that break ties: a file of scores is ranked again by them."""
    for key in standings.indicator_set.tie_break:
        total = measured(standings.indicator_set, standing.sheet, key)
        yield key, _earned(total.points, total.maximum)
