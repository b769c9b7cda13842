"""What the second step of signing in says, and how the audit trail learns of it."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.mfa import signals
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chamdiem.accounts import services
from chamdiem.accounts.models import User


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # carries no types
    """A wrong code is told with what to do; the other sentences are those of the library."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "Mã không đúng, đã hết hạn hoặc đã dùng. Mã đổi sau mỗi 30 giây: hãy đợi mã mới hiện trong ứng "
            "dụng rồi nhập lại. Nếu vẫn không được, đặt giờ của điện thoại ở chế độ tự động."
        ),
    }


class CodeForm(AuthenticateForm):  # type: ignore[misc]  # carries no types
    """The code at sign-in: it can be typed at once, on a phone with the keys of figures."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autofocus": True, "inputmode": "numeric"}


# Signal of the library and kind of authenticator → what is put on record; codes of the phone are no news.
_RECORDED: dict[tuple[int, str], str] = {
    (id(signals.authenticator_added), Authenticator.Type.TOTP): "turn_on",
    (id(signals.authenticator_removed), Authenticator.Type.TOTP): "turn_off",
    (id(signals.authenticator_used), Authenticator.Type.RECOVERY_CODES): "use_recovery_code",
    (id(signals.authenticator_reset), Authenticator.Type.RECOVERY_CODES): "renew_recovery_codes",
}


def put_on_record() -> None:
    """Put on record from now on what people do with their second step."""
    for signal in (
        signals.authenticator_added,
        signals.authenticator_removed,
        signals.authenticator_used,
        signals.authenticator_reset,
    ):
        signal.connect(_record, dispatch_uid="accounts.second_factor")


def _record(signal: Signal, user: User, authenticator: Authenticator, **_how: Any) -> None:
    action = _RECORDED.get((id(signal), authenticator.type))
    if action is not None:
        services.record_second_factor(person=user, action=action, now=timezone.now())
