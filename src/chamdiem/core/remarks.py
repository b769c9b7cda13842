"""What should be known beside a league table: what is open in the set, in the figures, in the points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import count_open_errors, lint
from chamdiem.core.scoring import full_maximum
from chamdiem.core.sentences.score_words import status_text
from chamdiem.core.standings import Standings
from chamdiem.errors import Problem

# From this share of the maximum on, what does not apply is worth a second look.
MOST_NOT_APPLICABLE = Fraction(1, 5)
_UNDECIDED = (Status.DISPUTED, Status.NEEDS_PEERS, Status.INVALID)
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Stand:
    """How the criteria stand for one organisation, by key; ``name`` is how a sentence calls it.

    ``peer_group`` is that in which it is ranked; None where it is not ranked.
    """

    name: str
    statuses: Mapping[str, Status]
    peer_group: str | None = None


# Peer group → criterion key → how many organisations a peer rule compares.
Compared = Mapping[str, Mapping[str, int]]


def list_remarks(standings: Standings) -> tuple[Problem, ...]:
    """Everything that makes places and grades less certain than they look."""
    everybody = [
        Stand(
            each.participant.name or each.participant.code,
            {key: outcome.status for key, outcome in each.sheet.outcomes.items()},
            each.participant.peer_group if each.participant.is_ranked else None,
        )
        for each in standings.standings
    ]
    compared = {
        group: {key: spread.count for key, spread in found.items()}
        for group, found in standings.spreads.items()
    }
    return remarks_on(standings.indicator_set, everybody, compared)


def remarks_on(
    indicator_set: IndicatorSet, everybody: Sequence[Stand], compared: Compared
) -> tuple[Problem, ...]:
    """The same where the criteria are known by their status alone, as in a file of scores."""
    return (
        *_set_errors(indicator_set),
        *_without_group(everybody),
        *_missing(indicator_set, everybody),
        *_undecided(indicator_set, everybody),
        *_alone(indicator_set, compared),
        *_not_applicable(indicator_set, everybody),
    )


def _set_errors(indicator_set: IndicatorSet) -> Iterator[Problem]:
    """That the set itself has errors nobody has corrected or acknowledged."""
    count = count_open_errors(lint(indicator_set))
    if count:
        yield Problem("scores.set_has_errors", {"count": str(count), "set": indicator_set.key})


def _without_group(everybody: Sequence[Stand]) -> Iterator[Problem]:
    """That some are ranked in no peer group, where others are ranked in theirs."""
    without = [each.name for each in everybody if each.peer_group == ""]
    if without and any(each.peer_group for each in everybody):
        facts = {"count": str(len(without)), "organisations": named(without)}
        yield Problem("scores.no_peer_group", facts)


def _missing(indicator_set: IndicatorSet, everybody: Sequence[Stand]) -> Iterator[Problem]:
    """What is open, by which way it moves the total: what nobody says of a deduction takes nothing off."""
    count: Counter[bool] = Counter()
    for each in everybody:
        for key, status in each.statuses.items():
            if status is Status.MISSING:
                count[indicator_set.row(key).role == "deduction"] += 1
    if count[False]:
        yield Problem("scores.missing", {"count": str(count[False])})
    if count[True]:
        yield Problem("scores.missing_deduction", {"count": str(count[True])})


def _undecided(indicator_set: IndicatorSet, everybody: Sequence[Stand]) -> Iterator[Problem]:
    """Each criterion with the organisations it has not been decided for."""
    for row in indicator_set.criteria:
        for status in _UNDECIDED:
            waiting = [each.name for each in everybody if each.statuses.get(row.key) is status]
            if waiting:
                facts = {
                    "row": indicator_set.tree.labels[row.key],
                    "count": str(len(waiting)),
                    "organisations": named(waiting),
                    "status": status_text(status, "vi"),
                    "status_en": status_text(status, "en"),
                }
                yield Problem("scores.undecided", facts)


def _alone(indicator_set: IndicatorSet, compared: Compared) -> Iterator[Problem]:
    """Peer rules that compare one organisation with nobody but itself."""
    groups = Counter(key for found in compared.values() for key in found)
    for group, found in compared.items():
        for key, count in found.items():
            row = indicator_set.tree.labels[key]
            if count == 1 and group and groups[key] > 1:
                yield Problem("scores.alone_in_group", {"row": row, "group": group})
            elif count == 1:
                yield Problem("scores.alone", {"row": row})


def _not_applicable(indicator_set: IndicatorSet, everybody: Sequence[Stand]) -> Iterator[Problem]:
    for each in everybody:
        share = _not_applicable_share(indicator_set, each)
        if share > MOST_NOT_APPLICABLE:
            facts = {"organisation": each.name, "share": str(int(share * 100))}
            yield Problem("scores.much_not_applicable", facts)


def _not_applicable_share(indicator_set: IndicatorSet, stand: Stand) -> Fraction:
    """The share of the full maximum that does not apply to one organisation."""
    maxima = [
        row.max_points or Fraction(0)
        for row in indicator_set.criteria
        if row.role == "scored" and stand.statuses.get(row.key) is Status.NOT_APPLICABLE
    ]
    whole = full_maximum(indicator_set)
    return sum(maxima, Fraction(0)) / whole if whole else Fraction(0)


def named(names: Sequence[str]) -> str:
    """Names as one text; of many only the first."""
    return ", ".join([*names[:_MOST_NAMED], "…"] if len(names) > _MOST_NAMED else names)
