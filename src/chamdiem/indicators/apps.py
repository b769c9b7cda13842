"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.web import navigation


class IndicatorsConfig(AppConfig):
    """Editions of indicator sets."""

    name = "chamdiem.indicators"
    verbose_name = _("Bộ chỉ số")

    def ready(self) -> None:
        """Stand in the navigation."""
        entry = navigation.Entry(
            "indicators",
            pgettext_lazy("danh sách", "Bộ chỉ số"),
            "indicators:list_editions",
            "list-details",
            40,
        )
        navigation.add(entry)
