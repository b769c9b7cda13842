"""What a page of the wizard carries: what it showed, so that saving it undoes nothing somebody else saved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from chamdiem.campaigns.meanwhile import State, list_kept, read_state, seen_again, state_of


def seen_in(request: HttpRequest) -> dict[str, str]:
    """What the page showed that was sent."""
    return read_state(request.POST.get("seen", ""))


def written(state: State) -> str:
    """A state as a hidden field holds it."""
    return json.dumps(state, ensure_ascii=False)


def carried(request: HttpRequest, refused: State, stands: Mapping[str, Any]) -> str:
    """What the page carries: what stands now, or, where it comes back, what it carried and was told since.

    ``refused`` is what a use case refused as it was typed; nothing where no use case was asked.
    """
    if request.method != "POST":
        return written(state_of(stands))
    return written(seen_again(seen_in(request), refused, state_of(stands)))


def tell_kept(request: HttpRequest, form: forms.Form, stands: Mapping[str, Any]) -> None:
    """Name the fields that stay as somebody else saved them while the page was open."""
    kept = list_kept(seen_in(request), state_of(form.cleaned_data), state_of(stands))
    if kept:
        named = ", ".join(f"“{form.fields[name].label}”" for name in kept)
        messages.info(
            request,
            _("Giữ nguyên như người khác đã lưu trong lúc trang này mở: {fields}.").format(fields=named),
        )
