"""The step of the wizard that names the campaign, its tracks and their editions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, takewhile
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import services
from chamdiem.campaigns.forms import CampaignNameForm, TrackForm
from chamdiem.campaigns.meanwhile import State, seen_again, state_of, state_of_tracks
from chamdiem.campaigns.selectors.campaigns import list_tracks
from chamdiem.campaigns.views.carrying import seen_in, written
from chamdiem.campaigns.views.wizard import draft_of, frame_of, next_step
from chamdiem.indicators.selectors import called_apart, list_issued
from chamdiem.web.returning import returned_in

_SPARE_TRACKS = 2


@never_cache
@require_http_methods(["GET", "POST"])
@login_required
def editions(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Name, year and tracks, each with its edition."""
    campaign = draft_of(request, campaign_id)
    tracks, start = list(list_tracks(campaign)), {"name": campaign.name, "year": campaign.year}
    name_form = CampaignNameForm(request.POST or None, initial=start)
    forms = _track_forms(request, tracks)
    stands, seen = state_of(start) | state_of_tracks(tracks), None
    if request.method == "POST":
        seen = seen_in(request)
        if name_form.is_valid() and all(form.is_valid() for form in forms):
            drafts = [draft for form in forms for draft in _drafted(form.cleaned_data)]
            head = dict(name_form.cleaned_data)
            with returned_in(name_form):
                services.save_tracks(
                    actor=request.user,
                    campaign_id=campaign_id,
                    name=head["name"],
                    year=head["year"],
                    tracks=drafts,
                    seen=seen,
                    now=timezone.now(),
                )
                _tell_kept(request, seen, stands)
                return next_step(request, campaign_id, "editions", "participants")
            seen = _seen_again(seen, state_of(head), drafts, stands)
    context = {
        "name_form": name_form,
        "tracks": forms,
        "seen": written(stands if seen is None else seen),
        **frame_of(campaign, "editions"),
    }
    is_refused = any(form.errors for form in (name_form, *forms))
    return render(request, "campaigns/wizard/editions.html", context, status=422 if is_refused else 200)


def _track_forms(request: SignedInRequest, tracks: Sequence[Any]) -> list[TrackForm]:
    """A form for each track there is, and some empty ones; for a page that was sent, its own."""
    choices = [(each.pk, name) for each, name in called_apart(list_issued()).items()]
    starts: list[dict[str, Any]] = [
        {"id": each.pk, "name": each.name, "edition": each.edition_id, "grouped_by": each.grouped_by}
        for each in tracks
    ]
    if request.method != "POST":
        return [
            TrackForm(None, prefix=f"track{place}", initial=start, editions=choices)
            for place, start in enumerate([*starts, *[{}] * _SPARE_TRACKS])
        ]
    known, data = {str(start["id"]): start for start in starts}, request.POST
    sent = takewhile(lambda place: f"track{place}-name" in data, count())
    ids = [data.get(f"track{place}-id", "") for place in sent]
    return [
        TrackForm(
            data,
            prefix=f"track{place}",
            initial=known.get(pk, {"id": pk} if pk else {}),
            editions=choices,
        )
        for place, pk in enumerate(ids)
    ]


def _drafted(data: dict[str, Any]) -> list[services.TrackDraft]:
    """The track of a form, unless it is empty or taken out."""
    if data["is_removed"] or not data["name"]:
        return []
    return [
        services.TrackDraft(
            id=data["id"], name=data["name"], edition_id=data["edition"], grouped_by=data["grouped_by"]
        )
    ]


def _tell_kept(request: SignedInRequest, seen: State, stands: State) -> None:
    """Say that something differs from what the page showed, whoever changed it."""
    differs = {name for name in seen.keys() | stands.keys() if seen.get(name) != stands.get(name)}
    if any(not name.endswith(".chosen") for name in differs):
        messages.info(
            request,
            _("Nội dung người khác đã lưu trong lúc trang này mở được giữ nguyên; hãy xem lại bước này."),
        )


def _seen_again(
    seen: State, head: State, drafts: Sequence[services.TrackDraft], stands: State
) -> dict[str, str]:
    """What the page carries when it comes back: of what was told it now knows how it stands."""
    typed = dict(head)
    for draft in drafts:
        typed |= {f"{draft.id}.{name}": text for name, text in draft.state.items()}
    sent = {str(draft.id) for draft in drafts}
    out = {pk for pk in (name.partition(".")[0] for name in seen) if pk.isdecimal() and pk not in sent}
    again = seen_again(seen, typed, stands)
    again |= {name: text for name, text in stands.items() if name.partition(".")[0] in out}
    gone = {name for name in again if "." in name and name not in stands}
    return {name: text for name, text in again.items() if name not in gone}
