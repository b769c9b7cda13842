"""What seals content names the body it belongs to: a copy gets approvals, submissions, events of its own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import connection

from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Appraisal, Justification, Ruling
from chamdiem.assessments.content import hash_of
from chamdiem.assessments.models import Approval, Assessment, Submission
from chamdiem.assessments.selectors.doors import with_campaign
from chamdiem.assessments.selectors.loading import canonical_content, load_content
from chamdiem.audit.models import Event
from chamdiem.audit.sealing import seal_of
from chamdiem.audit.texts import action_names
from chamdiem.web.folding import search_text

Seal = TypeVar("Seal", Approval, Submission)


@dataclass(slots=True)
class Twin:
    """One copy beside its pattern, as the map of the database has it."""

    facts: Mapping[str, Any]
    code: str
    # Document of the pattern → of the copy.
    documents: Mapping[int, int]
    # Hash of a content of the pattern → that content of the copy, and its hash.
    contents: dict[str, tuple[dict[str, Any], str]] = field(default_factory=dict)

    def person(self, person_id: int | None) -> int | None:
        """Who did for the copy what this person did for the pattern."""
        for duty in ("officer", "leader"):
            if person_id == self.facts[f"pattern_{duty}"]:
                found: int = self.facts[f"copy_{duty}"]
                return found
        return person_id

    def hash(self, content_hash: str) -> str:
        """The hash of the copy's content where the pattern's has this one."""
        return self.contents[content_hash][1] if content_hash in self.contents else content_hash


def reseal(since: int) -> None:
    """Approvals and submissions of all copies, and the events after ``since``, in the order of the copies."""
    twins = _twins()
    by_pattern: dict[int, list[Twin]] = defaultdict(list)
    for twin in twins:
        by_pattern[twin.facts["pattern_id"]].append(twin)
    for pattern in with_campaign().filter(pk__in=by_pattern):
        _copy_seals(pattern, by_pattern[pattern.pk])
    _append_events(twins, since)


def _copy_seals(pattern: Assessment, twins: Iterable[Twin]) -> None:
    submissions, approvals = list(pattern.submissions.all()), list(pattern.approvals.all())
    contents = {each.content_hash: each.content for each in submissions}
    if approvals:
        content = load_content(pattern)
        present = canonical_content(pattern, content)
        contents[hash_of(present)] = present
    for twin in twins:
        for content_hash, content in contents.items():
            own = _own_content(content, twin)
            twin.contents[content_hash] = (own, hash_of(own))
    for approval in approvals:
        Approval.objects.bulk_create([_own_row(approval, twin) for twin in twins], batch_size=500)
    for submission in submissions:
        Submission.objects.bulk_create([_own_row(submission, twin) for twin in twins], batch_size=500)


def _own_content(content: Mapping[str, Any], twin: Twin) -> dict[str, Any]:
    evidence = [{**each, "document_id": twin.documents[each["document_id"]]} for each in content["evidence"]]
    return {**content, "organisation": twin.code, "evidence": evidence}


def _own_row(row: Seal, twin: Twin) -> Seal:
    facts = {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields}
    for each in row._meta.concrete_fields:
        if each.related_model is User:
            facts[each.attname] = twin.person(facts[each.attname])
    if isinstance(row, Submission):
        facts["content"] = twin.contents[row.content_hash][0]
    own = {"id": None, "assessment_id": twin.facts["copy_id"], "content_hash": twin.hash(row.content_hash)}
    return type(row)(**{**facts, **own})


def _twins() -> list[Twin]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document_id, organisation_id, twin_id FROM twin_document")
        documents: dict[int, dict[int, int]] = defaultdict(dict)
        for document, organisation, twin in cursor.fetchall():
            documents[organisation][document] = twin
        cursor.execute(
            "SELECT twin.*, code FROM twin JOIN campaigns_participant own ON own.id = copy_participant"
            " ORDER BY copy_id"
        )
        names = [each.name for each in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [Twin(row, row["code"], documents[row["copy_organisation"]]) for row in rows]


def _append_events(twins: Iterable[Twin], since: int) -> None:
    """What was done to the patterns was done to their copies: the chain goes on."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in Event.objects.filter(number__gt=since).order_by("number"):
        told[event.organisation_path].append(event)
    last = Event.objects.order_by("-number").values_list("number", "hash").first() or (0, "")
    names = {user.pk: str(user) for user in User.objects.all()}
    said = _Said()
    fields = [each for each in Event._meta.concrete_fields if not each.primary_key]
    columns = ", ".join(str(each.column) for each in fields)
    connection.ensure_connection()
    statement = f"COPY {Event._meta.db_table} ({columns}) FROM STDIN"
    with _anchored_at_the_end(), connection.connection.cursor().copy(statement) as copy:
        for twin in twins:
            for event in told[twin.facts["pattern_path"]]:
                own = _own_event(event, twin, names, said)
                own.number, own.previous_hash = last[0] + 1, last[1]
                own.hash = seal_of(own)
                last = (own.number, own.hash)
                copy.write_row([_plain(getattr(own, each.attname)) for each in fields])


