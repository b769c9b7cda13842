"""How Django knows this app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation
from chamdiem.web.navigation import Entry


class ResultsConfig(AppConfig):
    """Results and their place in the navigation."""

    name = "chamdiem.results"
    verbose_name = _("Kết quả")

    def ready(self) -> None:
        """Let the worker find the work and dossiers their result; add the entry of the navigation."""
        from chamdiem.assessments.hooks import when_asked_for_outcome  # noqa: PLC0415  models are ready now
        from chamdiem.results.outcomes import find_outcome  # noqa: PLC0415

        import_module("chamdiem.results.works")
        when_asked_for_outcome(find_outcome)
        navigation.add(Entry("results", _("Kết quả"), "results:campaigns", "chart-bar", order=60))
