"""The form of a page as a browser fills it in and sends it."""

from __future__ import annotations

from html.parser import HTMLParser

from django.test import Client

Form = dict[str, list[str]]


class _Fields(HTMLParser):
    """Collects what the forms that hold a field ``seen`` would send."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Form = {}
        self._form: Form = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = {}
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and self._select:
            if "selected" in given or self._select not in self._form:
                self._form[self._select] = [given.get("value", "")]
        elif tag == "input" and given.get("name", "csrfmiddlewaretoken") != "csrfmiddlewaretoken":
            is_box = given.get("type") in ("checkbox", "radio")
            if not is_box or "checked" in given:
                self._form.setdefault(given["name"], []).append(given.get("value", "on" if is_box else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        if tag == "form" and "seen" in self._form:
            self.found = self._form


def read_form(html: str) -> Form:
    """What the form of a page of the wizard sends if nothing is changed."""
    fields = _Fields()
    fields.feed(html)
    return fields.found


def form_at(client: Client, address: str) -> Form:
    """The same of a page asked for now."""
    return read_form(client.get(address).content.decode())
