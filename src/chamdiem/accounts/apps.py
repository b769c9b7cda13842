"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation


class AccountsConfig(AppConfig):
    """People, roles, sign-in."""

    name = "chamdiem.accounts"
    verbose_name = _("Người dùng")

    def ready(self) -> None:
        """Say how roles are read, register the import and the places in the navigation."""
        from chamdiem.accounts import people_concerned, works  # noqa: F401, PLC0415  models must be there first
        from chamdiem.accounts.permissions import may_read_trail, reach_of  # noqa: PLC0415
        from chamdiem.accounts.second_factor import put_on_record  # noqa: PLC0415
        from chamdiem.accounts.services.people_import import PEOPLE  # noqa: PLC0415
        from chamdiem.organisations.imports import IMPORTS  # noqa: PLC0415
        from chamdiem.organisations.models import ImportFile  # noqa: PLC0415
        from chamdiem.organisations.permissions import read_roles_by  # noqa: PLC0415

        read_roles_by(reach_of)
        put_on_record()
        IMPORTS[ImportFile.Kind.PEOPLE] = PEOPLE
        group = _("Danh bạ")
        navigation.add(navigation.Entry("people", _("Người dùng"), "accounts:list", "users", 71, group))
        navigation.add(
            navigation.Entry("trail", _("Nhật ký"), "accounts:trail", "history", 72, group, may_read_trail)
        )
