"""Dossiers become copies of others in the database itself: ``INSERT … SELECT``, table by table.

A copy has the rows of its pattern with its own participant, organisation, people and documents.
What seals content (approval, submission, audit) is sealed anew by ``resealing``.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, models, transaction

from benchmarks.web.resealing import reseal
from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Appraisal, Justification, Message, Ruling
from chamdiem.assessments.models import (
    Answer,
    AnswerChange,
    Assessment,
    CriterionEntry,
    Remark,
)
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.example.directory import Body

# What hangs on a dossier, in any order; what bears seals is copied by ``resealing``.
_TABLES: tuple[type[models.Model], ...] = (
    Answer, AnswerChange, CriterionEntry, Remark, EvidenceUse, Appraisal, Justification, Message, Ruling,
)  # fmt: skip
_OWN_MAPS = """
    CREATE TEMPORARY TABLE body (
        place integer, organisation_id bigint PRIMARY KEY, officer_id bigint, leader_id bigint, path text
    );
    CREATE TEMPORARY TABLE twin_document (document_id bigint, organisation_id bigint, twin_id bigint,
        PRIMARY KEY (document_id, organisation_id));
"""
_TWINS = """
    DROP TABLE IF EXISTS twin;
    CREATE TEMPORARY TABLE twin AS
    SELECT pattern.id AS pattern_id, copy.id AS copy_id,
           first.participant_id AS pattern_participant, second.participant_id AS copy_participant,
           first.name AS pattern_name, second.name AS copy_name,
           one.organisation_id AS pattern_organisation, two.organisation_id AS copy_organisation,
           one.path AS pattern_path, two.path AS copy_path,
           one.officer_id AS pattern_officer, two.officer_id AS copy_officer,
           one.leader_id AS pattern_leader, two.leader_id AS copy_leader
    FROM body two
    JOIN body one ON one.place = two.place %% %(patterns)s AND one.place < %(patterns)s
    JOIN (SELECT id AS participant_id, organisation_id, name FROM campaigns_participant
          WHERE campaign_id = %(campaign)s) first ON first.organisation_id = one.organisation_id
    JOIN (SELECT id AS participant_id, organisation_id, name FROM campaigns_participant
          WHERE campaign_id = %(campaign)s) second ON second.organisation_id = two.organisation_id
    JOIN assessments_assessment pattern ON pattern.participant_id = first.participant_id
    JOIN assessments_assessment copy ON copy.participant_id = second.participant_id
    WHERE two.place >= %(patterns)s;
    ANALYZE twin;
"""
_PERSON = (
    "CASE source.{column} WHEN twin.pattern_officer THEN twin.copy_officer"
    " WHEN twin.pattern_leader THEN twin.copy_leader ELSE source.{column} END"
)


class Copying:
    """Copies the dossiers of the first ``patterns`` bodies to all others, in turn; one campaign at a time."""

    def __init__(self, bodies: Sequence[Body], patterns: int) -> None:
        self._patterns, self._since = patterns, _last_event()
        with connection.cursor() as cursor:
            cursor.execute(_OWN_MAPS)
            cursor.executemany(
                "INSERT INTO body VALUES (%s, %s, %s, %s, %s)",
                [
                    (
                        place,
                        each.organisation.pk,
                        each.officer.pk,
                        each.leader.pk,
                        each.organisation.path,
                    )
                    for place, each in enumerate(bodies)
                ],
            )

    @transaction.atomic
    def copy(self, campaign: Campaign) -> None:
        """Give every dossier without content that of its pattern, and the history that goes with it."""
        with connection.cursor() as cursor:
            cursor.execute(_TWINS, {"patterns": self._patterns, "campaign": campaign.pk})
            cursor.execute(_copied_dossiers())
            for statement in _copied_documents():
                cursor.execute(statement)
            for table in _TABLES:
                cursor.execute(_copied_rows(table))
        reseal(self._since)
        self._since = _last_event()


def _last_event() -> int:
    return Event.objects.aggregate(last=models.Max("number"))["last"] or 0


def _copied_dossiers() -> str:
    kept = ("id", "participant_id")
    columns = [each.column for each in Assessment._meta.concrete_fields if each.column not in kept]
    changed = ", ".join(f"{column} = source.{column}" for column in columns)
    return (
        f"UPDATE assessments_assessment own SET {changed} FROM twin"  # noqa: S608  names of our own tables
        " JOIN assessments_assessment source ON source.id = twin.pattern_id WHERE own.id = twin.copy_id"
    )


def _copied_documents() -> tuple[str, str]:
    """Documents of the patterns that have no copies yet; a version of one is the same file."""
    table = Document._meta.db_table
    map_them = (
        f"INSERT INTO twin_document SELECT source.id, twin.copy_organisation,"  # noqa: S608  as above
        f" nextval(pg_get_serial_sequence('{table}', 'id')) FROM {table} source"
        " JOIN twin ON twin.pattern_organisation = source.organisation_id ON CONFLICT DO NOTHING"
    )
    columns, values = _columns(Document)
    copy_them = (
        f"INSERT INTO {table} (id, {columns}) SELECT map.twin_id, {values} FROM {table} source"  # noqa: S608
        " JOIN twin ON twin.pattern_organisation = source.organisation_id"
        " JOIN twin_document map ON map.document_id = source.id"
        " AND map.organisation_id = twin.copy_organisation"
        f" WHERE NOT EXISTS (SELECT 1 FROM {table} there WHERE there.id = map.twin_id)"
    )
    return map_them, copy_them


def _copied_rows(table: type[models.Model]) -> str:
    name = table._meta.db_table
    columns, values = _columns(table)
    documents = (
        " JOIN twin_document map ON map.document_id = source.document_id"
        " AND map.organisation_id = twin.copy_organisation"
        if table is EvidenceUse
        else ""
    )
    return (
        f"INSERT INTO {name} ({columns}) SELECT {values} FROM {name} source"  # noqa: S608  as above
        f" JOIN twin ON twin.pattern_id = source.assessment_id{documents}"
    )


def _columns(table: type[models.Model]) -> tuple[str, str]:
    """The columns of a table but its key, and what a copy has there."""
    fields = [each for each in table._meta.concrete_fields if not each.primary_key]
    return ", ".join(str(each.column) for each in fields), ", ".join(_value(each) for each in fields)


def _value(field: models.Field) -> str:  # type: ignore[type-arg]  # any field
    match field.column:
        case "assessment_id":
            return "twin.copy_id"
        case "organisation_id":
            return "twin.copy_organisation"
        case "document_id":
            return "map.twin_id"
        case column if field.related_model is User:
            return _PERSON.format(column=column)
        case column:
            return f"source.{column}"
