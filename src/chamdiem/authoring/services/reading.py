"""The work in the background: a file becomes rows on the desk, whole or not at all."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction

from chamdiem.annex import Annex, report_data
from chamdiem.annex.isolating import import_apart
from chamdiem.annex.printed import NoRows
from chamdiem.annex.rows import AnnexRow
from chamdiem.authoring.models import WorkingCopy, WorkingRow, WorkingStep
from chamdiem.authoring.plain import parts_of, to_text
from chamdiem.authoring.services.choosing import choices_of
from chamdiem.errors import InvalidAnnex, Problem
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import report_progress

_STEPS = 3


def read_into(*, copy_id: int, job: Job) -> int:
    """Read the file of a working copy into it; how many rows there are.

    Rows of a reading before are replaced. What is wrong with the file is kept with the copy, as
    problems. Where the copy is gone or read already nothing happens, so a work begun again after a
    kill does no harm.
    """
    copy = WorkingCopy.objects.filter(pk=copy_id, is_read=False).first()
    if copy is None:
        return 0
    report_progress(job, 1, _STEPS)
    try:
        annex, draft = import_apart(bytes(copy.content), copy.file_name, choices_of(copy))
    except InvalidAnnex as refused:
        _keep_problems(copy, refused)
        return 0
    report_progress(job, 2, _STEPS)
    head, rows = parts_of(draft.indicator_set)
    _lay_down(copy_id, annex, head, rows)
    return len(rows)


def _keep_problems(copy: WorkingCopy, refused: InvalidAnnex) -> None:
    """What is wrong, and the tables there are; the rows of a reading before stay as they were."""
    if isinstance(refused, NoRows):
        copy.found = {**copy.found, "printed": [asdict(each) for each in refused.printed]}
    copy.problems = [asdict(each) for each in refused.problems]
    copy.is_read = WorkingRow.objects.filter(copy=copy).exists()
    copy.save(update_fields=["found", "problems", "is_read"])


@transaction.atomic
def _lay_down(copy_id: int, annex: Annex, head: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    copy = WorkingCopy.objects.select_for_update().filter(pk=copy_id, is_read=False).first()
    if copy is None:
        return
    found = report_data(annex)
    copy.found = {key: found[key] for key in ("kind", "declared", "tables", "warnings", "max")}
    copy.found["printed"] = [asdict(each) for each in annex.printed]
    copy.header, copy.is_read, copy.problems = to_text(head), True, []
    copy.save(update_fields=["found", "header", "is_read", "problems"])
    WorkingStep.objects.filter(copy=copy).delete()
    WorkingRow.objects.filter(copy=copy).delete()
    WorkingRow.objects.bulk_create(
        WorkingRow(copy=copy, position=place, document=to_text(data), origin=_origin(row))
        for place, (row, data) in enumerate(zip(annex.rows, rows, strict=True))
    )


def _origin(row: AnnexRow) -> dict[str, Any]:
    rule = row.rule
    return {
        "number": row.number,
        "max": row.max_text,
        "texts": [[field, text] for field, text in row.texts.items() if text],
        "phrases": [] if rule is None or rule.is_manual else [asdict(each) for each in rule.phrases],
        "warnings": [asdict(each) for each in row.warnings],
        "repairs": [asdict(each) for each in row.repairs],
        "confidence": None if rule is None else rule.confidence,
        "place": row.spot.text,
        **({"bare_levels": True} if row.has_bare_levels else {}),
    }


def problems_of(copy: WorkingCopy) -> list[Problem]:
    """What was wrong with the file of a working copy."""
    return [Problem(each["code"], each["facts"]) for each in copy.problems]
