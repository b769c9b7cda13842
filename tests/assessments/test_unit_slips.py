"""Amounts of money a thousand times last year's: kept, with a hint beside the field and for the leader."""

from __future__ import annotations

import json

import pytest

from tests.people import Cast

from .asking import Opened, at, autosave, text
from .filling import last_year, write

pytestmark = pytest.mark.usefixtures("stopped_clock")
HINT = "Kiểm tra lại đơn vị tính (triệu đồng): năm trước là {before}, nay là {now}."


def test_a_slip_of_the_unit_is_told_where_it_is_typed_and_where_it_is_approved(
    cast: Cast, opened: Opened
) -> None:
    write(cast, "2.2.a", "360", assessment=last_year(cast))
    client, hint = opened("an"), HINT.format(before="360", now="1.500.000.000")
    saved = json.loads(autosave(client, cast, "2.2", "2.2.a", "1500000000").content)
    assert any(hint in part for part in saved["parts"].values())
    assert hint in text(client, at(cast, "tieu-chi/2.2/"))
    assert hint in text(opened("dung"), at(cast, "duyet/"))


@pytest.mark.parametrize("typed", ["1500", "119000", "2"])
def test_what_a_year_can_bring_is_not_told(cast: Cast, opened: Opened, typed: str) -> None:
    write(cast, "2.2.a", "360", assessment=last_year(cast))
    write(cast, "2.2.a", typed)
    assert "Kiểm tra lại đơn vị tính" not in text(opened("an"), at(cast, "tieu-chi/2.2/"))


def test_a_count_may_grow_a_thousandfold(cast: Cast, opened: Opened) -> None:
    write(cast, "I.1", "1", assessment=last_year(cast))
    write(cast, "I.1", "5000")
    assert "Kiểm tra lại đơn vị tính" not in text(opened("an"), at(cast, "thong-tin-chung/"))
