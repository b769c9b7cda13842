"""What a file of organisations says that may be meant otherwise."""

from __future__ import annotations

import pytest

from chamdiem.organisations.models import Organisation
from chamdiem.organisations.planning import OrganisationPlan, plan_organisations
from tests.people import NOW, Cast

HEAD = "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên;Nhóm xếp hạng;Phòng ban;Hiệu lực từ\n"


def _planned(cast: Cast, *rows: str) -> OrganisationPlan:
    data = (HEAD + "\n".join(rows)).encode()
    return plan_organisations(data=data, file="ds.csv", actor=cast.lan, today=NOW.date())


def test_a_new_peer_group_and_an_office_with_a_comma_are_noted(cast: Cast) -> None:
    Organisation.objects.filter(code="T1.A").update(peer_group="Sở")
    plan = _planned(
        cast,
        'T1.C;Sở C;Sở;T1;Khối sở;"Văn phòng, Phòng Tổ chức; Thanh tra";',
        "T1.D;Sở D;Sở;T1;Khối sở;;",
        "T1.E;Sở E;Sở;T1;Sở;;",
    )
    assert [(note.code, note.facts["value"]) for note in plan.notes] == [
        ("import.new_peer_group", "Khối sở"),
        ("import.one_office", "Văn phòng, Phòng Tổ chức"),
    ]
    assert plan.notes[0].facts["groups"] == "“Sở”"
    assert not plan.problems


def test_the_number_that_excel_keeps_for_a_day_is_told_as_the_day(cast: Cast) -> None:
    (problem,) = _planned(cast, "T1.C;Sở C;Sở;T1;;;45000").problems
    assert (problem.code, problem.facts["meant"]) == ("import.serial_day", "15/03/2023")


@pytest.mark.parametrize("typed", ["19999", "60000", "9" * 5000, "²0000"])
def test_any_other_number_is_no_day(cast: Cast, typed: str) -> None:
    (problem,) = _planned(cast, f"T1.C;Sở C;Sở;T1;;;{typed}").problems
    assert problem.code == "import.no_day"


def test_a_body_of_another_kind_is_noted_with_its_cell_and_both_kinds(cast: Cast) -> None:
    province = Organisation.objects.get(code="T1").kind.name
    body = Organisation.objects.select_related("kind").get(code="T1.A")
    plan = _planned(cast, f"T1.A;{body.name};{province};;;;", f"T1.B;Sở Y tế;{body.kind.name};;;;")
    (note,) = plan.notes
    assert note.code == "import.other_kind"
    assert note.facts == {"body": body.name, "was": body.kind.name, "kind": province}
    assert note.place.cell == "C2"
    assert not plan.problems
