"""Offices in charge and offices that help: one office, one spelling; one row, one lead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.office_forms import clusters, office_form, offices_in

_COLLECTIVE = ("cac ", "toan bo ")
_BY_LETTERS = re.compile(
    r"(?:S(?<!\w.)ở|B(?<!\w.)ộ|P(?<!\w.)hòng|C(?<!\w.)ục|B(?<!\w.)an) "
    r"[A-ZĐ]{2,}(?: ?[&-] ?[A-ZĐ]{2,}| [A-ZĐ]{2,})*\b"
)


def spellings(document: Document) -> Iterator[Hit]:
    """One office is spelt in several ways, in its columns or, shortened, inside a text."""
    known = _declared(document)
    rows = _rows_by_office(document)
    columns = frozenset(rows)
    for spelling, row in _shortened_in_texts(document):
        if row not in rows.setdefault(spelling, []):
            rows[spelling].append(row)
    for cluster in clusters(list(rows), columns):
        if len(cluster) < 2:
            continue
        usual = max(cluster, key=lambda spelling: (spelling in known, len(rows[spelling])))
        others = tuple(f"{each} ({', '.join(document.labels(rows[each]))})" for each in cluster if rows[each])
        for spelling in cluster:
            if spelling != usual and rows[spelling] and not _is_mid_cell(spelling, usual):
                labels = document.labels(rows[spelling])
                facts: Facts = {"spelling": spelling, "usual": usual, "rows": labels, "spellings": others}
                yield Hit(
                    row=rows[spelling][0],
                    is_set_wide=True,
                    detail=spelling,
                    printed=spelling,
                    computed=usual,
                    facts=facts,
                )


def shortened_names(document: Document) -> Iterator[Hit]:
    """An office is the beginning of another one: words may be missing."""
    rows = _rows_by_office(document)
    folded = {spelling: office_form(spelling).split() for spelling in rows}
    pieces = _pieces(document)
    for spelling, words in folded.items():
        is_short = len(fold(spelling).split()) < 2 or _is_collective(spelling)
        if not rows[spelling] or spelling in pieces or is_short:
            continue
        for other, more in folded.items():
            if len(more) > len(words) and more[: len(words)] == words:
                labels = document.labels(rows[spelling])
                facts: Facts = {"spelling": spelling, "longer": other, "rows": labels}
                yield Hit(
                    row=rows[spelling][0],
                    is_set_wide=True,
                    detail=spelling,
                    printed=spelling,
                    computed=other,
                    facts=facts,
                )
                break


def collective_offices(document: Document) -> Iterator[Hit]:
    """An office is named only as one of many (các đơn vị liên quan), so nobody in particular is."""
    seen: dict[str, list[Row]] = {}
    for spelling, rows in _rows_by_spelling(document).items():
        if _is_collective(spelling):
            seen.setdefault(spelling, []).extend(rows)
    for spelling, rows in seen.items():
        labels = document.labels(rows)
        facts: Facts = {"spelling": spelling, "rows": labels, "count": len(rows)}
        yield Hit(row=rows[0], is_set_wide=True, detail=spelling, printed=spelling, facts=facts)


def leading_and_coordinating(document: Document) -> Iterator[Hit]:
    """One office both leads and coordinates in the same row."""
    for row in document.rows:
        leading = {office_form(office): office for office in row.lead}
        for office in row.coordinating:
            if office_form(office) in leading:
                yield Hit(row=row, detail=office, printed=office, facts={"office": office})


def missing_leads(document: Document) -> Iterator[Hit]:
    """A row has no office in charge although the rows around it have one."""
    for rows in document.siblings():
        leaves = [row for row in rows if _needs_lead(row, document)]
        if sum(bool(row.lead) for row in leaves) * 2 <= len(leaves):
            continue
        for row in leaves:
            if not row.lead:
                yield Hit(row=row, facts={"name": row.correct_name})


def several_leads(document: Document) -> Iterator[Hit]:
    """A row has several offices in charge: nobody knows who answers for it."""
    known = _declared_forms(document)
    for row in document.rows:
        if len(row.lead) > 1 and not any(_cut(row.lead, known)):
            yield Hit(row=row, printed="; ".join(row.lead), facts={"offices": row.lead})


def joined_offices(document: Document) -> Iterator[Hit]:
    """Several offices stand in one name: they count as one nobody knows."""
    by_spelling = _rows_by_spelling(document)
    for spelling, parts in offices_in(by_spelling, _pieces(document)).items():
        if len(parts) > 1 or ";" in spelling:
            rows = by_spelling[spelling]
            facts: Facts = {"spelling": spelling, "rows": document.labels(rows), "parts": tuple(parts)}
            yield Hit(
                row=rows[0],
                is_set_wide=True,
                detail=spelling,
                printed=spelling,
                computed="; ".join(parts),
                facts=facts,
            )


def cut_offices(document: Document) -> Iterator[Hit]:
    """Neighbours in a list, joined by a comma, are an office of the set's own list: quotes are missing."""
    known = _declared_forms(document)
    for row in document.rows:
        for offices in (row.lead, row.coordinating):
            for office, parts in _cut(offices, known):
                facts: Facts = {"office": office, "parts": parts}
                yield Hit(row=row, detail=office, printed="; ".join(parts), computed=office, facts=facts)


