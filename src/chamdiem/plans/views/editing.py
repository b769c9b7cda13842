"""The content of a plan in the browser: its header, and one entry after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.core.improvement_plan import Goal, PlanItem, Years, lettered
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.errors import Conflict, InvalidPlan
from chamdiem.indicators.selectors import called_apart, list_issued
from chamdiem.plans import services
from chamdiem.plans.content import paths_of
from chamdiem.plans.editing import (
    LISTS,
    Change,
    MeasureDraft,
    changed_header,
    free_key,
    is_there,
    list_serving,
    new_key,
    with_entry,
    with_section,
    without_entry,
)
from chamdiem.plans.entry_forms import given_in, initial_of, measure_forms, say_at_fields, values_of
from chamdiem.plans.forms import GoalForm, HeadForm, ItemForm, MeasureForm, reading_hints
from chamdiem.plans.framing import frame_of
from chamdiem.plans.head import changed_head, head_of
from chamdiem.plans.marks import demand_same, mark_of
from chamdiem.plans.oddities import list_oddities, points_oddities
from chamdiem.plans.rebinding import list_rebound
from chamdiem.plans.selectors import content as reading
from chamdiem.plans.selectors.charges import titled
from chamdiem.plans.selectors.winning import list_beyond
from chamdiem.plans.views.saving import editable, saved, told
from chamdiem.plans.views.staying import staying_on
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.typed import read_whole


@require_http_methods(["GET", "POST"])
@login_required
def header(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Title, issuer, document, years, criteria set; who puts reports together, basis, recipients."""
    plan = editable(request, plan_id)
    content = reading.get_printed(plan)
    start = {
        "title": content.title,
        "issuer": content.issuer,
        "document": content.source.document,
        "from_year": content.period.start if content.period else None,
        "to_year": content.period.end if content.period else None,
        "criteria_set": content.criteria_set,
    }
    sets = {each.key: name for each, name in called_apart(list_issued()).items()}
    if content.criteria_set:
        sets.setdefault(content.criteria_set, content.criteria_set)
    bodies = [body.name for body in content.bodies]
    start |= head_of(content)
    form = HeadForm(request.POST or None, initial=start, sets=sets.items(), bodies=bodies)
    saw = mark_of(start)
    if form.is_valid():
        given = form.cleaned_data
        years = Years(start=given["from_year"], end=given["to_year"]) if given["from_year"] else None
        wanted = changed_header(
            title=given["title"],
            issuer=given["issuer"],
            document=given["document"],
            years=years,
            criteria_set=given["criteria_set"],
        )
        head = changed_head(
            reports_to=given["reports_to"], basis=given["basis"], recipients=given["recipients"]
        )
        with staying_on(form):
            demand_same(request.POST.get("saw", ""), saw)
            return saved(request, plan, lambda known: head(wanted(known)), "", _("Thông tin chung"))
    context = {**frame_of(request.user, plan), "form": form, "saw": saw}
    context["links_mark"] = _links_mark(form, content)
    return render(request, "plans/header.html", context, status=422 if form.errors else 200)


def _links_mark(form: HeadForm, content: PrintedPlan) -> str:
    """The mark of the codes the chosen set gives another meaning; empty where there are none."""
    chosen = form.cleaned_data.get("criteria_set") if form.is_bound else None
    rebound = list_rebound(content, replace(content, criteria_set=chosen)) if chosen else []
    return mark_of(rebound) if rebound else ""


@require_http_methods(["GET", "POST"])
@login_required
def add(request: SignedInRequest, plan_id: int, kind: str) -> HttpResponse:
    """One more goal, target, document or project."""
    return _edit(request, plan_id, kind, "")


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, plan_id: int, kind: str, key: str) -> HttpResponse:
    """One goal, target, document or project."""
    return _edit(request, plan_id, kind, key)


@require_POST
@login_required
def remove(request: SignedInRequest, plan_id: int, kind: str, key: str) -> HttpResponse:
    """Take an entry out."""
    plan = editable(request, plan_id)
    if kind not in LISTS:
        raise Http404
    entry = _entry(reading.get_printed(plan), kind, key)
    serving = list_serving(reading.get_printed(plan), key) if kind == "goal" else []
    saw, now = request.POST.get("saw", ""), mark_of((entry, serving))
    # Whoever said yes is asked again where other items serve the goal by now.
    if serving and (not request.POST.get("confirmed") or (saw and saw != now)):
        frame = frame_of(request.user, plan)
        named = {
            "title": entry.correct("text") if entry else "",
            "serving": [titled(each) for each in serving],
        }
        context = {**frame, **named, "kind": kind, "entry": entry, "saw": now}
        return render(request, "plans/remove.html", context, status=409)
    if not serving:
        demand_same(saw, mark_of(entry))
    return saved(request, plan, without_entry(kind, key), kind, key)


