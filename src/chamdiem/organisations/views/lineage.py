"""Forms for what decisions do to bodies: new names, mergers, splits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chamdiem.organisations import selectors, services
from chamdiem.organisations.forms import RenameForm, SuccessionForm, UndoForm
from chamdiem.organisations.services import NewName
from chamdiem.organisations.services.previewing import Preview
from chamdiem.organisations.steps import Step
from chamdiem.organisations.views.editing import show_form
from chamdiem.organisations.views.placing import FIELDS
from chamdiem.organisations.views.requests import SignedInRequest
from chamdiem.web.numbers import date_text
from chamdiem.web.returning import returned_in


@require_http_methods(["GET", "POST"])
@login_required
def rename(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Give a body a new name by decision."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    initial = {"name": organisation.name, "short_name": organisation.short_name}
    form = RenameForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with returned_in(form, at=FIELDS):
            services.rename_organisation(
                actor=request.user,
                organisation_id=organisation_id,
                new=NewName(name=given["name"], short_name=given["short_name"], code=given["code"]),
                on=given["on"],
                decision=given["decision"],
                now=timezone.now(),
            )
            messages.success(request, _told_of_name(given["on"]))
            return redirect("organisations:show", organisation_id)
    lead = _("Tên cũ được giữ để tra cứu. Kết quả các kỳ đánh giá đã có vẫn mang tên cũ.")
    words = {"heading": _("Đổi tên theo quyết định"), "submit": _("Đổi tên"), "lead": lead}
    return show_form(request, form, organisation, words)


@require_http_methods(["GET", "POST"])
@login_required
def merge(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Merge others into this body."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    form = SuccessionForm(request.user, request.POST or None)
    words = {"heading": _("Nhận sáp nhập"), "submit": _("Ghi nhận sáp nhập")}
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        given = form.cleaned_data
        what: dict[str, Any] = {
            "actor": request.user,
            "predecessor_ids": given["others"],
            "successor_id": organisation_id,
            "on": given["on"],
            "decision": given["decision"],
            "now": timezone.now(),
        }
        with returned_in(form, at=FIELDS):
            if "confirmed" not in request.POST:
                return _show_preview(request, form, organisation, services.preview_merger(**what), words)
            services.merge_organisations(**what)
            messages.success(request, _("Đã ghi nhận sáp nhập."))
            return redirect("organisations:show", organisation_id)
    lead = _(
        "Các đơn vị ghi dưới đây kết thúc hoạt động trước ngày đã chọn và nhập vào đơn vị này; "
        "đơn vị trực thuộc của chúng chuyển về đây vào ngày đó. Các kỳ đánh giá đã có không thay đổi."
    )
    return show_form(request, form, organisation, {**words, "submit": _("Xem trước"), "lead": lead})


@require_http_methods(["GET", "POST"])
@login_required
def split(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """End this body and name those that take its place."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    form = SuccessionForm(request.user, request.POST or None)
    words = {"heading": _("Chia tách"), "submit": _("Ghi nhận chia tách")}
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        given = form.cleaned_data
        what: dict[str, Any] = {
            "actor": request.user,
            "predecessor_id": organisation_id,
            "successor_ids": given["others"],
            "on": given["on"],
            "decision": given["decision"],
            "now": timezone.now(),
        }
        with returned_in(form, at=FIELDS):
            if "confirmed" not in request.POST:
                return _show_preview(request, form, organisation, services.preview_split(**what), words)
            services.split_organisation(**what)
            messages.success(request, _("Đã ghi nhận chia tách."))
            return redirect("organisations:show", organisation_id)
    lead = _(
        "Thêm các đơn vị mới vào danh bạ trước, rồi ghi mã của chúng ở đây. Đơn vị này kết thúc "
        "hoạt động trước ngày đã chọn. Các kỳ đánh giá đã có không thay đổi."
    )
    return show_form(request, form, organisation, {**words, "submit": _("Xem trước"), "lead": lead})


def _show_preview(
    request: SignedInRequest,
    form: SuccessionForm,
    organisation: Any,
    preview: Preview,
    words: Mapping[str, str],
) -> HttpResponse:
    """What will happen, before it is written; what was typed comes along."""
    context = {"form": form, "organisation": organisation, "preview": preview, **words}
    return render(request, "organisations/succession.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def undo(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Take back the newest change that was recorded of a body."""
    organisation, step = selectors.get_undoable(actor=request.user, organisation_id=organisation_id)
    form = UndoForm(request.POST or None, initial={"step": step.key})
    if request.method == "POST" and form.is_valid():
        with returned_in(form, at=FIELDS):
            services.undo_newest_step(
                actor=request.user, organisation_id=organisation_id, now=timezone.now(), **form.cleaned_data
            )
            messages.success(request, _("Đã hủy bước thay đổi; việc hủy và lý do được ghi vào nhật ký."))
            return redirect("organisations:show", organisation_id)
    lead = f"{_told_of_step(step)} {_('Sau khi hủy, đơn vị trở lại như trước bước này.')}"
    words = {"heading": _("Hủy bước thay đổi mới nhất"), "submit": _("Hủy bước này"), "lead": lead}
    return show_form(request, form, organisation, {**words, "danger": True})


def _told_of_step(step: Step) -> str:
    said = {
        "coming": _("Sẽ hủy tên mới “{name}” chờ hiệu lực từ ngày {day} ({decision})."),
        "renamed": _("Sẽ hủy việc đổi tên ngày {day} ({decision}): đơn vị lấy lại tên “{name}”."),
        "merged": _("Sẽ hủy việc sáp nhập vào {name} từ ngày {day} ({decision})."),
        "split": _("Sẽ hủy việc chia tách thành {name} và các đơn vị khác từ ngày {day} ({decision})."),
    }[step.kind]
    return said.format(name=step.name, day=date_text(step.on), decision=step.decision or "–")


def _told_of_name(on: date) -> str:
    if on > timezone.localdate():
        return _("Đã ghi tên mới; đơn vị mang tên này từ ngày {day}.").format(day=date_text(on))
    return _("Đã đổi tên đơn vị; tên cũ được giữ lại.")
