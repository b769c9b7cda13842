"""What rows are for: scored, bonus, deduction, condition without points, general information."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.amounts import is_taken_off
from chamdiem.annex.rows import Annex, AnnexRow
from chamdiem.annex.table import Table
from chamdiem.core.lint.characters import as_it_looks

_ROLES = (
    (
        "bonus",
        re.compile(r"\bđiểm (?:thưởng|cộng)\b|\bcộng(?:,| và| hoặc|/)? ?(?:trừ )?điểm\b", re.IGNORECASE),
    ),
    (
        "deduction",
        re.compile(
            r"\bđiểm (?:trừ|phạt)\b|\btrừ điểm\b|\b(?:điểm )?cộng(?:,| và| hoặc|/)? ?(?:điểm )?trừ\b",
            re.IGNORECASE,
        ),
    ),
    (
        "condition",
        re.compile(r"\b(?:điều kiện (?:tiên quyết|bắt buộc|cần)|không tính điểm)\b", re.IGNORECASE),
    ),
)
# Names of conditions, and what is printed where others print points or a calculation.
_CONDITIONS = re.compile(
    r"^(?:các |nhóm )?(?:tiêu chí )?điều kiện\b|\btiêu chí (?:điều kiện|bắt buộc|tiên quyết|liệt)\b",
    re.IGNORECASE,
)
_MET_OR_NOT = re.compile(
    r"(?:đạt|có|đáp ứng)\s*(?:/|hoặc|hay|,|;|-)\s*(?:không|chưa)(?: đạt| có| đáp ứng)?|(?:điều kiện )?bắt buộc"
    r"|điều kiện(?: (?:cần|tiên quyết))?|tiên quyết|không (?:tính|chấm) điểm",
    re.IGNORECASE,
)
# "Có sai phạm: trừ 10 điểm"; a dash in front of a figure only opens a line.
_TAKEN_OFF = re.compile(r"(?:bị )?trừ\b", re.IGNORECASE)
_TAKES, _ADDS = re.compile(r"\btrừ\b", re.IGNORECASE), re.compile(r"\bcộng\b", re.IGNORECASE)
INFORMATION = re.compile(
    r"^(?:các )?thông tin (?:chung|cơ bản)|^thông tin về (?:đơn vị|cơ quan)", re.IGNORECASE
)

_LONGEST_PRINTED = 60


def set_roles(annex: Annex, tables: Sequence[Table]) -> None:
    """Give every row its role; one that was guessed from a name is warned of."""
    information = {table.number for table in tables if table.is_information}
    for place, row in enumerate(annex.rows):
        parent = annex.rows[row.parent] if row.parent is not None else None
        if parent is not None and parent.role != "scored":
            row.role = "deduction" if parent.role == "bonus" and _takes_off(annex, row) else parent.role
        elif row.table in information or (INFORMATION.match(row.name) and row.max_points is None):
            row.role = "information"
        else:
            row.role = next((role for role, words in _ROLES if words.search(as_it_looks(row.name))), "scored")
            if row.role == "condition" and row.max_points is None and _has_points_below(annex, place):
                row.role = "scored"
            if row.role == "scored" and _is_condition(annex, place):
                row.role = "condition"
            if row.role == "scored" and _taken_off(row):
                row.role = "deduction"
        if row.role in ("bonus", "deduction", "condition") and (parent is None or parent.role != row.role):
            _warn_of_a_guess(row)
    for row in annex.rows:
        if (
            row.role == "scored"
            and not row.is_group
            and row.max_points is None
            and row.shares_maximum_of is None
        ):
            row.warn("max.missing", printed=row.max_text or "–")
        elif row.max_text and row.max_points is None and not _MET_OR_NOT.fullmatch(row.max_text):
            row.warn("max.unreadable", printed=row.max_text)


def _takes_off(annex: Annex, row: AnnexRow) -> bool:
    """Whether a row below bonus points takes points off: told by its own points or name, or by its text.

    The text only tells below a name of both kinds: "Điểm cộng, điểm trừ".
    """
    roles = {role for role, words in _ROLES if words.search(as_it_looks(row.name))}
    if _taken_off(row) or roles == {"deduction"}:
        return True
    above = annex.rows[row.parent] if row.parent is not None else None
    while above is not None:
        if all(words.search(as_it_looks(above.name)) for _role, words in _ROLES[:2]):
            return bool(_TAKES.search(row.method)) and not _ADDS.search(row.method)
        above = annex.rows[above.parent] if above.parent is not None else None
    return False


def _taken_off(row: AnnexRow) -> str:
    """Where it is printed that the points of a row are taken off; empty where they are given."""
    if row.max_text:
        return row.max_text if is_taken_off(row.max_text) else ""
    return row.method if row.printed and _TAKEN_OFF.match(row.method.strip()) else ""


def _warn_of_a_guess(row: AnnexRow) -> None:
    """Say what a role was guessed from: the name, else the points taken off."""
    is_named = any(role == row.role and words.search(as_it_looks(row.name)) for role, words in _ROLES)
    printed = ""
    if row.role == "deduction" and not is_named:
        printed = _taken_off(row) or (row.method if _TAKES.search(row.method) else "")
    if printed:
        row.warn("role.guessed_from", role=row.role, printed=" ".join(printed.split())[:_LONGEST_PRINTED])
    else:
        row.warn("role.guessed", role=row.role)


def _is_condition(annex: Annex, place: int) -> bool:
    """Whether a row without points, and without rows that have some, is named or judged as a condition."""
    row = annex.rows[place]
    if row.max_points is not None or row.shares_maximum_of is not None or _has_points_below(annex, place):
        return False
    printed = [" ".join(text.split()).strip(" .:;*()") for text in (row.max_text, row.method)]
    if _CONDITIONS.search(row.name) or any(_MET_OR_NOT.fullmatch(text) for text in printed):
        return True
    below = annex.children(place)
    return bool(below) and all(_is_condition(annex, each) for each in below)


def _has_points_below(annex: Annex, place: int) -> bool:
    return any(
        annex.rows[each].max_points is not None or _has_points_below(annex, each)
        for each in annex.children(place)
    )
