"""Damaged text of an annex: repaired by the lexicon, every repair listed, none silent; one can be undone.

Where a PDF left a space for each letter it lost, the gaps say how many letters are lacking
(``lost_letters``). In files of all kinds pieces that are no words are read by the words beside them
(``restoring``); what stays in doubt is a warning and no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chamdiem.annex.look_alikes import as_meant, find_look_alikes, is_typed_otherwise
from chamdiem.annex.losses import Loss, find_loss, is_damaged
from chamdiem.annex.lost_letters import fill
from chamdiem.annex.restoring import Mended, restore
from chamdiem.annex.rows import Annex, AnnexRow, Notice, Repair
from chamdiem.annex.suspecting import find_pieces, is_telling, letters_of
from chamdiem.annex.vocabulary import Vocabulary, gather_vocabulary

_REPAIRED = (
    "name", "instructions", "method", "note", "evidence", "lead", "coordinating", "verifying", "data_source",
)  # fmt: skip
_FEWEST_DAMAGED = 8
# One piece in so many that is no word: then the document is damaged, and short forms are suspected too.
_ONE_IN, _FEWEST_FRAGMENTS = 80, 4
_GAP = re.compile(r"(?<=\S)  +(?=\S)")
_PARTED_NUMBER = re.compile(r"(?<=/)([A-ZĐ]{2,5})- (?=[A-ZĐ]{2,5}\b)")
_MARK = re.compile(r" ([a-eđ])$")
_WHY_LOST = "chữ bị mất khi chuyển từ PDF, điền lại theo từ vựng"
_WHY_ALIKE = "ký tự trông giống chữ khác hoặc số dính liền chữ, sửa lại theo từ vựng"
_WHY_BROKEN = "chữ bị mất, tách rời hoặc dính liền, sửa lại theo từ vựng"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the texts of a document are measured by, and whether many of them are damaged.

    ``marks`` are letters that only count rows: "Nội dung a", "Nội dung b".
    """

    vocabulary: Vocabulary
    is_damaged: bool = False
    marks: frozenset[str] = frozenset()


def repair_annex(annex: Annex) -> None:
    """Put right what the words of the field explain; elsewhere only the spacing is tidied."""
    texts = [text for row in annex.rows for field, text in row.texts.items() if field in _REPAIRED]
    damaged = [text for text in texts if is_damaged(text)]
    has_gaps = sum(bool(_GAP.search(text)) for text in damaged) >= _FEWEST_DAMAGED
    lost = find_loss(damaged, texts) if has_gaps else None
    known = None if lost else _known(annex, texts)
    for row in annex.rows:
        for field in _REPAIRED:
            if text := row.texts.get(field):
                row.texts[field] = _repaired(row, field, text, lost, known)
        has_damage = any(not is_typed_otherwise(each.printed, each.repaired) for each in row.repairs)
        if has_damage or any(notice.code == "text.damaged" for notice in row.warnings):
            row.warn("text.doubtful")
    if lost is not None or (known is not None and known.is_damaged):
        annex.warnings.append(Notice("text.damaged_throughout"))
    if known is not None:
        _repair_title(annex, known)


def _repair_title(annex: Annex, known: _Known) -> None:
    """The title is no text of a row: its repairs are told beside what else the reader noticed."""
    row = AnnexRow()
    annex.title = _restored(row, "name", annex.title, 0, known)
    for repair in row.repairs:
        change = f"“{repair.printed}” thành “{repair.repaired}”"
        text = f"Tên bộ chỉ số có chữ đã sửa: {change}. Đối chiếu với bản gốc."
        annex.warnings.append(Notice("reader.note", {"text": text}))


def undo(row: AnnexRow, repair: Repair) -> None:
    """Take one repair back; the places of the repairs behind it move. Points as printed are no number."""
    if repair.field == "max_points":
        row.max_points, row.max_text = None, repair.printed
        row.repairs = [each for each in row.repairs if each is not repair]
        return
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


