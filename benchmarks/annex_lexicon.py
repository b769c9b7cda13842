"""Write the lexicon of the annex reader: ``python -m benchmarks.annex_lexicon``.

Words and pairs of words of four editions and of the compounds of lint. The
edition xa-hue-2023 is left out: its document is what repair is measured on.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from chamdiem.core.lint.lexicon import compounds
from chamdiem.core.lint.syllables import is_syllable
from chamdiem.library import load_edition

EDITIONS = ("chuprong-2023", "huyen-2021", "so-2021", "ninhthuan-2021")
# Words of other languages that the field writes in every decision.
FOREIGN = "file điện, video clip, mạng internet, thẻ sim, usb token, trang web, website của, email của"
TARGET = Path(__file__).parent.parent / "src" / "chamdiem" / "annex" / "data" / "phrases.txt"


def main() -> None:
    """Pairs in the order of the alphabet, each with how often it was seen."""
    pairs: Counter[tuple[str, str]] = Counter()
    for known in compounds().values():
        pairs.update(known)
    pairs.update(_pair(phrase) for phrase in FOREIGN.split(", "))
    for key in EDITIONS:
        for row in load_edition(key).rows:
            texts = (
                row.name,
                row.method,
                row.printed_note,
                row.instructions,
                row.note,
                row.evidence and row.evidence.printed,
            )
            for text in (each for each in (*texts, *row.lead, *row.coordinating) if each):
                for part in re.split(r"[^\w\s]|\d|_", text):
                    words = (word.casefold() for word in part.split())
                    pairs.update(pairwise(word for word in words if is_syllable(word) or len(word) > 3))
    lines = sorted(f"{one} {other} {count}" for (one, other), count in pairs.items())
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _pair(phrase: str) -> tuple[str, str]:
    one, other = phrase.split()[:2]
    return one, other


if __name__ == "__main__":
    main()
