"""The stopped clock of the pages."""

from __future__ import annotations

import pytest

from tests.people import NOW


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are opened in the middle of the time of entry."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
