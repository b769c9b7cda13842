"""How Django knows this floor."""

from django.apps import AppConfig
from django.core.checks import register

from chamdiem.config.checks import CHECKS


class ConfigConfig(AppConfig):
    """Settings and addresses; no tables."""

    name = "chamdiem.config"

    def ready(self) -> None:
        """``check --deploy`` looks into the settings of an installation."""
        for check in CHECKS:
            register(check, deploy=True)
