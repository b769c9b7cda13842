"""What a file holds and nobody sees: hidden text, lines and columns are told, and not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from chamdiem.annex.blocks import Spot
from chamdiem.core.remarks import named

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_SHOWN, _LONGEST_SHOWN = 3, 60
_HIDDEN_TEXT = (
    "Tệp có {count} chỗ chữ ẩn, xem hay in ra đều không thấy, nên không đọc: {shown}. "
    "Nếu là nội dung thật: bỏ ẩn trong tệp rồi tải lại."
)
_HIDDEN_CELLS = (
    "Trang tính “{sheet}” có {what} đang ẩn mà có nội dung, nên không đọc. "
    "Nếu là nội dung thật: bỏ ẩn (hoặc bỏ bộ lọc) rồi tải lại."
)
_OFF = frozenset(("0", "false", "off"))


@dataclass(slots=True)
class Unseen:
    """The hidden pieces of a document, in printed order, and how often something was added to them."""

    pieces: list[tuple[str, Spot]] = field(default_factory=list)
    added: int = 0

    def add(self, text: str, spot: Spot) -> None:
        """Keep a hidden text; pieces of one place are one."""
        text = " ".join(text.split())
        if not text:
            return
        self.added += 1
        if self.pieces and self.pieces[-1][1] == spot:
            text = f"{self.pieces.pop()[0]} {text}"
        self.pieces.append((text, spot))

    def notes(self) -> list[str]:
        """One sentence where anything is hidden."""
        if not self.pieces:
            return []
        shown = [f"“{_cut(text)}” ({spot.text})" for text, spot in self.pieces[:_MOST_SHOWN]]
        shown += ["…"] if len(self.pieces) > _MOST_SHOWN else []
        return [_HIDDEN_TEXT.format(count=len(self.pieces), shown="; ".join(shown))]


def hidden_cells_note(sheet: str, rows: Sequence[int], columns: Sequence[str]) -> list[str]:
    """One sentence where lines or columns of a sheet that hold something are hidden."""
    what = [f"{len(rows)} hàng ({named([str(row) for row in rows])})"] if rows else []
    what += [f"{len(columns)} cột ({named(columns)})"] if columns else []
    return [_HIDDEN_CELLS.format(sheet=sheet, what=" và ".join(what))] if what else []


def hiding_styles(styles: Element | None) -> frozenset[str]:
    """The styles of a Word document whose text is hidden, by themselves or by the one they are based on."""
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name, parent = style.get(f"{_W}styleId", ""), style.find(f"{_W}basedOn")
        own[name] = _hides(style.find(f"{_W}rPr"))
        based[name] = parent.get(f"{_W}val", "") if parent is not None else ""
    found = set()
    for name in own:
        each, seen = name, set[str]()
        while each in own and each not in seen and own[each] is None:
            seen.add(each)
            each = based[each]
        if own.get(each):
            found.add(name)
    return frozenset(found)


def is_hidden_run(run: Element, styles: frozenset[str], *, otherwise: bool) -> bool:
    """Whether the text of a run is hidden; ``otherwise`` where the run does not say."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return otherwise
    if (own := _hides(properties)) is not None:
        return own
    style = properties.find(f"{_W}rStyle")
    return otherwise or (style is not None and style.get(f"{_W}val", "") in styles)


def is_hidden_row(row: Element) -> bool:
    """Whether a row of a Word table is hidden."""
    properties = row.find(f"{_W}trPr")
    mark = properties.find(f"{_W}hidden") if properties is not None else None
    return mark is not None and mark.get(f"{_W}val", "1").casefold() not in _OFF


def _hides(properties: Element | None) -> bool | None:
    mark = properties.find(f"{_W}vanish") if properties is not None else None
    return None if mark is None else mark.get(f"{_W}val", "1").casefold() not in _OFF


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
