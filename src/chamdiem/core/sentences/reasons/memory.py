"""Prepared tellers, kept as long as the criterion they were prepared for.

A sentence is prepared once for a rule (its fixed words, its thresholds, its
term cut into pieces) and then filled in for thousands of organisations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from chamdiem.core.rules.rule import Scope
from chamdiem.core.sentences.voice import Voice

T = TypeVar("T")

_Key = tuple[Callable[..., Any], int, int, int, Voice]
# Scope → what was prepared → (the subject, kept alive so that its id stays its own; the result).
_PREPARED: WeakKeyDictionary[Scope, dict[_Key, tuple[object, Any]]] = WeakKeyDictionary()


def prepared(
    prepare: Callable[[Any, Scope, Fraction, Voice], T],
    subject: object,
    facts: Mapping[str, Any],
    voice: Voice,
) -> T:
    """What ``prepare`` makes of a subject (a rule, a condition) in its scope, made only once."""
    scope: Scope = facts["scope"]
    known = _PREPARED.get(scope)
    if known is None:
        known = _PREPARED[scope] = {}
    maximum: Fraction = facts.get("maximum", _NOTHING)
    key = (prepare, id(subject), maximum.numerator, maximum.denominator, voice)
    entry = known.get(key)
    if entry is None:
        entry = known[key] = (subject, prepare(subject, scope, maximum, voice))
    made: T = entry[1]
    return made


_NOTHING = Fraction(0)
