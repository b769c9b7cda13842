"""In what money figures are entered: as the text prints it, and the same for all that are compared."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.rules.material import Material

_UNIT = re.compile(r"\b(?:tỷ|triệu|nghìn) đồng\b|(?<!\w)đồng\b", re.IGNORECASE)


def units_apart(material: Material, rule: str) -> str | None:
    """The words of two figures that are compared and printed in different money, for people; else one unit for all."""
    money = {
        letter: given
        for letter, given in material.figures.inputs.items()
        if given.get("unit", "").endswith("đồng") and re.search(rf"\b{letter}\b", rule)
    }
    printed = {
        letter: match[0].casefold()
        for letter, given in money.items()
        if (match := _UNIT.search(given["label"])) is not None
    }
    if len(money) < 2 or not printed or "/" not in rule:
        return None
    if len(set(printed.values())) > 1:
        first, other = [money[letter]["label"] for letter in printed][:2]
        return f"“{first}” và “{other}” in hai đơn vị tiền khác nhau"
    unit = next(iter(printed.values()))
    for given in (each for letter, each in money.items() if letter not in printed):
        given["unit"] = unit
        material.assume(f"“{given['label']}” nhập bằng {unit}, như số liệu được so với nó")
    return None
