"""Loading a set file as a draft."""

from __future__ import annotations

import pytest

from chamdiem.accounts.models import User
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, InvalidIndicatorSet, NotAllowed, NotFound
from chamdiem.indicators import selectors, services
from chamdiem.indicators.models import Edition
from tests.people import NOW, Cast

from .documents import KEY, TWO_PROBLEMS, document, document_with


def _load(cast: Cast, actor: User | None = None, data: bytes | None = None) -> Edition:
    return services.load_draft(
        actor=actor or cast.giang, data=data or document(), file_name="bo.yaml", now=NOW
    )


def test_a_file_becomes_a_draft_of_the_authority(cast: Cast) -> None:
    edition = _load(cast)
    assert (edition.status, edition.owner, edition.criteria_count) == ("draft", cast.province, 6)
    assert edition.max_points == 70
    event = Event.objects.get(action="edition.load")
    assert event.facts == {"content_hash": edition.content_hash}
    assert event.organisation_path == cast.province.path


def test_the_administrator_may_load_too(cast: Cast) -> None:
    assert _load(cast, cast.lan).owner == cast.province


@pytest.mark.parametrize("name", ["an", "dung", "kien", "chi", "ha"])
def test_nobody_else_may_load(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        _load(cast, cast.people[name])
    assert refused.value.code == "edition.load_not_allowed"
    assert not Edition.objects.filter(key=KEY).exists()


def test_a_wrong_file_names_every_problem_with_its_line_and_changes_nothing(cast: Cast) -> None:
    with pytest.raises(InvalidIndicatorSet) as refused:
        _load(cast, data=TWO_PROBLEMS)
    places = [
        (problem.place.file, problem.place.line > 0, problem.place.path) for problem in refused.value.problems
    ]
    assert len(places) == 2
    assert all(file == "bo.yaml" and has_line and path for file, has_line, path in places)
    assert not Edition.objects.filter(key=KEY).exists()
    assert not Event.objects.exists()


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"- just\n- a list", b"a: &x 1\nb: *x", b"x" * 5_000_001])
def test_what_is_no_set_file_is_refused(cast: Cast, data: bytes) -> None:
    with pytest.raises(InvalidIndicatorSet):
        services.load_draft(actor=cast.giang, data=data, file_name="x.yaml", now=NOW)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "Excel/Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel/Word"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_an_office_file_is_told_by_its_kind_with_where_it_belongs(cast: Cast, data: bytes, kind: str) -> None:
    with pytest.raises(InvalidIndicatorSet) as refused:
        services.load_draft(actor=cast.giang, data=data, file_name="bo.xlsx", now=NOW)
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["kind"]) == ("file.office_for_yaml", kind)


def test_a_second_file_replaces_the_draft_of_colleagues(cast: Cast) -> None:
    _load(cast)
    changed = document_with({"step: 0.5": "step: 0.25"})
    edition = _load(cast, cast.lan, changed)
    assert edition.version == 2
    assert "0.25" in edition.document
    assert Edition.objects.filter(key=KEY).count() == 1


def test_a_draft_of_another_authority_is_not_replaced(cast: Cast) -> None:
    before = _load(cast)
    with pytest.raises(Conflict) as refused:
        _load(cast, cast.nga, document_with({"step: 0.5": "step: 0.25"}))
    assert refused.value.code == "edition.key_taken"
    before.refresh_from_db()
    assert before.version == 1


def test_an_issued_edition_is_not_replaced(cast: Cast) -> None:
    data = document_with({KEY: "thu-nghiem-2026"})
    with pytest.raises(Conflict):
        _load(cast, data=data)


def test_a_draft_is_there_for_those_who_keep_it_and_nobody_else(cast: Cast) -> None:
    _load(cast)
    for name, person in cast.people.items():
        keys = {edition.key for edition in selectors.list_editions(actor=person)}
        assert (KEY in keys) == (name in ("giang", "lan"))
        assert "thu-nghiem-2026" in keys
    with pytest.raises(NotFound):
        selectors.get_edition(actor=cast.nga, key=KEY)


def test_acknowledging_a_finding_shows_at_once_though_the_content_hash_is_the_same(cast: Cast) -> None:
    first = _load(cast)
    finding = selectors.list_findings(first)[0]
    note = f"  acknowledged:\n    - {{finding: {finding.id!r}, reason: đã biết}}\n"
    second = _load(cast, data=document_with({"  max_points: 70\n": f"  max_points: 70\n{note}"}))
    assert second.content_hash == first.content_hash
    found = {each.id: each.acknowledged for each in selectors.list_findings(second)}
    assert found[finding.id] is True
