"""Working copies: the list with the upload, what was found in a file, the draft made of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.annex.opening import MOST_BYTES
from chamdiem.authoring import selectors, showing
from chamdiem.authoring.forms import AnnexForm, HeaderForm
from chamdiem.authoring.services import acknowledging, making, reading, stepping, taking_in
from chamdiem.errors import Incomplete, InvalidIndicatorSet, NotAllowed, Refused
from chamdiem.indicators.permissions import may_load
from chamdiem.jobs.selectors import count_ahead, is_left_alone
from chamdiem.web.refusals import problem_sentence, refusal_sentence
from chamdiem.web.rendering import render_page_or_part, wants_part
from chamdiem.web.typed import read_whole


@require_http_methods(["GET", "POST"])
@login_required
def listing(request: SignedInRequest) -> HttpResponse:
    """A form for the file of an annex, and what lies on the desk."""
    if not may_load(request.user):
        raise NotAllowed("edition.load_not_allowed")
    form = AnnexForm(request.POST, request.FILES) if request.method == "POST" else AnnexForm()
    if form.is_valid():
        try:
            return redirect("authoring:show_copy", _taken_in(request, form))
        except Incomplete as refused:
            form.add_error("file", refusal_sentence(refused))
    context = {"form": form, "copies": selectors.list_copies(actor=request.user)}
    return render(request, "authoring/list.html", context, status=422 if form.errors else 200)


def _taken_in(request: SignedInRequest, form: AnnexForm) -> int:
    """The working copy of the file that was handed in."""
    file = form.cleaned_data["file"]
    return taking_in.take_in_annex(
        actor=request.user,
        name=file.name,
        data=file.read(MOST_BYTES + 1),
        applies_to=form.cleaned_data["applies_to"],
        now=timezone.now(),
    ).pk


@require_POST
@login_required
def open_draft(request: SignedInRequest, key: str) -> HttpResponse:
    """Lay a draft edition on the desk; where a row is named, open that row."""
    copy = taking_in.open_draft(actor=request.user, key=key, now=timezone.now())
    row = selectors.find_row(actor=request.user, copy_id=copy.pk, key=request.POST.get("row", ""))
    if row is not None:
        return redirect("authoring:show_row", copy.pk, row.pk)
    return redirect("authoring:show_copy", copy.pk)


@require_POST
@login_required
def acknowledge(request: SignedInRequest, key: str) -> HttpResponse:
    """Accept a finding of lint with a reason."""
    acknowledging.acknowledge_finding(
        actor=request.user,
        key=key,
        finding=request.POST.get("finding", ""),
        reason=request.POST.get("reason", ""),
        now=timezone.now(),
    )
    messages.success(request, _("Đã ghi nhận phát hiện."))
    return redirect("indicators:show_lint", key)


@require_http_methods(["GET"])
@login_required
def show(request: SignedInRequest, copy_id: int) -> HttpResponse:
    """How far the reading is; then what was found, and every row."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    if not desk.copy.is_read or wants_part(request):
        context = {
            "copy": desk.copy,
            "job": desk.copy.job,
            "ahead": count_ahead(desk.copy.job),
            "is_left_alone": is_left_alone(desk.copy.job),
            "faults": [problem_sentence(each) for each in reading.problems_of(desk.copy)],
            "why": _why(desk.copy.job),
        }
        return render_page_or_part(request, "authoring/reading.html", context, part="authoring/_reading.html")
    return render(request, "authoring/copy.html", _found(desk))


@require_http_methods(["GET", "POST"])
@login_required
def make(request: SignedInRequest, copy_id: int) -> HttpResponse:
    """The head of the set; what is sent makes the draft edition."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    known = {**desk.head, "document": desk.head.get("source", {}).get("document", "")}
    initial = {**known, "applies_to": desk.copy.applies_to}
    form = HeaderForm(request.POST or None, initial=initial)
    problems: list[str] = []
    if form.is_valid():
        header = dict(form.cleaned_data)
        applies_to = header.pop("applies_to")
        try:
            edition = making.make_draft(
                actor=request.user, copy_id=copy_id, version=version_of(request), header=header,
                applies_to=applies_to, now=timezone.now(),
            )  # fmt: skip
        except InvalidIndicatorSet as refused:
            problems = [problem_sentence(each) for each in refused.problems]
        else:
            told = _("Đã tạo dự thảo “{name}”. Hãy xem các phát hiện của rà soát trước khi ban hành.")
            messages.success(request, told.format(name=edition.name))
            return redirect("indicators:show_lint", edition.key)
    context = {"copy": desk.copy, "form": form, "problems": problems, "counts": selectors.count_found(desk)}
    return render(request, "authoring/make.html", context, status=422 if problems else 200)


@require_POST
@login_required
def discard(request: SignedInRequest, copy_id: int) -> HttpResponse:
    """Throw a working copy away."""
    taking_in.discard_copy(actor=request.user, copy_id=copy_id, now=timezone.now())
    messages.success(request, _("Đã bỏ bản đang soạn."))
    return redirect("authoring:list_copies")


@require_POST
@login_required
def undo(request: SignedInRequest, copy_id: int, step_id: int) -> HttpResponse:
    """Undo a step and what came after it; then the row it was about."""
    step = stepping.undo_steps(
        actor=request.user, copy_id=copy_id, step_id=step_id,
        newest=read_whole(request.POST.get("newest", "")) or 0, now=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("Đã hoàn tác."))
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    if any(row.pk == step.row_id for row in desk.rows):
        return redirect("authoring:show_row", copy_id, step.row_id)
    return redirect("authoring:show_copy", copy_id)


def version_of(request: SignedInRequest) -> int:
    """The version the page was made of; 0 where none was sent."""
    return read_whole(request.POST.get("version", "")) or 0


def _why(job: Any) -> str:
    if job is None or not job.refusal_code:
        return ""
    return refusal_sentence(Refused(job.refusal_code, **job.refusal_facts))


def _found(desk: selectors.Desk) -> dict[str, Any]:
    first = desk.rows[0]
    waiting = desk.next_warned(len(desk.rows) - 1)
    return {
        "copy": desk.copy,
        "head": desk.head,
        "counts": selectors.count_found(desk),
        "lines": showing.list_lines(desk),
        "steps": showing.list_step_lines(selectors.list_steps(desk.copy)),
        "faults": [problem_sentence(each) for each in reading.problems_of(desk.copy)],
        "zeros": showing.zeros_of(desk),
        "deleted": [row for row in desk.every_row if row.is_deleted],
        "notices": showing.list_words(desk.copy.found.get("warnings", [])),
        "first": first,
        "waiting": waiting,
    }
