"""Levels whose edge is another figure: "Nếu a = 0: …; nếu 0 < a < b: …; nếu a ≥ b: …"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from chamdiem.annex.rules.comparisons import Level, level_of
from chamdiem.annex.rules.formulas import Name, Operation, formula_text, without_maximum
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import Definition

# What the figures of all bodies come to together: whoever collects them makes it known.
_AVERAGE = re.compile(
    r"\b(?:bình quân|trung bình) (?:chung )?(?:của )?(?:toàn |cả |các )?(?:tỉnh|huyện|xã|nước|khối|đơn vị|địa phương|bộ|sở)\b",
    re.IGNORECASE,
)
_IS_AVERAGE = re.compile(r"\b(?:bình quân|trung bình)\b", re.IGNORECASE)
# Figures on which conditions are tried: around each other, and nothing.
_TRIED = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100)


def by_edges(material: Material) -> Rule | None:
    """Levels of one figure that end where another one lies."""
    letters = [each.letter for each in material.of(Definition) if each.constant is None]
    if len(letters) != 2 or material.eaches or material.points:
        return None
    if len({material.figures.is_percent(letter) for letter in letters}) > 1:
        # A percentage is not compared with a number of things.
        return None
    levels = [level_of(each, letters) for each in material.awards]
    found = [each for each in levels if each is not None]
    if (
        len(found) < 2
        or len(found) != len(levels)
        or not any(_is_between(each) or each.award.reward.kind == "formula" for each in found)
    ):
        return None
    # A case of its own goes before levels that hold it too.
    ordered = sorted(found, key=lambda each: (not each.tests, not each.is_of_a_number))
    if not _are_apart(material, ordered, letters) and not _goes_down(material, found, letters):
        return None
    rule = _chain(material, ordered)
    if rule is None or not all(material.figures.use(Name(letter)) for letter in letters):
        return None
    material.use(*material.awards)
    _tell(material, ordered, letters)
    return rule


def _is_between(level: Level) -> bool:
    """Whether it compares one figure with the other."""
    return any(one.letter and other.letter and one.letter != other.letter for one, _, other in level.tests)


def _values(material: Material, letters: Sequence[str]) -> Iterator[dict[str, int]]:
    """Figures to try: no part is more than its whole."""
    wholes = [each for each in letters if material.figures.labels[each].casefold().startswith("tổng")]
    for pair in product(_TRIED, repeat=len(letters)):
        values = dict(zip(letters, pair, strict=True))
        if len(wholes) != 1 or max(pair) == values[wholes[0]]:
            yield values


def _are_apart(material: Material, levels: Sequence[Level], letters: Sequence[str]) -> bool:
    """Whether any figures have one level: only a case of its own and the rest may hold with another."""
    for values in _values(material, letters):
        held = [each for each in levels if each.tests and each.holds(values)]
        if not held and levels[-1].tests:
            return False
        if len([each for each in held if not each.is_of_a_number]) > 1:
            return False
        if len([each for each in held if each.is_of_a_number]) > 1:
            return False
    return True


def _goes_down(material: Material, levels: Sequence[Level], letters: Sequence[str]) -> bool:
    """As in "a ≥ b: 20 điểm; a ≥ 80% b: 15 điểm; a < 80% b: 0 điểm": the first that holds gives the most."""
    if not all(each.award.reward.is_constant for each in levels):
        return False
    given = [each.award.reward.of(material.maximum) for each in levels]
    held = [[each for each in levels if each.holds(values)] for values in _values(material, letters)]
    sides = [{sign[0] for each in some for _, sign, _ in each.tests} for some in held]
    if any(one <= other for one, other in pairwise(given)) or any(len(each) != 1 for each in sides):
        return False
    material.assume("mức in trước được xét trước")
    return True


def _chain(material: Material, levels: Sequence[Level]) -> Rule | None:
    """One level after the other, the last for what is left."""
    first, rest = levels[0], levels[1:]
    given = _given(material, first.award.reward, first.when)
    if not rest:
        return given
    others = _chain(material, rest)
    if others == "none" and isinstance(given, dict) and given["kind"] == "checklist":
        return given
    return (
        None
        if given is None or others is None
        else {"kind": "gate", "when": first.when, "then": given, "else": others}
    )


def _given(material: Material, reward: Reward, when: str) -> Rule | None:
    if reward.is_nothing:
        return "none"
    if reward.is_constant:
        data = reward.data(material.maximum)
        if data == {"give": "full"}:
            return "full"
        return {"kind": "checklist", "parts": [{"when": when, **data}]} if when else None
    share = without_maximum(reward.formula) if reward.formula is not None else None
    value = None if share is None else material.figures.meaning(share)
    if not (isinstance(value, Operation) and value.sign == "/"):
        return None
    if not (isinstance(value.left, Name) and isinstance(value.right, Name)):
        return None
    return {"kind": "ratio", "value": formula_text(value), "if_zero": "zero"}


def _tell(material: Material, levels: Sequence[Level], letters: Sequence[str]) -> None:
    for each in levels:
        others = [other for other in levels if other.tests and other is not each]
        if each.is_of_a_number and any(
            each.holds(values) and other.holds(values)
            for other in others
            for values in _values(material, letters)
        ):
            material.assume(f"“{each.award.condition}” được xét trước các mức khác")
    for letter in letters:
        if _IS_AVERAGE.search(material.figures.labels[letter]):
            material.figures.inputs[letter] |= {"type": "decimal", "decimals": "2"}
        if _AVERAGE.search(label := material.figures.labels[letter]):
            material.published.add(label)
            material.assume(f"“{label}” là số liệu chung, do đơn vị tổng hợp công bố")
