"""How Django knows this app."""

from importlib import import_module

from django.apps import AppConfig


class AppraisalsConfig(AppConfig):
    """Appraisal, explanation, ruling; background work is registered when the apps are ready."""

    name = "chamdiem.appraisals"
    verbose_name = "Thẩm định"

    def ready(self) -> None:
        """Let the worker find the work."""
        import_module("chamdiem.appraisals.works")
