"""Numbers that pages carry along."""

from __future__ import annotations

import pytest

from chamdiem.web.typed import read_whole


def test_identifiers_are_read_as_they_stand() -> None:
    assert [read_whole(text) for text in ("0", "7", "12345678901234567")] == [0, 7, 12345678901234567]


@pytest.mark.parametrize("text", ["", " 7", "-1", "1.0", "²", "٣", "a", "\x00", "9" * 18, "9" * 5_000])
def test_what_is_no_identifier_is_none(text: str) -> None:
    assert read_whole(text) is None
