"""A choice of thousands in a form, written in one go: a template for each option takes half a second."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class LongSelect(forms.Select):
    """A select of one value, without groups."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The element with all its options."""
        del renderer  # nothing is left to a template
        chosen = set(self.format_value(value))
        options = format_html_join(
            "",
            "<option{}>{}</option>",
            ((flatatt(_facts(key, chosen)), label) for key, label in self.choices),
        )
        return format_html(
            "<select{}>{}</select>", flatatt({**self.build_attrs(self.attrs, attrs), "name": name}), options
        )


def _facts(key: Any, chosen: set[str]) -> dict[str, Any]:
    return {"value": key, "selected": str(key) in chosen}
