"""Whatever is handed in, a reader gives answers or says in words what is wrong: no trace, no half import."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from chamdiem.core.figures import list_figures
from chamdiem.core.sentences import problem_text
from chamdiem.errors import Invalid, InvalidAnswers
from chamdiem.office.answer_csv import write_answers_csv
from chamdiem.office.answer_reading import file_bytes
from chamdiem.office.form_writing import write_form
from chamdiem.office.json_reading import parse_json
from chamdiem.office.league import is_scores, read_scores
from chamdiem.office.organisation_reading import read_organisations
from chamdiem.office.organisations import Organisation
from chamdiem.office.scoring import score_answers
from tests.office.archives import archive, members, with_cells
from tests.office.forms import TWO, every_kind, filled_form, read, saved, table
from tests.patience import cases

often = cases(150)
rarely = cases(60)
FILES = st.sampled_from(["so-lieu.xlsx", "so-lieu.csv", "so-lieu.json", ""])
KEYS = st.sampled_from([*list_figures(every_kind()), "I.1"])


@cache
def _workbook() -> bytes:
    return saved(filled_form())


@cache
def _parts() -> dict[str, bytes]:
    return members(_workbook())


def _said(refused: Invalid) -> None:
    assert refused.problems
    for problem in refused.problems:
        assert problem_text(problem, "vi")
        assert problem_text(problem, "en")


def _answered(data: bytes, file: str = "so-lieu.xlsx") -> None:
    """Read, and score what was read: problems stop everything, and each can be said."""
    indicator_set = every_kind()
    try:
        sheet = read(data, file=file)
        if sheet.problems:
            raise InvalidAnswers(list(sheet.problems))
        scored = score_answers(sheet, indicator_set)
    except Invalid as refused:
        _said(refused)
        return
    figures = list_figures(indicator_set)
    codes = [each.participant.code for each in scored.standings.standings]
    assert codes
    assert len({code.casefold() for code in codes}) == len(codes)
    assert all(codes)
    for each in sheet.participants:
        for key, value in each.answers.items():
            assert value is not None
            low, high = figures[key].input.range
            assert low is None or value >= low
            assert high is None or value <= high


@often
@given(st.binary(max_size=400), FILES)
@example(b"sep=\r\ncode\r1.1.a\r\nX;1", "so-lieu.csv")
@example(b'sep="\r\ncode"1.1.a\r\nX"1', "so-lieu.csv")
@example(b"sep=\n", "so-lieu.csv")
@example(b"\xff\xfe", "so-lieu.csv")
def test_any_bytes(data: bytes, file: str) -> None:
    _answered(data, file)


@often
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), FILES)
def test_any_text(text: str, encoding: str, file: str) -> None:
    _answered(text.encode(encoding, errors="ignore"), file)


@often
@given(st.integers(0, 20_000))
def test_a_workbook_cut_off_at_any_byte(length: int) -> None:
    _answered(_workbook()[: length % len(_workbook())])


@often
@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_any_bytes_changed(changes: list[tuple[int, int]]) -> None:
    data = bytearray(_workbook())
    for place, byte in changes:
        data[place % len(data)] = byte
    _answered(bytes(data))


@often
@given(st.data())
def test_a_part_of_a_workbook_with_anything_in_it(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(_parts())))
    part = _parts()[path]
    start = data.draw(st.integers(0, len(part)))
    end = data.draw(st.integers(start, min(len(part), start + 60)))
    middle = data.draw(
        st.binary(max_size=20) | st.sampled_from([b"<", b">", b'"', b"&", b"<a/>", b"-1", b"nan"])
    )
    _answered(archive({**_parts(), path: part[:start] + middle + part[end:]}))


# An archive ends a path at a zero byte, and Python's own cannot write an empty one.
paths = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=20)


@often
@given(st.dictionaries(paths, st.binary(max_size=60), max_size=4), st.booleans())
def test_an_archive_of_anything(parts: dict[str, bytes], is_added: bool) -> None:  # noqa: FBT001  drawn
    _answered(archive({**(_parts() if is_added else {}), **parts}))


cells = st.builds(
    lambda reference, kind, style, value: b"<c%s%s%s>%s</c>" % (reference, kind, style, value),
    st.sampled_from([b"", b' r="A1"', b' r="B2"', b' r="XFD1"', b' r="?"', b' r=""']),
    st.sampled_from(
        [b"", *(b' t="%s"' % kind for kind in (b"s", b"n", b"b", b"d", b"e", b"str", b"inlineStr", b"x"))]
    ),
    st.sampled_from([b"", b' s="0"', b' s="1"', b' s="-1"', b' s="x"']),
    st.sampled_from(
        [b"", b"<v/>", b"<v>0</v>", b"<v>1e9</v>", b"<v>x</v>", b"<f>1</f>", b"<f/>", b"<is><t>code</t></is>"]
    ),
)


@often
@given(
    st.lists(
        st.tuples(st.sampled_from([b"", b' r="1"', b' r="0"', b' r="-1"', b' r="x"']), cells), max_size=6
    )
)
def test_a_sheet_of_any_cells(lines: list[tuple[bytes, bytes]]) -> None:
    rows = b"".join(b"<row%s>%s</row>" % line for line in lines)
    _answered(with_cells(table(["code", "1.1.a"]), rows))


values = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["X01", "có", "12%", "1.234", "31/12/2023", "ranked", "#N/A"])
)  # fmt: skip
names = (
    KEYS
    | st.sampled_from(["code", "name", "peer_group", "ranked", "answers", "organisations"])
    | st.text(max_size=5)
)
anything = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=5),
    max_leaves=12,
)
organisation = st.fixed_dictionaries(
    {"code": st.sampled_from(["X01", "x01", "X02", " "]) | values},
    optional={
        "name": values,
        "peer_group": values,
        "ranked": values,
        "answers": st.dictionaries(names, values),
    },
)


@often
@given(anything | st.fixed_dictionaries({"organisations": st.lists(organisation | anything, max_size=4)}))
def test_any_json(value: Any) -> None:
    _answered(json.dumps(value).encode(), "so-lieu.json")


@often
@given(anything | st.lists(organisation.map(lambda each: {**each, "total": 5, "maximum": 10}), max_size=4))
def test_any_json_of_scores(value: Any) -> None:
    parsed = parse_json(json.dumps({"organisations": value}).encode())
    if not is_scores(parsed):
        return
    try:
        entries = read_scores(parsed, every_kind(), "diem.json")
    except Invalid as refused:
        _said(refused)
    else:
        assert len(entries) == len(parsed["organisations"])


@rarely
@given(st.lists(st.lists(values | KEYS | st.sampled_from(["code", "Mã đơn vị"]), max_size=6), max_size=6))
def test_any_table(lines: list[list[Any]]) -> None:
    plain = [[each for each in line if not isinstance(each, str) or each.isprintable()] for line in lines]
    _answered(table(*[[_small(each) for each in line] for line in plain]))


def _small(value: Any) -> Any:
    """A number as text where Excel has no such number, and openpyxl would not write it."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number and not abs(value) < 1e15 else value


