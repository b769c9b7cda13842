"""Closing over what is open asks for a reason: disputes without a ruling, bodies that never handed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.assessments.models import Assessment
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import Incomplete
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from chamdiem.results.models import Closing
from chamdiem.results.services import close_campaign, reopen_for_erratum, review_campaign, start_closing
from chamdiem.results.showing import snapshot_data
from tests.appraisals.staging import APPRAISING, begin_ruling
from tests.people import NOW, Cast

from .dossiers import fill, hand_in, never_handed_in
from .test_pages import join_many

Opened = Callable[[str], Client]
REASON = "Hội đồng quyết định giữ điểm thẩm định."


@pytest.fixture
def disputed(cast: Cast) -> Cast:
    """Sở Xây dựng and its appraiser do not agree on 2.1; the council has not ruled."""
    begin_ruling(cast)
    hand_in(cast.b)
    return cast


@pytest.fixture
def absent(cast: Cast) -> Cast:
    """Sở Y tế never handed in."""
    fill(cast)
    never_handed_in(cast.b)
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


def test_without_a_reason_it_does_not_begin(disputed: Cast, opened: Opened) -> None:
    answer = opened("giang").post(reverse("results:close", args=[disputed.campaign.pk]), {"reason": "  "})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hội đồng chưa kết luận 1 nội dung hai bên chưa thống nhất (Sở Xây dựng)" in page
    assert '<textarea name="reason"' in page
    assert Campaign.objects.get(pk=disputed.campaign.pk).status == Campaign.Status.RULING
    assert not Job.objects.exists()


def test_it_fails_and_names_who_never_handed_in(absent: Cast) -> None:
    job = close(absent)
    assert (job.status, job.refusal_code) == (Job.Status.FAILED, "results.never_handed_in")
    assert job.refusal_facts == {"absent": "1", "absent_names": "Sở Y tế"}
    assert not Closing.objects.exists()
    assert Campaign.objects.get(pk=absent.campaign.pk).status == Campaign.Status.RULING
    with pytest.raises(Incomplete, match="never_handed_in"):
        close_campaign(actor=absent.giang, campaign_id=absent.campaign.pk, reason="  ", now=NOW)


def test_who_never_handed_in_and_why_is_kept_with_the_closing(absent: Cast) -> None:
    assert close(absent, REASON).status == Job.Status.DONE
    closing = Closing.objects.get()
    assert (closing.reason, closing.never_handed_in) == (REASON, ["Sở Y tế"])
    facts = Event.objects.get(action="results.close").facts
    assert (facts["reason"], facts["never_handed_in"]) == (REASON, ["Sở Y tế"])
    kept = snapshot_data(closing)["closing"]
    assert (kept["reason"], kept["never_handed_in"]) == (REASON, ["Sở Y tế"])


def test_disputes_and_who_never_handed_in_are_named_together(disputed: Cast) -> None:
    never_handed_in(disputed.b)
    job = close(disputed)
    assert job.refusal_code == "results.absent_and_unruled"
    assert job.refusal_facts == {
        "absent": "1",
        "absent_names": "Sở Y tế",
        "count": "1",
        "organisations": "Sở Xây dựng",
    }


def test_of_many_that_never_handed_in_the_first_are_named(cast: Cast) -> None:
    fill(cast)
    join_many(cast, 6)
    never_handed_in(*Assessment.objects.exclude(pk__in=[cast.a.pk, cast.b.pk]))
    facts = close(cast).refusal_facts
    assert facts == {"absent": "6", "absent_names": "Đơn vị 0, Đơn vị 1, Đơn vị 2, Đơn vị 3, Đơn vị 4…"}


def test_the_pages_name_who_never_handed_in_and_ask_why(absent: Cast, opened: Opened) -> None:
    giang = opened("giang")
    league = giang.get(reverse("results:league", args=[absent.campaign.pk])).content.decode()
    assert "1 đơn vị chưa gửi hồ sơ lần nào (Sở Y tế)" in league
    assert 'id="close-anyway-reason"' in league
    assert 'id="close-results"' not in league
    review_campaign(campaign=absent.campaign, now=lambda: NOW)
    review = giang.get(reverse("results:readiness", args=[absent.campaign.pk])).content.decode()
    assert "chốt bây giờ phải ghi lý do" in review
    close(absent)
    page = giang.get(reverse("results:show_closing", args=[absent.campaign.pk])).content.decode()
    assert page.count("1 đơn vị chưa gửi hồ sơ lần nào (Sở Y tế)") == 2
    assert 'id="close-anyway-reason"' in page


def test_where_nothing_is_open_closing_only_asks_for_a_yes(cast: Cast, opened: Opened) -> None:
    fill(cast)
    page = opened("giang").get(reverse("results:league", args=[cast.campaign.pk])).content.decode()
    assert 'popovertarget="close-results"' in page
    assert "Từ lúc chốt không ai ghi được vào hồ sơ" in page
    assert "close-anyway" not in page
    assert "close-results-reason" not in page
