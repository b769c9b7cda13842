"""``verify_audit``: whether the chain of events is whole."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import ProgrammingError

from chamdiem.audit.verifying import ChainReport, Fault, verify_chain

_SEAL = re.compile(r"([1-9]\d{0,17}):([0-9a-f]{64})")
_FAULTS = {
    Fault.MISSING: "{missing} không còn trong nhật ký",
    Fault.STRAY: "sự kiện số {at} bị chèn vào trước sự kiện đầu tiên",
    Fault.CHANGED: "nội dung sự kiện số {at} đã bị sửa, hoặc sự kiện này bị ghi thẳng vào cơ sở dữ liệu: "
    "mã niêm phong không khớp",
    Fault.UNLINKED: "sự kiện số {at} không nối với sự kiện đứng trước, là sự kiện đã bị thay",
    Fault.CUT_OFF: "{missing} ở cuối nhật ký không còn",
    Fault.BEYOND: "sự kiện số {at} được chèn vào sau mốc cuối của nhật ký",
    Fault.NO_ANCHOR: "mốc cuối của nhật ký không còn: không rõ sau sự kiện số {before} có bị xóa hay không",
    Fault.OTHER_END: "sự kiện số {at} không phải là sự kiện mà mốc cuối của nhật ký đã ghi",
    Fault.OTHER_SEAL: "sự kiện số {at} không khớp mã niêm phong đã ghi lại bên ngoài: nhật ký đã bị viết lại",
}


_KEEP = "Mã niêm phong (ghi lại ở nơi khác, ngoài máy chủ này): {seal}"
_CAUTION = (
    "Lưu ý: người có toàn quyền trên cơ sở dữ liệu có thể cắt bỏ phần cuối hoặc viết lại cả nhật ký mà lần "
    "kiểm tra này không thấy được. Muốn phát hiện, ghi mã niêm phong trên ra nơi người đó không sửa được, và "
    "lần sau chạy kèm mã đó: verify_audit --expect SỐ:MÃ"
)

_NO_TABLES = (
    "Cơ sở dữ liệu này chưa có nhật ký: có thể chưa chạy chamdiem-manage migrate, hoặc "
    "CHAMDIEM_DATABASE_URL trỏ tới cơ sở dữ liệu khác."
)


def _seal(text: str) -> tuple[int, str]:
    found = _SEAL.fullmatch(text.strip().lower())
    if found is None:
        raise ArgumentTypeError(
            f"“{text}” không phải là mã niêm phong. Cần ghi SỐ:MÃ, mã gồm 64 chữ số và chữ cái a–f, "
            "như lệnh này in ra hoặc như cột “Mã niêm phong” của nhật ký xuất ra tệp."
        )
    return int(found[1]), found[2]


class Command(BaseCommand):
    """Check every link and the end; the first fault is named, and the exit code is 1."""

    help = "Kiểm tra nhật ký có bị sửa, xóa hay chèn thêm không; in mã niêm phong để ghi lại bên ngoài."

    def add_arguments(self, parser: CommandParser) -> None:
        """Seals that somebody outside wrote down."""
        parser.add_argument(
            "--expect",
            action="append",
            default=[],
            type=_seal,
            metavar="SỐ:MÃ",
            help="Đối chiếu với mã niêm phong đã ghi lại bên ngoài; có thể ghi nhiều lần.",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  the contract
        """Check from the first event to the last."""
        expected = options["expect"]
        try:
            report = verify_chain(expected=expected)
        except ProgrammingError as error:
            raise CommandError(_NO_TABLES, returncode=1) from error
        if not report.is_whole:
            raise CommandError(_broken(report), returncode=1)
        self.stdout.write(f"Nhật ký nguyên vẹn: đã kiểm tra {report.checked} sự kiện.")
        if expected:
            self.stdout.write(f"Khớp {len(expected)} mã niêm phong đã ghi lại bên ngoài.")
        if report.checked:
            self.stdout.write(_KEEP.format(seal=f"{report.checked}:{report.last_hash}"))
            self.stdout.write(_CAUTION)


def _broken(report: ChainReport) -> str:
    at, until = report.broken_at or 0, report.until
    missing = f"sự kiện số {at}" if until in (None, at) else f"các sự kiện từ số {at} đến số {until}"
    said = _FAULTS[report.fault or Fault.CHANGED].format(at=at, before=at - 1, missing=missing)
    return (
        f"Nhật ký không nguyên vẹn: {said}. Đã kiểm tra {report.checked} sự kiện đứng trước, đều nguyên vẹn."
    )
