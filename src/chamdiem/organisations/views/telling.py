"""The report of an import in words, ready for its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chamdiem.errors import Problem, Refused
from chamdiem.organisations.imports import problems_of
from chamdiem.web.refusals import problem_sentence, refusal_sentence


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault with its place."""

    sheet: str
    cell: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Told:
    """Where an import stands, for its page."""

    stage: str
    counts: dict[str, int]
    rows: Sequence[dict[str, Any]]
    rows_left_off: int
    faults: Sequence[Fault]
    fault_count: int
    notes: Sequence[str]
    failure: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether the worker is at it."""
        return self.stage in ("looking", "applying")


def tell(file: Any) -> Told:
    """Everything the page says about a file.

    ``stage`` is one of looking, faulty, ready, applying, done, failed.
    """
    report = file.report or {}
    return Told(
        stage=_stage(file, report),
        counts=report.get("counts", {}),
        rows=report.get("rows", []),
        rows_left_off=report.get("rows_left_off", 0),
        faults=[_fault(problem) for problem in problems_of(report.get("problems", []))],
        fault_count=report.get("problem_count", 0),
        notes=[problem_sentence(note) for note in problems_of(report.get("notes", []))],
        failure=_failure(file),
    )


def _stage(file: Any, report: dict[str, Any]) -> str:
    if file.applied_at is not None:
        return "done"
    status = file.job.status if file.job else ""
    if status in ("waiting", "running"):
        return "applying" if report else "looking"
    if status == "failed":
        return "failed"
    return "faulty" if report.get("problem_count") else "ready"


def _failure(file: Any) -> str:
    job = file.job
    return (
        refusal_sentence(Refused(job.refusal_code, **job.refusal_facts)) if job and job.refusal_code else ""
    )


def _fault(problem: Problem) -> Fault:
    place = problem.place
    cell = place.cell or (str(place.line) if place.line else "")
    bare = Problem(problem.code, problem.facts)
    return Fault(place.sheet or place.file, cell, problem.facts.get("value", ""), problem_sentence(bare))
