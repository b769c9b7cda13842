"""Words that are printed on a page of a PDF and in none of the blocks read from it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from chamdiem.annex.blocks import Block, Line, Spot
from chamdiem.annex.markup import plain
from chamdiem.annex.reading.running_lines import is_at_edge


def unread_words(page: Any, number: int, blocks: Sequence[Block]) -> Iterator[tuple[str, Spot]]:
    """What the letters of a page have more than its blocks, line by line; page numbers apart."""
    for _, words in groupby(_unread(page, blocks), lambda word: round(word["top"])):
        yield " ".join(word["text"] for word in words), Spot(page=number)


def _unread(page: Any, blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    read = Counter[str]()
    for block in blocks:
        read.update(_letters(" ".join(block.cells) if isinstance(block, Line) else block.text))
    left = Counter(_letters("".join(char["text"] for char in page.chars))) - read
    if not left:
        return
    texts = " ".join(" ".join(block.cells) if isinstance(block, Line) else block.text for block in blocks)
    known = Counter(_letters(word) for word in texts.split())
    for word in page.extract_words(x_tolerance=2):
        letters = _letters(plain(word["text"]))
        known[letters] -= 1
        is_number = letters.isdigit() and is_at_edge(word["top"], word["bottom"], page.height)
        if letters and known[letters] < 0 and not is_number and not Counter(letters) - left:
            left -= Counter(letters)
            yield word


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
