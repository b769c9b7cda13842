"""A small annex as somebody uploads it, and working copies made of it."""

from __future__ import annotations

from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.services.taking_in import take_in_annex
from chamdiem.jobs.services import run_job
from tests.people import NOW, Cast

# A line of a table is one line.
# ruff: noqa: E501

ANNEX = """# Bộ chỉ số thử nghiệm năm 2026

| STT | Chỉ số | Điểm tối đa | Cách tính | Đơn vị chủ trì |
|---|---|---|---|---|
| 1 | Nhận thức số | 30 | | |
| 1.1 | Kế hoạch chuyển đổi số năm | 10 | Đã ban hành: 10 điểm; chưa ban hành: 0 điểm | Phòng Văn hóa |
| 1.2 | Tỷ lệ cán bộ được tập huấn | 20 | Tỷ lệ = a/b × điểm tối đa; a là số cán bộ được tập huấn, b là tổng số cán bộ | Văn phòng |
| 2 | Hạ tầng số | 20 | | |
| 2.1 | Sự hài lòng của người dân | 20 | Theo đánh giá của hội đồng | Văn phòng |
"""


def take_in(cast: Cast, text: str = ANNEX, name: str = "phu-luc.md") -> WorkingCopy:
    """The annex handed in by Giang, and read."""
    copy = take_in_annex(actor=cast.giang, name=name, data=text.encode(), now=NOW, applies_to="Cấp xã")
    assert copy.job is not None
    run_job(copy.job.pk)
    copy.refresh_from_db()
    return copy


def row_of(copy: WorkingCopy, number: str) -> WorkingRow:
    """The row with a printed number."""
    return next(row for row in WorkingRow.objects.filter(copy=copy) if row.data.get("number") == number)
