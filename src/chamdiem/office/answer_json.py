"""Answers → plain data that ``json_reading`` reads back: figures as canonical text, decisions over rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.override import Override
from chamdiem.core.points import decimal_text
from chamdiem.core.standings import Participant


def answers_data(indicator_set: IndicatorSet, participants: Sequence[Participant]) -> dict[str, Any]:
    """The answers of all participants; scoring them again gives the same points to the last hundredth."""
    return {
        "set": indicator_set.key,
        "organisations": [_participant(indicator_set, each) for each in participants],
    }


def _participant(indicator_set: IndicatorSet, participant: Participant) -> dict[str, Any]:
    data: dict[str, Any] = {
        "code": participant.code,
        "name": participant.name,
        "peer_group": participant.peer_group,
        "ranked": participant.is_ranked,
        "answers": dict(_answers(indicator_set, participant)),
    }
    if participant.overrides:
        data["overrides"] = {key: _override(each) for key, each in participant.overrides.items()}
    return data


def _answers(indicator_set: IndicatorSet, participant: Participant) -> Iterator[tuple[str, str]]:
    for key, figure in list_figures(indicator_set).items():
        value = participant.answers.get(key)
        if value is not None:
            yield key, figure.input.show(value)


def _override(override: Override) -> dict[str, Any]:
    if override.points is None:
        return {"not_applicable": True, "reason": override.reason}
    given: dict[str, Any] = {"points": decimal_text(override.points), "reason": override.reason}
    return given | ({"by_council": True} if override.is_ruling else {})
