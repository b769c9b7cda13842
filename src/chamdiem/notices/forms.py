"""How a person wants her letters, as a form."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.notices.models import Choice


class ChoiceForm(forms.Form):
    """One choice."""

    mail = forms.ChoiceField(
        label=_("Thư điện tử"),
        choices=Choice.Mail.choices,
        help_text=_("Trên hệ thống, thông báo luôn hiện ở trang này."),
    )
