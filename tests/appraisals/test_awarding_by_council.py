"""Criteria the council itself awards: on its board, in its hands only, and missed where they are missing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from chamdiem.appraisals.rounds import round_of
from chamdiem.appraisals.scoring import three_sheets
from chamdiem.appraisals.selectors import board
from chamdiem.appraisals.selectors.doors import get_ruled
from chamdiem.appraisals.selectors.queue import QueueFilter, list_criterion_queue
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import NotAllowed
from chamdiem.results.reviews import Shown
from chamdiem.results.services import review_campaign

from ..edition import EDITION
from ..people import Cast, make_edition
from .asking import Opened
from .conftest import Refuses
from .staging import APPRAISING, KEYS, begin_appraisal, decide, move_campaign

BY_COUNCIL = "1.3"


@pytest.fixture
def ruling(cast: Cast) -> Cast:
    """1.3 belongs to the council; everything else of Sở Xây dựng is accepted, and the council sits."""
    text = EDITION.replace("key: thu-nghiem-2026", "key: hoi-dong-2026").replace(
        "    name: Mức độ lan toả do hội đồng đánh giá\n",
        "    name: Mức độ lan toả do hội đồng đánh giá\n    evaluator: council\n",
    )
    cast.track.edition = make_edition(text)
    cast.track.save()
    begin_appraisal(cast)
    cast.a.answers.filter(figure="1.3.points").delete()
    cast.a.participant.track.refresh_from_db()
    for key in KEYS:
        if key != BY_COUNCIL:
            decide(cast, key)
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    move_campaign(cast, Campaign.Status.RULING)
    return cast


def _award(cast: Cast, who: str = "ha") -> None:
    rule_criterion(
        actor=cast.people[who],
        assessment_id=cast.a.pk,
        key=BY_COUNCIL,
        points="7,5",
        reason="Lan toả tới 11 đơn vị",
        version=0,
        now=APPRAISING,
    )


def test_appraisers_have_nothing_to_decide_there(ruling: Cast, refuses: Refuses) -> None:
    assert BY_COUNCIL not in round_of(get_ruled(actor=ruling.ha, assessment_id=ruling.a.pk)).due
    queued = list_criterion_queue(actor=ruling.chi, track=ruling.track)
    assert BY_COUNCIL not in [each.row.key for each in queued]
    move_campaign(ruling, Campaign.Status.APPRAISAL)
    with refuses(NotAllowed, "appraisal.not_your_duty"):
        decide(ruling, BY_COUNCIL, "awarded", points="5", reason="Tôi thấy thế", assessment=ruling.b)


def test_the_board_of_the_council_shows_it_until_it_is_awarded(ruling: Cast) -> None:
    def line() -> board.BoardLine:
        found = board.list_board(actor=ruling.ha, asked=QueueFilter(typed="xay dung"))
        [one] = board.describe_board(found)
        return one

    ruling.body_a.search_text = "so xay dung"
    ruling.body_a.save()
    assert [row.key for row in line().awarded] == [BY_COUNCIL]
    assert (list(line().disputed), line().ruled, line().waiting) == ([], 0, 1)
    _award(ruling)
    assert (line().ruled, line().waiting) == (1, 0)


def test_a_member_awards_it_on_the_page_of_the_dossier(ruling: Cast, opened: Opened) -> None:
    client = opened("ha")
    address = reverse("appraisals:council_file", args=[ruling.a.pk])
    page = client.get(address).content.decode()
    assert "Tiêu chí này do hội đồng đánh giá" in page
    rule = reverse("appraisals:rule", args=[ruling.a.pk, BY_COUNCIL])
    assert f'action="{rule}"' in page
    answer = client.post(rule, {"points": "7,5", "reason": "Lan toả tới 11 đơn vị", "version": "0"})
    assert answer.status_code == 302
    columns = three_sheets(get_ruled(actor=ruling.ha, assessment_id=ruling.a.pk)).columns[BY_COUNCIL]
    assert columns.final.points == Fraction(15, 2)
    assert "Lan toả tới 11 đơn vị" in client.get(address).content.decode()


def test_points_that_are_given_by_hand_are_asked_for_once(ruling: Cast, opened: Opened) -> None:
    page = opened("ha").get(reverse("appraisals:council_file", args=[ruling.a.pk])).content.decode()

    assert f'id="points-{BY_COUNCIL}"' in page
    assert "figures-reason-" not in page


def test_nobody_but_the_council_awards_it(ruling: Cast, refuses: Refuses) -> None:
    with refuses(NotAllowed, "assessment.rule_not_allowed"):
        _award(ruling, "giang")


def test_the_report_before_closing_waits_for_it_and_leads_to_it(ruling: Cast, opened: Opened) -> None:
    def awaited() -> list[tuple[str, str]]:
        review = review_campaign(campaign=ruling.campaign, now=timezone.now)
        of_a = review.concerns.filter(participant=ruling.a.participant, key=BY_COUNCIL)
        return [(each.kind, Shown(each).address) for each in of_a]

    address = reverse("appraisals:council_file", args=[ruling.a.pk]) + f"#c-{BY_COUNCIL}"
    assert awaited() == [("awaited", address)]
    assert opened("giang").get(address).status_code == 200
    page = opened("giang").get(reverse("results:readiness", args=[ruling.campaign.pk])).content.decode()
    assert f'href="{address}"' in page
    _award(ruling)
    assert awaited() == []


def test_the_printed_sheet_of_the_dossier_says_who_evaluates_it(ruling: Cast, opened: Opened) -> None:
    page = opened("dung").get(reverse("assessments:review", args=[ruling.a.pk])).content.decode()
    assert "do hội đồng đánh giá" in page
