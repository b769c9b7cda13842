"""``python -m benchmarks.web waiting_files 60``: so many files, each of another body, nobody checked yet."""

from __future__ import annotations

from io import BytesIO

from django.utils import timezone
from pypdf import PdfWriter

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.evidence.services import Description, add_file


def main(count: str) -> None:
    """Upload them as their officers do."""
    officers = RoleAssignment.objects.filter(role=Role.DATA_OFFICER).select_related("user", "organisation")
    for number, held in enumerate(officers.order_by("pk")[: int(count)]):
        add_file(
            actor=held.user,
            organisation=held.organisation,
            stream=BytesIO(_pdf(number)),
            file_name=f"bao-cao-{number}.pdf",
            described=Description(title=f"Báo cáo {number}"),
            now=timezone.now(),
        )


def _pdf(number: int) -> bytes:
    """A PDF unlike the others."""
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(width=200, height=200 + number)
    writer.write(stream)
    return stream.getvalue()
