"""Damaged text of an annex: repaired by the lexicon, every repair listed, none silent; one can be undone."""

from __future__ import annotations

import re

from chamdiem.annex.losses import Loss, find_loss, is_damaged
from chamdiem.annex.lost_letters import fill
from chamdiem.annex.rows import Annex, AnnexRow, Repair

_REPAIRED = ("name", "instructions", "method", "note", "evidence", "lead", "coordinating")
_FEWEST_DAMAGED = 8
_PARTED_NUMBER = re.compile(r"(?<=/)([A-ZĐ]{2,5})- (?=[A-ZĐ]{2,5}\b)")
_WHY = "chữ bị mất khi chuyển từ PDF, điền lại theo từ vựng"


def repair_annex(annex: Annex) -> None:
    """Put lost letters back where enough texts lack them; elsewhere only the spacing is tidied."""
    texts = [text for row in annex.rows for field, text in row.texts.items() if field in _REPAIRED]
    damaged = [text for text in texts if is_damaged(text)]
    lost = find_loss(damaged, texts) if len(damaged) >= _FEWEST_DAMAGED else None
    for row in annex.rows:
        for field in _REPAIRED:
            if text := row.texts.get(field):
                row.texts[field] = _repaired(row, field, text, lost)


def undo(row: AnnexRow, repair: Repair) -> None:
    """Take one repair back; the places of the repairs behind it move."""
    text = row.texts[repair.field]
    end = repair.start + len(repair.repaired)
    row.texts[repair.field] = f"{text[: repair.start]}{repair.printed}{text[end:]}"
    moved = len(repair.printed) - len(repair.repaired)
    row.repairs = [
        Repair(each.field, each.printed, each.repaired, each.start + moved, each.why)
        if each.field == repair.field and each.start > repair.start
        else each
        for each in row.repairs
        if each is not repair
    ]


def _repaired(row: AnnexRow, field: str, text: str, lost: Loss | None) -> str:
    lines = []
    start = 0
    # The number of a document, parted by the end of a line: "42/2022/NĐ- CP".
    for line in _PARTED_NUMBER.sub(r"\1-", text).split("\n"):
        if lost is not None and (is_damaged(line) or "  " in line.strip()):
            fixed, changes = fill(line, lost)
            row.repairs += [
                Repair(field, each.printed, each.repaired, start + each.start, _WHY) for each in changes
            ]
            for fragment in fixed.split():
                if is_damaged(fragment):
                    row.warn("text.damaged", field=field, fragment=fragment)
        else:
            fixed = " ".join(line.split()) if "  " in line else line
        lines.append(fixed)
        start += len(fixed) + 1
    return "\n".join(lines)
