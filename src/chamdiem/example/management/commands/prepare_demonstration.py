"""``prepare_demonstration``: everything ``make demo`` needs in the database, in one process."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

_STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("migrate", {"verbosity": 0}),
    ("createcachetable", {}),
    ("collectstatic", {"interactive": False, "verbosity": 0}),
    ("load_library", {}),
    ("load_administrative_units", {}),
    ("load_example_province", {}),
)


class Command(BaseCommand):
    """Every step is safe to run again."""

    help = "Chuẩn bị cơ sở dữ liệu, tệp giao diện, bộ chỉ số, danh mục hành chính và tỉnh ví dụ."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Run the steps; the output names the one that failed."""
        for name, arguments in _STEPS:
            self.stdout.write(f"== {name}")
            call_command(name, **arguments, stdout=self.stdout)
