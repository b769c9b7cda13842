"""Lists of dossiers and criteria: what they show, in which order, what they cost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chamdiem.appraisals.selectors.queue import has_ended, list_tracks
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import AppraiserDuty, Campaign, Participant, Track

from ..people import NOW, Cast
from .asking import Opened, text_at
from .crowd import join_departments
from .staging import (
    begin_second_round,
    hand_in,
    move_campaign,
)


@pytest.mark.parametrize(
    ("person", "address"),
    [
        ("chi", "/tham-dinh/"),
        ("giang", "/tham-dinh/"),
        ("chi", "/tham-dinh/tieu-chi/"),
        ("chi", "/tham-dinh/tieu-chi/{track}/2.1/"),
        ("chi", "/tham-dinh/tieu-chi/{track}/2.2/"),
        ("chi", "/tham-dinh/tieu-chi/{track}/2.1/chap-nhan/"),
        ("ha", "/hoi-dong/"),
        ("giang", "/hoi-dong/"),
    ],
)
def test_a_list_asks_as_often_for_sixty_rows_as_for_three(
    cast: Cast, opened: Opened, django_assert_num_queries: Any, person: str, address: str
) -> None:
    begin_second_round(cast)
    join_departments(cast, range(3))
    client, place = opened(person), address.format(track=cast.track.pk) + "?size=100"
    text_at(client, place)
    with CaptureQueriesContext(connection) as few:
        text_at(client, place)
    join_departments(cast, range(3, 60))
    with django_assert_num_queries(len(few)):
        text = text_at(client, place)
    assert "Sở 059" in text or "62" in text


def test_the_queue_finds_without_accents_and_by_state(appraising: Cast, opened: Opened) -> None:
    client = opened("chi")
    appraising.body_b.search_text = "so y te"
    appraising.body_b.save()
    found = text_at(client, "/tham-dinh/?q=y+te")
    assert "Sở Y tế" in found
    assert "Sở Xây dựng</a>" not in found
    assert "Chưa có hồ sơ nào" in text_at(client, "/tham-dinh/?state=final")


def test_an_appraiser_without_duties_reads_who_gives_them(appraising: Cast, opened: Opened) -> None:
    AppraiserDuty.objects.all().delete()
    assert "chưa được giao phần việc nào" in text_at(opened("chi"), "/tham-dinh/")
    assert "chưa được giao phần việc nào" not in text_at(opened("giang"), "/tham-dinh/")


def test_the_queue_names_the_campaign_and_puts_what_waits_first(appraising: Cast, opened: Opened) -> None:
    client = opened("chi")
    Assessment.objects.filter(pk=appraising.a.pk).update(
        status=Assessment.Status.SETTLED, submitted_at=NOW - timedelta(days=30)
    )
    Assessment.objects.filter(pk=appraising.b.pk).update(
        status=Assessment.Status.SUBMITTED, submitted_at=NOW - timedelta(days=1)
    )
    page = text_at(client, "/tham-dinh/")
    assert page.index("Sở Y tế</a>") < page.index("Sở Xây dựng</a>")
    both = f"{appraising.campaign} · {appraising.track}"
    assert page.count(f'<div class="muted small">{both}</div>') == 2
    assert f'<option value="{appraising.track.pk}">{both}</option>' in page


def test_what_has_ended_is_folded_at_the_end_and_opened_by_its_track(
    appraising: Cast, opened: Opened
) -> None:
    client = opened("chi")
    assert "Các kỳ đã kết thúc" not in text_at(client, "/tham-dinh/")
    move_campaign(appraising, Campaign.Status.PUBLISHED)
    page = text_at(client, "/tham-dinh/")
    assert "Sở Xây dựng" not in page
    assert f'href="?track={appraising.track.pk}"' in page
    assert "Sở Xây dựng" in text_at(client, f"/tham-dinh/?track={appraising.track.pk}")
    table = f"/tham-dinh/tieu-chi/{appraising.track.pk}/1.2/"
    assert "Sở Xây dựng" in text_at(client, table)


def test_running_campaigns_come_before_those_that_have_ended(appraising: Cast) -> None:
    newer = Campaign.objects.get(pk=appraising.campaign.pk)
    newer.pk, newer.name, newer.year, newer.status = None, "Kỳ sau, đã chốt", 2027, Campaign.Status.CLOSED
    newer.save()
    ended = Track.objects.create(campaign=newer, edition=appraising.edition, name="Sở, ban, ngành")
    participant = Participant.objects.create(
        campaign=newer,
        track=ended,
        organisation=appraising.body_a,
        code="T1.A",
        name="Sở Xây dựng",
        joined_at=NOW,
    )
    hand_in(Assessment(participant=participant))
    found = list_tracks(actor=appraising.giang)
    assert [(each.pk, has_ended(each)) for each in found] == [(appraising.track.pk, False), (ended.pk, True)]


def test_the_queue_says_when_the_explanation_came(cast: Cast, opened: Opened) -> None:
    begin_second_round(cast)
    page = text_at(opened("chi"), "/tham-dinh/")
    assert "giải trình 09:30 02/11/2026" in page
