"""Accepting many claims at once, each as if by itself; what wants a look of its own stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.permissions import appraisal_verdict
from chamdiem.appraisals.rounds import round_of
from chamdiem.appraisals.selectors.accepting import (
    MOST_AT_ONCE,
    OWN_BODY,
    Candidate,
    list_candidates,
    outside_hurdle,
)
from chamdiem.appraisals.selectors.doors import HISTORY, RELATED, UNREAD, list_appraised
from chamdiem.appraisals.services.locking import move, record
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.services.locking import reread_stages
from chamdiem.errors import Incomplete, NotAllowed, NotFound

_DECIDED = ("verdict", "reason", "answers", "points", "appraised_by", "appraised_at", "version")


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of it."""

    accepted: tuple[Candidate, ...]
    left: tuple[Candidate, ...]


@transaction.atomic
def bulk_accept(*, actor: User, pairs: Sequence[tuple[int, str]], now: datetime) -> Accepted:
    """Accept the claims chosen after the preview; what has changed since then is left, with its hurdle.

    Args:
        actor: An appraiser with duties in the dossiers.
        pairs: Dossier and criterion, each.
        now: The clock.

    Raises:
        NotFound: A dossier is not there, or not visible to ``actor``.
        NotAllowed: ``actor`` does not appraise.
        Incomplete: Nothing is chosen, or more than one page holds.
    """
    if not pairs:
        raise Incomplete("appraisal.nothing_chosen")
    if len(pairs) > MOST_AT_ONCE:
        raise Incomplete("appraisal.too_many_chosen", most=str(MOST_AT_ONCE))
    chosen = set(pairs)
    dossiers = _locked(actor, sorted({pk for pk, _ in chosen}))
    for dossier in dossiers:
        verdict = appraisal_verdict("appraise", actor=actor, assessment=dossier, now=now)
        # At the wrong time, or of her own body, a dossier is left; the wrong person is refused.
        if verdict.kind is NotAllowed and outside_hurdle(verdict) != OWN_BODY:
            verdict.demand()
    keys = {key for _, key in chosen}
    candidates = [
        each for each in list_candidates(dossiers, actor=actor, keys=keys, now=now) if each.pair in chosen
    ]
    accepted = tuple(each for each in candidates if not each.hurdle)
    _store(accepted, actor=actor, now=now)
    return Accepted(accepted, tuple(each for each in candidates if each.hurdle))


def _locked(actor: User, ids: Sequence[int]) -> list[Assessment]:
    visible = set(list_appraised(actor=actor).filter(pk__in=ids).values_list("pk", flat=True))
    if len(visible) < len(ids):
        raise NotFound("assessment.not_found")
    # Always in the same order: two appraisers never wait for each other.
    dossiers = list(
        Assessment.objects.select_for_update(of=("self",))
        .select_related(*RELATED)
        .defer(*UNREAD)
        .prefetch_related(*HISTORY)
        .filter(pk__in=ids)
        .order_by("pk")
    )
    reread_stages(each.participant for each in dossiers)
    return dossiers


def _store(accepted: Sequence[Candidate], *, actor: User, now: datetime) -> None:
    by_dossier: defaultdict[Assessment, list[Candidate]] = defaultdict(list)
    for each in accepted:
        by_dossier[each.assessment].append(each)
    for dossier, candidates in by_dossier.items():
        present = round_of(dossier)
        rows = [
            _accepted(present.rows.get(each.criterion.key), each, present.number, actor=actor, now=now)
            for each in candidates
        ]
        # Told apart beforehand: what has just been made has a key as well.
        made_before = [row for row in rows if row.pk is not None]
        Appraisal.objects.bulk_create(row for row in rows if row.pk is None)
        Appraisal.objects.bulk_update(made_before, _DECIDED)
        move(dossier, Assessment.Status.APPRAISAL)
        keys = [each.criterion.key for each in candidates]
        record(
            dossier,
            actor=actor,
            action="appraisal.accept_many",
            now=now,
            criteria=keys,
            round=present.number,
        )


def _accepted(
    row: Appraisal | None, each: Candidate, number: int, *, actor: User, now: datetime
) -> Appraisal:
    row = row or Appraisal(
        assessment=each.assessment, round=number, criterion_key=each.criterion.key, version=0
    )
    row.verdict, row.reason, row.answers, row.points = Appraisal.Verdict.ACCEPTED, "", {}, None
    row.appraised_by, row.appraised_at = actor, now
    row.version += 1
    return row
