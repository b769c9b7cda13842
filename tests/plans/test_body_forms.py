"""Names of bodies typed in the browser are held against what files are held against."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from chamdiem.plans.content import printed
from chamdiem.plans.models import Plan
from tests.people import Cast

from .loaded import draft_plan

Opened = Callable[[str], Client]


@pytest.mark.parametrize("name", ["SỞ Y TẾ", "Sở  y  tế", "Sở Y-tế", "So Y te", "sở xd"])
def test_a_name_written_otherwise_is_no_other_body(cast: Cast, opened: Opened, name: str) -> None:
    plan = draft_plan(cast)
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/co-quan/them/", {"name": name})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "chỉ khác chữ hoa, dấu, gạch nối hoặc khoảng trắng" in page
    assert "dòng" not in page.split('<form method="post" data-guard', 1)[1].split("</form>", 1)[0]
    assert len(printed(Plan.objects.get()).bodies) == 4


def test_two_bodies_are_typed_one_by_one(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/co-quan/them/", {"name": "Sở Nội vụ; Sở Tài chính"})
    assert answer.status_code == 422
    assert "Hãy thêm từng cơ quan một" in answer.content.decode()


def test_blanks_are_single(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    typed = {"name": " Sở  Nội vụ ", "spellings": "Sở NV ;  SNV  tỉnh"}
    assert opened("giang").post(f"/ke-hoach/{plan.pk}/co-quan/them/", typed).status_code == 302
    assert printed(Plan.objects.get()).bodies[-1].names == ("Sở Nội vụ", "Sở NV", "SNV tỉnh")


def test_a_name_already_taken_is_told_without_lines_of_a_file(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/co-quan/them/", {"name": "Sở Y tế"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Cách viết “Sở Y tế” được ghi cho cả" in page
    assert "vi-du-plan" not in page
    assert 'value="Sở Y tế"' in page
