"""The rule of a row: a form for its kind or YAML text, with a live trial."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.authoring import selectors
from chamdiem.authoring.offers import clear_offer
from chamdiem.authoring.rule_fields import KIND_FORMS
from chamdiem.authoring.rule_form import RuleForm
from chamdiem.authoring.selectors import Desk
from chamdiem.authoring.services import correcting
from chamdiem.authoring.views.desks import version_of
from chamdiem.authoring.views.rows import frame, told, tried_row
from chamdiem.errors import Conflict, Invalid, InvalidIndicatorSet
from chamdiem.web.rendering import wants_part

KINDS = [
    *((kind, form.label) for kind, form in KIND_FORMS.items()),
    ("yaml", gettext_lazy("Quy tắc khác (YAML)")),
    ("none", gettext_lazy("Không chấm điểm ở dòng này")),
]


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedInRequest, copy_id: int, row_id: int) -> HttpResponse:
    """The form of the rule; another kind, or more lines, are asked for with what was typed so far."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    context = frame(desk, row_id)
    data = context["data"]
    sent = request.POST if request.method == "POST" else None
    form = RuleForm(data, request.GET.get("kind", ""), sent)
    problems: list[str] = []
    if sent is not None and sent.get("act") == "shape":
        try:
            form = form.reshaped()
        except InvalidIndicatorSet as refused:
            problems = told(refused, desk)
    elif sent is not None:
        try:
            correcting.correct_row(
                actor=request.user, copy_id=copy_id, row_id=row_id, version=version_of(request),
                changes=form.changes(), now=timezone.now(),
            )  # fmt: skip
        except (Invalid, Conflict) as refused:
            problems = told(refused, desk)
        else:
            messages.success(
                request, _("Đã sửa quy tắc của dòng {row}.").format(row=data.get("number") or data["key"])
            )
            return redirect("authoring:show_row", copy_id, row_id)
    context |= {"rule_form": form, "kinds": KINDS, "problems": problems}
    context["clear"] = clear_offer(data)
    context |= _trial(desk, form, is_typed=sent is not None or form.is_offered, is_refused=bool(problems))
    context["version"] = request.POST.get("version")
    part = "authoring/_rule_form.html" if wants_part(request) else "authoring/rule.html"
    return render(request, part, context, status=422 if problems else 200)


def _trial(desk: Desk, form: RuleForm, *, is_typed: bool, is_refused: bool) -> dict[str, Any]:
    """The trial of the rule the form shows; a rule not filled in yet has none, and no faults either."""
    if not is_typed:
        tried, faults = tried_row(desk, form.row["key"])
        return {"tried": tried, "faults": faults}
    tried = None if is_refused else tried_row(desk, form.row["key"], form.shown())[0]
    return {"tried": tried, "is_untried": form.kind != "none"}


@require_POST
@login_required
def attempt(request: SignedInRequest, copy_id: int, row_id: int) -> HttpResponse:
    """What the rule as typed would give; nothing is saved."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    data = desk.rows[desk.place_of(row_id)].data
    try:
        changes = RuleForm(data, request.GET.get("kind", ""), request.POST).changes()
    except InvalidIndicatorSet as refused:
        return render(request, "authoring/_trial.html", {"tried": None, "faults": told(refused, desk)})
    tried, faults = tried_row(desk, data["key"], changes)
    return render(request, "authoring/_trial.html", {"tried": tried, "faults": faults})
