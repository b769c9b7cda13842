"""What every format is read into: paragraphs and lines of tables, in printed order, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

# Nobody sees these, and neither a database nor a workbook keeps them.
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in the file; zero or empty is unknown."""

    line: int = 0
    page: int = 0
    table: int = 0
    row: int = 0
    sheet: str = ""

    @property
    def text(self) -> str:
        """The place for people: the finest known parts of it."""
        parts = [f"trang tính {self.sheet}"] if self.sheet else []
        parts += [f"trang {self.page}"] if self.page else []
        parts += [f"bảng {self.table}"] if self.table else []
        parts += [f"hàng {self.row}"] if self.row else []
        parts += [f"dòng {self.line}"] if self.line else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph outside all tables.

    ``raw`` keeps the spaces that lost letters left; ``heading`` is the level of a heading, 0 for text;
    ``depth`` tells in how many lists, one inside the other, an item stands, 0 for what is none.
    """

    text: str
    spot: Spot = Spot()
    raw: str = ""
    heading: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: cells from left to right, line breaks inside a cell kept.

    ``merged`` holds the positions of cells that only continue a merged cell
    above them or to their left; their text is empty. ``reached`` are those of
    them that a cell above reaches down to.
    """

    cells: tuple[str, ...]
    spot: Spot = Spot()
    merged: frozenset[int] = frozenset()
    reached: frozenset[int] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the line."""
        return not any(cell.strip() for cell in self.cells)


Block = Paragraph | Line


@dataclass(frozen=True, slots=True)
class Conversion:
    """How texts became Unicode: the old encoding, and every cell and paragraph before and after."""

    encoding: str
    pieces: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Document:
    """A file as it was read: its blocks in printed order, its footnotes, and what the reader noticed.

    ``lost`` are words of it that are in none of the blocks, ``pictures`` how many pictures it holds.
    """

    kind: str
    blocks: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    footnotes: list[tuple[str, Spot]] = field(default_factory=list)
    lost: list[tuple[str, Spot]] = field(default_factory=list)
    conversion: Conversion | None = None
    pictures: int = 0

    @property
    def letters(self) -> int:
        """How much text it holds."""
        return sum(
            len(each.text) if isinstance(each, Paragraph) else sum(map(len, each.cells))
            for each in self.blocks
        )

    def paragraphs(self) -> list[Paragraph]:
        """Everything outside the tables."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    def without_hidden(self) -> Document:
        """The same without control characters; a warning says that there were some."""
        blocks = [_visible(block) for block in self.blocks]
        if blocks == self.blocks:
            return self
        warning = "Văn bản có ký tự điều khiển không hiện ra được: đã bỏ, đối chiếu các dòng với bản gốc."
        return replace(self, blocks=blocks, warnings=[*self.warnings, warning])


def _visible(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_HIDDEN.sub("", block.text), raw=_HIDDEN.sub("", block.raw))
    return replace(block, cells=tuple(_HIDDEN.sub("", cell) for cell in block.cells))
