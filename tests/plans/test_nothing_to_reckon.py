"""Where people give all that was lost no way to an aim is promised; levels are held against texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from chamdiem.plans import ways
from chamdiem.plans.oddities import unsaid_levels
from chamdiem.plans.reading import read_content
from chamdiem.results.models import Result
from tests.people import Cast

from .loaded import CONTENT, draft_plan

Opened = Callable[[str], Client]


def test_without_a_step_that_can_be_reckoned_no_lower_aim_is_asked_for(
    cast: Cast, published: Result, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = draft_plan(cast)
    address = f"/ke-hoach/{plan.pk}/diem-du-kien/{published.pk}/"
    aim = {"total": f"{published.total + 1:.2f}".replace(".", ",")}
    monkeypatch.setattr(ways, "list_prospects", lambda _standpoint: {})
    monkeypatch.setattr(ways, "cheapest_course", lambda _subject, _total: None)
    page = opened("giang").get(address, aim).content.decode()
    assert "Không tính được cách nào để đạt" in page
    assert "Hãy chọn mục tiêu thấp hơn" not in page
    assert "Làm hết các bước tính được" not in page
    beyond = opened("giang").get(address, {"total": "9999"}).content.decode()
    assert "vượt tổng điểm tối đa" in beyond


def test_a_level_beside_a_text_that_says_another_is_shown_before_approval(cast: Cast, opened: Opened) -> None:
    raised = CONTENT.replace("{key: CT1-1, label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80,", (
        "{key: CT1-1, label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 75,"
    ))  # fmt: skip
    plan = draft_plan(cast, raised)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/phe-duyet/").content.decode()
    assert "“Hồ sơ nộp trực tuyến”: mức phải đạt 75%, nội dung ghi 80%." in page
    assert list(unsaid_levels(read_content(CONTENT))) == []
