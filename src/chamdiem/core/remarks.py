"""What should be known beside a league table: what is open in the set, in the figures, in the points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import count_open_errors, lint
from chamdiem.core.scoring import ScoreSheet
from chamdiem.core.sentences.score_words import status_text
from chamdiem.core.standings import Standing, Standings
from chamdiem.errors import Problem

# From this share of the maximum on, what does not apply is worth a second look.
MOST_NOT_APPLICABLE = Fraction(1, 5)
_UNDECIDED = (Status.DISPUTED, Status.NEEDS_PEERS, Status.INVALID)
_MOST_NAMED = 5


def list_remarks(standings: Standings) -> tuple[Problem, ...]:
    """Everything that makes places and grades less certain than they look."""
    return (
        *set_remarks(standings.indicator_set),
        *_missing(standings),
        *_undecided(standings),
        *_alone(standings),
        *_not_applicable(standings),
    )


def set_remarks(indicator_set: IndicatorSet) -> Iterator[Problem]:
    """That the set itself has errors nobody has corrected or acknowledged."""
    count = count_open_errors(lint(indicator_set))
    if count:
        yield Problem("scores.set_has_errors", {"count": str(count), "set": indicator_set.key})


def not_applicable_share(indicator_set: IndicatorSet, sheet: ScoreSheet) -> Fraction:
    """The share of the full maximum that does not apply to one organisation."""
    out = sum(
        (
            outcome.maximum
            for key, outcome in sheet.outcomes.items()
            if outcome.status is Status.NOT_APPLICABLE and indicator_set.row(key).role == "scored"
        ),
        Fraction(0),
    )
    return out / sheet.full_maximum if sheet.full_maximum else Fraction(0)


def _missing(standings: Standings) -> Iterator[Problem]:
    statuses = [outcome.status for each in standings.standings for outcome in each.sheet.outcomes.values()]
    count = statuses.count(Status.MISSING)
    if count:
        yield Problem("scores.missing", {"count": str(count)})


def _undecided(standings: Standings) -> Iterator[Problem]:
    """Each criterion with the organisations it has not been decided for."""
    for row in standings.indicator_set.criteria:
        for status in _UNDECIDED:
            waiting = [each for each in standings.standings if each.sheet.outcomes[row.key].status is status]
            if waiting:
                facts = {
                    "row": row.label,
                    "count": str(len(waiting)),
                    "organisations": _named(waiting),
                    "status": status_text(status, "vi"),
                    "status_en": status_text(status, "en"),
                }
                yield Problem("scores.undecided", facts)


def _alone(standings: Standings) -> Iterator[Problem]:
    """Peer rules that compare one organisation with nobody but itself."""
    indicator_set = standings.indicator_set
    groups = Counter(key for found in standings.spreads.values() for key in found)
    alone = [
        (key, group)
        for group, found in standings.spreads.items()
        for key, spread in found.items()
        if spread.count == 1
    ]
    for key, group in alone:
        row = indicator_set.row(key).label
        if group and groups[key] > 1:
            yield Problem("scores.alone_in_group", {"row": row, "group": group})
        else:
            yield Problem("scores.alone", {"row": row})


def _not_applicable(standings: Standings) -> Iterator[Problem]:
    for each in standings.standings:
        share = not_applicable_share(standings.indicator_set, each.sheet)
        if share > MOST_NOT_APPLICABLE:
            facts = {"organisation": _name(each), "share": str(int(share * 100))}
            yield Problem("scores.much_not_applicable", facts)


def _named(standings: Sequence[Standing]) -> str:
    names = [_name(each) for each in standings[:_MOST_NAMED]]
    return ", ".join([*names, "…"] if len(standings) > _MOST_NAMED else names)


def _name(standing: Standing) -> str:
    return standing.participant.name or standing.participant.code
