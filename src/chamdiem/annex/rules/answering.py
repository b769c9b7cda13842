"""Whether a rule leaves open what a denominator of zero gives."""

from __future__ import annotations

import re
from collections.abc import Mapping

from chamdiem.annex.rules.empties import policies_of

_FRACTION = re.compile(r"([a-z]\d?) / ([a-z]\d?)")


def is_answered(rule: object) -> bool:
    """Whether the text says what no denominator gives: all points, or a case in front that zeros meet."""
    if set(policies_of(rule)) == {"full"}:
        # The reader chooses that for nobody: the text gives it.
        return True
    if (
        not isinstance(rule, Mapping)
        or rule.get("kind") != "gate"
        or rule.get("then") not in ("full", "none")
    ):
        return False
    ratio = rule.get("else")
    fraction = _FRACTION.fullmatch(str(ratio.get("value", ""))) if isinstance(ratio, Mapping) else None
    if fraction is None:
        return False
    above, below = fraction.groups()
    return str(rule.get("when")) in (
        f"{below} = 0",
        f"{below} <= 0",
        f"{above} >= {below}",
        f"{below} <= {above}",
    )
