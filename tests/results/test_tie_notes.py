"""Of bodies with equal points the league table says which row of the decision parted them."""

from __future__ import annotations

import pytest
from django.test import Client

from chamdiem.campaigns.models import Track
from chamdiem.results.models import Result
from chamdiem.results.services import close_campaign, publish_results
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .dossiers import award, fill

NOTE = "bằng chỉ số, theo mục 2"


@pytest.fixture
def published(cast: Cast) -> Cast:
    """Sở A and Sở B have 53 points each; group 2 parts them."""
    text = EDITION.replace("  max_points: 70\n", "  max_points: 70\n  tie_break: ['2']\n")
    edition = make_edition(text.replace("thu-nghiem-2026", "thu-nghiem-2027"))
    Track.objects.filter(pk=cast.track.pk).update(edition=edition)
    fill(cast)
    award(cast, cast.b, "1.2", "7")
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return cast


def test_the_closing_keeps_which_row_parted_equals_in_both_languages(published: Cast) -> None:
    first, second = Result.objects.order_by("place")
    assert (first.place, second.place) == (1, 2)
    assert first.total == second.total
    assert first.tie_notes["vi"].startswith(f"{first.participant.name} {NOTE}")
    assert first.tie_notes["vi"].endswith(f"xếp trên {second.participant.name}.")
    assert second.tie_notes["en"].endswith(f"it stands below {first.participant.name}.")


def test_the_public_table_and_its_file_say_it(published: Cast) -> None:
    client, address = Client(), f"/cong-khai/{published.campaign.pk}/"
    page = client.get(address).content.decode()
    assert page.count(NOTE) == 2
    table = client.get(address, {"export": "csv"}).getvalue().decode()
    assert table.count(NOTE) == 2


def test_without_equals_nothing_is_said(cast: Cast) -> None:
    fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    assert {str(each.tie_notes) for each in Result.objects.all()} == {"{}"}
