"""How Django knows this floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """Base page and components; no tables."""

    name = "chamdiem.web"
    verbose_name = _("Giao diện")
