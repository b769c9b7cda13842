"""What ``check --deploy`` finds in the settings of an installation: each fault with its remedy.

Only what can be seen without asking another machine: no mail is sent, no storage is opened.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Iterator
from email.utils import parseaddr
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import SplitResult, urlsplit

from allauth.core.internal.ratelimit import parse_rates
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Doubt
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.module_loading import import_string

from chamdiem.config.environment import Environment

Check = Callable[..., list[CheckMessage]]

_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_HOST = re.compile(r"\.?[\w.-]+|\[[0-9a-fA-F:]+\]")
_SMTP = "django.core.mail.backends.smtp.EmailBackend"
_OF_A_BUCKET = ("S3_ENDPOINT", "S3_ACCESS_KEY", "S3_SECRET_KEY")


def _address(text: str, *schemes: str) -> SplitResult | None:
    """The parts of an address with a host, if it is one."""
    try:
        parts = urlsplit(text)
        _ = parts.port  # a port that is no number is found out here
    except ValueError:
        return None
    return parts if parts.scheme in schemes and parts.hostname and " " not in text else None


def _hosts() -> Iterator[CheckMessage]:
    if not settings.ALLOWED_HOSTS:
        yield Error(
            "CHAMDIEM_HOSTS trống: mọi trang đều bị từ chối.",
            hint="Ghi tên miền của hệ thống, ví dụ chamdiem.tinh.gov.vn; nhiều tên cách nhau bởi dấu phẩy.",
            id="chamdiem.hosts",
        )
    for host in settings.ALLOWED_HOSTS:
        if host == "*":
            yield Doubt(
                "CHAMDIEM_HOSTS=* nhận mọi tên miền, kể cả tên giả trong liên kết đặt lại mật khẩu.",
                hint="Ghi đúng tên miền của hệ thống, ví dụ chamdiem.tinh.gov.vn.",
                id="chamdiem.hosts",
            )
        elif not _HOST.fullmatch(host):
            yield Error(
                f"CHAMDIEM_HOSTS có {host!r}, không phải tên máy chủ.",
                hint="Chỉ ghi tên, bỏ https://, cổng hay đường dẫn; nhiều tên cách nhau bởi dấu phẩy.",
                id="chamdiem.hosts",
            )


def _site() -> Iterator[CheckMessage]:
    scheme = "https" if settings.IS_HTTPS else "http"
    hint = f"Đặt CHAMDIEM_SITE là địa chỉ mọi người mở trang, ví dụ {scheme}://chamdiem.tinh.gov.vn."
    parts = _address(settings.SITE, "http", "https")
    if parts is None or parts.path.strip("/") or parts.query or parts.fragment:
        yield Error(
            f"CHAMDIEM_SITE={settings.SITE!r} không phải địa chỉ trang.", hint=hint, id="chamdiem.site"
        )
        return
    if settings.IS_HTTPS and parts.scheme != "https":
        yield Error(
            f"CHAMDIEM_SITE={settings.SITE!r} không dùng https: liên kết trong thư, cả liên kết đặt mật "
            "khẩu, đi qua đường không mã hóa.",
            hint=hint,
            id="chamdiem.site",
        )
    if settings.ALLOWED_HOSTS and not _is_served(parts.hostname or ""):
        yield Error(
            f"CHAMDIEM_SITE={settings.SITE!r} dẫn tới tên không có trong CHAMDIEM_HOSTS: liên kết trong thư "
            "không mở được.",
            hint=hint,
            id="chamdiem.site",
        )


def _is_served(name: str) -> bool:
    return any(
        host in ("*", name, f"[{name}]") or (host.startswith(".") and f".{name}".endswith(host))
        for host in settings.ALLOWED_HOSTS
    )


def _storage() -> Iterator[CheckMessage]:
    environment = Environment()
    given = [name for name in _OF_A_BUCKET if environment.text(name)]
    bucket, endpoint = environment.text("S3_BUCKET"), environment.text("S3_ENDPOINT")
    if not bucket and given:
        yield _of_storage(
            f"Có {_variables(given)} nhưng không có CHAMDIEM_S3_BUCKET: minh chứng vẫn ghi vào thư mục.",
            "Đặt CHAMDIEM_S3_BUCKET, hoặc bỏ các biến kia.",
        )
    if not bucket:
        return
    missing = [name for name in _OF_A_BUCKET if name not in given]
    if missing:
        yield _of_storage(
            f"Có CHAMDIEM_S3_BUCKET nhưng thiếu {_variables(missing)}.", "Đặt các biến còn thiếu."
        )
    if not _BUCKET.fullmatch(bucket):
        yield _of_storage(
            f"CHAMDIEM_S3_BUCKET={bucket!r} không phải tên kho.",
            "Tên kho gồm 3 đến 63 chữ thường, chữ số, dấu chấm và gạch nối.",
        )
    if endpoint and _address(endpoint, "http", "https") is None:
        yield _of_storage(
            f"CHAMDIEM_S3_ENDPOINT={endpoint!r} không phải địa chỉ.",
            "Ghi đủ, ví dụ https://s3.tinh.gov.vn:9000.",
        )


def _of_storage(sentence: str, remedy: str) -> CheckMessage:
    return Error(sentence, hint=remedy, id="chamdiem.storage")


def _variables(names: list[str]) -> str:
    return ", ".join(f"CHAMDIEM_{name}" for name in names)


def _is_sender(text: str) -> bool:
    """Whether it is a full address, alone or behind a name: ``Chấm điểm <cd@tinh.gov.vn>``."""
    name, address = parseaddr(text)
    try:
        validate_email(address)
    except ValidationError:
        return False
    return text.isprintable() and (text == address or (bool(name) and text.endswith(f"<{address}>")))


def _letters() -> Iterator[CheckMessage]:
    if not _is_sender(settings.DEFAULT_FROM_EMAIL):
        yield _of_letters(
            f"CHAMDIEM_EMAIL_FROM={settings.DEFAULT_FROM_EMAIL!r} không phải địa chỉ thư điện tử đầy đủ.",
            "Đặt địa chỉ người gửi có tên miền, ví dụ chamdiem@tinh.gov.vn "
            "hoặc Chấm điểm <chamdiem@tinh.gov.vn>.",
        )
    try:
        import_string(settings.EMAIL_BACKEND)
    except ImportError:
        yield _of_letters(
            f"CHAMDIEM_EMAIL_BACKEND={settings.EMAIL_BACKEND!r} không có.", f"Bỏ biến này để dùng {_SMTP}."
        )
    if settings.EMAIL_BACKEND == _SMTP:
        yield from _mail_server()


def _mail_server() -> Iterator[CheckMessage]:
    if not _HOST.fullmatch(settings.EMAIL_HOST):
        yield _of_letters(
            f"CHAMDIEM_EMAIL_HOST={settings.EMAIL_HOST!r} không phải tên máy chủ.",
            "Chỉ ghi tên, ví dụ mail.tinh.gov.vn; cổng ghi trong CHAMDIEM_EMAIL_PORT.",
        )
    if bool(settings.EMAIL_HOST_USER) != bool(settings.EMAIL_HOST_PASSWORD):
        yield _of_letters(
            "CHAMDIEM_EMAIL_USER và CHAMDIEM_EMAIL_PASSWORD phải có cả hai; thiếu một thì hệ thống không "
            "đăng nhập máy chủ thư.",
            "Đặt cả hai, hoặc bỏ cả hai khi máy chủ thư không đòi đăng nhập.",
        )
    if settings.EMAIL_HOST_PASSWORD and not settings.EMAIL_USE_TLS:
        yield Doubt(
            "Mật khẩu máy chủ thư được gửi không mã hóa.",
            hint="Đặt CHAMDIEM_EMAIL_TLS=1.",
            id="chamdiem.email",
        )


def _of_letters(sentence: str, remedy: str) -> CheckMessage:
    return Error(sentence, hint=remedy, id="chamdiem.email")


def _rate() -> Iterator[CheckMessage]:
    text = Environment().text("LOGIN_RATE")
    try:
        usable = all(rate.amount > 0 and rate.duration > 0 and rate.per == "ip" for rate in parse_rates(text))
    except ValueError:
        usable = False
    if not usable:
        yield Error(
            f"CHAMDIEM_LOGIN_RATE={text!r} không đọc được: số lần đăng nhập sai không được giới hạn đúng.",
            hint="Ghi SỐ-LẦN/THỜI-GIAN/ip, thời gian bằng s, m, h hoặc d, ví dụ 200/5m/ip.",
            id="chamdiem.rate",
        )


def _scanner() -> Iterator[CheckMessage]:
    text = settings.MALWARE_SCANNER
    socket = text.startswith("clamd:///")
    if text and not (socket or text.startswith("command:/") or _address(text, "clamd")):
        yield Error(
            f"CHAMDIEM_MALWARE_SCANNER={text!r} không dùng được: mọi tệp sẽ bị ghi là chưa quét.",
            hint="Ghi clamd://máy-chủ:3310, clamd:///đường-dẫn-socket hoặc command:/đường-dẫn-lệnh.",
            id="chamdiem.scanner",
        )
    elif text.startswith("command:/") and (why := _why_not_run(text.removeprefix("command:"))):
        yield Error(
            f"CHAMDIEM_MALWARE_SCANNER={text!r} không chạy được: {why}; mọi tệp sẽ bị ghi là chưa quét.",
            hint="Ghi đường dẫn của một lệnh có sẵn mà tài khoản chạy hệ thống được chạy, "
            "ví dụ command:/usr/bin/clamdscan --no-summary -.",
            id="chamdiem.scanner",
        )


def _why_not_run(command: str) -> str:
    """Why a command cannot be run; empty where it can."""
    try:
        program = Path(shlex.split(command)[0])
    except ValueError:
        return "dấu nháy chưa đóng"
    if not program.is_file():
        return f"không có tệp {program}"
    return "" if os.access(program, os.X_OK) else f"{program} không phải tệp chạy được"


def _folders() -> Iterator[CheckMessage]:
    folders = {"CHAMDIEM_VAR": settings.VAR}
    kept: Any = settings.STORAGES["evidence"]
    if "location" in kept["OPTIONS"]:
        folders["CHAMDIEM_FILES"] = Path(kept["OPTIONS"]["location"])
    for name, folder in folders.items():
        if _is_public(folder):
            yield Error(
                f"{name}={str(folder)!r} nằm trong {settings.STATIC_ROOT}, nơi ai cũng tải được tệp "
                "không cần đăng nhập.",
                hint="Chọn thư mục khác, ngoài thư mục tệp tĩnh, ví dụ /var/lib/chamdiem/files; "
                "chuyển các tệp đã ghi sang đó.",
                id="chamdiem.folders",
            )
        elif not _takes_files(folder):
            yield Error(
                f"Không ghi được vào thư mục {folder} của {name}.",
                hint="Tạo thư mục và cho tài khoản chạy hệ thống quyền ghi, hoặc chọn thư mục khác.",
                id="chamdiem.folders",
            )


def _is_public(folder: Path) -> bool:
    """Whether it is the folder of static files or stands in it, however its path is written."""
    return folder.resolve().is_relative_to(Path(settings.STATIC_ROOT).resolve())


def _takes_files(folder: Path) -> bool:
    """Whether the folder, or the nearest one above it that is there, can be written to."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        # Asking for the right alone is not enough: root has it everywhere, also where nothing can be kept.
        with TemporaryFile(dir=there):
            return True
    except OSError:
        return False


def _example() -> Iterator[CheckMessage]:
    if settings.IS_EXAMPLE:
        yield Error(
            "CHAMDIEM_EXAMPLE=1: mọi trang ghi là số liệu ví dụ, và mật khẩu ví dụ ai cũng biết.",
            hint="Bỏ CHAMDIEM_EXAMPLE ở hệ thống thật.",
            id="chamdiem.example",
        )


def _proxies() -> Iterator[CheckMessage]:
    if settings.IS_HTTPS and settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0:
        yield Doubt(
            "CHAMDIEM_PROXIES=0 nhưng trang dùng https: mọi người mang chung một địa chỉ, nên "
            "một người đăng nhập sai nhiều lần làm mọi người bị chặn.",
            hint="Đặt CHAMDIEM_PROXIES bằng số máy chủ trung gian đứng trước hệ thống, thường là 1.",
            id="chamdiem.proxies",
        )


def _as_check(find: Callable[[], Iterator[CheckMessage]]) -> Check:
    def check(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001  Django's names
        return list(find())

    return check


CHECKS: tuple[Check, ...] = tuple(
    _as_check(find)
    for find in (_example, _hosts, _site, _proxies, _storage, _letters, _rate, _scanner, _folders)
)
