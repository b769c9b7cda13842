"""File → annex, with every step of the way: reading, tree, repair, rules."""

from __future__ import annotations

import re
from pathlib import Path

from chamdiem.annex.assembling import assemble
from chamdiem.annex.blocks import Document, Line
from chamdiem.annex.cell_parts import split_method
from chamdiem.annex.conversions import list_conversions
from chamdiem.annex.drafting import Draft, draft_set
from chamdiem.annex.interleaved import looks_interleaved
from chamdiem.annex.note_rows import tell_noted_rows
from chamdiem.annex.offices import part_offices
from chamdiem.annex.opening import MOST_BYTES, open_document
from chamdiem.annex.printed import Choices, NoRows
from chamdiem.annex.reading.old_encodings import modernised
from chamdiem.annex.repairing import repair_annex
from chamdiem.annex.rows import Annex
from chamdiem.annex.rules.giving import give_rules
from chamdiem.core.codecs import is_worded
from chamdiem.errors import NotFound, Place, Problem, Refused

# A heading and who signed: so much may be typed around the pictures of a scan.
_FEWEST_LETTERS = 300
_WEIGHT = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?\s*%")


def import_annex(data: bytes, file: str, choices: Choices | None = None) -> tuple[Annex, Draft]:
    """Read a file and draft an edition of it.

    Args:
        data: The file.
        file: Its name.
        choices: What people said of tables whose columns were not recognised, or wrongly.

    Raises:
        NoRows: It holds no rows with points.
        InvalidAnnex: The file is damaged, or of another kind.
    """
    annex = read_annex(data, file, choices)
    return annex, draft_set(annex)


def read_annex(data: bytes, file: str, choices: Choices | None = None) -> Annex:
    """Everything a file holds, rules included, without a draft.

    Raises:
        NoRows, InvalidAnnex: As ``import_annex``.
    """
    document = modernised(open_document(data, file).without_hidden())
    annex = assemble(document, file, choices)
    if not any(row.max_points is not None for row in annex.rows):
        raise NoRows([_nothing_scored(annex, document)], annex.printed)
    for row in annex.rows:
        _place_method(row.texts)
        if not row.name:
            row.warn("name.missing")
        elif not is_worded(row.name):
            row.warn("name.wordless", printed=row.name)
    part_offices(annex)
    repair_annex(annex)
    give_rules(annex)
    tell_noted_rows(annex)
    for row in annex.rows:
        if "method" in row.shared:
            # A text is printed, but nobody can tell whether it is that of every row beside it.
            row.warnings = [each for each in row.warnings if each.code != "rule.no_text"]
    if document.conversion is not None:
        list_conversions(annex.rows, document.conversion)
    return annex


def _nothing_scored(annex: Annex, document: Document) -> Problem:
    weight = next((row.max_text for row in annex.rows if _WEIGHT.fullmatch(row.max_text)), "")
    if weight:
        points = weight.rstrip("% ")
        return Problem("annex.weights", {"printed": weight, "points": points}, Place(file=annex.file))
    if looks_interleaved(document):
        return Problem("annex.interleaved", {}, Place(file=annex.file))
    if document.pictures and not any(
        isinstance(block, Line) and not block.is_blank for block in document.blocks
    ):
        code = "annex.only_pictures" if document.letters < _FEWEST_LETTERS else "annex.no_rows_but_pictures"
        return Problem(code, {"count": str(document.pictures)}, Place(file=annex.file))
    return Problem("annex.no_rows", {}, Place(file=annex.file))


def read_file(path: Path) -> tuple[Annex, Draft]:
    """``import_annex`` for a file on disk.

    Raises:
        Refused: It cannot be opened.
        InvalidAnnex: As ``import_annex``.
    """
    return import_annex(file_bytes(path), path.name)


def file_bytes(path: Path) -> bytes:
    """What is in a file; no more is read than may be.

    Raises:
        NotFound: There is no such file.
        Refused: It cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotFound("file.not_found", path=str(path)) from None
    except OSError as error:
        raise Refused("file.unreadable", path=str(path), why=type(error).__name__) from None


def _place_method(texts: dict[str, str]) -> None:
    """Where one column holds instructions and method, part them; a note that calculates is the method."""
    if not texts.get("method") and texts.get("instructions"):
        instructions, method = split_method(texts["instructions"])
        texts["instructions"], texts["method"] = instructions, method
