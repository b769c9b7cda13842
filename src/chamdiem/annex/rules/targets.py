"""What was reached over a target that the text does not print: "không đạt chỉ tiêu: theo tỷ lệ đạt được"."""

from __future__ import annotations

import re

from chamdiem.annex.rules.formulas import Formula
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.statements import Award

_TARGET = re.compile(r"\b(?:chỉ tiêu|mục tiêu)\b|\bkế hoạch (?:được )?(?:giao|đề ra)\b", re.IGNORECASE)
_PART_OF_IT = re.compile(
    r"\d\s*%\s*(?:so với |của )?(?:chỉ tiêu|mục tiêu|kế hoạch)(?: (?:được )?giao)?(?=\s*$|\s+trở lên)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"t[ỷỉ] lệ\b", re.IGNORECASE)


def is_of_a_target(award: Award) -> bool:
    """Whether a condition speaks of a target."""
    return bool(_TARGET.search(award.condition))


def is_part_of_a_target(award: Award) -> bool:
    """Whether a threshold is a percentage of a target: "đạt 80% kế hoạch trở lên"."""
    return bool(_PART_OF_IT.search(award.condition))


def ratio_to_the_target(material: Material) -> Formula:
    """What was reached over the target, which is asked: a percentage where the row is called a ratio."""
    what = "Tỷ lệ" if _SHARE.match(material.name) else "Số"
    above, below = (f"{what} {words}: {material.name}" for words in ("đạt được", "được giao"))
    formula = material.figures.part_of(above, below)
    material.figures.meanings["tỷ lệ"] = formula
    material.assume("tỷ lệ đạt được là kết quả chia cho chỉ tiêu được giao; văn bản không in con số chỉ tiêu")
    return formula