def _cut(offices: tuple[str, ...], known: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each known office that stands in neighbouring pieces none of which is known itself.

    "Phòng Văn hóa, Xã hội" stands in two where "Phòng Văn hóa - Xã hội" is known.
    """
    for start in range(len(offices) if known else 0):
        for end in range(start + 2, len(offices) + 1):
            parts = offices[start:end]
            office = known.get(office_form(" ".join(parts)))
            if office is not None and known.keys().isdisjoint(map(office_form, parts)):
                yield office, parts


def _pieces(document: Document) -> set[str]:
    return {part for hit in cut_offices(document) for part in (hit.printed or "").split("; ")}


def unknown_offices(document: Document) -> Iterator[Hit]:
    """An office is not in the set's own list of offices."""
    listed = document.set.offices
    if not listed:
        return
    known = _declared(document)
    by_spelling = _rows_by_spelling(document)
    # Offices that only want a spelling or quotes, or stand several in one name, are told of there.
    told = _pieces(document)
    parted = offices_in(by_spelling, told)
    told |= {spelling for spelling, parts in parted.items() if len(parts) > 1 or ";" in spelling}
    for cluster in clusters(
        list(dict.fromkeys((*listed, *by_spelling))), frozenset(by_spelling) | set(listed)
    ):
        if not listed.keys().isdisjoint(cluster):
            told |= set(cluster)
    for spelling, rows in by_spelling.items():
        if spelling not in known | told:
            labels = document.labels(rows)
            facts: Facts = {"spelling": spelling, "rows": labels}
            yield Hit(row=rows[0], is_set_wide=True, detail=spelling, printed=spelling, facts=facts)


def _declared(document: Document) -> set[str]:
    """Every spelling in the set's own list of offices."""
    return {each for office, others in document.set.offices.items() for each in (office, *others)}


def _declared_forms(document: Document) -> dict[str, str]:
    """The form of every spelling in the set's own list of offices → the spelling."""
    return {office_form(each): each for each in sorted(_declared(document), reverse=True)}


def _rows_by_office(document: Document) -> dict[str, list[Row]]:
    """Every spelling with its rows: joined offices parted, and those of the set's list that no row names."""
    rows: dict[str, list[Row]] = {}
    by_spelling = _rows_by_spelling(document)
    for spelling, parts in offices_in(by_spelling, _pieces(document)).items():
        for office in parts:
            rows.setdefault(office, []).extend(by_spelling[spelling])
    for office in document.set.offices:
        rows.setdefault(office, [])
    return rows


def _rows_by_spelling(document: Document) -> dict[str, list[Row]]:
    """Every spelling with its rows; accents that stand apart are no spelling of their own."""
    rows: dict[str, list[Row]] = {}
    for row in document.rows:
        named = (unicodedata.normalize("NFC", office) for office in (*row.lead, *row.coordinating))
        for office in dict.fromkeys(named):
            rows.setdefault(office, []).append(row)
    return rows


def _shortened_in_texts(document: Document) -> Iterator[tuple[str, Row]]:
    """Offices that running texts name by their letters: ``Sở TTTT``, ``Sở TT&TT``."""
    for row in document.rows:
        evidence = "" if row.evidence is None else row.evidence.printed
        for text in (row.name, row.method, row.printed_note, evidence, row.instructions):
            for spelling in _BY_LETTERS.findall(text or ""):
                yield spelling, row


def _is_mid_cell(spelling: str, usual: str) -> bool:
    """Whether only the capital of a collective differs: "các cơ quan" after a comma is right."""
    return _is_collective(spelling) and spelling[1:] == usual[1:]


def _is_collective(spelling: str) -> bool:
    folded, is_every = f"{fold(spelling)} ", spelling.casefold().startswith("mọi ")
    return is_every or folded.startswith(_COLLECTIVE) or " lien quan " in folded


def _needs_lead(row: Row, document: Document) -> bool:
    if document.tree.children[row.key] or row.shares_maximum_of:
        return False
    return row.role != "information" or any(
        given.type in ("whole", "decimal") for given in row.inputs.values()
    )


CHECKS = (
    Check("office.spelling", "warning", "office", spellings),
    Check("office.shortened", "info", "office", shortened_names),
    Check("office.collective", "info", "office", collective_offices),
    Check("office.unknown", "warning", "office", unknown_offices),
    Check("office.cut", "error", "office", cut_offices),
    Check("office.joined", "warning", "office", joined_offices),
    Check("office.both", "warning", "office", leading_and_coordinating),
    Check("lead.missing", "warning", "row", missing_leads),
    Check("lead.several", "info", "row", several_leads),
)
