"""What a rule gives: points and the reason, as code and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any


class Status(StrEnum):
    """How a criterion stands for one organisation."""

    SCORED = "scored"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    NEEDS_PEERS = "needs_peers"
    DISPUTED = "disputed"
    INVALID = "invalid"


@dataclass(slots=True, eq=False)
class Reason:
    """Why these points: a code, the facts that fill its sentence, and the parts.

    ``core.sentences`` turns it into words on demand; the words are never stored
    as the truth.
    """

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Reason, ...] = ()


@dataclass(slots=True, eq=False)
class Award:
    """Unrounded points (``numerator / denominator``) or a status, and the reason."""

    status: Status
    numerator: int
    denominator: int
    reason: Reason

    @property
    def points(self) -> Fraction:
        """The exact points; zero unless scored."""
        return Fraction(self.numerator, self.denominator)