@rarely
@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=12))
@example("\ufffe\uffff", "_x0041_ \x0b", "\ud800")
def test_any_name_survives_the_form_and_the_csv(code: str, name: str, group: str) -> None:
    given_json = json.dumps([{"code": code, "name": name, "peer_group": group}]).encode()
    try:
        sheet = read(given_json, file="don-vi.json")
    except Invalid:
        return
    if not sheet.participants:
        return
    (first,) = sheet.participants
    own = Organisation(code=first.code, name=first.name, peer_group=first.peer_group)
    for data, file in (
        (write_form(every_kind(), [own, *TWO]), "mau.xlsx"),
        (write_answers_csv([first], every_kind()), "so-lieu.csv"),
    ):
        again = [*read(data, file=file).participants]
        if first.name and first.code.casefold() not in ("x01", "x02"):
            assert (again[0].code, again[0].name, again[0].peer_group) == (own.code, own.name, own.peer_group)


@rarely
@given(data=st.binary(max_size=200) | anything.map(lambda value: json.dumps(value).encode()))
def test_any_list_of_organisations(tmp_path_factory: Any, data: bytes) -> None:
    path = tmp_path_factory.mktemp("don-vi") / "don-vi"
    path.write_bytes(data)
    try:
        assert read_organisations(path)
        assert file_bytes(path) == data
    except Invalid as refused:
        _said(refused)
