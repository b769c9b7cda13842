"""What every page of one dossier shows around its content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from chamdiem.assessments.hooks import find_outcome
from chamdiem.assessments.selectors.criterion import CriterionView
from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.assessments.selectors.handing import find_return, last_approval
from chamdiem.assessments.selectors.listing import deadline_of, last_day_seen, later_rows
from chamdiem.assessments.showing import STATE_CODES
from chamdiem.assessments.workflow import is_closed


def frame(dossier: Dossier, tab: str) -> dict[str, Any]:
    """Heading, totals, tabs and deadline of a dossier."""
    assessment = dossier.assessment
    closed = is_closed(assessment.participant.campaign)
    # What was never handed in keeps its state, but there is nothing to do in it any more.
    state = assessment.Status.FINAL if closed else assessment.Status(assessment.status)
    return {
        "dossier": dossier,
        "assessment": assessment,
        "participant": assessment.participant,
        "campaign": assessment.participant.campaign,
        "state_code": STATE_CODES[state],
        "state_word": state.label,
        "is_closed": closed,
        "outcome": find_outcome(assessment.participant) if closed else None,
        "tabs": list(_tabs(dossier, tab)),
        "last_day": last_day_seen(assessment, dossier.access),
        "deadline": deadline_of(assessment, dossier.access, dossier.now),
        "later_rows": later_rows(assessment, dossier.access),
        "now": dossier.now,
        "verdicts": dossier.verdicts,
        "approval": last_approval(assessment),
        "returned": find_return(assessment),
    }


def frame_of_gaps(dossier: Dossier) -> dict[str, Any]:
    """What the page of everything that is missing shows, also where a dossier was refused for it."""
    return {
        **frame(dossier, "gaps"),
        "gaps": dossier.gaps,
        "requests": dossier.open_requests,
        "address": reverse("assessments:gaps", args=[dossier.assessment.pk]) + "?",
    }


def parts_of(dossier: Dossier, rows: Iterable[str], view: CriterionView | None) -> dict[str, str]:
    """The parts of a page that an edit changed: totals, tree, points, what was read, a voided approval."""
    context: dict[str, Any] = {"dossier": dossier, "assessment": dossier.assessment, "view": view}

    def drawn(template: str, **more: Any) -> str:
        return render_to_string(f"assessments/{template}", {**context, **more})

    parts = {"#totals": drawn("_totals.html")}
    if approval := last_approval(dossier.assessment):
        parts["#approval-voided"] = drawn("_approval_voided.html", approval=approval)
    current = view.row.key if view else ""
    for key in _with_groups(dossier, rows):
        node = dossier.node(key)
        parts[f"#row-{node.number}"] = drawn("_tree_row.html", node=node, is_current=key == current)
    if view is not None and view.request is not None:
        parts[f"#request-{view.number}"] = drawn("_request.html")
    if view is not None and view.outcome is not None:
        parts[f"#points-{view.number}"] = drawn("_points.html")
        parts[f"#evidence-need-{view.number}"] = drawn("_evidence_need.html")
    for field in view.fields if view else ():
        parts[f"#read-{field.id}"] = drawn("_field_read.html", field=field)
        # Typed over, it is in doubt no more.
        if not field.origin:
            parts[f"#doubt-{field.id}"] = drawn("_field_doubt.html", field=field)
    return parts


def fields_of(dossier: Dossier, view: CriterionView | None) -> dict[str, dict[str, Any]]:
    """Where each field is saved → what stands in it now, whoever wrote it."""
    if view is None:
        return {}
    here = [dossier.assessment.pk, view.row.key]
    return {
        reverse("assessments:save_answer", args=[*here, each.key]): {
            "version": each.version,
            "value": each.value,
        }
        for each in view.fields
        if not each.is_locked
    }


def _with_groups(dossier: Dossier, rows: Iterable[str]) -> list[str]:
    tree = dossier.asked.indicator_set.tree
    seen = [key for key in rows if dossier.access.sees(key)]
    return list(dict.fromkeys(row.key for key in seen for row in tree.path(key)))


def _tabs(dossier: Dossier, current: str) -> Iterable[dict[str, Any]]:
    pk = [dossier.assessment.pk]
    shown = [("criteria", _("Kê khai"), "show")]
    if dossier.information:
        shown.append(("information", _("Thông tin chung"), "information"))
    last = _("Xem lại phần được giao") if dossier.is_part else _("Xem lại và gửi")
    shown += [("gaps", _("Còn thiếu"), "gaps"), ("review", last, "review")]
    for tab, label, name in shown:
        yield {
            "label": label,
            "url": reverse(f"assessments:{name}", args=pk),
            "is_current": tab == current,
            "count": None,
        }
