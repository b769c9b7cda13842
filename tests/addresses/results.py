"""Addresses of results and of the portal."""

from __future__ import annotations

from chamdiem.results.services import close_campaign, publish_results
from tests.people import NOW, Cast
from tests.results.dossiers import fill

from .address import EVERYBODY, Address

AUTHORITY = frozenset({"chi", "giang", "ha"})
OWNER = frozenset({"giang"})


def _campaign(cast: Cast) -> list[int]:
    return [cast.campaign.pk]


def _profile(cast: Cast) -> list[int]:
    return [cast.campaign.pk, cast.a.participant_id]


def _closed(cast: Cast) -> None:
    fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)


def _published(cast: Cast) -> None:
    _closed(cast)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)


ADDRESSES = {
    "results:campaigns": Address(allowed=EVERYBODY),
    "results:league": Address(arguments=_campaign, allowed=AUTHORITY, prepare=_closed),
    "results:heat": Address(arguments=_campaign, allowed=AUTHORITY, prepare=_closed),
    "results:profile": Address(arguments=_profile, allowed=AUTHORITY, prepare=_closed),
    "results:readiness": Address(arguments=_campaign, allowed=OWNER, prepare=fill),
    "results:review": Address(arguments=_campaign, allowed=OWNER, method="post", prepare=fill),
    "results:show_closing": Address(arguments=_campaign, allowed=OWNER, prepare=fill),
    "results:snapshot": Address(arguments=_campaign, allowed=OWNER, prepare=_closed),
    "results:close": Address(arguments=_campaign, allowed=OWNER, method="post", prepare=fill),
    "results:publish": Address(arguments=_campaign, allowed=OWNER, method="post", prepare=_closed),
    "results:reopen": Address(
        arguments=_campaign,
        allowed=OWNER,
        method="post",
        prepare=_closed,
        data=lambda cast: {"reason": "sai"},
    ),
    "portal:campaigns": Address(is_public=True),
    "portal:league": Address(arguments=_campaign, prepare=_published, is_public=True),
    "portal:profile": Address(arguments=_profile, prepare=_published, is_public=True),
    "portal:method": Address(arguments=_campaign, prepare=_published, is_public=True),
}
