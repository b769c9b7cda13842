"""Points expected of an item against those won: between the result it began from and the newest since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from django.utils.translation import gettext as _

from chamdiem.core.points import exact
from chamdiem.plans.editions import Alike, changes_in
from chamdiem.plans.models import Baseline, Expectation, Plan
from chamdiem.results.models import Result


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The final points at a criterion in one result; None where it has none there.

    ``changes`` says what is different at the criterion in the edition of the result, where something is:
    points there are not those of the set the plan names.
    """

    result: Result
    points: Fraction | None
    changes: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an item was to win at a criterion, and what came of it; None where no result says so yet.

    ``organisation`` is the body in charge; empty where there are several, or none. ``why`` says of a
    result it could have begun from that its criterion is not that of the plan.
    """

    expectation: Expectation
    organisation: str
    before: Standpoint | None
    after: Standpoint | None
    why: str = ""

    @property
    def won(self) -> Fraction | None:
        """Points won since; negative where points were lost. None, too, where the criterion has changed."""
        if self.before is None or self.after is None or self.before.changes or self.after.changes:
            return None
        if self.before.points is None or self.after.points is None:
            return None
        return self.after.points - self.before.points


def outcomes_of(
    plan: Plan,
    expectations: Sequence[Expectation],
    leads: Mapping[int, tuple[int, str]],
    results: Sequence[Result],
    alike: Mapping[str, Alike],
    names: Mapping[str, Mapping[str, str]],
) -> list[Outcome]:
    """Expected against won, in the order of the expectations; one query.

    Args:
        plan: The plan.
        expectations: What its items are expected to win.
        leads: Item → the one organisation in charge, and its name.
        results: The published results of these.
        alike: Key of another edition → the criteria it shares with the set of the plan.
        names: The same → what its criteria are called.
    """
    history: dict[int, list[Result]] = {}
    for result in sorted(results, key=_place):
        history.setdefault(result.participant.organisation_id, []).append(result)
    known = Baseline.objects.filter(plan=plan).select_related(
        "result__closing__track__campaign", "result__closing__track__edition"
    )
    # What was corrected since stands in place of the result an item was taken from.
    current = {(each.closing.track_id, each.participant_id): each for each in results}
    baselines = {
        each.item_key: current.get((each.result.closing.track_id, each.result.participant_id), each.result)
        for each in known.select_related("result__participant").defer(
            "result__closing__track__edition__document"
        )
    }
    found = []
    for each in expectations:
        body, name = leads.get(each.item_id, (0, ""))
        baseline = baselines.get(each.item.key)
        if baseline is not None and baseline.participant.organisation_id != body:
            baseline = None
        known_results = [*history.get(body, ()), *([baseline] if baseline else [])]
        standing = _standing(plan, each, known_results, alike)
        outcome = _outcome(each, name, standing, baseline)
        if outcome.before is None:
            outcome = replace(outcome, why=_why(plan, each, known_results, standing, names, baseline))
        found.append(outcome)
    return found


def _standing(
    plan: Plan, expectation: Expectation, results: Sequence[Result], alike: Mapping[str, Alike]
) -> dict[int, Standpoint]:
    """Result → how it stands at the criterion, in the order of the results; left out where it has another."""
    found: dict[int, Standpoint] = {}
    for result in results:
        key, changes = result.closing.track.edition.key, ""
        if key != plan.criteria_set:
            compared = alike.get(key, {}).get(expectation.criterion_key)
            if compared is None:
                continue
            changes = changes_in(compared) if compared.verdict != "same" else ""
        found[result.pk] = Standpoint(result, _points(expectation, result), changes)
    return found


def _outcome(
    expectation: Expectation, name: str, standing: Mapping[int, Standpoint], baseline: Result | None
) -> Outcome:
    """From the result the item was taken from, else the newest of data from before it was in force.

    Only a result of later data than both, which ends after the item was in force, can show what came of it;
    one whose criterion has changed only where no other does.
    """
    since = expectation.since
    earlier = [
        each
        for each in standing.values()
        if not each.changes and (since is None or _until(each.result) <= since)
    ]
    before = standing.get(baseline.pk) if baseline else None
    before = before or (earlier[-1] if earlier else None)
    later = [
        each
        for each in standing.values()
        if since is not None
        and _until(each.result) > since
        and (before is None or _until(each.result) > _until(before.result))
    ]
    after = [each for each in later if not each.changes] or later
    return Outcome(expectation, name, before, after[-1] if after else None)


def _why(
    plan: Plan,
    expectation: Expectation,
    results: Sequence[Result],
    standing: Mapping[int, Standpoint],
    names: Mapping[str, Mapping[str, str]],
    baseline: Result | None,
) -> str:
    """Why the newest result of data from before an item was in force is no beginning; empty without one."""
    since = expectation.since
    earlier = [each for each in results if since is None or each == baseline or _until(each) <= since]
    if not earlier:
        return ""
    newest, code = earlier[-1], expectation.criterion_key
    edition = newest.closing.track.edition
    facts = {
        "campaign": newest.closing.track.campaign.name,
        "edition": edition,
        "code": code,
        "set": plan.criteria_set,
        "name": names.get(edition.key, {}).get(code, ""),
        "changes": standing[newest.pk].changes if newest.pk in standing else "",
    }
    if facts["changes"]:
        said = _("“{campaign}” theo bộ “{edition}”, tiêu chí đã đổi nên không so điểm: {changes}.")
    elif facts["name"]:
        said = _(
            "“{campaign}” theo bộ “{edition}”, ở đó {code} là “{name}”, khác tiêu chí {code} của bộ {set} mà "
            "kế hoạch ghi nên không so điểm."
        )
    else:
        said = _("“{campaign}” theo bộ “{edition}”, ở đó không có tiêu chí {code} nên không so điểm.")
    return said.format(**facts)


def _until(result: Result) -> date:
    """The last day of the data of a result."""
    return result.closing.track.campaign.reference_until


def _place(result: Result) -> tuple[date, datetime, int]:
    return _until(result), result.closing.closed_at, result.closing.number


def _points(expectation: Expectation, result: Result) -> Fraction | None:
    points = [each["points"] for each in result.criteria if each["key"] == expectation.criterion_key]
    return exact(points[0]) if points and points[0] is not None else None
