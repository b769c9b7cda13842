"""Places of rows in documents, in English where every word of them is known."""

from __future__ import annotations

import pytest

from chamdiem.core.sentences.source_places import place_text
from chamdiem.library import list_editions, load_edition


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("mục I.9", "item I.9"),
        ("phần I", "part I"),
        ("dòng 2 dưới mục 20.1 phần I", "line 2 below item 20.1 part I"),
        ("Phụ lục II, A.III.2", "Annex II, A.III.2"),
        ("mục V.1đ", "item V.1đ"),
        ("dòng 12–14", "line 12–14"),
        ("Thông tin chung, mục 4", "General information, item 4"),
        ("mục 3 của Quyết định 922", "mục 3 của Quyết định 922"),
    ],
)
def test_a_place_is_told_in_english_or_left_as_it_is(place: str, told: str) -> None:
    assert place_text(place, "en") == told
    assert place_text(place, "vi") == place


@pytest.mark.parametrize("key", list_editions())
def test_every_place_of_the_library_has_english_words(key: str) -> None:
    places = {row.source.place for row in load_edition(key).rows} - {""}
    assert not [place for place in places if place_text(place, "en") == place and not place[0].isdigit()]
