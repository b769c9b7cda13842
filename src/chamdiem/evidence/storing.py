"""Keeps files under the hash of their content, in a folder or in S3-compatible storage.

A name is the content, so nothing is ever overwritten with something else: storing a file
twice, at the same time from two machines too, leaves one whole file. In a folder the file
is written aside and moved into place when it is complete; S3 does the same by itself.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import structlog
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from django.core.files.storage import Storage, storages

from chamdiem.errors import NotFound, Unavailable

_log = structlog.get_logger(__name__)
_CHUNK = 1_048_576
_IN_MEMORY = 5_000_000
_INCOMING = "incoming"
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the store. ``is_new`` is false when the same content was there before."""

    sha256: str
    size_bytes: int
    is_new: bool


def put_file(stream: BinaryIO, *, storage: Storage | None = None) -> StoredFile:
    """Store the content of ``stream`` from its beginning, read once.

    Raises:
        Unavailable: ``evidence.storage_away``.
    """
    storage = storage or storages["evidence"]
    stream.seek(0)
    with _answering():
        folder = _folder_of(storage)
        return _put_in_folder(stream, folder) if folder is not None else _put_in_bucket(stream, storage)


def _put_in_bucket(stream: BinaryIO, storage: Storage) -> StoredFile:
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        digest, size = _copy(stream, spool)
        if _is_stored(storage, digest, size):
            return StoredFile(digest, size, is_new=False)
        spool.seek(0)
        _save(storage, digest, File(spool))
    return StoredFile(digest, size, is_new=True)


def open_file(sha256: str, *, storage: Storage | None = None) -> File[bytes]:
    """The file with this content, open for reading.

    Raises:
        NotFound: ``evidence.file_missing``.
        Unavailable: ``evidence.storage_away``.
    """
    storage = storage or storages["evidence"]
    with _answering():
        try:
            return storage.open(name_of(sha256), "rb")
        except FileNotFoundError as problem:
            raise NotFound("evidence.file_missing", sha256=sha256) from problem


def sweep_incoming(*, before: datetime, storage: Storage | None = None) -> int:
    """Remove what killed processes left half written before a time; how many there were."""
    folder = _folder_of(storage or storages["evidence"])
    if folder is None or not (folder / _INCOMING).is_dir():
        return 0
    stale = [each for each in (folder / _INCOMING).iterdir() if each.stat().st_mtime < before.timestamp()]
    for each in stale:
        each.unlink(missing_ok=True)
    return len(stale)


def name_of(sha256: str) -> str:
    """Where the content stands: two levels of folders keep each of them small.

    Raises:
        NotFound: It is no hash, so nothing stands under it.
    """
    if not _SHA256.fullmatch(sha256):
        raise NotFound("evidence.file_missing", sha256=sha256)
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


@contextmanager
def _answering() -> Iterator[None]:
    """What a store that is away, full or closed to us throws becomes one refusal; the log has the reason."""
    try:
        yield
    except (OSError, BotoCoreError, ClientError) as problem:
        incident = uuid.uuid4().hex[:8].upper()
        _log.exception("storage_away", incident=incident)
        raise Unavailable("evidence.storage_away", incident=incident) from problem


def _folder_of(storage: Storage) -> Path | None:
    try:
        return Path(storage.path(""))
    except NotImplementedError:
        return None


def _put_in_folder(stream: BinaryIO, folder: Path) -> StoredFile:
    (folder / _INCOMING).mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=folder / _INCOMING)
    try:
        with os.fdopen(handle, "wb") as target:
            digest, size = _copy(stream, target)
            target.flush()
            os.fsync(target.fileno())
        place = folder / name_of(digest)
        is_new = not (place.exists() and place.stat().st_size == size)
        if is_new:
            place.parent.mkdir(parents=True, exist_ok=True)
            Path(aside).replace(place)
            _sync_folder(place.parent)
    finally:
        Path(aside).unlink(missing_ok=True)
    return StoredFile(digest, size, is_new=is_new)


def _sync_folder(folder: Path) -> None:
    # The name must survive a power cut as well as the bytes.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _save(storage: Storage, digest: str, content: File[bytes]) -> None:
    wanted = name_of(digest)
    saved = storage.save(wanted, content)
    if saved != wanted:
        # Another process was first; the storage gave ours a second name. The bytes are the same.
        storage.delete(saved)


def _is_stored(storage: Storage, digest: str, size: int) -> bool:
    name = name_of(digest)
    return bool(storage.exists(name)) and storage.size(name) == size


def _copy(stream: BinaryIO, target: BinaryIO | tempfile.SpooledTemporaryFile[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(stream):
        digest.update(chunk)
        target.write(chunk)
        size += len(chunk)
    return (digest.hexdigest(), size)


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk
