"""A phone writes into its pictures where they were taken: people are told, the bytes stay."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from PIL.ExifTags import GPS, IFD

from chamdiem.evidence.inspection import Flag, inspect_file
from chamdiem.evidence.models import Document
from chamdiem.evidence.storing import open_file
from tests.assessments.conftest import stopped_clock  # noqa: F401  a fixture
from tests.people import Cast

Opened = Callable[[str], Client]
TOLD = "Ảnh có ghi vị trí chụp"
HANOI = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (21.0, 1.0, 42.0)}
WHOLE = {**HANOI, GPS.GPSLongitudeRef: "E", GPS.GPSLongitude: (105.0, 51.0, 15.0)}


def _picture(kind: str, place: Mapping[GPS, object] | None) -> bytes:
    exif = Image.Exif()
    exif[271] = "Điện thoại"
    if place is not None:
        exif.get_ifd(IFD.GPSInfo).update({int(each): value for each, value in place.items()})
    stream = io.BytesIO()
    Image.new("RGB", (40, 30)).save(stream, kind, exif=exif)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png")])
@pytest.mark.parametrize(
    ("place", "flags"),
    [(WHOLE, (Flag.PICTURE_PLACE,)), (None, ()), (HANOI, ()), ({GPS.GPSDateStamp: "2026"}, ())],
)
def test_only_a_picture_with_both_coordinates_tells_its_place(
    kind: str, ending: str, place: Mapping[GPS, object] | None, flags: tuple[Flag, ...]
) -> None:
    assert inspect_file(io.BytesIO(_picture(kind, place)), name=f"anh.{ending}").flags == flags


def test_a_picture_whose_data_are_nonsense_tells_nothing() -> None:
    whole = _picture("JPEG", WHOLE)
    for end in range(30, 90, 7):
        broken = whole[:24] + bytes(end - 24) + whole[end:]
        assert inspect_file(io.BytesIO(broken), name="anh.jpg").flags in ((), (Flag.PICTURE_PLACE,))


def test_the_answer_of_the_upload_and_the_page_tell_it_and_the_bytes_stay(cast: Cast, opened: Opened) -> None:
    client, data = opened("an"), _picture("JPEG", WHOLE)
    sent = {"file": SimpleUploadedFile("anh.jpg", data)}
    address = f"/minh-chung/tai-len/{cast.body_a.pk}/"
    answer = client.post(address, sent, headers={"Accept": "application/json"}).json()
    assert answer["notice"].startswith(TOLD)
    document = Document.objects.get()
    for page in ("/minh-chung/", f"/minh-chung/{document.pk}/"):
        assert TOLD in client.get(page).content.decode()
    file = document.versions.get().file
    assert not file.has_active_content
    with open_file(file.sha256) as stream:
        assert stream.read() == data


@pytest.mark.usefixtures("stopped_clock")
def test_in_a_dossier_the_picture_says_it_at_its_criterion(cast: Cast, opened: Opened) -> None:
    client, sent = opened("an"), {"file": SimpleUploadedFile("anh.jpg", _picture("JPEG", WHOLE))}
    address = f"/ho-so/{cast.a.pk}/tieu-chi/2.1/minh-chung/"
    answer = client.post(address, sent, headers={"Accept": "application/json"})
    assert TOLD in answer.json()["parts"]["#evidence-list"]
