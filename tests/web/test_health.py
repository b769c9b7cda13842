from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


def test_a_process_lives_without_asking_the_database(client: Client) -> None:
    answer = client.get("/health/live/")
    assert (answer.status_code, answer.json()["status"]) == (200, "alive")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_it_is_ready_when_every_table_is_there(client: Client) -> None:
    answer = client.get("/health/ready/")
    assert (answer.status_code, answer.json()["status"]) == (200, "ready")


@pytest.mark.django_db
def test_it_is_not_ready_before_the_tables_are_and_makes_none_itself(client: Client) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("sessions", "0001_initial")
    answer = client.get("/health/ready/")
    assert (answer.status_code, answer.json()) == (503, {"status": "not ready", "migrations": 1})
    assert ("sessions", "0001_initial") not in recorder.applied_migrations()


def test_nobody_can_post_to_it(client: Client) -> None:
    assert client.post("/health/live/").status_code == 405
