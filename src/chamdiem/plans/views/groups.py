"""Groups of projects in the browser: added, called otherwise, taken out while nothing stands in them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.errors import Conflict
from chamdiem.plans import services
from chamdiem.plans.content import paths_of
from chamdiem.plans.editing import Change, free_key
from chamdiem.plans.forms import GroupForm
from chamdiem.plans.framing import frame_of, pending_of
from chamdiem.plans.grouping import count_inside, renamed_group, with_group, without_group
from chamdiem.plans.marks import demand_same, mark_of
from chamdiem.plans.selectors import content as reading
from chamdiem.plans.views.saving import editable
from chamdiem.plans.views.staying import staying_on


@require_GET
@login_required
def list_groups(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """The groups of projects with how much stands in each."""
    plan = editable(request, plan_id)
    content = reading.get_printed(plan)
    frame = frame_of(request.user, plan, "list_items")
    paths = paths_of(content.project_groups)
    context = {
        **frame,
        "marks": pending_of(frame).marks("project_groups"),
        "groups": [
            (each, paths[each.key], count_inside(content, each.key)) for each in content.project_groups
        ],
    }
    return render(request, "plans/groups.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def add(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """One more group."""
    return _edit(request, plan_id, "")


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, plan_id: int, key: str) -> HttpResponse:
    """Number and title of a group; or take it out."""
    return _edit(request, plan_id, key)


def _edit(request: SignedInRequest, plan_id: int, key: str) -> HttpResponse:
    plan = editable(request, plan_id)
    content = reading.get_printed(plan)
    group = next((each for each in content.project_groups if each.key == key), None)
    if key and group is None:
        raise Http404
    start = {"number": group.number, "title": group.correct("title"), "under": group.under} if group else {}
    if group and request.POST.get("remove"):
        demand_same(request.POST.get("saw", ""), mark_of(group))
        if inside := count_inside(content, key):
            raise Conflict("plan.group_in_use", title=group.correct("title"), count=str(inside))
        return _saved(request, plan, without_group(key), group.correct("title"))
    form = GroupForm(request.POST or None, initial=start, plan=content, key=key)
    if form.is_valid():
        own = key or free_key([each.key for _, each in content.entries()], "N")
        make = renamed_group if group else with_group
        with staying_on(form):
            demand_same(request.POST.get("saw", ""), mark_of(group))
            return _saved(request, plan, make(own, **form.cleaned_data), form.cleaned_data["title"])
    context = {
        **frame_of(request.user, plan, "list_items"),
        "form": form,
        "group": group,
        "inside": count_inside(content, key) if group else 0,
        "saw": mark_of(group) if group else "",
    }
    return render(request, "plans/group_form.html", context, status=422 if form.errors else 200)


def _saved(request: SignedInRequest, plan: Any, wanted: Change, what: str) -> HttpResponse:
    services.change_content(
        actor=request.user, plan_id=plan.pk, change=wanted, seen=plan.revision, what=what, now=timezone.now()
    )
    messages.success(request, _("Đã lưu nhóm dự án."))
    return redirect("plans:list_groups", plan.pk)
