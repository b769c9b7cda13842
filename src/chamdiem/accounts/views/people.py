"""The list of people, one person, and what keepers do to accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts import selectors, services
from chamdiem.accounts.columns import COLUMNS
from chamdiem.accounts.forms import InviteForm, PeopleFilters, PersonForm, RoleForm
from chamdiem.accounts.permissions import may_read_trail
from chamdiem.accounts.requests import SignedInRequest
from chamdiem.accounts.selectors import PeopleFilter
from chamdiem.accounts.services import Invitation
from chamdiem.errors import NotAllowed
from chamdiem.organisations.permissions import may_change_anything
from chamdiem.organisations.selectors import find_by_code
from chamdiem.web.exporting import Sheet, export_response
from chamdiem.web.numbers import date_text
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.returning import returned_in

# At which field of a form a refusal stands; what else is refused stands at the head.
_WHERE_REFUSED = {
    "person.other_name": ["name"],
    "person.name_missing": ["name"],
    "person.email_wrong": ["email"],
    "person.email_taken": ["email"],
    "role.given_to_oneself": ["email", "role"],
    "role.held_already": ["role"],
    "role.not_allowed": ["role"],
    "role.office_missing": ["office"],
    "organisation.closed_already": ["organisation"],
}


@require_GET
@login_required
def show_list(request: SignedInRequest) -> HttpResponse | StreamingHttpResponse:
    """People in one's part of the directory; with ``export`` a file that can be imported again."""
    filters = PeopleFilters(request.GET)
    found = selectors.find_people(actor=request.user, wanted=_wanted(request, filters))
    if "export" in request.GET:
        return export_response(_sheet(found), request.GET["export"])
    context = {
        "filters": filters,
        "page": page_of(request, found),
        "may_change": may_change_anything(request.user),
        "offers": selectors.list_offers(actor=request.user),
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "accounts/list.html", context)


