"""The page of one item: who is charged, its figures, tasks and reports."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns.calendar import local_day
from chamdiem.organisations.heirs import lives
from chamdiem.plans import selectors, services
from chamdiem.plans.framing import frame_of, pending_of
from chamdiem.plans.inheriting import inherited_by
from chamdiem.plans.reading import criterion_names
from chamdiem.plans.selectors import content as reading
from chamdiem.plans.selectors import measures
from chamdiem.plans.selectors.tasks import list_charged_bodies
from chamdiem.plans.views.plans import ITEM_LISTS
from chamdiem.plans.wording import printed_of
from chamdiem.plans.workflow import plan_verdict


@require_GET
@login_required
def show(request: SignedInRequest, item_id: int) -> HttpResponse:
    """Everything about one item; tasks and reports only as far as this person may see them."""
    item = selectors.get_item(actor=request.user, item_id=item_id)
    frame = frame_of(request.user, item.plan)
    pending = pending_of(frame)
    day = local_day(timezone.now())
    own = list_charged_bodies(actor=request.user, item=item, day=day)
    names = criterion_names(item.plan.criteria_set)
    bodies = [
        body
        for body in own
        if lives(body, day)
        and plan_verdict(
            "create_task", actor=request.user, plan=item.plan, organisation_path=body.path
        ).is_allowed
    ]
    seen = None if frame["watches"] else [body.pk for body in own]
    context = {
        **frame,
        "item": item,
        "pending": [each for each in pending.of(*ITEM_LISTS) if each.key == item.key],
        "row": reading.get_item_row(item),
        "measures": measures.list_item_measures(item),
        "criteria": [(key, names.get(key, "")) for key in item.criteria],
        "expected": [(each, names.get(each.criterion_key, "")) for each in item.expectations.all()],
        "wording": printed_of(reading.get_printed_item(item)),
        "bodies": bodies,
        "tasks": reading.list_item_tasks(item, seen),
        "inherited": inherited_by(request.user, item.plan, day, item.pk),
        "reports": reading.list_item_reports(item, seen),
    }
    return render(request, "plans/item.html", context)


@require_POST
@login_required
def take_over(request: SignedInRequest, item_id: int, organisation_id: int) -> HttpResponse:
    """Take over the open tasks of a body that has ended."""
    taken = services.take_over_tasks(
        actor=request.user, item_id=item_id, organisation_id=organisation_id, now=timezone.now()
    )
    messages.success(
        request, _("Đã nhận %(count)s nhiệm vụ; hãy giao cho người làm.") % {"count": len(taken)}
    )
    return redirect("plans:show_item", item_id)
