"""The cast, pages opened as one of them, patience of properties, garbage; nothing else is global."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from copy import deepcopy

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from . import patience
from .beginning import Beginning, commits, wants_nobody
from .people import Cast, make_cast

# In CI a property tries the same cases again.
patience.register(is_repeatable=bool(os.environ.get("CI")))
_BEGUN, _COMMITS = pytest.StashKey[Beginning](), pytest.StashKey[bool]()


# The long files, the longest first: begun last, one of them would keep a single worker busy to the end.
# Within a file the order stays.
_LONG = (
    "tests/example/",
    "tests/addresses/",
    "tests/assessments/test_in_chromium.py",
    "tests/authoring/test_reviewing.py",
    "tests/durability/",
    "tests/journeys/",
    "tests/appraisals/test_workflow.py",
    "tests/core/test_agreeing_paths.py",
    "tests/web/test_pages_in_chromium.py",
    "tests/cli/test_program.py",
    "tests/appraisals/test_in_chromium.py",
    "tests/indicators/test_pages.py",
    "tests/config/test_production.py",
)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage among what tests make, not among the tests.

    Collected, they are some million objects that stay to the end: Python would go through all of them again
    and again.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(5_000, 10, 50)
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    return next((turn for turn, place in enumerate(_LONG) if item.nodeid.startswith(place)), len(_LONG))


# Between tests that commit, every table is emptied. Here alone that is allowed for what is never emptied
# elsewhere, and the anchor of the audit trail begins anew; the triggers that refuse it stay in the schema
# and are tried with them on (tests/emptying.py).
_MAY_BE_EMPTIED = """
    DO $$ DECLARE found record; BEGIN
        FOR found IN SELECT tgrelid::regclass AS place, tgname AS name FROM pg_trigger
            WHERE tgname LIKE '%never_emptied' LOOP
            EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', found.place, found.name);
        END LOOP;
    END $$;
    CREATE OR REPLACE FUNCTION tests_begin_anew() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN INSERT INTO audit_anchor VALUES (1, 0, ''''); RETURN NULL; END';
    CREATE OR REPLACE TRIGGER tests_begin_anew AFTER TRUNCATE ON audit_anchor
        FOR EACH STATEMENT EXECUTE FUNCTION tests_begin_anew();
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The database of the tests, whose tables may all be emptied between them."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(_MAY_BE_EMPTIED)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tests that do not begin with the cast find nobody in the tables."""
    item.config.stash[_COMMITS] = commits(item)
    begun = item.config.stash.get(_BEGUN, None)
    if begun is not None and (commits(item) or wants_nobody(item)):
        begun.close()


@pytest.fixture(scope="module")
def beginning(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Beginning]:
    """The cast, made once for a file; before the transaction of any test, as its scope is wider."""
    begun = request.config.stash[_BEGUN] = Beginning(django_db_blocker)
    if not request.config.stash[_COMMITS]:
        begun.open()
    yield begun
    begun.close()


@pytest.fixture
def cast(beginning: Beginning, db: None) -> Cast:
    """Everybody in their places."""
    return make_cast() if beginning.cast is None else deepcopy(beginning.cast)


@pytest.fixture
def opened(cast: Cast) -> Callable[[str], Client]:
    """A browser in which a person of the cast has signed in: ``opened("an").get(…)``."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(cast.people[name])
        return client

    return sign_in
