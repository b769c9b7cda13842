"""What a way wins is what is left after its losses elsewhere, and these are named."""

from __future__ import annotations

from chamdiem.analysis.standpoint import Standpoint
from chamdiem.analysis.steps import list_prospects
from chamdiem.core.scoring import Scorer
from chamdiem.core.standings import score_everybody
from chamdiem.library import load_edition
from chamdiem.plans.ways import way_of
from chamdiem.samples.figures import example_participants


def test_points_lost_where_the_figure_divides_are_taken_off_and_named() -> None:
    indicator_set = load_edition("chuprong-2023")
    standings = score_everybody(indicator_set, example_participants(indicator_set, seed=3))
    named = 0
    for standing in standings.standings[:6]:
        who = standing.participant
        scorer = Scorer(indicator_set).with_spreads(standings.spreads[who.peer_group])
        standpoint = Standpoint(scorer, who.answers)
        before = scorer.score(who.answers).total.points
        for key, prospect in list_prospects(standpoint).items():
            changes = prospect.furthest.changes
            way = way_of(standpoint, "furthest", key, changes, "vi")
            after = scorer.score({**who.answers, **changes}).total.points
            assert way.points == after - before
            named += "; đã trừ " in way.text and " điểm giảm ở 3.6" in way.text
    assert named
