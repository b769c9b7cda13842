"""Reading editions: the seam between stored documents and the core."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.accounts.permissions import paths_held
from chamdiem.core.compared_groups import set_differences
from chamdiem.core.comparison import ComparedCriterion, compare_sets
from chamdiem.core.differences import Difference
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import Finding, lint
from chamdiem.core.scoring import Scorer
from chamdiem.errors import NotFound
from chamdiem.indicators.models import Edition
from chamdiem.indicators.permissions import KEEPERS
from chamdiem.library import read_set_text
from chamdiem.organisations.tree import below
from chamdiem.web.folding import search_text, search_words


def list_editions(*, actor: User) -> QuerySet[Edition]:
    """The editions a person may read, without their documents: lists do not need them. One query."""
    may_read = Q(status=Edition.Status.ISSUED) | below("owner__path", paths_held(actor, KEEPERS))
    return Edition.objects.filter(may_read).defer("document").select_related("owner")


def search_editions(*, actor: User, typed: str = "", status: str = "", applies_to: str = "") -> list[Edition]:
    """The editions that fit every filter; a search ignores accents and case. One query."""
    editions = list_editions(actor=actor)
    if status:
        editions = editions.filter(status=status)
    if applies_to:
        editions = editions.filter(applies_to=applies_to)
    words = search_words(typed)
    return [edition for edition in editions if all(word in _searched(edition) for word in words)]


def list_levels(*, actor: User) -> list[str]:
    """For whom the editions are that a person may read; one query."""
    rows = list_editions(actor=actor).exclude(applies_to="").order_by("applies_to")
    return list(rows.values_list("applies_to", flat=True).distinct())


def list_issued() -> QuerySet[Edition]:
    """What a campaign may use, without the documents."""
    return Edition.objects.filter(status=Edition.Status.ISSUED).defer("document")


def called_apart(editions: Iterable[Edition]) -> dict[Edition, str]:
    """Editions by name and decision, in their order; those of one name are told apart by their keys."""
    called = {each: f"{each.name} ({each.edition})" for each in editions}
    times = Counter(called.values())
    return {each: name if times[name] == 1 else f"{name} · {each.key}" for each, name in called.items()}


def get_edition(*, actor: User, key: str) -> Edition:
    """One edition this person may read, with its document, or ``NotFound``."""
    key = key.replace("\x00", "")  # no text of the database holds it
    edition = list_editions(actor=actor).defer(None).select_related("owner").filter(key=key).first()
    if edition is None:
        raise NotFound("edition.not_found", key=key)
    return edition


@dataclass(frozen=True, slots=True)
class Compiled:
    """An edition as the core knows it: the set, and ready to score."""

    indicator_set: IndicatorSet
    scorer: Scorer


def compiled(edition: Edition) -> Compiled:
    """The edition for the core; read and compiled once per content and process."""
    known = _COMPILED.get(edition.content_hash)
    if known is None:
        indicator_set = read_set_text(edition.document, f"{edition.key}.yaml")
        known = Compiled(indicator_set, Scorer(indicator_set))
        _remember(_COMPILED, edition.content_hash, known)
    return known


def list_findings(edition: Edition) -> tuple[Finding, ...]:
    """What lint says about an edition; once per document and process.

    By the document and not by the content hash: that leaves out what was acknowledged.
    """
    key = hashlib.sha256(edition.document.encode()).hexdigest()
    known = _LINTED.get(key)
    if known is None:
        known = lint(read_set_text(edition.document, f"{edition.key}.yaml"))
        _remember(_LINTED, key, known)
    return known


def compare_editions(old: Edition, new: Edition) -> tuple[ComparedCriterion, ...]:
    """What became of every criterion from one edition to the other."""
    return compare_sets(compiled(old).indicator_set, compiled(new).indicator_set)


def compare_headers(old: Edition, new: Edition) -> tuple[Difference, ...]:
    """What changed for the set as a whole."""
    return set_differences(compiled(old).indicator_set, compiled(new).indicator_set)


def _searched(edition: Edition) -> str:
    return search_text(edition.key, edition.name, edition.edition, edition.decision, edition.applies_to)


def _remember(memory: dict[str, Any], key: str, value: Any) -> None:
    while len(memory) >= _MOST_REMEMBERED:
        memory.pop(next(iter(memory)), None)
    memory[key] = value


# Hash → what was made of the content; a content never changes under its hash.
_COMPILED: dict[str, Compiled] = {}
_LINTED: dict[str, tuple[Finding, ...]] = {}
_MOST_REMEMBERED = 64
