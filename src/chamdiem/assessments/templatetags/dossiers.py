"""How pages of dossiers say what may not be done, and who reads a figure."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.translation import gettext_lazy as _

from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.assessments.sheets import gap_words
from chamdiem.assessments.workflow import day_of_whole, last_day
from chamdiem.core.indicator_set import Row
from chamdiem.errors import Verdict
from chamdiem.web.refusals import refusal_sentence

register = template.Library()

# On a page there is nothing to reload it for: what can be done is on it.
_STANDING = {
    "assessment.wrong_state": _("Hồ sơ đang ở trạng thái “{state}”: lúc này chỉ xem được."),
    "campaign.wrong_stage": _("Kỳ đánh giá đang ở giai đoạn “{stage}”: lúc này chỉ xem được."),
}


@register.filter
def refusal(verdict: Verdict) -> str:
    """Why something may not be done, as the use case would say it; empty where it may."""
    if verdict.code in _STANDING:
        return str(_STANDING[verdict.code]).format(**verdict.facts)
    return refusal_sentence(verdict.kind(verdict.code, **verdict.facts)) if verdict.code else ""


register.filter(gap_words)


@register.filter
def label_in(row: Row, dossier: Dossier) -> str:
    """How a row is named where it stands by itself."""
    return dossier.asked.labels.get(row.key, row.label)


@register.filter
def day_before_whole(row: Row, dossier: Dossier) -> date | None:
    """The last day of a row that ends before the dossier as a whole; None of others. No query."""
    day = last_day(dossier.assessment, row)
    return day if day < day_of_whole(dossier.assessment) else None


@register.filter
def whole_day_before(row: Row, dossier: Dossier) -> date | None:
    """The last day of the dossier as a whole, where that of a row is later; else None. No query."""
    whole = day_of_whole(dossier.assessment)
    return whole if last_day(dossier.assessment, row) > whole else None


@register.filter
def readers(key: str, dossier: Dossier) -> list[Row]:
    """The criteria this person sees that read the figures of a row of general information."""
    read = dict.fromkeys(
        each for figure in dossier.asked.own.get(key, ()) for each in dossier.asked.readers.get(figure, ())
    )
    return [dossier.asked.rows[each] for each in read if dossier.access.sees(each)]
