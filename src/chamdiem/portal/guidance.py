"""The user guide: one page for each role, written in Markdown beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from chamdiem.errors import NotFound

FOLDER = Path(__file__).parent / "guide"
INDEX = "README"


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page of the guide: its heading and the rest as HTML."""

    title: str
    html: SafeString


def list_slugs() -> list[str]:
    """The name of every page but the index, which is also the last part of its address."""
    return sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != INDEX)


def get_index() -> GuidePage:
    """The first page: which one is for whom."""
    return _read(INDEX)


def get_page(slug: str) -> GuidePage:
    """The page for one role.

    Raises:
        NotFound: The guide has no such page.
    """
    if slug not in list_slugs():
        raise NotFound("guide.not_found")
    return _read(slug)


@cache
def _read(slug: str) -> GuidePage:
    """The page as HTML; no HTML of the text itself gets through."""
    markdown = MarkdownIt("commonmark", {"html": False})
    tokens = markdown.parse((FOLDER / f"{slug}.md").read_text(encoding="utf-8"))
    title, body = tokens[1].content, tokens[3:]
    for token in body:
        _lead_to_addresses(token)
    rendered = markdown.renderer.render(body, markdown.options, {})
    return GuidePage(title, mark_safe(rendered))  # noqa: S308  # our own text, its HTML escaped


def _lead_to_addresses(token: Token) -> None:
    """Links between the files become links between the pages."""
    for inner in token.children or ():
        target = str(inner.attrGet("href") or "")
        if inner.type == "link_open" and target.endswith(".md"):
            inner.attrSet("href", _address(target.removesuffix(".md")))


def _address(slug: str) -> str:
    return reverse("guide:index") if slug == INDEX else reverse("guide:page", args=[slug])
