"""Blocks of a file → one annex: which tables count, their rows in one tree, roles, title, declared counts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.blocks import Document
from chamdiem.annex.declared import count_declared, counts_the_top, lone_pillar, read_declared, stated_total
from chamdiem.annex.heading import describe
from chamdiem.annex.hierarchy import build_tree, set_levels
from chamdiem.annex.interleaved import read_interleaved
from chamdiem.annex.lettered import settle_lettered
from chamdiem.annex.marked_names import without_mark
from chamdiem.annex.numbering import read_number
from chamdiem.annex.omissions import look_for_omissions
from chamdiem.annex.outline import read_outline
from chamdiem.annex.outside import read_outside
from chamdiem.annex.printed import Choices, list_printed
from chamdiem.annex.roles import INFORMATION, set_roles
from chamdiem.annex.row_keys import set_keys
from chamdiem.annex.rows import Annex, AnnexRow, Notice
from chamdiem.annex.section_heads import SectionHeads
from chamdiem.annex.table import Table, found_tables
from chamdiem.annex.table_sections import are_sections, goes_into, headed, joined_sheets, names_of
from chamdiem.annex.tables import read_tables
from chamdiem.annex.unheard import tell_unheard
from chamdiem.errors import InvalidAnnex, Place, Problem

# The largest set known has some 300 rows.
MOST_ROWS = 3_000


def assemble(document: Document, file: str, choices: Choices | None = None) -> Annex:
    """The annex a document holds, with its tree; no texts are repaired, no rules are read yet.

    Raises:
        InvalidAnnex: More rows than a set may have.
    """
    annex = Annex(file, document.kind)
    annex.warnings = [Notice("reader.note", {"text": text}) for text in document.warnings]
    tables = read_tables(document, choices)
    annex.printed = list_printed(document.blocks, tables)
    used = _used(tables)
    if not any(table.is_scored for table in used):
        information = [table for table in used if table.is_information]
        used = [*information, *(read_interleaved(document) or read_outline(document))]
        tables += [table for table in used if table not in tables]
    count = sum(len(table.rows) for table in used)
    if count > MOST_ROWS:
        facts = {"count": str(count), "most": str(MOST_ROWS)}
        raise InvalidAnnex([Problem("annex.too_many_rows", facts, Place(file=file))])
    annex.tables = found_tables(tables, used)
    describe(annex, document, used)
    _gather(annex, used, lone_pillar(document))
    if unread := dict.fromkeys(heading for table in used for heading in table.unread):
        annex.warnings.append(Notice("columns.unread", {"headings": "”, “".join(unread)}))
    if told := dict.fromkeys(heading for table in used for heading in table.columns.by_contents):
        annex.warnings.append(Notice("columns.by_contents", {"headings": "”, “".join(told)}))
    if annex.total is None:
        annex.total = stated_total(document)
    settle_lettered(annex)
    set_levels(annex.rows)
    for row in annex.rows:
        # What it says of the place of a row is used; it is no part of the name.
        without_mark(row)
    _share_maxima(annex)
    set_roles(annex, used)
    set_keys(annex.rows)
    declared = read_declared(document)
    annex.is_named_from_top = counts_the_top(annex, declared)
    annex.declared = count_declared(annex, declared)
    _look_at_sums(annex)
    look_for_omissions(annex, document, tables)
    read_outside(annex, document, used)
    tell_unheard(annex, document, tables, used)
    return annex


def _used(tables: Sequence[Table]) -> list[Table]:
    """The tables of points, and those of general information in front of them."""
    scored = [table for table in tables if table.rows and _has_points(table)]
    if not scored:
        return [table for table in tables if table.is_information]
    return [table for table in tables if table in scored or table.is_information]


def _has_points(table: Table) -> bool:
    """Whether a table is one of points: by its columns, or by its names where people chose the columns."""
    return "max" in table.columns or table.gives_points or (table.chosen is not None and table.is_scored)


def _gather(annex: Annex, tables: Sequence[Table], pillar: str) -> None:
    """All rows in one tree; ``pillar`` is the only one the text names, where the table does not print it."""
    scored = [table for table in tables if not table.is_information]
    names = names_of(scored) if are_sections(scored) else {}
    if names:
        annex.warnings.append(
            Notice("tables.sections", {"count": str(len(names)), "names": "; ".join(names.values())})
        )
    elif joined := joined_sheets(scored):
        annex.warnings.append(Notice("tables.joined", {"names": "; ".join(joined)}))
    rows: list[AnnexRow] = []
    below, offset = None, 0
    heads = SectionHeads()
    for table in tables:
        base = None
        if table.number in names and table in scored:
            base = heads.add(annex.rows, table, _head_of(table, names[table.number]))
        elif table.is_information and not any(INFORMATION.match(row.name) for row in table.rows[:1]):
            base = len(annex.rows)
            annex.rows.append(
                AnnexRow(texts={"name": "Thông tin chung"}, spot=table.rows[0].spot, role="information")
            )
        elif table.total is not None and annex.total is None:
            annex.total = table.total.max_points
        if len(scored) == 1 and table in scored and _lacks(table, pillar):
            base = len(annex.rows)
            annex.rows.append(_lone_head(table, pillar))
        if table.is_guessed:
            table.rows[0].warn("columns.guessed")
        if table.columns.supposed and table.rows:
            table.rows[0].warn("columns.supposed", heading=table.columns.supposed)
        if base is not None or not goes_into(table, rows):
            rows, below, offset = [], base, len(annex.rows)
        annex.rows += table.rows
        rows += table.rows
        build_tree(rows, below, offset)


def _lacks(table: Table, pillar: str) -> bool:
    return bool(pillar) and not any(row.name.casefold().endswith(pillar.casefold()) for row in table.rows[:1])


def _lone_head(table: Table, pillar: str) -> AnnexRow:
    row = AnnexRow(texts={"name": pillar}, spot=table.rows[0].spot, table=table.number)
    row.max_points = table.total.max_points if table.total else None
    row.warn("row.from_caption", caption=pillar)
    return row


def _head_of(table: Table, name: str) -> AnnexRow:
    number, _, points = headed(table)
    row = AnnexRow(number=number, texts={"name": name}, table=table.number)
    row.spot = table.rows[0].spot
    row.max_points = table.total.max_points if table.total else points
    row.warn("row.from_caption", caption=table.caption or name)
    return row


def _share_maxima(annex: Annex) -> None:
    """A row without points beside one whose points make up the sum shares that row's merged cell."""
    for place, row in enumerate(annex.rows):
        if row.is_group or row.max_points is not None or place == 0 or not row.number:
            continue
        before = annex.rows[place - 1]
        anchor = before.shares_maximum_of if before.shares_maximum_of is not None else place - 1
        if annex.rows[anchor].parent != row.parent or annex.rows[anchor].max_points is None:
            continue
        if row.is_merged_max or (not row.max_text and _is_sum_without(annex, row)):
            row.shares_maximum_of = anchor
            row.warn("max.shared", with_row=annex.rows[anchor].number)


def _is_sum_without(annex: Annex, row: AnnexRow) -> bool:
    if row.parent is None or annex.rows[row.parent].max_points is None:
        return False
    siblings = annex.children(row.parent)
    total = sum((annex.rows[each].max_points or Fraction(0) for each in siblings), Fraction(0))
    return total == annex.rows[row.parent].max_points


def _look_at_sums(annex: Annex) -> None:
    """Maxima that do not add up are printed like that, or read wrongly: a person decides."""
    for place, row in enumerate(annex.rows):
        known = [annex.rows[each].max_points for each in annex.children(place)]
        given = [each for each in known if each is not None]
        if row.max_points is None or not given:
            continue
        if sum(given) != row.max_points:
            row.warn("max.sum", printed=amount_text(row.max_points), sum=amount_text(sum(given, Fraction(0))))
    for before, row in zip(annex.rows, annex.rows[1:], strict=False):
        one, other = read_number(before.number), read_number(row.number)
        if one and other and one == other and before.parent == row.parent:
            row.warn("number.repeated", number=row.number)
