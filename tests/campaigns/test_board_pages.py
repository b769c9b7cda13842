"""The board of progress, as a browser gets it, and what long lists cost."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.db.models import Value
from django.db.models.functions import Concat
from openpyxl import load_workbook

from chamdiem.campaigns import services
from chamdiem.campaigns.models import Extension
from chamdiem.campaigns.services.matching import match_offices
from chamdiem.organisations.models import Organisation
from tests.people import NOW, Cast

from .asking import Opened, count_queries, home, page_at
from .crowd import make_crowd


def test_the_board_filters_by_the_address_and_links_its_counts(cast: Cast, opened: Opened) -> None:
    make_crowd(cast, 30)
    client = opened("chi")
    everything = page_at(client, home(cast, "tien-do/"))
    assert everything.count("<tr data-item>") == 32
    submitted = page_at(client, home(cast, "tien-do/?stage=submitted"))
    assert submitted.count("<tr data-item>") == 6
    assert 'href="?stage=submitted">6</a>' in everything
    assert page_at(client, home(cast, "tien-do/?q=tan+hoa+29")).count("<tr data-item>") == 1
    assert page_at(client, home(cast, "tien-do/?only=unstarted&group=Nhóm+1")).count("<tr data-item>") >= 1
    assert "Không có đơn vị nào phù hợp" in page_at(client, home(cast, "tien-do/?q=khong+co"))


def test_the_board_sorts_by_its_headings(cast: Cast, opened: Opened) -> None:
    make_crowd(cast, 30)
    page = page_at(opened("giang"), home(cast, "tien-do/?sort=-evidence"))
    counts = [
        int(each) for each in re.findall(r'<td class="number">\d+</td> <td class="number">(\d+)</td>', page)
    ]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 3
    assert 'aria-sort="descending"' in page


def test_the_board_is_exported_whole_and_filtered_alike(cast: Cast, opened: Opened) -> None:
    make_crowd(cast, 70)
    client = opened("giang")
    response = client.get(home(cast, "tien-do/?export=xlsx"))
    sheet = load_workbook(BytesIO(response.content)).active
    assert sheet is not None
    names = [row[1] for row in sheet.iter_rows(values_only=True) if row[1] and str(row[1]).startswith("Xã")]
    assert len(names) == 70
    csv = client.get(home(cast, "tien-do/?export=csv&q=tan+hoa+7"))
    lines = b"".join(csv.streaming_content).decode().splitlines()  # type: ignore[attr-defined]  # it streams
    assert sum("Xã Tân Hoà 7" in line for line in lines) == 1


def test_the_file_of_the_board_says_the_states_as_the_page_does(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    rows = client.get(home(cast, "tien-do/")).content.decode().partition("<tbody")[2]
    csv = client.get(home(cast, "tien-do/?export=csv"))
    lines = b"".join(csv.streaming_content).decode().splitlines()[1:]  # type: ignore[attr-defined]  # it streams
    assert rows.count("Chưa bắt đầu") == sum(";Chưa bắt đầu;" in line for line in lines) > 0


def test_the_board_says_that_its_points_leave_out_what_hangs_on_others(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    assert "điểm, chưa gồm điểm so sánh" in client.get(home(cast, "tien-do/")).content.decode()
    csv = client.get(home(cast, "tien-do/?export=csv"))
    assert "Điểm tự đánh giá (chưa gồm điểm so sánh)" in b"".join(csv.streaming_content).decode()  # type: ignore[attr-defined]  # it streams


def test_progress_is_told_in_percent_and_never_rounded_up(cast: Cast, opened: Opened) -> None:
    type(cast.a).objects.filter(pk=cast.a.pk).update(answered_count=199, criteria_count=200)
    client = opened("giang")
    page = client.get(home(cast, "tien-do/")).content.decode()
    assert "199 / 200 · 99%" in page
    csv = client.get(home(cast, "tien-do/?export=csv"))
    assert ";199;200;99;" in b"".join(csv.streaming_content).decode()  # type: ignore[attr-defined]  # it streams


@pytest.mark.parametrize("name", ["giang", "chi", "ha"])
@pytest.mark.parametrize("rest", ["", "tien-do/", "tien-do/?sort=-progress&only=late"])
def test_pages_take_as_many_queries_for_sixty_as_for_three(
    cast: Cast, opened: Opened, rest: str, name: str
) -> None:
    client = opened(name)
    make_crowd(cast, 1)
    few = count_queries(client, home(cast, rest))
    match_offices(cast.track, list(cast.campaign.participants.select_related("organisation")), NOW)
    _make_many(cast)
    assert count_queries(client, home(cast, rest)) == few


def _make_many(cast: Cast, count: int = 60) -> None:
    """More of them; those there are get other codes first."""
    Organisation.objects.filter(code__startswith="X").update(code=Concat(Value("Y"), "code"))
    make_crowd(cast, count)


@pytest.mark.parametrize("rest", ["lich/", "phong-ban/", "tham-dinh-vien/", "tham-gia-muon/"])
def test_lists_of_who_runs_it_take_as_many_too(cast: Cast, opened: Opened, rest: str) -> None:
    client = opened("giang")
    _fill(cast)
    few = count_queries(client, home(cast, rest))
    make_crowd(cast, 60)
    _fill(cast)
    assert count_queries(client, home(cast, rest)) == few


def _fill(cast: Cast) -> None:
    """Open offices, duties and extensions for everybody."""
    participants = list(cast.campaign.participants.select_related("organisation"))
    match_offices(cast.track, participants, NOW)
    services.split_evenly(
        actor=cast.giang,
        campaign_id=cast.campaign.pk,
        track_id=cast.track.pk,
        user_ids=[cast.chi.pk],
        now=NOW,
    )
    Extension.objects.bulk_create(
        Extension(participant=each, until=NOW.date(), reason="x", given_by=cast.giang, given_at=NOW)
        for each in participants
    )


def test_the_board_of_four_thousand_is_as_long_and_asks_as_much_as_that_of_sixty(
    cast: Cast, opened: Opened
) -> None:
    client = opened("chi")
    make_crowd(cast, 60)
    few = count_queries(client, home(cast, "tien-do/"))
    _make_many(cast, 4_000)
    assert count_queries(client, home(cast, "tien-do/?sort=-progress")) == few
    page = page_at(client, home(cast, "tien-do/"))
    assert page.count("<tr data-item>") == 50
    assert "4.062 đơn vị" in page
