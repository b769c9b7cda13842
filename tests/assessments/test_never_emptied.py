"""What dossiers keep of their past cannot be emptied, whoever asks."""

from __future__ import annotations

import pytest

from tests.emptying import refuses_to_be_emptied
from tests.people import Cast


@pytest.mark.parametrize(
    "table", [f"assessments_{each}" for each in ("answerchange", "submission", "approval")]
)
def test_the_past_of_dossiers_is_never_emptied(cast: Cast, table: str) -> None:
    refuses_to_be_emptied(table)
