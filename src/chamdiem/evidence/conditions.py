"""What is asked of the evidence of a criterion beside its number: its kind, its day, and no malware.

As many documents as the edition asks for, at least one, must be of a kind asked for and dated
within the period; where a signature is asked for too, it is one of these that must bear it. A kind
or day nobody has said is unknown: it fulfils nothing, and people are asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from chamdiem.core.indicator_set import EvidenceRequirement, Period
from chamdiem.indicators.sheet import kinds_words
from chamdiem.web.numbers import date_text

# Looked up in an information system: nobody attaches it, so it asks nothing of what is attached.
_LOOKED_UP = "system"


class Unmet(StrEnum):
    """Why a document does not fulfil what is asked."""

    INFECTED = "infected"
    KIND = "kind"
    KIND_UNKNOWN = "kind_unknown"
    DAY = "day"
    DAY_UNKNOWN = "day_unknown"


UNKNOWN = frozenset({Unmet.KIND_UNKNOWN, Unmet.DAY_UNKNOWN})


@dataclass(frozen=True, slots=True)
class Paper:
    """What decides about one document: kind and day, empty where unknown, signature, malware.

    ``content`` tells it from others: what is shown twice counts once. Empty where nobody can tell.
    """

    kind: str = ""
    issued_on: date | None = None
    is_signed: bool = False
    is_infected: bool = False
    content: str = ""


def kinds_asked(wanted: EvidenceRequirement | None) -> tuple[str, ...]:
    """The kinds of which one is enough; empty where any kind will do."""
    if wanted is None or set(wanted.kinds) <= {_LOOKED_UP}:
        return ()
    return wanted.kinds


def period_asked(wanted: EvidenceRequirement | None, period: Period | None) -> Period | None:
    """The days within which a document must be dated; None where any day will do."""
    return period if wanted is not None and wanted.within_period else None


def unmet_by(paper: Paper, wanted: EvidenceRequirement | None, period: Period | None) -> tuple[Unmet, ...]:
    """What one document does not fulfil; empty where it does."""
    if paper.is_infected:
        # Whatever else is said of it: nothing makes it count.
        return (Unmet.INFECTED,)
    unmet: list[Unmet] = []
    kinds, days = kinds_asked(wanted), period_asked(wanted, period)
    if kinds and paper.kind not in kinds:
        unmet.append(Unmet.KIND if paper.kind else Unmet.KIND_UNKNOWN)
    if days and paper.issued_on is None:
        unmet.append(Unmet.DAY_UNKNOWN)
    elif days and paper.issued_on and not days.start <= paper.issued_on <= days.end:
        unmet.append(Unmet.DAY)
    return tuple(unmet)


def is_fulfilled(
    papers: Iterable[Paper],
    wanted: EvidenceRequirement | None,
    period: Period | None,
    *,
    needs_signature: bool = False,
) -> bool:
    """Whether enough documents fulfil everything that is asked of kind and day.

    ``needs_signature``: whether a valid signature is demanded where the edition asks for one.
    """
    asks = kinds_asked(wanted) or period_asked(wanted, period)
    must_sign = needs_signature and wanted is not None and wanted.signed
    if not asks:
        return True
    fulfilling = [paper for paper in papers if not unmet_by(paper, wanted, period)]
    is_signed = not must_sign or any(paper.is_signed for paper in fulfilling)
    return is_signed and count_fulfilling(fulfilling, wanted, period) >= least_fulfilling(wanted)


def least_fulfilling(wanted: EvidenceRequirement | None) -> int:
    """How many documents must fulfil what is asked."""
    return max(1, wanted.least) if wanted is not None else 1


def count_fulfilling(
    papers: Iterable[Paper], wanted: EvidenceRequirement | None, period: Period | None
) -> int:
    """How many different documents fulfil what is asked of kind and day."""
    fulfilling = [paper.content for paper in papers if not unmet_by(paper, wanted, period)]
    return len(set(fulfilling) - {""}) + fulfilling.count("")


def asked_words(
    wanted: EvidenceRequirement | None, period: Period | None, *, needs_signature: bool = False
) -> str:
    """What is asked of kind and day, in words, and that it is signed; empty where nothing is."""
    parts = []
    if kinds := kinds_asked(wanted):
        parts.append(_("loại: {kinds}").format(kinds=kinds_words(kinds)))
    if days := period_asked(wanted, period):
        parts.append(_("ngày văn bản trong kỳ {days}").format(days=_days(days)))
    if parts and needs_signature and wanted is not None and wanted.signed:
        parts.append(_("có chữ ký số hợp lệ trên chính tài liệu đó"))
    return "; ".join(parts)


def unmet_words(paper: Paper, wanted: EvidenceRequirement | None, period: Period | None) -> tuple[str, ...]:
    """What one document does not fulfil, a sentence each."""
    kinds, days = kinds_words(kinds_asked(wanted)), _days(period) if period else ""
    day = date_text(paper.issued_on) if paper.issued_on else ""
    words = {
        Unmet.INFECTED: _(
            "Tệp có mã độc nên không được tính và không mở được: "
            "hãy quét lại máy tính rồi thay bằng bản sạch."
        ),
        Unmet.KIND: _("Loại minh chứng là {kind}; quyết định yêu cầu: {kinds}."),
        Unmet.KIND_UNKNOWN: _("Chưa ghi loại minh chứng; quyết định yêu cầu: {kinds}."),
        Unmet.DAY: _("Ngày văn bản {day} nằm ngoài kỳ {days}."),
        Unmet.DAY_UNKNOWN: _("Chưa ghi ngày văn bản; quyết định yêu cầu trong kỳ {days}."),
    }
    return tuple(
        words[each].format(kind=kinds_words([paper.kind]), kinds=kinds, day=day, days=days)
        for each in unmet_by(paper, wanted, period)
    )


def _days(period: Period) -> str:
    return f"{date_text(period.start)} – {date_text(period.end)}"
