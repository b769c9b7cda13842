"""Every edition of the library as a dossier: each row opens, each value comes back as it was shown."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

import chamdiem.library
from chamdiem.assessments import services
from chamdiem.assessments.asked import Asked, asked_of
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.assessments.reading import control_value, read_typed, shown_value
from chamdiem.assessments.scoring import claimed_layer, without_points
from chamdiem.assessments.selectors.criterion import view_criterion, view_information
from chamdiem.assessments.selectors.dossier import open_dossier
from chamdiem.assessments.selectors.handing import list_lines
from chamdiem.campaigns.models import Participant, Track
from chamdiem.core.figures import Figure
from chamdiem.core.points import decimal
from chamdiem.core.scoring import add_up
from chamdiem.errors import NotAllowed
from tests.people import NOW, Cast, make_edition

FOLDER = Path(chamdiem.library.__file__).parent / "editions"
EDITIONS = sorted(path.stem for path in FOLDER.glob("*.yaml") if not path.stem.endswith("-plan"))


def dossier_of(cast: Cast, name: str) -> tuple[Assessment, Asked]:
    """A dossier of Sở A by an edition of the library."""
    edition = make_edition((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    track = Track.objects.create(campaign=cast.campaign, edition=edition, name=name)
    participant = Participant.objects.create(
        campaign=cast.campaign,
        track=track,
        organisation=cast.body_a,
        code="T1.A",
        name="Sở Xây dựng",
        joined_at=NOW,
    )
    services.create_assessments([participant], NOW)
    return Assessment.objects.get(participant=participant), asked_of(edition)


def some_value(figure: Figure, chance: random.Random) -> int:
    """A stored value that the figure may have."""
    low, high = figure.input.range
    value = chance.randint(low or 0, high if high is not None else (low or 0) + 50_000)
    if figure.input.step is not None:
        step = figure.input.step * figure.input.scale
        value = int(value // step * step)
    return value


@pytest.mark.parametrize("name", EDITIONS)
def test_every_row_opens_empty_and_answered(cast: Cast, name: str) -> None:
    assessment, asked = dossier_of(cast, name)
    chance = random.Random(7)  # noqa: S311  no secret
    for is_answered in (False, True):
        if is_answered:
            Answer.objects.bulk_create(
                Answer(
                    assessment=assessment,
                    figure=key,
                    value=some_value(figure, chance),
                    typed="…",
                    changed_at=NOW,
                )
                for key, figure in asked.figures.items()
                if figure.input.type != "text"
            )
        dossier = open_dossier(actor=cast.an, assessment_id=assessment.pk, now=NOW)
        for key in dossier.seen:
            view = view_criterion(dossier, key)
            assert view.reason
            assert view.rule
        assert len(view_information(dossier)) == len(asked.information)
        shown = {line.node.row.key for line in list_lines(dossier)}
        assert shown >= set(asked.rows)


@pytest.mark.parametrize("name", EDITIONS)
def test_counts_equal_the_core_in_every_edition(cast: Cast, name: str) -> None:
    assessment, asked = dossier_of(cast, name)
    chance = random.Random(11)  # noqa: S311  no secret
    figures = [each for each in asked.figures.values() if each.input.type != "text"]
    for figure in chance.sample(figures, min(12, len(figures))):
        services.save_answer(
            actor=cast.an,
            assessment_id=assessment.pk,
            figure=figure.key,
            typed=control_value(figure.input, some_value(figure, chance)),
            seen_version=0,
            now=NOW,
        )
    kept = Assessment.objects.get(pk=assessment.pk)
    scored = asked.edition.scorer.score(claimed_layer(kept).answers).outcomes
    # What a hard check refuses counts for nothing.
    total = add_up(asked.indicator_set, {key: without_points(each) for key, each in scored.items()}).total
    assert (kept.claimed_points, kept.claimed_maximum) == (decimal(total.points), decimal(total.maximum))
    assert services.recount(assessment_id=kept.pk).tally == kept.tally


@pytest.mark.django_db
@pytest.mark.parametrize("name", EDITIONS)
def test_a_value_in_its_field_is_read_as_itself(name: str) -> None:
    asked = asked_of(make_edition((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")))
    chance = random.Random(3)  # noqa: S311  no secret
    for figure in asked.figures.values():
        for _ in range(20):
            if figure.input.type != "text":
                value = some_value(figure, chance)
                assert read_typed(figure, control_value(figure.input, value)).value == value
                assert shown_value(figure.input, value)


def test_what_others_fill_in_is_shown_and_not_asked(cast: Cast, stopped_clock: Any) -> None:
    assessment, asked = dossier_of(cast, "xa-hue-2023")
    others = [key for key, row in asked.rows.items() if row.evaluator != "organisation"]
    assert len(asked.criteria) + len(others) == len(asked.indicator_set.criteria)
    client = Client()
    client.force_login(cast.an)
    page = client.get(f"/ho-so/{assessment.pk}/tieu-chi/{others[0]}/").content.decode()
    assert "đơn vị không kê khai" in page
    assert "data-autosave" not in page
    with pytest.raises(NotAllowed, match="not_declared_here"):
        services.set_not_applicable(
            actor=cast.an,
            assessment_id=assessment.pk,
            key=others[0],
            reason="Không thuộc phạm vi",
            is_not_applicable=True,
            now=NOW,
        )
    assert assessment.claimed_maximum == decimal(Fraction(asked.indicator_set.max_points or 0))
