"""Paragraphs that a page or a hard line width broke into lines → paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from chamdiem.annex.blocks import Paragraph
from chamdiem.annex.labels import label_of

# A line is full when it is nearly as long as the longest; a text is wrapped when several are.
_FULL, _FEWEST_FULL, _WIDEST = 0.8, 4, 130
# What begins a paragraph of its own: a mark, a number, a letter of a formula.
_BEGINS = re.compile(
    r"\s*(?:[-+•*–]\s|\(?[a-zđ]\)|[a-zđ]\s*[=:]|[A-ZĐ]\.\s|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,4}\s"
    r"|[IVX]+[.)]\s|(?:nhóm|tiêu chí|chỉ số|chỉ tiêu|trụ cột|lĩnh vực|phần|mục|điều|chương|phụ lục)\s+"
    r"(?:\d|[IVX]+\b|[A-ZĐ]\b)|(?:TC|CS|TCTP|CSTP)[\s._-]*\d)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"(?:[.;:!?)\]]|\d\s*(?:điểm|đ))\s*$", re.IGNORECASE)


def unwrap(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs; lines of one are joined where the text is wrapped, the place is that of the first."""
    lines = list(paragraphs)
    longest = max((len(line.text) for line in lines), default=0)
    full = _FULL * longest
    is_wrapped = longest <= _WIDEST and sum(len(line.text) >= full for line in lines) >= _FEWEST_FULL
    begun: Paragraph | None = None
    last = ""
    for line in lines:
        goes_on = is_wrapped and len(last) >= full and not _CLOSED.search(last) and not begins_anew(line.text)
        if begun is not None and goes_on and not line.heading:
            begun = replace(begun, text=f"{begun.text} {line.text}")
        else:
            if begun is not None:
                yield begun
            begun = line
        last = line.text
    if begun is not None:
        yield begun


def begins_anew(text: str) -> bool:
    """Whether a line begins a paragraph: by its mark or number, or by what it is called."""
    label = label_of(text) if ":" in text else None
    return label is not None or bool(_BEGINS.match(text))
