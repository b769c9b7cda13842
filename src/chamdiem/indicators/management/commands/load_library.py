"""``load_library``: take over the editions that come with the product."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from chamdiem.indicators.services import load_library

_OUTCOMES = {
    "loaded": "đã nạp",
    "there_already": "đã có sẵn",
    "differs": "đã có sẵn với nội dung khác; giữ nguyên bản đang có",
}


class Command(BaseCommand):
    """Safe to run again: what is there stays as it is."""

    help = "Nạp các bộ chỉ số đi kèm phần mềm (chạy lại nhiều lần không thay đổi gì thêm)."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Load, and say what became of each edition."""
        for taken in load_library(now=timezone.now()):
            self.stdout.write(f"{taken.key}: {_OUTCOMES[taken.outcome]}")
