"""A list of people comes in: every fault with its cell, all of it or nothing, letters by the worker."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from openpyxl import Workbook

from chamdiem.accounts.columns import COLUMNS
from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.permissions import holds
from chamdiem.accounts.planning import plan_people
from chamdiem.audit.models import Event
from chamdiem.errors import Invalid, NotAllowed
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from chamdiem.organisations.models import ImportFile, Office, Organisation
from chamdiem.organisations.services import begin_import, store_import
from tests.patience import cases
from tests.people import NOW, Cast

HEADINGS = [column.heading for column in COLUMNS]
KEYS = [column.key for column in COLUMNS]


def _workbook(*rows: dict[str, Any]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Người dùng"
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append([row.get(key) for key in KEYS])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _row(email: str = "moi@vidu.gov.vn", **values: Any) -> dict[str, Any]:
    said = {"name": "Người Mới", "role": "Chuyên viên cung cấp số liệu", "organisation": "T1.A"}
    return {"email": email, **said, **values}


def _store(cast: Cast, data: bytes, actor: str = "lan") -> ImportFile:
    file = store_import(
        actor=cast.people[actor],
        kind="people",
        name="ds.xlsx",
        data=data,
        site="https://diem.vidu.gov.vn/",
        now=NOW,
    )
    file.refresh_from_db()
    return file


def _state() -> list[Any]:
    tables = (User, RoleAssignment, Event)
    return [list(table.objects.order_by("pk").values_list()) for table in tables]


def _apply(cast: Cast, *rows: dict[str, Any]) -> None:
    begin_import(actor=cast.lan, import_id=_store(cast, _workbook(*rows)).pk, now=NOW)


def test_new_people_get_accounts_roles_and_letters(cast: Cast) -> None:
    _apply(
        cast,
        _row(" MOI@vidu.gov.vn ", title="Chuyên viên"),
        _row(role="leader", organisation="T1.B"),
        _row("kien2@vidu.gov.vn", name="Kiên Hai", role="Phòng, ban được phân công", office="VĂN PHÒNG"),
    )
    person = User.objects.get(email="moi@vidu.gov.vn")
    assert (person.name, person.title, person.has_usable_password()) == ("Người Mới", "Chuyên viên", False)
    assert holds(person, [Role.LEADER], cast.body_b.path)
    assert RoleAssignment.objects.get(user__email="kien2@vidu.gov.vn").office == cast.head_office
    assert Event.objects.filter(action="person.import").count() == 3
    run_job(Job.objects.get().pk)
    assert sorted(letter.to[0] for letter in mail.outbox) == ["kien2@vidu.gov.vn", "moi@vidu.gov.vn"]


def test_a_dry_run_tells_what_would_be_and_changes_nothing(cast: Cast) -> None:
    before = _state()
    file = _store(
        cast, _workbook(_row(), _row("an@vidu.gov.vn", name="Nguyễn Văn An"), _row("nga@vidu.gov.vn"))
    )
    assert file.report is not None
    assert file.report["counts"] == {"create": 2, "change": 0, "same": 1}
    assert _state() == before
    assert not Job.objects.exists()


def test_somebody_with_an_account_elsewhere_looks_like_somebody_new(cast: Cast) -> None:
    report = _store(cast, _workbook(_row("nga@vidu.gov.vn"))).report
    assert report is not None
    (row,) = report["rows"]
    assert (row["name"], row["action"]) == ("Người Mới", "create")
    _apply(cast, _row("nga@vidu.gov.vn"))
    nga = User.objects.get(email="nga@vidu.gov.vn")
    assert nga.name == "Bùi Tố Nga"
    assert nga.role_assignments.count() == 1
    assert (nga.offers.get().name, nga.offers.get().organisation) == ("Người Mới", cast.body_a)
    _apply(cast, _row("nga@vidu.gov.vn"))
    assert nga.offers.count() == 1
    run_job(Job.objects.get().pk)
    assert "Vai trò chỉ có hiệu lực khi anh/chị nhận" in str(mail.outbox[0].body)


def test_the_same_file_again_does_nothing(cast: Cast) -> None:
    _apply(cast, _row())
    before = _state()
    _apply(cast, _row())
    assert _state() == before
    assert Job.objects.count() == 1


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([_row("sai thư")], [("person.email_wrong", "A2", "sai thư")]),
        ([_row(" ")], [("import.email_missing", "A2", "")]),
        ([_row(name=" ")], [("person.name_missing", "B2", "")]),
        ([_row("an@vidu.gov.vn", name="")], [("person.name_missing", "B2", "")]),
        ([_row(role="vua")], [("import.unknown_role", "D2", "vua")]),
        ([_row(role=None)], [("import.role_missing", "D2", "")]),
        ([_row(organisation="T9")], [("import.unknown_organisation", "E2", "T9")]),
        ([_row(organisation="T2")], [("import.unknown_organisation", "E2", "T2")]),
        ([_row(organisation=None)], [("import.organisation_missing", "E2", "")]),
        ([_row(role="contributor")], [("import.office_missing", "F2", "")]),
        ([_row(role="contributor", office="Kho")], [("import.unknown_office", "F2", "Kho")]),
        ([_row(office="Văn phòng")], [("import.office_not_wanted", "F2", "Văn phòng")]),
        ([_row(), _row()], [("import.repeated_role", "A3", "moi@vidu.gov.vn")]),
        (
            [_row(), _row(name="Tên Khác", role="leader")],
            [("import.other_name", "B3", "Tên Khác")],
        ),
        ([_row(name="x" * 121)], [("import.too_long", "B2", "x" * 121)]),
        (
            [_row("x", role="vua", organisation="T9")],
            [
                ("person.email_wrong", "A2", "x"),
                ("import.unknown_role", "D2", "vua"),
                ("import.unknown_organisation", "E2", "T9"),
            ],
        ),
    ],
)
def test_each_fault_is_named_with_its_cell_and_value(
    cast: Cast, rows: list[dict[str, Any]], problems: list[tuple[str, str, str]]
) -> None:
    file = _store(cast, _workbook(*rows))
    assert file.report is not None
    found = [
        (each["code"], each["place"]["cell"], each["facts"]["value"]) for each in file.report["problems"]
    ]
    assert found == problems
    before = _state()
    with pytest.raises(Invalid):
        begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
    assert _state() == before


def test_a_standing_body_gives_no_keepers_by_file_either(cast: Cast) -> None:
    report = _store(cast, _workbook(_row(role="administrator")), "giang").report
    assert report is not None
    assert [each["code"] for each in report["problems"]] == ["role.not_allowed"]


def test_a_closed_body_and_a_closed_office_take_nobody(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to="2026-01-01")
    Office.objects.filter(pk=cast.it_office.pk).update(is_active=False)
    rows = (_row(organisation="T1.B"), _row(role="contributor", office="Phòng Công nghệ thông tin"))
    report = _store(cast, _workbook(*rows)).report
    assert report is not None
    codes = [each["code"] for each in report["problems"]]
    assert codes == ["organisation.closed_already", "import.unknown_office"]


@pytest.mark.parametrize("actor", ["an", "dung", "chi", "ha", "kien"])
def test_who_keeps_nothing_imports_nobody(cast: Cast, actor: str) -> None:
    with pytest.raises(NotAllowed):
        _store(cast, _workbook(_row()), actor)


def test_planning_costs_the_same_at_any_size(cast: Cast, django_assert_max_num_queries: Any) -> None:
    data = _workbook(*(_row(f"n{number}@vidu.gov.vn") for number in range(200)))
    with django_assert_max_num_queries(12):
        file = _store(cast, data)
    assert file.report is not None
    assert file.report["counts"]["create"] == 200


_CELLS = st.one_of(
    st.text(max_size=10), st.sampled_from(["an@vidu.gov.vn", "x@y.vn", "T1.A", "T2", "leader", "Văn phòng"])
)


@cases(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(_CELLS, min_size=6, max_size=6), max_size=5), noise=st.binary(max_size=30))
def test_no_file_makes_more_than_a_list_of_problems(cast: Cast, rows: list[list[str]], noise: bytes) -> None:
    text = ";".join(HEADINGS) + "\n" + "\n".join(";".join(row) for row in rows)
    for data in (text.encode("utf-8", "replace"), text.encode("utf-8", "replace") + noise, noise):
        before = _state()
        try:
            file = _store(cast, data)
            begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
        except Invalid:
            assert _state() == before


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (_row("an@vidu.gov.vn", role="Lãnh đạo duyệt"), "person.other_name", "B2"),
        (_row("lan@vidu.gov.vn", name="Đặng Ngọc Lan"), "role.given_to_oneself", "A2"),
    ],
)
def test_a_role_goes_to_whom_is_meant_and_never_to_oneself(
    cast: Cast, row: dict[str, Any], code: str, cell: str
) -> None:
    file = _store(cast, _workbook(row))
    plan = plan_people(data=bytes(file.content), file=file.name, actor=cast.lan, today=NOW.date())
    (problem,) = plan.problems
    assert (problem.code, problem.place.cell) == (code, cell)
    if code == "person.other_name":
        assert {problem.facts["holder"], problem.facts["name"]} == {"Nguyễn Văn An", "Người Mới"}
