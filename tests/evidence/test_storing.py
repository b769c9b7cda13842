"""Files under their hash, in a folder and on a real S3 server."""

import hashlib
import io
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from django import conf
from django.core.files.storage import FileSystemStorage, Storage
from storages.backends.s3 import S3Storage

from chamdiem.errors import NotFound, Unavailable
from chamdiem.evidence.storing import StoredFile, name_of, open_file, put_file, sweep_incoming

CONTENT = "Biên bản kiểm tra".encode() * 100_000
HASH = hashlib.sha256(CONTENT).hexdigest()
KEY, SECRET = "example-key", "example-secret"
RCLONE = Path(sys.executable).with_name("rclone")
LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def _django() -> None:
    if not conf.settings.configured:
        conf.settings.configure(USE_TZ=True)


@pytest.fixture
def folder(tmp_path: Path) -> FileSystemStorage:
    return FileSystemStorage(location=tmp_path / "files")


@pytest.fixture(scope="module")
def s3_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("s3")
    command = [
        str(RCLONE),
        "serve",
        "s3",
        "--addr",
        "127.0.0.1:0",
        "--auth-key",
        f"{KEY},{SECRET}",
        "-v",
        str(root),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        assert server.stderr
        words = server.stderr
        told = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in words)
        address = next(found.group() for found in told if found)
        # Its later words go nowhere, so that it never waits for a reader.
        drain = threading.Thread(target=lambda: [None for _ in words])
        drain.start()
        boto3.client(
            "s3", endpoint_url=address, aws_access_key_id=KEY, aws_secret_access_key=SECRET, region_name="x"
        ).create_bucket(Bucket="evidence")
        yield address
        server.terminate()
        server.wait()
        drain.join()


def s3_options(address: str) -> dict[str, Any]:
    return {
        "bucket_name": "evidence",
        "endpoint_url": address,
        "access_key": KEY,
        "secret_key": SECRET,
        "addressing_style": "path",
        "file_overwrite": False,
        "default_acl": None,
    }


@pytest.fixture
def s3(s3_address: str) -> Iterator[S3Storage]:
    storage = S3Storage(**s3_options(s3_address))
    yield storage
    storage.bucket.objects.all().delete()


@pytest.fixture(params=["folder", "s3"])
def storage(request: pytest.FixtureRequest) -> Storage:
    chosen: Storage = request.getfixturevalue(request.param)
    return chosen


def names_in(storage: Storage) -> list[str]:
    if isinstance(storage, S3Storage):
        return [each.key for each in storage.bucket.objects.all()]
    root = Path(storage.path(""))
    return [str(each.relative_to(root)) for each in root.rglob("*") if each.is_file()]


def put(content: bytes, storage: Storage) -> StoredFile:
    return put_file(io.BytesIO(content), storage=storage)


def test_a_stored_file_comes_back_under_its_hash(storage: Storage) -> None:
    stored = put(CONTENT, storage)
    assert (stored.sha256, stored.size_bytes, stored.is_new) == (HASH, len(CONTENT), True)
    assert storage.exists(name_of(HASH))
    with open_file(HASH, storage=storage) as content:
        assert content.read() == CONTENT
    assert names_in(storage) == [name_of(HASH)]


def test_storing_twice_keeps_one_file(storage: Storage) -> None:
    assert put(CONTENT, storage).is_new
    again = put(CONTENT, storage)
    assert (again.sha256, again.is_new) == (HASH, False)
    assert names_in(storage) == [name_of(HASH)]


def test_the_stream_is_read_from_its_beginning(storage: Storage) -> None:
    stream = io.BytesIO(b"abc")
    stream.read()
    assert put_file(stream, storage=storage).sha256 == hashlib.sha256(b"abc").hexdigest()


def test_what_is_not_there_is_not_found(storage: Storage) -> None:
    assert not storage.exists(name_of("0" * 64))
    with pytest.raises(NotFound) as refused:
        open_file("0" * 64, storage=storage)
    assert refused.value.code == "evidence.file_missing"


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_what_is_no_hash_reaches_no_file(folder: FileSystemStorage, name: str) -> None:
    with pytest.raises(NotFound):
        open_file(name, storage=folder)


