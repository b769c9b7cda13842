"""What was typed into a form that was refused: on the page of the refusal, to be mended and sent again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.web.language import Words

# What people type into the small forms of acts: name → (label, whether it has several lines).
_TYPED: Mapping[str, tuple[Words, bool]] = {
    "points": (_("Điểm"), False),
    "reason": (_("Lý do"), True),
    "text": (_("Nội dung"), True),
    "value": (_("Nội dung"), True),
    "note": (_("Ghi chú"), True),
    "until": (pgettext_lazy("hạn", "Đến hết ngày"), False),
}
_FIGURE = "figure:"
# What such forms carry along unseen.
_CARRIED = frozenset({"action", "code", "criterion", "entry", "seen", "stance", "verdict", "version"})
_TOKEN = "csrfmiddlewaretoken"


@dataclass(frozen=True, slots=True)
class Typed:
    """One field as it was typed."""

    name: str
    label: Words
    value: str
    is_long: bool


@dataclass(frozen=True, slots=True)
class SentAgain:
    """A form with what was typed, and what goes along (name → value)."""

    fields: tuple[Typed, ...]
    carried: Mapping[str, str]


def typed_in(request: HttpRequest, facts: Mapping[str, str]) -> SentAgain | None:
    """What was typed into a small form, if it is one of which every field is known; else nothing.

    Where somebody else wrote meanwhile, ``facts`` name her version: sent again it is the one that was seen.
    """
    if request.method != "POST" or request.FILES:
        return None
    sent = {name: values for name, values in request.POST.lists() if name != _TOKEN}
    known = all(
        len(values) == 1 and (name in _TYPED or name in _CARRIED or name.startswith(_FIGURE))
        for name, values in sent.items()
    )
    fields = tuple(_typed(name, str(values[0])) for name, values in sent.items() if name not in _CARRIED)
    if not known or not fields:
        return None
    carried = {name: str(values[0]) for name, values in sent.items() if name in _CARRIED}
    if "version" in carried and "version" in facts:
        carried["version"] = facts["version"]
    return SentAgain(fields, carried)


def _typed(name: str, value: str) -> Typed:
    if name in _TYPED:
        return Typed(name, _TYPED[name][0], value, is_long=_TYPED[name][1])
    return Typed(name, _("Số liệu {key}").format(key=name.removeprefix(_FIGURE)), value, is_long=False)
