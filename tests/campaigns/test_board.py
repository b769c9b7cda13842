"""The board: who is where, who is late, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from chamdiem.campaigns import selectors, services
from chamdiem.campaigns.models import Participant
from chamdiem.campaigns.selectors.board import (
    SORTS,
    BoardFilter,
    list_board,
    list_board_groups,
    summarise_board,
)
from chamdiem.errors import NotFound
from chamdiem.web.folding import search_text
from tests.people import LOCAL, NOW, Cast

from .crowd import make_crowd

EVERYTHING = BoardFilter()


def _names(rows: QuerySet[Participant]) -> list[str]:
    return [each.name for each in rows]


def test_those_who_watch_see_the_board_and_nobody_else(cast: Cast) -> None:
    for name, person in cast.people.items():
        if name in ("giang", "chi", "ha"):
            assert selectors.get_watched_campaign(actor=person, campaign_id=cast.campaign.pk) == cast.campaign
        else:
            with pytest.raises(NotFound):
                selectors.get_watched_campaign(actor=person, campaign_id=cast.campaign.pk)


def test_every_organisation_stands_there_with_how_far_it_is(cast: Cast) -> None:
    cast.a.answered_count, cast.a.evidence_gap_count = 3, 2
    cast.a.save()
    rows: Any = list_board(cast.campaign, EVERYTHING, NOW).order_by(*SORTS["name"])
    first, second = rows
    assert (first.name, first.progress, first.assessment.evidence_gap_count) == ("Sở Xây dựng", 0.5, 2)
    assert (second.name, second.progress) == ("Sở Y tế", 0)
    assert first.last_day == cast.campaign.entry_until


def test_nobody_is_late_in_the_last_second_and_everybody_after_it(cast: Cast) -> None:
    last = cast.campaign.entry_until
    late = replace(EVERYTHING, is_late=True)
    in_time = datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=LOCAL)
    assert _names(list_board(cast.campaign, late, in_time)) == []
    over = in_time + timedelta(seconds=1)
    assert len(list_board(cast.campaign, late, over)) == 2
    services.give_extension(
        actor=cast.giang,
        campaign_id=cast.campaign.pk,
        participant_id=cast.a.participant.pk,
        until=last + timedelta(days=1),
        reason="Cán bộ phụ trách ốm",
        now=NOW,
    )
    assert _names(list_board(cast.campaign, late, over)) == ["Sở Y tế"]
    cast.b.status, cast.b.submitted_at = "submitted", NOW
    cast.b.save()
    assert _names(list_board(cast.campaign, late, over)) == []


def test_filters_add_up_and_a_search_needs_no_accents(cast: Cast) -> None:
    for body in (cast.body_a, cast.body_b):
        body.search_text = search_text(body.name)
        body.save()
    cast.a.evidence_gap_count, cast.a.last_activity_at = 1, NOW
    cast.a.save()
    Participant.objects.filter(pk=cast.b.participant.pk).update(peer_group="Khối II")

    def found(**fields: object) -> list[str]:
        return _names(list_board(cast.campaign, BoardFilter(**fields), NOW))  # type: ignore[arg-type]

    assert found(typed="so y TE") == ["Sở Y tế"]
    assert found(lacks_evidence=True) == ["Sở Xây dựng"]
    assert found(unstarted=True) == ["Sở Y tế"]
    assert found(peer_group="Khối II") == ["Sở Y tế"]
    assert found(peer_group="Khối II", lacks_evidence=True) == []
    assert found(stage="submitted") == []
    assert len(found(track_id=cast.track.pk)) == 2
    assert found(track_id=0) == []
    assert list_board_groups(cast.campaign) == ["Khối II"]


def test_counts_stand_above_the_board(cast: Cast) -> None:
    cast.a.status, cast.a.submitted_at, cast.a.answered_count = "submitted", NOW, 6
    cast.a.save()
    cast.b.evidence_gap_count = 2
    cast.b.save()
    summary = summarise_board(cast.campaign, NOW)
    assert (summary.total, summary.submitted, summary.late) == (2, 1, 0)
    assert dict(summary.stages) == {"submitted": 1, "draft": 1}
    assert (summary.lacking_evidence, summary.unstarted) == (1, 1)
    assert (summary.answered, summary.criteria) == (6, 12)


@pytest.mark.parametrize("key", sorted(SORTS))
def test_every_order_is_total_so_that_pages_never_overlap(cast: Cast, key: str) -> None:
    make_crowd(cast, 30)
    rows = list_board(cast.campaign, EVERYTHING, NOW).order_by(*SORTS[key])
    pages = [each.pk for start in range(0, 32, 8) for each in rows[start : start + 8]]
    assert len(set(pages)) == 32


def test_a_page_of_it_takes_one_query_and_the_counts_two(cast: Cast, django_assert_num_queries: type) -> None:
    make_crowd(cast, 60)
    with django_assert_num_queries(1):
        for each in list_board(cast.campaign, EVERYTHING, NOW).order_by(*SORTS["name"])[:50]:
            assert each.track.name
            assert each.assessment.status
    with django_assert_num_queries(2):
        assert summarise_board(cast.campaign, NOW).total == 62


def test_no_answer_is_read_for_it(cast: Cast) -> None:
    make_crowd(cast, 3)
    with CaptureQueriesContext(connection) as captured:
        list(list_board(cast.campaign, EVERYTHING, NOW))
        summarise_board(cast.campaign, NOW)
    statements = " ".join(query["sql"] for query in captured)
    assert "assessments_assessment" in statements
    assert "assessments_answer" not in statements
    assert "evidence_evidenceuse" not in statements
