"""Progress by criterion and by office; every view takes a constant number of queries.

Both read the tallies of the dossiers (row → cell of the core, gaps, gaps of
evidence), never an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from chamdiem.campaigns.asked import list_asked
from chamdiem.campaigns.calendar import last_entry_day
from chamdiem.campaigns.models import Campaign, Participant, Track
from chamdiem.campaigns.selectors.board import BoardFilter, list_board
from chamdiem.campaigns.selectors.campaigns import list_tracks
from chamdiem.core.criterion import MISSING, NOT_APPLICABLE
from chamdiem.core.indicator_set import Row
from chamdiem.indicators.selectors import compiled
from chamdiem.web.folding import search_text, search_words

BY_ORGANISATION = "organisation"
# How the address sorts offices → columns of the query below, ended by ones that are unique together.
OFFICE_SORTS: Mapping[str, tuple[str, ...]] = {
    "organisation": ("participant_name", "participant_id", "office_name", "office_id"),
    "office": ("office_name", "participant_name", "participant_id", "office_id"),
    "progress": ("share", "participant_name", "participant_id", "office_id"),
    "gaps": ("gaps", "participant_name", "participant_id", "office_id"),
    "evidence": ("evidence_gaps", "participant_name", "participant_id", "office_id"),
}
# Every line of the tallies; a general figure has no cell: it is there once nothing is missing in it.
_LINES = """
    SELECT participant.id AS participant_id, participant.name AS participant_name, line.key AS row_key,
        CASE WHEN line.value ->> 0 IS NULL THEN (line.value ->> 1)::int = 0
             ELSE (line.value ->> 0)::int <> %(missing)s END AS is_answered,
        coalesce((line.value ->> 0)::int = %(exempt)s, FALSE) AS is_exempt,
        (line.value ->> 1)::int AS gaps, (line.value ->> 2)::int AS evidence_gaps
    FROM assessments_assessment dossier
    JOIN campaigns_participant participant ON participant.id = dossier.participant_id
    CROSS JOIN LATERAL jsonb_each(dossier.tally) AS line
    WHERE participant.id = ANY(%(participants)s)
      AND participant.track_id || ':' || line.key <> ALL(%(undeclared)s)
"""
_BY_CRITERION = f"""
    SELECT row_key, count(*), count(*) FILTER (WHERE is_answered), count(*) FILTER (WHERE is_exempt),
        count(*) FILTER (WHERE gaps > 0), count(*) FILTER (WHERE evidence_gaps > 0)
    FROM ({_LINES}) line
    GROUP BY row_key
"""  # noqa: S608  made of constants
_BY_OFFICE = f"""
    SELECT line.participant_id, participant_name, office.id AS office_id,
        coalesce(office.name, '') AS office_name, count(*), count(*) FILTER (WHERE is_answered),
        sum(gaps) AS gaps, sum(evidence_gaps) AS evidence_gaps,
        count(*) FILTER (WHERE is_answered) * 1.0 / count(*) AS share
    FROM ({_LINES}) line
    LEFT JOIN campaigns_assignment given
        ON given.participant_id = line.participant_id AND given.criterion_key = line.row_key AND given.is_lead
    LEFT JOIN organisations_office office ON office.id = given.office_id
    GROUP BY line.participant_id, participant_name, office.id, office.name
"""  # noqa: S608  made of constants


@dataclass(frozen=True, slots=True)
class CriterionProgress:
    """One row of an edition over all organisations that answer it."""

    row: Row
    due: date
    total: int = 0
    answered: int = 0
    exempt: int = 0
    incomplete: int = 0
    lacking_evidence: int = 0

    @property
    def is_declared(self) -> bool:
        """Whether organisations fill it in; the rest comes from appraisers, council or surveys."""
        return self.row.evaluator == BY_ORGANISATION


@dataclass(frozen=True, slots=True)
class OfficeProgress:
    """The criteria one office leads in one organisation; without office, those nobody leads."""

    participant_id: int
    participant: str
    office_id: int | None
    office: str
    total: int
    answered: int
    gaps: int
    evidence_gaps: int


def list_criterion_progress(
    campaign: Campaign, track: Track, asked: BoardFilter, now: datetime
) -> list[CriterionProgress]:
    """Every row of a track's edition in printed order, with how many organisations are done; two queries."""
    found = _run(_BY_CRITERION, list_board(campaign, replace(asked, track_id=track.pk), now))
    counted = {key: counts for key, *counts in found}
    rows = list_asked(compiled(track.edition).indicator_set)
    return [
        CriterionProgress(row, last_entry_day(campaign, [], row), *counted.get(row.key, ())) for row in rows
    ]


def list_office_progress(
    campaign: Campaign, asked: BoardFilter, typed: str, order: Sequence[str], now: datetime
) -> list[OfficeProgress]:
    """The offices that lead criteria, each with how far it is; three queries, whatever the size.

    Args:
        campaign: Whose participants.
        asked: Which participants of it.
        typed: Words of the name of an office; accents and case do not matter.
        order: A value of ``OFFICE_SORTS``, its columns led by ``-`` where they are turned round.
        now: The clock.
    """
    undeclared = [
        f"{track.pk}:{row.key}"
        for track in list_tracks(campaign)
        for row in compiled(track.edition).indicator_set.rows
        if row.evaluator != BY_ORGANISATION
    ]
    columns = [f"{name.removeprefix('-')} {'DESC' if name.startswith('-') else 'ASC'}" for name in order]
    query = f"{_BY_OFFICE} ORDER BY {', '.join(columns)} NULLS FIRST"
    found = _run(query, list_board(campaign, asked, now), undeclared)
    words = search_words(typed)
    offices = (OfficeProgress(*line[:8]) for line in found)
    return [each for each in offices if all(word in search_text(each.office) for word in words)]


def _run(query: str, participants: QuerySet[Participant], undeclared: Sequence[str] = ()) -> list[Any]:
    given: dict[str, int | list[int] | list[str]] = {
        "missing": MISSING,
        "exempt": NOT_APPLICABLE,
        "participants": list(participants.values_list("pk", flat=True)),
        "undeclared": list(undeclared),
    }
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return list(cursor.fetchall())
