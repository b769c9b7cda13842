"""How Django knows this app."""

from importlib import import_module

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Campaigns; its background work is registered when the apps are ready."""

    name = "chamdiem.campaigns"
    verbose_name = "Kỳ đánh giá"

    def ready(self) -> None:
        """Let the worker find the work."""
        import_module("chamdiem.campaigns.works")
