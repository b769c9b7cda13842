"""How a condition of a reason came out, from the facts the reason carries."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from chamdiem.core.expression import Condition
from chamdiem.core.rules.rule import Scope
from chamdiem.core.sentences.conditions import Find, Finding, finder
from chamdiem.core.sentences.reasons.memory import prepared
from chamdiem.core.sentences.voice import Voice


def decided(condition: Condition, facts: Mapping[str, Any], voice: Voice) -> Finding:
    """Whether the condition holds for the values of the reason, and the statement that shows it."""
    find = prepared(_finder, condition, facts, voice)
    return find(facts["values"])


def _finder(condition: Condition, scope: Scope, maximum: Fraction, voice: Voice) -> Find:  # noqa: ARG001  the contract
    return finder(condition, scope, voice)
