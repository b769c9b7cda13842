"""What people and documents have said: it stays Vietnamese on every page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polib
import yaml
from django.apps import apps
from django.db import models

from chamdiem.accounts.models import User
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign, OfficeMatch, Track
from chamdiem.core.figures import list_figures
from chamdiem.core.sentences import rule_sentence
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.evidence.models import StoredFile
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled, list_findings
from chamdiem.organisations.models import Kind, Office, Organisation
from chamdiem.portal.guidance import get_index, get_page, list_slugs
from chamdiem.web.catalogue import ENGLISH


def names() -> Iterator[str]:
    """Proper names; a language is named in itself, and the guide is in Vietnamese."""
    yield "Tiếng Việt"
    yield from (page.title for page in (get_index(), *map(get_page, list_slugs())))
    for model, *fields in (
        (Organisation, "name", "short_name", "peer_group"),
        (Office, "name"),
        (Kind, "name"),
        (User, "name", "title"),
        (Campaign, "name"),
        (Track, "name"),
        (Edition, "name", "decision", "applies_to"),
        (OfficeMatch, "printed"),
    ):
        for field in fields:
            yield from model.objects.order_by().values_list(field, flat=True).distinct()
    # A unit stands as it is printed, whatever the language of the sentence.
    for edition in Edition.objects.all():
        yield from {each.input.unit for each in list_figures(compiled(edition).indicator_set).values()}


def texts() -> Iterator[str]:
    """What editions print and people have written, whole and line by line.

    What is a word of the pages too is left out: it is to be marked where it stands.
    """
    ours = {entry.msgid.casefold() for entry in polib.pofile(str(ENGLISH))}
    for said in _said():
        # A reason loses its full stop where more follows it.
        for text in (said, said.rstrip().rstrip("."), *said.splitlines()):
            if text.strip().casefold() not in ours:
                yield text


def _said() -> Iterator[str]:
    for model in apps.get_models():
        if not model.__module__.startswith("chamdiem.") or model._meta.app_label == "jobs":
            continue
        for field in model._meta.get_fields():
            if isinstance(field, models.CharField | models.TextField) and field.name != "document":
                yield from model._default_manager.order_by().values_list(field.name, flat=True).distinct()
    for facts in Event.objects.values_list("facts", flat=True):
        yield from _strings(facts)
    for signatures in StoredFile.objects.values_list("signatures", flat=True):
        yield from _strings(signatures)
    for policies in Campaign.objects.values_list("policies", flat=True):
        yield from _strings(policies)
    for edition in Edition.objects.all():
        yield from _strings(yaml.safe_load(edition.document))
        yield from _of_edition(edition)


def _of_edition(edition: Edition) -> Iterator[str]:
    """Corrected names, and the sentences of the core that are made of an edition's words."""
    known = compiled(edition)
    for row in known.indicator_set.rows:
        yield row.correct_name
        yield f"{row.label} {row.correct_name}"
    for criterion in known.scorer.criteria.values():
        yield rule_sentence(criterion, "en")
    for finding in list_findings(edition):
        yield finding_sentence(finding, "en")


def _strings(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case dict():
            for value in data.values():
                yield from _strings(value)
        case list():
            for value in data:
                yield from _strings(value)
