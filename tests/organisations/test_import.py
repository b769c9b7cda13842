"""A list of bodies comes in: looked through first, every problem named, applied whole or not at all."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from openpyxl import Workbook

from chamdiem.audit.models import Event
from chamdiem.errors import Invalid, NotAllowed, NotFound, WrongStage
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from chamdiem.organisations.columns import COLUMNS
from chamdiem.organisations.imports import problems_of
from chamdiem.organisations.models import ImportFile, Kind, Organisation
from chamdiem.organisations.services import (
    NewName,
    apply_import,
    begin_import,
    look_through,
    rename_organisation,
    store_import,
)
from chamdiem.organisations.services import importing as importing_module
from chamdiem.web.refusals import problem_sentence
from tests.patience import cases
from tests.people import NOW, Cast

HEADINGS = [column.heading for column in COLUMNS]
KEYS = [column.key for column in COLUMNS]


def _workbook(*rows: dict[str, Any], headings: list[str] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Đơn vị"
    sheet.append(headings or HEADINGS)
    for row in rows:
        sheet.append([row.get(key) for key in KEYS])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _new(code: str = "T1.C", **values: Any) -> dict[str, Any]:
    return {"code": code, "name": f"Đơn vị {code}", "kind": "Sở", "parent": "T1", **values}


def _job(file: ImportFile) -> int:
    assert file.job_id is not None
    return file.job_id


def _store(cast: Cast, data: bytes, actor: str = "lan", name: str = "ds.xlsx") -> ImportFile:
    file = store_import(
        actor=cast.people[actor], kind="organisations", name=name, data=data, site="http://x/", now=NOW
    )
    file.refresh_from_db()
    return file


def _problems(cast: Cast, *rows: dict[str, Any], actor: str = "lan") -> list[tuple[str, str, str]]:
    report = _store(cast, _workbook(*rows), actor).report
    assert report is not None
    return [(each["code"], each["place"]["cell"], each["facts"]["value"]) for each in report["problems"]]


def _apply(cast: Cast, data: bytes, name: str = "ds.xlsx") -> ImportFile:
    return begin_import(actor=cast.lan, import_id=_store(cast, data, name=name).pk, now=NOW)


def _state() -> list[tuple[Any, ...]]:
    return list(Organisation.objects.order_by("pk").values_list())


def test_a_dry_run_tells_what_would_be_and_changes_nothing(cast: Cast) -> None:
    before = _state()
    data = _workbook(
        _new(offices="Văn phòng; Phòng Số"),
        {"code": "T1.A", "name": "Sở Xây dựng và Giao thông"},
        {"code": "T1.B", "name": " Sở Y tế "},
    )
    report = _store(cast, data).report
    assert report is not None
    assert report["counts"] == {"create": 1, "change": 1, "same": 1}
    rows = {row["code"]: row for row in report["rows"]}
    assert rows["T1.A"]["changes"] == [["Tên đơn vị", "Sở Xây dựng", "Sở Xây dựng và Giao thông"]]
    assert ["Phòng, bộ phận", "", "Văn phòng; Phòng Số"] in rows["T1.C"]["changes"]
    assert not report["problems"]
    assert _state() == before
    assert not Event.objects.exists()


def test_children_may_stand_before_their_parents(cast: Cast) -> None:
    _apply(cast, _workbook(_new("C.1.1", parent="C.1"), _new("C.1", parent="C"), _new("C")))
    grandchild = Organisation.objects.get(code="C.1.1")
    steps = [Organisation.objects.get(code=code).pk for code in ("T1", "C", "C.1", "C.1.1")]
    assert grandchild.path == "/" + "".join(f"{step}/" for step in steps)
    assert grandchild.search_text == "don vi c 1 1 c 1 1"


@pytest.mark.parametrize("written", ["30/11/2026", "2026-11-30", "2026-11-3"])
def test_days_are_read_as_they_are_written_here_and_by_machines(cast: Cast, written: str) -> None:
    _apply(cast, _workbook(_new(valid_from=written)))
    day = Organisation.objects.get(code="T1.C").valid_from
    assert day is not None
    assert (day.year, day.month) == (2026, 11)


@pytest.mark.parametrize("written", ["2026-30-11", "11-30-2026", "30-11-2026", "2026/11/30", "2026-11-31"])
def test_a_day_that_can_be_read_in_two_ways_or_is_none_is_refused(cast: Cast, written: str) -> None:
    with pytest.raises(Invalid):
        _apply(cast, _workbook(_new(valid_from=written)))


def test_everything_a_row_says_is_kept(cast: Cast) -> None:
    _apply(
        cast,
        _workbook(
            _new(
                short_name="C", peer_group="Khối 2", offices="Văn phòng;văn phòng; ", valid_from="01/07/2025"
            )
        ),
    )
    made = Organisation.objects.get(code="T1.C")
    assert (made.short_name, made.peer_group, f"{made.valid_from}") == ("C", "Khối 2", "2025-07-01")
    assert [office.name for office in made.offices.all()] == ["văn phòng"]
    event = Event.objects.get(action="organisation.import")
    assert (event.organisation_path, event.facts["added"]) == (made.path, ["T1.C"])


def test_blank_cells_leave_what_is_there(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.body_a.pk).update(peer_group="Khối 1")
    _apply(cast, _workbook({"code": "T1.A", "name": "Sở Xây dựng mới", "offices": "Văn phòng; Thanh tra"}))
    cast.body_a.refresh_from_db()
    assert (cast.body_a.name, cast.body_a.peer_group) == ("Sở Xây dựng mới", "Khối 1")
    assert cast.body_a.short_name == "Sở Xây dựng"
    names = {office.name for office in cast.body_a.offices.all()}
    assert names == {"Phòng Công nghệ thông tin", "Văn phòng", "Thanh tra"}


def test_a_body_moves_with_all_below_it(cast: Cast) -> None:
    _apply(cast, _workbook(_new("X", parent="T1.A"), _new("X.1", parent="X")))
    _apply(
        cast,
        _workbook({"code": "X", "name": "Đơn vị X", "parent": "T1.B"}, _new("X.2", parent="X.1")),
    )
    x, last = Organisation.objects.get(code="X"), Organisation.objects.get(code="X.2")
    assert x.path == f"{cast.body_b.path}{x.pk}/"
    assert last.path.startswith(x.path)


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([_new(name=" ")], [("organisation.name_missing", "B2", "")]),
        ([_new(code="")], [("organisation.code_missing", "A2", "")]),
        ([_new(kind="Sở  lạ")], [("import.unknown_kind", "C2", "Sở  lạ")]),
        ([_new(kind=None)], [("import.kind_missing", "C2", "")]),
        ([_new(parent="T9")], [("import.unknown_parent", "D2", "T9")]),
        ([_new(parent="T2")], [("import.unknown_parent", "D2", "T2")]),
        ([_new(parent=None)], [("import.parent_missing", "D2", "")]),
        ([_new(), _new()], [("import.repeated_code", "A3", "T1.C")]),
        ([_new("T2")], [("organisation.code_taken", "A2", "T2")]),
        ([_new(kind="Tỉnh", parent="T1.D")], [("import.unknown_parent", "D2", "T1.D")]),
        ([_new(parent="T1.C")], [("import.circle", "D2", "T1.C")]),
        (
            [_new("C", parent="D"), _new("D", parent="C")],
            [("import.circle", "D2", "D"), ("import.circle", "D3", "C")],
        ),
        ([_new("T1 C")], [("organisation.code_unusable", "A2", "T1 C")]),
        ([_new("T1;C")], [("organisation.code_unusable", "A2", "T1;C")]),
        ([_new("<b>")], [("organisation.code_unusable", "A2", "<b>")]),
        ([_new("T1..C")], [("organisation.code_unusable", "A2", "T1..C")]),
        ([_new(valid_from="01/01/1890")], [("organisation.day_out_of_range", "H2", "01/01/1890")]),
        ([_new(valid_from=date(2206, 7, 1))], [("organisation.day_out_of_range", "H2", "01/07/2206")]),
        ([_new(valid_from="31/02/2025")], [("import.no_day", "H2", "31/02/2025")]),
        ([_new(name="sở  Y tế")], [("organisation.name_taken", "B2", "sở  Y tế")]),
        ([_new(), _new("D", name="Đơn vị T1.C")], [("organisation.name_taken", "B3", "Đơn vị T1.C")]),
        ([{"code": "T1.A", "name": "Sở Y tế"}], [("organisation.name_taken", "B2", "Sở Y tế")]),
        ([_new(name="x" * 301)], [("import.too_long", "B2", "x" * 301)]),
    ],
)
def test_each_fault_is_named_with_its_cell_and_value(
    cast: Cast, rows: list[dict[str, Any]], problems: list[tuple[str, str, str]]
) -> None:
    assert _problems(cast, *rows) == problems


def test_a_name_is_free_where_its_body_takes_another_in_the_same_file(cast: Cast) -> None:
    assert not _problems(cast, _new(name="Sở Y tế"), {"code": "T1.B", "name": "Sở Sức khỏe"})
    assert not _problems(cast, _new(name="Sở Y tế", parent="T1.A"))


def test_all_faults_come_at_once_each_with_a_remedy(cast: Cast) -> None:
    file = _store(cast, _workbook(_new(kind="X", parent="Y"), _new("T1.D", name=None), _new("T1.E")))
    assert file.report is not None
    assert file.report["problem_count"] == 3
    with pytest.raises(Invalid) as refused:
        apply_import(actor=cast.lan, import_id=file.pk, now=NOW)
    sentences = [problem_sentence(problem) for problem in refused.value.problems]
    assert sentences[0].startswith("ds.xlsx, trang tính “Đơn vị”, ô C2: Không có loại “X”.")


def test_a_circle_through_bodies_that_the_file_does_not_name_is_seen(cast: Cast) -> None:
    _apply(cast, _workbook(_new("M", parent="T1.A"), _new("N", parent="M"), _new("P", parent="N")))
    found = _problems(cast, {"code": "M", "name": "Đơn vị M", "parent": "P"})
    assert found == [("import.circle", "D2", "P")]


def test_nothing_moves_below_a_body_that_ended_also_where_the_file_names_it(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2026, 1, 1))
    b = {"code": "T1.B", "name": "Sở Y tế"}
    assert _problems(cast, b, _new(parent="T1.B")) == [("organisation.parent_closed", "D3", "T1.B")]
    a = {"code": "T1.A", "name": "Sở Xây dựng", "parent": "T1.B"}
    assert _problems(cast, a, b) == [("organisation.parent_closed", "D2", "T1.B")]
    moved = _problems(cast, {**b, "parent": "T1.A"})
    assert moved == [("organisation.closed_already", "D2", "T1.A")]


def test_what_ended_together_is_imported_again_as_it_is(cast: Cast) -> None:
    _apply(cast, _workbook(_new("T1.B.1", parent="T1.B")))
    Organisation.objects.filter(code__startswith="T1.B").update(valid_to=date(2026, 1, 1))
    assert _problems(cast, {"code": "T1.B", "name": "Sở Y tế"}, _new("T1.B.1", parent="T1.B")) == []


def test_a_code_that_is_promised_is_not_given_by_a_file(cast: Cast) -> None:
    rename_organisation(
        actor=cast.lan,
        organisation_id=cast.body_a.pk,
        new=NewName(name="Sở Hạ tầng", code="T1.HT"),
        on=date(2026, 12, 1),
        decision="Quyết định số 1/QĐ-UBND",
        now=NOW,
    )
    assert _problems(cast, _new("T1.HT")) == [("organisation.code_promised", "A2", "T1.HT")]


def test_a_former_code_names_the_body_that_has_another_now(cast: Cast) -> None:
    new = NewName(name="Sở Mới", code="T1.M")
    rename_organisation(
        actor=cast.lan, organisation_id=cast.body_a.pk, new=new, on=NOW.date(), decision="QĐ 1", now=NOW
    )
    assert _problems(cast, _new("T1.A")) == [("import.former_code", "A2", "T1.A")]
    assert _problems(cast, _new("T1.D", parent="T1.A")) == [("import.former_code", "D2", "T1.A")]
    report = _store(cast, _workbook(_new("T1.A"))).report
    assert report is not None
    assert "T1.M" in problem_sentence(problems_of(report["problems"])[0])
    # The code belongs to the body that has it now, whoever had it before.
    assert _problems(cast, _new("T1.M")) == []


def test_a_higher_level_below_a_lower_one_is_a_problem(cast: Cast) -> None:
    Kind.objects.create(code="commune", name="Xã", level=3)
    rows = (_new("X", kind="Xã"), _new("Y", kind="sở", parent="X"))
    assert _problems(cast, *rows) == [("organisation.parent_too_low", "D3", "X")]


def test_zeros_that_excel_dropped_are_recognised(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.body_a.pk).update(code="00101")
    assert _problems(cast, {"code": 101, "name": "Sở Xây dựng"})[0] == ("import.zeros_lost", "A2", "101")


def test_one_fault_keeps_the_whole_file_out(cast: Cast) -> None:
    file = _store(cast, _workbook(_new("T1.C"), _new("T1.D", kind="X")))
    before = _state()
    with pytest.raises(Invalid):
        begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
    assert _state() == before
    file.refresh_from_db()
    assert file.applied_at is None
    assert not Event.objects.exists()


def test_what_changed_since_the_dry_run_is_seen_when_applying(cast: Cast) -> None:
    file = _store(cast, _workbook(_new()))
    Kind.objects.filter(code="department").update(name="Cơ quan", code="agency")
    with pytest.raises(Invalid):
        apply_import(actor=cast.lan, import_id=file.pk, now=NOW)


def test_a_file_is_applied_once_and_its_bytes_are_let_go(cast: Cast) -> None:
    file = _apply(cast, _workbook(_new()))
    assert bytes(file.content) == b""
    with pytest.raises(WrongStage, match="applied_already"):
        begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
    assert Event.objects.filter(action="organisation.import").count() == 1


def test_somebody_elses_file_is_not_there(cast: Cast) -> None:
    file = _store(cast, _workbook(_new()))
    for actor in (cast.giang, cast.nga):
        with pytest.raises(NotFound):
            begin_import(actor=actor, import_id=file.pk, now=NOW)


@pytest.mark.parametrize("actor", ["an", "dung", "chi", "ha"])
def test_who_keeps_nothing_imports_nothing(cast: Cast, actor: str) -> None:
    with pytest.raises(NotAllowed):
        _store(cast, _workbook(_new()), actor)
    assert not ImportFile.objects.exists()


def test_a_new_file_makes_way_for_the_one_before(cast: Cast) -> None:
    _store(cast, _workbook(_new()))
    second = _store(cast, _workbook(_new("T1.D")))
    assert list(ImportFile.objects.all()) == [second]


def test_a_file_the_worker_is_at_stays(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing_module, "LARGE_BYTES", 100)
    looked_at = _store(cast, _workbook(_new()))
    second = _store(cast, _workbook(_new("T1.D")))
    run_job(_job(looked_at))
    applied = begin_import(actor=cast.lan, import_id=looked_at.pk, now=NOW)
    third = _store(cast, _workbook(_new("T1.E")))
    for file in (looked_at, second, third):
        file.refresh_from_db()
        run_job(_job(file))
    looked_at.refresh_from_db()
    assert (applied.pk, looked_at.applied_at is not None) == (looked_at.pk, True)
    assert Organisation.objects.filter(code="T1.C").exists()
    _store(cast, _workbook(_new("T1.F")))
    assert not ImportFile.objects.filter(pk__in=[second.pk, third.pk]).exists()


@pytest.mark.parametrize(
    "text",
    [
        "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên\r\n T1.C ;Sở Tư pháp ;Sở;T1\r\n",
        "\ufeffma don vi,TÊN ĐƠN VỊ,loai,cap tren\nT1.C,Sở Tư pháp,department,T1\n",
        "Danh sách\t\t\t\n\t\t\t\nmã\ttên\tkind\tparent\nT1.C\tSở Tư pháp\tSở\tT1\n",
    ],
)
def test_csv_is_read_however_it_was_written(cast: Cast, text: str) -> None:
    _apply(cast, text.encode(), name="ds.csv")
    assert Organisation.objects.get(code="T1.C").name == "Sở Tư pháp"


def test_a_column_nobody_asked_for_is_noted(cast: Cast) -> None:
    file = _store(cast, _workbook(_new(), headings=[*HEADINGS, "Điện thoại"]))
    assert file.report is not None
    assert [note["facts"]["value"] for note in file.report["notes"]] == ["Điện thoại"]


@pytest.mark.parametrize("data", [b"", b"  \n"])
def test_an_empty_file_is_refused(cast: Cast, data: bytes) -> None:
    with pytest.raises(Invalid):
        _store(cast, data)


def test_a_file_that_is_too_large_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing_module, "MOST_BYTES", 100)
    with pytest.raises(Invalid):
        _store(cast, _workbook(_new()))


def test_a_large_file_is_looked_through_and_applied_by_the_worker(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing_module, "LARGE_BYTES", 100)
    file = _store(cast, _workbook(_new()))
    assert (file.report, file.job is not None) == (None, True)
    with pytest.raises(WrongStage, match="not_looked_through"):
        begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
    run_job(_job(file))
    begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
    assert not Organisation.objects.filter(code="T1.C").exists()
    file.refresh_from_db()
    run_job(_job(file))
    assert Organisation.objects.filter(code="T1.C").exists()
    assert set(Job.objects.values_list("status", flat=True)) == {Job.Status.DONE}


def test_thousands_of_rows_are_planned_in_a_fixed_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    file = _store(cast, _workbook(*(_new(f"N{number}") for number in range(400))))
    with django_assert_max_num_queries(10):
        plan = look_through(import_id=file.pk, actor=cast.lan, now=NOW)
    assert plan.count("create") == 400
    with django_assert_max_num_queries(25):
        begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
    assert Organisation.objects.filter(code__startswith="N").count() == 400


_CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["T1", "T1.A", "T2", "X", "Y", "Sở", "Tỉnh", "01/01/2025"]),
)
_CSV = st.lists(st.lists(_CELLS.map(lambda cell: cell or ""), min_size=8, max_size=8), max_size=6)


@cases(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=_CSV, noise=st.binary(max_size=40), cut=st.integers(0, 400))
def test_no_file_makes_more_than_a_list_of_problems(
    cast: Cast, rows: list[list[str]], noise: bytes, cut: int
) -> None:
    text = ";".join(HEADINGS) + "\n" + "\n".join(";".join(row) for row in rows)
    for data in (text.encode("utf-8", "replace"), _workbook(_new())[:cut] + noise, noise):
        before = _state()
        try:
            file = _store(cast, data, name="x.csv")
            assert file.report is not None
            assert file.report["problem_count"] or _state() == before
            if not file.report["problem_count"]:
                begin_import(actor=cast.lan, import_id=file.pk, now=NOW)
        except Invalid:
            assert _state() == before
        for organisation in Organisation.objects.select_related("parent"):
            above = organisation.parent.path if organisation.parent else "/"
            assert organisation.path == f"{above}{organisation.pk}/"


@pytest.mark.parametrize("name", ["fake.xlsx", "FAKE.XLSM"])
def test_what_is_named_like_a_workbook_and_is_none_is_told_so(cast: Cast, name: str) -> None:
    (problem,) = problems_of(_reported(_store(cast, b"not a workbook\nat all\n", name=name)))
    assert problem.code == "file.not_excel"
    assert "bên trong không phải là Excel" in problem_sentence(problem)


def test_a_list_in_text_that_is_named_like_a_workbook_is_read(cast: Cast) -> None:
    assert not _reported(
        _store(cast, "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên\nT1.C;Sở Tư pháp;Sở;T1".encode())
    )


def _reported(file: ImportFile) -> list[Any]:
    assert file.report is not None
    return list(file.report["problems"])
