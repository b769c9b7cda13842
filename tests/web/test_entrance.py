"""The pages of the sign-in library in our frame and in Vietnamese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

import chamdiem

TEMPLATES = Path(chamdiem.__file__).parent / "web" / "templates"
PAGES = sorted([*TEMPLATES.glob("account/*.html"), *TEMPLATES.glob("mfa/**/*.html"), TEMPLATES / "429.html"])
LETTERS = sorted(TEMPLATES.glob("account/**/*.txt"))
ENGLISH = re.compile(r"\b(?:sign|password|email|your|code|submit|please|account)\b", re.IGNORECASE)


class EveryField(forms.Form):
    login = forms.CharField()
    email = forms.CharField()
    password = forms.CharField()
    oldpassword = forms.CharField()
    password1 = forms.CharField()
    password2 = forms.CharField()
    code = forms.CharField()
    secret = "JBSWY3DP"


def _rendered(template: Path) -> str:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    context = {
        "form": EveryField(),
        "action_url": "#",
        "unused_codes": ["11111111", "22222222"],
        "total_count": 10,
        "can_view_codes": True,
        "authenticators": {"totp": True},
        "email": "an@vi-du.vn",
        "password_reset_url": "#",
    }
    return render_to_string(template.relative_to(TEMPLATES).as_posix(), context, request)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_a_page_has_one_heading_and_no_english(page: Path) -> None:
    rendered = _rendered(page)
    assert rendered.count("<h1>") == 1
    assert not ENGLISH.findall(re.sub(r"<[^>]*>", " ", rendered.partition("<body")[2]))


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.name)
def test_a_letter_has_no_english(letter: Path) -> None:
    assert not ENGLISH.findall(_rendered(letter))


def test_sign_in_shows_no_way_to_sign_up(client: Client) -> None:
    page = client.get("/tai-khoan/login/").content.decode()
    assert "Thư điện tử công vụ" in page
    assert "/signup/" not in page
