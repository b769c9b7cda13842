"""How Django knows this app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation


class AssessmentsConfig(AppConfig):
    """Dossiers; whoever joins a campaign gets one."""

    name = "chamdiem.assessments"
    verbose_name = _("Hồ sơ tự đánh giá")

    def ready(self) -> None:
        """Follow the campaigns, let the worker find the work, and stand in the navigation."""
        from chamdiem.assessments import services  # noqa: PLC0415
        from chamdiem.assessments.addresses import find_own_dossier  # noqa: PLC0415  models are ready now
        from chamdiem.assessments.permissions import works_on_dossiers  # noqa: PLC0415
        from chamdiem.assessments.services.reminding import list_due  # noqa: PLC0415
        from chamdiem.campaigns.hooks import when_asked_for_dossier, when_joined  # noqa: PLC0415
        from chamdiem.evidence import hooks as evidence  # noqa: PLC0415
        from chamdiem.notices.relevance import when_sent  # noqa: PLC0415

        import_module("chamdiem.assessments.works")
        when_sent("dossier", "criteria", "part", "explanation", ask=list_due)
        when_joined(services.create_assessments)
        when_asked_for_dossier(find_own_dossier)
        evidence.when_checked(services.follow_files)
        evidence.when_changed(services.follow_document)
        evidence.when_asked_what_holds(services.hold_what_was_sent)
        evidence.when_withdrawn(services.leave_open_dossiers)
        navigation.add(
            navigation.Entry(
                "assessments",
                _("Hồ sơ của tôi"),
                "assessments:list",
                "clipboard-list",
                order=10,
                is_shown=works_on_dossiers,
            )
        )
