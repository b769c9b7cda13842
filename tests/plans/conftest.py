"""What tests of plans begin with."""

from __future__ import annotations

import pytest

from chamdiem.results.models import Result
from chamdiem.results.services import close_campaign, publish_results
from tests.people import NOW, Cast
from tests.results.dossiers import fill


@pytest.fixture
def published(cast: Cast) -> Result:
    """The result of Sở Xây dựng, published."""
    fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return Result.objects.get(participant=cast.a.participant)
