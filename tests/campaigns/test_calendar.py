"""Days are local and inclusive; once open they only become later, and one participant may get more time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from chamdiem.audit.models import Event
from chamdiem.campaigns import services
from chamdiem.campaigns.calendar import days_left, is_dropped, is_over, last_entry_day, last_moment_text
from chamdiem.campaigns.models import Extension
from chamdiem.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongStage
from chamdiem.indicators.selectors import compiled
from tests.people import LOCAL, NOW, Cast

DAY = date(2026, 10, 31)


def test_the_last_second_of_the_day_is_in_time_and_the_next_is_late() -> None:
    assert not is_over(DAY, datetime(2026, 10, 31, 23, 59, 59, tzinfo=LOCAL))
    assert is_over(DAY, datetime(2026, 11, 1, 0, 0, 0, tzinfo=LOCAL))


def test_the_day_is_that_of_vietnam_wherever_the_clock_stands() -> None:
    london = ZoneInfo("Europe/London")
    assert not is_over(DAY, datetime(2026, 10, 31, 16, 59, 59, tzinfo=london))
    assert is_over(DAY, datetime(2026, 10, 31, 17, 0, 0, tzinfo=london))
    assert days_left(DAY, datetime(2026, 10, 31, 17, 0, 0, tzinfo=london)) == -1
    assert days_left(DAY, datetime(2026, 10, 31, 0, 0, 0, tzinfo=LOCAL)) == 0


def test_a_deadline_is_written_in_full() -> None:
    assert last_moment_text(DAY) == "23:59 ngày 31/10/2026"


def test_a_criterion_has_a_deadline_of_its_own_that_an_extension_moves(cast: Cast) -> None:
    cast.campaign.entry_until = date(2026, 11, 15)
    row = compiled(cast.edition).indicator_set.row("2.1")
    assert last_entry_day(cast.campaign, [], row) == DAY
    assert last_entry_day(cast.campaign, []) == date(2026, 11, 15)
    own = Extension(criterion_key="2.1", until=date(2026, 11, 5))
    other = Extension(criterion_key="1.1", until=date(2026, 11, 20))
    assert last_entry_day(cast.campaign, [own, other], row) == date(2026, 11, 5)
    assert last_entry_day(cast.campaign, [own, other]) == date(2026, 11, 15)


def test_a_day_outside_the_time_of_entry_is_dropped(cast: Cast) -> None:
    row = compiled(cast.edition).indicator_set.row("2.1")
    cast.campaign.entry_from, cast.campaign.entry_until = date(2026, 10, 1), DAY
    assert not is_dropped(cast.campaign, row)
    assert not is_dropped(cast.campaign, compiled(cast.edition).indicator_set.row("1.1"))
    cast.campaign.entry_until = date(2026, 10, 30)
    assert is_dropped(cast.campaign, row)
    cast.campaign.entry_from, cast.campaign.entry_until = date(2026, 11, 1), date(2026, 11, 30)
    assert is_dropped(cast.campaign, row)
    assert last_entry_day(cast.campaign, [], row) == date(2026, 11, 30)


def _change(cast: Cast, reason: str = "Mưa lũ kéo dài", name: str = "giang", **days: date) -> None:
    services.change_calendar(
        actor=cast.people[name], campaign_id=cast.campaign.pk, days=days, reason=reason, now=NOW
    )


def test_everybody_gets_more_time_with_a_reason(cast: Cast) -> None:
    until = cast.campaign.entry_until + timedelta(days=3)
    _change(cast, entry_until=until)
    cast.campaign.refresh_from_db()
    assert cast.campaign.entry_until == until
    event = Event.objects.get(action="campaign.change_calendar")
    assert event.facts["reason"] == "Mưa lũ kéo dài"
    assert event.facts["days"] == {
        "entry_until": [(until - timedelta(days=3)).isoformat(), until.isoformat()]
    }


def test_a_day_never_becomes_earlier_nor_does_one_that_is_fixed_move(cast: Cast) -> None:
    before = cast.campaign.entry_until
    with pytest.raises(Invalid) as earlier:
        _change(cast, entry_until=before - timedelta(days=1))
    assert [each.code for each in earlier.value.problems] == ["campaign.day_only_later"]
    with pytest.raises(WrongStage) as refused:
        _change(cast, entry_from=cast.campaign.entry_from + timedelta(days=1))
    assert refused.value.code == "campaign.day_is_fixed"
    cast.campaign.refresh_from_db()
    assert cast.campaign.entry_until == before
    assert not Event.objects.exists()


def test_days_must_still_follow_each_other(cast: Cast) -> None:
    with pytest.raises(Invalid):
        _change(cast, entry_until=cast.campaign.appraisal_until + timedelta(days=1))


def test_a_change_needs_a_reason_and_a_change(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        _change(cast, reason=" ", entry_until=cast.campaign.entry_until + timedelta(days=1))
    with pytest.raises(Incomplete):
        _change(cast, entry_until=cast.campaign.entry_until)


@pytest.mark.parametrize(
    ("name", "refusal"), [("an", NotAllowed), ("chi", NotAllowed), ("nga", NotFound), ("lan", NotFound)]
)
def test_nobody_else_changes_the_calendar_or_gives_time(
    cast: Cast, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        _change(cast, name=name, entry_until=cast.campaign.entry_until + timedelta(days=1))
    with pytest.raises(refusal):
        _extend(cast, 5, name=name)
    assert not Extension.objects.exists()


@pytest.mark.parametrize("stage", ["draft", "closed", "published"])
def test_the_calendar_of_a_campaign_that_is_not_running_stays(cast: Cast, stage: str) -> None:
    cast.campaign.status = stage
    cast.campaign.save()
    with pytest.raises(WrongStage):
        _change(cast, entry_until=cast.campaign.entry_until + timedelta(days=1))


def _extend(
    cast: Cast,
    days: int,
    *,
    key: str = "",
    reason: str = "Cán bộ phụ trách ốm",
    name: str = "giang",
    participant: int = 0,
) -> Extension:
    return services.give_extension(
        actor=cast.people[name],
        campaign_id=cast.campaign.pk,
        participant_id=participant or cast.a.participant.pk,
        until=cast.campaign.entry_until + timedelta(days=days),
        reason=reason,
        criterion_key=key,
        now=NOW,
    )


def test_one_participant_gets_more_time_and_the_others_do_not(cast: Cast) -> None:
    extension = _extend(cast, 5)
    given = list(cast.a.participant.extensions.all())
    assert given == [extension]
    assert last_entry_day(cast.campaign, given) == cast.campaign.entry_until + timedelta(days=5)
    assert not cast.b.participant.extensions.exists()
    event = Event.objects.get(action="participant.extend")
    assert event.organisation_path == cast.body_a.path
    assert event.facts["reason"] == "Cán bộ phụ trách ốm"


def test_one_criterion_gets_more_time(cast: Cast) -> None:
    extension = _extend(cast, 5, key="2.1")
    row = compiled(cast.edition).indicator_set.row("2.1")
    assert last_entry_day(cast.campaign, [extension], row) == extension.until
    assert last_entry_day(cast.campaign, [extension]) == cast.campaign.entry_until


def test_an_extension_is_later_than_what_is_in_force_and_has_a_reason(cast: Cast) -> None:
    _extend(cast, 5)
    for key in ("", "2.1"):
        with pytest.raises(Invalid) as refused:
            _extend(cast, 5, key=key)
        assert [each.code for each in refused.value.problems] == ["extension.not_later"]
    for reason in ("", "x", "  ngắn      "):
        with pytest.raises(Incomplete, match="reason_too_short"):
            _extend(cast, 9, reason=reason)
    assert Extension.objects.count() == 1


def test_an_extension_ends_with_appraisal(cast: Cast) -> None:
    for key in ("", "2.1"):
        with pytest.raises(Invalid) as refused:
            _extend(cast, 23, key=key)
        assert [each.code for each in refused.value.problems] == ["extension.after_appraisal"]
        assert _extend(cast, 22, key=key).until == cast.campaign.appraisal_until
        Extension.objects.all().delete()


def test_an_unknown_criterion_a_group_and_a_stranger_are_not_found(cast: Cast) -> None:
    for key in ("9.9", "1"):
        with pytest.raises(NotFound):
            _extend(cast, 5, key=key)
    with pytest.raises(NotFound):
        _extend(cast, 5, participant=10**9)


def test_after_appraisal_nobody_gets_more_time(cast: Cast) -> None:
    cast.campaign.status = "explanation"
    cast.campaign.save()
    with pytest.raises(WrongStage):
        _extend(cast, 5)
