"""The user guide: a page for each role, whose labels and refusals are those of the product."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import chamdiem
from chamdiem.accounts.models import Role
from chamdiem.errors import NotFound
from chamdiem.portal import guidance
from tests.people import Cast

SOURCE = Path(chamdiem.__file__).parent
PAGES = sorted(guidance.FOLDER.glob("*.md"))
READERS = {
    Role.ADMINISTRATOR: "quan-tri",
    Role.STANDING_BODY: "co-quan-thuong-truc",
    Role.APPRAISER: "tham-dinh",
    Role.COUNCIL: "hoi-dong",
    Role.LEADER: "lanh-dao",
    Role.DATA_OFFICER: "chuyen-vien-so-lieu",
    Role.CONTRIBUTOR: "phong-ban",
}
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
QUOTED = re.compile(r"(?<!\*)\*(?!\*)([^*]+)\*(?!\*)")


def test_every_role_the_reader_of_the_portal_and_the_plan_have_a_page() -> None:
    assert set(READERS) == set(Role)
    assert set(guidance.list_slugs()) == {*READERS.values(), "cong-khai", "ke-hoach"}


@pytest.mark.parametrize("role", sorted(READERS))
def test_the_page_of_a_role_bears_its_name(role: Role) -> None:
    assert guidance.get_page(READERS[role]).title == f"Hướng dẫn: {Role(role).label}"


def test_every_page_is_in_the_index(client: Client) -> None:
    index = client.get(reverse("guide:index")).content.decode()
    for slug in guidance.list_slugs():
        assert f'href="{reverse("guide:page", args=[slug])}"' in index


@pytest.mark.parametrize("slug", guidance.list_slugs())
def test_a_page_is_read_without_sign_in(client: Client, slug: str) -> None:
    response = client.get(reverse("guide:page", args=[slug]))
    text = response.content.decode()
    assert "public" in response["Cache-Control"]
    assert text.count("<h1>") == 1
    assert "<strong>" in text
    assert ".md" not in text


@pytest.mark.parametrize("slug", ["khong-co", "README"])
def test_there_is_no_other_page(client: Client, slug: str) -> None:
    assert client.get(reverse("guide:page", args=[slug])).status_code == 404


def test_an_unknown_page_is_refused_by_its_code() -> None:
    with pytest.raises(NotFound, match=r"guide\.not_found"):
        guidance.get_page("../views")


def test_html_in_the_text_of_a_page_is_shown_and_not_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xau.md").write_text("# Xấu\n\n<b onclick='x'>a</b>\n", encoding="utf-8")
    monkeypatch.setattr(guidance, "FOLDER", tmp_path)
    assert "&lt;b onclick" in guidance.get_page("xau").html


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_label_in_bold_stands_in_the_product(path: Path) -> None:
    labels = {_line(text) for text in BOLD.findall(path.read_text(encoding="utf-8"))}
    assert labels
    assert not labels - _labels()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_refusal_in_italics_is_one_of_the_product(path: Path) -> None:
    quoted = {_line(text) for text in QUOTED.findall(BOLD.sub("", path.read_text(encoding="utf-8")))}
    assert quoted
    assert not {text for text in quoted if not any(text in sentence for sentence in _refusals())}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_stays_short(path: Path) -> None:
    assert 40 <= len(path.read_text(encoding="utf-8").splitlines()) <= 90


@pytest.mark.django_db
def test_the_foot_of_the_portal_leads_to_the_guide(client: Client) -> None:
    page = client.get(reverse("portal:campaigns")).content.decode()
    assert f'<a href="{reverse("guide:index")}">Hướng dẫn</a>' in page


def test_the_menu_of_a_person_leads_to_the_guide(client: Client, cast: Cast) -> None:
    client.force_login(cast.an)
    page = client.get(reverse("home")).content.decode()
    assert page.count(f'href="{reverse("guide:index")}"') == 2


def _line(text: str) -> str:
    return " ".join(text.split())


@cache
def _labels() -> frozenset[str]:
    """Every text that a template or the code shows."""
    return frozenset([*_in_templates(), *_in_code()])


def _in_templates() -> Iterator[str]:
    for path in SOURCE.rglob("templates/**/*.html"):
        text = path.read_text(encoding="utf-8")
        for tag in re.findall(r"\{%.*?%\}", text):
            yield from (first or second for first, second in re.findall(r"\"([^\"]+)\"|'([^']+)'", tag))
        yield from re.findall(r"\{% blocktranslate[^%]*%\}([^{]+)\{% endblocktranslate", text)


def _in_code() -> Iterator[str]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@cache
def _refusals() -> frozenset[str]:
    modules = [
        import_module(f"chamdiem.web.refusals.{path.stem}")
        for path in (SOURCE / "web" / "refusals").glob("*.py")
    ]
    tables = [getattr(module, "SENTENCES", {}) for module in modules]
    return frozenset(html.unescape(vietnamese) for table in tables for vietnamese, _ in table.values())
