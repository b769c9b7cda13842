"""``verify_audit``: whether the chain of events is whole."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from chamdiem.audit.selectors import verify_chain


class Command(BaseCommand):
    """Check every link; the first broken one is named, and the exit code is 1."""

    help = "Check that no event of the audit trail was changed, removed or slipped in."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Check from the first event to the last."""
        report = verify_chain()
        if not report.is_whole:
            raise CommandError(
                f"The chain is broken at event {report.broken_at}; the {report.checked} before it are whole.",
                returncode=1,
            )
        self.stdout.write(f"The chain is whole: {report.checked} events checked.")
