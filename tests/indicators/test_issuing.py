"""Issuing a draft, and what can never be done afterwards, by code or in the database."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.indicators import selectors, services
from chamdiem.indicators.models import Edition
from tests.emptying import refuses_to_be_emptied
from tests.people import NOW, Cast

from .documents import KEY, WRONG_SUM, document


@pytest.fixture
def draft(cast: Cast) -> Edition:
    return services.load_draft(actor=cast.giang, data=document(), file_name="bo.yaml", now=NOW)


def _issue(cast: Cast, name: str = "giang", version: int = 1) -> Edition:
    return services.issue_edition(actor=cast.people[name], key=KEY, version=version, now=NOW)


def test_a_draft_is_issued_and_says_so_in_its_document(cast: Cast, draft: Edition) -> None:
    edition = _issue(cast)
    assert (edition.status, edition.issued_by, edition.issued_at) == ("issued", cast.giang, NOW)
    assert "status: issued" in edition.document
    assert edition.content_hash == draft.content_hash
    assert Event.objects.filter(action="edition.issue", subject_id=str(edition.pk)).count() == 1
    assert selectors.get_edition(actor=cast.an, key=KEY) == edition


def test_those_who_may_not_see_the_draft_cannot_learn_of_it(cast: Cast, draft: Edition) -> None:
    for name in ("an", "chi", "ha", "nga"):
        with pytest.raises(NotFound):
            _issue(cast, name)
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_an_issued_edition_is_not_issued_again(cast: Cast, draft: Edition) -> None:
    _issue(cast)
    with pytest.raises(WrongStage):
        _issue(cast)
    with pytest.raises(NotAllowed):
        _issue(cast, "an")


def test_what_was_replaced_meanwhile_is_looked_at_again_first(cast: Cast, draft: Edition) -> None:
    services.load_draft(actor=cast.lan, data=document(), file_name="bo.yaml", now=NOW)
    with pytest.raises(Conflict):
        _issue(cast, version=1)
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_errors_of_lint_must_be_acknowledged_in_the_file(cast: Cast) -> None:
    edition = services.load_draft(actor=cast.giang, data=WRONG_SUM, file_name="bo.yaml", now=NOW)
    with pytest.raises(Incomplete) as refused:
        _issue(cast)
    errors = [each for each in selectors.list_findings(edition) if each.severity == "error"]
    assert errors
    assert refused.value.facts == {"count": str(len(errors))}
    notes = "".join(f"    - {{finding: {each.id!r}, reason: in nhầm}}\n" for each in errors)
    data = WRONG_SUM.replace(b"  max_points: 70\n", f"  max_points: 70\n  acknowledged:\n{notes}".encode())
    services.load_draft(actor=cast.giang, data=data, file_name="bo.yaml", now=NOW)
    assert _issue(cast, version=2).status == "issued"


def test_a_draft_can_be_deleted_and_leaves_an_event(cast: Cast, draft: Edition) -> None:
    services.delete_draft(actor=cast.lan, key=KEY, now=NOW)
    assert not Edition.objects.filter(key=KEY).exists()
    assert Event.objects.filter(action="edition.delete", subject_id=str(draft.pk)).exists()


@pytest.mark.parametrize(("name", "refusal"), [("an", NotFound), ("nga", NotFound), ("chi", NotFound)])
def test_nobody_else_deletes_a_draft(cast: Cast, draft: Edition, name: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        services.delete_draft(actor=cast.people[name], key=KEY, now=NOW)
    assert Edition.objects.filter(key=KEY).exists()


def test_an_issued_edition_is_not_deleted(cast: Cast, draft: Edition) -> None:
    _issue(cast)
    with pytest.raises(WrongStage):
        services.delete_draft(actor=cast.giang, key=KEY, now=NOW)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE indicators_edition SET document = document || ' ' WHERE status = 'issued'",
        "UPDATE indicators_edition SET content_hash = 'x' WHERE status = 'issued'",
        "UPDATE indicators_edition SET status = 'draft' WHERE status = 'issued'",
        "UPDATE indicators_edition SET key = 'khac' WHERE status = 'issued'",
        "DELETE FROM indicators_edition WHERE status = 'issued'",
    ],
)
def test_the_database_itself_refuses_to_change_an_issued_edition(cast: Cast, change: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    before = Edition.objects.get(key="thu-nghiem-2026")
    assert (before.status, before.content_hash) == ("issued", cast.edition.content_hash)


def test_the_database_refuses_to_empty_the_editions(cast: Cast) -> None:
    refuses_to_be_emptied("indicators_edition")
    assert Edition.objects.filter(pk=cast.edition.pk).exists()


def test_the_database_lets_a_draft_change(cast: Cast, draft: Edition) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE indicators_edition SET name = 'khác' WHERE key = %s", [KEY])
    draft.refresh_from_db()
    assert draft.name == "khác"
