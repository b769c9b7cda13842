"""What pages show of a criterion: figures as people read them, documents, rounds, threads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chamdiem.appraisals.awarding import inputs_by_figure
from chamdiem.appraisals.document_refusals import reason_label
from chamdiem.appraisals.models import Appraisal, Justification, Message
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.reading import shown_value
from chamdiem.assessments.selectors.loading import period_of
from chamdiem.assessments.showing import figure_words
from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.indicator_set import EvidenceRequirement, Period
from chamdiem.core.inputs import Input
from chamdiem.core.scoring import Scorer
from chamdiem.evidence.conditions import Paper, unmet_words
from chamdiem.evidence.models import Document, EvidenceUse, StoredFile
from chamdiem.evidence.pages import page_reference
from chamdiem.evidence.sameness import find_repeats
from chamdiem.evidence.showing import (
    INFECTED,
    SIGNATURE_STATES,
    VERDICT_STATES,
    is_infected,
    scan_state,
    signature_paragraphs,
)
from chamdiem.indicators.selectors import compiled
from chamdiem.web.language import page_language

# As ``evidence`` serves them.
_SHOWN = frozenset({"application/pdf", "image/jpeg", "image/png", "text/plain"})


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One figure of a criterion: as claimed, and as corrected where it was."""

    key: str
    label: str
    unit: str
    claimed: str
    appraised: str
    # The same as it is typed, which is one way in every language.
    typed: str
    options: Sequence[tuple[str, str]]
    used_by: Sequence[str]
    # Where the organisation took it from, if it was offered.
    origin: str = ""

    @property
    def is_corrected(self) -> bool:
        """Whether the appraisal has another value."""
        return self.claimed != self.appraised


def list_figures_shown(
    criterion: Criterion,
    claimed: Answers,
    appraised: Answers,
    scorer: Scorer,
    origins: Mapping[str, str] | None = None,
) -> list[FigureShown]:
    """The figures of a criterion in the order of its letters; ``used_by`` names the others that read them.

    ``origins`` is figure key → where its value was taken from.
    """
    return [
        FigureShown(
            key,
            figure_words(kind.label) or key,
            figure_words(kind.unit),
            _shown_value(kind, claimed.get(key)),
            _shown_value(kind, appraised.get(key)),
            _typed_value(kind, appraised.get(key)),
            _options(kind),
            [
                other.label
                for other in scorer.criteria.values()
                if other.key != criterion.key and key in other.letters.figures
            ],
            (origins or {}).get(key, ""),
        )
        for key, kind in inputs_by_figure(criterion).items()
    ]


def _shown_value(kind: Input, value: int | None) -> str:
    """A stored integer as dossiers show it; one that is no option any more as it is stored."""
    if value is not None and kind.type == "choice" and not 0 <= value < len(kind.options):
        return str(value)
    return shown_value(kind, value)


def _typed_value(kind: Input, value: int | None) -> str:
    """The same as it is typed; a choice by the words of its option."""
    if value is None or kind.type == "choice":
        return _shown_value(kind, value)
    return kind.type_out(value)


