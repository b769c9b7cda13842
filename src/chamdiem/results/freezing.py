"""Dossiers → what a closing keeps: the answers as the command line reads them, and every result."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from chamdiem import __version__
from chamdiem.appraisals.scoring import Columns, ThreeSheets, three_sheets
from chamdiem.campaigns.models import Participant, Track
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.override import DECIDED
from chamdiem.core.peers import SpreadsByGroup
from chamdiem.core.points import decimal, decimal_text
from chamdiem.core.sentences import reason_text
from chamdiem.core.standings import Standing, Standings, score_everybody
from chamdiem.indicators.selectors import compiled
from chamdiem.office.answer_json import answers_data
from chamdiem.office.score_lines import points_of
from chamdiem.results.layers import Dossier
from chamdiem.results.models import Closing, Result


@dataclass(frozen=True, slots=True)
class Frozen:
    """One track scored, in the order of its dossiers."""

    indicator_set: IndicatorSet
    dossiers: Sequence[Dossier]
    final: Standings

    def sheets(self, place: int) -> ThreeSheets:
        """Claimed, appraised and final sheet of one dossier, all by the same figures of the others."""
        dossier = self.dossiers[place]
        return three_sheets(dossier.assessment, self.final.spreads[dossier.participant.peer_group])


def freeze(track: Track, dossiers: Sequence[Dossier]) -> Frozen:
    """Score a track; peer rules compare the final figures with each other."""
    indicator_set = compiled(track.edition).indicator_set
    return Frozen(
        indicator_set, dossiers, score_everybody(indicator_set, [each.contestant for each in dossiers])
    )


def closing_facts(track: Track, frozen: Frozen) -> dict[str, Any]:
    """The fields of a closing, beside number, person and time."""
    answers = answers_data(frozen.indicator_set, [each.participant for each in frozen.final.standings])
    spreads = _spreads(frozen.final.spreads)
    return {
        "edition_hash": track.edition.content_hash,
        "core_version": __version__,
        "answers": answers,
        "spreads": spreads,
        "content_hash": _hash(track.edition.content_hash, answers, spreads),
    }


def list_results(closing: Closing, frozen: Frozen) -> Iterator[Result]:
    """The result of every participant, not saved yet."""
    for place, standing in enumerate(frozen.final.standings):
        yield _result(
            closing, frozen.indicator_set, frozen.dossiers[place].participant, standing, frozen.sheets(place)
        )


def _result(
    closing: Closing,
    indicator_set: IndicatorSet,
    participant: Participant,
    standing: Standing,
    sheets: ThreeSheets,
) -> Result:
    total, graded = standing.sheet.total, standing.graded
    unit = indicator_set.rounding.quanta_per_point
    return Result(
        closing=closing,
        participant=participant,
        peer_group=participant.peer_group,
        is_ranked=participant.is_ranked,
        total_quanta=int(total.points * unit),
        maximum_quanta=int(total.maximum * unit),
        total=decimal(total.points),
        maximum=decimal(total.maximum),
        claimed=decimal(sheets.claimed.total.points),
        appraised=decimal(sheets.appraised.total.points),
        index_value=decimal(total.index_value, 8),
        place=standing.placing.place,
        overall=standing.placing.overall,
        grade=graded.grade.name if graded.grade else "",
        groups=_groups(indicator_set, standing),
        criteria=[_criterion(columns, standing) for columns in sheets.columns.values()],
    )


def _criterion(columns: Columns, standing: Standing) -> dict[str, Any]:
    final = standing.sheet.outcomes[columns.row.key]
    return {
        "key": columns.row.key,
        "maximum": decimal_text(final.maximum),
        "claimed": _text(points_of(columns.claimed)),
        "appraised": _text(points_of(columns.appraised)),
        "points": _text(points_of(final)),
        "status": final.status.value,
        # Whether a person decided: what people write may name people and is not for the public.
        "is_decided": final.reason.code in DECIDED,
        "reason": reason_text(final),
        "reason_en": reason_text(final, "en"),
    }


def _groups(indicator_set: IndicatorSet, standing: Standing) -> dict[str, dict[str, str]]:
    return {
        key: {"points": decimal_text(total.points), "maximum": decimal_text(total.maximum)}
        for key, total in standing.sheet.groups.items()
        if not indicator_set.row(key).is_criterion and total.maximum
    }


def _spreads(spreads: SpreadsByGroup) -> dict[str, dict[str, dict[str, Any]]]:
    return {
        group: {
            key: {"count": each.count, "least": decimal_text(each.least), "most": decimal_text(each.most)}
            for key, each in found.items()
        }
        for group, found in spreads.items()
    }


def _text(points: Fraction | None) -> str | None:
    return None if points is None else decimal_text(points)


def _hash(edition_hash: str, answers: Mapping[str, Any], spreads: Mapping[str, Any]) -> str:
    said = json.dumps([edition_hash, answers, spreads], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
