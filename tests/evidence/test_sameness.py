"""Two documents that are one count once."""

from __future__ import annotations

from datetime import date

import pytest

from chamdiem.evidence.sameness import content_key, same_address


def _key(kind: str, **said: object) -> str:
    known = {"sha256": None, "url": "", "number": "", "issued_on": None, "issuer": ""}
    return content_key(kind=kind, **{**known, **said})  # type: ignore[arg-type]  # as the test says them


@pytest.mark.parametrize(
    "other",
    [
        "https://vidu.gov.vn/van-ban/5/",
        "http://VIDU.gov.vn/van-ban/5",
        "https://vidu.gov.vn:443/van-ban/5#trang-2",
        " https://vidu.gov.vn/van-ban/5 ",
    ],
)
def test_the_same_page_has_one_address(other: str) -> None:
    assert same_address(other) == same_address("https://vidu.gov.vn/van-ban/5")


@pytest.mark.parametrize(
    "other",
    [
        "https://vidu.gov.vn/van-ban/6",
        "https://vidu.gov.vn/van-ban/5?trang=2",
        "https://vidu.gov.vn/Van-Ban/5",
        "https://vidu.gov.vn:8443/van-ban/5",
        "https://vidu.gov.vn/van-ban/5#/phu-luc",
        "https://[hỏng/van-ban/5",
    ],
)
def test_another_page_has_another(other: str) -> None:
    assert same_address(other) != same_address("https://vidu.gov.vn/van-ban/5")


def test_a_citation_is_its_number_day_and_issuer() -> None:
    said = {"number": "12/KH-UBND", "issued_on": date(2026, 1, 5), "issuer": "UBND tỉnh Ví Dụ"}
    first = _key("citation", **said)
    assert _key("citation", **{**said, "number": "12 / kh-ubnd"}) == first
    for name, value in (("number", "13/KH-UBND"), ("issued_on", date(2026, 1, 6)), ("issuer", "Sở Xây dựng")):
        assert _key("citation", **{**said, name: value}) != first


def test_a_file_is_its_content_whatever_it_is_called() -> None:
    assert _key("file", sha256="a", number="1") == _key("file", sha256="a", number="2")
    assert _key("file", sha256="a") != _key("file", sha256="b")
    assert _key("file") == ""
