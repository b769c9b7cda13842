"""A campaign is not closed over the head of its council: disputes without a ruling ask for a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import Incomplete
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from chamdiem.results.models import Closing
from chamdiem.results.services import close_campaign, reopen_for_erratum, review_campaign, start_closing
from tests.appraisals.staging import APPRAISING, begin_ruling
from tests.people import NOW, Cast

Opened = Callable[[str], Client]
REASON = "Hội đồng quyết định giữ điểm thẩm định."


@pytest.fixture
def disputed(cast: Cast) -> Cast:
    """Sở Xây dựng and its appraiser do not agree on 2.1; the council has not ruled."""
    begin_ruling(cast)
    return cast


def close(cast: Cast, reason: str = "") -> Job:
    job = start_closing(actor=cast.giang, campaign_id=cast.campaign.pk, reason=reason, now=NOW)
    run_job(job.pk)
    job.refresh_from_db()
    return job


def test_it_fails_and_names_whose_dispute_waits(disputed: Cast) -> None:
    job = close(disputed)
    assert (job.status, job.refusal_code) == (Job.Status.FAILED, "results.disputes_unruled")
    assert job.refusal_facts == {"count": "1", "organisations": "Sở Xây dựng"}
    assert not Closing.objects.exists()
    assert Campaign.objects.get(pk=disputed.campaign.pk).status == Campaign.Status.RULING
    event = Event.objects.get(action="campaign.closing_failed")
    assert event.facts == {"from": "closing", "to": "ruling", "code": "results.disputes_unruled"}
    with pytest.raises(Incomplete, match="disputes_unruled"):
        close_campaign(actor=disputed.giang, campaign_id=disputed.campaign.pk, now=NOW)


def test_with_a_reason_it_closes_and_the_reason_is_kept(disputed: Cast) -> None:
    close(disputed)
    job = close(disputed, REASON)
    assert job.status == Job.Status.DONE
    assert Campaign.objects.get(pk=disputed.campaign.pk).status == Campaign.Status.CLOSED
    assert Event.objects.get(action="results.close").facts["reason"] == REASON
    begun = Event.objects.filter(action="campaign.close").order_by("number")
    assert [each.facts["reason"] for each in begun] == ["", REASON]


def test_a_reason_serves_one_closing_only(disputed: Cast) -> None:
    close(disputed, REASON)
    reopen_for_erratum(
        actor=disputed.giang, campaign_id=disputed.campaign.pk, reason="sót một kết luận", now=NOW
    )
    assert close(disputed).refusal_code == "results.disputes_unruled"


def test_after_a_closing_that_failed_the_council_rules_and_it_closes(disputed: Cast) -> None:
    close(disputed)
    rule_criterion(
        actor=disputed.ha,
        assessment_id=disputed.a.pk,
        key="2.1",
        points="12",
        reason="Hội đồng thống nhất 12 điểm.",
        version=0,
        now=APPRAISING,
    )
    assert close(disputed).status == Job.Status.DONE
    assert "reason" not in Event.objects.get(action="results.close").facts


def test_the_pages_ask_for_the_reason(disputed: Cast, opened: Opened) -> None:
    giang = opened("giang")
    league = reverse("results:league", args=[disputed.campaign.pk])
    assert "close-anyway" not in giang.get(league).content.decode()
    review_campaign(campaign=disputed.campaign, now=lambda: NOW)
    assert 'popovertarget="close-anyway"' in giang.get(league).content.decode()
    close(disputed)
    page = giang.get(reverse("results:show_closing", args=[disputed.campaign.pk])).content.decode()
    assert "Hội đồng chưa kết luận 1 nội dung" in page
    assert 'id="close-anyway-reason"' in page
    assert "hội đồng kết luận được ngay" in page
    assert "Lần chốt gần nhất không xong" in giang.get(league).content.decode()
    giang.post(reverse("results:close", args=[disputed.campaign.pk]), {"reason": REASON})
    run_job(Job.objects.order_by("-pk")[0].pk)
    assert Closing.objects.exists()
