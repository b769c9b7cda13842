"""Lost points → what can be done about each: next step, furthest step, step on the cheapest way to an aim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from chamdiem.analysis.courses import Course, Subject, cheapest_course, score_after, total_for_place
from chamdiem.analysis.sentences import way_text
from chamdiem.analysis.standpoint import Changes, Standpoint
from chamdiem.analysis.steps import Prospect, Step, list_prospects, step_of
from chamdiem.core.sentences import Language
from chamdiem.results.models import Result
from chamdiem.results.prospects import list_others, subject_of
from chamdiem.results.score_sheets import SheetLine

WayName = Literal["course", "next", "furthest", "lost"]


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be reached: a total, or a place in the peer group."""

    total: Fraction | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to win points at a criterion: in words (empty where nobody can say how), there and in all.

    ``effort`` is that of its figures, as the cheapest set is reckoned by. ``elsewhere`` is what other
    criteria that read the same figures win or lose by it; ``changes`` are its figures there, each with
    the stored integer it shall have.
    """

    name: WayName
    text: str
    points: Fraction
    net: Fraction
    changes: Changes = field(default_factory=dict)
    elsewhere: Mapping[str, Fraction] = field(default_factory=dict)
    effort: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost at a criterion and the ways to win them back, the one proposed first."""

    line: SheetLine
    ways: Sequence[Way]

    @property
    def is_proposed(self) -> bool:
        """Whether it lies on the way to the aim."""
        return self.ways[0].name == "course"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one organisation can do: every loss, and the totals of the way to an aim, if there is one.

    ``losses`` begin with those proposed. ``planned`` are those on the way that the plan has already;
    ``alone`` is the total that the proposed ones reach without them. ``maximum`` is that of the
    organisation, and ``reachable`` the total after the furthest step of every criterion, where there is
    no way to the aim and they can go together. ``has_steps`` is whether any figure can be moved to win
    points: where people give all that was lost, or no figure can grow, nothing can be reckoned.
    """

    standpoint: Standpoint
    losses: Sequence[Loss]
    total: Fraction | None = None
    course: Course | None = None
    planned: Sequence[Loss] = ()
    alone: Fraction | None = None
    maximum: Fraction | None = None
    reachable: Fraction | None = None
    has_steps: bool = True

    @property
    def proposed(self) -> Sequence[Loss]:
        """The losses that lie on the way to the aim."""
        return [loss for loss in self.losses if loss.is_proposed]

    @property
    def is_beyond(self) -> bool:
        """Whether the aim is more than there is to be had."""
        return self.total is not None and self.maximum is not None and self.total > self.maximum


def outlook(
    result: Result,
    lost: Sequence[SheetLine],
    aim: Aim | None = None,
    language: Language = "vi",
    planned: Sequence[SheetLine] = (),
) -> Outlook:
    """What can be done about the points lost in a result.

    Args:
        result: With its closing, track and edition.
        lost: The criteria where points were lost.
        aim: What is to be reached.
        language: Of the words.
        planned: The criteria where points were lost that the plan has already.
    """
    subject = subject_of(result)
    standpoint = subject.standpoint
    prospects = list_prospects(standpoint)
    total = _total(subject, result, aim) if aim else None
    course = cheapest_course(subject, total) if total is not None else None
    changes = (
        {figure: value for step in course.steps for figure, value in step.changes.items()} if course else {}
    )
    losses, known = (
        [
            Loss(line, _ways(standpoint, line, prospects.get(line.row.key), changes, language))
            for line in lines
        ]
        for lines in (lost, planned)
    )
    return Outlook(
        standpoint,
        sorted(losses, key=lambda loss: not loss.is_proposed),
        total,
        course,
        [loss for loss in known if loss.is_proposed],
        _alone(subject, losses) if course else None,
        subject.scorer.score(subject.answers, subject.overrides).total.maximum,
        _reachable(subject, prospects, total) if prospects and total is not None and course is None else None,
        bool(prospects),
    )


def _alone(subject: Subject, losses: Sequence[Loss]) -> Fraction:
    """The total once only the proposed ways are gone."""
    steps = [Step(loss.ways[0].changes) for loss in losses if loss.is_proposed]
    return score_after(subject, steps).total.points


def _reachable(subject: Subject, prospects: Mapping[str, Prospect], total: Fraction) -> Fraction | None:
    """The total after the furthest step of every criterion; None where that is no way of its own."""
    changes = {
        figure: value for each in prospects.values() for figure, value in each.furthest.changes.items()
    }
    if subject.standpoint.gain(changes) is None:
        return None
    reached = score_after(subject, [Step(changes)]).total.points
    return reached if reached < total else None


def _total(subject: Subject, result: Result, aim: Aim) -> Fraction:
    if aim.place is not None:
        return total_for_place(subject, list_others(result), aim.place)
    return aim.total or Fraction(0)


def _ways(
    standpoint: Standpoint,
    line: SheetLine,
    prospect: Prospect | None,
    course: Changes,
    language: Language,
) -> list[Way]:
    key = line.row.key
    named: list[tuple[WayName, Changes]] = [("course", course)] if _touches(standpoint, key, course) else []
    if prospect is not None:
        named += [("next", prospect.next_step.changes), ("furthest", prospect.furthest.changes)]
    ways: list[Way] = []
    for name, changes in named:
        way = way_of(standpoint, name, key, changes, language)
        if all(way.text != other.text for other in ways):
            ways.append(way)
    if all(way.points < line.lost for way in ways):
        ways.append(Way("lost", "", line.lost, line.lost))
    return ways


def _touches(standpoint: Standpoint, key: str, course: Changes) -> bool:
    return standpoint.is_scored(key) and standpoint.gain_at(key, course) > 0


def way_of(
    standpoint: Standpoint, name: WayName, key: str, changes: Mapping[str, int], language: Language
) -> Way:
    """The figures of one criterion moved: what that wins there, and what in all where others read them."""
    own = {
        figure: value
        for figure, value in changes.items()
        if figure in standpoint.criteria[key].letters.figures
    }
    # What a check forbids alone is valid only together with all else that is changed.
    together = own if standpoint.gain(own) is not None else changes
    effects = standpoint.effects(own.keys(), together)
    text = way_text(standpoint, own, key, effects, language)
    elsewhere = {other: points for other, points in effects.items() if other != key}
    here = effects.get(key, Fraction(0))
    net, effort = sum(elsewhere.values(), here), step_of(standpoint, own).effort
    return Way(name, text, here, net, own, elsewhere, effort)
