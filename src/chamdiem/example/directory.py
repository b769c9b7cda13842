"""Bodies, offices and people of the example province."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO
from random import Random

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.services.inviting import find_or_make
from chamdiem.accounts.services.roles import add_role
from chamdiem.example import accounts, names
from chamdiem.example.accounts import DOMAIN, PASSWORD, Account
from chamdiem.example.hands import share_out
from chamdiem.organisations.models import ImportFile, Kind, Office, Organisation
from chamdiem.organisations.services import apply_import, create_kind, store_import
from chamdiem.samples.districts import District, list_districts

ROOT = "VD"
_DEPARTMENT, _DISTRICT, _COMMUNE, _WARD = "department", "district", "commune", "ward"
_HILLY, _FLAT = (25, 70), (45, 90)
_HEADINGS = ("Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Cấp trên", "Nhóm xếp hạng", "Phòng ban")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that takes part, with those who work on its dossier and what it is likely to earn."""

    organisation: Organisation
    officer: User
    leader: User
    place: District


@dataclass(slots=True)
class Province:
    """Everybody and every body."""

    root: Organisation
    administrator: User
    standing: User
    appraisers: tuple[User, ...]
    council: tuple[User, ...]
    departments: list[Body] = field(default_factory=list)
    districts: list[Body] = field(default_factory=list)
    communes: list[Body] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody before there is an account."""

    role: str
    email: str
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A body before it stands in the directory, with those who will work there."""

    place: District
    kind: str
    offices: Sequence[str]
    staff: tuple[Newcomer, ...]

    @property
    def row(self) -> tuple[str, ...]:
        """Its line in the list that is imported."""
        place = self.place
        return (place.code, place.name, self.kind, ROOT, place.peer_group, "; ".join(self.offices))


class Settlers:
    """Makes bodies and people; everybody gets the common password, scrambled once because that is slow."""

    def __init__(self, random: Random, now: datetime) -> None:
        self.random, self.now = random, now
        self._names = names.people(random)
        self._count = 0

    def newcomer(self, role: str, account: Account | None = None) -> Newcomer:
        """Somebody with a role; without an account of their own they get a numbered one."""
        self._count += 1
        login = account.login if account else f"{role.replace('_', '')}{self._count:03}"
        return Newcomer(role, f"{login}@{DOMAIN}", account.name if account else next(self._names))

    @transaction.atomic
    def employ(
        self, who: Newcomer, place: Organisation, *, actor: User | None, office: Office | None = None
    ) -> User:
        """Give a newcomer an account and the role."""
        user = find_or_make(who.email, who.name, "")
        add_role(actor, user, who.role, place, office.pk if office else None, self.now)
        return user

    def give_passwords(self) -> None:
        """Let everybody made here sign in."""
        User.objects.filter(email__endswith=f"@{DOMAIN}").update(password=make_password(PASSWORD))

    def draft(self, place: District, kind: str, offices: Sequence[str]) -> Draft:
        """One body with its officer and leader; a district has somebody in an office as well."""
        is_home = place.name == accounts.HOME
        staff = [(Role.DATA_OFFICER, accounts.OFFICER), (Role.LEADER, accounts.LEADER)]
        if kind == _DISTRICT:
            staff.append((Role.CONTRIBUTOR, accounts.CONTRIBUTOR))
        called = tuple(self.newcomer(role, account if is_home else None) for role, account in staff)
        return Draft(place, kind, offices, called)

    def enlist(self, actor: User, drafts: Sequence[Draft], hands: int) -> list[Body]:
        """Bring the bodies in with their offices, as one list, then the people."""
        self._bring_in(actor, drafts)
        codes = [draft.place.code for draft in drafts]
        found = Organisation.objects.select_related("kind").prefetch_related("offices")
        known = found.in_bulk(codes, field_name="code")
        share_out(drafts, lambda draft: self._staff(actor, draft, known[draft.place.code]), hands)
        people = User.objects.in_bulk(field_name="email")
        bodies = []
        for each in drafts:
            officer, leader = (people[who.email] for who in each.staff[:2])
            bodies.append(Body(known[each.place.code], officer, leader, each.place))
        return bodies

    def _bring_in(self, actor: User, drafts: Sequence[Draft]) -> None:
        text = StringIO()
        csv.writer(text).writerows([_HEADINGS, *(draft.row for draft in drafts)])
        file = store_import(
            actor=actor,
            kind=ImportFile.Kind.ORGANISATIONS,
            name="don-vi.csv",
            data=text.getvalue().encode(),
            site=settings.SITE,
            now=self.now,
        )
        apply_import(actor=actor, import_id=file.pk, now=self.now)

    def _staff(self, actor: User, draft: Draft, organisation: Organisation) -> None:
        offices = {each.name: each for each in organisation.offices.all()}
        for who in draft.staff:
            office = offices["Phòng Nội vụ"] if who.role == Role.CONTRIBUTOR else None
            self.employ(who, organisation, actor=actor, office=office)


