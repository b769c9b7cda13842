"""What the reader said of where rows stand, said anew when they are moved: sums, and rules that come back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.drafting import figures_of
from chamdiem.annex.rows import AnnexRow, Notice, Repair
from chamdiem.annex.rules.giving import rule_of
from chamdiem.authoring.casing import remake_cases
from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.plain import Data, problems_of_row, tidy, to_text
from chamdiem.authoring.selectors import Desk

_OF_PLACE = ("max.sum", "rule.lost_to_rows", "rule.above_rows")
# What belongs to the rule of a row.
_RULED = ("rule", "inputs", "checks", "not_applicable_when", "cases", "note")
_FIELDS = (("name", "name"), ("method", "method"), ("instructions", "instructions"), ("note", "printed_note"))


def restate(desk: Desk) -> None:
    """Say again what depends on the rows below, after a change of the rows of a file that was read.

    A criterion that has no rows below it any more gets the rule of its text back.
    """
    now = Desk(desk.copy, tuple(WorkingRow.objects.filter(copy=desk.copy)))
    if not desk.copy.file_name or not _is_rearranged(desk, now):
        return
    groups = _groups_of(_as_it_was(desk))
    changed = [row for place, row in enumerate(now.rows) if _restated(now, place, was_group=row.pk in groups)]
    WorkingRow.objects.bulk_update(changed, ["document", "origin", "is_accepted", "version"])


def read_again(copy: WorkingCopy, ids: Collection[int]) -> None:
    """Give rows the rule of the text they have now; a rule that people wrote stays, and the row says so."""
    desk = Desk(copy, tuple(WorkingRow.objects.filter(copy=copy)))
    for row, data in zip(desk.rows, desk.documents, strict=True):
        if row.pk not in ids or not data.get("max_points"):
            continue
        warnings = row.origin.get("warnings", [])
        is_own = bool(data.get("rule")) and row.origin.get("confidence") is None
        bare = {key: value for key, value in data.items() if key not in _RULED}
        if is_own or not _give_back(desk, row, data, bare, warnings):
            moved = {"code": "rule.text_moved", "facts": {}}
            row.origin = {**row.origin, "warnings": [*warnings, moved]}
            row.is_accepted = False
        row.save(update_fields=["document", "origin", "is_accepted", "version"])


def _is_rearranged(desk: Desk, now: Desk) -> bool:
    """Whether rows stand elsewhere than before, or have other points."""
    before = desk.before["rows"]
    return any(row.pk not in before or _has_moved(before[row.pk], row) for row in now.every_row)


def _has_moved(before: Mapping[str, Any], row: WorkingRow) -> bool:
    if (before["position"], before["is_deleted"]) != (row.position, row.is_deleted):
        return True
    if before["document"] == row.document:
        return False
    old, new = WorkingRow(document=before["document"]).data, row.data
    return any(old.get(key) != new.get(key) for key in ("level", "max_points"))


def _as_it_was(desk: Desk) -> Desk:
    rows = [WorkingRow(pk=pk, **state) for pk, state in desk.before["rows"].items()]
    return Desk(desk.copy, tuple(sorted(rows, key=lambda row: row.position)))


def _groups_of(desk: Desk) -> set[int]:
    return {row.pk for place, row in enumerate(desk.rows) if desk.below(place)}


def _restated(desk: Desk, place: int, *, was_group: bool) -> bool:
    """Bring one row up to date; whether anything changed."""
    row, data = desk.rows[place], desk.documents[place]
    below = [desk.documents[each] for each in desk.below(place)]
    warnings = row.origin.get("warnings", [])
    kept = [each for each in warnings if each["code"] not in _OF_PLACE]
    said = [each for each in warnings if each["code"] in _OF_PLACE]
    if was_group and not below and not data.get("rule") and _may_have_a_rule(row, data):
        return _give_back(desk, row, data, data, kept)
    found = _said_of(data, below, said)
    if found == said:
        return False
    row.origin = {**row.origin, "warnings": [*kept, *found]}
    row.is_accepted = row.is_accepted and all(each in said for each in found)
    return True


def _said_of(data: Data, below: Sequence[Data], said: Sequence[Data]) -> list[Data]:
    found = []
    given = [Fraction(each["max_points"]) for each in below if each.get("max_points")]
    if given and data.get("max_points") and sum(given) != Fraction(data["max_points"]):
        facts = {
            "printed": amount_text(Fraction(data["max_points"])),
            "sum": amount_text(sum(given, Fraction(0))),
        }
        found.append({"code": "max.sum", "facts": facts})
    if below and data.get("rule"):
        found.append({"code": "rule.above_rows", "facts": {}})
    lost = [each for each in said if each["code"] == "rule.lost_to_rows"]
    return [*found, *(lost if below and not data.get("rule") else [])]


def _may_have_a_rule(row: WorkingRow, data: Data) -> bool:
    is_read = bool(row.origin.get("texts")) and not row.origin.get("bare_levels")
    return is_read and bool(data.get("max_points")) and data.get("role") != "information"


def _give_back(desk: Desk, row: WorkingRow, data: Data, bare: Data, kept: Sequence[Data]) -> bool:
    """Give a row the rule of its text; ``bare`` is its data without the rule it had."""
    read = _as_read(row, data, [each for each in kept if not each["code"].startswith("rule.")])
    read.rule = rule_of(read, Fraction(data["max_points"]))
    given = tidy({**bare, **figures_of(read)})
    if read.rule.assumed and not bare.get("note"):
        given = tidy({**given, "note": "; ".join(read.rule.assumed)})
    rows = [given if each is data else each for each in desk.documents]
    if problems_of_row(desk.head, rows, data["key"]):
        return False
    rows = remake_cases(desk.head, rows, {data["key"]})
    given = next(each for each in rows if each["key"] == data["key"])
    phrases = [] if read.rule.is_manual else [asdict(each) for each in read.rule.phrases]
    row.document = to_text(tidy(given))
    warnings = [asdict(each) for each in read.warnings]
    row.origin = {**row.origin, "warnings": warnings, "phrases": phrases, "confidence": read.rule.confidence}
    row.is_accepted = False
    row.version += 1
    return True


def _as_read(row: WorkingRow, data: Data, warnings: Sequence[Data]) -> AnnexRow:
    """The row as the reader of annexes has it, with the texts as they are now."""
    return AnnexRow(
        number=data.get("number", ""),
        texts={field: data[key] for field, key in _FIELDS if data.get(key)},
        max_points=Fraction(data["max_points"]),
        role=data.get("role", "scored"),
        warnings=[Notice(each["code"], each["facts"]) for each in warnings],
        repairs=[
            Repair(**{key: each[key] for key in ("field", "printed", "repaired", "start", "why")})
            for each in row.origin.get("repairs", [])
            if not each.get("undone")
        ],
    )
