"""Bodies that end while they lead items of a plan: a third quarter before, and how they end."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from chamdiem.organisations.models import Organisation, Succession
from chamdiem.plans.models import Round
from chamdiem.plans.services import (
    LineDraft,
    close_round,
    judge_report,
    open_round,
    save_line,
    submit_report,
)
from tests.people import LOCAL, Cast

from .loaded import AFTER, CONTENT, IN_TIME, plan_in_force, report_of

DAY = date(2026, 10, 20)
NAMED = datetime(2026, 11, 3, 9, 0, tzinfo=LOCAL)
NEXT_YEAR = datetime(2027, 3, 20, 9, 0, tzinfo=LOCAL)
DONE = LineDraft(state="done", percent=100, done="Xong.", figures={"CT1-1": "90"})
BEHIND = LineDraft(state="behind", percent=10, difficulty="Thiếu người.", figures={"CT1-1": "5"})
# The target names two bodies, each by itself.
BY_NAME = CONTENT.replace("lead:\n      - Các Sở, ban, ngành\n", "lead:\n      - Sở XD\n      - Sở Y tế\n")


def say(cast: Cast, round_: Round, body: Organisation, now: datetime, **drafts: LineDraft) -> None:
    """A body says it is done with everything it is asked about but for ``drafts``, and is accepted."""
    report, leader = report_of(round_, body), cast.minh if body == cast.body_b else cast.dung
    for line in report.lines.filter(is_lead=True, is_settled=False).select_related("item"):
        draft = drafts.get(line.item.key, DONE)
        save_line(actor=leader, line_id=line.pk, draft=draft, seen=line.version, now=now)
    submit_report(actor=leader, report_id=report.pk, now=now)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=now)


def third_quarter(cast: Cast, text: str = CONTENT, **drafts: LineDraft) -> Round:
    """The third quarter, closed: Sở Xây dựng is done with everything, Sở Y tế too but for ``drafts``."""
    plan = plan_in_force(cast, text)
    third = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    say(cast, third, cast.body_a, IN_TIME)
    say(cast, third, cast.body_b, IN_TIME, **drafts)
    return close_round(actor=cast.giang, round_id=third.pk, now=AFTER)


def end(body: Organisation, *into: Organisation, change: str = "merged", day: date = DAY) -> None:
    """A body ends, here in October, and goes into others, or into none."""
    Organisation.objects.filter(pk=body.pk).update(valid_to=day - timedelta(days=1))
    for each in into:
        Succession.objects.create(change=change, predecessor=body, successor=each, took_place_on=day)
