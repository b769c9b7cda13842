"""Accents on the wrong word: told where no word has them, left alone where one has."""

from __future__ import annotations

import pytest

from chamdiem.core.lint.known_slips import slips_in

WRONG = [
    ("các cơ quan cũa tỉnh", "cũa", "của"),
    ("đơn vị đả ban hành", "đả", "đã"),
    ("nội dung củng được tính", "củng", "cũng"),
    ("hồ sơ sẻ được chấm", "sẻ", "sẽ"),
    ("việc vẩn còn chậm", "vẩn", "vẫn"),
    ("văn bản sữa đổi", "sữa đổi", "sửa đổi"),
    ("giấy tờ bổ xung", "bổ xung", "bổ sung"),
    ("Phần mền quản lý", "Phần mền", "Phần mềm"),
    ("xây dựng trương trình", "trương trình", "chương trình"),
    ("thuê đường chuyền riêng", "đường chuyền", "đường truyền"),
    ("kế hoạch hàng động", "hàng động", "hành động"),
    ("Vai chò của tổ", "Vai chò", "Vai trò"),
    ("đựơc giao", "đựơc", "được"),
]
RIGHT = [
    "củng cố, chia sẻ dữ liệu; san sẻ; chim sẻ",
    "đả kích; ẩu đả; nước vẩn đục; vớ vẩn",
    "Chia sẻ dữ liệu; Vớ vẩn; Ẩu đả",
    "Xã Chổ, thôn Đả, ông Sẻ",
    "mặt hàng động vật; hàng động cơ; ông Trương Trình; dây chuyền; cây chò",
    "cơ quan; sữa tươi; nổ mìn; bổ sung",
]


@pytest.mark.parametrize(("text", "printed", "meant"), WRONG)
def test_a_word_that_is_none_is_told(text: str, printed: str, meant: str) -> None:
    assert list(slips_in(text)) == [(printed, meant)]


@pytest.mark.parametrize("text", RIGHT)
def test_words_with_these_accents_are_left_alone(text: str) -> None:
    assert not list(slips_in(text))
