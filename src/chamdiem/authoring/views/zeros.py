"""The question of zeros, answered once for all rows that share it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.authoring.services import settling
from chamdiem.authoring.views.desks import version_of


@require_POST
@login_required
def settle(request: SignedInRequest, copy_id: int) -> HttpResponse:
    """Choose what a denominator of zero gives."""
    count = settling.settle_zeros(
        actor=request.user, copy_id=copy_id, version=version_of(request),
        policy=request.POST.get("policy", ""), now=timezone.now(),
    )  # fmt: skip
    told = _("Đã áp dụng cho {count} dòng. Có thể hoàn tác bằng phím z.")
    messages.success(request, told.format(count=count))
    return redirect("authoring:show_copy", copy_id)
