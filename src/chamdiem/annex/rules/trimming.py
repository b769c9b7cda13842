"""What several readers of clauses need: conditions and labels without the words around them."""

# Patterns stay on one line: so their wording can be read.

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.words import Token

_TRAILING = frozenset(
    (":", "=", "=>", "(", "thì", "được", "đạt", "tính", ",", "là", "chấm", "cho", "sẽ", "-", "và", "điểm")
)


def tidy_label(label: str) -> str:
    """A label without the verb of counting in front, in upper case."""
    label = re.sub(r"^(?:thống kê|xác định)\s+(?=số|tổng)", "", label, flags=re.IGNORECASE)
    return label[:1].upper() + label[1:]


def without_trailing(tokens: Sequence[Token], signs: Sequence[str] = ()) -> Sequence[Token]:
    """Tokens without separators at their end."""
    trailing = signs or _TRAILING
    while tokens and tokens[-1].text in trailing:
        tokens = tokens[:-1]
    return tokens
