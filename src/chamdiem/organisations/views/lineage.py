"""Forms for what decisions do to bodies: new names, mergers, splits."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chamdiem.organisations import selectors, services
from chamdiem.organisations.forms import RenameForm, SuccessionForm
from chamdiem.organisations.services import NewName
from chamdiem.organisations.views.editing import show_form
from chamdiem.organisations.views.requests import SignedInRequest


@require_http_methods(["GET", "POST"])
@login_required
def rename(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Give a body a new name by decision."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    form = RenameForm(request.POST or None, initial={"name": organisation.name})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        services.rename_organisation(
            actor=request.user,
            organisation_id=organisation_id,
            new=NewName(name=given["name"], short_name=given["short_name"], code=given["code"]),
            on=given["on"],
            decision=given["decision"],
            now=timezone.now(),
        )
        messages.success(request, _("Đã đổi tên đơn vị; tên cũ được giữ lại."))
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
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        services.merge_organisations(
            actor=request.user,
            predecessor_ids=given["others"],
            successor_id=organisation_id,
            on=given["on"],
            decision=given["decision"],
            now=timezone.now(),
        )
        messages.success(request, _("Đã ghi nhận sáp nhập."))
        return redirect("organisations:show", organisation_id)
    lead = _(
        "Các đơn vị ghi dưới đây kết thúc hoạt động trước ngày đã chọn và nhập vào đơn vị này; "
        "đơn vị trực thuộc của chúng chuyển về đây. Các kỳ đánh giá đã có không thay đổi."
    )
    words = {"heading": _("Nhận sáp nhập"), "submit": _("Ghi nhận sáp nhập"), "lead": lead}
    return show_form(request, form, organisation, words)


@require_http_methods(["GET", "POST"])
@login_required
def split(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """End this body and name those that take its place."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    form = SuccessionForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        services.split_organisation(
            actor=request.user,
            predecessor_id=organisation_id,
            successor_ids=given["others"],
            on=given["on"],
            decision=given["decision"],
            now=timezone.now(),
        )
        messages.success(request, _("Đã ghi nhận chia tách."))
        return redirect("organisations:show", organisation_id)
    lead = _(
        "Thêm các đơn vị mới vào danh bạ trước, rồi ghi mã của chúng ở đây. Đơn vị này kết thúc "
        "hoạt động trước ngày đã chọn. Các kỳ đánh giá đã có không thay đổi."
    )
    words = {"heading": _("Chia tách"), "submit": _("Ghi nhận chia tách"), "lead": lead, "danger": True}
    return show_form(request, form, organisation, words)
