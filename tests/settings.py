"""Settings of the tests: real PostgreSQL from a package, mail in memory, files in a folder of their own."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg

from chamdiem.config.embedded import start_database

ROOT = Path(__file__).parents[1]
os.environ.setdefault("CHAMDIEM_DEBUG", "0")
os.environ.setdefault(
    "CHAMDIEM_SECRET_KEY", "a secret of the tests, which is long enough to be accepted as one"
)
os.environ.setdefault("CHAMDIEM_HTTPS", "0")
os.environ.setdefault("CHAMDIEM_HOSTS", "localhost")
os.environ.setdefault("CHAMDIEM_EMAIL_FROM", "chamdiem@localhost")
os.environ.setdefault("CHAMDIEM_VAR", str(ROOT / "var" / "tests"))
os.environ.setdefault("CHAMDIEM_EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
os.environ["CHAMDIEM_DATABASE_URL"] = start_database(ROOT / "var" / "tests" / "database")
# What is acknowledged outlives every process, killed or not. That it outlives the machine too is what each
# commit would wait for, and these tables are made anew every time.
with psycopg.connect(os.environ["CHAMDIEM_DATABASE_URL"], autocommit=True) as _server:
    _server.execute("ALTER SYSTEM SET fsync TO off")
    _server.execute("SELECT pg_reload_conf()")

from chamdiem.config.settings import *  # noqa: E402, F403  the settings read the environment set above

# Signing in is what many tests do; its cost is no subject of theirs.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
ALLOWED_HOSTS = ["*"]
