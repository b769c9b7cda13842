"""What a refusal has to leave behind: nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Participant
from chamdiem.errors import Refused
from chamdiem.organisations.models import ComingName, FormerName, Office, Organisation, Succession

_TABLES = (Organisation, Office, Succession, FormerName, ComingName, Participant, Event)


def _state() -> tuple[Any, ...]:
    return tuple(list(table.objects.order_by("pk").values_list()) for table in _TABLES)


def check_refused(kind: type[Refused], code: str, act: Callable[[], Any]) -> None:
    """The act is refused with this code, and nothing at all is different afterwards."""
    before = _state()
    with pytest.raises(kind) as refused:
        act()
    assert refused.value.code == code
    assert _state() == before
