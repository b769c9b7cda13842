"""A small campaign in full swing, made inside an installation: its officers, and files nobody has checked."""

from __future__ import annotations

import json
from datetime import timedelta
from random import Random

from benchmarks.web.province import found
from benchmarks.web.seats import seat_officers
from benchmarks.web.waiting_files import main as add_waiting_files
from django.utils import timezone

from chamdiem.campaigns.policies import Policies
from chamdiem.example.campaigns import Calendar, Khoi, open_campaign
from chamdiem.organisations.models import Kind
from tests.people import make_edition

OFFICERS = 30
FILES = 12
_CALENDAR = Calendar(-5, 30, 60, 80, 90, 100)


def main() -> None:
    """Make it; prints the seats as JSON."""
    now = timezone.now()
    for code, name, level in (("province", "Tỉnh", 1), ("commune", "Xã", 3), ("ward", "Phường", 3)):
        Kind.objects.create(code=code, name=name, level=level)
    edition = make_edition()
    province = found(OFFICERS, Random(1), now - timedelta(days=400))  # noqa: S311  nothing secret
    open_campaign(
        province,
        name="Đánh giá chuyển đổi số",
        year=now.year,
        tracks=(Khoi("Xã, phường", edition.key, province.communes),),
        calendar=_CALENDAR,
        today=now.date(),
        policies=Policies(),
        now=now - timedelta(days=5, hours=1),
    )
    add_waiting_files(str(FILES))
    print(json.dumps(seat_officers(OFFICERS)))  # noqa: T201  this is how the test is told
