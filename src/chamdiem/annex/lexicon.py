"""Words and pairs of words of the field, from ``data/phrases.txt``."""

# The file is written by ``python -m benchmarks.annex_lexicon``.

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "phrases.txt"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How often each word and each pair was seen; every beginning of a word."""

    words: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    beginnings: frozenset[str]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    words: Counter[str] = Counter()
    pairs = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        one, other, count = line.split(" ")
        pairs[one, other] = int(count)
        words[one] += int(count)
        words[other] += int(count)
    beginnings = frozenset(word[:length] for word in words for length in range(1, len(word) + 1))
    return Lexicon(words, pairs, beginnings)
