"""The approved versions of a plan: what each says, and what it changed of the one before."""

from __future__ import annotations

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.office.plan_writing import write_plan_book
from chamdiem.plans import selectors
from chamdiem.plans.content import printed_text
from chamdiem.plans.framing import frame_of
from chamdiem.plans.selectors import content as reading
from chamdiem.plans.taking_in import list_changes
from chamdiem.plans.views.listing import workbook
from chamdiem.web.exporting import file_stem


@require_GET
@login_required
def list_versions(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """The approved versions, newest first."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    context = {**frame_of(request.user, plan, "list_versions"), "versions": reading.list_versions(plan)}
    return render(request, "plans/versions.html", context)


@require_GET
@login_required
def show_version(request: SignedInRequest, plan_id: int, number: int) -> HttpResponse:
    """What one version changed of the one before, and everything it says."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    found = reading.get_version(plan, number)
    before = reading.find_version(plan, number - 1)
    content = printed_text(found.document, plan.key)
    said = list_changes(None, content)
    context = {
        **frame_of(request.user, plan, "list_versions"),
        "version": found,
        "before": before,
        "changes": list(list_changes(printed_text(before.document, plan.key), content)) if before else [],
        "lists": [(name, list(entries)) for name, entries in groupby(said, key=lambda each: each.listed)],
    }
    return render(request, "plans/version.html", context)


@require_GET
@login_required
def version_file(request: SignedInRequest, plan_id: int, number: int) -> HttpResponse:
    """One approved version as the file it was."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    found = reading.get_version(plan, number)
    response = HttpResponse(found.document, content_type="application/yaml; charset=utf-8")
    name = f"{file_stem(plan.key)}-{found.number}.yaml"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@require_GET
@login_required
def version_book(request: SignedInRequest, plan_id: int, number: int) -> HttpResponse:
    """One approved version as a workbook."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    found = reading.get_version(plan, number)
    content = printed_text(found.document, plan.key)
    return workbook(write_plan_book(content), f"{file_stem(plan.key)}-{found.number}.xlsx")
