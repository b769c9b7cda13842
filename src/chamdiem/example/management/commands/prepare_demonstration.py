"""``prepare_demonstration``: everything ``make demo`` needs in the database, in one process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, OutputWrapper

from chamdiem.example.chapters import PARTS
from chamdiem.example.hands import seldom_swept

_STEPS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Tạo bảng trong cơ sở dữ liệu", "migrate", {"verbosity": 0}),
    ("Tạo bộ nhớ đệm", "createcachetable", {"verbosity": 0}),
    ("Gom tệp giao diện", "collectstatic", {"interactive": False, "verbosity": 0}),
    ("Nạp bộ chỉ số", "load_library", {}),
    ("Nạp danh mục hành chính", "load_administrative_units", {}),
)


@dataclass(slots=True)
class _Parts:
    """Numbers the parts; each is a line of its own, as ``make demo`` shows it."""

    out: OutputWrapper
    total: int
    begun: int = 0

    def write(self, title: str) -> None:
        """The part that begins now."""
        for line in filter(None, title.splitlines()):
            self.begun += 1
            self.out.write(f"Phần {self.begun}/{self.total}: {line}")
            self.out.flush()


class Command(BaseCommand):
    """Every step is safe to run again."""

    help = "Chuẩn bị cơ sở dữ liệu, tệp giao diện, bộ chỉ số, danh mục hành chính và tỉnh ví dụ."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Run the steps; the output names the one that failed."""
        # The province begins with its directory and has parts of its own.
        parts = _Parts(self.stdout, len(_STEPS) + 1 + len(PARTS))
        with seldom_swept():
            for title, name, arguments in _STEPS:
                parts.write(title)
                call_command(name, **arguments, stdout=self.stdout)
        call_command("load_example_province", stdout=parts)
