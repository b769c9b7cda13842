"""Findings: what is wrong with a set, where, and by how much.

A check reports a ``Hit``; ``linting`` turns it into a ``Finding`` by adding
what the registry and the row know. Neither holds a sentence: that is for
``core.sentences.findings``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from chamdiem.core.indicator_set import Row

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Percent:
    """A share that people read as a percentage."""

    share: Fraction


@dataclass(frozen=True, slots=True)
class Word:
    """A word of this product, to be said in the reader's language."""

    key: str


# What a sentence is filled with; a tuple becomes a list.
Fact = str | int | Fraction | Percent | Word | tuple[str, ...] | tuple[Word, ...]
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What one check found: on a row, or on the whole set when there is none.

    ``detail`` tells apart several hits of one check on one row; it becomes part
    of the id, so it comes from what is printed, or is the path of a part of the
    rule: formulas can be written in many ways without a change of meaning.
    ``is_set_wide`` keeps the row out of the id: the row only shows one of the
    places where something stands.
    """

    row: Row | None = None
    is_set_wide: bool = False
    detail: str = ""
    printed: str = ""
    computed: str = ""
    place: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, or worth knowing (phát hiện).

    ``id`` stays the same from run to run and when other rows come or go, so an
    official can acknowledge it once. ``key`` is the row, empty for the whole
    set; ``lines`` are those of the source document.
    """

    id: str
    code: str
    severity: Severity
    document: str
    key: str = ""
    place: str = ""
    lines: str = ""
    printed: str = ""
    computed: str = ""
    facts: Facts = field(default_factory=dict)
    acknowledged: bool = False
    reason: str = ""
