"""Templates name no colour, carry no inline script or style, and use only what is there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django import forms
from django.template.loader import get_template, render_to_string

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


class _Refused(forms.Form):
    """Fields of every kind that a form shows, none of them filled in as it should be."""

    name = forms.CharField(help_text="Ghi đủ họ và tên.")
    points = forms.DecimalField(widget=forms.TextInput(attrs={"aria-describedby": "own-hint"}))
    agreed = forms.BooleanField()
    kind = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    why = forms.CharField(widget=forms.Textarea)

    def clean(self) -> None:
        self.add_error("why", "Thêm một lỗi nữa.")


@pytest.mark.parametrize("name", list(_Refused.base_fields))
def test_a_refused_field_is_tied_to_its_hint_and_to_every_message(name: str) -> None:
    form = _Refused({"points": "ba"})
    page = render_to_string("web/components/form.html", {"form": form, "submit": "Lưu"})
    (errors,) = re.findall(rf'<div id="id_{name}_error">(.*?)</div>', page, re.DOTALL)
    assert all(str(error) in unescape(errors) for error in form.errors[name])
    inputs = re.findall(rf'<(?:input|textarea|select)[^>]*name="{name}"[^>]*>', page)
    assert inputs
    for each in inputs:
        assert 'aria-invalid="true"' in each
        assert f"id_{name}_error" in re.findall(r'aria-describedby="([^"]*)"', each)[0].split()
    assert 'aria-describedby="own-hint id_points_error"' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert '<fieldset class="fieldset" aria-describedby="id_kind_error">' in page


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
