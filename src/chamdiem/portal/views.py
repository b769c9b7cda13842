"""Public pages: what is published, and nothing of a person in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_GET

from chamdiem.campaigns.policies import Policies
from chamdiem.indicators.decisions import decision_words
from chamdiem.portal.guidance import get_index, get_page
from chamdiem.results import selectors, showing
from chamdiem.results.comparing import compare_groups
from chamdiem.results.earlier import find_earlier
from chamdiem.results.leagues import open_league
from chamdiem.results.prospects import list_winnable
from chamdiem.results.releases import list_releases
from chamdiem.results.score_sheets import MOST_LOSSES, list_losses, score_sheet
from chamdiem.results.totals import total_line
from chamdiem.web.exporting import export_response
from chamdiem.web.language import page_language
from chamdiem.web.paging import address_without
from chamdiem.web.typed import read_whole

View = Callable[..., HttpResponseBase]


def _public(view: View) -> View:
    """A page that anybody may keep, asking each time whether it still holds: a new release shows at once."""

    @require_GET
    @conditional_page
    @wraps(view)
    def cached(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True, no_cache=True)
        return response

    return cached


@_public
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every campaign that has been published."""
    found = selectors.list_campaigns_with_results(actor=None)
    return render(request, "portal/campaigns.html", {"campaigns": found})


@_public
def league(request: HttpRequest, campaign_id: int) -> HttpResponseBase:
    """The published league table of one track."""
    context = _context(request, campaign_id)
    found = open_league(request, context["closing"])
    if kind := request.GET.get("export"):
        sheet = showing.league_sheet(found.closing, found.every_line, found.groups, context["note"])
        return export_response(sheet, kind)
    context |= {
        "league": found,
        "clear_address": f"?track={context['closing'].track_id}{context['kept']}",
        "profile_url_name": "portal:profile",
        "releases": list_releases(context["campaign"]),
    }
    return render(request, "portal/league.html", context)


@_public
def profile(request: HttpRequest, campaign_id: int, participant_id: int) -> HttpResponseBase:
    """The published result of one organisation."""
    context = _context(request, campaign_id)
    result = selectors.get_result(closing=context["closing"], participant_id=participant_id)
    lines = score_sheet(result=result, language=page_language(), is_public=True)
    if kind := request.GET.get("export"):
        sheet = showing.sheet_of_scores(context["campaign"], result, lines, context["note"])
        return export_response(sheet, kind)
    lost = list_winnable(result, list_losses(lines), language=None)
    context |= {
        "result": result,
        "is_alone": selectors.is_alone(result=result),
        "place_group": selectors.place_group(result=result),
        "lines": lines,
        "total": total_line(result),
        "losses": lost[:MOST_LOSSES],
        "losing": len(lost),
        "policies": Policies.from_data(context["campaign"].policies),
        "radar": showing.radar(result.participant.name, compare_groups(result=result)),
        "earlier": find_earlier(result=result),
    }
    return render(request, "portal/profile.html", context)


@_public
def method(request: HttpRequest, campaign_id: int) -> HttpResponseBase:
    """How points come about: the rules of the edition as sentences, and what a rank does not mean."""
    context = _context(request, campaign_id)
    edition = context["closing"].track.edition
    context["method"] = showing.method_lines(edition, page_language())
    if kind := request.GET.get("export"):
        return export_response(showing.method_sheet(edition, context["method"], context["note"]), kind)
    context["decision"] = decision_words(edition.decision)
    return render(request, "portal/method.html", context)


@_public
def guide_index(request: HttpRequest) -> HttpResponse:
    """The guide: which page is for whom."""
    return render(request, "portal/guide.html", {"page": get_index(), "is_index": True})


@_public
def guide_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The guide for one role."""
    return render(request, "portal/guide.html", {"page": get_page(slug), "is_index": False})


def _context(request: HttpRequest, campaign_id: int) -> dict[str, Any]:
    campaign = selectors.get_campaign(actor=None, campaign_id=campaign_id)
    newest = selectors.get_release(campaign=campaign)
    number, track_id = (read_whole(request.GET.get(name, "")) for name in ("lan", "track"))
    release = newest if number is None else selectors.get_release(campaign=campaign, number=number)
    closing = selectors.get_closing(actor=None, campaign=campaign, track_id=track_id, release=release)
    is_superseded, kept = release != newest, "" if number is None else f"&lan={release.number}"
    return {
        "campaign": campaign,
        "release": release,
        "newest": newest,
        "is_superseded": is_superseded,
        "kept": kept,
        "league_url_name": "portal:league",
        "closing": closing,
        "tabs": showing.track_tabs(selectors.list_tracks(campaign=campaign), closing.track_id, kept),
        "address": address_without(request, "page", "export"),
        "note": showing.note_of(campaign, closing, release, is_superseded=is_superseded),
    }
