"""Bodies, offices and people of the example province."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.services.inviting import find_or_make
from chamdiem.accounts.services.roles import add_role
from chamdiem.example import accounts, names
from chamdiem.example.accounts import DOMAIN, PASSWORD, Account
from chamdiem.organisations.models import Kind, Office, Organisation
from chamdiem.organisations.services import Details, create_kind, create_office, create_organisation
from chamdiem.samples.districts import District, list_districts

ROOT = "VD"
_DEPARTMENT, _DISTRICT, _COMMUNE, _WARD = "department", "district", "commune", "ward"
_HILLY, _FLAT = (25, 70), (45, 90)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that takes part, with those who work on its dossier and what it is likely to earn."""

    organisation: Organisation
    officer: User
    leader: User
    place: District
    offices: tuple[Office, ...] = ()


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


class Settlers:
    """Makes bodies and people; everybody gets the common password, scrambled once because that is slow."""

    def __init__(self, random: Random, now: datetime) -> None:
        self.random, self.now = random, now
        self._names = names.people(random)
        self._count = 0

    @transaction.atomic
    def person(
        self,
        role: str,
        place: Organisation,
        *,
        actor: User | None,
        account: Account | None = None,
        office: Office | None = None,
    ) -> User:
        """Somebody with a role; without an account of their own they get a numbered one."""
        self._count += 1
        login = account.login if account else f"{role.replace('_', '')}{self._count:03}"
        name = account.name if account else next(self._names)
        user = find_or_make(f"{login}@{DOMAIN}", name, "")
        add_role(actor, user, role, place, office.pk if office else None, self.now)
        return user

    def give_passwords(self) -> None:
        """Let everybody made here sign in."""
        User.objects.filter(email__endswith=f"@{DOMAIN}").update(password=make_password(PASSWORD))

    def body(
        self, actor: User, root: Organisation, place: District, kind: str, offices: Sequence[str]
    ) -> Body:
        """One body with its offices, officer and leader."""
        details = Details(code=place.code, name=place.name, kind=kind, peer_group=place.peer_group)
        organisation = create_organisation(actor=actor, parent_id=root.pk, details=details, now=self.now)
        made = tuple(
            create_office(actor=actor, organisation_id=organisation.pk, name=name, now=self.now)
            for name in offices
        )
        is_home = place.name == accounts.HOME
        account = accounts.OFFICER if is_home else None
        officer = self.person(Role.DATA_OFFICER, organisation, actor=actor, account=account)
        account = accounts.LEADER if is_home else None
        leader = self.person(Role.LEADER, organisation, actor=actor, account=account)
        if kind == _DISTRICT:
            account = accounts.CONTRIBUTOR if is_home else None
            office = next(each for each in made if each.name == "Phòng Nội vụ")
            self.person(Role.CONTRIBUTOR, organisation, actor=actor, account=account, office=office)
        return Body(organisation, officer, leader, place, made)


def settle(random: Random, now: datetime) -> Province:
    """The whole province."""
    settlers = Settlers(random, now)
    province = found_authority(settlers)
    root, actor = province.root, province.administrator
    for place in _departments(random):
        body = settlers.body(actor, root, place, _DEPARTMENT, names.DEPARTMENT_OFFICES)
        province.departments.append(body)
    for place in list_districts(random):
        body = settlers.body(actor, root, place, _DISTRICT, names.DISTRICT_OFFICES)
        province.districts.append(body)
    for place in _communes(random):
        kind = _WARD if place.peer_group == names.WARD else _COMMUNE
        province.communes.append(settlers.body(actor, root, place, kind, names.COMMUNE_OFFICES[:1]))
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
    administrator = settlers.person(Role.ADMINISTRATOR, root, actor=None, account=accounts.ADMINISTRATOR)
    for code, name, level in ((_DEPARTMENT, "Sở, ban, ngành", 1), (_DISTRICT, "Huyện, thị xã, thành phố", 2)):
        create_kind(actor=administrator, code=code, name=name, level=level, now=settlers.now)
    add = partial(settlers.person, actor=administrator)
    return Province(
        root=root,
        administrator=administrator,
        standing=add(Role.STANDING_BODY, root, account=accounts.STANDING_BODY),
        appraisers=(
            add(Role.APPRAISER, root, account=accounts.APPRAISER),
            *(add(Role.APPRAISER, root) for _ in range(3)),
        ),
        council=(add(Role.COUNCIL, root, account=accounts.COUNCIL), add(Role.COUNCIL, root)),
    )


def _departments(random: Random) -> Iterator[District]:
    for number, name in enumerate(names.DEPARTMENTS, start=1):
        group = "Sở" if name.startswith("Sở") else "Ban, ngành"
        yield District(f"VD.S{number:02}", name, group, random.randint(3, 9), random.randint(50, 92))


def _communes(random: Random) -> Iterator[District]:
    for number, (name, group) in enumerate(names.communes(random), start=1):
        strength = _HILLY if group == names.HIGHLAND else _FLAT
        yield District(f"VD.X{number:03}", name, group, random.randint(4, 22), random.randint(*strength))
