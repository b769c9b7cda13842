"""Events are found by words, person, action, place, campaign and time, and only in one's own part."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from chamdiem.audit.models import Event
from chamdiem.audit.selectors import EventFilter, list_events, list_recorded_actions
from chamdiem.audit.services import record_event
from tests.people import LOCAL, NOW, Cast


@pytest.fixture
def events(cast: Cast) -> list[Event]:
    said = [
        (cast.an, "person.sign_in", cast.body_a, NOW, None),
        (cast.giang, "campaign.open", cast.province, NOW + timedelta(days=1), 7),
        (cast.binh, "person.sign_in", cast.body_b, NOW + timedelta(days=2), None),
    ]
    return [
        record_event(
            actor=actor,
            action=action,
            subject=place,
            at=at,
            organisation_path=place.path,
            campaign_id=campaign,
        )
        for actor, action, place, at, campaign in said
    ]


def _found(cast: Cast, **wanted: object) -> list[int]:
    found = list_events(paths=[cast.province.path], wanted=EventFilter(**wanted))  # type: ignore[arg-type]
    return [event.number for event in found]


def test_newest_stands_first(cast: Cast, events: list[Event]) -> None:
    assert _found(cast) == [3, 2, 1]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"text": "so y te"}, [3]),
        ({"text": "nguyen van an"}, [1]),
        ({"text": "MỞ KỲ đánh giá"}, [2]),
        ({"text": "signed in"}, [3, 1]),
        ({"text": "không có"}, []),
        ({"action": "campaign.open"}, [2]),
        ({"campaign_id": 7}, [2]),
        ({"since": date(2026, 10, 14)}, [3, 2]),
        ({"until": date(2026, 10, 14)}, [2, 1]),
        ({"since": date(2026, 10, 14), "until": date(2026, 10, 14)}, [2]),
    ],
)
def test_each_filter_finds_what_it_names(
    cast: Cast, events: list[Event], wanted: dict[str, object], numbers: list[int]
) -> None:
    assert _found(cast, **wanted) == numbers


def test_facts_are_found_as_they_are_shown(cast: Cast) -> None:
    facts: dict[str, Any] = {"note": "Đã gửi công văn số 12", "until": "2026-11-30", "is_demanded": True}
    record_event(
        actor=cast.an,
        action="assessment.note",
        subject=cast.body_a,
        at=NOW,
        organisation_path=cast.body_a.path,
        **facts,
    )
    assert _found(cast, text="cong van so 12") == [1]
    assert _found(cast, text="30/11/2026") == [1]
    assert _found(cast, text="công văn số 13") == []


def test_a_person_and_a_body_are_found(cast: Cast, events: list[Event]) -> None:
    assert _found(cast, actor_id=cast.binh.pk) == [3]
    assert _found(cast, organisation_path=cast.body_a.path) == [1]


def test_the_last_second_of_a_day_belongs_to_it(cast: Cast) -> None:
    late = datetime(2026, 10, 14, 23, 59, 59, 999_999, tzinfo=LOCAL)
    record_event(
        actor=None,
        action="person.sign_in",
        subject=cast.body_a,
        at=late,
        organisation_path=cast.body_a.path,
    )
    assert _found(cast, until=date(2026, 10, 14)) == [1]
    assert _found(cast, since=date(2026, 10, 15)) == []


def test_another_part_of_the_tree_reads_nothing(cast: Cast, events: list[Event]) -> None:
    assert not list_events(paths=[cast.elsewhere.path]).exists()
    assert not list_events(paths=[]).exists()
    assert [event.number for event in list_events(paths=[cast.body_a.path])] == [1]


def test_actions_for_the_filter_are_those_one_may_read(cast: Cast, events: list[Event]) -> None:
    assert list_recorded_actions(paths=[cast.province.path]) == ["campaign.open", "person.sign_in"]
    assert list_recorded_actions(paths=[cast.body_b.path]) == ["person.sign_in"]
