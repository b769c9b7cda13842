"""The plan ninhthuan-2021-plan says what its document says: the text around, and the file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.improvement_plan import Entry, Goal, Plan, PlanItem
from chamdiem.core.indicator_set import Source
from chamdiem.errors import InvalidPlan, NotFound
from chamdiem.library.plans import list_plans, load_plan, plan_text, read_plan_text, write_plan
from tests.patience import cases

from .plan_document import KEY, LETTERED, lines, lines_of, plan


def printed_texts(entry: Entry) -> Iterator[str]:
    """Everything of an entry that must stand in its lines."""
    for field in ("text", "title", "number", "letter", "listed_as", "kind", "issued_with", "about"):
        if text := getattr(entry, field, ""):
            yield text
    if isinstance(entry, PlanItem):
        yield from (*entry.lead, *entry.coordinating, *((entry.years.printed,) if entry.years else ()))


# --- the text around ---------------------------------------------------------------------


def test_every_line_before_the_criteria_is_transcribed_somewhere() -> None:
    signatory = plan().signatory
    assert signatory is not None
    sources = [plan().source, signatory.source, *(entry.source for _, entry in plan().entries())]
    claimed = {number for source in sources for number in lines_of(source.lines)}
    printed = {number for number, line in enumerate(lines()[:224], start=1) if line}
    assert printed <= claimed
    assert max(claimed) == 224


def test_every_entry_stands_in_the_lines_it_names() -> None:
    for listed, entry in plan().entries():
        own = " ".join(lines()[number - 1] for number in sorted(lines_of(entry.source.lines)))
        missing = [text for text in printed_texts(entry) if text not in own]
        assert not missing, (listed, entry.key)


def test_the_title_is_the_printed_one() -> None:
    printed = [lines()[number - 1] for number in sorted(lines_of(plan().source.lines))]
    assert plan().printed_title.splitlines() == [line for line in printed if line]


def test_keys_and_places_follow_the_printed_numbers() -> None:
    goals = {(goal.key, goal.source.place): (goal.year, goal.section, goal.letter) for goal in plan().goals}
    assert all(at == (f"{y}.{letter}", f"mục {s}.{letter}") for at, (y, s, letter) in goals.items())
    for annex, items in (("I", plan().targets), ("II", plan().documents)):
        keys = [(f"PL{len(annex)}.{item.number}", f"Phụ lục {annex}, dòng {item.number}") for item in items]
        assert [(item.key, item.source.place) for item in items] == keys
    for project in plan().projects:
        assert project.key == f"{project.group}.{project.number}"
        assert project.source.place == f"Phụ lục III, {project.key}"
    measures = [(goal.key, goal.measures) for goal in plan().goals]
    for key, own in (*measures, *((item.key, item.measures) for item in plan().items)):
        assert [measure.key for measure in own] == [f"{key}-{place}" for place in range(1, len(own) + 1)]


def test_notes_speak_of_entries_that_exist() -> None:
    known = {entry.key for _, entry in plan().entries()}
    notes = [entry.note for _, entry in plan().entries() if entry.note]
    named = {key for note in notes for key in re.findall(r"20\d\d\.[a-zđ]\b|\b[A-E]\.(?:[IV]+\.)?\d", note)}
    assert len(named) == 7
    assert named <= known


def test_sections_keep_their_printed_numbers() -> None:
    top = [(section.key, section.number) for section in plan().sections if not section.under]
    assert top == [("I", "I"), ("II", "II"), ("II-2", "II"), ("III", "III"), ("IV", "IV"), ("NN", "")]


def test_every_legal_basis_is_there_with_its_number_and_date() -> None:
    printed = [line for line in lines() if line.startswith("Căn cứ ") and line.endswith(";")]
    assert [basis.text for basis in plan().legal_basis] == printed
    for basis in plan().legal_basis:
        assert basis.issued_on is not None
        day, month, year = re.findall(r"ngày (\d+)/(\d+)/(\d+)", basis.text)[0]
        assert basis.issued_on.isoformat() == f"{year}-{int(month):02}-{int(day):02}"
        assert basis.text.startswith(f"Căn cứ {basis.document} ngày")
        assert all(part in basis.text for part in (basis.issuer, basis.subject)), basis.key


def test_every_quarter_the_bodies_report_to_the_department_for_the_committee() -> None:
    duties = {duty.every: duty for duty in plan().reporting}
    assert set(duties) == {"quarter", "when_needed"}
    duty = duties["quarter"]
    (clause,) = (each for each in plan().clauses if each.key == duty.clause)
    assert clause.text == LETTERED.fullmatch(lines()[98])[2]  # type: ignore[index]  # the line is lettered
    assert plan().body_called(duty.by[0]).collective
    assert (duty.to, duty.consolidated_for) == ("Sở Thông tin và Truyền thông", "Ủy ban nhân dân tỉnh")
    assert all(name in clause.text for name in (duty.to, duty.consolidated_for))


def test_responsibilities_charge_the_body_of_their_heading() -> None:
    titles = {section.key: section.title for section in plan().sections}
    charged = [clause for clause in plan().clauses if clause.role == "responsibility"]
    assert len(charged) == 7
    for clause in charged:
        assert titles[clause.section].endswith(clause.bodies[0]), clause.key


def test_recipients_and_signatory_are_those_printed() -> None:
    first = lines().index("Nơi nhận:") + 2
    printed = [line.removeprefix("- ").rstrip(";.") for line in lines()[first - 1 :] if line.startswith("- ")]
    assert [recipient.text for recipient in plan().recipients] == printed[: len(plan().recipients)]
    assert len(plan().recipients) == 11
    signatory = plan().signatory
    assert signatory is not None
    assert [signatory.on_behalf, signatory.title, signatory.name] == [
        line for line in lines()[120:124] if line
    ]


def test_annexes_carry_the_columns_of_their_tables() -> None:
    headers = [tuple(line.split("\t")) for line in lines() if line.startswith(("STT\t", "TT\t"))]
    assert {annex.columns for annex in plan().annexes} == set(headers)
    assert [annex.number for annex in plan().annexes] == [f"Phụ lục {n}" for n in ("I", "II", "III", "IV")]


def test_every_correction_changes_what_is_printed() -> None:
    corrections = [each for _, entry in plan().entries() for each in entry.corrections]
    assert len(corrections) == 23
    assert all(each.printed != each.correct for each in corrections)


def test_a_corrected_body_is_the_one_of_the_name_list() -> None:
    corrected = [(item, each) for item in plan().items for each in item.corrections if each.field == "lead"]
    assert len(corrected) == 5
    for item, correction in corrected:
        assert item.lead == (correction.printed,)
        assert plan().body_called(correction.printed).name == correction.correct


def test_known_contradictions_carry_a_note() -> None:
    notes = {entry.key for _, entry in plan().entries() if entry.note}
    assert {
        "II-2",
        "2025.a",
        "2025.m",
        "PL1.1",
        "PL2.10",
        "A.I.7",
        "A.I.1",
        "E.5",
        "IV.1.a",
        "IV.4.c",
    } <= notes


# --- the file ----------------------------------------------------------------------------


def test_the_plan_of_the_library_is_written_byte_for_byte() -> None:
    assert write_plan(plan()) == plan_text(KEY)


# What neither a database nor a workbook keeps is refused when a file is read.
_UNKEPT = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))


@cases(200)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_UNKEPT), min_size=1).filter(
        lambda text: text.strip() not in ("", "~", "null", "Null", "NULL")
    )
)
def test_any_wording_comes_back_unchanged(text: str) -> None:
    goal = Goal(key="2030.a", text=text, year=2030)
    written = write_plan(Plan(key="example", title="Kế hoạch", source=Source(document="KH"), goals=(goal,)))
    assert read_plan_text(written).goals == (goal,)
    assert write_plan(read_plan_text(written)) == written


def test_plans_are_listed_and_an_unknown_one_is_not_found() -> None:
    assert KEY in list_plans()
    with pytest.raises(NotFound) as refused:
        load_plan("ninhthuan-2021")
    assert refused.value.code == "plan.unknown"


def test_a_criterion_the_edition_does_not_have_is_refused() -> None:
    text = plan_text(KEY).replace("- 7.2.4\n", "- 9.9.9\n")
    with pytest.raises(InvalidPlan) as refused:
        read_plan_text(text)
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["criterion"]) == ("plan.unknown_criterion", "9.9.9")
    assert problem.place.path == "projects[A.IV.1].criteria"
