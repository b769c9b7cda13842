"""A choice of thousands is the same element as Django's own, and escapes what people typed."""

from __future__ import annotations

import re

from django import forms

from chamdiem.web.choosing import LongSelect

CHOICES = [("", "Tất cả đơn vị"), (1, "Xã An Lạc"), (2, "Xã <b>Bình</b> & Sơn")]


def _drawn(widget: type[forms.Select], value: object) -> list[str]:
    drawn = widget(attrs={"class": "form-select"}, choices=CHOICES).render("body", value, {"id": "id_body"})
    return sorted(re.findall(r"<[^>]+>|[^<>]+", re.sub(r">\s+<", "><", str(drawn).strip())))


def test_it_draws_what_django_draws() -> None:
    for value in (None, "", 2, "1"):
        ours, theirs = _drawn(LongSelect, value), _drawn(forms.Select, value)
        words = [sorted(re.findall(r'[\w-]+(?:="[^"]*")?', " ".join(each))) for each in (ours, theirs)]
        assert words[0] == words[1]


def test_what_people_typed_is_no_markup() -> None:
    assert "<b>" not in "".join(_drawn(LongSelect, None))
