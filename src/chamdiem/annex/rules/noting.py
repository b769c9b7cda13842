"""What a note changes of a rule that was read without it: told, never left out; what only informs stays silent."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.restricting import gives_in_passing, restricts
from chamdiem.annex.rules.statements import (
    Award,
    Cap,
    Each,
    Goal,
    Heading,
    NotApplicable,
    Peers,
    Prose,
    Shares,
    Shortfall,
    Statement,
)

_GIVING = (Award, Each, Shares, Shortfall, Cap, Goal, Peers, NotApplicable)
# "Phải có ít nhất 10 tin bài": a condition of its own; that there must be evidence is one of every row.
_DEMANDS = re.compile(
    r"\b(?:phải|bắt buộc|(?:cần|yêu cầu) (?:có|đạt|đủ|phải)|tối thiểu|ít nhất)\b", re.IGNORECASE
)
_TARGET = re.compile(r"\b(?:chỉ|mục) tiêu\b", re.IGNORECASE)
_OF_EVIDENCE = re.compile(
    r"\b(?:minh chứng|kiểm chứng|chứng minh|hồ sơ kèm|gửi kèm|đính kèm|đường dẫn|hình ảnh)\b", re.IGNORECASE
)


def left_in_notes(material: Material) -> list[Statement]:
    """The statements of the note that no rule was made of, and that give, restrict or demand something."""
    return [
        each
        for each in material.statements
        if each.clause.field == "note" and id(each) not in material.used and _changes_a_rule(each)
    ]


def _changes_a_rule(statement: Statement) -> bool:
    text = statement.clause.text
    if isinstance(statement, Goal) and _TARGET.search(text):
        return False
    if isinstance(statement, _GIVING):
        return True
    if not isinstance(statement, Heading | Prose):
        return False
    demands = bool(_DEMANDS.search(text)) and not _OF_EVIDENCE.search(text)
    return demands or restricts(text) or gives_in_passing(text)
