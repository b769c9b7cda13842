"""The plan of the library as one of the example province, its years moved to today."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from chamdiem.core.improvement_plan import Expectation, Heading, Plan, PlanDocument, Project, Years
from chamdiem.core.indicator_set import Source
from chamdiem.library.plans import plan_text, read_plan_text

_MODEL = "ninhthuan-2021-plan"
# The year of the model that becomes the first year here, and how many years follow it: to its last goals.
_FIRST, _LONG = 2021, 9
# The set by which departments were assessed and published, so that expected meets achieved.
_SET = "so-2021"
# Document of the plan → the criterion it serves there, and the points it is expected to win.
_EXPECTED = {
    "PL2.2": ("6.2.1", Fraction(1)),
    "PL2.6": ("2.3.1", Fraction(1, 2)),
    "PL2.9": ("1.1.2", Fraction(1)),
    "PL2.10": ("1.2.2", Fraction(3, 2)),
}
# The goals of a year are called by it, ``2025.a``, and notes speak of them by it.
_GOAL_YEAR = re.compile(r"\b20(?:25|30)(?=\.[a-zđ]\b)|(?<=mục tiêu năm )20\d\d|(?<=mục tiêu đến năm )20\d\d")
_YEAR = re.compile(r"\b20\d\d\b")


def model_plan(year: int) -> Plan:
    """The plan for a period that begins in ``year``: goals, headings and projects move along."""
    shift = year - _FIRST
    text = plan_text(_MODEL).replace("Ninh Thuận", "Ví Dụ")
    model = read_plan_text(_GOAL_YEAR.sub(lambda found: _later(found[0], shift), text), _MODEL)
    return replace(
        model,
        key="vi-du-plan",
        status="draft",
        issuer="Ủy ban nhân dân tỉnh Ví Dụ",
        period=Years(start=year, end=year + _LONG),
        signatory=None,
        source=Source(document="Dự thảo"),
        notes=("Kế hoạch ví dụ, dựa theo kế hoạch của một tỉnh; mọi số liệu là hư cấu.",),
        criteria_set=_SET,
        sections=tuple(_redated(each, shift) for each in model.sections),
        goals=tuple(replace(each, criteria=(), year=each.year + shift) for each in model.goals),
        targets=tuple(replace(each, criteria=()) for each in model.targets),
        documents=tuple(_linked(each) for each in model.documents),
        projects=tuple(replace(_moved(each, shift), criteria=()) for each in model.projects),
    )


def _redated(heading: Heading, shift: int) -> Heading:
    """A heading with the year of its goals; what was corrected in the other year is not printed here."""
    if not _YEAR.search(heading.title):
        return heading
    return replace(heading, title=_later(heading.correct("title"), shift), corrections=())


def _linked(item: PlanDocument) -> PlanDocument:
    """A document with the criterion it serves, instead of those of the set it was printed with."""
    if item.key not in _EXPECTED:
        return replace(item, criteria=())
    criterion, points = _EXPECTED[item.key]
    return replace(item, criteria=(criterion,), expected=(Expectation(criterion=criterion, points=points),))


def _moved(item: Project, shift: int) -> Project:
    if item.years is None:
        return item
    years = Years(start=item.years.start + shift, end=item.years.end + shift)
    if item.years.start >= _FIRST or item.note is None:
        return replace(item, years=years)
    # What began before the plan says since when.
    return replace(item, years=years, note=_later(item.note, shift))


def _later(text: str, shift: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[0]) + shift), text)
