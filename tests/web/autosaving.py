"""A page that saves its field and takes files, kept in memory: what tests of behaviour drive."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines

from chamdiem.errors import Conflict, WrongStage

PAGE = """{% extends "web/base.html" %}
{% block title %}Tự lưu{% endblock %}
{% block heading %}Tự lưu{% endblock %}
{% block content %}
  <p id="shown">{{ value }}</p>
  {% include "web/components/figure.html" %}
  <button class="btn btn-secondary" hx-post="/tu-choi/conflict/" hx-target="#shown" id="refused">Thử</button>
  <form id="once" hx-post="/tu-luu/mot-lan/" hx-swap="none"><button class="btn">Gửi</button></form>
  <form id="letter" data-guard="draft" hx-post="/tu-luu/loi/" method="post" action="/tu-luu/loi/">
    <input type="hidden" name="version" value="{{ letter_version }}">
    <details><summary>Giải trình</summary>
      <label for="words">Lời</label><textarea id="words" name="words">{{ letter }}</textarea></details>
    <button class="btn">Gửi lời</button>
  </form>
  {% include "web/components/upload.html" with upload_url="/tu-luu/tep/" most_mb="1" %}
  <p id="count">0</p>
  <a href="#a" data-item id="a">A</a><a href="#b" data-item id="b">B</a>
{% endblock %}"""


@dataclass
class Kept:
    """What the server has: a value with its version, and files."""

    value: str = "10"
    version: int = 1
    posts: int = 0
    sent: int = 0
    letter: str = ""
    letter_version: int = 0
    is_signed_out: bool = False
    files: list[str] = field(default_factory=list)


kept = Kept()


def page(request: HttpRequest) -> HttpResponse:
    figure = {
        "id": "figure",
        "label": "Số hồ sơ",
        "unit": "hồ sơ",
        "value": kept.value,
        "version": kept.version,
        "save_url": "/tu-luu/o/",
    }
    template = engines["django"].from_string(PAGE)
    shown = {"figure": figure, "value": kept.value, "letter": kept.letter}
    return HttpResponse(template.render(shown | {"letter_version": kept.letter_version}, request))


def save(request: HttpRequest) -> HttpResponse:
    kept.posts += 1
    value = request.POST["value"]
    if value == "khóa":
        raise WrongStage("page.not_allowed")
    if value != kept.value:
        if request.POST["version"] != str(kept.version):
            raise Conflict(
                "page.not_allowed", value=kept.value, person="Bình", at="14:31", version=str(kept.version)
            )
        kept.value, kept.version = value, kept.version + 1
    parts = {"#shown": f'<p id="shown">{value}</p>'}
    return JsonResponse({"version": kept.version, "at": "14:32", "parts": parts})


def send(_request: HttpRequest) -> HttpResponse:
    kept.sent += 1
    return HttpResponse(status=204, headers={"HX-Redirect": "/tu-luu/?gui=xong"})


def write(request: HttpRequest) -> HttpResponse:
    """A text that is sent as a whole; to sign-in where the session has ended."""
    if kept.is_signed_out:
        return HttpResponse(status=401, headers={"HX-Redirect": "/cong/"})
    kept.letter, kept.letter_version = request.POST["words"], kept.letter_version + 1
    return HttpResponse(status=204, headers={"HX-Redirect": "/tu-luu/?gui=xong"})


def upload(request: HttpRequest) -> HttpResponse:
    (file,) = request.FILES.getlist("file")
    name = str(file)
    if name.endswith(".exe"):
        raise WrongStage("page.not_allowed")
    kept.files.append(name)
    return JsonResponse({"parts": {"#count": f'<p id="count">{len(kept.files)}</p>'}})
