"""Every list leaves as a file: with the filters of the page, all rows, and no text that is a formula."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.evidence.models import Document
from chamdiem.organisations.models import Organisation

from ..people import Cast
from .asking import Opened
from .crowd import join_departments
from .staging import begin_ruling, move_campaign

FORMULA = "=HYPERLINK(1)"


def csv(client: Client, address: str, query: str = "") -> list[list[str]]:
    answer: Any = client.get(f"{address}?export=csv{query}")
    assert answer.status_code == 200, address
    text = b"".join(answer.streaming_content).decode()
    return [line.split(";") for line in text.lstrip("\ufeff").splitlines()]


def excel(client: Client, address: str) -> list[tuple[Any, ...]]:
    page = openpyxl.load_workbook(BytesIO(client.get(f"{address}?export=xlsx").content)).active
    assert page is not None
    assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    return list(page.iter_rows(min_row=4, values_only=True))


@pytest.fixture
def ruling(cast: Cast) -> Cast:
    """One dispute waits for the council; names and titles try to be formulas."""
    begin_ruling(cast)
    Participant.objects.filter(pk=cast.a.participant_id).update(name=FORMULA)
    Campaign.objects.update(name=FORMULA)
    Document.objects.update(title=FORMULA)
    return cast


LISTS = [
    ("giang", "/ky-danh-gia/", "Năm", 1),
    ("an", "/bo-chi-so/", "Tên bộ chỉ số", 1),
    ("an", "/minh-chung/", "Trích yếu", 2),
    ("an", "/ho-so/", "Còn thiếu", 1),
    ("chi", "/tham-dinh/", "Đã kết luận", 2),
    ("chi", "/tham-dinh/tieu-chi/", "Còn chờ", 6),
    ("chi", "/tham-dinh/tieu-chi/{track}/2.1/", "Tự đánh giá", 2),
    ("chi", "/tham-dinh/tieu-chi/{track}/2.1/chap-nhan/", "Vì sao cần xem riêng", 2),
    ("ha", "/hoi-dong/", "Thẩm định", 1),
    ("an", "/giai-trinh/", "Hạn giải trình", 1),
]


@pytest.mark.parametrize(("person", "address", "heading", "count"), LISTS)
def test_a_list_leaves_as_csv_and_excel(
    ruling: Cast, opened: Opened, person: str, address: str, heading: str, count: int
) -> None:
    client, place = opened(person), address.format(track=ruling.track.pk)
    page = client.get(place).content.decode()
    assert "export=xlsx" in page
    rows = csv(client, place)
    assert heading in rows[0]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) - 1 == count == len(excel(client, place))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_the_filters_of_the_page_hold_for_the_file(ruling: Cast, opened: Opened) -> None:
    move_campaign(ruling, Campaign.Status.APPRAISAL)
    Organisation.objects.filter(pk=ruling.body_b.pk).update(search_text="so y te")
    found = csv(opened("chi"), "/tham-dinh/", "&q=y+te")
    assert [row[1] for row in found[1:]] == ["Sở Y tế"]
    assert len(csv(opened("an"), "/minh-chung/", "&kind=citation")) == 1
    assert len(csv(opened("giang"), "/bo-chi-so/", "&status=draft")) == 1


def test_a_file_holds_no_more_than_its_reader_may_see(ruling: Cast, opened: Opened) -> None:
    assert len(csv(opened("binh"), "/minh-chung/")) - 1 == 2
    assert len(csv(opened("nga"), "/minh-chung/")) == 1
    assert len(csv(opened("nga"), "/tham-dinh/")) == 1


def test_the_council_reads_both_points_of_a_dispute(ruling: Cast, opened: Opened) -> None:
    ((*_organisation, label, _name, claimed, appraised, is_ruled),) = csv(opened("ha"), "/hoi-dong/")[1:]
    assert (label, claimed, appraised, is_ruled) == ("2.1", "15", "10", "")


@pytest.mark.parametrize(
    ("person", "address"),
    [("chi", "/tham-dinh/"), ("chi", "/tham-dinh/tieu-chi/{track}/1.2/"), ("ha", "/hoi-dong/")],
)
def test_every_batch_of_a_file_takes_as_many_queries(
    ruling: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch, person: str, address: str
) -> None:
    join_departments(ruling, range(12))
    client, place = opened(person), address.format(track=ruling.track.pk)
    rows, taken = [], {}
    for batch in (1000, 4, 2, 1):
        monkeypatch.setattr("chamdiem.appraisals.sheets._BATCH", batch)
        with CaptureQueriesContext(connection) as queries:
            rows.append(csv(client, place))
        taken[batch] = len(queries)
    assert rows[0] == rows[1] == rows[2] == rows[3]
    # So many batches there were: one, then all rows by fours, by twos, one by one.
    count = len(rows[0]) - 1
    batches = {batch: -(-count // batch) for batch in taken}
    each = {(taken[batch] - taken[1000]) / (batches[batch] - 1) for batch in taken if batches[batch] > 1}
    assert len(each) <= 1
    assert max(each, default=0) <= 10
