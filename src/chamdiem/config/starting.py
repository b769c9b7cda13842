"""A start that cannot succeed ends with one sentence, not with a trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from psycopg import OperationalError as NoConnection

# PostgreSQL's classes of states that speak of the way to a database, not of a statement sent to it:
# 08 connection, 28 who asks, 3D which database, 57 the server stops or starts.
_CONNECTION_STATES = ("08", "28", "3D", "57")


@contextmanager
def one_sentence() -> Iterator[None]:
    """Read the settings, then run what is inside.

    Raises:
        SystemExit: Settings that cannot be used, or a database that cannot be reached; its message
            is the sentence, so that the exit code is 1.
    """
    try:
        _ = settings.INSTALLED_APPS  # the settings are read here, before anything rests on them
        yield
    except ImproperlyConfigured as error:
        raise SystemExit(f"Không khởi động được: {error}") from None
    except OperationalError as error:
        refused = _no_connection(error)
        if refused is None:
            raise
        raise SystemExit(
            f"Không kết nối được cơ sở dữ liệu ghi trong CHAMDIEM_DATABASE_URL ({refused}). "
            "Kiểm tra địa chỉ, tên người dùng, mật khẩu và PostgreSQL có đang chạy hay không."
        ) from None


def _no_connection(error: BaseException | None) -> str | None:
    """What the driver said about the connection, on one line; None where another fault is behind it."""
    while error is not None and not isinstance(error, NoConnection):
        error = error.__cause__
    if error is None or not (error.sqlstate is None or error.sqlstate.startswith(_CONNECTION_STATES)):
        return None
    return " ".join(str(error).split())
