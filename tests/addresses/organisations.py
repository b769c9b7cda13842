"""Addresses of the directory: everybody reads her part; keepers change theirs and import files."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.people import NOW, Cast

from .address import EVERYBODY, Address

KEEPERS = {"giang", "lan"}
ANY_KEEPER = KEEPERS | {"nga"}
# Sở A is seen by its own people and by who has a role over the province.
SEES_A = EVERYBODY - {"binh", "minh", "nga"}
DECISION = {"on": "2025-07-01", "decision": "Quyết định số 1/QĐ-UBND"}
FILE = "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên\nT1.C;Sở Tư pháp;Sở;T1\n".encode()


def _a(cast: Cast) -> list[int]:
    return [cast.body_a.pk]


def _office(cast: Cast) -> list[int]:
    return [cast.it_office.pk]


def _import(cast: Cast) -> list[int]:
    from chamdiem.organisations.models import ImportFile  # noqa: PLC0415  models need the settings first

    return [ImportFile.objects.get().pk]


def _stored(cast: Cast) -> None:
    from chamdiem.organisations.services import store_import  # noqa: PLC0415  as above

    store_import(actor=cast.lan, kind="organisations", name="ds.csv", data=FILE, site="http://x/", now=NOW)


def _closed(cast: Cast) -> None:
    cast.body_a.valid_to = NOW.date()
    cast.body_a.save(update_fields=["valid_to"])


def _renamed(cast: Cast) -> None:
    from chamdiem.organisations.services import NewName, rename_organisation  # noqa: PLC0415  as above

    rename_organisation(
        actor=cast.lan,
        organisation_id=cast.body_a.pk,
        new=NewName(name="Sở Hạ tầng"),
        on=NOW.date(),
        decision="Quyết định số 1/QĐ-UBND",
        now=NOW,
    )


def _renamed_step() -> str:
    from chamdiem.organisations.models import FormerName  # noqa: PLC0415  as above

    return f"renamed-{FormerName.objects.get().pk}"


def _unused(cast: Cast) -> None:
    cast.it_office.is_active = False
    cast.it_office.save(update_fields=["is_active"])


def _file(cast: Cast) -> dict[str, object]:
    return {"file": SimpleUploadedFile("ds.csv", FILE)}


def _form(**given: object) -> Address:
    return Address(arguments=_a, allowed=KEEPERS, method="post", data=lambda cast: given)


ADDRESSES = {
    "organisations:list": Address(),
    "organisations:suggest": Address(),
    "organisations:show": Address(arguments=_a, allowed=SEES_A),
    "organisations:branch": Address(arguments=_a, allowed=SEES_A),
    "organisations:kinds": Address(allowed={"lan"}, is_at_top=True),
    "organisations:group": Address(
        allowed=KEEPERS,
        method="post",
        data=lambda cast: {"organisation": [cast.body_a.pk], "peer_group": "Khối 1"},
    ),
    "organisations:create": _form(code="T1.C", name="Sở Tư pháp", kind="department"),
    "organisations:change": _form(code="T1.A", name="Sở Xây dựng mới", kind="department"),
    "organisations:move": _form(parent="T1.KHCN", **DECISION),
    "organisations:rename": _form(name="Sở Hạ tầng", **DECISION),
    "organisations:merge": _form(others="T1.B", confirmed="1", **DECISION),
    "organisations:split": _form(others="T1.B\nT1.KHCN", confirmed="1", **DECISION),
    "organisations:undo": Address(
        arguments=_a,
        allowed={"lan"},
        method="post",
        data=lambda cast: {"step": _renamed_step(), "reason": "Ghi nhầm đơn vị"},
        prepare=_renamed,
    ),
    "organisations:close": _form(last_day="2025-07-01", reason="Theo quyết định sắp xếp"),
    "organisations:reopen": Address(arguments=_a, allowed=KEEPERS, method="post", prepare=_closed),
    "organisations:create_office": _form(name="Phòng Mới"),
    "organisations:change_office": Address(
        arguments=_office, allowed=KEEPERS, method="post", data=lambda cast: {"name": "Phòng Mới"}
    ),
    "organisations:close_office": Address(arguments=_office, allowed=KEEPERS, method="post"),
    "organisations:reopen_office": Address(
        arguments=_office, allowed=KEEPERS, method="post", prepare=_unused
    ),
    "organisations:hand_in": Address(
        arguments=lambda cast: ["organisations"], allowed=ANY_KEEPER, method="post", data=_file
    ),
    "organisations:template": Address(arguments=lambda cast: ["people"], allowed=ANY_KEEPER),
    "organisations:show_import": Address(arguments=_import, allowed={"lan"}, prepare=_stored),
    "organisations:apply_import": Address(arguments=_import, allowed={"lan"}, prepare=_stored, method="post"),
}
