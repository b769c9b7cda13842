"""Checks between figures that stand on their heads: ``a >= b`` where a is a part of b."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from chamdiem.core.expression import Compare, Condition, Letter
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.proving import Proof
from chamdiem.core.lint.ratio_words import JOINED, PLANNED, core_of, head_of, single_letters, wants_much
from chamdiem.core.lint.rule_numbers import is_equal
from chamdiem.core.lint.walking import checks_of
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse

_TURNED = {"<=": ">=", ">=": "<=", "<": ">=", ">": "<="}
# "Hài lòng trở lên", "dân số quy đổi", "gồm cả …" are more than what they begin with.
_MORE = re.compile(r"\b(?:tong|tro len|quy doi|gom|ke ca|tinh ca|luy ke|cong don|toan bo)\b")


def reversed_checks(document: Document) -> Iterator[Hit]:
    """A check wants the part to be no less than the whole, by their words, or so that everybody earns all."""
    measured: dict[str, list[RatioRule | TiersRule]] = {}
    for place in document.rules:
        if isinstance(place.rule, RatioRule | TiersRule):
            measured.setdefault(place.row.key, []).append(place.rule)
    for key, criterion in document.criteria.items():
        rules = measured.get(key, [])
        for path, condition in checks_of(criterion):
            sides = _sides(condition)
            if sides is None:
                continue
            less, more = sides
            names = _names(criterion.row, document)
            part, whole = names.get(more, ""), names.get(less, "")
            is_part = _is_part(part, whole) and sides not in map(single_letters, rules)
            earning = [each for each in rules if single_letters(each) == (more, less)]
            # Where the ratio is the one that stands on its head, the check does not.
            is_whole = fold(part).startswith("tong ") or _is_part(whole, part)
            proof = document.proof(key)
            if is_part or any(
                not is_whole and _is_printed(rule, criterion.row, document) and _earns_all(rule, proof)
                for rule in earning
            ):
                facts: Facts = {
                    "condition": unparse(condition),
                    "given": _turned(condition),
                    "part": part or more,
                    "whole": whole or less,
                }
                yield Hit(row=criterion.row, detail=path, printed=unparse(condition), facts=facts)


def _sides(condition: Condition) -> tuple[str, str] | None:
    """The figure that must not be more, and the one that must not be less."""
    match condition:
        case Compare("<=" | "<", Letter(less), Letter(more)) | Compare(
            ">=" | ">", Letter(more), Letter(less)
        ):
            return less, more
        case _:
            return None


def _turned(condition: Condition) -> str:
    match condition:
        case Compare(operator, left, right):
            return f"{unparse(left)} {_TURNED[operator]} {unparse(right)}"
        case _:
            return ""


def _names(row: Row, document: Document) -> Mapping[str, str]:
    """What each letter of a row means: by its label, else by the text."""
    meanings = document.wording.calculation(row).meanings
    inputs = document.criteria[row.key].letters.inputs
    return {letter: given.label or meanings.get(letter, "") for letter, given in inputs.items()}


def _is_part(part: str, whole: str) -> bool:
    """Whether one name is the other narrowed: ``Số hộ có mạng`` of ``Tổng số hộ``."""
    narrow, wide = fold(part), fold(whole)
    if not (narrow and wide) or JOINED.search(part) or _MORE.search(narrow) or PLANNED.search(narrow):
        return False
    own, of_all = core_of(narrow), core_of(wide)
    head = head_of(wide)
    return bool(head) and own[: len(head)] == head and set(of_all) < set(own)


def _is_printed(rule: RatioRule | TiersRule, row: Row, document: Document) -> bool:
    """Whether the text divides as the rule does, or says nothing of it."""
    printed = [each.term for each in document.wording.calculation(row).formulas if each.gives == "ratio"]
    return not printed or any(is_equal(term, rule.value) for term in printed)


def _earns_all(rule: RatioRule | TiersRule, proof: Proof) -> bool:
    """Whether a rule gives everything for all that the checks allow."""
    if not wants_much(rule):
        return False
    threshold = rule.threshold if isinstance(rule, RatioRule) else max(each.threshold for each in rule.tiers)
    least = proof.floor(rule.value)
    return 0 < threshold <= 1 and least is not None and least >= threshold


CHECKS = (Check("checks.reversed", "error", "checks", reversed_checks),)
