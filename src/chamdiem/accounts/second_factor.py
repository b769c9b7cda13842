"""What the second step of signing in says."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from django.utils.translation import gettext_lazy as _


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # carries no types
    """A wrong code is told with what to do; the other sentences are those of the library."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "Mã không đúng, đã hết hạn hoặc đã dùng. Mã đổi sau mỗi 30 giây: hãy đợi mã mới hiện trong ứng "
            "dụng rồi nhập lại. Nếu vẫn không được, đặt giờ của điện thoại ở chế độ tự động, hoặc dùng một "
            "mã dự phòng."
        ),
    }


class CodeForm(AuthenticateForm):  # type: ignore[misc]  # carries no types
    """The code at sign-in: it can be typed at once, on a phone with the keys of figures."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autofocus": True, "inputmode": "numeric"}
