"""A league table as a page shows it: narrowed, cut into pages, each line with its movement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest

from chamdiem.core.indicator_set import Row
from chamdiem.results import selectors
from chamdiem.results.forms import LeagueFilters
from chamdiem.results.models import Closing
from chamdiem.results.showing import LeagueLine, league_lines
from chamdiem.web.paging import Page, page_of

# A province ranks its communes on one page, as it prints them.
_LINES = 200


@dataclass(frozen=True)
class League:
    """One track with what the address asks of it; ``page`` holds standings."""

    closing: Closing
    filters: LeagueFilters
    standings: Sequence[selectors.Standing]
    page: Page

    @cached_property
    def groups(self) -> list[Row]:
        """The groups that are columns."""
        return selectors.main_groups(self.closing)

    @cached_property
    def lines(self) -> list[LeagueLine]:
        """The lines of this page."""
        return self._lines(self.page.rows)

    @property
    def every_line(self) -> list[LeagueLine]:
        """The lines of all pages, for a file."""
        return self._lines(self.standings)

    @property
    def has_peer_groups(self) -> bool:
        """Whether places are counted within groups."""
        return bool(self.filters.peer_groups)

    @cached_property
    def has_grades(self) -> bool:
        """Whether somebody was graded."""
        return any(each.grade for each in self.standings)

    @property
    def has_earlier(self) -> bool:
        """Whether there is a campaign before."""
        return self.closing.track.campaign.previous_id is not None

    def _lines(self, standings: Sequence[selectors.Standing]) -> list[LeagueLine]:
        results = selectors.list_results(standings)
        earlier = selectors.earlier_results(campaign=self.closing.track.campaign, of=results)
        return league_lines(results, earlier, self.groups)


def open_league(request: HttpRequest, closing: Closing, size: int = _LINES) -> League:
    """What the address asks of a closing: a peer group, a name, a page."""
    everybody = selectors.list_standings(closing=closing)
    filters = LeagueFilters(request.GET, peer_groups=sorted({each.peer_group for each in everybody} - {""}))
    shown = [each for each in everybody if filters.keeps(each)]
    return League(closing, filters, shown, page_of(request, shown, size))
