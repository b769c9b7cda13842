"""The fast loader: a campaign of any size, with every row the use cases would have written.

``python -m benchmarks.web province 4000`` fills the database of its environment: a province with
so many communes, last year's campaign published and this year's under way, by ``ninhthuan-2021``.
Campaigns are opened, closed and published by the use cases. A few dossiers are played through
by the use cases too (``patterns``); all others become copies of these, row by row (``copying``).
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from random import Random
from time import perf_counter

from django.db import connection, transaction
from django.utils import timezone

from benchmarks.web.copying import Copying
from benchmarks.web.patterns import PATTERNS, Player
from chamdiem.accounts.models import Role, RoleAssignment, User, words_of
from chamdiem.accounts.services.roles import add_role
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.campaigns.services import assign_rows
from chamdiem.example.campaigns import Opened
from chamdiem.example.directory import Body, Province, Settlers, found_authority
from chamdiem.example.names import COMMUNE_OFFICES, HIGHLAND, LOWLAND, WARD, people
from chamdiem.organisations.models import Kind, Office, Organisation
from chamdiem.results.services import close_campaign, publish_results
from chamdiem.samples.districts import District
from chamdiem.web.folding import search_text

_GROUPS = (LOWLAND, HIGHLAND, LOWLAND, WARD)
_FIRST = ("An", "Bình", "Cẩm", "Đông", "Hoà", "Khánh", "Long", "Mỹ", "Phú", "Quảng", "Tân", "Thuận")
_SECOND = ("Lạc", "Sơn", "Thành", "Hưng", "Phước", "Điền", "Giang", "Lộc", "Xuân", "Thịnh")


def main(count: str) -> None:
    """Make everything; ``count`` organisations take part. Prints how many dossiers, answers and seconds."""
    begun, now, random = perf_counter(), timezone.now(), Random(2026)  # noqa: S311  nothing secret
    with connection.cursor() as cursor:
        # What a crash would lose is made again.
        cursor.execute("SET synchronous_commit TO off")
    province = found(int(count), random, now - timedelta(days=400))
    player = Player(province, random, now)
    _tell(begun, "directory")
    past = player.open_last_year()
    _tell(begun, "last year opened")
    copying = Copying(province.communes, PATTERNS)
    player.play_last_year(past)
    copying.copy(past.campaign)
    _tell(begun, "last year copied")
    _publish(province, past.campaign.pk, now)
    _tell(begun, "last year published")
    current = player.open_this_year()
    player.play_this_year(current)
    copying.copy(current.campaign)
    _share_out(province, current, now)
    _tell(begun, "this year copied")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(
        json.dumps(
            {
                "campaign": current.campaign.pk,
                "dossiers": Assessment.objects.filter(participant__campaign=current.campaign).count(),
                "answers": Answer.objects.filter(assessment__participant__campaign=current.campaign).count(),
                "seconds": perf_counter() - begun,
            }
        )
    )


def found(count: int, random: Random, at: datetime) -> Province:
    """The authority by the use cases, its communes with their people in bulk."""
    settlers = Settlers(random, at)
    province = found_authority(settlers)
    settlers.give_passwords()
    province.communes += _settle(province.root, count, random, at)
    return province


def _settle(root: Organisation, count: int, random: Random, at: datetime) -> list[Body]:
    places = [_place(number, random) for number in range(count)]
    organisations = _organisations(root, places)
    Office.objects.bulk_create(
        [
            Office(organisation=organisation, name=name)
            for organisation in organisations
            for name in COMMUNE_OFFICES
        ],
        batch_size=2_000,
    )
    names = people(random)
    users = [
        _user(f"{login}{number:05}", next(names))
        for login in ("solieu", "lanhdao")
        for number in range(count)
    ]
    User.objects.bulk_create(users, batch_size=2_000)
    officers, leaders = users[:count], users[count:]
    RoleAssignment.objects.bulk_create(
        [
            RoleAssignment(user=user, role=role, organisation=organisation, given_at=at)
            for role, group in ((Role.DATA_OFFICER, officers), (Role.LEADER, leaders))
            for user, organisation in zip(group, organisations, strict=True)
        ],
        batch_size=2_000,
    )
    bodies = zip(organisations, officers, leaders, places, strict=True)
    return [Body(*body) for body in bodies]


def _place(number: int, random: Random) -> District:
    group = _GROUPS[number % len(_GROUPS)]
    first, second = _FIRST[number % len(_FIRST)], _SECOND[number // len(_FIRST) % len(_SECOND)]
    name = f"{'Phường' if group == WARD else 'Xã'} {first} {second} {number // 120 + 1}"
    return District(f"VD.X{number:05}", name, group, random.randint(4, 22), random.randint(30, 90))


def _organisations(root: Organisation, places: list[District]) -> list[Organisation]:
    kinds = {code: Kind.objects.get(code=code) for code in ("commune", "ward")}
    made = Organisation.objects.bulk_create(
        [
            Organisation(
                code=place.code,
                name=place.name,
                kind=kinds["ward" if place.peer_group == WARD else "commune"],
                parent=root,
                peer_group=place.peer_group,
                search_text=search_text(place.name, "", place.code),
            )
            for place in places
        ],
        batch_size=2_000,
    )
    for each in made:
        each.path = f"{root.path}{each.pk}/"
    Organisation.objects.bulk_update(made, ["path"], batch_size=1_000)
    return made


def _user(login: str, name: str) -> User:
    user = User(email=f"{login}@vidu.example", name=name)
    user.set_unusable_password()
    user.search_text = words_of(user)
    return user


def _publish(province: Province, campaign_id: int, now: datetime) -> None:
    actor = province.standing
    reason = "Giữ điểm thẩm định ở các nội dung hội đồng không xem xét."
    close_campaign(actor=actor, campaign_id=campaign_id, reason=reason, now=now - timedelta(days=240))
    publish_results(actor=actor, campaign_id=campaign_id, now=now - timedelta(days=230))


@transaction.atomic
def _share_out(province: Province, opened: Opened, now: datetime) -> None:
    """One office of each of the first copied dossiers has a person, and criteria of its own."""
    for body in province.communes[PATTERNS : 2 * PATTERNS]:
        office = body.organisation.offices.earliest("pk")
        user = _user(f"phongban{body.organisation.pk}", "Đỗ Trung Kiên")
        user.save()
        add_role(province.administrator, user, Role.CONTRIBUTOR, body.organisation, office.pk, now)
        participant = body.organisation.participations.get(campaign=opened.campaign)
        criteria = asked_of(participant.track.edition).criteria
        assign_rows(
            actor=body.officer,
            participant_id=participant.pk,
            row_keys=[row.key for row in criteria[:10]],
            office_id=office.pk,
            now=now,
        )


def _tell(begun: float, what: str) -> None:
    sys.stderr.write(f"{perf_counter() - begun:6.1f} s  {what}\n")
