"""How Django knows this app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation


class NoticesConfig(AppConfig):
    """Notices and their place in the navigation; letters are sent by the worker."""

    name = "chamdiem.notices"
    verbose_name = _("Thông báo")

    def ready(self) -> None:
        """Let the worker find the work; stand in the navigation."""
        import_module("chamdiem.notices.works")
        navigation.add(navigation.Entry("notices", _("Thông báo"), "notices:list", "bell", order=5))
