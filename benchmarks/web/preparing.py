"""``python -m benchmarks.web preparing``: the first commands of an installation, in one process."""

from __future__ import annotations

import sys

from django.core.management import call_command


def main(*extras: str) -> None:
    """Migrate, make the table of the cache, gather static files; then the commands named."""
    call_command("migrate", verbosity=0, stdout=sys.stderr)
    call_command("createcachetable", verbosity=0, stdout=sys.stderr)
    call_command("collectstatic", interactive=False, verbosity=0, stdout=sys.stderr)
    for name in extras:
        call_command(name, stdout=sys.stderr)
