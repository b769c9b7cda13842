"""Rows of several parts: "Có kế hoạch: 4 điểm; tỷ lệ hoàn thành x 6 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text, exact_number
from chamdiem.annex.rules.bands import read_band
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.denying import denies_any, note_denials
from chamdiem.annex.rules.formulas import (
    Formula,
    NoFormulaError,
    formula_text,
    read_formula,
)
from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.ratios import Rule, divides
from chamdiem.annex.rules.statements import Award, Cap, Each, Share, Shares
from chamdiem.annex.rules.words import tokens_of

_NUMBER = r"(?P<points>\d+(?:,\d+)?)"
_RATIO = r"(?P<ratio>t[ỷỉ] lệ\b[^;:=+×*/\d()]*?)"
_TIMES = r"\s*(?:[x×*]|nhân(?: với)?)\s*"
_LEAD = r"^(?:(?P<lead>[^:;=\d]{3,90}):\s*)?(?:điểm\s*=\s*)?"
_PATTERNS = (
    re.compile(rf"{_LEAD}{_NUMBER}\s*(?:điểm|đ)?{_TIMES}{_RATIO}$", re.IGNORECASE),
    re.compile(rf"{_LEAD}{_RATIO}{_TIMES}{_NUMBER}\s*(?:điểm|đ)?$", re.IGNORECASE),
)
_FORMULA = re.compile(
    rf"^(?:điểm\s*=\s*)?(?P<formula>[^;:=]+?){_TIMES}{_NUMBER}\s*(?:điểm|đ)$", re.IGNORECASE
)
_TURNED = re.compile(
    r"\b(?:nghịch|ngược|giảm|càng|nhưng|và|hoặc|nếu|nhất|trừ|còn lại|không quá|tối đa|x)\b", re.IGNORECASE
)
_BARE = re.compile(r"t[ỷỉ] lệ(?: %| đạt| đạt được| thực hiện)?", re.IGNORECASE)
_CALLED = re.compile(r"^t[ỷỉ] lệ\s*%?\s*", re.IGNORECASE)


def read_shares(clause: Clause, body: str, known: Sequence[str], maximum: Fraction) -> Shares | None:
    """As in "tỷ lệ hoàn thành x 6 điểm", "5 điểm x tỷ lệ xã đạt + 5 điểm x tỷ lệ thôn đạt": less than the maximum each."""
    shares = [_share(each.strip(" .,"), known) for each in re.split(r"\s\+\s", body)]
    if any(each is None or not 0 < each.points < maximum for each in shares):
        return None
    return Shares(clause, tuple(each for each in shares if each is not None))


def _share(text: str, known: Sequence[str]) -> Share | None:
    for pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None or _TURNED.search(match["ratio"]):
            continue
        named = (match["lead"] or "") if _BARE.fullmatch(match["ratio"].strip()) else match["ratio"]
        if (band := read_band(tokens_of(named))) is not None and band.is_rest:
            # "Còn lại: tỷ lệ x 5 điểm" is what the levels above leave, and no part of its own.
            return None
        return Share(exact_number(match["points"]), _CALLED.sub("", named.strip()))
    match = _FORMULA.match(text)
    if match is None:
        return None
    try:
        formula = read_formula(tokens_of(match["formula"]), known)
    except NoFormulaError:
        return None
    return Share(exact_number(match["points"]), "", formula) if divides(formula) else None


def by_parts(material: Material) -> Rule | None:
    """Fixed points, shares of points and points for every thing that come to the maximum together."""
    shares = material.of(Shares)
    if not shares or material.points or len({each.clause.mark == "-" for each in shares}) > 1:
        # "tỷ lệ đúng hạn x 7 điểm - tỷ lệ trễ x 3 điểm": a dash that takes off is no list.
        return None
    given = [each for each in material.awards if not each.reward.is_nothing]
    nothing = [each for each in material.awards if each.reward.is_nothing]
    caps = [each for each in material.of(Cap) if each.most.of(material.maximum) == material.maximum]
    if not all(_is_fixed(each) for each in given) or not all(_is_capped(each) for each in material.eaches):
        return None
    if denies_any(nothing) or any(not lacks(each.condition) for each in nothing):
        return None
    parts = [part for each in material.statements for part in _parts_of(material, each)]
    if len(parts) < 2 or sum(Fraction(part["points"]) for part in parts) != material.maximum:
        return None
    note_denials(material, given, nothing)
    material.assume("mẫu số bằng 0: phần đó 0 điểm; văn bản không nói")
    material.use(*shares, *material.awards, *material.eaches, *caps)
    return {"kind": "sum", "parts": parts}


def _is_fixed(award: Award) -> bool:
    return award.reward.is_constant and award.band is None and not award.is_alternative


def _is_capped(each: Each) -> bool:
    return each.cap is not None and not (each.takes_off or each.is_alternative or each.is_share)


def _parts_of(material: Material, statement: object) -> list[dict[str, Any]]:
    """The parts of a sum a statement is, in printed order."""
    if isinstance(statement, Award) and not statement.reward.is_nothing:
        letter = material.figures.yes_no(statement.condition)
        points = statement.reward.of(material.maximum)
        return [{"points": amount_text(points), "rule": {"kind": "yes_no", "when": letter}}]
    if isinstance(statement, Each) and statement.cap is not None:
        part = {
            "of": material.figures.count(statement.what),
            "points_each": amount_text(statement.points.of(material.maximum)),
        }
        if statement.every != 1:
            part["every"] = amount_text(statement.every)
        points = statement.cap.of(material.maximum)
        return [{"points": amount_text(points), "rule": {"kind": "count", "parts": [part]}}]
    return [_ratio_part(material, each) for each in statement.shares] if isinstance(statement, Shares) else []


def _ratio_part(material: Material, share: Share) -> dict[str, Any]:
    value = _value(material, share)
    material.figures.use(value)
    rule = {"kind": "ratio", "value": formula_text(value), **({"if_zero": "zero"} if divides(value) else {})}
    return {"points": amount_text(share.points), "rule": rule}


def _value(material: Material, share: Share) -> Formula:
    if share.formula is not None:
        return material.figures.meaning(share.formula)
    known = material.figures.ratio(share.words.casefold())
    if known is not None:
        return known
    words = share.words or material.name
    material.assume(f"tỷ lệ “{words}” là số đạt trên tổng số; văn bản không nói cách tính")
    return material.figures.part_of(f"Số đạt: {words}", f"Tổng số: {words}")
