"""One row on the desk: the words of the file beside what was made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.authoring import selectors, showing
from chamdiem.authoring.barred import list_barred
from chamdiem.authoring.casing import judge_cases
from chamdiem.authoring.forms import RowForm, SplitForm, read_row, shown_row
from chamdiem.authoring.offers import clear_offer
from chamdiem.authoring.open_cells import called_as_shown
from chamdiem.authoring.selectors import Desk
from chamdiem.authoring.services import arranging, correcting, parting
from chamdiem.authoring.trial import Tried, try_row
from chamdiem.authoring.views.desks import version_of
from chamdiem.errors import Conflict, Incomplete, Invalid, InvalidIndicatorSet, NotFound, Problem
from chamdiem.web.refusals import problem_sentence, refusal_sentence
from chamdiem.web.typed import read_whole

# So much of its name stands for a row without a number.
_NAME = 60
_STEPS: Mapping[str, Callable[..., Any]] = {
    "len": partial(arranging.move_row, step=-1),
    "xuong": partial(arranging.move_row, step=1),
    "ra": partial(arranging.relevel_row, step=-1),
    "vao": partial(arranging.relevel_row, step=1),
    "mo-lai": partial(correcting.accept_row, accepted=False),
}
# What is often done several times in a row: its buttons stay in sight.
_PLACES = {"len", "xuong", "ra", "vao", "gop", "tach"}


@require_GET
@login_required
def show(request: SignedInRequest, copy_id: int, row_id: int) -> HttpResponse:
    """The row, with the way to the rows before and behind and to the next warning."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    context = _shown(desk, row_id)
    context["done"] = request.GET.get("vua", "")
    context["is_offered_again"] = context["can"].get(context["done"], False)
    return render(request, "authoring/row.html", context)


def _shown(desk: Desk, row_id: int) -> dict[str, Any]:
    """What the page of one row shows."""
    context = frame(desk, row_id)
    context["tried"], context["faults"] = tried_row(desk, context["data"]["key"])
    context["clear"] = clear_offer(context["data"])
    judged = judge_cases(desk.head, desk.documents, context["data"]["key"])
    context["cases"] = judged
    context["confirmed"] = [each for each in judged if not each.is_generated]
    context["contradicting"] = [showing.case_text(each) for each in judged if each.contradicts]
    context["step"] = next(iter(showing.list_step_lines(selectors.list_steps(desk.copy)[:1])), None)
    return context


