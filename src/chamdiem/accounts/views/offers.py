"""Roles that people from elsewhere are asked to take: taking one, declining it, asking no longer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chamdiem.accounts import services
from chamdiem.accounts.requests import SignedInRequest


@require_POST
@login_required
def accept(request: SignedInRequest, offer_id: int) -> HttpResponse:
    """Take the role."""
    services.accept_offer(actor=request.user, offer_id=offer_id, now=timezone.now())
    messages.success(request, _("Anh/chị đã nhận vai trò."))
    return redirect("accounts:profile")


@require_POST
@login_required
def decline(request: SignedInRequest, offer_id: int) -> HttpResponse:
    """Not take it."""
    services.decline_offer(actor=request.user, offer_id=offer_id, now=timezone.now())
    messages.success(request, _("Anh/chị đã từ chối lời mời."))
    return redirect("accounts:profile")


@require_POST
@login_required
def withdraw(request: SignedInRequest, offer_id: int) -> HttpResponse:
    """Ask the person no longer."""
    services.withdraw_offer(actor=request.user, offer_id=offer_id, now=timezone.now())
    messages.success(request, _("Đã thu hồi lời mời."))
    return redirect("accounts:list")
