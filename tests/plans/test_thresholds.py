"""What measures a way: not reached by the figures it begins with, reached by those it leads to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chamdiem.analysis.standpoint import Standpoint
from chamdiem.analysis.steps import list_prospects
from chamdiem.core.scoring import Scorer
from chamdiem.core.standings import score_everybody
from chamdiem.library import load_edition
from chamdiem.plans.content import as_decimal
from chamdiem.plans.editing import MeasureDraft
from chamdiem.plans.feeding import first_ratio, share_of
from chamdiem.plans.measuring import is_reached
from chamdiem.plans.thresholds import measures_of
from chamdiem.results.score_sheets import SheetLine
from chamdiem.samples.figures import example_participants


def _reached(measure: MeasureDraft, standpoint: Standpoint, key: str, answers: dict[str, int | None]) -> bool:
    """By the ratio, the number or the points the measure is called after."""
    criterion = standpoint.criteria[key]
    if measure.label.endswith(": tỷ lệ"):
        term = first_ratio(criterion)
        share = share_of(criterion, term, answers) if term is not None else None
        assert share is not None
        value = as_decimal(share * 100)
    elif measure.label.endswith(": điểm"):
        value = as_decimal(criterion.rounding.points(criterion.cell(criterion.values(answers))))
    else:
        (figure,) = [
            each
            for each in criterion.letters.figures
            if measure.label.endswith(standpoint.input(each).label) and each in answers
        ]
        value = Decimal(answers[figure] or 0) / standpoint.input(figure).scale
    return is_reached(measure.operator, value, as_decimal(measure.threshold))


@pytest.mark.parametrize("edition", ["chuprong-2023", "xa-hue-2023"])
def test_every_step_is_measured_by_what_it_changes(edition: str) -> None:
    indicator_set = load_edition(edition)
    standings = score_everybody(indicator_set, example_participants(indicator_set, seed=3))
    units = set()
    for standing in standings.standings[:4]:
        who = standing.participant
        scorer = Scorer(indicator_set).with_spreads(standings.spreads[who.peer_group])
        standpoint = Standpoint(scorer, who.answers)
        for key, prospect in list_prospects(standpoint).items():
            if standpoint.criteria[key].row.role != "scored":
                continue
            changes = prospect.next_step.changes
            points = standpoint.criteria[key].rounding.points(
                standpoint.criteria[key].cell(standpoint.criteria[key].values(who.answers))
            )
            line = SheetLine(standpoint.criteria[key].row, 1, None, points=points)
            measures = measures_of(standpoint, line, changes, standpoint.gain_at(key, changes))
            after = {**who.answers, **changes}
            assert all(_reached(each, standpoint, key, after) for each in measures)
            assert not any(_reached(each, standpoint, key, dict(who.answers)) for each in measures)
            units |= {each.unit for each in measures}
    assert {"%", "điểm"} < units
