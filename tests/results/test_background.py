"""Closing in the background: one at a time, all or nothing, again after a failure, stopped by a reopening."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.assessments import workflow as dossiers
from chamdiem.audit.models import Event
from chamdiem.campaigns import workflow as campaigns
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.preparing import CLOSING
from chamdiem.campaigns.services import take_back_closing
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from chamdiem.results import layers
from chamdiem.results.models import Closing, Result
from chamdiem.results.services import (
    close_campaign,
    freeze_tracks,
    reopen_for_erratum,
    start_closing,
    store_closings,
)
from tests.people import NOW, Cast

from .dossiers import award, fill, rule

Opened = Callable[[str], Client]


def _start(cast: Cast, name: str = "giang") -> Job:
    return start_closing(actor=cast.people[name], campaign_id=cast.campaign.pk, now=NOW)


def _stage(cast: Cast) -> str:
    return Campaign.objects.get(pk=cast.campaign.pk).status


def _reopen(cast: Cast) -> None:
    reopen_for_erratum(actor=cast.giang, campaign_id=cast.campaign.pk, reason="sót một kết luận", now=NOW)


def test_from_the_first_moment_the_campaign_is_closing_and_nothing_is_frozen_yet(cast: Cast) -> None:
    fill(cast)
    job = _start(cast)
    assert _stage(cast) == Campaign.Status.CLOSING
    assert (job.kind, job.arguments) == (CLOSING, {"campaign_id": cast.campaign.pk})
    assert Event.objects.get(action="campaign.close").actor == cast.giang
    assert not Closing.objects.exists()


def test_the_worker_freezes_what_closing_at_once_would_freeze(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(cast)
    award(cast, cast.a, "1.2", "4")
    rule(cast, cast.b, "1.1", "9.5")
    monkeypatch.setattr(layers, "BATCH", 1)
    job = _start(cast)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.status, job.done, job.total, job.percent) == (Job.Status.DONE, 4, 4, 100)
    assert _stage(cast) == Campaign.Status.CLOSED
    assert Event.objects.get(action="results.close").actor == cast.giang
    monkeypatch.undo()
    _reopen(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    first, second = Closing.objects.order_by("number")
    assert first.content_hash == second.content_hash
    kept = [_plain(closing) for closing in (first, second)]
    assert kept[0] == kept[1]
    assert [each["place"] for each in kept[0]] == [2, 1]


def _plain(closing: Closing) -> list[dict[str, object]]:
    rows = Result.objects.filter(closing=closing).order_by("participant_id").values()
    return [{key: value for key, value in row.items() if key not in ("id", "closing_id")} for row in rows]


def test_it_is_closed_once_at_a_time_and_again_after_a_failure(cast: Cast) -> None:
    fill(cast)
    job = _start(cast)
    with pytest.raises(Conflict) as refused:
        _start(cast)
    assert refused.value.code == "results.closing_already"
    Job.objects.filter(pk=job.pk).update(status=Job.Status.FAILED)
    again = _start(cast)
    assert again.pk != job.pk
    for _ in range(2):
        run_job(again.pk)
    assert Closing.objects.count() == 1
    with pytest.raises(WrongStage):
        _start(cast)


def test_a_worker_killed_after_the_end_finds_that_there_is_nothing_to_do(cast: Cast) -> None:
    fill(cast)
    job = _start(cast)
    run_job(job.pk)
    Job.objects.filter(pk=job.pk).update(status=Job.Status.RUNNING)
    run_job(job.pk)
    job.refresh_from_db()
    assert job.status == Job.Status.DONE
    assert Closing.objects.count() == 1


def test_a_closing_that_was_stopped_writes_nothing_even_when_another_has_begun(cast: Cast) -> None:
    fill(cast)
    stopped = _start(cast)
    frozen = freeze_tracks(cast.campaign)
    _reopen(cast)
    rule(cast, cast.b, "1.2", "10")
    with pytest.raises(WrongStage):
        store_closings(frozen, campaign_id=cast.campaign.pk, actor=cast.giang, now=NOW, job=stopped)
    again = _start(cast)
    with pytest.raises(Conflict) as refused:
        store_closings(frozen, campaign_id=cast.campaign.pk, actor=cast.giang, now=NOW, job=stopped)
    assert refused.value.code == "results.closing_stopped"
    assert not Closing.objects.exists()
    assert _stage(cast) == Campaign.Status.CLOSING
    run_job(stopped.pk)
    assert not Closing.objects.exists()
    run_job(again.pk)
    assert Result.objects.get(participant__code="T1.B").place == 1


def test_a_bug_ends_the_work_so_that_it_can_be_asked_for_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(cast)
    job = _start(cast)
    monkeypatch.setattr(layers, "BATCH", 0)
    with pytest.raises(ValueError, match="range"):
        run_job(job.pk)
    job.refresh_from_db()
    assert (job.status, job.refusal_code) == (Job.Status.FAILED, "job.broken")
    assert _stage(cast) == Campaign.Status.RULING
    monkeypatch.undo()
    run_job(_start(cast).pk)
    assert _stage(cast) == Campaign.Status.CLOSED


def test_while_it_is_closing_nothing_can_be_done_but_to_look_stop_it_or_begin_again() -> None:
    closing = Campaign.Status.CLOSING
    assert {name for name, action in campaigns.ACTIONS.items() if closing in action.stages} == {
        "close",
        "reopen",
        # Looks a campaign through and changes nothing of it.
        "review",
    }
    assert not [name for name, action in dossiers.ACTIONS.items() if closing in action.stages]


def test_the_list_of_tasks_leads_to_the_progress(cast: Cast, opened: Opened) -> None:
    fill(cast)
    _start(cast)
    page = opened("giang").get("/").content.decode()
    assert f'href="{reverse("results:show_closing", args=[cast.campaign.pk])}"' in page


@pytest.mark.parametrize(("person", "refusal"), [("chi", NotAllowed), ("an", NotAllowed), ("nga", NotFound)])
def test_only_the_standing_body_begins(cast: Cast, person: str, refusal: type[Exception]) -> None:
    fill(cast)
    with pytest.raises(refusal):
        _start(cast, person)
    assert _stage(cast) == Campaign.Status.RULING


def test_without_a_track_nothing_begins(cast: Cast) -> None:
    fill(cast)
    empty = Campaign.objects.get(pk=cast.campaign.pk)
    empty.pk, empty.name = None, "Kỳ trống"
    empty.save()
    with pytest.raises(Incomplete):
        start_closing(actor=cast.giang, campaign_id=empty.pk, now=NOW)
    empty.refresh_from_db()
    assert empty.status == Campaign.Status.RULING
    assert not Job.objects.exists()


def test_the_pages_say_how_far_it_is_and_lead_to_the_table(cast: Cast, opened: Opened) -> None:
    fill(cast)
    giang = opened("giang")
    answer = giang.post(reverse("results:close", args=[cast.campaign.pk]))
    address = reverse("results:show_closing", args=[cast.campaign.pk])
    assert answer["Location"] == address
    job = Job.objects.get(kind=CLOSING)
    Job.objects.filter(pk=job.pk).update(done=9, total=20)
    league = reverse("results:league", args=[cast.campaign.pk])
    for page in (league, reverse("campaigns:show_campaign", args=[cast.campaign.pk])):
        said = giang.get(page).content.decode()
        assert "Đang chốt, 45%" in said
        assert f'href="{address}"' in said
    part = giang.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "45%" in part
    assert "hx-get" in part
    run_job(job.pk)
    part = giang.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "hx-get" not in part
    assert f'href="{league}"' in part


def test_a_failure_is_told_with_the_way_to_try_again(cast: Cast, opened: Opened) -> None:
    fill(cast)
    job = _start(cast)
    Job.objects.filter(pk=job.pk).update(status=Job.Status.FAILED, refusal_code="job.broken")
    page = opened("giang").get(reverse("results:show_closing", args=[cast.campaign.pk])).content.decode()
    assert "Hệ thống gặp lỗi khi làm việc này" in page
    assert "Chốt lại" in page
    assert 'popovertarget="stop-closing"' in page


def test_a_closing_is_stopped_with_a_reason_and_the_council_rules_again(cast: Cast, opened: Opened) -> None:
    fill(cast)
    job, giang = _start(cast), opened("giang")
    page = giang.get(reverse("results:show_closing", args=[cast.campaign.pk])).content.decode()
    assert 'id="stop-closing-reason"' in page
    address = reverse("results:reopen", args=[cast.campaign.pk])
    assert giang.post(address, {"reason": " "}).status_code == 422
    assert _stage(cast) == Campaign.Status.CLOSING
    page = giang.post(address, {"reason": "Sót một kết luận"}, follow=True).content.decode()
    assert "Đã dừng chốt" in page
    assert "Lần chốt gần nhất không xong" not in page
    assert _stage(cast) == Campaign.Status.RULING
    facts = Event.objects.get(action="campaign.reopen").facts
    assert facts == {"from": "closing", "to": "ruling", "reason": "Sót một kết luận"}
    run_job(job.pk)
    assert not Closing.objects.exists()


def test_a_failure_takes_back_no_other_closing(cast: Cast) -> None:
    fill(cast)
    overtaken = _start(cast)
    _reopen(cast)
    _start(cast)
    take_back_closing(campaign_id=cast.campaign.pk, job=overtaken, now=NOW)
    assert _stage(cast) == Campaign.Status.CLOSING
