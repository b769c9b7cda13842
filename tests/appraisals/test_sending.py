"""Going on after a form: by redirect, by htmx, and where the browser is there already."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import reverse

from chamdiem.web.rendering import go

HERE = "http://testserver/hoi-dong/7/"


@pytest.mark.parametrize(
    ("headers", "name", "expected"),
    [
        ({}, "Location", "#c-2.3"),
        ({"HX-Request": "true", "HX-Current-URL": "http://testserver/hoi-dong/"}, "HX-Redirect", "#c-2.3"),
        ({"HX-Request": "true", "HX-Current-URL": HERE}, "HX-Refresh", "true"),
        ({"HX-Request": "true", "HX-Current-URL": f"{HERE}#c-1.1"}, "HX-Refresh", "true"),
    ],
)
def test_the_page_that_follows_is_loaded_anew(headers: dict[str, str], name: str, expected: str) -> None:
    request = RequestFactory().post("/", headers=headers)
    response = go(request, "appraisals:council_file", 7, anchor="#c-2.3")
    page = reverse("appraisals:council_file", args=[7])
    assert response[name] == (expected if name == "HX-Refresh" else page + expected)