def _known(annex: Annex, texts: list[str]) -> _Known:
    vocabulary = gather_vocabulary(texts)
    pieces = fragments = 0
    marks = _marks(annex.rows)
    for row in annex.rows:
        for field in _REPAIRED:
            for line in row.texts.get(field, "").split("\n"):
                found = find_pieces(as_meant(line), vocabulary, _letters(row, line, marks))
                pieces += len(found)
                fragments += sum(piece.is_fragment for piece in found)
                alike = find_look_alikes(line, vocabulary.words)
                fragments += sum(
                    not is_typed_otherwise(line[start:end], meant) for start, end, meant in alike
                )
    return _Known(vocabulary, fragments >= _FEWEST_FRAGMENTS and fragments * _ONE_IN > pieces, marks)


def _marks(rows: Sequence[AnnexRow]) -> frozenset[str]:
    """Letters that stand alone at the end of names, where "a" and "b" both do."""
    found = frozenset(match[1] for row in rows if (match := _MARK.search(row.texts.get("name", ""))))
    return found if {"a", "b"} <= found else frozenset()


def _letters(row: AnnexRow, line: str, marks: frozenset[str]) -> frozenset[str]:
    """The letters that are no rest of a word: those of formulas, and what only counts a row."""
    letters = letters_of([row.texts.get(field, "") for field in ("method", "note", "instructions")])
    return letters | marks if _MARK.search(line) and line in row.texts.get("name", "") else letters


def _repaired(row: AnnexRow, field: str, text: str, lost: Loss | None, known: _Known | None) -> str:
    lines = []
    start = 0
    # The number of a document, parted by the end of a line: "42/2022/NĐ- CP".
    for line in _PARTED_NUMBER.sub(r"\1-", text).split("\n"):
        if lost is not None and (is_damaged(line) or "  " in line.strip()):
            fixed = _filled(row, field, line, start, lost)
        else:
            fixed = " ".join(line.split()) if "  " in line else line
            if known is not None:
                fixed = _restored(row, field, fixed, start, known)
        lines.append(fixed)
        start += len(fixed) + 1
    return "\n".join(lines)


def _filled(row: AnnexRow, field: str, line: str, start: int, lost: Loss) -> str:
    fixed, changes = fill(line, lost)
    row.repairs += [
        Repair(field, each.printed, each.repaired, start + each.start, _WHY_LOST) for each in changes
    ]
    for fragment in fixed.split():
        if is_damaged(fragment):
            row.warn("text.damaged", field=field, fragment=fragment)
    return fixed


def _restored(row: AnnexRow, field: str, line: str, start: int, known: _Known) -> str:
    alike, seen = _spelled(line, known)
    pieces = find_pieces(
        alike, known.vocabulary, _letters(row, line, known.marks), is_damaged=known.is_damaged
    )
    fixed, changes, doubtful = restore(alike, pieces, known.vocabulary)
    row.repairs += [
        Repair(field, each.printed, each.repaired, start + each.start, _WHY_BROKEN) for each in changes
    ]
    row.repairs += [
        Repair(field, each.printed, each.repaired, start + each.start, _WHY_ALIKE)
        for each in _moved(seen, changes)
    ]
    # Short forms are no words either: where nothing else is damaged they are none of ours.
    told = [each for each in dict.fromkeys(doubtful) if known.is_damaged or is_telling(each)]
    if told:
        row.warn("text.damaged", field=field, fragment="”, “".join(told))
    return fixed


def _spelled(line: str, known: _Known) -> tuple[str, list[Mended]]:
    """The line without letters that only look like the right ones."""
    text, end = "", 0
    seen = []
    for start, stop, meant in find_look_alikes(line, known.vocabulary.words):
        text += line[end:start]
        seen.append(Mended(line[start:stop], meant, len(text)))
        text, end = text + meant, stop
    return text + line[end:], seen


def _moved(seen: list[Mended], changes: list[Mended]) -> Iterator[Mended]:
    """Look-alikes at their places after the other changes; one inside such a change is part of it."""
    for each in seen:
        start = each.start
        for change in changes:
            if change.start + len(change.printed) <= start:
                start += len(change.repaired) - len(change.printed)
        inside = any(
            change.start < start + len(each.repaired) and start < change.start + len(change.repaired)
            for change in changes
        )
        if not inside:
            yield Mended(each.printed, each.repaired, start)
