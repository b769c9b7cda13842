"""Before closing, figures are held against those of the campaign before."""

from __future__ import annotations

from chamdiem.campaigns.models import Campaign
from chamdiem.results.models import Closing, Release
from chamdiem.results.reviews import list_found
from chamdiem.results.services import close_campaign, review_campaign
from tests.people import NOW, Cast

from .dossiers import fill


def _year_before(cast: Cast, **figures: str) -> None:
    """A campaign before in which Sở A had these figures, else the same."""
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    closing = Closing.objects.get(track__campaign=cast.campaign)
    campaign = Campaign.objects.get(pk=cast.campaign.pk)
    campaign.pk, campaign.year, campaign.name = None, campaign.year - 1, "Kỳ trước"
    campaign.save()
    entry = next(each for each in closing.answers["organisations"] if each["code"] == cast.a.participant.code)
    entry["answers"] |= figures
    closing.pk, closing.number = None, 90
    closing.save()
    release = Release.objects.create(campaign=campaign, number=1, published_by=cast.giang, published_at=NOW)
    release.closings.add(closing)
    Campaign.objects.filter(pk=cast.campaign.pk).update(previous=campaign, status=Campaign.Status.RULING)
    cast.campaign.refresh_from_db()


def _changed(cast: Cast) -> list[tuple[str, str, str]]:
    found = list_found(review_campaign(campaign=cast.campaign, now=lambda: NOW), "changed")
    return sorted(found.values_list("key", "value", "expected"))


def test_general_information_changes_by_three_times_other_figures_by_ten(cast: Cast) -> None:
    fill(cast)
    # 2.1.a is 40, 2.2.a 50, 2.3.n 4 and I.1 100 now.
    _year_before(cast, **{"I.1": "33", "2.1.a": "3", "2.2.a": "600"})
    assert _changed(cast) == [("2.1.a", "40", "3"), ("2.2.a", "50", "600"), ("I.1", "100", "33")]


def test_what_changed_by_less_is_not_listed(cast: Cast) -> None:
    fill(cast)
    _year_before(cast, **{"I.1": "34", "2.1.a": "4", "2.2.a": "500", "2.3.n": "0"})
    assert _changed(cast) == []
