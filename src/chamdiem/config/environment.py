"""What the environment says: every setting of an installation, read and checked in one place.

An installation is configured by environment variables only; ``docs/how-to/deploy.md``
lists them. What is missing or unusable stops the start with one sentence.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

_FLAGS = dict.fromkeys(("1", "true", "yes", "on"), True) | dict.fromkeys(("0", "false", "no", "off"), False)
_LEAST_SECRET = 50
# A key drawn at random has many letters, and none of the words examples are made of.
_LEAST_LETTERS = 16
_MADE_UP = re.compile(r"development only|change.?me|insecure|secret.?key|default", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Environment:
    """Environment variables with the types the settings need."""

    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def text(self, name: str, default: str = "") -> str:
        """A variable, or the default where it is absent."""
        return self.variables.get(f"CHAMDIEM_{name}", default)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A variable that is on or off.

        Raises:
            ImproperlyConfigured: It is neither.
        """
        value = self.text(name)
        if not value:
            return default
        if value.casefold() not in _FLAGS:
            raise ImproperlyConfigured(f"CHAMDIEM_{name}={value!r} chỉ nhận 1 (bật) hoặc 0 (tắt).")
        return _FLAGS[value.casefold()]

    def number(self, name: str, default: int, *, least: int = 1, most: int | None = None) -> int:
        """A whole number from ``least`` to ``most``.

        Raises:
            ImproperlyConfigured: It is none.
        """
        value = self.text(name, str(default))
        # Not int() alone: it reads "1_0" and " 7 " as numbers too.
        number = int(value) if value.isascii() and value.isdigit() else -1
        if number < least or (most is not None and number > most):
            until = "trở lên" if most is None else f"đến {most}"
            raise ImproperlyConfigured(f"CHAMDIEM_{name}={value!r} phải là số nguyên từ {least} {until}.")
        return number

    def names(self, name: str) -> list[str]:
        """A list of names, parted by commas."""
        return listed(self.text(name))

    def folder(self, name: str, default: Path) -> Path:
        """A folder, absolute."""
        return Path(self.text(name, str(default))).resolve()

    def own(self, name: str, example: str, default: str, *, is_debug: bool) -> str:
        """What every installation has of its own; the default is for debugging only.

        Raises:
            ImproperlyConfigured: Absent outside debugging.
        """
        value = self.text(name, default if is_debug else "")
        if not value.strip():
            raise ImproperlyConfigured(
                f"CHAMDIEM_{name} còn thiếu: đặt giá trị của máy chủ này, ví dụ {example}."
            )
        return value

    def secret(self, *, is_debug: bool) -> str:
        """The secret key; production refuses to start without one of its own.

        Raises:
            ImproperlyConfigured: Absent or too short, outside debugging.
        """
        secret = self.text("SECRET_KEY")
        if is_debug and not secret:
            return "for development only, refused where CHAMDIEM_DEBUG is off"
        if len(secret) < _LEAST_SECRET or len(set(secret)) < _LEAST_LETTERS or _MADE_UP.search(secret):
            raise ImproperlyConfigured(
                f"CHAMDIEM_SECRET_KEY phải là khóa bí mật của riêng máy chủ này, ít nhất {_LEAST_SECRET} ký "
                'tự ngẫu nhiên; tạo khóa bằng: python3 -c "import secrets; print(secrets.token_urlsafe(60))"'
            )
        return secret

    def database(self) -> dict[str, Any]:
        """The PostgreSQL database named by ``CHAMDIEM_DATABASE_URL``.

        Raises:
            ImproperlyConfigured: Absent, or no PostgreSQL address.
        """
        url = self.text("DATABASE_URL")
        try:
            parts = dict(conninfo_to_dict(url)) if url else {}
        except ProgrammingError:
            parts = {}
        if not parts:
            raise ImproperlyConfigured(
                "CHAMDIEM_DATABASE_URL phải là địa chỉ một cơ sở dữ liệu PostgreSQL, dạng "
                "postgresql://người-dùng:mật-khẩu@máy-chủ/tên-cơ-sở-dữ-liệu."
            )
        known = {key: parts.pop(name, "") or "" for key, name in _DATABASE_KEYS.items()}
        return {"ENGINE": "django.db.backends.postgresql", **known, "OPTIONS": parts}


def listed(text: str) -> list[str]:
    """What commas part."""
    return [each.strip() for each in text.split(",") if each.strip()]


_DATABASE_KEYS = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
