"""Printed numbers: gaps, repetitions, order, restarts, and rows without a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.likely_numbers import likely_number, taken_places
from chamdiem.core.lint.numbered_tables import tables_of
from chamdiem.core.lint.numbers import (
    PrintedNumber,
    list_passed_over,
    plain_number,
    write_below,
    write_beside,
)

# More missing numbers than this in one place mean another way of numbering, unless the list goes on.
_MOST_MISSING = 9
# "TM.01", "PN-2", "①", "Một": how some decisions number their rows.
_CODE = re.compile(
    r"[A-ZĐ]{1,6}[-._/ ]?\d{1,4}(?:[-._/]\d{1,3})*|[①-⑳❶-❿⓵-⓾➀-➉➊-➓]"
    r"|(?i:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
)
_FEWEST_CODES = 2
_Full = tuple[int | str, ...]


def gaps(document: Document) -> Iterator[Hit]:
    """A number is missing between two rows that stand side by side, or before the first."""
    last_of_level: dict[str, int] = {}
    for rows in document.siblings():
        expected = 1
        before: PrintedNumber | None = None
        # One that stands further down is out of order, and not missing.
        printed = {plain_number(row.number) for row in rows}
        for row in rows:
            number = document.numbers.get(row.key)
            if number is None:
                # The number it lacks is reported for the row itself.
                expected += 1
                continue
            # A list may be numbered on from the list before it: 1–4 under A, 5–9 under B.
            is_first = row is rows[0] and len(number.parts) == 1
            continues = is_first and number.last == last_of_level.get(row.level, 0) + 1
            # After 1, 2, 3 a letter begins a count of its own.
            is_alike = before is None or before.is_letter == number.is_letter
            passed = list_passed_over(row.number, range(expected, number.last))
            missing = [each for each in passed if each not in printed]
            is_near = len(missing) <= _MOST_MISSING or _is_counted_on(row, number, before, document)
            if missing and is_near and is_alike and not continues:
                yield _gap(row, missing)
            # The second of two alike has the place after the first.
            expected, before = expected + 1 if number == before else number.last + 1, number
            last_of_level[row.level] = number.last


def _is_counted_on(row: Row, number: PrintedNumber, before: PrintedNumber | None, document: Document) -> bool:
    """Whether only the last part can be wrong: the others are those of its list, or of the row above."""
    above = document.parent(row)
    own = None if above is None else document.numbers.get(above.key)
    beside = before or own
    others = () if beside is None else beside.parts[:-1] if before else beside.parts
    return len(number.parts) > 1 and number.parts[:-1] == others


def _gap(row: Row, missing: list[str]) -> Hit:
    is_far = len(missing) > _MOST_MISSING
    names = (f"{missing[0]}–{missing[-1]}",) if is_far else tuple(missing)
    facts: Facts = {"missing": names, "number": row.number, "name": row.correct_name}
    return Hit(row=row, printed=row.number, computed=", ".join(names), facts=facts)


def repeated_numbers(document: Document) -> Iterator[Hit]:
    """Two rows under the same heading carry the same number."""
    first: dict[tuple[str, str, tuple[bool, ...], _Full], Row] = {}
    tables, fulls = tables_of(document), _full_numbers(document)
    letters: dict[str, tuple[bool, ...]] = {}
    repeated: dict[str, str] = {}
    for row in document.rows:
        number, above = document.numbers.get(row.key), document.tree.parent[row.key] or ""
        # 3 is no C, nor are the rows of A those of I; what stands below each of two alike is its own.
        letters[row.key] = (*letters.get(above, ()), number is not None and number.is_letter)
        repeated[row.key] = repeated.get(above, "")
        if number is None:
            continue
        place = (tables[row.key], repeated[row.key], letters[row.key], fulls[row.key])
        other = first.setdefault(place, row)
        if other is not row:
            repeated[row.key] = row.key
            facts: Facts = {"other": other.correct_name, "number": row.number}
            yield Hit(row=row, printed=row.number, facts=facts)


def numbers_out_of_order(document: Document) -> Iterator[Hit]:
    """A number is smaller than the one printed before it in the same list."""
    for rows in _lists(document):
        before: tuple[Row, PrintedNumber] | None = None
        for row in rows:
            number = document.numbers.get(row.key)
            if number is None:
                continue
            # A number of another heading is told of as such.
            if before is not None and _is_list_of(number, before[1]) and number.last < before[1].last:
                earlier = write_beside(before[0].number, before[1].last)
                facts: Facts = {"before": earlier, "number": row.number}
                yield Hit(row=row, printed=row.number, computed=earlier, facts=facts)
            before = row, number


def _lists(document: Document) -> Iterator[list[Row]]:
    """The rows that stand side by side in one table."""
    of = tables_of(document)
    for rows in document.siblings():
        tables: dict[str, list[Row]] = {}
        for row in rows:
            tables.setdefault(of[row.key], []).append(row)
        yield from tables.values()


def _is_list_of(number: PrintedNumber, other: PrintedNumber) -> bool:
    """Whether two numbers differ in their last part only, and both are letters or neither is."""
    return number.is_letter == other.is_letter and number.parts[:-1] == other.parts[:-1]


def restarted_numbers(document: Document) -> Iterator[Hit]:
    """Numbers start again in every section, so a number alone does not name a row."""
    sections: dict[str, set[str]] = {}
    for row in document.rows:
        number = document.numbers.get(row.key)
        if number is not None and (len(number.parts) > 1 or _counts_rows(row, number, document)):
            sections.setdefault(row.number, set()).add(document.roots[row.key])
    twice = {number: roots for number, roots in sections.items() if len(roots) > 1}
    if twice:
        example, roots = next(iter(twice.items()))
        ordered = sorted(roots, key=document.positions.__getitem__)
        labels = document.labels(document.tree.by_key[key] for key in ordered)
        facts: Facts = {"number": example, "sections": labels, "count": len(twice)}
        yield Hit(computed=str(len(twice)), facts=facts)


def _counts_rows(row: Row, number: PrintedNumber, document: Document) -> bool:
    """Whether a single number is one of a section: letters begin again below every row, as they should."""
    return number.style == "arabic" and row.role != "information" and document.parent(row) is not None


def strange_children(document: Document) -> Iterator[Hit]:
    """A number does not continue the number of the row above (2.1 under 1)."""
    fulls = _full_numbers(document)
    proposed: dict[str, set[int]] = {}
    for row in document.rows:
        number, above = document.numbers.get(row.key), document.parent(row)
        if number is None or len(number.parts) == 1 or above is None:
            continue
        own = document.numbers.get(above.key)
        if own is None:
            continue
        prefix = number.parts[:-1]
        if prefix != own.parts and prefix != tuple(fulls.get(above.key, ())):
            taken = proposed.setdefault(above.key, taken_places(above, own, document))
            place = max(taken) + 1 if number.last in taken else number.last
            taken.add(place)
            expected = write_below(above.number, place, row.number)
            facts: Facts = {
                "number": row.number,
                "name": row.correct_name,
                "above": document.label(above),
                "expected": expected,
            }
            yield Hit(row=row, printed=row.number, computed=expected, facts=facts)


def rows_without_number(document: Document) -> Iterator[Hit]:
    """A scored row has no number although most rows of its level have one."""
    scored = [row for row in document.rows if row.role != "information"]
    numbered = Counter(row.level for row in scored if row.number)
    total = Counter(row.level for row in scored)
    for row in scored:
        if not row.number and 2 * numbered[row.level] > total[row.level]:
            yield Hit(row=row, computed=likely_number(row, document), facts={"name": row.correct_name})


def information_without_number(document: Document) -> Iterator[Hit]:
    """Rows of general information below a numbered heading have no number of their own."""
    for rows in document.siblings():
        bare = [row for row in rows if row.role == "information" and not row.number and not row.code]
        above = document.parent(rows[0]) if rows else None
        if bare and above is not None:
            names = tuple(row.correct_name for row in bare)
            yield Hit(row=above, computed=str(len(bare)), facts={"rows": names, "count": len(bare)})


def mixed_styles(document: Document) -> Iterator[Hit]:
    """A list mixes Roman and Arabic numbers or letters."""
    for rows in document.siblings():
        numbers = {row.key: number for row in rows if (number := document.numbers.get(row.key)) is not None}
        styles = Counter(number.style for number in numbers.values())
        if len(styles) < 2:
            continue
        usual, _ = styles.most_common(1)[0]
        example = next(row.number for row in rows if row.key in numbers and numbers[row.key].style == usual)
        for row in rows:
            number = numbers.get(row.key)
            if number is not None and number.style != usual:
                expected = write_beside(example, number.last) if usual == "arabic" else ""
                facts: Facts = {"number": row.number, "usual": Word(usual)}
                yield Hit(row=row, printed=row.number, computed=expected, facts=facts)


def unreadable_numbers(document: Document) -> Iterator[Hit]:
    """What stands in the number column is no number, and none of several codes such as “TM.01”."""
    unread = [row for row in document.rows if row.number and document.numbers.get(row.key) is None]
    codes = {row.key for row in unread if _CODE.fullmatch(row.number.strip())}
    for row in unread:
        if row.key not in codes or len(codes) < _FEWEST_CODES:
            yield Hit(row=row, printed=row.number, facts={"number": row.number})


def _full_numbers(document: Document) -> dict[str, _Full]:
    """Row key → its number with the numbers of the headings above where it does not repeat them."""
    fulls: dict[str, _Full] = {}
    for row in document.rows:
        number, above = document.numbers.get(row.key), document.parent(row)
        if number is None:
            continue
        base: _Full = () if above is None else fulls.get(above.key, (above.key,))
        own = document.numbers.get(above.key) if above is not None else None
        continues = own is not None and number.parts[:-1] == own.parts
        fulls[row.key] = (
            (*base, number.last) if continues or len(number.parts) == 1 else (*base[:1], *number.parts)
        )
    return fulls


CHECKS = (
    Check("number.gap", "warning", "number", gaps),
    Check("number.repeated", "error", "number", repeated_numbers),
    Check("number.order", "error", "number", numbers_out_of_order),
    Check("number.parent", "error", "number", strange_children),
    Check("number.missing", "warning", "number", rows_without_number),
    Check("number.missing_information", "info", "number", information_without_number),
    Check("number.mixed", "warning", "number", mixed_styles),
    Check("number.unreadable", "warning", "number", unreadable_numbers),
    Check("number.restarted", "info", "set", restarted_numbers),
)
