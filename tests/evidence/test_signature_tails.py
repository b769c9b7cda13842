"""What is put behind a signed document and belongs to no update of it is told; white space is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chamdiem.evidence.example_documents import sign
from chamdiem.evidence.signatures import DocumentVerdict, Verdict, check, describe
from chamdiem.evidence.signatures.verdict import LaterChanges
from tests.evidence.authority import RECEIVED_AT, SIGNED_AT, cast, signed, stamped

# A package of 36 kB, as a Word file with macros is.
PACKAGE = b"\nPK\x03\x04" + b"\x00\xd3\x8a" * 12_000 + b"\n"


def _end(pdf: bytes) -> bytes:
    """Where the table of the last update stands, as every file says at its end."""
    return pdf[pdf.rindex(b"startxref") :]


def _sign_again(pdf: bytes) -> bytes:
    return sign(pdf, cast().office, signed_at=SIGNED_AT + timedelta(hours=1))


def _check(pdf: bytes) -> DocumentVerdict:
    return check(pdf, trust=cast().trust, received_at=RECEIVED_AT)


@pytest.mark.parametrize("make", [signed, stamped, lambda: _sign_again(signed())])
@pytest.mark.parametrize("tail", ["package", "comment"])
def test_what_is_appended_is_told_of_every_signature(make: object, tail: str) -> None:
    pdf: bytes = make()  # type: ignore[operator]  # one of the three above
    found = _check(pdf + (PACKAGE + _end(pdf) if tail == "package" else b"\n% rac\n"))
    assert (found.verdict, found.why) == (Verdict.CHANGED_AFTER, None)
    assert {each.later_changes for each in found.signatures} == {LaterChanges.APPENDED}
    assert not found.is_covered_as_it_stands
    assert DocumentVerdict.from_json(found.as_json()) == found
    for text in describe(found)[-len(found.signatures) :]:
        assert "phần thêm sau chữ ký" in text
    assert "nobody signed" in describe(found, language="en")[-1]


def test_what_stands_between_two_updates_is_told_of_the_signature_before() -> None:
    found = _check(_sign_again(signed() + PACKAGE + _end(signed())))
    first, second = found.signatures
    assert (first.verdict, first.later_changes) == (Verdict.CHANGED_AFTER, LaterChanges.APPENDED)
    # The second signer saw and signed the whole of it.
    assert (second.verdict, second.later_changes) == (Verdict.VALID, LaterChanges.NONE)


@pytest.mark.parametrize("blank", [b"\n", b"\r\n\r\n", b"\x00" * 40, b" \t\n"])
def test_white_space_behind_it_changes_nothing(blank: bytes) -> None:
    found = _check(signed() + blank)
    assert (found.verdict, found.signatures[0].later_changes) == (Verdict.VALID, LaterChanges.NONE)
    assert found.is_covered_as_it_stands


def test_neither_does_an_update_behind_white_space_or_a_short_comment() -> None:
    found = _check(_sign_again(signed() + b"\r\n%\xe2\xe3\xcf\xd3\n"))
    assert found.verdict == Verdict.VALID
