"""How Django knows this app."""

from django.apps import AppConfig

from chamdiem.web import navigation


class IndicatorsConfig(AppConfig):
    """Editions of indicator sets."""

    name = "chamdiem.indicators"
    verbose_name = "Bộ chỉ số"

    def ready(self) -> None:
        """Stand in the navigation."""
        entry = navigation.Entry("indicators", "Bộ chỉ số", "indicators:list_editions", "list-details", 40)
        navigation.add(entry)
