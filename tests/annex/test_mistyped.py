"""Words that can be no other are repaired by the words they stand with; those that can be stay."""

from __future__ import annotations

import pytest

from chamdiem.annex.lexicon import load_lexicon
from chamdiem.annex.look_alikes import find_look_alikes
from chamdiem.annex.reading.old_encodings import _cased
from chamdiem.core.lint.old_encodings import OLD_FONTS


def _mended(text: str) -> str:
    for start, end, meant in reversed(list(find_look_alikes(text, load_lexicon().words))):
        text = text[:start] + meant + text[end:]
    return text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Tham mưu giải pháp sô", "Tham mưu giải pháp số"),
        ("từ 03 giải pháp trờ lên", "từ 03 giải pháp trở lên"),
        ("không dùng tiên mặt", "không dùng tiền mặt"),
        ("tổng sổ đối tượng", "tổng số đối tượng"),
        ("được 1,25 diểm", "được 1,25 điểm"),
        ("Nht ký hệ thống", "Nhật ký hệ thống"),
        ("Phòng Văn hoá - Xã hộl", "Phòng Văn hoá - Xã hội"),
        ("CHUYỂN ĐỔI SÔ", "CHUYỂN ĐỔI SỐ"),
        ("NHÓM TIÊU CHÍ ĐẶC TH Ù", "NHÓM TIÊU CHÍ ĐẶC THÙ"),
    ],
)
def test_what_can_be_no_other_word_is_repaired(printed: str, meant: str) -> None:
    assert _mended(printed) == meant


@pytest.mark.parametrize(
    "text",
    ["Sổ tổng hợp, sổ theo dõi", "ưu tiên mặt bằng sạch", "Chương trình ca nhạc, sô diễn", "CẤP TH Ở XÃ"],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert _mended(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("§æI Sè C¸C", "ĐỔI SỐ CÁC"), ("Sè C¸c cÊp", "Số Các cấp"), ("Ký UBND", "Ký UBND")],
)
def test_capitals_of_old_fonts_are_capitals(typed: str, meant: str) -> None:
    assert _cased(typed, OLD_FONTS["TCVN3"]) == meant
