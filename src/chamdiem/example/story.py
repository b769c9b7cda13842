"""The example province from its founding to today: last year published, this year in full swing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import TypeVar

from django.urls import get_resolver

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import LOCAL
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.services import advance_stage, give_duty
from chamdiem.example.appraising import Bench
from chamdiem.example.campaigns import Calendar, Khoi, Opened, open_campaign
from chamdiem.example.directory import ROOT, Province, settle
from chamdiem.example.dossiers import Clerk
from chamdiem.example.hands import commit_quickly, share_out
from chamdiem.example.papers import Registry
from chamdiem.organisations.models import Organisation

_Item = TypeVar("_Item")
# Something that is done for one body or dossier, whatever the others do meanwhile.
Act = Callable[[], None]
SEED = 2026
_OPENS, _OFFICE_HOURS = time(8), timedelta(hours=9)
# The more happens in a day, the closer it stands; this many acts take half of it.
_HALF_A_DAY = 15


def is_there() -> bool:
    """Whether the province has been made already."""
    return Organisation.objects.filter(code=ROOT).exists()


def office_moment(day: date, act: int) -> datetime:
    """When the first, second … act of a day happens: between eight and five, in this order, no two alike."""
    return datetime.combine(day, _OPENS, LOCAL) + _OFFICE_HOURS * (act / (act + _HALF_A_DAY))


@dataclass(slots=True)
class Teller:
    """What every chapter needs: who there is, the random numbers, and the days around today."""

    province: Province
    registry: Registry
    random: Random
    now: datetime
    seed: int = SEED
    hands: int = 1
    _acts: Counter[int] = field(default_factory=Counter)

    @property
    def today(self) -> date:
        """The day the story is told."""
        return self.now.date()

    @property
    def year(self) -> int:
        """The year assessed this year."""
        return self.today.year

    def at(self, days: int) -> datetime:
        """A moment at the office so many days before today; each is later than the one before it."""
        self._acts[days] += 1
        return office_moment(self.today + timedelta(days=days), self._acts[days])

    def open(
        self,
        name: str,
        tracks: Sequence[Khoi],
        calendar: Calendar,
        policies: Policies | None = None,
        year: int = 0,
    ) -> Opened:
        """Open a campaign the day entry begins, and share the appraisal out."""
        begun = self.at(calendar.entry_from)
        opened = open_campaign(
            self.province,
            name=name,
            year=year or self.year,
            tracks=tracks,
            calendar=calendar,
            today=self.today,
            policies=policies or Policies(),
            now=begun,
        )
        self._share_out(opened, begun)
        return opened

    def each(self, of: str, items: Sequence[_Item], work: Callable[[int, _Item], object]) -> None:
        """Do the work for each body or dossier, by all hands; each has random numbers of its own."""
        self.together(self.acts(of, items, work))

    def acts(self, of: str, items: Sequence[_Item], work: Callable[[int, _Item], object]) -> list[Act]:
        """The work for each body or dossier, to be done with other such work."""

        def act(place: int, item: _Item) -> None:
            self.random.seed(f"{self.seed} {of} {place}")
            work(place, item)

        return [partial(act, place, item) for place, item in enumerate(items)]

    def together(self, acts: Sequence[Act]) -> None:
        """Do what does not wait for each other, by all hands: these are called up once for all of it."""
        share_out(acts, lambda act: act(), self.hands)

    def clerk(self, opened: Opened, khoi: Khoi) -> Clerk:
        """Who fills in the forms of a track."""
        return Clerk(
            opened.campaign.tracks.select_related("edition").get(name=khoi.name).edition, self.random
        )

    def bench(self, number: int = 0) -> Bench:
        """An appraiser with the duties of today."""
        return Bench(User.objects.get(pk=self.province.appraisers[number].pk), self.random)

    def advance(self, opened: Opened, action: str, day: int, reason: str = "") -> None:
        """Bring a campaign to its next stage."""
        advance_stage(
            actor=self.province.standing,
            campaign_id=opened.campaign.pk,
            action=action,
            reason=reason,
            now=self.at(day),
        )

    def _share_out(self, opened: Opened, now: datetime) -> None:
        for place, track in enumerate(opened.campaign.tracks.order_by("order")):
            for user in (self.province.appraisers[0], self.province.appraisers[1 + place % 3]):
                give_duty(
                    actor=self.province.standing,
                    campaign_id=opened.campaign.pk,
                    user_id=user.pk,
                    track_id=track.pk,
                    now=now,
                )


def tell(
    *, now: datetime, seed: int = SEED, say: Callable[[str], object] = lambda _line: None, hands: int = 1
) -> Province:
    """Make everything; each step commits by itself, as it does when people press buttons.

    ``hands`` is how many processes share the work: more than one only where this one runs no threads.
    """
    from chamdiem.example.chapters import PARTS  # noqa: PLC0415  chapters know the teller

    random = Random(seed)  # noqa: S311  nothing secret
    commit_quickly()
    # The addresses of all pages are read once, and not by every process that needs one.
    get_resolver().url_patterns  # noqa: B018  read when asked for
    now = now.astimezone(LOCAL)
    say("Lập danh bạ đơn vị và người dùng")
    province = settle(random, office_moment(now.date() - timedelta(days=400), 1), hands)
    teller = Teller(province, Registry(province, now), random, now, seed, hands)
    for title, chapters in PARTS:
        say(title)
        going_on = [begin(teller) for begin in chapters]
        share_out(going_on, lambda go_on: go_on(), len(going_on) if hands > 1 else 1)
    return province
