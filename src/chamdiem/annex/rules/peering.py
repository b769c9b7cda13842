"""Points compared with others: the share of the highest, or between the lowest and the highest."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from typing import Any

from chamdiem.annex.rules.formulas import Formula, Name, formula_text
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award, Definition, Peers

SHARE = re.compile(r"t[ỷỉ] lệ\b", re.IGNORECASE)
_OF_THE_BEST = re.compile(r"nhất\b|\b(?:đứng|dẫn) đầu\b")
_SPREAD = re.compile(
    r"(?:/|\b(?:tính |bình quân )?trên) ?(?:(?:một |1 )?vạn |1\.000 |10\.000 |100 |một nghìn )(?:dân|người dân|người|hộ dân|hộ)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?:các )?[^\W\d_]+(?: [^\W\d_]+){0,3} (?:khác|còn lại)\b", re.IGNORECASE)


def by_peers(material: Material) -> Rule | None:
    """Compared with the highest, or between the lowest and the highest."""
    peers = material.of(Peers)
    # The highest and the others may be told in a clause each.
    nothing = [each for each in material.awards if each.reward.is_nothing and _is_zero(each)]
    is_one = len(peers) == 1 or (len(peers) == 2 and _OTHERS.match(peers[1].clause.text))
    if (
        not is_one
        or len({each.method for each in peers}) != 1
        or material.eaches
        or any(not each.reward.is_full for each in material.awards if each not in nothing)
    ):
        return None
    material.use(*peers, *nothing, *(each for each in material.awards if _OF_THE_BEST.search(each.condition)))
    material.assume("điểm so với số liệu của các đơn vị khác, chỉ chốt khi đủ số liệu")
    own = peers[0].own or _only_letter(material)
    ratio = material.figures.ratio() if own is None else material.figures.meaning(own)
    if (
        ratio is None
        and not material.figures.has_ratio
        and SHARE.match(peers[0].figure or peers[0].clause.text)
    ):
        ratio = material.figures.assumed_ratio()
    if ratio is None and material.figures.has_ratio:
        # Several ratios: which is compared is not known.
        return None
    value: Formula | None = ratio if ratio is not None and material.figures.use(ratio) else None
    if value is None and own is not None:
        return None
    text = (
        formula_text(value) if value is not None else material.figures.count(_called(peers[0], material.name))
    )
    rule: dict[str, Any] = {"kind": "peer", "value": text, "method": peers[0].method}
    if peers[0].better == "low":
        rule["better"] = "low"
    if value is not None and "/" in text:
        rule["if_zero"] = "not_applicable"
    return rule


def _called(peers: Peers, name: str) -> str:
    """What is compared, spread over as many people as the text says: "số doanh nghiệp trên 1.000 dân"."""
    called = peers.figure or name
    spread = _SPREAD.search(peers.clause.text)
    return f"{called} {spread[0]}" if spread and not _SPREAD.search(called) else called


def _is_zero(award: Award) -> bool:
    """As in "Tỷ lệ cao nhất = 0: 0 điểm": what nothing among nothing gives anyway."""
    return award.band is not None and award.band.is_exact and award.band.high == 0


def _only_letter(material: Material) -> Formula | None:
    """The one figure that the text gives a letter, where it says no ratio."""
    letters = [each.letter for each in material.of(Definition)]
    return Name(letters[0]) if len(letters) == 1 and not material.figures.has_ratio else None
