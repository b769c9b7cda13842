"""An installation: its settings, its documents, what it refuses."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client, override_settings
from psycopg.conninfo import make_conninfo

from chamdiem.config.environment import Environment

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "src" / "chamdiem" / "config"
PRODUCTION = {
    "CHAMDIEM_SECRET_KEY": "kJ8-3ndoX0q_5vQe7mZ2rT9uYb4wL1sHcGfAoPiEnRtUxSdVyBhNg",
    "CHAMDIEM_DATABASE_URL": "postgresql://chamdiem:secret@database/chamdiem",
    "CHAMDIEM_HOSTS": "chamdiem.example.vn",
    "CHAMDIEM_ORIGINS": "https://chamdiem.example.vn",
    "CHAMDIEM_EMAIL_FROM": "chamdiem@example.vn",
}


def _manage(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return _run("chamdiem.config.manage", *arguments, **more)


def _run(module: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", module, *arguments],
        env={**_outside(os.environ), **PRODUCTION, **more},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def _outside(variables: Mapping[str, str]) -> dict[str, str]:
    mine = ("CHAMDIEM_", "DJANGO_")
    return {name: value for name, value in variables.items() if not name.startswith(mine)}


def _variables_read() -> set[str]:
    text = "\n".join((CONFIG / name).read_text() for name in ("settings.py", "environment.py", "serving.py"))
    asked = re.findall(
        r"(?:_environment|self)\.(?:text|flag|number|names|folder|own)\(\s*\"([A-Z0-9_]+)\"", text
    )
    named = re.findall(r"\"CHAMDIEM_([A-Z0-9_]+)\"", text)
    return {*asked, *named}


def test_every_variable_is_documented_and_every_documented_one_is_read() -> None:
    document = (ROOT / "docs" / "how-to" / "deploy.md").read_text()
    documented = set(re.findall(r"^\| `CHAMDIEM_([A-Z0-9_]+)`", document, re.MULTILINE))
    assert documented == _variables_read()
    assert {"SECRET_KEY", "DATABASE_URL", "BIND", "S3_BUCKET"} <= documented


def test_production_settings_leave_the_check_nothing_to_say() -> None:
    checked = _manage("check", "--deploy", "--fail-level", "WARNING")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "no issues" in checked.stdout


def test_the_check_would_speak_up() -> None:
    checked = _manage("check", "--deploy", "--fail-level", "WARNING", CHAMDIEM_HTTPS="0")
    assert checked.returncode == 1
    assert "security.W004" in checked.stderr


@pytest.mark.parametrize(
    ("secret", "is_debug"),
    [
        ("", False),
        ("short", False),
        ("for development only, refused where CHAMDIEM_DEBUG is off", False),
        ("short", True),
        ("change-me-change-me-change-me-change-me-change-me-change-me", False),
        ("django-insecure-kJ8-3ndoX0q_5vQe7mZ2rT9uYb4wL1sHcGfAoPiEnRtUx", False),
        ("abcabcabc" * 8, False),
    ],
)
def test_a_default_secret_is_refused(*, secret: str, is_debug: bool) -> None:
    environment = Environment({"CHAMDIEM_SECRET_KEY": secret})
    with pytest.raises(ImproperlyConfigured, match="CHAMDIEM_SECRET_KEY"):
        environment.secret(is_debug=is_debug)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CHAMDIEM_SECRET_KEY", ""),
        ("CHAMDIEM_SECRET_KEY", "django-insecure-kJ8-3ndoX0q_5vQe7mZ2rT9uYb4wL1sHcGfAoPiEnRtUx"),
        ("CHAMDIEM_DATABASE_URL", ""),
        ("CHAMDIEM_DATABASE_URL", "mysql://database/chamdiem"),
        ("CHAMDIEM_HOSTS", ""),
        ("CHAMDIEM_EMAIL_FROM", ""),
        ("CHAMDIEM_EMAIL_PORT", "x"),
        ("CHAMDIEM_HTTPS", "ture"),
    ],
)
def test_a_wrong_setting_stops_every_command_with_one_sentence(name: str, value: str) -> None:
    started = _manage("migrate", **{name: value})
    (line,) = started.stderr.splitlines()
    assert (started.returncode, started.stdout) == (1, "")
    assert line.startswith(f"Không khởi động được: {name}")


@pytest.mark.parametrize("command", ["migrate", "load_library"])
def test_a_database_that_is_not_there_is_one_sentence(command: str) -> None:
    started = _manage(command, CHAMDIEM_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    (line,) = started.stderr.splitlines()
    assert started.returncode == 1
    assert line.startswith("Không kết nối được cơ sở dữ liệu ghi trong CHAMDIEM_DATABASE_URL (")


@pytest.mark.parametrize("wrong", ["CHAMDIEM_SECRET_KEY", "CHAMDIEM_WEB_WORKERS"])
def test_the_web_server_does_not_start_with_a_wrong_setting_and_says_so_once(wrong: str) -> None:
    started = _run(
        "gunicorn", "-c", "python:chamdiem.config.serving", "chamdiem.config.wsgi", **{wrong: "short"}
    )
    (line,) = started.stderr.splitlines()
    assert started.returncode == 1
    assert line.startswith(f"Không khởi động được: {wrong}")


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [("x", 1, None), ("", 1, None), ("0", 1, None), ("-1", 0, None), ("70000", 1, 65_535)],
)
def test_a_number_that_is_none_is_refused_by_its_name(value: str, least: int, most: int | None) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"CHAMDIEM_EMAIL_PORT='{value}'"):
        Environment({"CHAMDIEM_EMAIL_PORT": value}).number("EMAIL_PORT", 25, least=least, most=most)


def test_a_flag_that_is_neither_on_nor_off_is_refused_by_its_name() -> None:
    with pytest.raises(ImproperlyConfigured, match="CHAMDIEM_HTTPS='ture'"):
        Environment({"CHAMDIEM_HTTPS": "ture"}).flag("HTTPS", default=True)
    assert Environment({"CHAMDIEM_HTTPS": "Off"}).flag("HTTPS", default=True) is False
    assert Environment({"CHAMDIEM_HTTPS": ""}).flag("HTTPS", default=True) is True


def test_logs_are_one_json_object_a_line() -> None:
    code = "import django; django.setup(); import logging; logging.getLogger('a').warning('xin chào')"
    (line,) = _logged(code)
    assert (line["event"], line["level"], line["logger"]) == ("xin chào", "warning", "a")


def _logged(code: str) -> list[dict[str, object]]:
    """What a program of ours writes into its log."""
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", code],
        env={**_outside(os.environ), **PRODUCTION, "DJANGO_SETTINGS_MODULE": "chamdiem.config.settings"},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_what_pyhanko_finds_in_documents_is_no_noise_beside_our_own_warnings() -> None:
    code = (
        "import django; django.setup(); import logging;"
        "logging.getLogger('pyhanko_certvalidator.revinfo.validate_crl').warning('CRL thử');"
        "logging.getLogger('pyhanko.sign.validation.status').warning('CMS thử');"
        "logging.getLogger('chamdiem.evidence.works').warning('của mình')"
    )
    assert [line["event"] for line in _logged(code)] == ["của mình"]


def test_warnings_and_what_nobody_caught_are_lines_of_the_log_too() -> None:
    code = "import django; django.setup(); import warnings; warnings.warn('sắp bỏ'); raise ValueError('hỏng')"
    warned, ended = (json.loads(line) for line in _ended(code).splitlines())
    assert (warned["level"], ended["level"], ended["event"]) == ("warning", "critical", "uncaught")
    assert "sắp bỏ" in warned["event"]
    assert ended["exception"].endswith("ValueError: hỏng")


def _ended(code: str) -> str:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", code],
        env={**_outside(os.environ), **PRODUCTION, "DJANGO_SETTINGS_MODULE": "chamdiem.config.settings"},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    ).stderr


def test_what_the_library_of_the_worker_prints_is_a_line_of_the_log_too(transactional_db: None) -> None:
    done = _run(
        "chamdiem.config.manage",
        "procrastinate",
        "worker",
        "--one-shot",
        "--queues=nobody",
        CHAMDIEM_DATABASE_URL=_address_of_the_tests(),
    )
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert done.returncode == 0
    assert any("worker" in line["event"] for line in lines)


def _address_of_the_tests() -> str:
    kept = connection.settings_dict
    parts = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return make_conninfo(
        **{name: str(kept[key]) for name, key in parts.items() if kept[key]}, **kept["OPTIONS"]
    )


def test_lines_of_the_web_server_and_its_requests_are_json_too() -> None:
    code = (
        "import django; django.setup()\n"
        "from datetime import timedelta\n"
        "from types import SimpleNamespace\n"
        "from gunicorn.config import Config\n"
        "from chamdiem.config.serving import ServerLog\n"
        "log = ServerLog(Config())\n"
        "log.info('Listening at: %s', 'đây')\n"
        "log.access(SimpleNamespace(status='200 OK', sent=12), None,"
        " {'REQUEST_METHOD': 'GET', 'PATH_INFO': '/a\"b\\\\', 'REMOTE_ADDR': '::1',"
        " 'HTTP_X_FORWARDED_FOR': 'made up, 203.0.113.7'}, timedelta(seconds=1.5))"
    )
    started, request = _logged(code)
    assert started["event"] == "Listening at: đây"
    assert (request["event"], request["path"], request["status"]) == ("request", '/a"b\\', 200)
    assert (request["method"], request["bytes"], request["milliseconds"]) == ("GET", 12, 1500)
    # What the proxy in front saw; what the client wrote before it proves nothing.
    assert request["address"] == "203.0.113.7"


def test_units_and_image_start_programs_that_exist() -> None:
    texts = [path.read_text() for path in sorted((ROOT / "deploy").iterdir())]
    assert len(texts) == 3
    assert sum("chamdiem.config.serving" in text for text in texts) == 2
    assert sum("procrastinate worker" in text for text in texts) == 2


def test_the_check_of_the_image_asks_under_a_name_that_is_answered(client: Client) -> None:
    command = re.search(r"^HEALTHCHECK CMD (.+)$", (ROOT / "deploy/Containerfile").read_text(), re.MULTILINE)
    assert command is not None
    assert "environ['CHAMDIEM_HOSTS'].split(',')[0]" in json.loads(command[1])[2]
    with override_settings(ALLOWED_HOSTS=["chamdiem.example.vn"]):
        assert client.get("/health/live/", headers={"host": "chamdiem.example.vn"}).status_code == 200
        assert client.get("/health/live/", headers={"host": "127.0.0.1"}).status_code == 400


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="No systemd here.")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for unit in (ROOT / "deploy").glob("*.service"):
        # The programs are not installed here; every other line is as it is shipped.
        started = re.sub(
            r"^ExecStart=\S+", f"ExecStart={sys.executable}", unit.read_text(), flags=re.MULTILINE
        )
        (tmp_path / unit.name).write_text(started)
    units = sorted(tmp_path.iterdir())
    done = subprocess.run(  # noqa: S603  the program of the machine
        [shutil.which("systemd-analyze") or "", "verify", *units], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
