"""The queue of an appraiser by organisation and by criterion, and one criterion across organisations."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.appraisals import sheets
from chamdiem.appraisals.forms import QueueFilters, chosen_pairs
from chamdiem.appraisals.hurdles import hurdle_label
from chamdiem.appraisals.selectors import accepting, queue, table
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.services.accepting import bulk_accept
from chamdiem.appraisals.services.opening import start_explanations
from chamdiem.core.sentences import rule_sentence
from chamdiem.web.exporting import export_response
from chamdiem.web.language import page_language
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.rendering import go
from chamdiem.web.typed import read_whole


@require_GET
@login_required
def by_organisation(request: SignedInRequest) -> HttpResponseBase:
    """The dossiers of this person's duties."""
    tracks = queue.list_tracks(actor=request.user)
    filters = QueueFilters(request.GET, [(each.pk, f"{each.campaign} · {each}") for each in tracks])
    found = queue.list_queue(actor=request.user, asked=filters.asked())
    if kind := request.GET.get("export"):
        lines = sheets.in_batches(found, lambda some: queue.describe_waiting(request.user, some))
        return export_response(sheets.queue_sheet(lines, timezone.now()), kind)
    page = page_of(request, found)
    context = {
        "filters": filters,
        "page": page,
        "ended": [each for each in tracks if queue.has_ended(each)],
        "waiting": queue.describe_waiting(request.user, page.rows),
        "lacks_duties": queue.lacks_duties(request.user),
        "tabs": _tabs("organisation"),
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "appraisals/queue.html", context)


@require_GET
@login_required
def by_criterion(request: SignedInRequest) -> HttpResponseBase:
    """The criteria of this person's duties, with how many dossiers wait for each."""
    tracks = queue.list_tracks(actor=request.user)
    wanted = request.GET.get("track", "")
    track = next((each for each in tracks if str(each.pk) == wanted), tracks[0] if tracks else None)
    lines = queue.list_criterion_queue(actor=request.user, track=track) if track else []
    if track is not None and (kind := request.GET.get("export")):
        return export_response(sheets.criteria_sheet(track, lines, timezone.now()), kind)
    context = {
        "tracks": tracks,
        "track": track,
        "lines": lines,
        "tabs": _tabs("criterion"),
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "appraisals/criteria.html", context)


@require_GET
@login_required
def criterion_table(request: SignedInRequest, track_id: int, key: str) -> HttpResponseBase:
    """One criterion across all organisations, to judge alike."""
    track = queue.get_track(actor=request.user, track_id=track_id)
    criterion = table.get_criterion(track, key)
    filters = QueueFilters(request.GET)
    found = table.list_table(actor=request.user, track=track, key=key, asked=filters.asked())
    if kind := request.GET.get("export"):
        described = sheets.in_batches(
            found, lambda some: table.describe_table(request.user, track, key, some)
        )
        return export_response(sheets.table_sheet(track, criterion, described, timezone.now()), kind)
    page = page_of(request, found)
    keys = queue.list_criterion_keys(actor=request.user, track=track)
    place = keys.index(key) if key in keys else -1
    context = {
        "track": track,
        "criterion": criterion,
        "row": criterion.row,
        "rule": rule_sentence(criterion, page_language(), with_labels=True),
        "filters": filters,
        "page": page,
        "lines": table.describe_table(request.user, track, key, page.rows),
        "previous": keys[place - 1] if place > 0 else "",
        "following": keys[place + 1] if 0 <= place < len(keys) - 1 else "",
        "show_document_count": criterion.row.evidence is not None,
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "appraisals/criterion.html", context)


@require_GET
@login_required
def preview_dossier(request: SignedInRequest, assessment_id: int) -> HttpResponseBase:
    """Which claims of one dossier could be accepted together, and why not the others."""
    assessment = get_appraised(actor=request.user, assessment_id=assessment_id)
    candidates = accepting.preview_acceptance(
        actor=request.user, assessment_ids=[assessment_id], now=timezone.now()
    )
    return _preview(request, candidates, resolve_url("appraisals:dossier", assessment_id), str(assessment))


@require_GET
@login_required
def preview_criterion(request: SignedInRequest, track_id: int, key: str) -> HttpResponseBase:
    """Which claims of one criterion could be accepted together: of the dossiers chosen, or of one page."""
    track = queue.get_track(actor=request.user, track_id=track_id)
    criterion = table.get_criterion(track, key)
    page = page_of(
        request,
        table.list_table(actor=request.user, track=track, key=key, asked=QueueFilters(request.GET).asked()),
    )
    candidates = accepting.preview_acceptance(
        actor=request.user,
        assessment_ids=[each.pk for each in page.rows],
        keys=[key],
        now=timezone.now(),
    )
    back = resolve_url("appraisals:criterion", track_id, key)
    subject = f"{criterion.label} {criterion.row.correct_name}"
    return _preview(request, candidates, back, subject, track=track_id)


@require_POST
@login_required
def accept_chosen(request: SignedInRequest) -> HttpResponse:
    """Accept what was ticked in a preview."""
    pairs = chosen_pairs(request.POST)
    done = bulk_accept(actor=request.user, pairs=pairs, now=timezone.now())
    accepted = len(done.accepted)
    messages.success(
        request,
        ngettext("Đã chấp nhận %(n)s tiêu chí.", "Đã chấp nhận %(n)s tiêu chí.", accepted) % {"n": accepted},
    )
    if done.left:
        text = _("%(n)s tiêu chí được giữ lại để xem riêng: %(why)s.")
        language = page_language()
        why = dict.fromkeys(hurdle_label(each.hurdle, language) for each in done.left)
        messages.warning(request, text % {"n": len(done.left), "why": "; ".join(why)})
    return _back_to_chosen(request, pairs)


def _back_to_chosen(request: SignedInRequest, pairs: list[tuple[int, str]]) -> HttpResponse:
    """Back to what it was chosen from: the table of a criterion, or the dossier, which may be whole now."""
    track, (assessment_id, key) = read_whole(request.POST.get("track", "")), pairs[0]
    if track is not None:
        return go(request, "appraisals:criterion", track, key)
    if all(each == assessment_id for each, _key in pairs):
        return go(request, "appraisals:dossier", assessment_id)
    return go(request, "appraisals:queue")


@require_POST
@login_required
def open_campaign(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Open every explanation of a campaign, in the background."""
    start_explanations(actor=request.user, campaign_id=campaign_id, now=timezone.now())
    messages.success(request, _("Đang mở giải trình cho các hồ sơ có chênh lệch."))
    return go(request, "appraisals:queue")


def _preview(
    request: SignedInRequest,
    candidates: list[accepting.Candidate],
    back: str,
    subject: str,
    track: int | None = None,
) -> HttpResponseBase:
    if kind := request.GET.get("export"):
        return export_response(sheets.acceptance_sheet(subject, candidates, timezone.now()), kind)
    context: dict[str, Any] = {
        "fit": [each for each in candidates if not each.hurdle],
        "left": [each for each in candidates if each.hurdle],
        "back": back,
        "subject": subject,
        "track": track,
        "most": accepting.MOST_AT_ONCE,
        "export_address": address_without(request, "export"),
    }
    return render(request, "appraisals/accept.html", context)


def _tabs(current: str) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "url": resolve_url(name),
            "is_current": code == current,
            "count": None,
        }
        for code, label, name in (
            ("organisation", _("Theo đơn vị"), "appraisals:queue"),
            ("criterion", _("Theo tiêu chí"), "appraisals:criteria"),
        )
    ]
