"""What plans keep of their past cannot be emptied, whoever asks."""

from __future__ import annotations

import pytest

from tests.emptying import refuses_to_be_emptied
from tests.people import Cast


@pytest.mark.parametrize(
    "table",
    [
        "plans_planversion",
        "plans_taskchange",
        "plans_reportstep",
        "plans_round",
        "plans_roundreport",
        "plans_itemreport",
        "plans_itemreport_documents",
    ],
)
def test_the_past_of_plans_is_never_emptied(cast: Cast, table: str) -> None:
    refuses_to_be_emptied(table)
