"""Ways of comparing organisations: the one the text prints against the one the rule has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.rules.peer import PeerRule

# "Tỷ lệ của huyện với huyện chi cao nhất": a share of the highest, whatever the text calls it.
_SHARE = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|so)\b[^.;\n]{0,60}?\b(?:với|trên|so)\b[^.;\n]{0,40}?\b(?:cao|lớn|nhiều)\s+nhất\b",
    re.IGNORECASE,
)
_MIN_MAX = re.compile(r"\bmin\s*[-–/]\s*max\b", re.IGNORECASE)


def other_comparison(document: Document) -> Iterator[Hit]:
    """The text compares organisations in another way than the rule does."""
    for place in document.rules:
        rule = place.rule
        if not isinstance(rule, PeerRule):
            continue
        text = document.wording.method(place.row)
        share, min_max = _SHARE.search(text), _MIN_MAX.search(text)
        found = share if rule.method == "min_max" else None
        if rule.method == "share_of_max" and min_max and not share:
            found = min_max
        if found:
            facts: Facts = {"text": found.group(), "method": Word(rule.method)}
            yield Hit(
                row=place.row, detail=place.path, printed=found.group(), computed=rule.method, facts=facts
            )


CHECKS = (Check("method.other_comparison", "warning", "rule and text", other_comparison),)
