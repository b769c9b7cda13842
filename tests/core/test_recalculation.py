"""One edit, only what depends on it, and the same as from scratch."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers
from chamdiem.core.expression import Letter, parse_condition, parse_term
from chamdiem.core.form import Spread
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.peers import list_spreads
from chamdiem.core.recalculation import CampaignScores, Dossier, dependents
from chamdiem.core.rules.peer import PeerRule, Special
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import NONE
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import reason_text
from tests.patience import cases

from .trees import criterion, group, tree

HOUSES = Row(key="I.6", level="main", name="Số hộ", role="information", inputs={"v": Input()})
RATIO = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")
SHARED = {"a": Input(), "b": Input(source="I.6")}
OVERALL = PeerRule(
    value=Letter("n"),
    method="min_max",
    special=(Special(when=parse_condition("n = 0"), reward=NONE, exclude=True),),
)
WITHIN = PeerRule(value=Letter("n"), method="share_of_max", among="peer_group")


def _set() -> IndicatorSet:
    return tree(
        HOUSES,
        group("1"),
        criterion("1.1", rule=RATIO, inputs=SHARED),
        criterion("1.2", rule=RATIO, inputs=SHARED),
        group("2"),
        criterion("2.1", rule=OVERALL, inputs={"n": Input()}),
        criterion("2.2", rule=WITHIN, inputs={"n": Input(source="2.1.n")}),
    )


def _campaign(*figures: int | None, groups: str = "") -> CampaignScores:
    answers: list[Answers] = [{"2.1.n": figure} for figure in figures]
    return CampaignScores(_set(), answers, list(groups) or [""] * len(figures))


def _points(campaign: CampaignScores, key: str) -> list[Fraction]:
    return [outcomes[key].points for outcomes in campaign.outcomes]


# --- one dossier --------------------------------------------------------------------------


def test_a_figure_leads_to_every_criterion_that_reads_it() -> None:
    readers = dependents(Scorer(_set()).criteria)
    assert readers["I.6"] == ("1.1", "1.2")
    assert readers["1.1.a"] == ("1.1",)
    assert readers["2.1.n"] == ("2.1", "2.2")


def test_a_shared_figure_changes_all_its_criteria_at_once() -> None:
    dossier = Dossier(Scorer(_set()), {"1.1.a": 5, "1.2.a": 10, "I.6": 10})
    assert dossier.sheet.groups["1"].points == 15
    assert dossier.change("I.6", 20) == ("1.1", "1.2")
    assert dossier.sheet.groups["1"].points == Fraction("7.5")


def test_a_late_edit_of_an_earlier_figure_reaches_the_total() -> None:
    dossier = Dossier(Scorer(_set()), {"1.1.a": 5, "I.6": 10})
    dossier.change("1.2.a", 1)
    dossier.change("1.1.a", 9)
    assert dossier.sheet.total.points == 10
    assert dossier.sheet.index_value == Fraction(10, 40)


def test_a_figure_nobody_reads_computes_nothing_again() -> None:
    dossier = Dossier(Scorer(_set()), {})
    assert dossier.change("I.7", 3) == ()


def test_a_figure_can_be_taken_back() -> None:
    dossier = Dossier(Scorer(_set()), {"1.1.a": 5, "I.6": 10})
    dossier.change("1.1.a", None)
    assert dossier.outcomes["1.1"].status is Status.MISSING
    assert dossier.answers["1.1.a"] is None


def test_freezing_computes_the_peer_criteria_and_nothing_else() -> None:
    dossier = Dossier(Scorer(_set()), {"2.1.n": 4})
    assert dossier.outcomes["2.1"].status is Status.NEEDS_PEERS
    untouched = dossier.outcomes["1.1"]
    assert dossier.freeze({"2.1": Spread(2, Fraction(0), Fraction(8))}) == ("2.1",)
    assert dossier.outcomes["2.1"].points == 5
    assert dossier.outcomes["1.1"] is untouched
    dossier.change("2.1.n", 8)
    assert dossier.outcomes["2.1"].points == 10


def test_the_answers_handed_in_are_not_written_to() -> None:
    given_ = {"1.1.a": 5, "I.6": 10}
    Dossier(Scorer(_set()), given_).change("1.1.a", 6)
    CampaignScores(_set(), [given_], [""]).change(0, "1.1.a", 6)
    assert given_ == {"1.1.a": 5, "I.6": 10}


# --- a campaign ---------------------------------------------------------------------------


def test_an_edit_between_the_edges_touches_one_cell() -> None:
    campaign = _campaign(2, 5, 10)
    assert campaign.change(1, "2.1.n", 6) == [(1, "2.1"), (1, "2.2")]
    assert _points(campaign, "2.1") == [0, 5, 10]


def test_an_edit_that_moves_an_edge_touches_everybody_compared() -> None:
    campaign = _campaign(2, 5, 10)
    cells = campaign.change(2, "2.1.n", 8)
    assert set(cells) == {(member, key) for member in range(3) for key in ("2.1", "2.2")}
    assert _points(campaign, "2.1") == [0, 5, 10]
    assert _points(campaign, "2.2") == [Fraction("2.5"), Fraction("6.25"), 10]


def test_an_edge_that_two_share_does_not_move_when_one_leaves_it() -> None:
    campaign = _campaign(2, 10, 10)
    assert campaign.change(1, "2.1.n", 6) == [(1, "2.1"), (1, "2.2")]


def test_who_is_left_alone_is_told_so() -> None:
    campaign = _campaign(250, 250)
    assert (0, "2.2") in campaign.change(1, "2.1.n", None)
    fresh = _campaign(250, None)
    for key in ("2.1", "2.2"):
        told, expected = (reason_text(each.outcomes[0][key]) for each in (campaign, fresh))
        assert told == expected
        assert told != reason_text(_campaign(250, 250).outcomes[0][key])


def test_an_edit_moves_only_the_peer_group_it_is_made_in() -> None:
    campaign = _campaign(2, 10, 5, 20, groups="aabb")
    cells = campaign.change(1, "2.1.n", 4)
    assert {cell for cell in cells if cell[1] == "2.2"} == {(0, "2.2"), (1, "2.2")}
    assert _points(campaign, "2.2") == [5, 10, Fraction("2.5"), 10]


def test_an_organisation_can_leave_the_comparison_and_come_back() -> None:
    campaign = _campaign(2, 5, 10)
    campaign.change(2, "2.1.n", 0)
    assert _points(campaign, "2.1") == [0, 10, 0]
    campaign.change(2, "2.1.n", 10)
    assert _points(campaign, "2.1") == [0, Fraction("3.75"), 10]


def test_without_anybody_to_compare_points_wait_again() -> None:
    campaign = _campaign(3, None)
    assert campaign.outcomes[0]["2.1"].points == 10
    campaign.change(0, "2.1.n", None)
    assert [outcomes["2.1"].status for outcomes in campaign.outcomes] == [Status.MISSING] * 2
    campaign.change(1, "2.1.n", 7)
    assert campaign.outcomes[1]["2.1"].points == 10


edits = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["1.1.a", "I.6", "2.1.n"]), st.none() | st.integers(0, 9)),
    max_size=12,
)


@cases(150)
@given(edits, st.sampled_from(["aabb", "aaaa", "abca"]))
def test_any_edits_end_where_a_computation_from_scratch_ends(
    changes: list[tuple[int, str, int | None]], groups: str
) -> None:
    campaign = _campaign(2, 5, None, 9, groups=groups)
    answers: list[dict[str, int | None]] = [dict(each) for each in campaign.answers]
    for member, figure, value in changes:
        campaign.change(member, figure, value)
        answers[member][figure] = value
    scorer = Scorer(_set())
    spreads = list_spreads(scorer.criteria, answers, groups)
    for member, (each, name) in enumerate(zip(answers, groups, strict=True)):
        sheet = scorer.with_spreads(spreads[name]).score(each)
        assert campaign.sheet(member).total == sheet.total
        cells = {key: outcome.cell for key, outcome in campaign.outcomes[member].items()}
        assert cells == {key: outcome.cell for key, outcome in sheet.outcomes.items()}
