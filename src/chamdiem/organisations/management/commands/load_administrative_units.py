"""``load_administrative_units``: the official list of provinces and communes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from chamdiem.errors import NotFound
from chamdiem.organisations.services import load_administrative_units


class Command(BaseCommand):
    """Load the list; loading it again changes nothing."""

    help = "Nạp 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu theo Quyết định 19/2025/QĐ-TTg."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the provinces hang."""
        parser.add_argument("--below", default="", help="Mã đơn vị mà các tỉnh, thành phố trực thuộc.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Load and say what was added."""
        try:
            loaded = load_administrative_units(actor=None, now=timezone.now(), below=options["below"])
        except NotFound:
            raise CommandError(
                f"Không có đơn vị nào mang mã “{options['below']}”. Mở trang Đơn vị để xem mã."
            ) from None
        self.stdout.write(f"Đã thêm {loaded.added} đơn vị hành chính; {loaded.known} đơn vị đã có sẵn.")
