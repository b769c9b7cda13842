"""The profile and the league table say the same of the campaign before."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.campaigns.models import Campaign
from chamdiem.results.models import Closing, Release, Result
from chamdiem.results.services import close_campaign, publish_results
from tests.people import NOW, Cast

from .dossiers import fill

NOTE = "hạng được so chỉ giữa các đơn vị cùng nhóm và được xếp hạng ở cả hai kỳ"


def _year_before(cast: Cast, *, behind: int, **fields: Any) -> None:
    """A campaign before in which both had these places, behind others that are gone."""
    closing = Closing.objects.get(track__campaign=cast.campaign)
    results = list(Result.objects.filter(closing=closing))
    campaign = Campaign.objects.get(pk=cast.campaign.pk)
    campaign.pk, campaign.year, campaign.name = None, campaign.year - 1, "Kỳ trước"
    campaign.save()
    Campaign.objects.filter(pk=cast.campaign.pk).update(previous=campaign)
    closing.pk, closing.number = None, 90
    closing.save()
    for each in results:
        each.pk, each.closing, each.place = None, closing, (each.place or 0) + behind
        for name, value in fields.items():
            setattr(each, name, value)
        each.save()
    release = Release.objects.create(campaign=campaign, number=1, published_by=cast.giang, published_at=NOW)
    release.closings.add(closing)


@pytest.fixture
def published(cast: Cast) -> Cast:
    """Published, and the year before as well."""
    fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return cast


def test_who_passed_nobody_has_kept_its_place_on_both_pages(published: Cast) -> None:
    _year_before(published, behind=2)
    campaign = published.campaign.pk
    result = Result.objects.get(closing__number=1, place=1)
    league = Client().get(reverse("portal:league", args=[campaign])).content.decode()
    profile = Client().get(reverse("portal:profile", args=[campaign, result.participant_id])).content.decode()
    for page in (league, profile):
        assert "giữ nguyên" in page
        assert NOTE in page
    assert "kỳ trước 3" not in profile


def test_without_a_year_before_nothing_is_said_of_it(published: Cast) -> None:
    result = Result.objects.get(closing__number=1, place=1)
    address = reverse("portal:profile", args=[published.campaign.pk, result.participant_id])
    page = Client().get(address).content.decode()
    assert NOTE not in page
    assert "kỳ trước" not in page


def test_a_year_before_in_which_nobody_had_a_place_takes_no_column(published: Cast) -> None:
    campaign = Campaign.objects.get(pk=published.campaign.pk)
    campaign.pk, campaign.year, campaign.name = None, campaign.year - 1, "Kỳ trước"
    campaign.save()
    Campaign.objects.filter(pk=published.campaign.pk).update(previous=campaign)
    page = Client().get(reverse("portal:league", args=[published.campaign.pk])).content.decode()
    assert "So với kỳ trước" not in page


def test_a_profile_holds_total_and_main_groups_against_the_year_before(published: Cast) -> None:
    _year_before(published, behind=1, total=Decimal(50), groups={"1": {"points": "15", "maximum": "25"}})
    result = Result.objects.get(closing__number=1, place=1)
    address = reverse("portal:profile", args=[published.campaign.pk, result.participant_id])
    page = Client().get(address).content.decode()
    card = page[page.index("So với kỳ trước</h2>") :].partition("</section>")[0]
    lines = [" ".join(re.sub(r"<[^>]+>|^[^>]*>", " ", row).split()) for row in card.split("<tr")[2:]]
    assert lines == [
        "Điểm đạt được 50,00 / 70 · 71,4% 53,00 / 70 · 75,7% +4,29",
        "Nhận thức số 15,00 / 25 · 60,0% 28,00 / 30 · 93,3% +33,33",
        "Chính quyền số – 25,00 / 40 · 62,5% –",
        "Thứ hạng 2 1 giữ nguyên giữa các đơn vị có hạng ở cả hai kỳ",
    ]
