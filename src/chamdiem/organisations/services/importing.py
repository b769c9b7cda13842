"""A file comes in: kept, looked through, and applied as a whole or not at all."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from chamdiem.errors import Invalid, NotAllowed, NotFound, Place, Problem, WrongStage
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import start_job
from chamdiem.office.grid import tidy
from chamdiem.organisations.imports import IMPORTS, Plan
from chamdiem.organisations.models import ImportFile
from chamdiem.organisations.permissions import may_change_anything

# What takes longer than people wait is done by the worker.
LARGE_BYTES = 150_000
MOST_BYTES = 20_000_000
LOOK_THROUGH, APPLY = "organisations.look_through", "organisations.apply_import"


@transaction.atomic
def store_import(
    *, actor: AbstractBaseUser, kind: str, name: str, data: bytes, site: str, now: datetime
) -> ImportFile:
    """Keep a file and look it through: at once, or a large one by the worker.

    Another file of the same kind that this person has not applied makes way, unless the worker is at it.

    Args:
        actor: Who hands the file in.
        kind: One of ``ImportFile.Kind``.
        name: The name of the file.
        data: Its bytes.
        site: The address of this installation, for links in letters.
        now: The moment.

    Raises:
        NotAllowed: There is nothing the actor may change.
        Invalid: The file is empty or too large.
    """
    if not may_change_anything(actor):
        raise NotAllowed("import.not_allowed")
    name = tidy(name)[:200]
    if not data.strip():
        raise Invalid([Problem("file.empty", {}, Place(file=name))])
    if len(data) > MOST_BYTES:
        raise Invalid([Problem("file.too_large", {"most": str(MOST_BYTES)}, Place(file=name))])
    mine = ImportFile.objects.filter(uploaded_by_id=actor.pk, kind=kind, applied_at__isnull=True)
    mine.exclude(job__status__in=Job.UNDER_WAY).delete()
    file = ImportFile.objects.create(
        kind=kind, name=name, content=data, site=site, uploaded_by_id=actor.pk, uploaded_at=now
    )
    if len(data) > LARGE_BYTES:
        _in_background(file, LOOK_THROUGH, actor, now)
    else:
        look_through(import_id=file.pk, actor=actor, now=now)
    return file


def look_through(*, import_id: int, actor: AbstractBaseUser, now: datetime) -> Plan:
    """See what a file would do, and write that down beside it; nothing else is changed."""
    file = ImportFile.objects.get(pk=import_id, uploaded_by_id=actor.pk)
    plan = _plan(file, actor, now)
    ImportFile.objects.filter(pk=import_id).update(report=plan.to_report())
    return plan


@transaction.atomic
def begin_import(*, actor: AbstractBaseUser, import_id: int, now: datetime) -> ImportFile:
    """Apply a file: at once, or a large one by the worker.

    Raises:
        NotFound: No such file, or somebody else's.
        WrongStage: It is applied already, or not looked through yet.
        Invalid: Something is wrong with it; nothing is changed.
    """
    file = _locked(actor, import_id)
    if file.report is None:
        raise WrongStage("import.not_looked_through")
    if len(file.content) > LARGE_BYTES:
        _in_background(file, APPLY, actor, now)
        return file
    return apply_import(actor=actor, import_id=import_id, now=now)


@transaction.atomic
def apply_import(*, actor: AbstractBaseUser, import_id: int, now: datetime) -> ImportFile:
    """Do all of what a file says, or nothing; it is looked through again before.

    Raises:
        NotFound: No such file, or somebody else's.
        WrongStage: It is applied already.
        Invalid: Something is wrong with it; nothing is changed.
    """
    file = _locked(actor, import_id)
    plan = IMPORTS[file.kind].apply(file, actor, now)
    file.report, file.applied_at, file.content = plan.to_report(), now, b""
    file.save(update_fields=["report", "applied_at", "content"])
    return file


def _plan(file: ImportFile, actor: AbstractBaseUser, now: datetime) -> Plan:
    try:
        return IMPORTS[file.kind].plan(file, actor, now)
    except Invalid as invalid:
        # A file that cannot be read at all is a plan with nothing but problems.
        return Plan(problems=list(invalid.problems))


def _locked(actor: AbstractBaseUser, import_id: int) -> ImportFile:
    found = ImportFile.objects.select_for_update().filter(pk=import_id, uploaded_by_id=actor.pk)
    file = found.first()
    if file is None:
        raise NotFound("import.not_found")
    if file.applied_at is not None:
        raise WrongStage("import.applied_already", name=file.name)
    return file


def _in_background(file: ImportFile, kind: str, actor: AbstractBaseUser, now: datetime) -> None:
    title = f"{file.get_kind_display()}: {file.name}"
    file.job = start_job(kind=kind, title=title, actor=actor, now=now, import_id=file.pk)
    file.save(update_fields=["job"])
