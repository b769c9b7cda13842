"""What a merger or a split would do: tried out and taken back, so that whatever refuses it does so now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chamdiem.organisations.hooks import Concern, concerns_of
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.selectors import open_on
from chamdiem.organisations.services.lineage import merge_organisations, split_organisation

_MOST_CHILDREN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Who ends when, who takes over, what hangs below and whom it concerns; and what looks odd."""

    ending: Sequence[Organisation]
    last_day: date
    taking_over: Sequence[Organisation]
    on: date
    waits: bool
    children: Sequence[Organisation]
    child_count: int
    concerns: Sequence[Concern]
    warnings: Sequence[str]

    @property
    def more_children(self) -> int:
        """How many of the bodies below are not named."""
        return self.child_count - len(self.children)


def preview_merger(
    *,
    actor: AbstractBaseUser,
    predecessor_ids: Sequence[int],
    successor_id: int,
    on: date,
    decision: str,
    now: datetime,
) -> Preview:
    """What ``merge_organisations`` would do; nothing is written. It refuses what that refuses."""
    _try(
        lambda: merge_organisations(
            actor=actor,
            predecessor_ids=predecessor_ids,
            successor_id=successor_id,
            on=on,
            decision=decision,
            now=now,
        )
    )
    ending = _bodies(each for each in predecessor_ids if each != successor_id)
    (successor,) = _bodies([successor_id])
    warnings = [_of_other_kind(each, successor) for each in ending if each.kind_id != successor.kind_id]
    if successor_id in predecessor_ids:
        warnings.insert(0, _("{code} là chính đơn vị này nên được bỏ qua.").format(code=successor.code))
    return _preview(ending, [successor], on, now, warnings)


def preview_split(
    *,
    actor: AbstractBaseUser,
    predecessor_id: int,
    successor_ids: Sequence[int],
    on: date,
    decision: str,
    now: datetime,
) -> Preview:
    """What ``split_organisation`` would do; nothing is written. It refuses what that refuses."""
    _try(
        lambda: split_organisation(
            actor=actor,
            predecessor_id=predecessor_id,
            successor_ids=successor_ids,
            on=on,
            decision=decision,
            now=now,
        )
    )
    (predecessor,) = _bodies([predecessor_id])
    successors = _bodies(each for each in successor_ids if each != predecessor_id)
    warnings = [
        _of_other_kind(predecessor, each) for each in successors if each.kind_id != predecessor.kind_id
    ]
    if predecessor_id in successor_ids:
        warnings.insert(0, _("{code} là chính đơn vị này nên được bỏ qua.").format(code=predecessor.code))
    return _preview([predecessor], successors, on, now, warnings)


def _try(act: Callable[[], object]) -> None:
    with transaction.atomic():
        act()
        transaction.set_rollback(True)


def _bodies(ids: Iterable[int]) -> list[Organisation]:
    wanted = list(dict.fromkeys(ids))
    return list(Organisation.objects.filter(pk__in=wanted).select_related("kind").order_by("path"))


def _preview(
    ending: Sequence[Organisation],
    taking_over: Sequence[Organisation],
    on: date,
    now: datetime,
    warnings: Sequence[str],
) -> Preview:
    below = Organisation.objects.filter(open_on(on), parent__in=ending).exclude(
        pk__in=[each.pk for each in ending]
    )
    return Preview(
        ending=ending,
        last_day=on - timedelta(days=1),
        taking_over=taking_over,
        on=on,
        waits=on > timezone.localdate(now),
        children=list(below.order_by("path")[:_MOST_CHILDREN]),
        child_count=below.count(),
        concerns=concerns_of(ending),
        warnings=warnings,
    )


def _of_other_kind(ending: Organisation, successor: Organisation) -> str:
    return _("{ending} thuộc loại “{kind}”, còn {successor} thuộc loại “{other}”: hãy kiểm tra lại.").format(
        ending=ending.name, kind=ending.kind.name, successor=successor.name, other=successor.kind.name
    )
