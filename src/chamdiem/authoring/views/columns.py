"""What the columns of the tables of a file hold, said by people; then the file is read again."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.authoring import selectors
from chamdiem.authoring.columns_form import columns_forms, read_choices
from chamdiem.authoring.services import choosing
from chamdiem.authoring.views.desks import version_of
from chamdiem.errors import Incomplete
from chamdiem.web.refusals import refusal_sentence


@require_http_methods(["GET", "POST"])
@login_required
def choose(request: SignedInRequest, copy_id: int) -> HttpResponse:
    """The first rows of every table with a choice for each column."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    sent = request.POST if request.method == "POST" else None
    tables = columns_forms(desk.copy.found.get("printed", []), choosing.choices_of(desk.copy), sent)
    problems: list[str] = []
    if sent is not None and all(each.form.is_valid() for each in tables):
        # "Để hệ thống tự đọc" takes every choice back.
        choices = {} if sent.get("act") == "forget" else read_choices(tables)
        try:
            choosing.choose_columns(
                actor=request.user, copy_id=copy_id, version=version_of(request), choices=choices,
                now=timezone.now(),
            )  # fmt: skip
        except Incomplete as refused:
            problems = [refusal_sentence(refused)]
        else:
            return redirect("authoring:show_copy", copy_id)
    context = {
        "copy": desk.copy, "tables": tables, "problems": problems,
        "has_choices": bool(desk.copy.choices),
        "is_worked_on": any(row.is_accepted or row.version > 1 for row in desk.every_row),
    }  # fmt: skip
    return render(request, "authoring/columns.html", context, status=422 if problems else 200)
