"""A merger or a split is shown before it is written: who ends, who takes over, whom it concerns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.audit.models import Event
from chamdiem.organisations.models import Kind, Organisation, Succession
from chamdiem.organisations.services import Details, create_organisation
from tests.people import NOW, Cast

Opened = Callable[[str], Client]

_ON = {"on": "2026-10-13", "decision": "QĐ 12"}


def _at(name: str, body: Organisation) -> str:
    return reverse(f"organisations:{name}", args=[body.pk])


def _text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture(autouse=True)
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are opened on the day the bodies change."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def test_a_merger_is_shown_first_and_nothing_is_written(cast: Cast, opened: Opened) -> None:
    details = Details(code="T1.A.1", name="Trung tâm Kiểm định", kind="department")
    create_organisation(actor=cast.lan, parent_id=cast.body_a.pk, details=details, now=NOW)
    before = Event.objects.count()
    client = opened("lan")
    page = _text(client.post(_at("merge", cast.standing), {"others": "T1.A", **_ON}))
    for words in (
        "Chưa có gì được ghi",
        "Sở Xây dựng",
        "ngày cuối cùng: 12/10/2026",
        "từ ngày 13/10/2026",
        "Trung tâm Kiểm định",
        "Chuyển ngay về đơn vị tiếp nhận.",
        "Hồ sơ trong các kỳ đánh giá đang chạy",
        f"{cast.a.participant.name} · {cast.campaign}",
        "Nguyễn Văn An · Chuyên viên cung cấp số liệu · Sở Xây dựng",
        "Đỗ Trung Kiên",
    ):
        assert words in page, words
    assert "Lê Thị Bình" not in page
    assert not Succession.objects.exists()
    assert Event.objects.count() == before
    cast.body_a.refresh_from_db()
    assert cast.body_a.valid_to is None


def test_what_was_shown_is_written_when_it_is_confirmed(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    shown = client.post(_at("merge", cast.standing), {"others": "T1.A\nT1.B", **_ON})
    kept = {each.name: each.value() for each in shown.context["form"]}
    assert client.post(_at("merge", cast.standing), {**kept, "confirmed": "1"}).status_code == 302
    assert {each.predecessor.code for each in Succession.objects.all()} == {"T1.A", "T1.B"}


def test_the_form_comes_back_as_it_was_typed_to_be_changed(cast: Cast, opened: Opened) -> None:
    answer = opened("lan").post(_at("merge", cast.standing), {"others": "T1.A", "change": "1", **_ON})
    assert answer.status_code == 200
    assert 'value="QĐ 12"' in _text(answer)
    assert "Xem trước" in _text(answer)
    assert not Succession.objects.exists()


@pytest.mark.parametrize("name", ["merge", "split"])
def test_a_body_that_names_itself_is_told_that_it_is_left_out(cast: Cast, opened: Opened, name: str) -> None:
    given = {"others": "T1.KHCN, T1.A, T1.B", **_ON}
    page = _text(opened("lan").post(_at(name, cast.standing), given))
    assert "T1.KHCN là chính đơn vị này nên được bỏ qua." in page


@pytest.mark.parametrize("name", ["merge", "split"])
def test_bodies_of_another_kind_are_pointed_at(cast: Cast, opened: Opened, name: str) -> None:
    district = Kind.objects.create(code="district", name="Huyện", level=2)
    Organisation.objects.filter(pk=cast.standing.pk).update(kind=district)
    page = _text(opened("lan").post(_at(name, cast.standing), {"others": "T1.A, T1.B", **_ON}))
    assert page.count("hãy kiểm tra lại.") == 2
    assert "“Huyện”" in page
    same = _text(opened("lan").post(_at("merge", cast.body_a), {"others": "T1.B", **_ON}))
    assert "hãy kiểm tra lại." not in same


def test_what_the_use_case_refuses_is_refused_before_the_preview(cast: Cast, opened: Opened) -> None:
    answer = opened("lan").post(_at("split", cast.standing), {"others": "T1.A", **_ON})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["others"]
