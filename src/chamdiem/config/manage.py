"""The commands of an installation: migrate, load, check, run."""

import os
import sys

from django.core.management import execute_from_command_line

from chamdiem.config.starting import one_sentence


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chamdiem.config.settings")
    with one_sentence():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
