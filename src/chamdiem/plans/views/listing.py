"""The list of plans, and how a plan begins: blank, from a file, from the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import Years
from chamdiem.core.indicator_set import Source
from chamdiem.errors import Conflict, NotAllowed, Place
from chamdiem.indicators.selectors import called_apart, list_issued
from chamdiem.library.plans import list_plans as list_library
from chamdiem.library.plans import load_plan
from chamdiem.office.plan_writing import write_plan_book
from chamdiem.plans import selectors, services
from chamdiem.plans.forms import FileForm, NewPlanForm
from chamdiem.plans.keys import key_of
from chamdiem.plans.oddities import unsaid_levels
from chamdiem.plans.reading import MOST_BYTES
from chamdiem.plans.selectors.doors import get_file, list_keys, list_owners
from chamdiem.plans.taking_in import changed_since, look_through
from chamdiem.plans.workflow import plan_verdict
from chamdiem.web.exporting import EXCEL
from chamdiem.web.refusals import place_words, problem_sentence, refusal_sentence
from chamdiem.web.typed import read_whole


@require_GET
@login_required
def list_plans(request: SignedInRequest) -> HttpResponse:
    """The plans this person runs, watches or has a part in."""
    context = {
        "plans": selectors.list_plans(actor=request.user),
        "may_create": list_owners(actor=request.user).exists(),
    }
    return render(request, "plans/list.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """A blank plan."""
    form = NewPlanForm(request.POST or None, owners=_owners(request), sets=_sets())
    if form.is_valid():
        taken = list_keys(form.cleaned_data["owner"])
        key = form.cleaned_data["key"] or key_of(form.cleaned_data["title"], taken)
        if key in taken:
            message = _("Cơ quan đã có kế hoạch mang mã “%(key)s”. Hãy ghi mã khác, chẳng hạn “%(free)s”.")
            form.add_error("key", message % {"key": key, "free": key_of(key, taken)})
        else:
            plan = services.create_plan(
                actor=request.user,
                owner_id=form.cleaned_data["owner"],
                content=_blank(key, form.cleaned_data),
                now=timezone.now(),
            )
            messages.success(request, _("Đã lập kế hoạch. Hãy thêm cơ quan, mục tiêu và nội dung."))
            return redirect("plans:show_plan", plan.pk)
    return render(request, "plans/create.html", {"form": form}, status=422 if form.errors else 200)


def _blank(key: str, given: Mapping[str, Any]) -> PrintedPlan:
    """A plan that has only its header."""
    return PrintedPlan(
        key=key,
        title=given["title"],
        issuer=given["issuer"],
        source=Source(document=given["document"]),
        period=Years(start=given["from_year"], end=given["to_year"]) if given["from_year"] else None,
        criteria_set=given["criteria_set"],
    )


@require_http_methods(["GET", "POST"])
@login_required
def hand_in(request: SignedInRequest) -> HttpResponse:
    """A form for a file of a new plan, and the plans of the library."""
    form = FileForm(request.POST or None, request.FILES or None, owners=_owners(request))
    if form.is_valid():
        file = form.cleaned_data["file"]
        kept = services.hand_in_file(
            actor=request.user,
            owner_id=form.cleaned_data["owner"],
            plan_id=None,
            name=file.name,
            data=file.read(MOST_BYTES + 1),
            now=timezone.now(),
        )
        return redirect("plans:show_file", kept.pk)
    library = [load_plan(key) for key in list_library()]
    context = {"form": form, "library": library, "owners": _owners(request)}
    return render(request, "plans/hand_in.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def take_from_library(request: SignedInRequest) -> HttpResponse:
    """Make a plan of one that comes with the product."""
    try:
        plan = services.create_plan(
            actor=request.user,
            owner_id=read_whole(request.POST.get("owner", "")) or 0,
            content=load_plan(request.POST.get("key", "")),
            now=timezone.now(),
        )
    except Conflict as refused:
        messages.error(request, refusal_sentence(refused))
        return redirect("plans:hand_in")
    messages.success(request, _("Đã nạp kế hoạch từ thư viện."))
    return redirect("plans:list_bodies", plan.pk)


@require_GET
@login_required
def template(request: SignedInRequest) -> HttpResponse:
    """The empty workbook people fill in."""
    _owners(request)
    return workbook(write_plan_book(), "mau-ke-hoach.xlsx")


@require_GET
@login_required
def show_file(request: SignedInRequest, file_id: int) -> HttpResponse:
    """What the file would do: every problem with its cell, or what is added, changed and taken out."""
    return _file_page(request, file_id)


def _file_page(request: SignedInRequest, file_id: int, status: int = 200) -> HttpResponse:
    file = get_file(actor=request.user, file_id=file_id)
    look = look_through(file)
    faults = [
        {
            "sheet": problem.place.sheet,
            "cell": place_words(Place(cell=problem.place.cell, line=problem.place.line)),
            "sentence": problem_sentence(problem.at(sheet="", cell="", line=0, file="")),
        }
        for problem in look.problems
    ]
    remarks = [problem_sentence(problem.at(file="")) for problem in look.remarks]
    if look.content:
        remarks += unsaid_levels(look.content)
    counts = {what: look.count(what) for what in ("create", "change", "remove")}
    context = {
        "file": file,
        "look": look,
        "faults": faults,
        "remarks": remarks,
        "counts": counts,
        "lists": list(look.count_lists().items()),
        "since": changed_since(file),
        "stopped": _stopped(request, file),
    }
    return render(request, "plans/file.html", context, status=status)


def _stopped(request: SignedInRequest, file: Any) -> str:
    """Why a file cannot be applied, however right it is; empty where it can."""
    if file.plan is None or file.applied_at:
        return ""
    verdict = plan_verdict("edit", actor=request.user, plan=file.plan)
    return "" if verdict.is_allowed else refusal_sentence(verdict.kind(verdict.code, **verdict.facts))


@require_POST
@login_required
def check_file(request: SignedInRequest, file_id: int) -> HttpResponse:
    """Compare the file with the plan as it is now."""
    services.check_file_again(actor=request.user, file_id=file_id)
    return redirect("plans:show_file", file_id)


@require_POST
@login_required
def apply_file(request: SignedInRequest, file_id: int) -> HttpResponse:
    """Apply the file."""
    try:
        plan = services.apply_file(actor=request.user, file_id=file_id, now=timezone.now())
    except Conflict as refused:
        if refused.code != "plan.file_outdated":
            raise
        return _file_page(request, file_id, status=409)
    messages.success(request, _("Đã nạp kế hoạch từ tệp."))
    return redirect("plans:show_plan", plan.pk)


def workbook(content: bytes, name: str) -> HttpResponse:
    """A workbook as a file to keep."""
    response = HttpResponse(content, content_type=EXCEL)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _owners(request: SignedInRequest) -> list[tuple[int, str]]:
    owners = [(each.pk, each.name) for each in list_owners(actor=request.user)]
    if not owners:
        raise NotAllowed("plan.run_not_allowed")
    return owners


def _sets() -> list[tuple[str, str]]:
    return [(each.key, name) for each, name in called_apart(list_issued()).items()]