def _options(kind: Input) -> Sequence[tuple[str, str]]:
    if kind.type == "choice":
        return [(code, label or code) for code, label in kind.options.items()]
    return [("có", _("Có")), ("không", _("Không"))] if kind.type == "yes_no" else ()


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document shown for a criterion, as the component of pages wants it."""

    use_id: int
    document_id: int
    number: str
    summary: str
    issuer: str
    issued_on: object
    pages: str
    page_count: int | None
    size: int | None
    media_type: str
    version_id: int | None
    file_id: int | None
    link: str
    signature: str
    signatures: Sequence[str]
    has_active_content: bool
    is_locked: bool
    tells_its_place: bool
    # The state of the search for malware: infected, not scanned, or nothing to say.
    scan: str
    verdict: str
    state: str
    reason: str
    note: str
    judged_by: str
    judged_at: datetime | None
    added_at: datetime
    # What of the kind and the day the edition asks for it does not fulfil, in words.
    unmet: Sequence[str] = ()
    # The title of an earlier document of the criterion that is the same: both count as one.
    repeats: str = ""
    # Where else the same file is shown, as far as the reader may know (``selectors.copies``).
    copies: Sequence[Any] = ()
    # Where the organisation took it from, if it was offered.
    origin: str = ""

    @property
    def copies_elsewhere(self) -> list[Any]:
        """The copies that another organisation, or another campaign, shows."""
        return [each for each in self.copies if each.is_other_organisation or each.is_other_campaign]

    @property
    def copies_here(self) -> list[Any]:
        """The other criteria of the same dossier it serves: common, and no reason for alarm."""
        return [each for each in self.copies if not (each.is_other_organisation or each.is_other_campaign)]

    @property
    def is_shown(self) -> bool:
        """Whether a browser shows the file inside the page; anything else is only saved."""
        return self.media_type in _SHOWN and not self.is_infected

    @property
    def is_infected(self) -> bool:
        """Whether it contains malware, so that nobody can open it."""
        return self.scan == INFECTED


def list_documents(assessment: Assessment, key: str | None = None) -> dict[str, list[DocumentShown]]:
    """Criterion → the documents shown there, oldest first; three queries."""
    uses = (
        EvidenceUse.objects.filter(assessment=assessment, removed_at__isnull=True)
        .select_related("document", "verdict_by")
        .prefetch_related("document__versions__file")
        .order_by("added_at", "pk")
    )
    shown: defaultdict[str, list[DocumentShown]] = defaultdict(list)
    rows = compiled(assessment.participant.track.edition).indicator_set.tree.by_key
    period = period_of(assessment)
    by_criterion: defaultdict[str, list[EvidenceUse]] = defaultdict(list)
    for use in uses.filter(criterion_key=key) if key else uses:
        by_criterion[use.criterion_key].append(use)
    for criterion_key, there in by_criterion.items():
        row, repeats = rows.get(criterion_key), find_repeats(there)
        for use in there:
            earlier = repeats.get(use.pk)
            said = _document(use, row.evidence if row else None, period)
            shown[criterion_key].append(replace(said, repeats=earlier.document.title if earlier else ""))
    return shown


def _document(use: EvidenceUse, wanted: EvidenceRequirement | None, period: Period) -> DocumentShown:
    document = use.document
    newest = max(document.versions.all(), key=lambda version: version.number, default=None)
    file = newest.file if newest else None
    paper = Paper(document.evidence_kind, document.issued_on, is_infected=is_infected(document))
    return DocumentShown(
        use_id=use.pk,
        document_id=document.pk,
        number=document.number,
        summary=document.title,
        issuer=document.issuer,
        issued_on=document.issued_on,
        pages=page_reference(use.pages),
        page_count=file.pages if file else None,
        size=file.size if file else None,
        media_type=file.media_type if file else "",
        version_id=newest.pk if newest else None,
        file_id=newest.file_id if newest else None,
        link=document.url if document.kind == Document.Kind.LINK else "",
        signature=SIGNATURE_STATES[StoredFile.Signature(file.signature)] if file else "",
        signatures=signature_paragraphs(newest) if newest else (),
        has_active_content=file.has_active_content if file else False,
        is_locked=file.is_locked if file else False,
        tells_its_place=file.tells_its_place if file else False,
        scan=scan_state(file) if file else "",
        verdict=use.verdict,
        state=VERDICT_STATES[EvidenceUse.Verdict(use.verdict)],
        reason=reason_label(use.refusal_code, page_language()) if use.refusal_code else "",
        note=use.verdict_note,
        judged_by=str(use.verdict_by or ""),
        judged_at=use.verdict_at,
        added_at=use.added_at,
        unmet=unmet_words(paper, wanted, period),
        origin=use.note,
    )


@dataclass(frozen=True, slots=True)
class RoundShown:
    """What both sides said in one round."""

    number: int
    appraisal: Appraisal | None
    justification: Justification | None


def list_rounds(assessment: Assessment, key: str, until: int | None = None) -> list[RoundShown]:
    """What was decided and answered of one criterion, oldest first; no query where both are prefetched."""
    appraisals = {each.round: each for each in assessment.appraisals.all() if each.criterion_key == key}
    answers = {each.round: each for each in assessment.justifications.all() if each.criterion_key == key}
    numbers = sorted(number for number in {*appraisals, *answers} if until is None or number <= until)
    return [RoundShown(number, appraisals.get(number), answers.get(number)) for number in numbers]


@dataclass(frozen=True, slots=True)
class RemarkShown:
    """One contribution to a thread, as the component of pages wants it."""

    who: str
    role: str
    at: datetime
    text: str
    is_mine: bool


def list_remarks(assessment: Assessment, side: str, key: str | None = None) -> dict[str, list[RemarkShown]]:
    """Criterion → the thread between both sides; one query. ``side`` is the reader's."""
    messages: Iterable[Message] = assessment.messages.select_related("author")
    shown: defaultdict[str, list[RemarkShown]] = defaultdict(list)
    for each in messages:
        if key in (None, each.criterion_key):
            shown[each.criterion_key].append(
                RemarkShown(
                    str(each.author),
                    str(each.get_side_display()),
                    each.written_at,
                    each.text,
                    each.side == side,
                )
            )
    return shown
