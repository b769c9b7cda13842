"""An annex handed in, its rows corrected, a draft edition made: the use cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.selectors import Desk, count_found, get_copy, get_desk
from chamdiem.authoring.services import acknowledging, arranging, correcting, making, reading, taking_in
from chamdiem.authoring.showing import list_texts, list_warnings
from chamdiem.errors import Conflict, Incomplete, InvalidIndicatorSet, NotAllowed, NotFound, WrongStage
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled, list_findings
from chamdiem.indicators.services import issue_edition, load_draft
from tests.indicators.documents import KEY, WRONG_SUM
from tests.people import NOW, Cast

from .annexes import row_of, take_in

SOURCES = Path(__file__).parents[1] / "library" / "sources"
HEADER = {"key": "cap-xa-2026", "name": "Bộ chỉ số cấp xã", "edition": "2026", "document": "", "issuer": ""}


def _desk(cast: Cast, copy: WorkingCopy) -> Desk:
    return get_desk(actor=cast.giang, copy_id=copy.pk)


def _given(cast: Cast, row: WorkingRow) -> dict[str, Any]:
    row.refresh_from_db()
    return {
        "actor": cast.giang,
        "copy_id": row.copy_id,
        "row_id": row.pk,
        "version": row.version,
        "now": NOW,
    }


def _numbers(cast: Cast, copy: WorkingCopy) -> list[str]:
    return [data.get("number", "") for data in _desk(cast, copy).documents]


def _make(cast: Cast, copy: WorkingCopy) -> Edition:
    copy.refresh_from_db()
    return making.make_draft(
        actor=cast.giang,
        copy_id=copy.pk,
        version=copy.version,
        header=HEADER,
        applies_to="Cấp xã",
        now=NOW,
    )


def test_an_annex_becomes_rows_with_what_was_found(cast: Cast) -> None:
    copy = take_in(cast)
    assert _numbers(cast, copy) == ["1", "1.1", "1.2", "2", "2.1"]
    counts = count_found(_desk(cast, copy))
    assert (counts["rows"], counts["criteria"], counts["understood"], counts["by_hand"]) == (5, 3, 2, 1)
    origin = row_of(copy, "1.2").origin
    assert origin["confidence"] > 0
    assert origin["phrases"]


@pytest.mark.parametrize("source", sorted(SOURCES.glob("00*.txt")), ids=lambda path: path.stem[:3])
def test_every_decision_of_the_library_becomes_a_draft_as_it_was_read(cast: Cast, source: Path) -> None:
    copy = take_in(cast, source.read_text(encoding="utf-8"), source.name)
    desk = _desk(cast, copy)
    edition = _make(cast, copy)
    assert [row.key for row in compiled(edition).indicator_set.rows] == [row.data["key"] for row in desk.rows]


def test_reading_begun_again_after_a_kill_changes_nothing(cast: Cast) -> None:
    copy = take_in(cast)
    correcting.correct_row(**_given(cast, row_of(copy, "1.1")), changes={"name": "Tên khác"})
    assert copy.job is not None
    assert reading.read_into(copy_id=copy.pk, job=copy.job) == 0
    assert row_of(copy, "1.1").data["name"] == "Tên khác"
    assert len(_numbers(cast, copy)) == 5


def test_a_file_that_cannot_be_read_leaves_its_problems_and_no_row(cast: Cast) -> None:
    copy = take_in(cast, "Chỉ là một bài văn.\n", "van.txt")
    assert [each.code for each in reading.problems_of(copy)] == ["annex.no_rows"]
    assert not copy.is_read
    with pytest.raises(WrongStage):
        _make(cast, copy)


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b" \n"), ("a.exe", b"MZ"), ("a.md", b"x" * 40_000_001)]
)
def test_what_is_no_annex_by_its_size_or_name_is_refused_at_once(cast: Cast, name: str, data: bytes) -> None:
    with pytest.raises(Incomplete):
        taking_in.take_in_annex(actor=cast.giang, name=name, data=data, now=NOW)
    assert not WorkingCopy.objects.exists()


def test_only_keepers_take_in_and_only_their_own_see_it(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        taking_in.take_in_annex(actor=cast.an, name="a.md", data=b"x", now=NOW)
    copy = take_in(cast)
    for stranger in (cast.an, cast.nga):
        with pytest.raises(NotFound):
            get_copy(actor=stranger, copy_id=copy.pk)


def test_a_row_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.1")
    seen = _given(cast, row)
    correcting.correct_row(**seen, changes={"name": "Của người thứ nhất"})
    with pytest.raises(Conflict):
        correcting.correct_row(**seen, changes={"name": "Của người thứ hai"})
    row.refresh_from_db()
    assert row.data["name"] == "Của người thứ nhất"


def test_a_row_that_would_not_load_is_refused_with_its_problems_and_stays(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.1")
    with pytest.raises(InvalidIndicatorSet) as refused:
        correcting.correct_row(**_given(cast, row), changes={"max_points": "nhiều", "rule": {"kind": "la"}})
    assert {each.place.path for each in refused.value.problems} == {
        "rows[1.1].max_points",
        "rows[1.1].rule.kind",
    }
    row.refresh_from_db()
    assert row.data["max_points"] == "10"


def test_a_row_moves_with_everything_below_it_and_back(cast: Cast) -> None:
    copy = take_in(cast)
    for number, moved in (
        ("2", ["2", "2.1", "1", "1.1", "1.2"]),
        ("1.2", ["1", "1.2", "1.1", "2", "2.1"]),
        ("2.1", ["1", "1.1", "1.2", "2.1", "2"]),
    ):
        arranging.move_row(**_given(cast, row_of(copy, number)), step=-1)
        assert _numbers(cast, copy) == moved
        arranging.move_row(**_given(cast, row_of(copy, number)), step=1)
        assert _numbers(cast, copy) == ["1", "1.1", "1.2", "2", "2.1"]
    with pytest.raises(Conflict):
        arranging.move_row(**_given(cast, row_of(copy, "1")), step=-1)


def test_a_row_changes_its_level_with_everything_below_it_where_there_is_one(cast: Cast) -> None:
    copy = take_in(cast)
    levels = list(copy.head["levels"])
    arranging.relevel_row(**_given(cast, row_of(copy, "1.1")), step=-1)
    assert row_of(copy, "1.1").data["level"] == levels[0]
    # What is below 2 cannot go deeper: it goes in alone, and then no further.
    arranging.relevel_row(**_given(cast, row_of(copy, "2")), step=1)
    assert [row_of(copy, key).data["level"] for key in ("2", "2.1")] == [levels[1]] * 2
    with pytest.raises(Conflict):
        arranging.relevel_row(**_given(cast, row_of(copy, "2")), step=1)


def test_rows_are_split_joined_deleted_and_brought_back(cast: Cast) -> None:
    copy = take_in(cast)
    second = arranging.split_row(**_given(cast, row_of(copy, "1.2")), tail="được tập huấn", number="1.3")
    assert _numbers(cast, copy) == ["1", "1.1", "1.2", "1.3", "2", "2.1"]
    assert row_of(copy, "1.2").data["name"] == "Tỷ lệ cán bộ"
    arranging.merge_row(**_given(cast, second))
    assert row_of(copy, "1.2").data["name"] == "Tỷ lệ cán bộ được tập huấn"
    assert row_of(copy, "1.2").data["rule"]["kind"] == "ratio"
    arranging.delete_row(**_given(cast, row_of(copy, "2.1")))
    assert "2.1" not in _numbers(cast, copy)
    arranging.restore_row(**_given(cast, row_of(copy, "2.1")))
    assert _numbers(cast, copy) == ["1", "1.1", "1.2", "2", "2.1"]
    with pytest.raises(Incomplete):
        arranging.split_row(**_given(cast, row_of(copy, "1.2")), tail="không có", number="")


def test_a_repair_is_undone_once(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.1")
    row.origin["repairs"] = [
        {"field": "name", "printed": "Kế ho ch", "repaired": "Kế hoạch", "start": 0, "why": ""}
    ]
    row.save()
    correcting.undo_repair(**_given(cast, row), repair=0)
    row.refresh_from_db()
    assert row.data["name"].startswith("Kế ho ch chuyển")
    assert list_texts(row)[0].pieces[0].text.startswith("Kế ho ch chuyển")
    with pytest.raises(Conflict):
        correcting.undo_repair(**_given(cast, row), repair=0)


def test_a_rule_that_was_read_from_a_text_put_back_says_so(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.1")
    word = row.data["method"].split()[0]
    row.origin["repairs"] = [{"field": "method", "printed": "B n", "repaired": word, "start": 0, "why": ""}]
    row.origin["warnings"] = [{"code": "rule.damaged_text", "facts": {}}]
    row.save()
    correcting.undo_repair(**_given(cast, row), repair=0)
    row.refresh_from_db()
    assert [each["code"] for each in row.origin["warnings"]] == ["rule.repair_undone"]
    assert f"“{word}”" in list_warnings(row)[0]


def test_the_draft_loads_and_is_replaced_from_the_same_working_copy_only(cast: Cast) -> None:
    copy = take_in(cast)
    edition = _make(cast, copy)
    assert edition.status == Edition.Status.DRAFT
    assert [row.number for row in compiled(edition).indicator_set.rows] == ["1", "1.1", "1.2", "2", "2.1"]
    correcting.correct_row(**_given(cast, row_of(copy, "1.1")), changes={"name": "Tên mới"})
    assert compiled(_make(cast, copy)).indicator_set.row("1.1").name == "Tên mới"
    with pytest.raises(Conflict):
        _make(cast, take_in(cast))


def test_an_acknowledged_finding_lets_the_draft_be_issued_and_stays_on_the_desk(cast: Cast) -> None:
    edition = load_draft(actor=cast.giang, data=WRONG_SUM, file_name="bo.yaml", now=NOW)
    copy = taking_in.open_draft(actor=cast.giang, key=KEY, now=NOW)
    errors = [each.id for each in list_findings(edition) if each.severity == "error"]
    assert errors
    given: dict[str, Any] = {"actor": cast.giang, "key": KEY, "now": NOW}
    with pytest.raises(Incomplete):
        acknowledging.acknowledge_finding(**given, finding=errors[0], reason=" ")
    for finding in errors:
        edition = acknowledging.acknowledge_finding(**given, finding=finding, reason="In như vậy")
    with pytest.raises(NotFound):
        acknowledging.acknowledge_finding(**given, finding=errors[0], reason="Lần nữa")
    copy.refresh_from_db()
    assert [each["finding"] for each in copy.head["acknowledged"]] == errors
    assert copy.edition_version == edition.version
    issued = issue_edition(actor=cast.giang, key=KEY, version=edition.version, now=NOW)
    assert issued.status == Edition.Status.ISSUED


def test_a_draft_edition_opened_again_keeps_everything_it_says(cast: Cast) -> None:
    edition = _make(cast, take_in(cast))
    Edition.objects.filter(pk=edition.pk).update(version=edition.version + 1)
    copy = taking_in.open_draft(actor=cast.giang, key=edition.key, now=NOW)
    assert taking_in.open_draft(actor=cast.giang, key=edition.key, now=NOW).pk == copy.pk
    before = edition.document
    assert _make(cast, copy).document == before
    with pytest.raises(WrongStage):
        taking_in.open_draft(actor=cast.giang, key=cast.edition.key, now=NOW)
