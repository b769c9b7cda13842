"""What the points of a dossier are compared with: each layer with the same layer of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chamdiem.core.peers import SpreadsByGroup
from chamdiem.core.scoring import Scorer, Spreads

# What scores the claim, the appraisal, and what counts in the end.
Scorers = tuple[Scorer, Scorer, Scorer]


@dataclass(frozen=True, slots=True)
class Compared:
    """What one dossier is compared with.

    Attributes:
        claimed: What everybody claimed: nothing an appraiser corrects moves a claim.
        appraised: The same as corrected by appraisers: nothing the council rules moves an appraisal.
        final: The same as ruled by the council so far.
    """

    claimed: Spreads = field(default_factory=dict)
    appraised: Spreads = field(default_factory=dict)
    final: Spreads = field(default_factory=dict)

    def scorers(self, plain: Scorer) -> Scorers:
        """A scorer for each layer."""
        return (
            plain.with_spreads(self.claimed),
            plain.with_spreads(self.appraised),
            plain.with_spreads(self.final),
        )


@dataclass(frozen=True, slots=True)
class ComparedByGroup:
    """The same for a track: peer group → spreads."""

    claimed: SpreadsByGroup = field(default_factory=dict)
    appraised: SpreadsByGroup = field(default_factory=dict)
    final: SpreadsByGroup = field(default_factory=dict)

    def of(self, group: str) -> Compared:
        """What a dossier of a peer group is compared with."""
        found: list[Mapping[str, Spreads]] = [self.claimed, self.appraised, self.final]
        return Compared(*(each.get(group, {}) for each in found))
