"""Forms that change one body; each calls one use case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.errors import NotAllowed
from chamdiem.organisations import selectors, services
from chamdiem.organisations.forms import (
    LEVELS,
    CloseForm,
    KindForm,
    MoveForm,
    OrganisationForm,
    attribute_lines,
)
from chamdiem.organisations.permissions import may_change_for_everybody
from chamdiem.organisations.services import Details
from chamdiem.organisations.views.placing import FIELDS
from chamdiem.organisations.views.requests import SignedInRequest
from chamdiem.web.exporting import Sheet, export_response, note_at
from chamdiem.web.paging import address_without
from chamdiem.web.returning import returned_in
from chamdiem.web.typed import read_whole


@require_http_methods(["GET", "POST"])
@login_required
def create(request: SignedInRequest, parent_id: int) -> HttpResponse:
    """Add a body below another."""
    parent = selectors.get_changeable(actor=request.user, organisation_id=parent_id)
    form = OrganisationForm(selectors.list_kinds(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        with returned_in(form, at=FIELDS):
            made = services.create_organisation(
                actor=request.user,
                parent_id=parent_id,
                details=_details(form.cleaned_data),
                now=timezone.now(),
            )
            return _done(request, made.pk, _("Đã thêm đơn vị."))
    words = {"heading": _("Thêm đơn vị trực thuộc"), "submit": _("Thêm đơn vị")}
    return show_form(request, form, parent, words)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Correct what is said about a body."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    initial = {
        "code": organisation.code,
        "name": organisation.name,
        "short_name": organisation.short_name,
        "kind": organisation.kind.code,
        "peer_group": organisation.peer_group,
        "valid_from": organisation.valid_from,
        "attributes": attribute_lines(organisation.attributes),
    }
    form = OrganisationForm(selectors.list_kinds(), request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with returned_in(form, at=FIELDS):
            details = _details(form.cleaned_data)
            services.change_organisation(
                actor=request.user, organisation_id=organisation_id, details=details, now=timezone.now()
            )
            return _done(request, organisation_id, _("Đã lưu thông tin đơn vị."))
    lead = _("Dùng để sửa sai sót. Khi đơn vị đổi tên theo quyết định, hãy dùng “Đổi tên” để giữ tên cũ.")
    words = {"heading": _("Sửa thông tin đơn vị"), "submit": _("Lưu"), "lead": lead}
    return show_form(request, form, organisation, words)


@require_http_methods(["GET", "POST"])
@login_required
def move(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Hang a body under another."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    form = MoveForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with returned_in(form, at=FIELDS):
            services.move_organisation(
                actor=request.user,
                organisation_id=organisation_id,
                parent_id=given["parent"].pk,
                on=given["on"],
                decision=given["decision"],
                now=timezone.now(),
            )
            return _done(request, organisation_id, _("Đã chuyển đơn vị cùng các đơn vị trực thuộc."))
    lead = _("Các đơn vị trực thuộc đi theo. Hồ sơ của các kỳ đánh giá không thay đổi.")
    words = {"heading": _("Chuyển cơ quan cấp trên"), "submit": _("Chuyển đơn vị"), "lead": lead}
    return show_form(request, form, organisation, words)


@require_http_methods(["GET", "POST"])
@login_required
def close(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """End a body after a day."""
    organisation = selectors.get_changeable(actor=request.user, organisation_id=organisation_id)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with returned_in(form, at=FIELDS):
            services.close_organisation(
                actor=request.user, organisation_id=organisation_id, now=timezone.now(), **form.cleaned_data
            )
            return _done(request, organisation_id, _("Đã ghi ngày kết thúc hoạt động."))
    lead = _("Các kỳ đánh giá đã có giữ nguyên đơn vị này; các kỳ mới không còn chọn được.")
    words = {"heading": _("Kết thúc hoạt động"), "submit": _("Kết thúc hoạt động"), "lead": lead}
    return show_form(request, form, organisation, {**words, "danger": True})


@require_POST
@login_required
def reopen(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Take back a closing."""
    services.reopen_organisation(actor=request.user, organisation_id=organisation_id, now=timezone.now())
    return _done(request, organisation_id, _("Đơn vị hoạt động trở lại."))


@require_POST
@login_required
def group(request: SignedInRequest) -> HttpResponse:
    """Put the ticked bodies into a peer group."""
    ticked = map(read_whole, request.POST.getlist("organisation"))
    moved = services.group_organisations(
        actor=request.user,
        organisation_ids=[each for each in ticked if each is not None],
        peer_group=request.POST.get("peer_group", ""),
        now=timezone.now(),
    )
    messages.success(request, _("Đã xếp %(count)d đơn vị vào nhóm.") % {"count": moved})
    return redirect("organisations:list")


@require_http_methods(["GET", "POST"])
@login_required
def kinds(request: SignedInRequest) -> HttpResponseBase:
    """The kinds of bodies, and a form for another one."""
    if not may_change_for_everybody(request.user):
        raise NotAllowed("kind.not_allowed")
    if kind := request.GET.get("export"):
        return export_response(_kinds_sheet(), kind)
    form = KindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.create_kind(actor=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Đã thêm loại đơn vị."))
        return redirect("organisations:kinds")
    return render(
        request,
        "organisations/kinds.html",
        {
            "form": form,
            "kinds": selectors.list_kinds_with_use(),
            "address": address_without(request, "export"),
        },
    )


def _kinds_sheet() -> Sheet:
    levels = dict(LEVELS)
    rows = (
        (each.name, each.code, str(levels.get(each.level, each.level)), getattr(each, "used_by", 0))
        for each in selectors.list_kinds_with_use()
    )
    headings = [_("Tên loại"), _("Mã"), _("Cấp"), _("Số đơn vị")]
    return Sheet(_("Loại đơn vị"), headings, rows, note_at(timezone.now()))


def show_form(
    request: SignedInRequest, form: forms.Form, organisation: Any, words: Mapping[str, Any]
) -> HttpResponse:
    """A form about one body."""
    context = {"form": form, "organisation": organisation, **words}
    return render(request, "organisations/form.html", context, status=422 if form.errors else 200)


def _done(request: SignedInRequest, organisation_id: int, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("organisations:show", organisation_id)


def _details(given: Mapping[str, Any]) -> Details:
    return Details(**given)
