"""Forms about offices."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.organisations import selectors, services
from chamdiem.organisations.forms import OfficeForm
from chamdiem.organisations.views.editing import show_form
from chamdiem.organisations.views.requests import SignedInRequest


@require_http_methods(["GET", "POST"])
@login_required
def create(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Add an office to a body."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    form = OfficeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.create_office(
            actor=request.user, organisation_id=organisation_id, now=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("Đã thêm phòng, bộ phận."))
        return redirect("organisations:show", organisation_id)
    words = {"heading": _("Thêm phòng, bộ phận"), "submit": _("Thêm phòng")}
    return show_form(request, form, organisation, words)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, office_id: int) -> HttpResponse:
    """Change the names of an office."""
    office = selectors.get_office(actor=request.user, office_id=office_id)
    organisation = selectors.get_changeable(actor=request.user, organisation_id=office.organisation_id)
    initial = {"name": office.name, "also_known_as": "\n".join(office.also_known_as)}
    form = OfficeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.change_office(
            actor=request.user, office_id=office_id, now=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("Đã lưu phòng, bộ phận."))
        return redirect("organisations:show", organisation.pk)
    words = {"heading": _("Sửa phòng, bộ phận"), "submit": _("Lưu")}
    return show_form(request, form, organisation, words)


@require_POST
@login_required
def close(request: SignedInRequest, office_id: int) -> HttpResponse:
    """Stop using an office."""
    office = services.close_office(actor=request.user, office_id=office_id, now=timezone.now())
    messages.success(request, _("Đã ngừng dùng phòng; những gì đã giao cho phòng vẫn được giữ."))
    return redirect("organisations:show", office.organisation_id)


@require_POST
@login_required
def reopen(request: SignedInRequest, office_id: int) -> HttpResponse:
    """Use an office again."""
    office = services.reopen_office(actor=request.user, office_id=office_id, now=timezone.now())
    messages.success(request, _("Phòng được dùng trở lại."))
    return redirect("organisations:show", office.organisation_id)
