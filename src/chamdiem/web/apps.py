"""How Django knows this floor."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Base page and components; no tables."""

    name = "chamdiem.web"
    verbose_name = "Giao diện"
