"""Vietnamese whatever the browser prefers; English once a person has chosen it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
@pytest.mark.parametrize(("cookie", "language"), [("", "vi"), ("en", "en"), ("vi", "vi"), ("xx", "vi")])
def test_only_the_persons_choice_counts(cookie: str, language: str) -> None:
    client = Client()
    if cookie:
        client.cookies["django_language"] = cookie
    answer = client.get(reverse("portal:campaigns"), headers={"Accept-Language": "en-US,en;q=0.9"})
    assert answer["Content-Language"] == language
