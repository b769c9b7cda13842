"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.web import navigation


class OrganisationsConfig(AppConfig):
    """The directory of bodies."""

    name = "chamdiem.organisations"
    verbose_name = _("Đơn vị")

    def ready(self) -> None:
        """Register background work, the import and the place in the navigation."""
        from chamdiem.organisations import works  # noqa: F401, PLC0415  models must be there first
        from chamdiem.organisations.imports import IMPORTS  # noqa: PLC0415
        from chamdiem.organisations.models import ImportFile  # noqa: PLC0415
        from chamdiem.organisations.services.organisation_import import ORGANISATIONS  # noqa: PLC0415

        IMPORTS[ImportFile.Kind.ORGANISATIONS] = ORGANISATIONS
        navigation.add(
            navigation.Entry(
                "organisations",
                pgettext_lazy("danh sách", "Đơn vị"),
                "organisations:list",
                "sitemap",
                70,
                _("Danh bạ"),
            )
        )
