"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuthoringConfig(AppConfig):
    """Working copies of drafts."""

    name = "chamdiem.authoring"
    verbose_name = _("Soạn bộ chỉ số")

    def ready(self) -> None:
        """Register the background work."""
        from chamdiem.authoring import works  # noqa: F401, PLC0415  models are there only now
