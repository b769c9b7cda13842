"""``chamdiem show`` and ``library``: what stands in a set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chamdiem.cli.set_data import row_data
from chamdiem.library import list_editions, load_edition
from tests.cli.calling import call, set_file

KEYS = {
    "key",
    "number",
    "code",
    "level",
    "parent",
    "name",
    "max_points",
    "sum_points",
    "role",
    "rule",
    "inputs",
}


@pytest.mark.parametrize("edition", list_editions())
def test_show_lists_every_row_in_printed_order(edition: str) -> None:
    rows = call("show", edition, "--json").json
    assert [row["key"] for row in rows] == [row.key for row in load_edition(edition).rows]
    assert all(row.keys() >= KEYS for row in rows)


@pytest.mark.parametrize("edition", list_editions())
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_criterion_says_its_rule_as_a_sentence(edition: str, language: str) -> None:
    rows = call("show", edition, "--json", "--lang", language).json
    criteria = [row for row in rows if row["rule"]]
    assert len(criteria) == len(load_edition(edition).criteria)
    assert all(row["rule"]["kind"] and row["rule"]["sentence"] for row in criteria)


def test_a_row_names_its_parent_its_sum_and_its_inputs(tmp_path: Path) -> None:
    group, ratio, *_ = call("show", set_file(tmp_path), "--json").json
    assert (group["max_points"], group["sum_points"], group["parent"]) == (30, 35, None)
    assert ratio["parent"] == "1"
    assert ratio["rule"]["kind"] == "ratio"
    assert [(given["letter"], given["figure"], given["unit"]) for given in ratio["inputs"]] == [
        ("a", "1.1.a", "hồ sơ"),
        ("b", "1.1.b", "hồ sơ"),
    ]


def test_show_of_one_row_shows_what_stands_under_it(tmp_path: Path) -> None:
    path = set_file(tmp_path)
    assert [row["key"] for row in call("show", path, "1.2", "--json").json] == ["1.2"]
    shown = call("show", path, "1.2").out
    assert "Cách chấm: Nếu “Đã có kế hoạch” là Có thì" in shown
    assert "Tỷ lệ hồ sơ" not in shown


def test_a_sum_that_differs_from_the_printed_maximum_is_said(tmp_path: Path) -> None:
    assert "in 30, cộng 35" in call("show", set_file(tmp_path)).out


@pytest.mark.parametrize(
    ("edition", "vietnamese", "english"),
    [
        ("2023", "· năm 2023", "· 2023"),
        ("dự thảo", "· bản dự thảo", "· draft"),
        ("draft", "· bản dự thảo", "· draft"),
        ("lần 2", "· phiên bản lần 2", "· version lần 2"),
    ],
)
def test_the_edition_is_said_in_words(tmp_path: Path, edition: str, vietnamese: str, english: str) -> None:
    path = set_file(tmp_path)
    text = Path(path).read_text()
    Path(path).write_text(re.sub(r"edition: .*", f'edition: "{edition}"', text, count=1))
    head = call("show", path).out.splitlines()[1]
    assert head.endswith(vietnamese)
    assert call("show", path, "--lang", "en").out.splitlines()[1].endswith(english)


def test_rules_are_shown_on_request_only(tmp_path: Path) -> None:
    path = set_file(tmp_path)
    assert "Cách chấm" not in call("show", path).out
    assert call("show", path, "--rules").out.count("Cách chấm") == 3


def test_an_unknown_row_is_refused_with_what_is_alike(tmp_path: Path) -> None:
    called = call("show", set_file(tmp_path), "1.9")
    assert called.code == 2
    assert "không có dòng “1.9” (gần giống: 1" in " ".join(called.err.split())


@pytest.mark.parametrize("edition", list_editions())
def test_the_data_of_a_row_follow_the_schema_of_its_set(edition: str) -> None:
    indicator_set = load_edition(edition)
    row = indicator_set.rows[0]
    assert row_data(row, indicator_set, {}, {}, "vi")["level_name"] in indicator_set.levels.values()


def test_the_library_lists_every_edition_with_its_hash() -> None:
    listed = call("library", "--json").json
    assert [each["key"] for each in listed] == list(list_editions())
    assert all(len(each["hash"]) == 64 for each in listed)
    shown = call("library").out
    assert all(each["key"] in shown and each["hash"][:12] in shown for each in listed)


def test_english_names_what_the_set_does_not(tmp_path: Path) -> None:
    given = call("show", "so-2021", "1.1.1", "--json", "--lang", "en").json[0]["inputs"][0]
    assert (given["label"], given["unit"]) == ("Points awarded", "points")
    tried = call("trial", "so-2021", "1.1.1", "--lang", "en").out
    assert "điểm" not in tried.split("Where", 1)[1]
    gate = call("trial", set_file(tmp_path), "1.2", "--lang", "en").out
    assert "c=99.999; x=yes" in gate
    assert "=có" not in gate


def test_one_thing_is_not_called_many(tmp_path: Path) -> None:
    path = set_file(tmp_path)
    broken = path.read_text(encoding="utf-8").replace("max_points: 20", "max_points: viele")
    path.write_text(broken, encoding="utf-8")
    assert "1 problem;" in call("show", path, "--lang", "en").err
    set_file(tmp_path)
    counted = call("lint", path, "--lang", "en").out.splitlines()[-1]
    assert not any(f"{word}s" in counted for word in re.findall(r"\b1 (error|warning|remark)s?\b", counted))


def test_the_remedy_for_an_unknown_row_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    path = set_file(tmp_path)
    for command in ("show", "trial"):
        assert f"chamdiem show {path}" in " ".join(call(command, path, "99").err.split())
