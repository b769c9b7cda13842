"""How the pages that edit a plan begin and end: who may edit it now, what is stored, where it leads."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.plans import selectors, services
from chamdiem.plans.editing import Change
from chamdiem.plans.workflow import plan_verdict
from chamdiem.web.typed import read_whole


def editable(request: SignedInRequest, plan_id: int) -> Any:
    """A plan this person may edit now."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    plan_verdict("edit", actor=request.user, plan=plan).demand()
    return plan


def saved(
    request: SignedInRequest,
    plan: Any,
    wanted: Change,
    kind: str,
    what: str,
    entry: str = "",
    *,
    is_new: bool = False,
) -> HttpResponse:
    """Change the content, then show the page that lists what was changed."""
    # Whoever saw this very entry as it is, or adds one, overwrites nothing of what others changed elsewhere.
    seen = None if is_new or request.POST.get("saw") else read_whole(request.POST.get("seen", ""))
    services.change_content(
        actor=request.user,
        plan_id=plan.pk,
        change=wanted,
        seen=plan.revision if seen is None else seen,
        what=what,
        now=timezone.now(),
        entry=entry,
        links_seen=request.POST.get("links_seen", ""),
    )
    return told(request, plan, kind)


def told(request: SignedInRequest, plan: Any, kind: str) -> HttpResponse:
    """Back to the page that lists what was changed: goals and header stand on that of the plan."""
    messages.success(request, _("Đã lưu nội dung kế hoạch."))
    return redirect("plans:list_items" if kind not in ("", "goal") else "plans:show_plan", plan.pk)
