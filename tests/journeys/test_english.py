"""The main pages of every role in English, in Chromium, with what scripts write into them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections
from playwright.sync_api import Browser

from tests.example import documents
from tests.people import Cast, make_cast
from tests.web.browsing import chromium, serving
from tests.web.reading import Known, vietnamese_in_english

from .travelling import Traveller, aside

EVERYBODY = ("/", "/ky-danh-gia/", "/bo-chi-so/", "/don-vi/", "/nguoi-dung/toi/", "/ket-qua/", "/minh-chung/")
DOSSIER = ("/ho-so/", "/ho-so/{a}/", "/ho-so/{a}/con-thieu/", "/ho-so/{a}/duyet/")
PAGES = {
    "an": DOSSIER,
    "dung": DOSSIER,
    "kien": DOSSIER,
    "chi": ("/tham-dinh/", "/tham-dinh/tieu-chi/"),
    "giang": ("/ky-danh-gia/moi/", "/ky-danh-gia/{campaign}/", "/ky-danh-gia/{campaign}/tien-do/"),
    "ha": (),
    "lan": ("/nguoi-dung/", "/nguoi-dung/moi/", "/nhat-ky/", "/minh-chung/chung-thu/"),
}


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return make_cast()


@pytest.fixture
def site(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    with serving() as address:
        yield address


@pytest.fixture
def browser(site: str) -> Iterator[Browser]:
    with chromium() as found:
        yield found


def test_the_pages_of_every_role_are_english_for_who_chose_it(
    browser: Browser, site: str, cast: Cast
) -> None:
    known = aside(lambda: Known([*documents.names(), *documents.texts()]))
    found: dict[str, list[str]] = {}
    for person, own in PAGES.items():
        traveller = Traveller(browser, site, person)
        traveller.read_english()
        for page in (*EVERYBODY, *own):
            traveller.go(page.format(a=cast.a.pk, campaign=cast.campaign.pk))
            assert traveller.page.locator("html").get_attribute("lang") == "en"
            if said := list(vietnamese_in_english(traveller.page.content(), known)):
                found[f"{person} {page}"] = said
        assert traveller.wrong == []
        assert traveller.flaws == {}
    assert found == {}


def test_the_words_of_a_decision_are_marked_as_vietnamese(browser: Browser, site: str, cast: Cast) -> None:
    an = Traveller(browser, site, "an")
    an.read_english()
    an.go(f"/ho-so/{cast.a.pk}/")
    name = "Người đứng đầu là Trưởng ban Chỉ đạo chuyển đổi số"
    assert an.page.locator("[lang=vi]", has_text=name).count() > 0
