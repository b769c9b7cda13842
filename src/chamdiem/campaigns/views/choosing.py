"""The step of the wizard in which organisations are chosen from the tree."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import services
from chamdiem.campaigns.forms import CandidateFilters
from chamdiem.campaigns.meanwhile import track_state
from chamdiem.campaigns.selectors.campaigns import list_tracks
from chamdiem.campaigns.selectors.preparing import list_candidates, list_kinds, list_peer_groups
from chamdiem.campaigns.sheets import candidates_sheet
from chamdiem.campaigns.views import typed
from chamdiem.campaigns.views.wizard import draft_of, frame_of
from chamdiem.errors import NotFound
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without, page_of

_PAGE = 100


@never_cache
@require_http_methods(["GET", "POST"])
@login_required
def participants(request: SignedInRequest, campaign_id: int) -> HttpResponseBase:
    """Organisations for one track at a time: tick them, or take all that a filter finds."""
    campaign = draft_of(request, campaign_id)
    tracks = list(list_tracks(campaign))
    if not tracks:
        return redirect("campaigns:prepare_editions", campaign_id)
    asked = request.POST.get("track") or request.GET.get("track")
    track = next((each for each in tracks if str(each.pk) == asked), None)
    if track is None and request.method == "POST" and asked:
        # Somebody else took it out: what was ticked for it is not for another one.
        raise NotFound("track.not_found")
    track = track or tracks[0]
    filters = CandidateFilters(
        request.GET,
        kinds=[(each.value, f"{each.label} ({each.count})") for each in list_kinds(campaign)],
        groups=[(each.value, f"{each.label} ({each.count})") for each in list_peer_groups(campaign)],
    )
    found = _found(campaign, track, filters)
    if kind := request.GET.get("export"):
        return export_response(candidates_sheet(track, found, timezone.now()), kind)
    if request.method == "POST":
        services.choose_participants(
            actor=request.user,
            campaign_id=campaign_id,
            track_id=track.pk,
            choice=_choice(request, found),
            seen=typed.text(request, "seen") if request.POST.get("then") == "none" else None,
            now=timezone.now(),
        )
        if request.POST.get("then") == "next":
            return redirect("campaigns:prepare_calendar", campaign_id)
        return redirect(f"{request.path}?{request.GET.urlencode()}")
    context = {
        "track": track,
        "tabs": [_tab(campaign_id, each, track) for each in tracks],
        "filters": filters,
        "keep": [("track", track.pk)],
        "page": page_of(request, found, _PAGE),
        "chosen": set(track.chosen),
        "seen": track_state(track)["chosen"],
        "unranked": set(track.unranked),
        "found": found.count(),
        "export_address": address_without(request, "page", "export"),
        **frame_of(campaign, "participants"),
    }
    return render(request, "campaigns/wizard/participants.html", context)


def _found(campaign: Any, track: Any, filters: CandidateFilters) -> QuerySet[Any]:
    asked = filters.cleaned_data if filters.is_valid() else {}
    found = list_candidates(
        campaign,
        kind_id=int(asked["kind"]) if asked.get("kind") else None,
        peer_group=asked.get("group") or None,
        typed=asked.get("q", ""),
    )
    match asked.get("chosen"):
        case "yes":
            return found.filter(pk__in=track.chosen)
        case "no":
            return found.exclude(pk__in=track.chosen)
        case _:
            return found


def _choice(request: SignedInRequest, found: QuerySet[Any]) -> services.Choice:
    """What the button asks for: all that the filter finds, none of them, or what was ticked otherwise here.

    A box that stands as it was shown asks for nothing: whatever somebody else made of it meanwhile stays.
    """
    then = request.POST.get("then")
    if then in ("all", "none"):
        everybody = frozenset(found.values_list("pk", flat=True))
        return services.Choice(added=everybody) if then == "all" else services.Choice(left_out=everybody)
    names = ("shown", "was", "chosen", "was_ranked", "ranked")
    shown, was, ticked, was_ranked, ranked = (frozenset(typed.numbers(request, name)) for name in names)
    return services.Choice(
        added=(ticked - was) & shown,
        left_out=(was - ticked) & shown,
        unranked=(was_ranked - ranked) & shown,
        ranked=(ranked - was_ranked) & shown,
    )


def _tab(campaign_id: int, track: Any, current: Any) -> dict[str, Any]:
    address = reverse("campaigns:prepare_participants", args=[campaign_id])
    return {
        "label": track.name,
        "url": f"{address}?track={track.pk}",
        "is_current": track.pk == current.pk,
        "count": len(track.chosen),
    }