@require_GET
@login_required
def show_person(request: SignedInRequest, person_id: int) -> HttpResponse:
    """One person: her roles, and what the reader may do about them."""
    shown = selectors.get_person_page(actor=request.user, person_id=person_id)
    givable = selectors.list_givable_roles(actor=request.user)
    context = {
        "shown": shown,
        "person": shown.person,
        "form": RoleForm(request.user, givable) if givable else None,
        "may_read_trail": may_read_trail(request.user),
    }
    return render(request, "accounts/person.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def invite(request: SignedInRequest) -> HttpResponse:
    """Invite somebody with her first role."""
    givable = selectors.list_givable_roles(actor=request.user)
    if not givable:
        raise NotAllowed("role.none_to_give")
    initial = {"organisation": request.GET.get("organisation", "")}
    form = InviteForm(request.user, givable, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with returned_in(form, at=_WHERE_REFUSED):
            services.invite_person(
                actor=request.user,
                invitation=Invitation(
                    email=given["email"],
                    name=given["name"],
                    title=given["title"],
                    role=given["role"],
                    organisation_id=given["organisation_id"],
                    office_id=given["office_id"],
                ),
                site=request.build_absolute_uri("/"),
                now=timezone.now(),
            )
            # The same whether the address is new or has an account elsewhere: who invites does not learn it.
            messages.success(request, _("Đã mời %s; thư mời đang được gửi.") % given["email"].lower())
            return redirect("accounts:list")
    return _form(request, form, {"heading": _("Mời người dùng"), "submit": _("Gửi thư mời")})


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Correct what is said about a person."""
    shown = selectors.get_person_page(actor=request.user, person_id=person_id)
    person = shown.person
    if not shown.may_manage:
        raise NotAllowed("person.not_allowed", name=person.name)
    initial = {"name": person.name, "title": person.title, "email": person.email}
    form = PersonForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with returned_in(form, at=_WHERE_REFUSED):
            services.change_person(
                actor=request.user, person_id=person_id, now=timezone.now(), **form.cleaned_data
            )
            messages.success(request, _("Đã lưu thông tin."))
            return redirect("accounts:show", person_id)
    words = {"heading": _("Sửa thông tin người dùng"), "submit": _("Lưu"), "person": person}
    return _form(request, form, words)


@require_POST
@login_required
def give_role(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Give a person a further role."""
    shown = selectors.get_person_page(actor=request.user, person_id=person_id)
    givable = selectors.list_givable_roles(actor=request.user)
    if not givable:
        raise NotAllowed("role.none_to_give")
    form = RoleForm(request.user, givable, request.POST)
    if form.is_valid():
        given = form.cleaned_data
        with returned_in(form, at=_WHERE_REFUSED):
            services.give_role(
                actor=request.user,
                person_id=person_id,
                role=given["role"],
                organisation_id=given["organisation_id"],
                office_id=given["office_id"],
                now=timezone.now(),
            )
            messages.success(request, _("Đã giao vai trò."))
            return redirect("accounts:show", person_id)
    words = {"heading": _("Giao vai trò"), "submit": _("Giao vai trò"), "person": shown.person}
    return _form(request, form, words)


@require_POST
@login_required
def end_role(request: SignedInRequest, assignment_id: int) -> HttpResponse:
    """End a role."""
    ended = services.end_role(
        actor=request.user,
        assignment_id=assignment_id,
        reason=request.POST.get("reason", ""),
        now=timezone.now(),
    )
    messages.success(request, _("Vai trò đã kết thúc; những gì đã làm vẫn được giữ."))
    return redirect("accounts:show", ended.user_id)


@require_POST
@login_required
def invite_again(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Send the invitation again."""
    site = request.build_absolute_uri("/")
    services.invite_again(actor=request.user, person_id=person_id, site=site, now=timezone.now())
    messages.success(request, _("Thư mời đang được gửi lại."))
    return redirect("accounts:show", person_id)


@require_POST
@login_required
def deactivate(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Lock an account."""
    reason = request.POST.get("reason", "")
    services.deactivate_person(actor=request.user, person_id=person_id, reason=reason, now=timezone.now())
    messages.success(request, _("Đã khóa tài khoản; mọi phiên đăng nhập đã kết thúc."))
    return redirect("accounts:show", person_id)


@require_POST
@login_required
def remove_second_factor(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Remove the second step of who has lost phone and recovery codes."""
    reason = request.POST.get("reason", "")
    services.remove_second_factor(actor=request.user, person_id=person_id, reason=reason, now=timezone.now())
    messages.success(request, _("Đã gỡ xác thực hai bước; thư báo đang được gửi cho người này."))
    return redirect("accounts:show", person_id)


@require_POST
@login_required
def reactivate(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Unlock an account."""
    services.reactivate_person(actor=request.user, person_id=person_id, now=timezone.now())
    messages.success(request, _("Đã mở khóa tài khoản."))
    return redirect("accounts:show", person_id)


@require_GET
@login_required
def show_at(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """The people of one body, as a part of its page."""
    roles = selectors.list_at(actor=request.user, organisation_id=organisation_id)
    return render(request, "accounts/_at.html", {"roles": roles})


def _form(request: SignedInRequest, form: forms.Form, words: dict[str, Any]) -> HttpResponse:
    context = {"form": form, **words}
    return render(request, "accounts/form.html", context, status=422 if form.errors else 200)


def _wanted(request: SignedInRequest, filters: PeopleFilters) -> PeopleFilter:
    asked = filters.cleaned_data if filters.is_valid() else {}
    code = asked.get("organisation", "")
    organisation = find_by_code(actor=request.user, code=code) if code else None
    return PeopleFilter(
        text=asked.get("q", ""),
        role=asked.get("role", ""),
        # Nobody has a role at a place one does not see.
        organisation_id=(organisation.pk if organisation else 0) if code else None,
        shows_inactive=bool(asked.get("locked")),
    )


def _sheet(people: Any) -> Sheet:
    """Each role a row, in the columns of the import."""
    rows = (
        (
            person.email,
            person.name,
            person.title,
            role.get_role_display(),
            role.organisation.code,
            role.office.name if role.office else "",
        )
        for person in people
        for role in person.shown_roles
    )
    note = _("Lập ngày {day}. Giữ nguyên dòng tiêu đề khi nhập lại.").format(
        day=date_text(timezone.localdate())
    )
    return Sheet(_("Danh sách người dùng"), [column.heading for column in COLUMNS], rows, note)
