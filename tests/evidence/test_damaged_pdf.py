"""A PDF that is cut off or broken does not come in; one that lost its table is flagged."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfWriter

from chamdiem.errors import Refused
from chamdiem.evidence.inspection import Flag, Inspection, inspect_file
from chamdiem.evidence.signatures import Trust, Verdict, check
from tests.evidence import files
from tests.evidence.authority import signed, unsigned


def inspect(data: bytes) -> Inspection:
    return inspect_file(io.BytesIO(data), name="a.pdf")


def refusal_of(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        inspect(data)
    return refused.value.code


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.98])
def test_a_pdf_that_was_cut_off_is_refused(share: float) -> None:
    for whole in (unsigned(), signed(), files.pdf()):
        assert refusal_of(whole[: int(len(whole) * share)]).startswith("evidence.pdf_")


def test_a_signature_that_was_cut_off_is_not_taken_for_a_document_without_one() -> None:
    whole, before = signed(), unsigned()
    assert whole.startswith(before)
    assert refusal_of(whole[: len(before) + 200]) == "evidence.pdf_cut_off"


def test_a_pdf_without_readable_pages_is_refused() -> None:
    assert refusal_of(files.pdf().replace(b"/Kids [3 0 R] /Count 1", b"/Kids [] /Count 0     ")) == (
        "evidence.pdf_without_pages"
    )
    assert refusal_of(files.pdf().replace(b"/Pages 2 0 R", b"/Pages 9 0 R")) == "evidence.pdf_broken"


def test_a_pdf_whose_table_is_lost_is_flagged_and_never_said_to_be_unsigned() -> None:
    for whole in (files.pdf(), signed()):
        table = whole.rfind(b"xref\n0")
        lost = whole[:table] + whole[whole.find(b"trailer", table) :]
        found = inspect(lost)
        assert (found.pages, found.flags) == (1, (Flag.PDF_DAMAGED,))
        verdict = check(lost, trust=Trust(roots=()), received_at=datetime(2026, 1, 5, tzinfo=UTC))
        assert verdict.verdict != Verdict.NOT_SIGNED


def test_bytes_around_a_whole_pdf_are_no_damage() -> None:
    assert inspect(files.pdf() + b"\r\n" * 600 + b"\0" * 900).flags == ()


def test_a_pdf_that_opens_with_a_password_only_is_flagged_and_its_pages_are_not_known() -> None:
    found = inspect(_locked())
    assert (found.pages, found.flags) == (None, (Flag.ENCRYPTED,))


def _locked() -> bytes:
    output = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(files.pdf()))
    writer.encrypt("mật khẩu", algorithm="AES-256")
    writer.write(output)
    return output.getvalue()
