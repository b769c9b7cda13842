"""How sign-in behaves: nobody signs up; people are invited."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from chamdiem.accounts import services
from chamdiem.accounts.models import User
from chamdiem.web.language import keep_language


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # carries no types
    """Sign-up is closed; sign-ins and new passwords are put on record."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  the contract
        """Never."""
        return False

    def post_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse:
        """Put the sign-in on record; pages follow in the person's language."""
        response: HttpResponse = super().post_login(request, user, **how)
        services.record_sign_in(person=user, now=timezone.now())
        keep_language(response, user.language)
        return response

    def set_password(self, user: User, password: str) -> None:
        """Set it through the use case, which puts it on record."""
        services.set_password(person=user, password=password, now=timezone.now())
