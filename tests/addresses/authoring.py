"""Addresses of authoring: only keepers of editions, and each only what belongs to their place."""

from __future__ import annotations

from tests.people import NOW, Cast

from .address import Address

KEEPERS = {"giang", "lan"}


def _copy(cast: Cast) -> None:
    from chamdiem.authoring.services.taking_in import open_draft  # noqa: PLC0415  models need the settings first
    from chamdiem.indicators.services import load_draft  # noqa: PLC0415  models need the settings first
    from tests.indicators.documents import KEY, document  # noqa: PLC0415  beside its use

    load_draft(actor=cast.giang, data=document(), file_name="bo.yaml", now=NOW)
    open_draft(actor=cast.giang, key=KEY, now=NOW)


def _draft(cast: Cast) -> None:
    from chamdiem.indicators.services import load_draft  # noqa: PLC0415  models need the settings first
    from tests.indicators.documents import document  # noqa: PLC0415  beside its use

    load_draft(actor=cast.giang, data=document(), file_name="bo.yaml", now=NOW)


def _faulty_draft(cast: Cast) -> None:
    from chamdiem.indicators.services import load_draft  # noqa: PLC0415  models need the settings first
    from tests.indicators.documents import WRONG_SUM  # noqa: PLC0415  beside its use

    load_draft(actor=cast.giang, data=WRONG_SUM, file_name="bo.yaml", now=NOW)


def _finding(cast: Cast) -> dict[str, str]:
    from chamdiem.indicators.selectors import get_edition, list_findings  # noqa: PLC0415  as above
    from tests.indicators.documents import KEY  # noqa: PLC0415  beside its use

    findings = list_findings(get_edition(actor=cast.giang, key=KEY))
    return {"finding": findings[0].id, "reason": "In như vậy trong quyết định."}


def _key(_cast: Cast) -> list[str]:
    from tests.indicators.documents import KEY  # noqa: PLC0415  beside its use

    return [KEY]


def _copy_id(_cast: Cast) -> list[int]:
    from chamdiem.authoring.models import WorkingCopy  # noqa: PLC0415  models need the settings first

    return [WorkingCopy.objects.get().pk]


def _row_ids(cast: Cast) -> list[int]:
    from chamdiem.authoring.models import WorkingRow  # noqa: PLC0415  models need the settings first

    rule_row = next(row for row in WorkingRow.objects.all() if row.data.get("rule"))
    return [*_copy_id(cast), rule_row.pk]


def _step_id(cast: Cast) -> list[int]:
    from chamdiem.authoring.models import WorkingRow, WorkingStep  # noqa: PLC0415  models need the settings first
    from chamdiem.authoring.services.correcting import correct_row  # noqa: PLC0415  as above

    row = WorkingRow.objects.all()[0]
    if not WorkingStep.objects.exists():
        correct_row(
            actor=cast.giang, copy_id=row.copy_id, row_id=row.pk, version=1, changes={"name": "Tên"}, now=NOW
        )
    return [*_copy_id(cast), WorkingStep.objects.get().pk]


def _newest(cast: Cast) -> dict[str, str]:
    return {"newest": str(_step_id(cast)[1])}


def _accepting(cast: Cast) -> list[object]:
    return [*_row_ids(cast), "dung"]


def _version(_cast: Cast) -> dict[str, str]:
    return {"version": "1"}


def _zeros(_cast: Cast) -> dict[str, str]:
    return {"version": "1", "policy": "zero"}


ADDRESSES = {
    "authoring:list_copies": Address(allowed=KEEPERS | {"nga"}),
    "authoring:open_draft": Address(arguments=_key, prepare=_draft, allowed=KEEPERS, method="post"),
    "authoring:acknowledge_finding": Address(
        arguments=_key, prepare=_faulty_draft, allowed=KEEPERS, method="post", data=_finding
    ),
    "authoring:show_copy": Address(arguments=_copy_id, prepare=_copy, allowed=KEEPERS),
    "authoring:make_draft": Address(arguments=_copy_id, prepare=_copy, allowed=KEEPERS),
    "authoring:correct_head": Address(arguments=_copy_id, prepare=_copy, allowed=KEEPERS),
    "authoring:choose_columns": Address(arguments=_copy_id, prepare=_copy, allowed=KEEPERS),
    "authoring:settle_zeros": Address(
        arguments=_copy_id, prepare=_copy, allowed=KEEPERS, method="post", data=_zeros
    ),
    "authoring:undo_step": Address(
        arguments=_step_id, prepare=_copy, allowed=KEEPERS, method="post", data=_newest
    ),
    "authoring:discard_copy": Address(arguments=_copy_id, prepare=_copy, allowed=KEEPERS, method="post"),
    "authoring:show_row": Address(arguments=_row_ids, prepare=_copy, allowed=KEEPERS),
    "authoring:correct_row": Address(arguments=_row_ids, prepare=_copy, allowed=KEEPERS),
    "authoring:edit_rule": Address(arguments=_row_ids, prepare=_copy, allowed=KEEPERS),
    "authoring:edit_cases": Address(arguments=_row_ids, prepare=_copy, allowed=KEEPERS),
    "authoring:try_rule": Address(arguments=_row_ids, prepare=_copy, allowed=KEEPERS, method="post"),
    "authoring:change_row": Address(
        arguments=_accepting, prepare=_copy, allowed=KEEPERS, method="post", data=_version
    ),
}
