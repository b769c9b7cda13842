"""What the newest accepted word of a body leaves standing of an item, and what it takes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, takewhile

from chamdiem.campaigns.calendar import local_day
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.models import ItemReport

_DONE, _STOPPED = ItemReport.State.DONE, ItemReport.State.STOPPED


@dataclass(frozen=True, slots=True)
class LastWords:
    """The lines that say “done” and still hold; item → the day the word was sent that took it back."""

    standing: Sequence[ItemReport]
    taken_back: Mapping[int, date]


def last_words(lines: Iterable[ItemReport]) -> LastWords:
    """What holds of accepted lines of one body, item by item with the newest line first.

    A line that says anything but “done” takes back what was said before it. Of work that never was
    done only the word “stopped” takes something back: what was finished on the way to it.
    """
    standing: list[ItemReport] = []
    taken_back: dict[int, date] = {}
    for item, of_item in groupby(lines, key=lambda line: line.item_id):
        said = list(of_item)
        holding = list(takewhile(lambda line: line.state == _DONE, said))
        standing += holding
        gone = said[len(holding) :]
        if gone and (gone[0].state == _STOPPED or any(line.state == _DONE for line in gone)):
            taken_back[item] = _sent_on(gone[0])
    return LastWords(standing, taken_back)


def _sent_on(line: ItemReport) -> date:
    """The day its report was sent: it says nothing of work that was finished later."""
    sent = line.report.submitted_at
    return local_day(sent) if sent is not None else day_of(line)


def day_of(line: ItemReport) -> date:
    """The day a line speaks of: the last of its quarter."""
    return Quarter(line.report.round.year, line.report.round.quarter).last_day
