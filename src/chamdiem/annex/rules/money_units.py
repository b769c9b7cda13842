"""In what money figures are entered: as the text prints it, and the same for all that are compared."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.rules.currency import unit_printed
from chamdiem.annex.rules.labels import IS_MONEY
from chamdiem.annex.rules.material import Material

_BARE = re.compile(r"(?<!\w)(?<!hội )(?<!hợp )(?<!cộng )đồng\b(?! bộ)", re.IGNORECASE)
# Letters in one calculation: "a / b", "a >= b", "a - b".
_COMPARED = re.compile(r"/|\b[a-z]\d?\)* (?:[-+]|[<>]=?) \(*[a-z]\d?\b")


def units_apart(material: Material, rule: str) -> str | None:
    """The words of two figures that are compared and printed in different money, for people; else one unit for all."""
    money = {
        letter: given
        for letter, given in material.figures.inputs.items()
        if (given.get("unit", "").endswith("đồng") or _may_be_money(given))
        and re.search(rf"\b{letter}\b", rule)
    }
    printed = {
        letter: unit
        for letter, given in money.items()
        if (unit := unit_printed(given["label"]) or ("đồng" if _BARE.search(given["label"]) else ""))
    }
    if len(money) < 2 or not printed or not _COMPARED.search(rule):
        return None
    if len(set(printed.values())) > 1:
        first, other = [money[letter]["label"] for letter in printed][:2]
        return f"“{first}” và “{other}” in hai đơn vị tiền khác nhau"
    unit = next(iter(printed.values()))
    for given in (each for letter, each in money.items() if letter not in printed):
        given |= {"type": "decimal", "unit": unit, "decimals": "3"}
        material.assume(f"“{given['label']}” nhập bằng {unit}, như số liệu được so với nó")
    return None


def _may_be_money(given: dict[str, str]) -> bool:
    """Whether a number without a unit is money beside other money: "tổng số nợ"."""
    return (
        not given.get("unit")
        and given.get("type", "") in ("", "decimal")
        and bool(IS_MONEY.match(given["label"]))
    )
