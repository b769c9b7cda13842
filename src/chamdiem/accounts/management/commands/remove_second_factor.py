"""``remove_second_factor``: for whoever lost phone and recovery codes, where no administrator can help."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from chamdiem.accounts.services import remove_second_factor_from_server
from chamdiem.errors import Refused
from chamdiem.web.refusals import refusal_sentence


class Command(BaseCommand):
    """Removes the second step of signing in of one person; the audit trail keeps the reason."""

    help = "Gỡ xác thực hai bước của một người đã mất điện thoại và mã dự phòng."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose it is, and why."""
        parser.add_argument("--email", required=True, help="Địa chỉ thư điện tử của tài khoản.")
        parser.add_argument("--reason", required=True, help="Lý do, được ghi vào nhật ký.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Remove it, and say so."""
        try:
            person = remove_second_factor_from_server(
                email=options["email"], reason=options["reason"], now=timezone.now()
            )
        except Refused as error:
            raise CommandError(refusal_sentence(error)) from None
        self.stdout.write(f"Đã gỡ xác thực hai bước của {person.email}; thư báo đang được gửi.")
