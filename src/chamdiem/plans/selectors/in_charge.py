"""Who is asked about one item on a day, gathered body by body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from chamdiem.plans.selectors.stand_ins import StandIn, Words, who_finished


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is asked about an item on a day: in charge, and helping; who leads does not help as well.

    ``named`` are the organisations the plan puts in charge, those too that have ended since; ``took_over``
    says since when who leads does so for one of them that had not finished; for those ``left`` nobody does.
    Those ``dropped`` had not finished either, and were in charge only together with others that go on.
    """

    item_id: int
    leads: frozenset[int]
    helpers: frozenset[int]
    named: frozenset[int]
    took_over: Mapping[int, date]
    left: frozenset[int]
    dropped: frozenset[int]


@dataclass(slots=True)
class Gathered:
    """What is known of one item so far, body by body."""

    item_id: int
    leads: set[int] = field(default_factory=set)
    helpers: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    took_over: dict[int, date] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)

    def add_lead(self, organisation: int, stand_in: StandIn, settled: Words) -> None:
        """One organisation of a body in charge, and who is asked for it unless its part is finished."""
        done = who_finished(self.item_id, organisation, stand_in.before, settled)
        self.named |= {organisation, *done.bodies}
        through = stand_in.finished_since(self.item_id, settled)
        self.leads |= done.bodies | through
        if done.is_whole or through:
            return
        self.leads |= stand_in.asked
        if not stand_in.asked and not stand_in.is_former:
            (self.dropped if stand_in.is_dropped else self.left).add(organisation)
        since = max((day for day in (stand_in.since, done.open_since) if day is not None), default=None)
        if since is not None:
            for each in stand_in.asked:
                self.took_over[each] = max(since, self.took_over.get(each, since))

    def charge(self) -> Charge:
        """All of it; who is left of one name and dropped of another is left."""
        leads, left = frozenset(self.leads), frozenset(self.left)
        helpers, named = frozenset(self.helpers - self.leads), frozenset(self.named)
        return Charge(
            self.item_id, leads, helpers, named, self.took_over, left, frozenset(self.dropped - self.left)
        )
