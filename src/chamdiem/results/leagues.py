"""A league table as a page shows it: narrowed, a block for each peer group, cut into pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.http import HttpRequest

from chamdiem.core.alphabet import alphabetical
from chamdiem.core.indicator_set import Row
from chamdiem.indicators.selectors import compiled
from chamdiem.results import selectors
from chamdiem.results.comparing import Middle, find_middles
from chamdiem.results.forms import LeagueFilters
from chamdiem.results.models import Closing
from chamdiem.results.movements import list_movements
from chamdiem.results.showing import LeagueLine, bars, league_lines
from chamdiem.results.totals import ADDED_WORDS, list_added, list_roles
from chamdiem.web.language import Words
from chamdiem.web.paging import Page, page_of

# A province ranks its communes on one page, as it prints them.
_LINES = 200


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one peer group on a page, by its own places; ``middle`` is of everybody in the group.

    ``number`` counts the blocks of the page. Where bodies belong to no peer group the name is empty.
    """

    number: int
    name: str
    lines: Sequence[LeagueLine]
    middle: Middle
    # Whether the page before shows the first lines of the group.
    is_continued: bool
    # Whether one body alone has a place in the group, which then says nothing.
    is_lonely: bool

    @property
    def tie_notes(self) -> list[str]:
        """Why of bodies with equal points one stands first; in the order of the lines."""
        return [line.result.tie_note for line in self.lines if line.result.tie_note]

    @property
    def has_earlier(self) -> bool:
        """Whether one of its lines had a place in the campaign before to compare with."""
        return any(line.movement is not None for line in self.lines)

    @property
    def chart(self) -> dict[str, Any]:
        """Its lines as bars."""
        return bars(self.lines)


@dataclass(frozen=True)
class League:
    """One track with what the address asks of it; ``page`` holds standings, group after group."""

    closing: Closing
    filters: LeagueFilters
    standings: Sequence[selectors.Standing]
    page: Page
    # The groups in which one body alone has a place.
    lonely: frozenset[str]

    @cached_property
    def groups(self) -> list[Row]:
        """The groups that are columns."""
        return selectors.main_groups(self.closing)

    @cached_property
    def added(self) -> list[Words]:
        """What is added to the groups or taken off, as headings of columns."""
        return [ADDED_WORDS[role] for role in list_roles(compiled(self.closing.track.edition).indicator_set)]

    @cached_property
    def lines(self) -> list[LeagueLine]:
        """The lines of this page."""
        return self._lines(self.page.rows)

    @cached_property
    def blocks(self) -> list[Block]:
        """The lines of this page by peer group; one query more for the medians."""
        here = {line.result.peer_group for line in self.lines}
        middles = find_middles(closing=self.closing, groups=self.groups, peer_groups=here)
        alike = groupby(self.lines, lambda line: line.result.peer_group)
        return [
            Block(
                number,
                name,
                list(lines),
                middles.get(name, Middle()),
                is_continued=self._is_continued(number, name),
                is_lonely=name in self.lonely,
            )
            for number, (name, lines) in enumerate(alike, 1)
        ]

    def _is_continued(self, number: int, name: str) -> bool:
        before = self.page.first_row - 2
        return number == 1 and before >= 0 and self.standings[before].peer_group == name

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

    def _lines(self, standings: Sequence[selectors.Standing]) -> list[LeagueLine]:
        results = selectors.list_results(standings)
        added = list_added(self.closing, [each.pk for each in results]) if results else {}
        return league_lines(results, self._movements, self.groups, added)

    @cached_property
    def _movements(self) -> dict[int, int]:
        has_previous = self.closing.track.campaign.previous_id is not None
        return list_movements(self.closing) if has_previous else {}


def open_league(
    request: HttpRequest, closing: Closing, size: int = _LINES, *, by_group: bool = True
) -> League:
    """What the address asks of a closing: a peer group, a name, a page; group after group, or best first."""
    everybody = selectors.list_standings(closing=closing, by_group=by_group)
    groups = sorted({each.peer_group for each in everybody} - {""}, key=alphabetical)
    filters = LeagueFilters(request.GET, peer_groups=groups)
    shown = [each for each in everybody if filters.keeps(each)]
    placed = Counter(each.peer_group for each in everybody if each.is_placed)
    lonely = frozenset(name for name, count in placed.items() if count == 1)
    return League(closing, filters, shown, page_of(request, shown, size), lonely)
