"""What stands in a page of HTML and no browser shows: ``hidden``, ``display: none``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NOT_SHOWN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b",
    re.IGNORECASE,
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# Tags that end where the next of these begins, though nothing closes them.
_ENDED_BY = {
    "td": ("td", "th", "tr", "tbody", "tfoot"),
    "th": ("td", "th", "tr", "tbody", "tfoot"),
    "tr": ("tr", "tbody", "tfoot"),
    "thead": ("tbody", "tfoot"),
    "tbody": ("tbody", "tfoot"),
    "li": ("li",),
    "p": ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"),
}
_HOLDERS = frozenset(("table", "ul", "ol"))


def is_concealed(attributes: Mapping[str, str | None]) -> bool:
    """Whether attributes keep an element from being shown."""
    return "hidden" in attributes or bool(_NOT_SHOWN.search(attributes.get("style") or ""))


@dataclass(slots=True)
class Concealing:
    """The tags that are open since a concealed one began; none while the page is shown."""

    tags: list[str] = field(default_factory=list)

    def begins(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Take an opening tag; whether it belongs to what is not shown."""
        is_inside = not _HOLDERS.isdisjoint(self.tags[1:])
        if self.tags and not is_inside and tag in _ENDED_BY.get(self.tags[0], ()):
            self.tags.clear()
        if not self.tags and not is_concealed(attributes):
            return False
        if tag not in _VOID:
            self.tags.append(tag)
        return True

    def ends(self, tag: str) -> bool:
        """Take a closing tag; whether it belongs to what is not shown."""
        if not self.tags:
            return False
        if tag in self.tags:
            del self.tags[len(self.tags) - 1 - self.tags[::-1].index(tag) :]
            return True
        # What holds the concealed element ends, and the element with it.
        is_outside = tag in ("table", "tbody", "thead", "tr", "ul", "ol", "body")
        if is_outside:
            self.tags.clear()
        return not is_outside
