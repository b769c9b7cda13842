"""Many claims at once: which could be accepted together, and what keeps the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from chamdiem.accounts.models import User
from chamdiem.appraisals.hurdles import Shown, hurdle_of
from chamdiem.appraisals.peers import spreads_of_track
from chamdiem.appraisals.permissions import appraisal_verdict, duties_over, keys_in_duty
from chamdiem.appraisals.rounds import policies_of, round_of
from chamdiem.appraisals.selectors.doors import HISTORY, list_appraised
from chamdiem.appraisals.selectors.touches import list_touches
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import claimed_layer
from chamdiem.assessments.selectors.loading import period_of
from chamdiem.core.criterion import Criterion, Outcome
from chamdiem.core.scoring import Scorer
from chamdiem.errors import NotFound, Verdict
from chamdiem.evidence.conditions import Paper
from chamdiem.evidence.models import DocumentVersion, EvidenceUse, StoredFile
from chamdiem.indicators.selectors import compiled

# As many as one page of the table shows; more is another page.
MOST_AT_ONCE = 500
OWN_BODY = "own_body"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One claim looked at for acceptance; ``hurdle`` is empty where it can be accepted."""

    assessment: Assessment
    criterion: Criterion
    claimed: Outcome
    hurdle: str

    @property
    def pair(self) -> tuple[int, str]:
        """Dossier and criterion, as the form sends them."""
        return self.assessment.pk, self.criterion.key


def preview_acceptance(
    *, actor: User, assessment_ids: Collection[int], keys: Collection[str] = (), now: datetime
) -> list[Candidate]:
    """What accepting would do: every claim in some dossiers, of some criteria or of all in duty.

    A constant number of queries, however many dossiers.

    Raises:
        NotFound: One of the dossiers is not there, or not visible to ``actor``.
    """
    dossiers = list(
        list_appraised(actor=actor)
        .filter(pk__in=assessment_ids)
        .prefetch_related(*HISTORY)
        .order_by("participant__name_order", "pk")
    )
    if len(dossiers) < len(set(assessment_ids)):
        raise NotFound("assessment.not_found")
    return list_candidates(dossiers, actor=actor, keys=keys, now=now)


def list_candidates(
    dossiers: Iterable[Assessment], *, actor: User, keys: Collection[str], now: datetime
) -> list[Candidate]:
    """The claims of dossiers at hand with all layers; four queries, and four a track that compares."""
    known = list(dossiers)
    scorers = _list_scorers(known)
    ids = [each.pk for each in known]
    touches, shown = list_touches(ids), list_shown(ids)
    found: list[Candidate] = []
    for dossier in known:
        participant = dossier.participant
        edition = compiled(participant.track.edition)
        mine = keys_in_duty(duties_over(actor, participant), edition.indicator_set)
        outside = outside_hurdle(appraisal_verdict("appraise", actor=actor, assessment=dossier, now=now))
        present, claimed = round_of(dossier, touches.get(dossier.pk)), claimed_layer(dossier)
        for key, criterion in edition.scorer.criteria.items():
            if key not in (keys or mine):
                continue
            hurdle = hurdle_of(
                criterion,
                present=present,
                claimed=claimed,
                shown=shown.get((dossier.pk, key), ()),
                requires_signatures=policies_of(dossier).require_signatures,
                period=period_of(dossier),
            )
            scorer = scorers.get((participant.track_id, participant.peer_group), edition.scorer)
            outcome = scorer.outcome(key, claimed.answers, claimed.overrides.get(key))
            others = "" if key in mine else "not_your_duty"
            found.append(Candidate(dossier, criterion, outcome, others or outside or hurdle))
    return found


def outside_hurdle(verdict: Verdict) -> str:
    """The hurdle of a whole dossier: it is her own body's, or not to be appraised now."""
    if verdict.is_allowed:
        return ""
    return OWN_BODY if verdict.code == f"appraisal.{OWN_BODY}" else "not_now"


def _list_scorers(dossiers: Iterable[Assessment]) -> dict[tuple[int, str], Scorer]:
    """Track and peer group → what knows what the others claim, as far as they handed in."""
    tracks = {each.participant.track_id: each.participant.track for each in dossiers}
    return {
        (pk, group): compiled(track.edition).scorer.with_spreads(spreads)
        for pk, track in tracks.items()
        for group, spreads in spreads_of_track(track, as_claimed=True).items()
    }


def list_shown(assessment_ids: Collection[int]) -> Mapping[tuple[int, str], list[Shown]]:
    """(Dossier, criterion) → the documents shown there, with what was found in the newest file; one query."""
    newest = DocumentVersion.objects.filter(document=OuterRef("document")).order_by("-number")
    uses = EvidenceUse.objects.filter(assessment__in=assessment_ids, removed_at__isnull=True).annotate(
        signature=Subquery(newest.values("file__signature")[:1]),
        scan=Subquery(newest.values("file__scan")[:1]),
    )
    shown: defaultdict[tuple[int, str], list[Shown]] = defaultdict(list)
    for pk, key, origin, verdict, signature, scan, kind, day in uses.values_list(
        "assessment_id",
        "criterion_key",
        "note",
        "verdict",
        "signature",
        "scan",
        "document__evidence_kind",
        "document__issued_on",
    ):
        paper = Paper(
            kind, day, signature == StoredFile.Signature.VALID, is_infected=scan == StoredFile.Scan.INFECTED
        )
        shown[pk, key].append(Shown(verdict, signature or "", paper, origin))
    return shown
