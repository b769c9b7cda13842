"""One's own account."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts import selectors, services
from chamdiem.accounts.forms import LanguageForm, ProfileForm
from chamdiem.accounts.requests import SignedInRequest
from chamdiem.web.language import keep_language, page_to_return_to


@require_http_methods(["GET", "POST"])
@login_required
def show(request: SignedInRequest) -> HttpResponse:
    """Name, title, roles, language, password and second factor of who is signed in."""
    person = request.user
    form = ProfileForm(request.POST or None, initial={"name": person.name, "title": person.title})
    if request.method == "POST" and form.is_valid():
        services.change_profile(actor=person, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Đã lưu thông tin của anh/chị."))
        return redirect("accounts:profile")
    context = {
        "form": form,
        "language_form": LanguageForm(initial={"language": person.language}),
        "roles": selectors.list_current_roles(person),
        "offers": selectors.list_own_offers(actor=person),
    }
    return render(request, "accounts/profile.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def choose_language(request: SignedInRequest) -> HttpResponse:
    """Choose the language of one's pages."""
    language = services.choose_language(actor=request.user, language=request.POST.get("language", ""))
    response = redirect(page_to_return_to(request))
    keep_language(response, language)
    return response
