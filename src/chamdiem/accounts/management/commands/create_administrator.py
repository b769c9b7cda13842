"""``create_administrator``: the first account of an installation."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from chamdiem.accounts.letters import invitation_address, write_invitation
from chamdiem.accounts.services import create_administrator
from chamdiem.errors import Refused
from chamdiem.web.refusals import refusal_sentence

if TYPE_CHECKING:
    from chamdiem.accounts.models import User

# Option → what is asked for where neither the option nor the variable says it.
_ASKED = {
    "email": "Địa chỉ thư điện tử",
    "name": "Họ và tên",
    "organisation": "Mã đơn vị quản trị (cùng mọi đơn vị trực thuộc)",
}


class Command(BaseCommand):
    """Makes an administrator and shows the link by which she sets her password; no password is typed here."""

    help = "Tạo quản trị hệ thống đầu tiên; in liên kết dùng một lần để đặt mật khẩu."

    def add_arguments(self, parser: CommandParser) -> None:
        """What is not given is read from CHAMDIEM_ADMIN_… or asked for."""
        for name, label in _ASKED.items():
            parser.add_argument(f"--{name}", default="", help=f"{label}; hoặc CHAMDIEM_ADMIN_{name.upper()}.")
        parser.add_argument("--send", action="store_true", help="Gửi liên kết qua thư thay vì in ra.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Make the account, then send or show the link."""
        given = {name: options[name] or self._read(name) for name in _ASKED}
        site = settings.SITE.rstrip("/")
        try:
            # A letter that cannot be sent leaves no account behind.
            with transaction.atomic():
                person = create_administrator(
                    email=given["email"], name=given["name"], code=given["organisation"], now=timezone.now()
                )
                if options["send"]:
                    write_invitation(person, site)
        except Refused as error:
            raise CommandError(refusal_sentence(error)) from None
        if options["send"]:
            self.stdout.write(f"Đã gửi thư cho {person.email}.")
        else:
            self._show_link(person, site)

    def _show_link(self, person: User, site: str) -> None:
        if person.has_usable_password():
            self.stdout.write(f"{person.email} đã có tài khoản và mật khẩu; vai trò đã được giao thêm.")
        else:
            days = settings.PASSWORD_RESET_TIMEOUT // 86_400
            self.stdout.write(f"Mở liên kết này để đặt mật khẩu (dùng một lần, trong {days} ngày):")
            self.stdout.write(f"{site}{invitation_address(person)}")

    def _read(self, name: str) -> str:
        found = os.environ.get(f"CHAMDIEM_ADMIN_{name.upper()}", "")
        if found or not sys.stdin.isatty():
            return found
        return input(f"{_ASKED[name]}: ")
