"""Texts of general information stand where they belong: no street where a website is asked for."""

from __future__ import annotations

from chamdiem.accounts.models import User
from chamdiem.example.contacts import contact_text
from chamdiem.example.directory import Body
from chamdiem.library import load_edition
from chamdiem.organisations.models import Organisation
from chamdiem.samples.districts import District


def test_each_text_of_a_form_is_what_its_row_asks_for() -> None:
    officer = User(name="Nguyễn Văn An", email="solieu@vidu.example")
    leader = User(name="Trần Văn Dũng", email="lanhdao@vidu.example")
    town = Organisation(name="Thị xã Hoà Lạc (ví dụ)")
    body = Body(town, officer, leader, District("VD.H01", town.name, "", 89, 60))
    form = load_edition("chuprong-2023")

    def told(key: str) -> str:
        return contact_text(form, form.row(key), body)

    assert told("I.1") == told("I.20.1-2") == town.name
    assert told("I.2").startswith("Đường")
    assert told("I.3") == "https://thixahoalac.vidu.example"
    assert (told("I.20.1-1"), told("I.20.1-5")) == (officer.name, officer.email)
    assert (told("I.20.2-1"), told("I.20.2-5")) == (leader.name, leader.email)
    assert told("I.20.1-3") != told("I.20.2-3")
