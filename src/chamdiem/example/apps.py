"""The app of the example province: commands only, no tables."""

from __future__ import annotations

from django.apps import AppConfig


class ExampleConfig(AppConfig):
    """Registered so that its command is found."""

    name = "chamdiem.example"
    label = "example"
