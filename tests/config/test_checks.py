"""``check --deploy``: a setting that would fail later is named now, with its remedy."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.core.checks import CheckMessage, Error, run_checks
from django.test import override_settings

from chamdiem.config.checks import CHECKS

WELL: dict[str, object] = {
    "ALLOWED_HOSTS": ["chamdiem.example.vn", ".tinh.gov.vn", "[::1]"],
    "IS_EXAMPLE": False,
    "IS_HTTPS": True,
    "ALLAUTH_TRUSTED_PROXY_COUNT": 1,
    "SITE": "https://chamdiem.example.vn",
    "DEFAULT_FROM_EMAIL": "chamdiem@example.vn",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "EMAIL_HOST": "mail.example.vn",
    "MALWARE_SCANNER": "",
}
BUCKET = {
    "CHAMDIEM_S3_BUCKET": "minh-chung",
    "CHAMDIEM_S3_ENDPOINT": "https://s3.example.vn:9000",
    "CHAMDIEM_S3_ACCESS_KEY": "ours",
    "CHAMDIEM_S3_SECRET_KEY": "ours too",
}


@pytest.fixture(autouse=True)
def _of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of the machine that tests says nothing here."""
    for name in (*BUCKET, "CHAMDIEM_LOGIN_RATE"):
        monkeypatch.delenv(name, raising=False)


def _found(**changed: object) -> list[CheckMessage]:
    with override_settings(**{**WELL, **changed}):
        return [fault for check in CHECKS for fault in check(None)]


def _assert_one(faults: list[CheckMessage], name: str, *, speaks_of: str) -> None:
    (fault,) = faults
    assert fault.id == f"chamdiem.{name}"
    assert speaks_of in str(fault.msg)
    assert fault.hint


def test_what_is_well_is_passed_over() -> None:
    assert _found() == []
    assert _found(SITE="https://dti.tinh.gov.vn/") == []
    assert _found(IS_HTTPS=False, SITE="http://[::1]:8000") == []
    assert _found(MALWARE_SCANNER="clamd://scanner:3310") == []
    assert _found(MALWARE_SCANNER="clamd:///run/clamd.ctl") == []
    assert _found(MALWARE_SCANNER=f"command:{sys.executable} -") == []


@pytest.mark.parametrize(
    "site",
    [
        "chamdiem.example.vn",
        "https://",
        "https://chamdiem.example.vn:port",
        "https://chamdiem.example.vn/trang",
        "http://chamdiem.example.vn",
        "https://localhost",
    ],
)
def test_an_address_that_letters_cannot_lead_to(site: str) -> None:
    _assert_one(_found(SITE=site), "site", speaks_of=f"CHAMDIEM_SITE={site!r}")


@pytest.mark.parametrize("host", ["https://chamdiem.example.vn", "chamdiem.example.vn:8000", "*"])
def test_a_host_that_is_no_name(host: str) -> None:
    _assert_one(_found(ALLOWED_HOSTS=["chamdiem.example.vn", host]), "hosts", speaks_of=host)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CHAMDIEM_S3_BUCKET", ""),
        ("CHAMDIEM_S3_BUCKET", "Minh chứng"),
        ("CHAMDIEM_S3_ENDPOINT", ""),
        ("CHAMDIEM_S3_ENDPOINT", "s3.example.vn"),
        ("CHAMDIEM_S3_SECRET_KEY", ""),
    ],
)
def test_a_bucket_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    for each, right in {**BUCKET, name: value}.items():
        monkeypatch.setenv(each, right)
    _assert_one(_found(), "storage", speaks_of=name)


def test_a_bucket_with_all_it_needs_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in BUCKET.items():
        monkeypatch.setenv(name, value)
    assert _found() == []


@pytest.mark.parametrize(
    ("changed", "speaks_of"),
    [
        ({"DEFAULT_FROM_EMAIL": "Chấm điểm <cd@localhost-2>"}, "CHAMDIEM_EMAIL_FROM"),
        ({"DEFAULT_FROM_EMAIL": "Chấm điểm cd@tinh.gov.vn"}, "CHAMDIEM_EMAIL_FROM"),
        ({"DEFAULT_FROM_EMAIL": "A, B <cd@tinh.gov.vn>"}, "CHAMDIEM_EMAIL_FROM"),
        ({"DEFAULT_FROM_EMAIL": "chamdiem@localhost-2"}, "CHAMDIEM_EMAIL_FROM"),
        ({"EMAIL_BACKEND": "smtp"}, "CHAMDIEM_EMAIL_BACKEND"),
        ({"EMAIL_HOST": "smtp://mail.example.vn"}, "CHAMDIEM_EMAIL_HOST"),
        ({"EMAIL_HOST": "mail.example.vn:25"}, "CHAMDIEM_EMAIL_HOST"),
        ({"EMAIL_HOST_USER": "chamdiem"}, "CHAMDIEM_EMAIL_PASSWORD"),
        ({"EMAIL_HOST_USER": "chamdiem", "EMAIL_HOST_PASSWORD": "ours"}, "không mã hóa"),
    ],
)
def test_letters_that_would_not_be_sent(changed: dict[str, object], speaks_of: str) -> None:
    _assert_one(_found(**changed), "email", speaks_of=speaks_of)


