"""``load_example_province``: the made-up province, for trying and showing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from chamdiem.example.hands import hands_here, seldom_swept
from chamdiem.example.letters import send_told
from chamdiem.example.story import SEED, is_there, tell


class Command(BaseCommand):
    """Make it once; where it is there already nothing changes."""

    help = "Tạo tỉnh ví dụ: đơn vị, người dùng, hai năm đánh giá, minh chứng có chữ ký số."

    def add_arguments(self, parser: CommandParser) -> None:
        """The seed."""
        parser.add_argument("--seed", type=int, default=SEED)

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Refuse where nothing would say that it is an example."""
        if not settings.IS_EXAMPLE:
            raise CommandError("Chưa đặt CHAMDIEM_EXAMPLE=1: các trang sẽ không báo đây là dữ liệu ví dụ.")
        if is_there():
            self.stdout.write("Tỉnh ví dụ đã có sẵn.")
            return
        with seldom_swept():
            tell(now=timezone.now(), seed=options["seed"], say=self.stdout.write, hands=hands_here())
            send_told(timezone.now())
