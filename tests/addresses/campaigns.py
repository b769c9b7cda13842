"""Addresses of campaigns: who runs one, who watches, whose organisation takes part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.people import NOW, Cast

from .address import Address

RUNS = {"giang"}
WATCHES = {"giang", "chi", "ha"}
OWN_A = {"an", "dung", "kien"}
SHARES_A = {"an", "dung"}
EVERYBODY_IN_IT = WATCHES | OWN_A | {"binh", "minh"}

_made: dict[int, int] = {}


def _campaign(cast: Cast) -> Sequence[Any]:
    return [cast.campaign.pk]


def _participant(cast: Cast) -> Sequence[Any]:
    return [cast.a.participant.pk]


def _make_ready(cast: Cast) -> None:
    from tests.campaigns.drafts import make_ready  # noqa: PLC0415  models need the settings first

    _made[cast.campaign.pk] = make_ready(cast).pk


def _make_failed(cast: Cast) -> None:
    """A campaign whose opening was lost."""
    from chamdiem.campaigns.models import Campaign  # noqa: PLC0415

    _make_ready(cast)
    Campaign.objects.filter(pk=_made[cast.campaign.pk]).update(status="opening")


def _match(cast: Cast) -> None:
    from chamdiem.campaigns.services.matching import match_offices  # noqa: PLC0415

    match_offices(cast.track, [cast.a.participant, cast.b.participant], NOW)


def _give_duty(cast: Cast) -> None:
    from chamdiem.campaigns.services import give_duty  # noqa: PLC0415

    duty = give_duty(
        actor=cast.giang,
        campaign_id=cast.campaign.pk,
        user_id=cast.chi.pk,
        track_id=cast.track.pk,
        now=NOW,
    )
    _made[cast.campaign.pk] = duty.pk


def _draft(cast: Cast) -> Sequence[Any]:
    return [_made[cast.campaign.pk]]


def _draft_page(**fields: Any) -> Address:
    return Address(arguments=_draft, prepare=_make_ready, allowed=RUNS, **fields)


ADDRESSES = {
    "campaigns:list_campaigns": Address(),
    "campaigns:create_campaign": Address(allowed=RUNS | {"nga"}),
    "campaigns:show_campaign": Address(arguments=_campaign, allowed=EVERYBODY_IN_IT),
    "campaigns:prepare_editions": _draft_page(),
    "campaigns:prepare_participants": _draft_page(),
    "campaigns:prepare_calendar": _draft_page(),
    "campaigns:prepare_policies": _draft_page(),
    "campaigns:prepare_review": _draft_page(),
    "campaigns:open_campaign": _draft_page(method="post"),
    "campaigns:show_opening": _draft_page(),
    "campaigns:back_to_draft": Address(arguments=_draft, prepare=_make_failed, allowed=RUNS, method="post"),
    "campaigns:delete_campaign": _draft_page(method="post"),
    "campaigns:move_campaign": Address(
        arguments=_campaign,
        allowed=RUNS,
        method="post",
        data=lambda cast: {"action": "begin_appraisal", "reason": "đã đủ hồ sơ"},
    ),
    "campaigns:show_board": Address(arguments=_campaign, allowed=WATCHES),
    "campaigns:show_office_board": Address(arguments=_campaign, allowed=WATCHES),
    "campaigns:show_criterion_board": Address(arguments=_campaign, allowed=WATCHES),
    "campaigns:show_calendar": Address(arguments=_campaign, allowed=RUNS),
    "campaigns:join_late": Address(arguments=_campaign, allowed=RUNS),
    "campaigns:list_open_offices": Address(arguments=_campaign, allowed=RUNS),
    "campaigns:resolve_everywhere": Address(
        arguments=_campaign,
        prepare=_match,
        allowed=RUNS,
        method="post",
        data=lambda cast: {"track": cast.track.pk, "printed": "Văn phòng", "name": "Văn phòng Sở"},
    ),
    "campaigns:list_duties": Address(arguments=_campaign, allowed=RUNS),
    "campaigns:remove_duty": Address(
        arguments=_campaign,
        prepare=_give_duty,
        allowed=RUNS,
        method="post",
        data=lambda cast: {"duty": _made[cast.campaign.pk]},
    ),
    "campaigns:split_duties": Address(
        arguments=_campaign,
        allowed=RUNS,
        method="post",
        data=lambda cast: {"track": cast.track.pk, "user": [cast.chi.pk]},
    ),
    "campaigns:show_participant": Address(arguments=_participant, allowed=OWN_A | WATCHES),
    "campaigns:give_extension": Address(
        arguments=_participant,
        allowed=RUNS,
        method="post",
        data=lambda cast: {"until": "2026-11-20", "reason": "cán bộ phụ trách ốm"},
    ),
    "campaigns:withdraw_participant": Address(
        arguments=_participant,
        allowed=RUNS,
        method="post",
        data=lambda cast: {"reason": "đơn vị đã giải thể"},
    ),
    "campaigns:resolve_office": Address(
        arguments=_participant,
        prepare=_match,
        allowed=RUNS | SHARES_A,
        method="post",
        data=lambda cast: {"printed": "Văn phòng", "office": cast.head_office.pk},
    ),
    "campaigns:assign_criteria": Address(arguments=_participant, allowed=OWN_A | WATCHES),
    "campaigns:remove_assignment": Address(
        arguments=_participant,
        allowed=SHARES_A,
        method="post",
        data=lambda cast: {"assignment": cast.a.participant.assignments.get(criterion_key="2.1").pk},
    ),
}
