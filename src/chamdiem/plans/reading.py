"""Files of plans: YAML and Excel → the core's plan, with criteria looked up where they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.plan_loading import load_plan as build_plan
from chamdiem.core.plan_values import Maxima
from chamdiem.errors import Invalid, InvalidPlan, Place, Problem
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled
from chamdiem.library.editions import list_editions, load_edition
from chamdiem.library.plans import maxima_of, read_handed_in
from chamdiem.library.reading import read_marked
from chamdiem.office.excel_reading import OLE_MAGIC, ZIP_MAGIC
from chamdiem.office.plan_cells import as_seen
from chamdiem.office.plan_reading import book_remarks, key_in_book, read_plan_book

MOST_BYTES = 10_000_000
_YAML = (".yaml", ".yml")
# Names of files that are no text, whatever is in them.
_SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")


def read_content(text: str, file: str = "") -> PrintedPlan:
    """A plan from YAML text that is kept here, or made here; its values were accepted once.

    Raises:
        InvalidPlan: Carries every problem with line and path.
    """
    return build_plan(read_marked(text, file, InvalidPlan), file, criteria_of)


def read_file(data: bytes, file: str, over: PrintedPlan | None = None) -> PrintedPlan:
    """A plan from a file, Excel or YAML, read over the plan it changes.

    Raises:
        Invalid: It cannot be read at all, or is wrong; names every problem with its cell or line.
    """
    if len(data) > MOST_BYTES:
        raise InvalidPlan(
            [Problem("plan.file_too_large", {"most": str(MOST_BYTES // 10**6)}, Place(file=file))]
        )
    if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return read_plan_book(data, file, criteria_of, over)
    if file.lower().endswith(_SPREADSHEETS):
        raise InvalidPlan([Problem("plan.file_neither", {}, Place(file=file))])
    try:
        text = as_seen(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidPlan([Problem("plan.file_neither", {}, Place(file=file))]) from None
    try:
        return read_handed_in(text, file, criteria_of, over)
    except InvalidPlan:
        # Whoever hands in other text knows nothing of YAML.
        if not file or file.lower().endswith(_YAML) or key_in(data, file):
            raise
        raise InvalidPlan([Problem("plan.file_neither", {}, Place(file=file))]) from None


def list_remarks(data: bytes, file: str) -> list[Problem]:
    """What is odd in a workbook and is read all the same; nothing of a text file.

    Raises:
        Invalid: It cannot be read.
    """
    return book_remarks(data, file) if data.startswith((ZIP_MAGIC, OLE_MAGIC)) else []


def key_in(data: bytes, file: str) -> str:
    """The key of the plan a file says it holds, whatever else is wrong in it; empty where it says none."""
    try:
        if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
            return key_in_book(data, file)
        head = read_marked(as_seen(data.decode("utf-8-sig")), file, InvalidPlan).value
    except (Invalid, UnicodeDecodeError):
        return ""
    header = head.get("plan") if isinstance(head, dict) else None
    key = header.value.get("key") if header is not None and isinstance(header.value, dict) else None
    return key.value if key is not None and isinstance(key.value, str) else ""


def criteria_of(set_key: str) -> Maxima | None:
    """The scored rows of an edition with their maxima; None where nobody knows it."""
    rows = _rows_of(set_key)
    return None if rows is None else maxima_of(rows)


def criterion_names(set_key: str) -> dict[str, str]:
    """Key of a criterion → its name, for people; empty where the set is unknown."""
    return {row.key: row.correct_name for row in _rows_of(set_key) or ()}


def set_of(set_key: str) -> IndicatorSet | None:
    """The set of a key: of the database first, then of the library; None where nobody knows it."""
    edition = Edition.objects.filter(key=set_key).first() if set_key else None
    if edition is not None:
        return compiled(edition).indicator_set
    return load_edition(set_key) if set_key in list_editions() else None


def _rows_of(set_key: str) -> Sequence[Row] | None:
    known = set_of(set_key)
    return known.rows if known is not None else None
