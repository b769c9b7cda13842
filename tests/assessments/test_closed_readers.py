"""A figure closes with the criteria that read it: no points move after the last day, by whatever way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chamdiem.assessments import services
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.campaigns.models import Campaign, Extension
from chamdiem.errors import Refused, WrongStage
from chamdiem.web.refusals import refusal_sentence
from tests.edition import EDITION
from tests.people import LOCAL, NOW, Cast, make_edition

from .filling import last_year, write

Opened = Callable[[str], Client]

# 2.1 is due on 31/10 and reads I.1; the dossier is due on 10/11.
CLOSED = datetime(2026, 11, 1, 0, 0, 0, tzinfo=LOCAL)
IN_TIME = datetime(2026, 10, 31, 23, 59, 59, tzinfo=LOCAL)


@pytest.fixture
def closed(cast: Cast) -> Cast:
    """Sở A entered 40 of 100 procedures while it could."""
    Campaign.objects.update(entry_until=date(2026, 11, 10), appraisal_until=date(2026, 11, 30))
    write(cast, "I.1", "100")
    write(cast, "2.1.a", "40")
    return cast


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are asked for after the last day of 2.1."""
    monkeypatch.setattr(timezone, "now", lambda: CLOSED)


def _extend(cast: Cast, key: str, until: date = date(2026, 11, 5)) -> None:
    Extension.objects.create(
        participant=cast.a.participant,
        criterion_key=key,
        until=until,
        reason="Mất điện",
        given_by=cast.giang,
        given_at=NOW,
    )


def _kept(cast: Cast, figure: str = "I.1") -> tuple[int | None, Any]:
    answer = Answer.objects.filter(assessment=cast.a, figure=figure).first()
    points = Assessment.objects.values_list("claimed_points", flat=True).get(pk=cast.a.pk)
    return answer.value if answer else None, points


def _refused(act: Callable[[], Any], code: str = "assessment.information_over") -> Refused:
    with pytest.raises(WrongStage) as refused:
        act()
    assert refused.value.code == code
    return refused.value


def test_general_information_changes_until_the_last_second_of_its_criterion(closed: Cast) -> None:
    write(closed, "I.1", "80", now=IN_TIME)
    before = _kept(closed)
    refused = _refused(lambda: write(closed, "I.1", "50", now=CLOSED))
    assert refused.facts == {"criteria": "2.1 (31/10/2026)", "row": "I.1"}
    assert "gia hạn cho mục I.1" in refusal_sentence(refused)
    _refused(lambda: write(closed, "I.1", "", now=CLOSED))
    assert _kept(closed) == before
    write(closed, "2.3.n", "4", now=CLOSED)


def test_what_was_never_entered_is_not_entered_late(closed: Cast) -> None:
    Answer.objects.filter(figure="I.1").delete()
    _refused(lambda: write(closed, "I.1", "50", now=CLOSED))
    fill = lambda: services.fill_answers(  # noqa: E731  said twice
        actor=closed.an, assessment_id=closed.a.pk, typed={"2.3.n": "3", "I.1": "50"}, now=CLOSED
    )
    _refused(fill)
    assert _kept(closed)[0] is None
    assert _kept(closed, "2.3.n")[0] is None


def test_neither_a_form_nor_an_offer_is_another_way(closed: Cast) -> None:
    before = _kept(closed)
    _refused(lambda: write(closed, "I.1", "50", now=CLOSED, is_offered=True))
    _refused(
        lambda: services.save_answers(
            actor=closed.an, assessment_id=closed.a.pk, typed={"I.1": ("50", 1)}, now=CLOSED
        )
    )
    assert _kept(closed) == before


def test_figures_of_last_year_are_carried_to_what_is_open_alone(closed: Cast) -> None:
    Answer.objects.all().delete()
    before = last_year(closed)
    for figure, typed in (("I.1", "90"), ("2.1.a", "70"), ("2.3.n", "2")):
        write(closed, figure, typed, assessment=before)
    assert services.carry_forward(actor=closed.an, assessment_id=closed.a.pk, now=CLOSED) == 1
    assert [_kept(closed, key)[0] for key in ("I.1", "2.1.a", "2.3.n")] == [None, None, 2]


def test_a_figure_carried_over_is_still_confirmed_as_it_is(closed: Cast) -> None:
    Answer.objects.filter(figure="I.1").update(is_carried=True)
    _refused(lambda: write(closed, "I.1", "50", now=CLOSED))
    write(closed, "I.1", "100", now=CLOSED)
    assert not Answer.objects.get(figure="I.1").is_carried


@pytest.mark.parametrize("key", ["I.1", "2.1", ""])
def test_more_time_for_the_row_for_its_criterion_or_for_all_opens_it(closed: Cast, key: str) -> None:
    _extend(closed, key)
    write(closed, "I.1", "50", now=CLOSED)
    assert _kept(closed)[0] == 50
    over = datetime(2026, 11, 6, tzinfo=LOCAL)
    _refused(lambda: write(closed, "I.1", "60", now=over))


def test_more_time_for_another_criterion_does_not(closed: Cast) -> None:
    _extend(closed, "2.3")
    _refused(lambda: write(closed, "I.1", "50", now=CLOSED))


def test_a_figure_of_a_criterion_that_a_closed_one_reads_is_closed_too(closed: Cast) -> None:
    text = EDITION.replace("key: thu-nghiem-2026", "key: doc-cheo-2026")
    closed.track.edition = make_edition(text.replace("b: {from: I.1}", "b: {from: 2.3.n}"))
    closed.track.save()
    write(closed, "2.3.n", "50", now=IN_TIME)
    refused = _refused(lambda: write(closed, "2.3.n", "40", now=CLOSED), "assessment.figure_over")
    assert refused.facts["criteria"] == "2.1 (31/10/2026)"
    # More time for its own criterion alone does not move another one that is closed.
    _extend(closed, "2.3")
    _refused(lambda: write(closed, "2.3.n", "40", now=CLOSED), "assessment.figure_over")
    _extend(closed, "2.1")
    write(closed, "2.3.n", "40", now=CLOSED)


def test_the_page_locks_it_and_says_why(closed: Cast, opened: Opened, after: None) -> None:
    client = opened("an")
    text = client.get(f"/ho-so/{closed.a.pk}/thong-tin-chung/").content.decode()
    assert "tiêu chí đã hết hạn: 2.1 (31/10/2026)" in text
    field = text[text.index('name="I.1"') :].partition(">")[0]
    assert "readonly" in field
    assert "data-autosave" not in field
    place = f"/ho-so/{closed.a.pk}/tieu-chi/I.1/"
    form = {"I.1": "50", "version:I.1": "1"}
    assert client.post(place, form).status_code == 409
    assert _kept(closed)[0] == 100
    _extend(closed, "I.1")
    assert "tiêu chí đã hết hạn" not in client.get(f"/ho-so/{closed.a.pk}/thong-tin-chung/").content.decode()
    assert client.post(place, form).status_code == 302
    assert _kept(closed)[0] == 50
