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
        """Let the worker find the work; stand in the navigation."""
        import_module("chamdiem.plans.works")
        navigation.add(navigation.Entry("plans", _("Kế hoạch"), "plans:list_plans", "target", order=70))
