"""How sign-in behaves: nobody signs up; people are invited."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from chamdiem.accounts import services
from chamdiem.accounts.models import User
from chamdiem.web.language import keep_language

_APP = "allauth.account"
_HERE, _ANYWHERE = "login_failed", "login_failed_anywhere"


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

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try, until it succeeds, by account and address, by address, and by account.

        Raises:
            ValidationError: Too many failed; it says from when on the next is heard.
        """
        if "email" not in credentials and request.user.is_authenticated:
            # Whoever is asked for her password again is counted by herself.
            credentials["email"] = request.user.email
        account = super()._get_login_attempts_cache_key(request, **credentials)
        keys = {_HERE: self._get_login_attempts_cache_key(request, **credentials), _ANYWHERE: account}
        self._login_failed_rl_usage = ratelimit.RateLimitUsage(usage=[])
        for action, key in keys.items():
            usage = ratelimit.consume(request, app=_APP, action=action, key=key)
            if usage is None:
                self._rollback_login_failed_rl_usage()
                raise ValidationError(_too_many(request, action, key))
            self._login_failed_rl_usage.usage.extend(usage.usage)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Account and address, so that nobody elsewhere can shut somebody out."""
        account: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{account}|{ratelimit.get_ip(request)}"


def _too_many(request: HttpRequest, action: str, key: str) -> str:
    """The same for accounts there are and there are not."""
    waits = [_free_at(request, action, key, rate) for rate in ratelimit.get_rates(app=_APP, action=action)]
    at = max((each for each in waits if each), default=timezone.now() + timedelta(minutes=1))
    minutes = max(1, math.ceil((at - timezone.now()).total_seconds() / 60))
    # A minute is said whole: whoever waits for it is heard.
    moment = timezone.localtime(timezone.now() + timedelta(minutes=minutes))
    return _(
        "Đăng nhập sai quá nhiều lần. Hãy thử lại sau {minutes} phút (từ {time}). "
        "Nếu quên mật khẩu, hãy bấm “Quên mật khẩu” để đặt lại."
    ).format(minutes=minutes, time=f"{moment:%H:%M}")


def _free_at(request: HttpRequest, action: str, key: str, rate: ratelimit.Rate) -> datetime | None:
    """When the oldest of the tries that fill a rate is forgotten; None where there is room."""
    tries = cache.get(ratelimit.get_cache_key(request, app=_APP, action=action, rate=rate, key=key), [])
    if len(tries) < rate.amount:
        return None
    return datetime.fromtimestamp(tries[-1] + rate.duration, UTC)
