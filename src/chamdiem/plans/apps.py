"""How Django knows this app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation


class PlansConfig(AppConfig):
    """Plans; the calendar that opens their rounds is registered when the apps are ready."""

    name = "chamdiem.plans"
    verbose_name = _("Kế hoạch cải thiện")

    def ready(self) -> None:
        """Let the worker find the work and other apps what is shown and done; stand in the navigation."""
        from chamdiem.assessments.offers import when_offered  # noqa: PLC0415  models are ready now
        from chamdiem.evidence import hooks as evidence  # noqa: PLC0415
        from chamdiem.notices.relevance import when_read, when_sent  # noqa: PLC0415
        from chamdiem.plans.offers import offers_for  # noqa: PLC0415
        from chamdiem.plans.selectors.doors import documents_shown, is_document_used  # noqa: PLC0415
        from chamdiem.plans.services.reminding import list_due, list_due_of  # noqa: PLC0415
        from chamdiem.plans.services.withdrawing import hold_where_shown, leave_unsent_reports  # noqa: PLC0415

        import_module("chamdiem.plans.works")
        when_sent("report", "task", ask=list_due)
        when_read("report", "task", ask=list_due_of)
        evidence.when_shown(documents_shown)
        evidence.when_used(is_document_used)
        evidence.when_asked_what_holds(hold_where_shown)
        evidence.when_withdrawn(leave_unsent_reports)
        when_offered(offers_for)
        navigation.add(navigation.Entry("plans", _("Kế hoạch"), "plans:list_plans", "target", order=62))
