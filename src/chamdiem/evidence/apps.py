"""How Django knows this app."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from chamdiem.web import navigation
from chamdiem.web.navigation import Entry


class EvidenceConfig(AppConfig):
    """Documents and their place in the navigation."""

    name = "chamdiem.evidence"
    verbose_name = _("Tài liệu kiểm chứng")

    def ready(self) -> None:
        """Add the entries of the navigation; the tasks of the worker register themselves."""
        from chamdiem.evidence import checking, permissions  # noqa: PLC0415  models are ready only now

        def may_manage(user: Any) -> bool:
            return permissions.may_manage_trust(user)

        assert checking.check_file  # noqa: S101  imported for its registration
        navigation.add(Entry("evidence", _("Tài liệu"), "evidence:folder", "folder", order=40))
        navigation.add(
            Entry(
                "trust",
                _("Chứng thư tin cậy"),
                "evidence:trust",
                "certificate",
                order=90,
                group=_("Quản trị"),
                is_shown=may_manage,
            )
        )
