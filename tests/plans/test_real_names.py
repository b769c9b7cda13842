"""In the consolidated report a body of an old name, or one somebody chose for it, is told as who reports."""

from __future__ import annotations

from datetime import date

import pytest

from chamdiem.organisations.models import FormerName
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import PlanBody
from chamdiem.plans.official import official_report
from tests.people import Cast

from .loaded import AFTER, third_quarter


@pytest.mark.parametrize(
    ("is_former", "told"), [(True, "nay là Sở Y tế mới"), (False, "nay do Sở Y tế mới báo cáo")]
)
def test_the_printed_name_stands_beside_that_of_today(cast: Cast, told: str, *, is_former: bool) -> None:
    round_ = third_quarter(cast)
    if is_former:
        FormerName.objects.create(
            organisation=cast.body_b, code=cast.body_b.code, name="Sở Y tế", changed_on=date(2026, 9, 1)
        )
    cast.body_b.name = cast.body_b.short_name = "Sở Y tế mới"
    cast.body_b.save()
    report = official_report(consolidate(round_), AFTER.date())
    (row,) = (row for row in report.annexes[2].table.rows if not row.is_group)
    assert f"Sở Y tế, {told}" in row.cells
    assert "Sở Xây dựng" not in "".join(cell for cell in row.cells if "nay " in cell)
    cells = [cell for annex in report.annexes for each in annex.table.rows for cell in each.cells]
    # As printed in short, or together, nothing is told of a name that holds.
    assert "Sở XD" in cells
    assert "Các Sở, ban, ngành" in cells


def test_what_lies_outside_has_no_other_name(cast: Cast) -> None:
    round_ = third_quarter(cast)
    assert round_.plan.bodies.filter(resolution=PlanBody.Resolution.OUTSIDE).exists()
    cells = [item["coordinating"] for item in consolidate(round_)["items"]]
    assert ["Doanh nghiệp"] in cells
