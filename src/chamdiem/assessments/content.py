"""The content of a dossier as plain values, and its canonical form with a hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.core.indicator_set import Period
from chamdiem.core.override import Override
from chamdiem.evidence.conditions import Paper


@dataclass(frozen=True, slots=True)
class EvidenceStanding:
    """The documents shown for one criterion: how many different ones, and how many signed and found valid.

    A refused one proves nothing and is not counted: ``refused`` holds the code of its reason. Neither is
    one with malware, which nobody can open.
    """

    count: int = 0
    signed: int = 0
    # Files whose signature nobody has looked at yet.
    waiting: int = 0
    papers: tuple[Paper, ...] = ()
    refused: tuple[str, ...] = ()
    infected: int = 0
    # Where the documents were taken from that were offered.
    origins: tuple[str, ...] = ()


NO_EVIDENCE = EvidenceStanding()


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a dossier, or in the part of it that was asked for."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    entries: Mapping[str, CriterionEntry] = field(default_factory=dict)
    evidence: Mapping[str, EvidenceStanding] = field(default_factory=dict)
    # The days measured, within which evidence may have to be dated.
    period: Period | None = None

    # Figure key → stored integer; criterion key → that it does not apply. As the core wants them.
    values: dict[str, int | None] = field(init=False)
    overrides: dict[str, Override] = field(init=False)

    def __post_init__(self) -> None:
        values = {key: answer.value for key, answer in self.answers.items()}
        object.__setattr__(self, "values", values)
        overrides = {
            key: Override(reason=entry.not_applicable_reason)
            for key, entry in self.entries.items()
            if entry.is_not_applicable
        }
        object.__setattr__(self, "overrides", overrides)

    def with_answer(self, answer: Answer) -> Content:
        """The content after one figure was written."""
        return replace(self, answers={**self.answers, answer.figure: answer})

    def typed(self, figure: str) -> str:
        """What was typed for a figure."""
        answer = self.answers.get(figure)
        return answer.typed if answer else ""


def canonical(
    assessment: Assessment, content: Content, evidence: list[dict[str, Any]], edition_hash: str
) -> dict[str, Any]:
    """The whole content as plain data, the same for the same content."""
    return {
        "organisation": assessment.participant.code,
        "edition": edition_hash,
        "answers": {
            key: {"value": answer.value, "typed": answer.typed, **_origin_data(answer)}
            for key, answer in sorted(content.answers.items())
            if answer.typed or answer.value is not None
        },
        "entries": {
            key: said for key, entry in sorted(content.entries.items()) if (said := _entry_data(entry))
        },
        "evidence": evidence,
    }


def hash_of(data: Mapping[str, Any]) -> str:
    """SHA-256 over canonical JSON."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _origin_data(answer: Answer) -> dict[str, str]:
    return {"origin": answer.origin} if answer.origin else {}


def _entry_data(entry: CriterionEntry) -> dict[str, str]:
    said = {"note": entry.note, "no_evidence_reason": entry.no_evidence_reason}
    if entry.is_not_applicable:
        said["not_applicable_reason"] = entry.not_applicable_reason
    return {name: text for name, text in said.items() if text}
