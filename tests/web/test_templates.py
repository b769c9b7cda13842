"""Templates name no colour, carry no inline script or style, and use only what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import chamdiem

SOURCE = Path(chamdiem.__file__).parent
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
ICONS = Path(__file__).parents[2] / "frontend" / "icons.txt"

FAULTS = {
    "inline style": re.compile(r"<[^>]*\sstyle\s*=|<style\b", re.IGNORECASE),
    "inline handler": re.compile(r"<[^>]*\s(?:on[a-z]+|hx-on\S*)\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "script address": re.compile(r"""href\s*=\s*["']\s*javascript:""", re.IGNORECASE),
    "colour": re.compile(r"""["'\s:]#[0-9a-f]{6}\b|\brgba?\(""", re.IGNORECASE),
    "from elsewhere": re.compile(r"""(?:src|href)\s*=\s*["']https?://""", re.IGNORECASE),
    "unescaped": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
}
ICON = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']""")
ICON_OF_CODE = re.compile(r"""(?:icon=|icon_name=|State\("\w+", |Entry\([^)]*?, )"([a-z0-9-]+)"[,)]""")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_template_carries_nothing_that_the_policy_forbids(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not {what for what, pattern in FAULTS.items() if pattern.search(text)}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_template_is_one_that_django_understands(template: Path) -> None:
    name = template.relative_to(SOURCE).as_posix().split("/templates/")[1]
    assert get_template(name)


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("inline style", '<p style="color: red">'),
        ("inline handler", '<a onclick="go()">'),
        ("inline handler", '<a hx-on:click="go()">'),
        ("inline script", "<script>go()</script>"),
        ("script address", '<a href="javascript:go()">'),
        ("colour", '<rect fill="#0b4f8a">'),
        ("from elsewhere", '<img src="https://example.org/a.png">'),
        ("unescaped", "{{ text|safe }}"),
    ],
)
def test_each_fault_is_seen(fault: str, text: str) -> None:
    assert FAULTS[fault].search(text)


def test_every_icon_in_use_is_in_the_sprite() -> None:
    listed = set(ICONS.read_text(encoding="utf-8").splitlines())
    templates = {name for path in TEMPLATES for name in ICON.findall(path.read_text(encoding="utf-8"))}
    modules = {
        name
        for path in (SOURCE / "web").glob("*.py")
        for name in ICON_OF_CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert "home" in templates
    assert not (templates | modules) - listed


def test_every_component_says_what_it_needs() -> None:
    components = [path for path in TEMPLATES if path.parent.name == "components"]
    silent = [path.name for path in components if "{#" not in path.read_text(encoding="utf-8")]
    assert components
    assert not silent
