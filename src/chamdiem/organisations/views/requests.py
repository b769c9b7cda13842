"""Requests of people who have signed in; who they are is known one floor above."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest


class SignedInRequest(HttpRequest):
    """A request behind ``login_required``: it has a person."""

    user: AbstractBaseUser  # type: ignore[assignment]  # never anonymous here
