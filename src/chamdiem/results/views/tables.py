"""Pages of what was frozen: league table, profile, heat map."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from chamdiem.accounts.requests import actor_of
from chamdiem.campaigns.policies import Policies
from chamdiem.results import selectors, sheets, showing
from chamdiem.results.comparing import compare_groups
from chamdiem.results.earlier import find_earlier
from chamdiem.results.leagues import open_league
from chamdiem.results.permissions import may_close, may_read_decisions
from chamdiem.results.prospects import list_winnable
from chamdiem.results.releases import find_newest, list_releases
from chamdiem.results.score_sheets import MOST_LOSSES, list_losses, score_sheet
from chamdiem.results.totals import total_line
from chamdiem.results.views.closing import closing_state
from chamdiem.web.exporting import export_response
from chamdiem.web.language import page_language
from chamdiem.web.paging import address_without
from chamdiem.web.typed import read_whole

# Rows of the heat map on one page: each has a cell for every criterion.
_HEAT_LINES = 25


def _chosen(request: HttpRequest, campaign: Any) -> dict[str, Any]:
    """The closing asked for: of a track, and with ``lan`` that of a release, which may have been replaced."""
    newest = find_newest(campaign)
    number = read_whole(request.GET.get("lan", ""))
    release = None if number is None else selectors.get_release(campaign=campaign, number=number)
    closing = selectors.get_closing(
        actor=actor_of(request),
        campaign=campaign,
        track_id=read_whole(request.GET.get("track", "")),
        release=release,
    )
    is_superseded = release is not None and release != newest
    return {
        "closing": closing,
        "release": release,
        "newest": newest,
        "is_superseded": is_superseded,
        "kept": f"&lan={release.number}" if release else "",
        "note": showing.note_of(campaign, closing, release, is_superseded=is_superseded),
    }


@require_GET
@login_required
def campaigns(request: HttpRequest) -> HttpResponseBase:
    """Campaigns with results this person may see."""
    found = selectors.list_campaigns_with_results(actor=actor_of(request))
    if kind := request.GET.get("export"):
        return export_response(sheets.campaigns_sheet(found, timezone.now()), kind)
    context = {"campaigns": found, "export_address": address_without(request, "export")}
    return render(request, "results/campaigns.html", context)


@require_GET
@login_required
def league(request: HttpRequest, campaign_id: int) -> HttpResponseBase:
    """The league table of one track, by peer group."""
    context = _league(request, campaign_id)
    if kind := request.GET.get("export"):
        shown = context["league"]
        sheet = showing.league_sheet(shown.closing, shown.every_line, shown.groups, context["note"])
        return export_response(sheet, kind)
    return render(request, "results/league.html", context)


def _league(request: HttpRequest, campaign_id: int) -> dict[str, Any]:
    campaign = selectors.get_campaign(actor=actor_of(request), campaign_id=campaign_id)
    base: dict[str, Any] = {
        "campaign": campaign,
        "may_close": may_close(actor_of(request), campaign),
        "releases": list_releases(campaign),
    }
    base |= closing_state(campaign) if base["may_close"] else {}
    tracks = selectors.list_tracks(campaign=campaign)
    if not tracks:
        return base
    chosen = _chosen(request, campaign)
    closing = chosen["closing"]
    return base | {
        **chosen,
        "tracks": tracks,
        "tabs": showing.track_tabs(tracks, closing.track_id, chosen["kept"]),
        "clear_address": f"?track={closing.track_id}{chosen['kept']}",
        "league": open_league(request, closing),
        "address": address_without(request, "page", "export"),
    }


@require_GET
@login_required
def profile(request: HttpRequest, campaign_id: int, participant_id: int) -> HttpResponseBase:
    """The score sheet of one organisation, what it lost, and how it stands among its peers."""
    campaign = selectors.get_campaign(actor=actor_of(request), campaign_id=campaign_id)
    chosen = _chosen(request, campaign)
    closing = chosen["closing"]
    result = selectors.get_result(closing=closing, participant_id=participant_id)
    path = result.participant.organisation.path
    is_public = not may_read_decisions(actor_of(request), campaign, path)
    lines = score_sheet(result=result, language=page_language(), is_public=is_public)
    lost = list_winnable(result, list_losses(lines), page_language())
    context = {
        **chosen,
        "campaign": campaign,
        "result": result,
        "is_alone": selectors.is_alone(result=result),
        "place_group": selectors.place_group(result=result),
        "lines": lines,
        "total": total_line(result),
        "losses": lost[:MOST_LOSSES],
        "losing": len(lost),
        "policies": Policies.from_data(campaign.policies),
        "radar": showing.radar(result.participant.name, compare_groups(result=result)),
        "earlier": find_earlier(result=result),
        "address": address_without(request, "export"),
    }
    if kind := request.GET.get("export"):
        return export_response(showing.sheet_of_scores(campaign, result, lines, chosen["note"]), kind)
    return render(request, "results/profile.html", context)


@require_GET
@login_required
def heat(request: HttpRequest, campaign_id: int) -> HttpResponseBase:
    """Organisations × criteria."""
    campaign = selectors.get_campaign(actor=actor_of(request), campaign_id=campaign_id)
    chosen = _chosen(request, campaign)
    closing = chosen["closing"]
    shown = open_league(request, closing, _HEAT_LINES, by_group=False)
    if kind := request.GET.get("export"):
        rows, lines = selectors.heat_map(closing=closing, standings=shown.standings)
        return export_response(showing.heat_sheet(closing, rows, lines, chosen["note"]), kind)
    rows, lines = selectors.heat_map(closing=closing, standings=shown.page.rows)
    context = {
        **chosen,
        "campaign": campaign,
        "clear_address": f"?track={closing.track_id}{chosen['kept']}",
        "filters": shown.filters,
        "page": shown.page,
        "rows": rows,
        "lines": lines,
        "tabs": showing.track_tabs(
            selectors.list_tracks(campaign=campaign), closing.track_id, chosen["kept"]
        ),
        "address": address_without(request, "page", "export"),
    }
    return render(request, "results/heat.html", context)


@require_GET
@login_required
def snapshot(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """The answers of a closing as the command line scores them."""
    campaign = selectors.get_campaign_to_close(actor=actor_of(request), campaign_id=campaign_id)
    chosen = _chosen(request, campaign)
    closing = chosen["closing"]
    name = f"{closing.track.edition.key}-chot-{closing.number}.json"
    return HttpResponse(
        json.dumps(showing.snapshot_data(closing), ensure_ascii=False, indent=1),
        content_type="application/json",
        headers={"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""},
    )
