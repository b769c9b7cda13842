"""What a form of these pages says."""

from __future__ import annotations

from typing import Any

from django.forms import Form

from chamdiem.errors import Incomplete


def said(form: Form) -> dict[str, Any]:
    """What a form of the right shape says."""
    if not form.is_valid():
        raise Incomplete("appraisal.form_broken")
    return form.cleaned_data
