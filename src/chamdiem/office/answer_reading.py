"""A file of answers, of whatever kind → ``AnswerSheet``.

The content decides the kind, not the name: a CSV file that someone has renamed
``.xlsx`` is still read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from stat import S_ISBLK, S_ISCHR
from typing import Literal

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.errors import InvalidAnswers, NotFound, Place, Problem, Refused
from chamdiem.library import content_hash
from chamdiem.office.answer_sheet import AnswerSheet
from chamdiem.office.asked import asked_by
from chamdiem.office.csv_reading import read_csv
from chamdiem.office.excel_reading import OLE_MAGIC, ZIP_MAGIC, read_workbook
from chamdiem.office.grid import Grid
from chamdiem.office.json_reading import parse_json, read_parsed
from chamdiem.office.peer_groups import with_settled_groups
from chamdiem.office.table_reading import read_grids
from chamdiem.office.tables import mark_of

MOST_BYTES = 100_000_000
# So many unknown figures are no slips of the pen, where they are most of the file.
_FEWEST_STRANGERS, _NAMED_STRANGERS = 5, 3


def read_answers(path: Path, indicator_set: IndicatorSet) -> AnswerSheet:
    """Read a file of answers to a set.

    Raises:
        NotFound: There is no such file.
        InvalidAnswers: The file cannot be read, or is a form of another set. What is
            wrong with single cells is in ``AnswerSheet.problems``.
    """
    return read_answer_bytes(file_bytes(path), indicator_set, path.name)


def read_answer_bytes(data: bytes, indicator_set: IndicatorSet, file: str = "") -> AnswerSheet:
    """The same from the bytes of a file."""
    answers = _read(data, indicator_set, file)
    _check_keys(answers, indicator_set, file)
    return with_settled_groups(answers, indicator_set, file)


def _read(data: bytes, indicator_set: IndicatorSet, file: str) -> AnswerSheet:
    if is_json(data, file):
        return _read_json(parse_json(data, file), indicator_set, file)
    grids = read_tables(data, file)
    for grid in grids:
        mark = mark_of(grid)
        if mark is not None:
            check_set("form", mark.set_key, mark.content_hash, indicator_set, grid.place(mark.cell))
    return read_grids(grids, asked_by(indicator_set))


def _check_keys(answers: AnswerSheet, indicator_set: IndicatorSet, file: str) -> None:
    """Refuse a file most figures of which the set does not know, in one sentence instead of hundreds.

    Raises:
        InvalidAnswers: It is of another set.
    """
    unknown = {each.facts["value"] for each in answers.problems if each.code == "answers.unknown_figure"}
    known = {key for places in answers.places.values() for key in places}
    if len(unknown) >= _FEWEST_STRANGERS and len(unknown) > len(known):
        facts = {
            "unknown": str(len(unknown)),
            "count": str(len(unknown) + len(known)),
            "examples": ", ".join(sorted(unknown)[:_NAMED_STRANGERS]),
            "expected": indicator_set.key,
        }
        raise InvalidAnswers([Problem("answers.other_set", facts, Place(file=file))])


def _read_json(value: object, indicator_set: IndicatorSet, file: str) -> AnswerSheet:
    try:
        if isinstance(value, dict):
            check_set("json", value.get("set"), value.get("hash"), indicator_set, Place(file=file))
    except InvalidAnswers as other:
        sheet = read_parsed(value, asked_by(indicator_set), file)
        # Figures that nobody asks for here come with another set, and so may all the rest.
        if any(each.code == "answers.unknown_figure" for each in sheet.problems):
            raise
        raise InvalidAnswers([*other.problems, *sheet.problems]) from None
    return read_parsed(value, asked_by(indicator_set), file)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file somebody handed in.

    Raises:
        NotFound: There is no such file.
        Refused: It cannot be opened.
        InvalidAnswers: It is empty, or too large.
    """
    try:
        found = path.stat()
        if S_ISCHR(found.st_mode) or S_ISBLK(found.st_mode):
            # A device may never end.
            raise OSError
        if found.st_size > MOST_BYTES:
            facts = {"most": str(MOST_BYTES)}
            raise InvalidAnswers([Problem("file.too_large", facts, Place(file=path.name))])
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotFound("file.not_found", path=str(path)) from None
    except OSError as error:
        raise Refused("file.unreadable", path=str(path), why=type(error).__name__) from None
    if not data.strip():
        raise InvalidAnswers([Problem("file.empty", {}, Place(file=path.name))])
    return data


def is_json(data: bytes, file: str = "") -> bool:
    """Whether a file is JSON, by its name or by how it begins."""
    if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return False
    # Every other byte of UTF-16 is nothing, as far as brackets and blanks go.
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"").lstrip()
    return file.lower().endswith(".json") or head.startswith((b"{", b"["))


def read_tables(data: bytes, file: str = "") -> Sequence[Grid]:
    """The grids of an Excel or CSV file."""
    if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return read_workbook(data, file)
    # A workbook of which nothing but its first bytes has arrived is no text.
    if ZIP_MAGIC.startswith(data) and file.lower().endswith((".xlsx", ".xlsm")):
        raise InvalidAnswers([Problem("file.broken", {"why": "EOFError"}, Place(file=file))])
    return [read_csv(data, file)]


def check_set(
    kind: Literal["form", "json", "scores"],
    key: object,
    content: object,
    indicator_set: IndicatorSet,
    place: Place,
) -> None:
    """Refuse a form, a JSON file or scores of another set, or of another text of the same set.

    Raises:
        InvalidAnswers: The key or the content hash differs; what is not given is not checked.
    """
    if key and key != indicator_set.key:
        facts = {"found": str(key), "expected": indicator_set.key}
        code = {"form": "form.other_set", "json": "json.other_set", "scores": "scores.other_set"}[kind]
        raise InvalidAnswers([Problem(code, facts, place)])
    if content and content != content_hash(indicator_set):
        changed = {
            "form": "form.other_edition",
            "json": "json.other_edition",
            "scores": "scores.other_edition",
        }[kind]
        raise InvalidAnswers([Problem(changed, {"expected": indicator_set.key}, place)])
