"""Ratios that stand on their heads, by the words of what they divide."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse

_GENERAL = frozenset(
    {"tong", "so", "luong", "cac", "cua", "tren", "dia", "ban", "trong", "nam", "ky", "toan", "co"}
)
# A total of what was done is still a total.
_DONE = frozenset(("da", "duoc"))
# What was to be done is divided by, however many more words it takes to say so.
_PLANNED = ("ke hoach", "chi tieu", "muc tieu", "duoc giao", "phai", "can", "dang ky", "du kien", "quy dinh")
# Everything of a kind, and the ways in which a part of it is better than the rest.
_ALL = ("tong so", "phat hanh", "ban hanh", "tiep nhan")
_FINISHED = ("giai quyet", "xu ly", "hoan thanh")
_IN_TIME = ("dung han", "truoc han", "dung thoi han", "som han")
_BETTER = (*_IN_TIME, "ky so", "truc tuyen", "dien tu", "toan trinh", "so hoa")
# Words that begin a label without saying what is counted.
_COUNTED = ("tong so luong ", "tong so ", "so luong ", "tong ", "so ", "cac ")


def reversed_ratios(document: Document) -> Iterator[Hit]:
    """A ratio divides the whole by the part, by the words of its own letters."""
    for place in document.rules:
        rule = place.rule
        if not (isinstance(rule, RatioRule | TiersRule) and _wants_much(rule)):
            continue
        letters = _single_letters(rule)
        if letters is None:
            continue
        meanings = document.wording.calculation(place.row).meanings
        inputs = document.criteria[place.row.key].letters.inputs
        part, whole = (meanings.get(letter) or inputs[letter].label for letter in letters)
        name = fold(place.row.correct_name)
        if not (part and whole):
            continue
        words = fold(part), fold(whole), name
        if _is_named_reversed(*words) or (
            _is_reversed(*words) and isinstance(rule, RatioRule) and not _is_checked(place, rule, document)
        ):
            facts: Facts = {"term": unparse(rule.value), "above": part, "below": whole}
            yield Hit(row=place.row, detail=place.path, printed=part, computed=whole, facts=facts)


def _wants_much(rule: RatioRule | TiersRule) -> bool:
    if isinstance(rule, RatioRule):
        return rule.better == "high"
    return all(tier.side in ("at_least", "more_than") for tier in rule.tiers)


def _is_checked(place: RuleAt, rule: RatioRule, document: Document) -> bool:
    """Whether the checks of the row prove that the figure above is the part."""
    most = document.ceiling(place, rule.value)
    return most is not None and most <= 1


def _single_letters(rule: RatioRule | TiersRule) -> tuple[str, str] | None:
    """The letters above and below, where only one stands in each place."""
    quotient = quotient_of(rule.value)
    above, below = set(quotient.numerator), set(quotient.denominator)
    if len(above) == len(below) == 1 and len(min(above)) == len(min(below)) == 1:
        return min(above)[0], min(below)[0]
    return None


def _is_reversed(above: str, below: str, name: str) -> bool:
    """Whether the words above the line are the more general ones."""
    if below.startswith("tong ") or _says(below, _PLANNED):
        return False
    more, fewer = set(below.split()) - _GENERAL, set(above.split()) - _GENERAL
    if fewer < more or _is_all_of(above, below):
        return True
    return above.startswith("tong ") and (fewer - _DONE <= more or _is_named(more, fewer, name))


def _is_named_reversed(above: str, below: str, name: str) -> bool:
    """Whether the total stands above what the row is about: no check between the two can mend that.

    ``Tổng số máy tính`` / ``Số máy tính đã cài`` in a row ``Tỷ lệ máy tính đã cài phần mềm``.
    """
    if not (above.startswith("tong so ") and below.startswith("so ")) or _says(below, _PLANNED):
        return False
    more, fewer = set(below.split()) - _GENERAL, set(above.split()) - _GENERAL
    own = more - fewer - _DONE
    is_part = fewer - _DONE < more and _head(above) == _head(below)
    return is_part and bool(own) and name.startswith(("ty le ", "ti le ")) and own <= set(name.split())


def _is_all_of(above: str, below: str) -> bool:
    """Whether one counts all there are, and the other those of them that are better: documents signed."""
    if _head(above) != _head(below) or _says(above, _BETTER):
        return False
    is_late_part = _says(above, _FINISHED) and _says(below, _IN_TIME)
    return is_late_part or (_says(above, _ALL) and not _says(above, _FINISHED) and _says(below, _BETTER))


def _head(label: str) -> list[str]:
    """What is counted: ``ho so`` of ``tong so ho so da giai quyet``."""
    for words in _COUNTED:
        label = label.removeprefix(words)
    return label.split()[:2]


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {phrase} " in f" {text} " for phrase in phrases)


def _is_named(below: set[str], above: set[str], name: str) -> bool:
    """Whether the name is about what only the words below the line say of things both count."""
    about = set(name.split()) - _GENERAL
    return bool(below & above) and bool((below - above) & about) and not (above - below) & about


CHECKS = (Check("ratio.reversed", "error", "rule and text", reversed_ratios),)
