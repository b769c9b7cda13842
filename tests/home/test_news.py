"""What others did lately, and who learns of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from chamdiem.accounts.models import User
from chamdiem.assessments.models import Assessment
from chamdiem.audit.services import record_event
from chamdiem.home.selectors import list_news
from tests.people import NOW, Cast


@pytest.fixture(autouse=True)
def happened(cast: Cast) -> None:
    """What happened: to the dossier of A, and to the whole campaign."""
    _record(cast.giang, "campaign.open", cast.campaign, cast.province.path, days=3)
    _record(cast.an, "assessment.answer", cast.a, cast.body_a.path, days=2)
    _record(cast.dung, "assessment.submit", cast.a, cast.body_a.path, days=2)
    _record(cast.chi, "assessment.return", cast.a, cast.body_a.path, days=1)


def _record(
    actor: User, action: str, subject: models.Model, path: str, *, days: int, now: datetime = NOW
) -> None:
    campaign = getattr(subject, "participant", None)
    record_event(
        actor=actor,
        action=action,
        subject=subject,
        at=now - timedelta(days=days),
        organisation_path=path,
        campaign_id=campaign.campaign_id if campaign else subject.pk,
    )


def _news(actor: User) -> list[str]:
    return [each.action for each in list_news(actor=actor, now=NOW)]


def test_the_body_learns_what_others_did_with_its_dossier(cast: Cast) -> None:
    assert _news(cast.an) == ["assessment.return", "assessment.submit", "campaign.open"]
    assert _news(cast.dung) == ["assessment.return", "campaign.open"]
    assert [each.url for each in list_news(actor=cast.an, now=NOW)] == [
        *[reverse("assessments:show", args=[cast.a.pk])] * 2,
        reverse("campaigns:show_campaign", args=[cast.campaign.pk]),
    ]


def test_other_bodies_learn_of_the_campaign_only_and_strangers_of_nothing(cast: Cast) -> None:
    assert _news(cast.binh) == ["campaign.open"]
    assert _news(cast.nga) == []


def test_the_authority_learns_what_was_handed_in(cast: Cast) -> None:
    assert _news(cast.giang) == ["assessment.submit"]
    assert _news(cast.ha) == ["assessment.submit", "campaign.open"]


def test_a_dossier_she_may_not_open_has_no_address(cast: Cast) -> None:
    Assessment.objects.update(status=Assessment.Status.DRAFT)
    (handed, _) = list_news(actor=cast.ha, now=NOW)
    assert (handed.action, handed.url) == ("assessment.submit", "")


def test_what_is_recorded_late_stands_where_it_happened(cast: Cast) -> None:
    _record(cast.chi, "assessment.return", cast.a, cast.body_a.path, days=4)
    assert _news(cast.an)[-2:] == ["campaign.open", "assessment.return"]


def test_two_weeks_later_it_is_no_news(cast: Cast) -> None:
    assert list_news(actor=cast.an, now=NOW + timedelta(days=14)) == []


def test_the_page_says_it_in_words(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _record(cast.giang, "participant.extend", cast.a, cast.body_a.path, days=1, now=timezone.now())
    _record(cast.binh, "assessment.answer", cast.a, cast.body_a.path, days=0, now=timezone.now())
    client.force_login(cast.an)
    with django_assert_max_num_queries(16):
        page = client.get("/").content.decode()
    assert "Gia hạn cho đơn vị" in page
    assert "Nhập số liệu" not in page