def test_a_broken_stream_leaves_nothing(storage: Storage) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError("the line is cut")
            return super().read(min(size or 100, 100))

    with pytest.raises(Unavailable):
        put_file(Broken(CONTENT), storage=storage)
    assert names_in(storage) == []


WRITER = """
import io, sys
from django.conf import settings
settings.configure(USE_TZ=True)
from django.core.files.storage import FileSystemStorage
from chamdiem.evidence.storing import put_file
class Stream(io.BytesIO):
    def read(self, *args):
        {pause}
        return super().read(100_000)
print(put_file(Stream(bytes(3_000_000)), storage=FileSystemStorage(location=sys.argv[1])).sha256, flush=True)
"""
ZEROS = hashlib.sha256(bytes(3_000_000)).hexdigest()


def writer(folder: FileSystemStorage, pause: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER.format(pause=pause), str(folder.location)]
    return subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_a_killed_process_leaves_no_partial_file(folder: FileSystemStorage) -> None:
    pause = "self.tell() > 1_000_000 and (print('half', flush=True), sys.stdin.readline())"
    with writer(folder, pause) as killed:
        assert killed.stdout
        assert killed.stdout.readline() == "half\n"
        killed.kill()
    assert not folder.exists(name_of(ZEROS))
    assert [name.split("/")[0] for name in names_in(folder)] == ["incoming"]
    assert sweep_incoming(before=datetime(2000, 1, 1, tzinfo=UTC), storage=folder) == 0
    assert sweep_incoming(before=LATER, storage=folder) == 1
    assert names_in(folder) == []


def test_processes_that_store_the_same_file_at_once_leave_one_whole_file(folder: FileSystemStorage) -> None:
    pause = "self.tell() or (print('ready', flush=True), sys.stdin.readline())"
    writers = [writer(folder, pause) for _ in range(4)]
    for each in writers:
        assert each.stdout
        assert each.stdout.readline() == "ready\n"
    for each in writers:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    assert [each.communicate()[0] for each in writers] == [f"{ZEROS}\n"] * 4
    assert names_in(folder) == [name_of(ZEROS)]
    with open_file(ZEROS, storage=folder) as content:
        assert content.read() == bytes(3_000_000)


def test_a_truncated_file_is_mended_by_storing_it_again(folder: FileSystemStorage) -> None:
    put(CONTENT, folder)
    place = Path(folder.path(name_of(HASH)))
    place.write_bytes(CONTENT[:100])
    assert put(CONTENT, folder).is_new
    assert place.read_bytes() == CONTENT


class Racing(S3Storage):  # type: ignore[misc]  # it carries no types
    """Two threads that both look before either writes."""

    barrier = threading.Barrier(2)
    looked = threading.local()

    def exists(self, name: str) -> bool:
        found = bool(super().exists(name))
        if not getattr(self.looked, "once", False):
            self.looked.once = True
            self.barrier.wait(timeout=30)
        return found


def test_a_race_on_s3_leaves_one_object(s3: S3Storage, s3_address: str) -> None:
    results = []

    def store() -> None:
        results.append(put(CONTENT, Racing(**s3_options(s3_address))).sha256)

    threads = [threading.Thread(target=store) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert results == [HASH, HASH]
    assert names_in(s3) == [name_of(HASH)]


def test_nobody_reads_s3_with_a_wrong_key(s3: S3Storage, s3_address: str) -> None:
    put(CONTENT, s3)
    stranger = S3Storage(**{**s3_options(s3_address), "secret_key": "another-secret"})
    with pytest.raises(ClientError, match="403"):
        stranger.open(name_of(HASH)).read()


def test_a_store_that_is_away_is_one_refusal_with_an_incident() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        away = S3Storage(**s3_options(address), client_config=Config(retries={"total_max_attempts": 1}))
        for work in (lambda: put(CONTENT, away), lambda: open_file(HASH, storage=away)):
            with pytest.raises(Unavailable) as refused:
                work()
            assert refused.value.code == "evidence.storage_away"
            assert re.fullmatch(r"[0-9A-F]{8}", refused.value.facts["incident"])


def test_a_folder_that_cannot_be_written_is_the_same_refusal(tmp_path: Path) -> None:
    (tmp_path / "incoming").write_text("no folder")
    with pytest.raises(Unavailable):
        put(CONTENT, FileSystemStorage(location=tmp_path))
