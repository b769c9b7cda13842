"""Pages of people and of the audit trail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.audit.services import record_event
from chamdiem.organisations.models import ImportFile, Office, Organisation
from tests.people import NOW, Cast

from .test_selectors import add_people

Opened = Callable[[str], Client]


def _text(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined,no-any-return]


def _rows(response: object) -> str:
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


def _record(cast: Cast, count: int) -> None:
    for number in range(count):
        record_event(
            actor=cast.an,
            action="person.sign_in",
            subject=cast.an,
            at=NOW + timedelta(minutes=number),
            organisation_path=cast.body_a.path,
            note="=1+1",
        )


@pytest.mark.parametrize("count", [3, 60])
def test_lists_cost_the_same_at_any_size(
    cast: Cast, opened: Opened, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    add_people(cast, count, NOW)
    _record(cast, count)
    client = opened("lan")
    with django_assert_max_num_queries(8):
        assert f"Người {count - 1}" in _text(client.get(reverse("accounts:list"), {"size": "200"}))
    with django_assert_max_num_queries(8):
        assert "Đăng nhập" in _text(client.get(reverse("accounts:trail"), {"size": "200"}))
    with django_assert_max_num_queries(10):
        client.get(reverse("accounts:show", args=[cast.an.pk]))
    with django_assert_max_num_queries(7):
        client.get(reverse("accounts:at_organisation", args=[cast.body_a.pk]))


def test_the_list_shows_only_ones_own_part(cast: Cast, opened: Opened) -> None:
    page = _text(opened("an").get(reverse("accounts:list")))
    assert "Trần Văn Dũng" in page
    assert "Lê Thị Bình" not in page
    assert "Mời người dùng" not in page
    page = _text(opened("lan").get(reverse("accounts:list"), {"q": "le thi", "role": "data_officer"}))
    assert "Lê Thị Bình" in page
    assert "Trần Văn Dũng" not in page


def test_a_place_one_does_not_see_has_nobody(cast: Cast, opened: Opened) -> None:
    page = _text(opened("lan").get(reverse("accounts:list"), {"organisation": "T2"}))
    assert "Không có người dùng nào phù hợp" in page


def test_the_export_can_be_imported_again(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    data = client.get(reverse("accounts:list"), {"export": "xlsx"}).content
    client.post(
        reverse("organisations:hand_in", args=["people"]), {"file": SimpleUploadedFile("ds.xlsx", data)}
    )
    report = ImportFile.objects.get().report
    assert report is not None
    assert (report["problem_count"], report["counts"]) == (0, {"create": 0, "change": 0, "same": 9})


def test_the_export_can_be_imported_again_after_bodies_and_offices_ended(cast: Cast, opened: Opened) -> None:
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to="2025-06-30")
    Office.objects.filter(pk=cast.it_office.pk).update(is_active=False)
    client = opened("lan")
    data = client.get(reverse("accounts:list"), {"export": "xlsx"}).content
    file = SimpleUploadedFile("ds.xlsx", data)
    client.post(reverse("organisations:hand_in", args=["people"]), {"file": file})
    report = ImportFile.objects.get().report
    assert report is not None
    assert (report["problem_count"], report["counts"]) == (0, {"create": 0, "change": 0, "same": 9})


def test_an_invitation_begins_at_the_page_of_a_body(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    page = _text(client.get(reverse("accounts:invite"), {"organisation": "T1.A"}))
    assert 'value="T1.A"' in page
    assert "Quản trị hệ thống" not in page
    given = {
        "email": "moi@vidu.gov.vn",
        "name": "Người Mới",
        "role": Role.CONTRIBUTOR,
        "organisation": "T1.A",
        "office": "văn phòng",
    }
    response = client.post(reverse("accounts:invite"), given, follow=True)
    assert "thư mời đang được gửi" in _text(response)
    assert RoleAssignment.objects.get(user__email="moi@vidu.gov.vn").office == cast.head_office


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"organisation": "T9"}, "Không có đơn vị mang mã “T9”"),
        ({"organisation": "T1.A", "office": "Kho"}, "Đơn vị không có phòng này. Các phòng: "),
        ({"role": "administrator"}, "administrator"),
    ],
)
def test_a_wrong_invitation_is_shown_again(
    cast: Cast, opened: Opened, given: dict[str, str], said: str
) -> None:
    form = {"email": "moi@vidu.gov.vn", "name": "Mới", "role": "leader", "organisation": "T1.A", **given}
    response = opened("giang").post(reverse("accounts:invite"), form)
    assert response.status_code == 422
    assert said in _text(response)
    assert not User.objects.filter(email="moi@vidu.gov.vn").exists()


def test_the_page_of_a_person_offers_what_one_may_do(cast: Cast, opened: Opened) -> None:
    address = reverse("accounts:show", args=[cast.an.pk])
    assert "Giao thêm vai trò" in _text(opened("giang").get(address))
    page = _text(opened("dung").get(address))
    assert "Giao thêm vai trò" not in page
    assert "Khóa tài khoản" not in page
    assert "Khóa tài khoản" not in _text(opened("giang").get(reverse("accounts:show", args=[cast.lan.pk])))


def test_ones_own_account_has_roles_language_and_name(cast: Cast, opened: Opened) -> None:
    client = opened("kien")
    page = _text(client.get(reverse("accounts:profile")))
    assert "Phòng Công nghệ thông tin" in page
    client.post(reverse("accounts:profile"), {"name": "Đỗ Kiên", "title": "Kỹ sư"})
    assert User.objects.get(pk=cast.kien.pk).name == "Đỗ Kiên"
    response = client.post(reverse("accounts:choose_language"), {"language": "en"})
    assert response.cookies["django_language"].value == "en"
    assert client.post(reverse("accounts:choose_language"), {"language": "xx"}).status_code == 404


def test_the_trail_reads_as_sentences_and_filters(cast: Cast, opened: Opened) -> None:
    _record(cast, 2)
    client = opened("lan")
    page = _text(client.get(reverse("accounts:trail")))
    assert "Đăng nhập" in page
    assert "Nguyễn Văn An" in page
    for query, has in (
        ({"q": "dang nhap"}, True),
        ({"q": "khong co"}, False),
        ({"person": "an@vidu.gov.vn"}, True),
        ({"person": "nga@vidu.gov.vn"}, False),
        ({"organisation": "T1.A"}, True),
        ({"organisation": "T2"}, False),
        ({"since": "2026-10-14"}, False),
        ({"until": "2026-10-13", "action": "person.sign_in"}, True),
    ):
        found = _text(client.get(reverse("accounts:trail"), query))
        assert ("Không có việc nào phù hợp" not in found) is has, query
    assert "Không có việc nào phù hợp" in _text(opened("nga").get(reverse("accounts:trail")))
    told = "Không dùng được giá trị lọc ở ô “Việc”"
    assert told in _text(client.get(reverse("accounts:trail"), {"action": "khong.co"}))
    assert told not in page


def test_what_an_event_says_is_in_words(cast: Cast, opened: Opened) -> None:
    client = opened("lan")
    client.post(
        reverse("organisations:rename", args=[cast.body_a.pk]),
        {"name": "Sở Hạ tầng", "on": "2026-11-01", "decision": "QĐ 12"},
    )
    client.post(reverse("accounts:give_role", args=[cast.an.pk]), {"role": "leader", "organisation": "T1.A"})
    page = _text(client.get(reverse("accounts:trail")))
    for words in ("từ ngày: 01/11/2026", "trước đó: T1.A → Sở Xây dựng", "vai trò: Lãnh đạo duyệt"):
        assert words in page
    assert "phòng: " not in page


def test_the_trail_is_exported_whole_and_runs_no_formula(cast: Cast, opened: Opened) -> None:
    _record(cast, 60)
    lines = _rows(opened("lan").get(reverse("accounts:trail"), {"export": "csv"})).splitlines()
    assert len(lines) == 61
    assert "ghi chú: =1+1" in lines[1]
    response = opened("lan").get(reverse("accounts:trail"), {"export": "xlsx"})
    assert response.content.startswith(b"PK")


def test_an_exported_trail_has_the_language_of_its_page_to_the_last_row(cast: Cast, opened: Opened) -> None:
    _record(cast, 2)
    client = opened("lan")
    client.cookies["django_language"] = "en"
    heading, *rows = _rows(client.get(reverse("accounts:trail"), {"export": "csv"})).splitlines()
    assert "Acted by" in heading
    assert "Signed in" in rows[0]
    assert "note: =1+1" in rows[-1]
    assert not any("Đăng nhập" in row or "ghi chú" in row for row in rows)


def test_who_gives_no_roles_is_told_so_without_a_gap(cast: Cast, opened: Callable[[str], Client]) -> None:
    answer = opened("an").get(reverse("accounts:invite"))
    assert answer.status_code == 403
    assert "không được mời người hay giao vai trò" in answer.content.decode()
    assert "“”" not in answer.content.decode()
