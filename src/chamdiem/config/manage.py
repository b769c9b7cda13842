"""The commands of an installation: migrate, load, check, run."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext, redirect_stderr

from django.conf import settings
from django.core.management import execute_from_command_line

from chamdiem.config.logs import LogLines
from chamdiem.config.starting import one_sentence


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chamdiem.config.settings")
    with one_sentence(), _printed_lines_logged():
        execute_from_command_line(sys.argv)


def _printed_lines_logged() -> AbstractContextManager[object]:
    """The worker is a service: what its library prints beside the log becomes lines of it."""
    is_service = sys.argv[1:3] == ["procrastinate", "worker"] and not settings.DEBUG
    return redirect_stderr(LogLines()) if is_service else nullcontext()


if __name__ == "__main__":
    main()
