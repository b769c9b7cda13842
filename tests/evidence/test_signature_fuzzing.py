"""Whatever the bytes are, a verdict comes out, and damage never becomes *valid*."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.evidence.signatures import DocumentVerdict, Verdict, check
from tests.evidence.authority import RECEIVED_AT, cast, signed, stamped
from tests.patience import cases

Edit = tuple[int, int, bytes]
FUZZ = cases(80, deadline=timedelta(seconds=10))


def verdict_on(data: bytes) -> DocumentVerdict:
    found = check(data, trust=cast().trust, received_at=RECEIVED_AT)
    assert isinstance(found, DocumentVerdict)
    return found


@st.composite
def edits(draw: st.DrawFn, length: int, start: int = 0) -> Edit:
    place = draw(st.integers(start, length - 1))
    return (place, draw(st.integers(0, 12)), draw(st.binary(max_size=12)))


def mutated(source: bytes, changes: list[Edit]) -> bytes:
    data = bytearray(source)
    for place, count, piece in changes:
        data[place : place + count] = piece
    return bytes(data)


def several(start: int = 0) -> st.SearchStrategy[list[Edit]]:
    return st.lists(edits(length=len(stamped()), start=start), min_size=1, max_size=8)


@FUZZ
@given(st.integers(0, len(signed())))
def test_truncated_documents_get_a_verdict(length: int) -> None:
    assert length == len(signed()) or verdict_on(signed()[:length]).verdict != Verdict.VALID


@FUZZ
@given(several())
def test_mutated_documents_get_a_verdict(changes: list[Edit]) -> None:
    verdict_on(mutated(stamped(), changes))


@FUZZ
@given(several(start=len(stamped()) - 2500))
def test_mutated_structure_gets_a_verdict(changes: list[Edit]) -> None:
    verdict_on(mutated(stamped(), changes))


@FUZZ
@given(st.data())
def test_a_mutated_signature_gets_a_verdict(data: st.DataObject) -> None:
    source = signed()
    start = source.index(b"/Contents <") + len(b"/Contents <")
    place = data.draw(st.integers(start, start + 3000))
    digit = data.draw(st.sampled_from(b"0123456789abcdef"))
    verdict_on(source[:place] + bytes([digit]) + source[place + 1 :])


@FUZZ
@given(st.data())
def test_a_flipped_byte_inside_the_signed_range_is_never_valid(data: st.DataObject) -> None:
    source = signed()
    place = data.draw(st.integers(0, source.index(b"/Contents <") - 1))
    flipped = source[:place] + bytes([source[place] ^ data.draw(st.integers(1, 255))]) + source[place + 1 :]
    assert verdict_on(flipped).verdict != Verdict.VALID


@FUZZ
@given(st.binary(max_size=400))
def test_any_bytes_get_a_verdict(data: bytes) -> None:
    assert verdict_on(data).verdict in (Verdict.CANNOT_VERIFY, Verdict.NOT_SIGNED)
    assert verdict_on(b"%PDF-1.7\n" + data).verdict in (Verdict.CANNOT_VERIFY, Verdict.NOT_SIGNED)
