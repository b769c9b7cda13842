"""How Django knows this app."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation
from chamdiem.web.navigation import Entry


def _holds(*roles: str) -> Callable[[Any], bool]:
    def is_shown(user: Any) -> bool:
        # Models are there only once the apps are.
        permissions = import_module("chamdiem.accounts.permissions")
        return bool(permissions.holds_anywhere(user, roles))

    return is_shown


ENTRIES = (
    Entry(
        "appraisals",
        _("Thẩm định"),
        "appraisals:queue",
        "clipboard-check",
        order=40,
        is_shown=_holds("appraiser", "standing_body"),
    ),
    Entry(
        "explanations",
        _("Giải trình"),
        "appraisals:explanations",
        "message-exclamation",
        order=42,
        is_shown=_holds("data_officer", "leader"),
    ),
    Entry(
        "council",
        _("Hội đồng"),
        "appraisals:board",
        "gavel",
        order=44,
        is_shown=_holds("council", "standing_body"),
    ),
)


class AppraisalsConfig(AppConfig):
    """Appraisal, explanation, ruling; background work is registered when the apps are ready."""

    name = "chamdiem.appraisals"
    verbose_name = _("Thẩm định")

    def ready(self) -> None:
        """Let the worker find the work, and people their pages."""
        from chamdiem.appraisals.addresses import find_watched_dossier  # noqa: PLC0415  models are ready now
        from chamdiem.appraisals.document_refusals import REASONS  # noqa: PLC0415
        from chamdiem.appraisals.requests import explain_refusal, find_requests  # noqa: PLC0415
        from chamdiem.appraisals.services.withdrawing import hold_what_was_judged  # noqa: PLC0415
        from chamdiem.assessments.hooks import when_asked_for_requests, when_asked_why_refused  # noqa: PLC0415
        from chamdiem.audit.fact_texts import name_reasons  # noqa: PLC0415
        from chamdiem.campaigns.hooks import when_asked_for_dossier  # noqa: PLC0415
        from chamdiem.evidence.hooks import when_asked_what_holds  # noqa: PLC0415

        import_module("chamdiem.appraisals.works")
        when_asked_for_dossier(find_watched_dossier)
        when_asked_for_requests(find_requests)
        when_asked_why_refused(explain_refusal)
        when_asked_what_holds(hold_what_was_judged)
        name_reasons(REASONS)
        for entry in ENTRIES:
            navigation.add(entry)
