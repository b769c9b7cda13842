"""The language of a page is what the person chose, and nothing a machine says."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from chamdiem.web.numbers import plain
from chamdiem.web.templatetags.show import days_told

COOKIE = settings.LANGUAGE_COOKIE_NAME


def _choose(client: Client, language: str, to: str = "/cong/") -> str:
    return str(client.post("/ngon-ngu/", {"language": language, "next": to}).headers.get("Location", ""))


def test_a_page_is_vietnamese_whatever_the_browser_prefers(client: Client) -> None:
    page = client.get("/cong/", headers={"Accept-Language": "en-GB,en"})
    assert '<html lang="vi"' in page.content.decode()
    assert page.headers["Content-Language"] == "vi"


def test_the_switch_leads_back_to_the_page_in_the_other_language(client: Client) -> None:
    assert _choose(client, "en", "/cong/?khoi=1") == "/cong/?khoi=1"
    page = client.get("/cong/").content.decode()
    assert '<html lang="en"' in page
    assert "Skip to the main content" in page
    assert re.search(r'lang="vi"[^>]*>Tiếng Việt</button>', page)
    _choose(client, "vi")
    assert re.search(r'lang="en"[^>]*>English</button>', client.get("/cong/").content.decode())


def test_the_choice_outlives_the_session(client: Client) -> None:
    _choose(client, "en")
    assert client.cookies[COOKIE]["max-age"] == settings.LANGUAGE_COOKIE_AGE


def test_a_page_is_kept_for_one_language(client: Client) -> None:
    assert "Cookie" in client.get("/cong/").headers["Vary"]


@pytest.mark.parametrize("address", ["https://vi-du.example/", "//vi-du.example/", "javascript:alert(1)", ""])
def test_the_switch_leads_nowhere_else(client: Client, address: str) -> None:
    assert _choose(client, "en", address) == "/"


def test_a_language_there_is_not_is_refused(client: Client) -> None:
    answer = client.post("/ngon-ngu/", {"language": "fr", "next": "/cong/"})
    assert answer.status_code == 404
    assert COOKIE not in answer.cookies


def test_a_cookie_with_nonsense_is_no_language(client: Client) -> None:
    client.cookies[COOKIE] = "../../etc"
    assert '<html lang="vi"' in client.get("/cong/").content.decode()


def test_numbers_are_shown_in_the_manner_of_the_language() -> None:
    assert plain("1234.5") == "1.234,5"
    with translation.override("en"):
        assert plain("1234.5") == "1,234.5"


def test_a_day_that_is_typed_is_read_the_same_in_both_languages() -> None:
    for language in ("vi", "en"):
        with translation.override(language):
            assert f"{forms.DateField().clean('01/07/2025'):%d %m}" == "01 07"


def test_a_count_has_the_english_form_it_needs() -> None:
    with translation.override("en"):
        assert days_told(1) == "1 day left"
        assert days_told(-3) == "3 days overdue"


def test_what_django_says_is_vietnamese() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("1234567")
    assert all("Mật khẩu" in sentence for sentence in refused.value.messages)
    with pytest.raises(ValidationError, match="Nhập một số nguyên"):
        forms.IntegerField().clean("hai")
