"""All organisations of one exercise together: scored, compared, placed and graded (bảng xếp hạng)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from chamdiem.core.criterion import Answers
from chamdiem.core.grading import Graded, grade
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.override import Overrides
from chamdiem.core.peers import SpreadsByGroup, list_spreads
from chamdiem.core.ranking import Placing, contender, rank
from chamdiem.core.scoring import Scorer, ScoreSheet

_LAST = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One organisation that takes part, with its answers; ``is_ranked`` is no for "assessed, not ranked"."""

    code: str
    name: str = ""
    peer_group: str = ""
    is_ranked: bool = True
    answers: Answers
    overrides: Overrides = field(default_factory=dict)

    @property
    def stays_out(self) -> frozenset[str]:
        """The criteria that a person took out for it: their figures compare with nobody."""
        return frozenset(key for key, override in self.overrides.items() if override.is_not_applicable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one organisation stands: its score sheet, its places, its grade."""

    participant: Participant
    sheet: ScoreSheet
    placing: Placing
    graded: Graded


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """The standing of every organisation, in the order given, and the spreads they were compared by."""

    indicator_set: IndicatorSet
    standings: tuple[Standing, ...]
    spreads: SpreadsByGroup

    @property
    def by_place(self) -> tuple[Standing, ...]:
        """From the first to the last overall; those not ranked at the end."""
        return tuple(sorted(self.standings, key=lambda each: each.placing.overall or _LAST))

    @property
    def peer_groups(self) -> tuple[str, ...]:
        """The peer groups present, in the order given."""
        return tuple(dict.fromkeys(each.participant.peer_group for each in self.standings))


def score_everybody(
    indicator_set: IndicatorSet,
    participants: Sequence[Participant],
    *,
    follow: Callable[[Sequence[Participant]], Iterable[Participant]] = iter,
) -> Standings:
    """Score, place and grade all organisations; peer rules compare them with each other.

    Args:
        indicator_set: The edition.
        participants: In any order; codes are unique.
        follow: Wraps the participants while they are scored, to show progress.
    """
    scorer = Scorer(indicator_set)
    spreads = compare(scorer, participants)
    scorers = {group: scorer.with_spreads(found) for group, found in spreads.items()}
    sheets = {
        each.code: scorers[each.peer_group].score(each.answers, each.overrides)
        for each in follow(participants)
    }
    standings = _placed(indicator_set, participants, sheets)
    return Standings(indicator_set=indicator_set, standings=standings, spreads=spreads)


def compare(scorer: Scorer, participants: Sequence[Participant]) -> SpreadsByGroup:
    """The spreads by which peer rules compare these organisations, for each peer group."""
    return list_spreads(
        scorer.criteria,
        [each.answers for each in participants],
        [each.peer_group for each in participants],
        [each.stays_out for each in participants],
    )


def _placed(
    indicator_set: IndicatorSet, participants: Sequence[Participant], sheets: Mapping[str, ScoreSheet]
) -> tuple[Standing, ...]:
    """Every organisation with its places and its grade, by its score sheet."""
    placings = rank(
        [
            contender(
                indicator_set,
                sheets[each.code],
                each.code,
                peer_group=each.peer_group,
                is_ranked=each.is_ranked,
            )
            for each in participants
        ]
    )
    return tuple(
        Standing(
            participant=each,
            sheet=sheets[each.code],
            placing=placings[each.code],
            graded=grade(indicator_set, sheets[each.code], each.peer_group),
        )
        for each in participants
    )
