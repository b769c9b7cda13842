"""What is due → who is told: 7, 3, 1 days before, on the day, and once when the day is over.

A moment that was missed is caught up until the next one comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.notices.countdown import time_left
from chamdiem.notices.services import Told, tell

DAYS_BEFORE = (7, 3, 1, 0)
# Nobody is told anything at night; local hours.
_FIRST_HOUR, _LAST_HOUR = 7, 20
_OVER = "over"
_BEGUN = "begun"
_MOST_DETAIL = 500
# What a leader, and who is told in her place, reads of why it is she.
_WHY_LEADER = "Báo lên lãnh đạo: người được giao đã được nhắc mà chưa xong."
_WHY_RAISED = "Báo lên lãnh đạo: đơn vị không có chuyên viên cung cấp số liệu để nhắc."
_NOBODY_ABOVE = "Quá hạn mà trong đơn vị không còn lãnh đạo nào khác để báo lên."
# (organisation, role) → people.
_People = Mapping[tuple[int, str], Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened to what an organisation has: its key and words, and whose it is.

    ``about`` says what it belongs to and whose it is, for whoever reads of it elsewhere;
    ``user_ids`` are the people it is given to, if it is given to anybody.
    """

    key: str
    title: str
    url: str
    organisation_id: int
    path: str
    due_on: date | None = None
    about: str = ""
    user_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Happening):
    """One thing that is due: before the leader, ``user_ids`` are told, or else the data officers.

    ``is_raised`` where these are leaders, for want of anybody else.
    """

    due_on: date
    is_for_leader: bool = False
    is_raised: bool = False


def is_hour_to_tell(now: datetime) -> bool:
    """Whether people are told something at this hour, from seven in the morning until nine in the evening."""
    return _FIRST_HOUR <= timezone.localtime(now).hour <= _LAST_HOUR


def is_moment(due_on: date, day: date) -> bool:
    """Whether something due has come so near, or passed, that somebody is to have been told by a day."""
    return _moment(due_on, day) != ""


def tell_due(matters: Iterable[Matter], *, day: date, now: datetime) -> int:
    """Tell everybody what is due and was not told at its moment; each once. Returns how many."""
    due = [each for each in matters if is_moment(each.due_on, day)]
    people = _people({each.organisation_id for each in due})
    return tell(told=[told for each in due for told in _told(each, people, day)], now=now)


def tell_begun(matters: Iterable[Matter], *, now: datetime) -> int:
    """Tell what has begun, with its day; the reminder of that moment counts as told.

    Told are the people it is given to, or else officers and leaders.
    """
    day, begun = timezone.localdate(now), list(matters)
    people = _people({each.organisation_id for each in begun})
    told = [
        news
        for each in begun
        for news in _news(
            replace(each, about=f"{time_left(each.due_on, day)} {each.about}"),
            f"{each.due_on:%Y%m%d}:{_moment(each.due_on, day) or _BEGUN}",
            people,
        )
    ]
    return tell(told=told, now=now)


def tell_news(*news: Happening, moment: str, now: datetime) -> int:
    """Tell officers and leaders what has just happened to something; each moment once."""
    people = _people({each.organisation_id for each in news})
    return tell(told=[told for each in news for told in _news(each, moment, people)], now=now)


def _news(matter: Happening, moment: str, people: _People) -> list[Told]:
    return [
        Told(
            key=f"{matter.key}:{moment}",
            user_id=user,
            title=matter.title,
            detail=matter.about[:_MOST_DETAIL],
            url=matter.url,
            due_on=matter.due_on,
            organisation_path=matter.path,
        )
        for user in matter.user_ids or _officers_and_leaders(people, matter.organisation_id)
    ]


def _officers_and_leaders(people: _People, organisation_id: int) -> list[int]:
    roles = (Role.DATA_OFFICER, Role.LEADER)
    return sorted({user for role in roles for user in people.get((organisation_id, role), ())})


def _moment(due_on: date, day: date) -> str:
    """The newest moment that has come by a day; empty before the first."""
    left = (due_on - day).days
    if left < 0:
        return _OVER
    return str(min((days for days in DAYS_BEFORE if left <= days), default=""))


def _people(organisations: set[int]) -> _People:
    """The officers and leaders of organisations; one query."""
    people: dict[tuple[int, str], list[int]] = defaultdict(list)
    held = RoleAssignment.objects.filter(
        organisation__in=organisations,
        ended_at__isnull=True,
        user__is_active=True,
        role__in=(Role.DATA_OFFICER, Role.LEADER),
    )
    for organisation, role, user in held.values_list("organisation_id", "role", "user_id"):
        people[organisation, role].append(user)
    return people


def _told(matter: Matter, people: _People, day: date) -> Iterator[Told]:
    """Who is told now: the people or the officers, or else the leaders; once it is over these too."""
    moment = _moment(matter.due_on, day)
    officers = people.get((matter.organisation_id, Role.DATA_OFFICER), [])
    leaders = people.get((matter.organisation_id, Role.LEADER), [])
    is_raised = matter.is_raised or not (matter.user_ids or officers or matter.is_for_leader)
    own = {*(matter.user_ids or officers), *(leaders if matter.is_for_leader or is_raised else ())}
    why = _WHY_RAISED if is_raised else ""
    if moment == _OVER and own.issuperset(leaders) and not matter.is_for_leader:
        why = f"{_NOBODY_ABOVE} {why}".rstrip()
    for user in sorted(own | (set(leaders) if moment == _OVER else set())):
        yield Told(
            key=f"{matter.key}:{matter.due_on:%Y%m%d}:{moment}",
            user_id=user,
            title=matter.title,
            detail=_detail(matter, day, why if user in own else _WHY_LEADER)[:_MOST_DETAIL],
            url=matter.url,
            due_on=matter.due_on,
            organisation_path=matter.path,
            is_escalation=is_raised or user not in own,
        )


def _detail(matter: Matter, day: date, why: str) -> str:
    """How many days are left, whose it is, and to a leader why she hears of it."""
    return " ".join(each for each in (time_left(matter.due_on, day), matter.about, why) if each)
