"""Worked cases of a row and what must hold between its figures."""

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
from chamdiem.authoring.cases_form import CasesForm
from chamdiem.authoring.casing import judge_cases
from chamdiem.authoring.services import correcting
from chamdiem.authoring.views.desks import version_of
from chamdiem.authoring.views.rows import frame, told
from chamdiem.errors import Conflict, InvalidIndicatorSet


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedInRequest, copy_id: int, row_id: int) -> HttpResponse:
    """The cases, each beside what the rule makes of it, and the checks."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    context = frame(desk, row_id)
    data = context["data"]
    sent = request.POST if request.method == "POST" else None
    form = CasesForm(data, judge_cases(desk.head, desk.documents, data["key"]), sent)
    problems: list[str] = []
    if sent is not None and form.is_valid():
        try:
            correcting.correct_row(
                actor=request.user, copy_id=copy_id, row_id=row_id, version=version_of(request),
                changes=form.changes(), now=timezone.now(),
            )  # fmt: skip
        except (InvalidIndicatorSet, Conflict) as refused:
            problems = told(refused, desk)
        else:
            messages.success(
                request,
                _("Đã sửa ví dụ và ràng buộc của dòng {row}.").format(row=data.get("number") or data["key"]),
            )
            return redirect("authoring:show_row", copy_id, row_id)
    context |= {"form": form, "problems": problems, "version": request.POST.get("version")}
    return render(request, "authoring/cases.html", context, status=422 if problems else 200)
