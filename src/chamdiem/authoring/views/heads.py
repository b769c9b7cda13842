"""What belongs to a whole set: its policies, levels and grades by form."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.authoring import selectors
from chamdiem.authoring.head_form import HeadForm
from chamdiem.authoring.services import heading
from chamdiem.authoring.views.desks import version_of
from chamdiem.authoring.views.rows import told
from chamdiem.errors import Conflict, InvalidIndicatorSet


@require_http_methods(["GET", "POST"])
@login_required
def correct(request: SignedInRequest, copy_id: int) -> HttpResponse:
    """The forms of the head; what is sent is kept where the set still loads."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    sent = request.POST if request.method == "POST" else None
    form = HeadForm(desk.head, desk.documents, sent)
    problems: list[str] = []
    if sent is not None and form.is_valid():
        try:
            heading.correct_head(
                actor=request.user, copy_id=copy_id, version=version_of(request), changes=form.changes(),
                now=timezone.now(),
            )  # fmt: skip
        except (InvalidIndicatorSet, Conflict) as refused:
            problems = told(refused, desk)
        else:
            messages.success(request, _("Đã sửa phần chung của bộ chỉ số."))
            return redirect("authoring:show_copy", copy_id)
    context = {"copy": desk.copy, "form": form, "problems": problems, "version": request.POST.get("version")}
    return render(request, "authoring/head.html", context, status=422 if problems else 200)
