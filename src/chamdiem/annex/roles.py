"""What rows are for: scored, bonus, deduction, condition without points, general information."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.amounts import is_taken_off
from chamdiem.annex.markup import one_line
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
_ADDED = ("bonus", "deduction")
# The text above a table of bonuses: "Phần C. Điểm thưởng", "Bảng 2: Các nội dung điểm trừ".
_LABEL = re.compile(
    r"^(?:(?:bảng|biểu|phụ lục|phần|mục)\s+)?[\dIVXA-Z]{1,4}(?:\s*[:.)-]\s*|\s+)", re.IGNORECASE
)
_BEGINS = re.compile(
    r"^(?:các |những )?(?:nội dung |tiêu chí |mục )?(?:được )?(?:cộng |trừ )?điểm\b", re.IGNORECASE
)
_ALONE = re.compile(
    r"(?:phần |nhóm |mục )?(?:(?P<bonus>thưởng|cộng(?: thêm)?|thưởng thêm)|(?:phạt|trừ|trừ lùi))",
    re.IGNORECASE,
)
_WITH_PLUS = re.compile(r"\(?\s*\+\s*\d")
INFORMATION = re.compile(
    r"^(?:các )?thông tin (?:chung|cơ bản)|^thông tin về (?:đơn vị|cơ quan)", re.IGNORECASE
)

# "0 điểm", and "Không tính điểm, chỉ thu thập số liệu" where others print a calculation.
_GIVES_NONE = re.compile(r"không (?:tính|chấm) điểm\b", re.IGNORECASE)
_LONGEST_PRINTED = 60


def set_roles(annex: Annex, tables: Sequence[Table]) -> None:
    """Give every row its role; one that was guessed from a name is warned of."""
    information = {table.number for table in tables if table.is_information}
    captioned = _captioned(tables)
    for place, row in enumerate(annex.rows):
        parent = annex.rows[row.parent] if row.parent is not None else None
        if parent is not None and parent.role != "scored":
            row.role = "deduction" if parent.role == "bonus" and _taken_off(row) else parent.role
        elif row.table in information or (INFORMATION.match(row.name) and row.max_points is None):
            row.role = "information"
        else:
            row.role = _named(annex, place, captioned.get(row.table, ("scored", ""))[0])
            if row.role == "condition" and row.max_points is None and _has_points_below(annex, place):
                row.role = "scored"
            if row.role == "scored" and _is_condition(annex, place):
                row.role = "condition"
            if row.role == "scored" and _taken_off(row):
                row.role = "deduction"
            if row.role == "scored" and row.max_points == 0 and _GIVES_NONE.match(row.method):
                row.role = "information"
                row.warn("role.guessed_from", role=row.role, printed=one_line(row.method)[:_LONGEST_PRINTED])
        if row.role in ("bonus", "deduction", "condition") and (parent is None or parent.role != row.role):
            _warn_of_a_guess(row, captioned.get(row.table, ("", ""))[1])
    for row in annex.rows:
        if (
            (row.role == "scored" or (row.role in _ADDED and row.method))
            and not row.is_group
            and row.max_points is None
            and row.shares_maximum_of is None
        ):
            row.warn("max.missing", printed=row.max_text or "–")
        elif row.max_text and row.max_points is None and not _MET_OR_NOT.fullmatch(row.max_text):
            row.warn("max.unreadable", printed=row.max_text)


def _captioned(tables: Sequence[Table]) -> dict[int, tuple[str, str]]:
    """The role of the rows of a table beside others, and the text above it, where that tells one."""
    scored = [table for table in tables if table.is_scored]
    captions = {table.number: _LABEL.sub("", table.caption) for table in scored[1:]}
    return {
        number: (role, caption)
        for number, caption in captions.items()
        if len(roles := _roles_in(caption)) == 1 and (role := roles[0]) in _ADDED and _BEGINS.match(caption)
    }


def _named(annex: Annex, place: int, otherwise: str) -> str:
    """What a name says its row is; a group of bonuses and of deductions is neither, its rows are one of them."""
    row = annex.rows[place]
    roles = _roles_in(row.name)
    if _names_both(roles) and row.is_group:
        return "scored"
    if not roles and row.parent is not None and _names_both(_roles_in(annex.rows[row.parent].name)):
        takes = _TAKES.search(row.method) and not _ADDS.search(row.method)
        return "deduction" if _taken_off(row) or takes else "bonus"
    return roles[0] if roles else _said_alone(row) or otherwise


def _said_alone(row: AnnexRow) -> str:
    """The role of a row whose whole name is a word for it, or whose points are printed with a plus: "+5"."""
    match = _ALONE.fullmatch(row.name.strip(" .:;*-+"))
    if match is not None:
        return "bonus" if match["bonus"] else "deduction"
    return "bonus" if _WITH_PLUS.match(row.max_text) else ""


def _roles_in(name: str) -> list[str]:
    return [role for role, words in _ROLES if words.search(as_it_looks(name))]


def _names_both(roles: Sequence[str]) -> bool:
    return all(role in roles for role in _ADDED)


def _taken_off(row: AnnexRow) -> str:
    """Where it is printed that the points of a row are taken off; empty where they are given."""
    if row.max_text:
        return row.max_text if is_taken_off(row.max_text) else ""
    return row.method if row.printed and _TAKEN_OFF.match(row.method.strip()) else ""


def _warn_of_a_guess(row: AnnexRow, caption: str) -> None:
    """Say what a role was guessed from: the name, else the points taken off or the text above the table."""
    is_named = row.role in _roles_in(row.name)
    if is_named and row.role == "deduction" and row.max_text and _taken_off(row):
        # The name says it, and the points are printed as taken off: nothing was guessed.
        return
    taken = _taken_off(row) or (row.method if _TAKES.search(row.method) else "")
    added = row.max_text if _WITH_PLUS.match(row.max_text) else ""
    printed = "" if is_named else (taken if row.role == "deduction" else added) or caption
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
