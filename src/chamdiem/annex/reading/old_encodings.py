"""Texts typed with fonts of the old encodings TCVN3 (ABC) and VNI, turned into Unicode piece by piece.

Such a text is full of letters no Vietnamese word has. A cell or paragraph is converted only when that
makes its words words: a title or header in Unicode beside it stays as it is. The reader is told,
of every cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from chamdiem.annex.blocks import Block, Conversion, Document, Line
from chamdiem.core.lint.old_encodings import OLD_FONTS, converted, gain

_FEWEST_WORDS = 12
# A soft hyphen says nothing; the letter of Iceland is typed for that of Vietnam. Old encodings need both.
_AS_MEANT = str.maketrans({"\u00ad": "", "\u00d0": "Đ"})
_LEFT_OVER = frozenset("\u00ad\u00d0")
_NOTE = (
    "Chữ trong tệp theo bảng mã cũ {name}: đã chuyển {changed} ô, đoạn sang Unicode"
    " (như “{before}” thành “{after}”); {kept} ô, đoạn đã là Unicode nên giữ nguyên."
    " Mỗi ô đã chuyển được liệt kê ở dòng của nó và trả lại được riêng. Đối chiếu với bản gốc."
)
_LONGEST_EXAMPLE = 40
_MIXED, _SMALL = re.compile(r"[^\W\d_a-zA-Z](?<=[à-ỹđ])[A-Z]"), re.compile(r"[a-z]")


def modernised(document: Document) -> Document:
    """The document in Unicode, piece by piece; what only an old encoding needs is gone."""
    texts = [text for block in document.blocks for text in _texts(block)]
    gains = {name: gain(texts, way) if texts else 0 for name, way in OLD_FONTS.items()}
    best = max(gains, key=lambda name: gains[name])
    if gains[best] >= _FEWEST_WORDS:
        way = OLD_FONTS[best]
        document.blocks = [_changed(block, lambda text: _cased(text, way)) for block in document.blocks]
        pieces = tuple((text, _cased(text, way)) for text in texts if not text.isascii())
        document.conversion = Conversion(best, pieces)
        document.warnings.append(_note(document.conversion))
    if any(not _LEFT_OVER.isdisjoint(text) for text in texts):
        document.blocks = [
            _changed(block, lambda text: text.translate(_AS_MEANT)) for block in document.blocks
        ]
    return document


def _cased(text: str, way: Callable[[str], str]) -> str:
    """A text converted; fonts of capitals have none of their own for letters with signs: "ĐổI Số CáC"."""
    after = converted(text, way)
    is_in_capitals = after != text and _MIXED.search(after) and not _SMALL.search(after)
    return after.upper() if is_in_capitals else after


def _note(conversion: Conversion) -> str:
    pairs = conversion.pieces
    changed = [(before, after) for before, after in pairs if before != after]
    before, after = min(changed, key=lambda pair: abs(len(pair[0]) - _LONGEST_EXAMPLE), default=("", ""))
    facts = {"before": before[:_LONGEST_EXAMPLE], "after": after[:_LONGEST_EXAMPLE]}
    return _NOTE.format(
        name=conversion.encoding, changed=len(changed), kept=len(pairs) - len(changed), **facts
    )


def _texts(block: Block) -> tuple[str, ...]:
    return block.cells if isinstance(block, Line) else (block.text,)


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Line):
        return replace(block, cells=tuple(change(cell) for cell in block.cells))
    return replace(block, text=change(block.text), raw=change(block.raw))