@contextmanager
def _anchored_at_the_end() -> Iterator[None]:
    """Move the anchor once: one step an event, hundreds of thousands in one transaction, would take hours."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_event_moves_anchor")
        yield
        cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER audit_event_moves_anchor")
        cursor.execute("ALTER TABLE audit_anchor DISABLE TRIGGER audit_anchor_only_moves_on")
        cursor.execute(
            "UPDATE audit_anchor SET (number, hash) ="
            " (SELECT number, hash FROM audit_event ORDER BY number DESC LIMIT 1)"
        )
        cursor.execute("ALTER TABLE audit_anchor ENABLE TRIGGER audit_anchor_only_moves_on")


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


class _Said:
    """What was said about criteria in appraisal: which row of a copy is that of its pattern."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int], tuple[Any, ...]] = {}
        self._rows: dict[tuple[str, int, tuple[Any, ...]], int] = {}
        for table, unique in (
            (Appraisal, ("criterion_key", "round")),
            (Justification, ("criterion_key", "round")),
            (Ruling, ("criterion_key",)),
        ):
            kind = table._meta.label_lower
            for pk, assessment, *place in table._default_manager.values_list("pk", "assessment_id", *unique):
                self._places[kind, pk] = tuple(place)
                self._rows[kind, assessment, tuple(place)] = pk

    def twin_of(self, kind: str, pk: int, copy_id: int) -> int:
        """The row of the copy."""
        return self._rows[kind, copy_id, self._places[kind, pk]]


def _own_event(event: Event, twin: Twin, names: Mapping[int, str], said: _Said) -> Event:
    actor = twin.person(event.actor_id)
    actor_name = names[actor] if actor else ""
    subject_name = event.subject_name.replace(twin.facts["pattern_name"], twin.facts["copy_name"])
    return Event(
        at=event.at,
        actor_id=actor,
        actor_name=actor_name,
        action=event.action,
        subject_type=event.subject_type,
        subject_id=_own_subject(event, twin, said),
        subject_name=subject_name,
        organisation_path=twin.facts["copy_path"],
        campaign_id=event.campaign_id,
        facts=_own_facts(event.facts, twin),
        search_text=search_text(actor_name, subject_name, *action_names(event.action)),
    )


def _own_subject(event: Event, twin: Twin, said: _Said) -> str:
    match event.subject_type:
        case "assessments.assessment":
            return str(twin.facts["copy_id"])
        case "evidence.document":
            return str(twin.documents[int(event.subject_id)])
        case "campaigns.participant":
            return str(twin.facts["copy_participant"])
        case kind:
            return str(said.twin_of(kind, int(event.subject_id), twin.facts["copy_id"]))


def _own_facts(facts: Mapping[str, Any], twin: Twin) -> dict[str, Any]:
    own = dict(facts)
    if "assessment" in own:
        own["assessment"] = twin.facts["copy_id"]
    if "document" in own:
        own["document"] = twin.documents[own["document"]]
    if "content_hash" in own:
        own["content_hash"] = twin.hash(own["content_hash"])
    return own
