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
_LONGEST = 160
_LINES = ("options", "tiers", "parts")
_COUNTING = ("at_least", "more_than", "at_most", "less_than", "give", "points", "points_each", "every")
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
    return None if offer is None else {"inputs": offer.inputs, "rule": _with_open_points(offer.rule)}


def clear_offer(row: Data) -> Clear | None:
    """The kind to offer at once; None where the row has a rule, or its text can be taken in several ways."""
    kind, count = likeliest(*_printed(row)) if _is_unread(row) else ("", 0)
    return Clear(kind, gettext(str(_WORDS[kind])).format(count=count)) if kind else None


def left_by_offer(row: Data, rule: Any) -> list[Data] | None:
    """Warnings of the words left out by a rule the text offered; None for a rule of another make."""
    kind = rule.get("kind", "") if isinstance(rule, dict) else ""
    offer = offer_rule(kind, *_printed(row)) if kind in _WORDS and _is_unread(row) else None
    if offer is None or not _is_taken(offer.rule, rule):
        return None
    return [{"code": "rule.unread", "facts": {"text": each[:_LONGEST]}} for each in offer.left]


def _with_open_points(rule: Data) -> Data:
    """Lines whose points the text does not say, with nothing in their place: not with all points."""
    if rule.get("kind") not in ("choice", "checklist", "tiers"):
        return rule
    key = next(each for each in _LINES if each in rule)
    lines = rule[key]
    if isinstance(lines, dict):
        return {**rule, key: {code: _opened(line) for code, line in lines.items()}}
    return {**rule, key: [_opened(line) for line in lines]}


def _opened(line: Data) -> Data:
    return line if "give" in line or "points" in line else {**line, "give": ""}


def _is_taken(offered: Data, rule: Data) -> bool:
    """Whether the lines of an offer are those of a rule, whatever they are called."""
    own, other = _values(offered), _values(rule)
    return len(own) == len(other) and all(
        one.items() <= two.items() for one, two in zip(own, other, strict=True)
    )


def _values(rule: Data) -> list[Data]:
    found: Any = next((rule[each] for each in _LINES if each in rule), [])
    lines = list(found.values()) if isinstance(found, dict) else found
    return [{key: value for key, value in line.items() if key in _COUNTING} for line in lines]


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
