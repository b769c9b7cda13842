"""Pages that say whose a criterion is: offices, assignments, duties."""

from __future__ import annotations

import pytest

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.campaigns.models import AppraiserDuty, Assignment, OfficeMatch
from chamdiem.campaigns.selectors.duties import find_row
from chamdiem.campaigns.services.matching import match_offices
from chamdiem.errors import Incomplete
from chamdiem.organisations.models import Office
from tests.core.trees import criterion, group, tree
from tests.people import NOW, Cast

from .asking import Opened, home, own, page_at


def test_open_offices_are_resolved_one_by_one_and_all_at_once(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    assert "Mọi phòng, ban đã được xác định" in page_at(client, home(cast, "phong-ban/"))
    office = Office.objects.create(organisation=cast.body_b, name="Tổ Chuyển đổi số")
    match_offices(cast.track, [cast.a.participant, cast.b.participant], NOW)
    page = page_at(client, home(cast, "phong-ban/"))
    assert "Tổ Chuyển đổi số" in page
    assert "Phòng Công nghệ thông tin" in page
    one = {"printed": "Văn phòng", "office": "none", "back": "list"}
    address = f"/ky-danh-gia/don-vi/{cast.b.participant.pk}/phong-ban/"
    assert client.post(address, {**one, "office": ""}).status_code == 422
    assert client.post(address, one).url == home(cast, "phong-ban/")  # type: ignore[attr-defined]
    all_of_it = {"track": cast.track.pk, "printed": "Phòng Công nghệ thông tin", "name": "to chuyen doi so"}
    assert client.post(home(cast, "phong-ban/tat-ca/"), all_of_it).status_code == 302
    match = OfficeMatch.objects.get(participant=cast.b.participant, printed="Phòng Công nghệ thông tin")
    assert match.office == office
    assert "Mọi phòng, ban đã được xác định" in page_at(client, home(cast, "phong-ban/"))


def test_criteria_are_shared_out_by_group_and_contributors_only_look(cast: Cast, opened: Opened) -> None:
    form = {"row": ["2"], "office": cast.it_office.pk, "user": cast.kien.pk, "part": "lead"}
    assert opened("an").post(own(cast, "phan-cong/"), form).status_code == 302
    given = Assignment.objects.filter(participant=cast.a.participant, user=cast.kien)
    assert {each.criterion_key for each in given} == {"2.1", "2.2", "2.3"}
    page = page_at(opened("kien"), own(cast, "phan-cong/"))
    assert page.count("(Đỗ Trung Kiên)") == 3
    assert '<input class="form-check-input"' not in page
    assert opened("kien").post(own(cast, "phan-cong/"), form).status_code == 403
    assert opened("an").post(own(cast, "phan-cong/"), {"office": cast.it_office.pk}).status_code == 422


def test_a_person_of_another_office_is_told_in_place_and_the_ticks_stay(cast: Cast, opened: Opened) -> None:
    form = {"row": ["1.2"], "office": cast.head_office.pk, "user": cast.kien.pk, "part": "helper"}
    answer = opened("an").post(own(cast, "phan-cong/"), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Đỗ Trung Kiên thuộc Phòng Công nghệ thông tin, không thuộc" in page
    assert 'value="1.2" form="share-out" checked' in page
    assert f'value="{cast.head_office.pk}" selected' in page
    assert f'value="{cast.kien.pk}" selected' in page
    assert '<optgroup label="Phòng Công nghệ thông tin">' in page
    assert not Assignment.objects.filter(participant=cast.a.participant, criterion_key="1.2").exists()


def test_an_assignment_is_taken_back(cast: Cast, opened: Opened) -> None:
    assignment = cast.a.participant.assignments.get(criterion_key="2.1")
    form = {"assignment": assignment.pk}
    assert opened("dung").post(own(cast, "phan-cong/bo/"), form).status_code == 302
    assert not cast.a.participant.assignments.exists()


def test_a_duty_over_an_own_body_is_told(cast: Cast, opened: Opened) -> None:
    RoleAssignment.objects.create(user=cast.chi, role=Role.LEADER, organisation=cast.body_a, given_at=NOW)
    client = opened("giang")
    form = {"user": cast.chi.pk, "track": cast.track.pk, "row": "", "participant": ""}
    client.post(home(cast, "tham-dinh-vien/"), form)
    assert "giao người khác: Sở Xây dựng" in page_at(client, home(cast, "tham-dinh-vien/"))
    client.post(home(cast, "tham-dinh-vien/chia-deu/"), {"track": cast.track.pk, "user": [cast.chi.pk]})
    assert "hãy chọn thêm người: Sở Xây dựng" in page_at(client, home(cast, "tham-dinh-vien/"))


def test_duties_are_given_split_and_taken_back(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"user": cast.chi.pk, "track": cast.track.pk, "row": "2.1", "participant": ""}
    assert client.post(home(cast, "tham-dinh-vien/"), form).status_code == 302
    split = {"track": cast.track.pk, "user": [cast.chi.pk]}
    assert client.post(home(cast, "tham-dinh-vien/chia-deu/"), split).status_code == 302
    assert AppraiserDuty.objects.count() == 3
    duty = AppraiserDuty.objects.get(row_key="2.1")
    assert client.post(home(cast, "tham-dinh-vien/thu-lai/"), {"duty": duty.pk}).status_code == 302
    page = page_at(client, home(cast, "tham-dinh-vien/"))
    assert "Sở Xây dựng" in page
    assert AppraiserDuty.objects.count() == 2


def test_a_row_is_named_as_printed_and_never_by_a_key_that_is_the_number_of_another() -> None:
    indicator_set = tree(
        group("A"),
        criterion("A.1", number="8"),
        criterion("8", number="9"),
        group("B"),
        criterion("B.1", number="9"),
    )
    typed = {"a": "A", "A.1": "A.1", "b.1": "B.1", "tiêu chí 8": "8"}
    assert {each: find_row(indicator_set, each) for each in typed} == typed
    for each, code in (("8", "duty.several_rows"), ("9.", "duty.several_rows"), ("10", "duty.no_such_row")):
        with pytest.raises(Incomplete) as refused:
            find_row(indicator_set, each)
        assert refused.value.code == code


def test_a_printed_number_names_its_row_though_it_is_no_key() -> None:
    indicator_set = tree(group("A"), criterion("A.2.3", number="8"), criterion("A.2.1", number="A.9"))
    assert [find_row(indicator_set, each) for each in ("8", " 8. ", "a.9")] == ["A.2.3", "A.2.3", "A.2.1"]


def test_a_number_means_a_criterion_before_general_information() -> None:
    indicator_set = tree(group("I"), criterion("I.6", None, number="6", role="information"), group("6"))
    assert find_row(indicator_set, "6") == "6"
    assert find_row(indicator_set, "I.6") == "I.6"


def test_a_row_that_is_not_there_is_said_at_its_field(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"user": cast.chi.pk, "track": cast.track.pk, "row": "77", "participant": ""}
    page = client.post(home(cast, "tham-dinh-vien/"), form).content.decode()
    assert "không có mục “77”" in page
    assert 'value="77"' in page
    assert not AppraiserDuty.objects.exists()
