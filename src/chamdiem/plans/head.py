"""What a plan says besides its entries, as one form shows it, and back; the rest stays as printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from chamdiem.core.improvement_plan import LegalBasis, Plan, Recipient, ReportingDuty
from chamdiem.core.indicator_set import Source
from chamdiem.plans.editing import free_key

Basis = tuple[str, str, str]
_QUARTER: Literal["quarter"] = "quarter"


def head_of(plan: Plan) -> dict[str, Any]:
    """Who puts the quarterly reports together, the basis and the recipients, as the form begins."""
    duty = _duty(plan)
    return {
        "reports_to": plan.body_called(duty.to).name if duty else "",
        "basis": "\n".join(" | ".join(_basis(each)) for each in plan.legal_basis),
        "recipients": "\n".join(_line(each.text) for each in plan.recipients),
    }


def changed_head(
    *, reports_to: str, basis: Sequence[Basis], recipients: Sequence[str]
) -> Callable[[Plan], Plan]:
    """Another body that puts reports together, other bases, other recipients."""

    def change(plan: Plan) -> Plan:
        return replace(
            plan,
            reporting=_reporting(plan, reports_to),
            legal_basis=_bases(plan, basis),
            recipients=_recipients(plan, recipients),
        )

    return change


def _duty(plan: Plan) -> ReportingDuty | None:
    return next((each for each in plan.reporting if each.every == _QUARTER), None)


def _reporting(plan: Plan, reports_to: str) -> tuple[ReportingDuty, ...]:
    """The duties with the quarterly one sent to another body; without it where none is named."""
    duty = _duty(plan)
    if not reports_to:
        return tuple(each for each in plan.reporting if each is not duty)
    if duty is not None:
        to = duty.to if plan.body_called(duty.to).name == reports_to else reports_to
        return tuple(replace(each, to=to) if each is duty else each for each in plan.reporting)
    # Who is in charge of something reports.
    leads = dict.fromkeys(plan.body_called(name).name for item in plan.items for name in item.lead)
    new = ReportingDuty(
        key=_free(plan, "BC"),
        every=_QUARTER,
        by=tuple(leads) or (reports_to,),
        to=reports_to,
        source=Source(),
    )
    return (*plan.reporting, new)


def _bases(plan: Plan, wanted: Sequence[Basis]) -> tuple[LegalBasis, ...]:
    known = {_basis(each): each for each in plan.legal_basis}
    first = int(_free(plan, "CC").removeprefix("CC"))
    return tuple(
        known.get((document, issuer, text))
        or LegalBasis(key=f"CC{first + place}", document=document, issuer=issuer, text=text, source=Source())
        for place, (document, issuer, text) in enumerate(wanted)
    )


def _recipients(plan: Plan, wanted: Sequence[str]) -> tuple[Recipient, ...]:
    known = {_line(each.text): each for each in plan.recipients}
    first = int(_free(plan, "NN").removeprefix("NN"))
    return tuple(
        known.get(text) or Recipient(key=f"NN{first + place}", text=text, source=Source())
        for place, text in enumerate(wanted)
    )


def _basis(entry: LegalBasis) -> Basis:
    return (_line(entry.document), _line(entry.issuer), _line(entry.text))


def _line(text: str) -> str:
    """A text on one line of the form, where a bar parts it from others."""
    return " ".join(text.replace("|", "/").split())


def _free(plan: Plan, prefix: str) -> str:
    return free_key([entry.key for _, entry in plan.entries()], prefix)
