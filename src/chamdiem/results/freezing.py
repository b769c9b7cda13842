"""Dossiers → what a closing keeps: the answers as the command line reads them, and every result."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from chamdiem import __version__
from chamdiem.appraisals.comparing import ComparedByGroup
from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.scoring import Columns, ThreeSheets, three_sheets
from chamdiem.assessments.asked import is_declared
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Track
from chamdiem.core.award import Status
from chamdiem.core.grading import grade
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.override import DECIDED
from chamdiem.core.peers import SpreadsByGroup
from chamdiem.core.points import decimal, decimal_text
from chamdiem.core.ranking import Contender, Placing, contender, rank
from chamdiem.core.scoring import ScoreSheet
from chamdiem.core.sentences import LANGUAGES, reason_text
from chamdiem.core.standings import compare
from chamdiem.indicators.selectors import compiled
from chamdiem.office.answer_json import answers_data
from chamdiem.office.score_lines import is_met, shown_points
from chamdiem.office.tie_notes import tie_notes
from chamdiem.results.layers import Follow, claim_of, is_absent, list_dossiers, list_ids, read_batches
from chamdiem.results.models import Closing, Result
from chamdiem.results.score_sheets import RULED_FIGURES


@dataclass(frozen=True, slots=True)
class Line:
    """What is kept of one participant once its sheets are dropped; places come when all are there."""

    contender: Contender
    # The fields of its result, beside places and criteria.
    fields: Mapping[str, Any]
    # The criteria of its result as JSON, packed: thousands of them wait in memory for the last.
    criteria: bytes


@dataclass(frozen=True, slots=True)
class Frozen:
    """One track scored: the fields of its closing, without number, person and time; a line for everybody."""

    track: Track
    facts: Mapping[str, Any]
    lines: Sequence[Line]

    def list_results(self, closing: Closing) -> Iterator[Result]:
        """The result of every participant with its places, not saved yet; one at a time."""
        placings = rank([line.contender for line in self.lines])
        notes = _tie_notes(self.track, placings)
        for line in self.lines:
            placing = placings[line.contender.code]
            yield Result(
                closing=closing,
                place=placing.place,
                overall=placing.overall,
                tie_notes=notes.get(placing.code, {}),
                criteria=json.loads(zlib.decompress(line.criteria)),
                **line.fields,
            )


def freeze(track: Track, follow: Follow) -> Frozen:
    """Score a track; peer rules compare each layer of a dossier with the same layer of the others.

    Every dossier is read twice: first for the figures that are compared, then to be scored.
    Between the two nothing changes, because the campaign is closing. ``follow`` is told twice of each.
    """
    edition = compiled(track.edition)
    dossiers = list_dossiers(track, follow, waits=True)
    contestants = [each.contestant for each in dossiers]
    others = ComparedByGroup(
        compare(edition.scorer, [each.claim for each in dossiers]),
        compare(edition.scorer, [each.appraisal for each in dossiers]),
        compare(edition.scorer, contestants),
    )
    del dossiers
    facts = _closing_facts(track, answers_data(edition.indicator_set, contestants), _spreads(others.final))
    del contestants
    return Frozen(track, facts, list(_lines(track, others, follow)))


def _closing_facts(track: Track, answers: Mapping[str, Any], spreads: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "edition_hash": track.edition.content_hash,
        "core_version": __version__,
        "answers": answers,
        "spreads": spreads,
        "content_hash": _hash(track.edition.content_hash, answers, spreads),
    }


def _lines(track: Track, others: ComparedByGroup, follow: Follow) -> Iterator[Line]:
    indicator_set = compiled(track.edition).indicator_set
    for batch in read_batches(track, list_ids(track)):
        for each in batch:
            sheets = three_sheets(each, others.of(each.participant.peer_group), claim_of(each))
            yield _line(indicator_set, each, sheets)
        follow(len(batch))


def _line(indicator_set: IndicatorSet, assessment: Assessment, sheets: ThreeSheets) -> Line:
    participant, never = assessment.participant, is_absent(assessment)
    total, unit = sheets.final.total, indicator_set.rounding.quanta_per_point
    graded = grade(indicator_set, sheets.final, participant.peer_group)
    group, is_ranked = participant.peer_group, participant.is_ranked and not never
    fields = {
        "participant_id": participant.pk,
        "peer_group": group,
        "is_ranked": is_ranked,
        "never_handed_in": never,
        "total_quanta": int(total.points * unit),
        "maximum_quanta": int(total.maximum * unit),
        "total": decimal(total.points),
        "maximum": decimal(total.maximum),
        "claimed": decimal(sheets.claimed.total.points),
        "appraised": decimal(sheets.appraised.total.points),
        "index_value": decimal(total.index_value, 8),
        "grade": graded.grade.name if graded.grade and not never else "",
        "groups": _groups(indicator_set, sheets.final),
    }
    ruled = {each.criterion_key: each for each in assessment.rulings.all()}
    criteria = json.dumps(
        [_criterion(each, ruled.get(key), never=never) for key, each in sheets.columns.items()]
    )
    return Line(
        contender(indicator_set, sheets.final, participant.code, peer_group=group, is_ranked=is_ranked),
        fields,
        zlib.compress(criteria.encode(), level=1),
    )


def _criterion(columns: Columns, ruling: Ruling | None, *, never: bool) -> dict[str, Any]:
    """What is kept of a criterion; ``never`` handed in, it was not claimed, and appraised only if awarded."""
    final, claimed = columns.final, columns.claimed
    # What somebody else fills in, nobody claimed: a figure that is missing there is no zero.
    is_claimed = not never and not (claimed.status is Status.MISSING and not is_declared(columns.row))
    is_appraised = not never or columns.appraised.reason.code in DECIDED
    return {
        "key": columns.row.key,
        "maximum": decimal_text(final.maximum) if final.has_points else None,
        "claimed": _text(shown_points(claimed)) if is_claimed else None,
        "appraised": _text(shown_points(columns.appraised)) if is_appraised else None,
        "points": _text(shown_points(final)),
        # Column → whether a condition without points was met; nothing of all else.
        "met": {
            "claimed": is_met(claimed) if is_claimed else None,
            "appraised": is_met(columns.appraised) if is_appraised else None,
            "points": is_met(final),
        },
        "status": final.status.value,
        # Whether a person decided: what people write may name people and is not for the public.
        "is_decided": final.reason.code in DECIDED,
        "is_ruled": ruling is not None,
        # Why the council ruled by figures; the reason below tells what the rule makes of them.
        **({RULED_FIGURES: ruling.reason} if ruling is not None and ruling.points is None else {}),
        "reason": reason_text(final),
        "reason_en": reason_text(final, "en"),
    }


def _tie_notes(track: Track, placings: Mapping[str, Placing]) -> dict[str, dict[str, str]]:
    """Code → language → what tie-break rows did to its place; only of those they had to do with."""
    indicator_set = compiled(track.edition).indicator_set
    if not indicator_set.tie_break:
        return {}
    listed = list(track.participants.values_list("code", "name", "peer_group"))
    names, has_groups = {code: name for code, name, _ in listed}, len({group for *_, group in listed}) > 1
    told: dict[str, dict[str, str]] = {}
    for code, placing in placings.items():
        for language in LANGUAGES:
            if notes := tie_notes(placing, names, indicator_set, language, has_groups=has_groups):
                told.setdefault(code, {})[language] = " ".join(notes)
    return told


def _groups(indicator_set: IndicatorSet, sheet: ScoreSheet) -> dict[str, dict[str, str]]:
    return {
        key: {"points": decimal_text(total.points), "maximum": decimal_text(total.maximum)}
        for key, total in sheet.groups.items()
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
