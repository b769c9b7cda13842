"""Pages of whom the installation trusts: certificates, revocation lists, and how strictly."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import actor_of
from chamdiem.errors import NotAllowed
from chamdiem.evidence import selectors, trusting
from chamdiem.evidence.forms import TrustForm
from chamdiem.evidence.permissions import may_manage_trust
from chamdiem.evidence.showing import TRUST_COLUMNS, trust_line
from chamdiem.web.exporting import Sheet, export_response, note_at
from chamdiem.web.paging import address_without
from chamdiem.web.returning import choose_again, returned_in


@require_http_methods(["GET", "POST"])
@login_required
def trust(request: HttpRequest) -> HttpResponseBase:
    """The certificates this installation trusts; adding one checks every PDF again."""
    actor = actor_of(request)
    if not may_manage_trust(actor):
        raise NotAllowed("evidence.trust_not_allowed")
    if kind := request.GET.get("export"):
        rows = map(trust_line, selectors.list_trust_roots())
        return export_response(
            Sheet(_("Chứng thư tin cậy"), TRUST_COLUMNS, rows, note_at(timezone.now())), kind
        )
    form = TrustForm(request.POST, request.FILES) if request.method == "POST" else TrustForm()
    if form.is_valid():
        with returned_in(form, "file"):
            data = form.cleaned_data["file"].read()
            roots = trusting.add_trust_roots(actor=actor, data=data, now=timezone.now())
            messages.success(request, _trusted(len(roots), are_lists=any(root.is_list for root in roots)))
            return redirect("evidence:trust")
    choose_again(form)
    context = {
        "roots": selectors.list_trust_roots(),
        "demands_revocation": selectors.demands_revocation(),
        "form": form,
        "address": address_without(request, "export"),
    }
    return render(request, "evidence/trust.html", context, status=422 if form.is_bound else 200)


def _trusted(count: int, *, are_lists: bool) -> str:
    """What was brought in: one file holds either certificates or revocation lists."""
    if not count:
        return _("Nội dung tệp đã được tin cậy từ trước, không có gì thay đổi.")
    text = _("Đã nhận %(count)s danh sách thu hồi.") if are_lists else _("Đã tin cậy %(count)s chứng thư.")
    return text % {"count": count}


@require_POST
@login_required
def demand_revocation(request: HttpRequest) -> HttpResponse:
    """Say whether a certificate needs a current revocation list to be believed."""
    is_demanded = request.POST.get("demanded") == "yes"
    if trusting.demand_revocation(actor=actor_of(request), is_demanded=is_demanded, now=timezone.now()):
        messages.success(request, _("Đã đổi; mọi tệp PDF đang được kiểm tra lại."))
    return redirect("evidence:trust")


@require_POST
@login_required
def distrust(request: HttpRequest, root_id: int) -> HttpResponse:
    """Trust a certificate no longer."""
    reason = request.POST.get("reason", "")
    trusting.distrust_root(actor=actor_of(request), root_id=root_id, reason=reason, now=timezone.now())
    return redirect("evidence:trust")
