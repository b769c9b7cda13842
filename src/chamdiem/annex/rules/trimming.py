"""What several readers of clauses need: conditions and labels without the words around them."""

# Patterns stay on one line: so their wording can be read.

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

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


def spelled_maximum(tokens: list[Token], maximum: Fraction) -> list[Token]:
    """As in "Điểm = a/b * 10" in a row of ten points: the number stands for the maximum."""
    spelled: list[Token] = []
    for place, token in enumerate(tokens):
        before = tokens[place - 1].text if place else ""
        after = tokens[place + 1].text if place + 1 < len(tokens) else ""
        is_factor = (before == "*" and after in ("", "điểm", ".")) or (before == "=" and after == "*")
        if token.kind == "number" and token.value == maximum and is_factor:
            spelled += [Token("word", word, token.start, token.end) for word in ("điểm", "tối", "đa")]
        else:
            spelled.append(token)
    return spelled
