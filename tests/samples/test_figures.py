"""Made-up figures of a whole form: nothing missing, nothing contradictory, the same for the same seed."""

from __future__ import annotations

from random import Random

import pytest

from chamdiem.core.award import Status
from chamdiem.core.figures import list_figures
from chamdiem.core.scoring import Scorer
from chamdiem.library import load_edition
from chamdiem.samples.districts import list_districts
from chamdiem.samples.figures import FigureMaker, example_participants


@pytest.mark.parametrize("key", ["so-2021", "chuprong-2023", "xa-hue-2023", "huyen-2021"])
def test_a_complete_form_leaves_nothing_open(key: str) -> None:
    indicator_set = load_edition(key)
    maker, scorer = FigureMaker(indicator_set), Scorer(indicator_set)
    place = list_districts(Random(1))[2]  # noqa: S311  nothing secret
    made = maker.make(place, Random(5), draws=8, is_complete=True)  # noqa: S311
    assert made == maker.make(place, Random(5), draws=8, is_complete=True)  # noqa: S311
    texts = {key for key, figure in list_figures(indicator_set).items() if figure.input.type == "text"}
    outcomes = [scorer.outcome(criterion, made) for criterion in scorer.criteria]
    assert not [each for each in outcomes if each.status is Status.MISSING or each.broken]
    assert {key for key, value in made.items() if value is None} <= texts


@pytest.mark.parametrize(("part", "whole"), [("I.5", "I.4"), ("I.16", "I.15"), ("I.12", "I.13")])
def test_a_part_of_general_information_is_never_more_than_its_whole(part: str, whole: str) -> None:
    maker = FigureMaker(load_edition("chuprong-2023"))
    for seed, place in enumerate(list_districts(Random(1))):  # noqa: S311
        made = maker.make(place, Random(seed), draws=8, is_complete=True)  # noqa: S311
        assert (made[part] or 0) <= (made[whole] or 0)


@pytest.mark.parametrize("seed", range(8))
def test_assessors_who_have_to_agree_do(seed: int) -> None:
    indicator_set = load_edition("xa-hue-2023")
    scorer = Scorer(indicator_set)
    for each in example_participants(indicator_set, seed):
        assert scorer.outcome("VIII.8.1", each.answers).status is not Status.DISPUTED
