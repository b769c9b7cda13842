"""Example figures for any set: made up, seeded, within their ranges, with every check holding.

For each criterion several sets of figures are drawn, and the one is taken whose
points come nearest to what the district is likely to earn. So the figures look
like those of real districts whatever the kind of rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from chamdiem.core.criterion import MISSING, NEEDS_PEERS, compile_criteria
from chamdiem.core.figures import Figure, list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.inputs import Input
from chamdiem.core.standings import Participant
from chamdiem.samples.districts import District, list_districts, name_for
from chamdiem.samples.guides import Guide
from chamdiem.samples.sizes import size_of

_DRAWS = 40
_TRIES = 20
_NEAR = Fraction(3, 100)
_FAR = Fraction(10)
# How much the points of one criterion vary around what the district is likely to earn.
_SPREAD = 22
# Of a thousand figures, so many have not been collected yet.
_LACKING = 8
# Shares are often small: one in a hundred earns full marks where a rule says so.
_POWERS = (1, 1, 2, 5)
# Every share there can be, by how many thousandths: thousands of them are drawn for each place.
_SHARES = {power: [Fraction(part, 1000) ** power for part in range(1001)] for power in set(_POWERS)}


def example_participants(indicator_set: IndicatorSet, seed: int) -> list[Participant]:
    """The bodies of a made-up province with their figures, the same for the same seed.

    Every figure is within its range and no check is broken; a few figures are missing.
    """
    random = Random(seed)  # noqa: S311  example figures are no secret
    maker = FigureMaker(indicator_set)
    return [
        Participant(
            code=district.code,
            name=name_for(district, indicator_set.name),
            peer_group=district.peer_group,
            answers=maker.make(district, random),
        )
        for district in list_districts(random)
    ]


class FigureMaker:
    """Makes up the figures one set asks for, place by place."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        self._guides = [Guide(criterion) for criterion in compile_criteria(indicator_set).values()]
        self._figures = list_figures(indicator_set)

    def make(
        self, place: District, random: Random, *, draws: int = _DRAWS, is_complete: bool = False
    ) -> dict[str, int | None]:
        """Figures of one place: figure → stored integer; a few have not been collected yet.

        Where the form shall be complete, it is drawn again until no check is broken.
        """
        for _ in range(_TRIES if is_complete else 1):
            making = _Making(place, random, draws)
            for guide in self._guides:
                making.give(guide)
            making.fill_in(self._figures.values())
            if is_complete and not making.breaks(self._guides):
                return making.answers
        making.leave_out(self._guides, self._figures)
        return making.answers


@dataclass(slots=True)
class _Making:
    """The figures of one district in the making."""

    district: District
    random: Random
    draws: int = _DRAWS
    answers: dict[str, int | None] = field(default_factory=dict)

    def give(self, guide: Guide) -> None:
        """Draw the figures of a criterion that are not there yet."""
        wanted = min(max(self.random.gauss(self.district.percent, _SPREAD), 0), 100)
        target = Fraction(round(wanted), 100)
        best: dict[str, int | None] = {}
        nearest = _FAR
        for _ in range(self.draws):
            drawn = self._draw(guide)
            distance = self._distance(guide, drawn, target)
            if distance < nearest:
                best, nearest = drawn, distance
            if nearest <= _NEAR:
                break
        self.answers |= best

    def fill_in(self, figures: Iterable[Figure]) -> None:
        """General information that no criterion reads."""
        for figure in figures:
            if figure.key == figure.row and figure.key not in self.answers:
                self.answers[figure.key] = self._value(figure.input, Fraction(1))

    def breaks(self, guides: Iterable[Guide]) -> bool:
        """Whether some figures contradict each other."""
        criteria = [guide.criterion for guide in guides]
        return any(criterion.broken_checks(criterion.values(self.answers)) for criterion in criteria)

    def leave_out(self, guides: Iterable[Guide], figures: Mapping[str, Figure]) -> None:
        """A few figures have not been collected; no figures break a check."""
        for key, figure in figures.items():
            if key != figure.row and self.random.randrange(1000) < _LACKING:
                self.answers.pop(key, None)
        for guide in guides:
            criterion = guide.criterion
            if criterion.broken_checks(criterion.values(self.answers)):
                for key in criterion.letters.figures:
                    self.answers.pop(key, None)

    def _draw(self, guide: Guide) -> dict[str, int | None]:
        letters, keys = guide.criterion.letters, guide.keys
        drawn: dict[str, int | None] = {}
        for letter in guide.order:
            key, given = keys[letter], letters.inputs[letter]
            if key in self.answers or key in drawn:
                continue
            known = self.answers | drawn
            wholes = [
                Fraction(known[keys[whole]] or 0, letters.inputs[whole].scale)
                for whole in guide.wholes[letter]
                if keys[whole] in known
            ]
            share = self._share(is_whole=letter in guide.all_wholes)
            drawn[key] = self._value(given, share, min(wholes, default=None), guide.tops.get(letter))
        marks = [keys[letter] for letter in guide.agreeing if keys[letter] in drawn]
        if marks:
            drawn |= dict.fromkeys(marks, drawn[marks[0]])
        return drawn

    def _distance(self, guide: Guide, drawn: dict[str, int | None], target: Fraction) -> Fraction:
        """How far the points are from the share wanted; far off where a check is broken."""
        criterion = guide.criterion
        values = criterion.values(self.answers | drawn)
        if criterion.broken_checks(values):
            return _FAR
        cell = criterion.cell(values)
        if cell == NEEDS_PEERS:
            return Fraction(0)
        if cell <= MISSING or not criterion.maximum:
            return Fraction(2)
        return abs(criterion.rounding.points(cell) / criterion.maximum - target)

    def _share(self, *, is_whole: bool) -> Fraction:
        """A whole is never small; a part may be."""
        if is_whole:
            return _SHARES[1][self.random.randrange(500, 1001)]
        part = self.random.randrange(1001)
        return _SHARES[self.random.choice(_POWERS)][part]

    def _value(
        self, given: Input, share: Fraction, whole: Fraction | None = None, top: Fraction | None = None
    ) -> int:
        """A stored integer: a share of the whole, of the highest threshold, or of what is usual."""
        if given.type == "yes_no":
            return int(self.random.randrange(100) < self.district.percent)
        if given.type == "choice":
            return self.random.randrange(len(given.options))
        low, high = given.range
        if whole is None and top is None and high is None:
            return self._kept(given, size_of(given, self.district.thousands, self.random) * given.scale)
        bounds = [edge * given.scale for edge in (whole,) if edge is not None]
        bounds += [Fraction(high)] if high is not None else []
        if not bounds:
            bounds = [(top or Fraction(0)) * given.scale * Fraction(13, 10) + 1]
        return self._kept(given, round(share * (min(bounds) - (low or 0))) + (low or 0))

    def _kept(self, given: Input, value: int) -> int:
        """A value within its range and on its steps."""
        low, high = given.range
        value = value // given.grain * given.grain
        if high is not None:
            value = min(value, high)
        return value if low is None else max(value, low)
