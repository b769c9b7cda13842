"""What a way wins at its criterion and what it wins in all are both said where they differ."""

from __future__ import annotations

from chamdiem.analysis.standpoint import Standpoint
from chamdiem.analysis.steps import list_prospects
from chamdiem.core.scoring import Scorer
from chamdiem.core.standings import score_everybody
from chamdiem.library import load_edition
from chamdiem.plans.ways import way_of
from chamdiem.samples.figures import example_participants


def test_points_at_other_criteria_are_named_beside_those_here_and_those_in_all() -> None:
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
            assert way.net == after - before
            assert way.points == standpoint.gain_at(key, changes)
            assert way.points + sum(way.elsewhere.values()) == way.net
            assert ("tính chung" in way.text) == (" ở tiêu chí này; " in way.text)
            if way.net != way.points:
                assert "tính chung thêm " in way.text
            named += " điểm ở tiêu chí này; giảm " in way.text and " điểm ở 3.6; tính chung" in way.text
    assert named
