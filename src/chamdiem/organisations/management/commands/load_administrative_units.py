"""``load_administrative_units``: the official list of provinces and communes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from chamdiem.errors import NotFound
from chamdiem.organisations.services import load_administrative_units


class Command(BaseCommand):
    """Load the list; loading it again changes nothing."""

    help = "Load the 34 provinces and 3,321 communes of Decision 19/2025/QĐ-TTg."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the provinces hang."""
        parser.add_argument("--below", default="", help="Code of the body below which the provinces hang.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Load and say what was added."""
        try:
            loaded = load_administrative_units(actor=None, now=timezone.now(), below=options["below"])
        except NotFound:
            raise CommandError(f"There is no organisation with the code {options['below']!r}.") from None
        self.stdout.write(f"{loaded.added} units added, {loaded.known} known already.")
