"""Whatever is edited in whatever order: counts, points and gaps equal what is computed from nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from chamdiem.assessments import services
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import claimed_layer, without_points
from chamdiem.assessments.selectors import load_content
from chamdiem.assessments.selectors.missing import gaps_in
from chamdiem.core.points import decimal
from chamdiem.core.scoring import add_up
from chamdiem.errors import InvalidAnswers
from tests.patience import cases
from tests.people import NOW, Cast, make_cast

from .filling import COMPLETE, write

TYPED: dict[str, list[str]] = {
    "I.1": ["", "50", "100", "0"],
    "1.1.x": ["", "head", "deputy", "none"],
    "1.2.x": ["", "có", "không"],
    "1.3.points": ["", "0", "7,5", "7,3"],
    "2.1.a": ["", "0", "49", "79", "101"],
    "2.2.a": ["", "0", "10", "1.234,5"],
    "2.3.n": ["", "0", "3", "9"],
}
figure_edits = st.sampled_from(
    [(figure, typed) for figure, all_typed in TYPED.items() for typed in all_typed]
)
applies = st.tuples(st.sampled_from(["1.2", "2.1", "2.2"]), st.booleans())
edits = st.lists(st.one_of(figure_edits, applies), max_size=12)


def edit(cast: Cast, what: str, value: Any) -> None:
    if isinstance(value, bool):
        services.set_not_applicable(
            actor=cast.an,
            assessment_id=cast.a.pk,
            key=what,
            reason="Không thuộc phạm vi của đơn vị.",
            is_not_applicable=value,
            now=NOW,
        )
        return
    try:
        write(cast, what, value)
    except InvalidAnswers:
        assert (what, value) in {("I.1", "0"), ("1.3.points", "7,3")}


def counts(assessment: Assessment) -> tuple[Any, ...]:
    return (
        assessment.tally,
        assessment.criteria_count,
        assessment.answered_count,
        assessment.gap_count,
        assessment.evidence_gap_count,
        assessment.claimed_points,
        assessment.claimed_maximum,
    )


class EditsInAnyOrder(TestCase):
    def setup_example(self) -> None:
        super().setup_example()  # type: ignore[no-untyped-call]  # of Hypothesis
        self.cast = make_cast()
        for assessment in (self.cast.a, self.cast.b):
            services.recount(assessment_id=assessment.pk)

    @cases(40)
    @given(edits)
    def test_counts_equal_the_recomputed_truth(self, made: list[tuple[str, Any]]) -> None:
        for what, value in made:
            edit(self.cast, what, value)
        kept = Assessment.objects.get(pk=self.cast.a.pk)
        asked = asked_of(self.cast.edition)
        layer = claimed_layer(kept)
        scored = asked.edition.scorer.score(layer.answers, layer.overrides).outcomes
        # What a hard check refuses counts for nothing.
        sheet = add_up(asked.indicator_set, {key: without_points(each) for key, each in scored.items()})
        assert (kept.claimed_points, kept.claimed_maximum) == (
            decimal(sheet.total.points),
            decimal(sheet.total.maximum),
        )
        assert kept.gap_count == len(gaps_in(kept, asked, load_content(kept)))
        assert counts(services.recount(assessment_id=kept.pk)) == counts(kept)

    @cases(25)
    @given(st.permutations(sorted(COMPLETE.items())), st.lists(figure_edits, max_size=5))
    def test_the_order_of_edits_changes_nothing(
        self, made: list[tuple[str, str]], before: list[tuple[str, str]]
    ) -> None:
        cast = self.cast
        for what, value in (*before, *made):
            edit(cast, what, value)
        for what, value in sorted(made):
            write(cast, what, value, assessment=cast.b, actor=cast.binh)
        one, other = (Assessment.objects.get(pk=each.pk) for each in (cast.a, cast.b))
        assert counts(one) == counts(other)


@pytest.mark.parametrize("figure", sorted(TYPED))
def test_a_fresh_dossier_is_counted_from_its_first_edit(cast: Cast, figure: str) -> None:
    assert cast.a.tally == {}
    edit(cast, figure, TYPED[figure][2])
    cast.a.refresh_from_db()
    assert counts(services.recount(assessment_id=cast.a.pk)) == counts(cast.a)
