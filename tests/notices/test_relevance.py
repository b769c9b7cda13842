"""What still matters: of one thing several days may be due, and each is told to whom it is given."""

from __future__ import annotations

from datetime import date

import pytest

from chamdiem.notices import relevance
from chamdiem.notices.models import Notice
from chamdiem.notices.relevance import OpenMatters, when_sent
from chamdiem.notices.reminding import Matter

FIRST, SECOND, MOVED = date(2026, 10, 5), date(2026, 10, 20), date(2026, 11, 1)


def _matter(key: str, due_on: date, *people: int) -> Matter:
    return Matter(
        key=key, title="Việc", url="/", organisation_id=1, path="1/", due_on=due_on, user_ids=people
    )


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relevance, "_listed", {})
    matters = [_matter("job:1", FIRST), _matter("job:1", SECOND), _matter("part:1:7", FIRST, 7)]
    when_sent("job", "part", ask=lambda day: matters)


@pytest.mark.parametrize(
    ("key", "due_on", "user", "still"),
    [
        ("job:1:20261005:7:4", FIRST, 4, True),
        ("job:1:20261020:7:4", SECOND, 4, True),
        ("job:1:20261101:7:4", MOVED, 4, False),
        ("job:2:20261005:7:4", FIRST, 4, False),
        ("job:1:returned:3:4", MOVED, 4, True),
        ("job:2:returned:3:4", FIRST, 4, False),
        ("part:1:7:20261005:3:7", FIRST, 7, True),
        ("part:1:7:20261005:3:8", FIRST, 8, False),
        ("news:1:published:4", None, 4, True),
        ("unknown:1:20261005:7:4", FIRST, 4, True),
    ],
)
def test_by_day_and_person(*, key: str, due_on: date | None, user: int, still: bool) -> None:
    notice = Notice(key=key, due_on=due_on, user_id=user)
    assert OpenMatters.of(FIRST).still_matters(notice) is still


def test_a_leader_who_hears_of_a_delay_is_told_whoever_it_is_given_to() -> None:
    notice = Notice(key="part:1:7:20261005:over:9", due_on=FIRST, user_id=9, is_escalation=True)
    assert OpenMatters.of(FIRST).still_matters(notice)
