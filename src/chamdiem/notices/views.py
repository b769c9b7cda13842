"""Pages of notices: a person's own, how she wants letters, and what was sent."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.permissions import may_read_trail
from chamdiem.accounts.requests import SignedInRequest
from chamdiem.errors import NotFound
from chamdiem.notices import letters, selectors, sending, services
from chamdiem.notices.forms import ChoiceForm
from chamdiem.notices.relevance import tell_standing
from chamdiem.web.paging import page_of


@require_GET
@login_required
def list_own(request: SignedInRequest) -> HttpResponse:
    """What this person was told, and how she wants her letters."""
    page = page_of(request, selectors.list_own(actor=request.user))
    tell_standing(page.rows)
    context = {
        "page": page,
        "unread": selectors.count_unread(actor=request.user),
        "form": ChoiceForm(initial={"mail": selectors.mail_choice(request.user)}),
        "keeps": may_read_trail(request.user),
        "is_example": settings.IS_EXAMPLE,
    }
    return render(request, "notices/list.html", context)


@require_POST
@login_required
def read_all(request: SignedInRequest) -> HttpResponse:
    """Mark everything as read."""
    services.read_all(actor=request.user, now=timezone.now())
    return redirect("notices:list")


@require_POST
@login_required
def choose(request: SignedInRequest) -> HttpResponse:
    """How this person wants her letters from now on."""
    services.choose_mail(actor=request.user, mail=request.POST.get("mail", ""))
    messages.success(request, _("Đã lưu cách nhận thư."))
    return redirect("notices:list")


@require_GET
@login_required
def list_sent(request: SignedInRequest) -> HttpResponse:
    """Everything told to people of the bodies this person keeps, with what became of the letters."""
    is_stuck = request.GET.get("thu") == "ket"
    stuck = selectors.list_sent(actor=request.user, is_stuck=True)
    tabs = [
        {"label": _("Tất cả"), "url": "?", "is_current": not is_stuck},
        {
            "label": _("Thư cần xem lại"),
            "url": "?thu=ket",
            "is_current": is_stuck,
            "count": stuck.count(),
        },
    ]
    found = stuck if is_stuck else selectors.list_sent(actor=request.user)
    context = {"page": page_of(request, found), "tabs": tabs, "is_stuck": is_stuck}
    return render(request, "notices/sent.html", context)


@require_POST
@login_required
def send_again(request: SignedInRequest, letter_id: int) -> HttpResponse:
    """Have a letter sent once more that nobody knows of, or that was given up."""
    sending.send_again(actor=request.user, letter_id=letter_id, now=timezone.now())
    messages.success(request, _("Thư chờ gửi lại; hệ thống gửi trong vòng một giờ, từ 7 đến 21 giờ."))
    return redirect("notices:sent")


@require_GET
@login_required
def list_letters(request: SignedInRequest) -> HttpResponse:
    """The letters of the demonstration; elsewhere there is no such page."""
    if not settings.IS_EXAMPLE or not may_read_trail(request.user):
        raise NotFound("page.not_found")
    context = {"page": page_of(request, letters.list_letters(Path(settings.EMAIL_FILE_PATH)))}
    return render(request, "notices/letters.html", context)