@require_http_methods(["GET", "POST"])
@login_required
def correct(request: SignedInRequest, copy_id: int, row_id: int) -> HttpResponse:
    """A form for what is printed on the row."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    context = frame(desk, row_id)
    data, levels = context["data"], desk.head["levels"]
    form = RowForm(levels, request.POST or None, initial=shown_row(data))
    problems: list[str] = []
    if form.is_valid():
        try:
            correcting.correct_row(
                actor=request.user, copy_id=copy_id, row_id=row_id, version=version_of(request),
                changes=read_row(form.cleaned_data, data), now=timezone.now(),
            )  # fmt: skip
        except (InvalidIndicatorSet, Conflict) as refused:
            problems = told(refused, desk)
        else:
            called = (data.get("number") or data["key"]).rstrip(".")
            messages.success(request, _("Đã sửa dòng {row}.").format(row=called))
            return redirect("authoring:show_row", copy_id, row_id)
    context |= {"form": form, "problems": problems, "version": request.POST.get("version")}
    return render(request, "authoring/correct.html", context, status=422 if problems else 200)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, copy_id: int, row_id: int, act: str) -> HttpResponse:
    """One of the buttons of a row; what cannot be done is told on its page, with what was typed.

    The address stands above that page, so asked for again it leads to the row.
    """
    if request.method == "GET":
        return redirect("authoring:show_row", copy_id, row_id)
    try:
        return _changed(request, copy_id, row_id, act)
    except (Incomplete, Conflict) as refused:
        context = _shown(selectors.get_desk(actor=request.user, copy_id=copy_id), row_id)
        context["refused"] = refusal_sentence(refused)
        if act == "tach":
            context["split_form"] = SplitForm(request.POST)
        return render(
            request, "authoring/row.html", context, status=422 if isinstance(refused, Incomplete) else 409
        )


def _changed(request: SignedInRequest, copy_id: int, row_id: int, act: str) -> HttpResponse:
    """Accept, move, relevel, split, join, delete, bring back, undo a repair."""
    given: dict[str, Any] = {
        "actor": request.user, "copy_id": copy_id, "row_id": row_id,
        "version": version_of(request), "now": timezone.now(),
    }  # fmt: skip
    goes_to, is_told = row_id, False
    if act in _STEPS:
        _STEPS[act](**given)
    elif act == "dung":
        correcting.accept_row(**given, accepted=True)
        goes_to = _behind(request, copy_id, row_id)
        if goes_to == row_id:
            messages.success(request, _at_the_end(request, copy_id))
    elif act == "sua-chu":
        place = read_whole(request.POST.get("repair", ""))
        correcting.undo_repair(**given, repair=-1 if place is None else place)
    elif act == "tach":
        form = SplitForm(request.POST)
        if not form.is_valid():
            raise Incomplete("authoring.no_tail", tail=request.POST.get("tail", ""))
        goes_to = _split(given, form.cleaned_data)
    elif act == "gop":
        joined = arranging.merge_row(**given)
        goes_to = joined.row.pk
        for words in showing.list_words(joined.left_out):
            messages.warning(request, words)
            is_told = True
    elif act == "xoa":
        _tell_left(request, arranging.delete_row(**given))
        messages.success(request, _("Đã bỏ dòng. Phím z lấy lại ngay; sau này lấy lại ở cuối danh sách."))
        return redirect("authoring:show_copy", copy_id)
    elif act == "lay-lai":
        arranging.restore_row(**given)
    else:
        raise NotFound("page.not_found")
    address = reverse("authoring:show_row", args=[copy_id, goes_to])
    # A button further down that takes the focus would leave what is told above the view.
    return redirect(f"{address}?vua={act}" if act in _PLACES and not is_told else address)


def _tell_left(request: SignedInRequest, left: arranging.LeftBehind) -> None:
    """Where the rows go that stood below one that was taken out."""
    if left.group:
        told = _("{count} dòng bên dưới dòng đã bỏ nay thuộc “{group}”. Kiểm tra, chuyển nếu cần.")
    else:
        told = _("{count} dòng bên dưới dòng đã bỏ nay không thuộc nhóm nào. Kiểm tra, chuyển nếu cần.")
    if left.count:
        messages.warning(request, told.format(count=left.count, group=left.group[:_NAME]))


def _split(given: dict[str, Any], asked: dict[str, str]) -> int:
    """Part only the name, or the calculation and the points, too; the row that was made."""
    if asked["method"].strip() or asked["max_points"].strip():
        return parting.part_row(**given, part=parting.Part(**asked)).pk
    return arranging.split_row(**given, tail=asked["tail"], number=asked["number"]).pk


def frame(desk: Desk, row_id: int) -> dict[str, Any]:
    """What every page of one row shows."""
    place = desk.place_of(row_id)
    row, rows = desk.rows[place], desk.rows
    waiting = desk.next_warned(place)
    return {
        "copy": desk.copy, "row": row, "data": row.data, "place": place + 1, "total": len(rows),
        "previous": rows[place - 1] if place else None,
        "following": rows[place + 1] if place + 1 < len(rows) else None,
        "behind": rows[min(place + 1, len(rows) - 1)],
        "waiting": waiting if waiting != row else None,
        "level": desk.head["levels"].get(row.data["level"], ""),
        "max_points": showing.points_text(row.data),
        "due_on": showing.due_beside(row.data),
        "texts": showing.list_texts(row),
        "warnings": showing.list_warnings(row),
        "zero_words": showing.list_zero_words(row),
        "repairs": showing.list_repairs(row),
        "split_form": SplitForm(),
        "can": desk.possible(place), "barred": list_barred(desk, place),
    }  # fmt: skip


def tried_row(
    desk: Desk, key: str, changes: Mapping[str, Any] | None = None
) -> tuple[Tried | None, list[str]]:
    """The rule of a row tried out, with changes not saved yet; or why it cannot be."""
    # A rule that is typed is not held up by the worked cases of the one before.
    typed = {**changes, "cases": []} if changes else {}
    rows = [{**data, **typed} if data["key"] == key else data for data in desk.documents]
    try:
        return try_row(desk.head, rows, key), []
    except InvalidIndicatorSet as refused:
        return None, told(refused, desk)


def told(refused: Invalid | Conflict, desk: Desk) -> list[str]:
    """What was refused, in words; rows are called by the numbers that people see."""
    if isinstance(refused, Conflict):
        return [refusal_sentence(refused)]
    shown = [called_as_shown(_typed(_numbered(each, desk))) for each in refused.problems]
    return [problem_sentence(each, with_keys=False) for each in shown]


def _typed(problem: Problem) -> Problem:
    """What is typed in a form may have a decimal comma, unlike a file."""
    is_number = problem.code == "schema.not_a_number"
    return replace(problem, code="authoring.not_a_number") if is_number else problem


def _numbered(problem: Problem, desk: Desk) -> Problem:
    for data in desk.documents:
        start = f"rows[{data['key']}]"
        if problem.place.path.startswith(start):
            path = f"rows[{data.get('number') or data['name'][:_NAME]}]{problem.place.path[len(start) :]}"
            return replace(problem, place=replace(problem.place, path=path))
    return problem


def _at_the_end(request: SignedInRequest, copy_id: int) -> str:
    """What is told once the last row is accepted: that all is seen, or how many rows wait yet."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    if waiting := sum(map(selectors.needs_a_look, desk.rows)):
        return _("Đây là dòng cuối. Còn {count} dòng cần xem ở trên: phím w mở dòng kế tiếp.").format(
            count=waiting
        )
    return _("Đây là dòng cuối, không còn dòng nào cần xem. Mở danh sách để tạo dự thảo.")


def _behind(request: SignedInRequest, copy_id: int, row_id: int) -> int:
    """The row behind an accepted one; the last stays."""
    desk = selectors.get_desk(actor=request.user, copy_id=copy_id)
    place = desk.place_of(row_id) + 1
    return desk.rows[min(place, len(desk.rows) - 1)].pk
