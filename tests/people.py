"""The cast: who is who in every test of the web product.

Tỉnh Ví Dụ holds a campaign for its departments. An is data officer of Sở A,
Dũng its leader, Kiên works in its IT office; Bình and Minh are the same of Sở B.
Chi appraises, Giang runs the campaign (standing body), Hà sits on the council,
Lan administers. Nga belongs to another province and must learn nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache
from zoneinfo import ZoneInfo

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Assignment, Campaign, Participant, Track
from chamdiem.campaigns.policies import Policies
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.points import decimal
from chamdiem.indicators.models import Edition
from chamdiem.library import content_hash, read_set_text, write_set
from chamdiem.organisations.models import Kind, Office, Organisation

from .edition import EDITION

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
# A Tuesday morning in the middle of the time of entry: the clock of the tests.
NOW = datetime(2026, 10, 13, 9, 30, tzinfo=LOCAL)
PASSWORD = "mật khẩu đủ dài của buổi thử"


@dataclass(slots=True)
class Cast:
    """Everybody and everything the tests meet."""

    province: Organisation
    standing: Organisation
    body_a: Organisation
    body_b: Organisation
    elsewhere: Organisation
    it_office: Office
    head_office: Office
    people: dict[str, User]
    edition: Edition
    campaign: Campaign
    track: Track
    a: Assessment
    b: Assessment
    now: datetime = field(default=NOW)

    def __getattr__(self, name: str) -> User:
        people = object.__getattribute__(self, "people")
        if name in people:
            return people[name]  # type: ignore[no-any-return]  # the field says so
        raise AttributeError(name)


def make_cast() -> Cast:
    """Everybody in their places; the campaign is in the middle of entry."""
    kinds = {
        code: Kind.objects.create(code=code, name=name, level=level)
        for code, name, level in (
            ("province", "Tỉnh", 1),
            ("department", "Sở", 1),
        )
    }
    province = _organisation("T1", "Tỉnh Ví Dụ", kinds["province"])
    standing = _organisation("T1.KHCN", "Sở Khoa học và Công nghệ", kinds["department"], province)
    body_a = _organisation("T1.A", "Sở Xây dựng", kinds["department"], province)
    body_b = _organisation("T1.B", "Sở Y tế", kinds["department"], province)
    elsewhere = _organisation("T2", "Tỉnh Khác", kinds["province"])
    it_office = Office.objects.create(organisation=body_a, name="Phòng Công nghệ thông tin")
    head_office = Office.objects.create(organisation=body_a, name="Văn phòng")
    people = {
        "an": _person("an", "Nguyễn Văn An", Role.DATA_OFFICER, body_a),
        "dung": _person("dung", "Trần Văn Dũng", Role.LEADER, body_a),
        "kien": _person("kien", "Đỗ Trung Kiên", Role.CONTRIBUTOR, body_a, it_office),
        "binh": _person("binh", "Lê Thị Bình", Role.DATA_OFFICER, body_b),
        "minh": _person("minh", "Phạm Quang Minh", Role.LEADER, body_b),
        "chi": _person("chi", "Hoàng Mai Chi", Role.APPRAISER, province),
        "giang": _person("giang", "Vũ Hương Giang", Role.STANDING_BODY, province),
        "ha": _person("ha", "Ngô Thu Hà", Role.COUNCIL, province),
        "lan": _person("lan", "Đặng Ngọc Lan", Role.ADMINISTRATOR, province),
        "nga": _person("nga", "Bùi Tố Nga", Role.STANDING_BODY, elsewhere),
    }
    edition = make_edition()
    campaign = _campaign(province, people["giang"])
    track = Track.objects.create(campaign=campaign, edition=edition, name="Sở, ban, ngành")
    a, b = (_assessment(campaign, track, organisation) for organisation in (body_a, body_b))
    Assignment.objects.create(
        participant=a.participant, criterion_key="2.1", office=it_office, given_by=people["an"], given_at=NOW
    )
    return Cast(
        province=province,
        standing=standing,
        body_a=body_a,
        body_b=body_b,
        elsewhere=elsewhere,
        it_office=it_office,
        head_office=head_office,
        people=people,
        edition=edition,
        campaign=campaign,
        track=track,
        a=a,
        b=b,
    )


def make_edition(text: str = EDITION) -> Edition:
    """An issued edition from YAML text."""
    indicator_set, document, digest = _read(text)
    return Edition.objects.create(
        key=indicator_set.key,
        name=indicator_set.name,
        edition=indicator_set.edition,
        decision=indicator_set.source.document,
        status=Edition.Status.ISSUED,
        document=document,
        content_hash=digest,
        max_points=decimal(indicator_set.max_points or Fraction(0)),
        criteria_count=len(indicator_set.criteria),
        loaded_at=NOW,
        issued_at=NOW,
    )


@cache
def _read(text: str) -> tuple[IndicatorSet, str, str]:
    """A set, its own text and its hash."""
    indicator_set = read_set_text(text)
    return indicator_set, write_set(indicator_set), content_hash(indicator_set)


def _organisation(code: str, name: str, kind: Kind, parent: Organisation | None = None) -> Organisation:
    organisation = Organisation.objects.create(
        code=code, name=name, short_name=name, kind=kind, parent=parent, search_text=name.casefold()
    )
    organisation.path = f"{parent.path if parent else '/'}{organisation.pk}/"
    organisation.save(update_fields=["path"])
    return organisation


def _person(login: str, name: str, role: str, place: Organisation, office: Office | None = None) -> User:
    user = User.objects.create_user(f"{login}@vidu.gov.vn", PASSWORD, name=name)
    RoleAssignment.objects.create(user=user, role=role, organisation=place, office=office, given_at=NOW)
    return user


def _campaign(owner: Organisation, creator: User) -> Campaign:
    today = NOW.date()
    return Campaign.objects.create(
        owner=owner,
        name="Đánh giá chuyển đổi số năm 2026",
        year=2026,
        status=Campaign.Status.ENTRY,
        reference_from=date(2026, 1, 1),
        reference_until=date(2026, 12, 31),
        entry_from=today - timedelta(days=12),
        entry_until=today + timedelta(days=18),
        appraisal_until=today + timedelta(days=40),
        explanation_until=today + timedelta(days=50),
        ruling_until=today + timedelta(days=60),
        publication_on=today + timedelta(days=70),
        policies=Policies().to_data(),
        created_by=creator,
        created_at=NOW - timedelta(days=20),
        opened_at=NOW - timedelta(days=12),
    )


def _assessment(campaign: Campaign, track: Track, organisation: Organisation) -> Assessment:
    participant = Participant.objects.create(
        campaign=campaign,
        track=track,
        organisation=organisation,
        code=organisation.code,
        name=organisation.name,
        joined_at=NOW,
    )
    return Assessment.objects.create(participant=participant, criteria_count=track.edition.criteria_count)
