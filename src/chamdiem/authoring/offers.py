"""What the form of an unread rule begins with: the lines of the printed method, for people to look at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chamdiem.annex.rules.offering import likeliest, offer_rule
from chamdiem.authoring.plain import Data
from chamdiem.web.language import Words

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORDS: Mapping[str, Words] = {
    "choice": _("Dùng {count} mức trong văn bản"),
    "tiers": _("Dùng {count} mức trong văn bản"),
    "checklist": _("Dùng {count} điều kiện trong văn bản"),
    "count": _("Dùng {count} đơn giá trong văn bản"),
    "deduct": _("Dùng {count} mức trừ trong văn bản"),
}


@dataclass(frozen=True, slots=True)
class Clear:
    """The one kind the lines of a method clearly are, and the words of the button that takes them."""

    kind: str
    words: str


def offer_for(row: Data, kind: str) -> Data | None:
    """Figures and rule for the form of one kind; None where it has a rule, or its text says nothing."""
    if not _is_unread(row):
        return None
    offer = offer_rule(kind, *_printed(row))
    return None if offer is None else {"inputs": offer.inputs, "rule": offer.rule}


def clear_offer(row: Data) -> Clear | None:
    """The kind to offer at once; None where the row has a rule, or its text can be taken in several ways."""
    kind, count = likeliest(*_printed(row)) if _is_unread(row) else ("", 0)
    return Clear(kind, gettext(str(_WORDS[kind])).format(count=count)) if kind else None


def with_typed(offer: Data, rule: Data, figures: Data, before: Data | None) -> Data:
    """An offer with what was typed into the form of another kind; figures of its own offer are not typed."""
    typed = {} if before is not None and figures == before["inputs"] else figures
    return {"inputs": {**offer["inputs"], **typed}, "rule": {**offer["rule"], **rule}}


def _is_unread(row: Data) -> bool:
    rule: Any = row.get("rule")
    is_by_hand = not rule or (isinstance(rule, dict) and rule.get("kind") == "manual")
    return is_by_hand and bool(row.get("method")) and bool(_NUMBER.fullmatch(row.get("max_points", "")))


def _printed(row: Data) -> tuple[dict[str, str], str, Fraction]:
    texts = {"method": row.get("method", ""), "note": row.get("printed_note", "")}
    return texts, row["name"], Fraction(row["max_points"])
