"""Requests of people who have signed in."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from chamdiem.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request behind ``login_required``: it has a person."""

    user: User


def actor_of(request: HttpRequest) -> User:
    """The person who has signed in."""
    return cast("User", request.user)
