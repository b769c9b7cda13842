"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation


class HomeConfig(AppConfig):
    """No tables: it reads what the apps below know."""

    name = "chamdiem.home"
    verbose_name = _("Việc cần làm")

    def ready(self) -> None:
        """Stand first in the navigation."""
        navigation.add(navigation.Entry("home", _("Việc cần làm"), "home", "home", order=1))
