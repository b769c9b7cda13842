"""Nobody is told anything at night, however late a worker wakes."""

from __future__ import annotations

from datetime import datetime

import pytest

from chamdiem.notices.reminding import is_hour_to_tell
from tests.people import LOCAL


@pytest.mark.parametrize(
    ("hour", "minute", "is_told"),
    [(0, 30, False), (6, 59, False), (7, 0, True), (20, 59, True), (21, 0, False)],
)
def test_people_are_told_by_day(*, hour: int, minute: int, is_told: bool) -> None:
    assert is_hour_to_tell(datetime(2026, 10, 13, hour, minute, tzinfo=LOCAL)) is is_told