def settle(random: Random, now: datetime, hands: int = 1) -> Province:
    """The whole province."""
    settlers = Settlers(random, now)
    province = found_authority(settlers)
    drafts = [
        [settlers.draft(place, _DEPARTMENT, names.DEPARTMENT_OFFICES) for place in _departments(random)],
        [settlers.draft(place, _DISTRICT, names.DISTRICT_OFFICES) for place in list_districts(random)],
        [
            settlers.draft(
                place, _WARD if place.peer_group == names.WARD else _COMMUNE, names.COMMUNE_OFFICES[:1]
            )
            for place in _communes(random)
        ],
    ]
    bodies = iter(
        settlers.enlist(province.administrator, [draft for each in drafts for draft in each], hands)
    )
    province.departments, province.districts, province.communes = (
        [next(bodies) for _ in each] for each in drafts
    )
    settlers.give_passwords()
    return province


def found_authority(settlers: Settlers) -> Province:
    """The root, which no use case may make because nobody has a role above it, and who runs it."""
    kind = Kind.objects.get(code="province")
    root = Organisation(code=ROOT, name=names.PROVINCE, short_name=names.PROVINCE, kind=kind)
    root.search_text = "tinh vi du"
    root.save()
    root.path = f"/{root.pk}/"
    root.save(update_fields=["path"])
    founder = settlers.newcomer(Role.ADMINISTRATOR, accounts.ADMINISTRATOR)
    administrator = settlers.employ(founder, root, actor=None)
    for code, name, level in ((_DEPARTMENT, "Sở, ban, ngành", 1), (_DISTRICT, "Huyện, thị xã, thành phố", 2)):
        create_kind(actor=administrator, code=code, name=name, level=level, now=settlers.now)

    def add(role: str, account: Account | None = None) -> User:
        return settlers.employ(settlers.newcomer(role, account), root, actor=administrator)

    return Province(
        root=root,
        administrator=administrator,
        standing=add(Role.STANDING_BODY, accounts.STANDING_BODY),
        appraisers=(add(Role.APPRAISER, accounts.APPRAISER), *(add(Role.APPRAISER) for _ in range(3))),
        council=(add(Role.COUNCIL, accounts.COUNCIL), add(Role.COUNCIL)),
    )


def _departments(random: Random) -> Iterator[District]:
    for number, name in enumerate(names.DEPARTMENTS, start=1):
        group = "Sở" if name.startswith("Sở") else "Ban, ngành"
        yield District(f"VD.S{number:02}", name, group, random.randint(3, 9), random.randint(50, 92))


def _communes(random: Random) -> Iterator[District]:
    for number, (name, group) in enumerate(names.communes(random), start=1):
        strength = _HILLY if group == names.HIGHLAND else _FLAT
        yield District(f"VD.X{number:03}", name, group, random.randint(4, 22), random.randint(*strength))
