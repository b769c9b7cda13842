"""Addresses for the tests of this floor: its own, and views that refuse in every way."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.views.decorators.http import require_POST

from chamdiem.errors import (
    ChamdiemError,
    Conflict,
    Incomplete,
    Invalid,
    NotAllowed,
    NotFound,
    Place,
    Problem,
    WrongStage,
)
from chamdiem.web.style_page import style_page
from tests.web import autosaving

REFUSALS: dict[str, ChamdiemError | Exception] = {
    "not-found": NotFound("page.not_found"),
    "not-allowed": NotAllowed("page.not_allowed"),
    "wrong-stage": WrongStage("export.too_large", rows="7", most="5"),
    "conflict": Conflict("export.too_large", rows="7", most="5", version="3"),
    "incomplete": Incomplete("export.too_large", rows="7", most="5"),
    "invalid": Invalid(
        [
            Problem("file.old_excel", {}, Place(sheet="Số liệu", cell="C7")),
            Problem("file.encrypted", {}, Place(line=3)),
        ]
    ),
    "http404": Http404(),
    "denied": PermissionDenied(),
    "script": Conflict("export.too_large", rows="<script>alert(1)</script>", most="5"),
}


def refuse(_request: HttpRequest, how: str) -> HttpResponse:
    raise REFUSALS[how]


def fail(_request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def greet(_request: HttpRequest, **_: Any) -> HttpResponse:
    return HttpResponse("xin chào")


PUBLIC = """{% extends "web/public_base.html" %}
{% block title %}Kết quả{% endblock %}
{% block heading %}Kết quả đánh giá năm 2026{% endblock %}
{% block public_nav %}<a href="#a" aria-current="page">Kết quả</a><a href="#b">Dữ liệu mở</a>{% endblock %}
{% block content %}<p>Đã công bố ngày 30/11/2026.</p>{% endblock %}"""


def public(request: HttpRequest) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(PUBLIC).render({}, request))


urlpatterns = [
    path("cong/", public),
    path("", greet, name="home"),
    path("tim/", greet, name="search"),
    path("tu-choi/<slug:how>/", refuse),
    path("chi-gui/", require_POST(greet)),
    path("hong/", fail),
    path("tu-luu/", autosaving.page),
    path("tu-luu/o/", autosaving.save),
    path("tu-luu/tep/", autosaving.upload),
    path("tu-luu/mot-lan/", autosaving.send),
    path("tu-luu/loi/", autosaving.write),
    path("tai-khoan/", include("allauth.urls")),
    path("kieu/", style_page, name="style_page"),
    path("", include("chamdiem.web.urls")),
]

handler400 = "chamdiem.web.refusing.bad_request"
handler404 = "chamdiem.web.refusing.page_not_found"
handler403 = "chamdiem.web.refusing.permission_denied"
handler500 = "chamdiem.web.refusing.failed"
