"""How Django knows this app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation


class CampaignsConfig(AppConfig):
    """Campaigns; its background work is registered when the apps are ready."""

    name = "chamdiem.campaigns"
    verbose_name = _("Kỳ đánh giá")

    def ready(self) -> None:
        """Let the worker find the work; stand in the navigation."""
        import_module("chamdiem.campaigns.works")
        import_module("chamdiem.campaigns.taking_part")
        entry = navigation.Entry(
            "campaigns", _("Kỳ đánh giá"), "campaigns:list_campaigns", "calendar-event", 20
        )
        navigation.add(entry)