def _edit(request: SignedInRequest, plan_id: int, kind: str, key: str) -> HttpResponse:
    plan = editable(request, plan_id)
    content = reading.get_printed(plan)
    entry = _entry(content, kind, key)
    form = _form(request, content, kind, entry)
    measures = measure_forms(request.POST or None, entry)
    own = key or new_key(content, kind)
    path = f"{LISTS[kind][0]}[{own}]"
    # Whoever mends one mistake is told of the others at once.
    if request.method == "POST" and any(each.errors for each in (form, *measures)):
        sound = [each for each in measures if not each.errors and not each.is_blank]
        wanted = _wanted(form, content, kind, entry, own, [_draft(each) for each in sound])
        say_at_fields(form, sound, services.find_faults(plan, wanted, path), path)
    elif request.method == "POST":
        drafts = [_draft(each) for each in measures if not each.is_blank]
        try:
            demand_same(request.POST.get("saw", ""), mark_of(entry))
            wanted = _wanted(form, content, kind, entry, own, drafts)
            is_late = entry is None and read_whole(request.POST.get("seen", "")) != plan.revision
            # The button was pressed twice: this very entry came in since the form was opened.
            if is_late and is_there(content, wanted(content), kind, own):
                return told(request, plan, kind)
            answer = saved(request, plan, wanted, kind, own, path, is_new=entry is None)
        except InvalidPlan as refused:
            say_at_fields(form, measures, refused.problems, path)
        except Conflict as refused:
            form.add_error(None, refusal_sentence(refused))
        else:
            odd = (
                *list_oddities(drafts, form.cleaned_data["text"]),
                *points_oddities(list_beyond(plan.pk, own)),
            )
            for sentence in (*odd, *reading_hints(form, *measures)):
                messages.warning(request, sentence)
            return answer
    context = {
        **frame_of(request.user, plan),
        "form": form,
        "measures": measures,
        "kind": kind,
        "entry": entry,
        "saw": mark_of(entry) if entry else "",
    }
    return render(request, "plans/entry.html", context, status=422 if request.method == "POST" else 200)


def _wanted(
    form: GoalForm | ItemForm,
    content: PrintedPlan,
    kind: str,
    entry: Goal | PlanItem | None,
    key: str,
    drafts: Sequence[MeasureDraft],
) -> Change:
    """The entry as the form says it, with the section it names anew."""
    values = values_of(kind, given_in(form), content, entry)
    title = form.cleaned_data.get("new_section", "")
    if not title:
        return with_entry(kind, key, values, drafts)
    known = next((each.key for each in content.sections if each.correct("title") == title), "")
    section = known or free_key([each.key for _, each in content.entries()], "M")
    changed = with_entry(kind, key, {**values, "section": section}, drafts)
    return changed if known else lambda plan: changed(with_section(section, title)(plan))


def _form(
    request: SignedInRequest, content: PrintedPlan, kind: str, entry: Goal | PlanItem | None
) -> GoalForm | ItemForm:
    start: dict[str, Any] = initial_of(content, entry) if entry is not None else {}
    if kind == "goal":
        return GoalForm(request.POST or None, initial=start, sections=paths_of(content.sections).items())
    return ItemForm(
        request.POST or None,
        initial=start,
        of=kind,
        bodies=[body.name for body in content.bodies],
        groups=paths_of(content.project_groups).items(),
        goals=[(each.key, lettered(each.letter, each.correct("text"))) for each in content.goals],
    )


def _draft(form: MeasureForm) -> MeasureDraft:
    given = form.cleaned_data
    return MeasureDraft(
        label=given["label"],
        operator=given["operator"] or "at_least",
        threshold=given["threshold"],
        unit=given["unit"],
    )


def _entry(content: PrintedPlan, kind: str, key: str) -> Goal | PlanItem | None:
    if kind not in LISTS:
        raise Http404
    listed, _make = LISTS[kind]
    found: Goal | PlanItem | None = next((e for e in getattr(content, listed) if e.key == key), None)
    if key and found is None:
        raise Http404
    return found