@pytest.mark.parametrize("rate", ["200", "many/5m/ip", "200/5x/ip", "0/5m/ip", "200/5m/key"])
def test_a_rate_that_limits_nothing(monkeypatch: pytest.MonkeyPatch, rate: str) -> None:
    monkeypatch.setenv("CHAMDIEM_LOGIN_RATE", rate)
    _assert_one(_found(), "rate", speaks_of=f"CHAMDIEM_LOGIN_RATE={rate!r}")


@pytest.mark.parametrize("scanner", ["scanner:3310", "clamd://", "clamdscan"])
def test_a_scanner_that_cannot_be_asked(scanner: str) -> None:
    _assert_one(_found(MALWARE_SCANNER=scanner), "scanner", speaks_of=repr(scanner))


def test_a_command_that_cannot_be_run(tmp_path: Path) -> None:
    (tmp_path / "words").touch(mode=0o644)
    there, missing = f"command:{tmp_path / 'words'} -", f"command:{tmp_path / 'nope'}"
    _assert_one(_found(MALWARE_SCANNER=there), "scanner", speaks_of="không phải tệp chạy được")
    _assert_one(_found(MALWARE_SCANNER=missing), "scanner", speaks_of="không có tệp")
    _assert_one(_found(MALWARE_SCANNER=f"command:{tmp_path}"), "scanner", speaks_of="không có tệp")
    _assert_one(_found(MALWARE_SCANNER="command:/bin/sh 'x"), "scanner", speaks_of="dấu nháy")


def test_no_host_at_all() -> None:
    _assert_one(_found(ALLOWED_HOSTS=[]), "hosts", speaks_of="CHAMDIEM_HOSTS trống")


def test_a_folder_that_takes_no_files(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    evidence = {"OPTIONS": {"location": str(tmp_path / "file" / "evidence")}}
    _assert_one(_found(STORAGES={"evidence": evidence}), "folders", speaks_of="CHAMDIEM_FILES")


@pytest.mark.parametrize("name", ["static", "static/files", "../var/static/x", "link"])
def test_files_are_not_kept_where_everybody_may_fetch_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    var = tmp_path / "var"
    (var / "static").mkdir(parents=True)
    (var / "link").symlink_to(var / "static")
    monkeypatch.chdir(var)
    for folder in (name, str(var / name)):
        evidence = {"BACKEND": "x", "OPTIONS": {"location": folder}}
        found = _found(STORAGES={"evidence": evidence}, STATIC_ROOT=var / "static")
        _assert_one(found, "folders", speaks_of="không cần đăng nhập")


def test_a_folder_in_which_nothing_can_be_kept_even_by_root() -> None:
    evidence = {"OPTIONS": {"location": "/proc/minh-chung"}}
    _assert_one(_found(STORAGES={"evidence": evidence}), "folders", speaks_of="CHAMDIEM_FILES")


def test_an_example_is_no_installation() -> None:
    _assert_one(_found(IS_EXAMPLE=True), "example", speaks_of="CHAMDIEM_EXAMPLE")


def test_everybody_behind_one_address() -> None:
    _assert_one(_found(ALLAUTH_TRUSTED_PROXY_COUNT=0), "proxies", speaks_of="CHAMDIEM_PROXIES=0")
    assert _found(IS_HTTPS=False, ALLAUTH_TRUSTED_PROXY_COUNT=0, SITE="http://chamdiem.example.vn") == []


def test_the_command_asks_only_when_it_is_about_an_installation() -> None:
    with override_settings(**{**WELL, "SITE": "nowhere"}):
        assert not [fault for fault in run_checks() if str(fault.id).startswith("chamdiem.")]
        found = run_checks(include_deployment_checks=True)
    assert [type(fault) for fault in found if fault.id == "chamdiem.site"] == [Error]
