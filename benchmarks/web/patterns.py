"""The dossiers that others are copies of, each played by the use cases to a state of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from chamdiem.accounts.models import User
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.services import approve, return_for_completion
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.services import advance_stage, give_duty
from chamdiem.evidence.services import Description, add_citation
from chamdiem.example.appraising import Bench, ask_to_explain, explain, rule
from chamdiem.example.campaigns import Calendar, Khoi, Opened, open_campaign
from chamdiem.example.directory import Body, Province
from chamdiem.example.dossiers import Clerk, hand_in, show_documents

# The one nearest to 100 criteria: 91, with 146 figures.
EDITION = "ninhthuan-2021"
_TRACK = "Các cơ quan, đơn vị"
_LAST_YEAR = Calendar(-330, -300, -270, -255, -245, -230)
_THIS_YEAR = Calendar(-30, 30, 60, 80, 90, 100)
# How far the dossier of each pattern is this year: a share of its figures entered, or a step after that.
STEPS: tuple[int | str, ...] = (
    100, 35, "submitted", 80, "approved", "appraisal", 0, 100, "returned",
    60, "submitted", "settled", 90, "asked", "justified", 100, "ruled", "submitted", 95, "appraisal",
)  # fmt: skip
PATTERNS = len(STEPS)
_HANDED_IN = frozenset({"submitted", "appraisal", "returned", "settled", "asked", "justified", "ruled"})
_AFTER_THE_ROUND = ("settled", "asked", "justified", "ruled")
_DIFFERING = 3


@dataclass(slots=True)
class Player:
    """Who plays, with which random numbers, around which day."""

    province: Province
    random: Random
    now: datetime

    @property
    def patterns(self) -> Sequence[Body]:
        """The bodies whose dossiers are played."""
        return self.province.communes[:PATTERNS]

    def open_last_year(self) -> Opened:
        """Last year's campaign, with an empty dossier for everybody."""
        return self._open(self.now.year - 1, _LAST_YEAR)

    def open_this_year(self) -> Opened:
        """This year's campaign, with an empty dossier for everybody."""
        return self._open(self.now.year, _THIS_YEAR)

    def play_last_year(self, opened: Opened) -> None:
        """Everything handed in, appraised and settled; the campaign is ready to be closed."""
        dossiers = self._dossiers(opened)
        for body, dossier in dossiers:
            self._fill(opened, body, dossier, 100, -310)
            hand_in(body, dossier, now=self._at(-305))
        self._advance(opened, "begin_appraisal", -299)
        for place, (_, dossier) in enumerate(dossiers):
            self._settle(dossier, place % _DIFFERING, -275)
        self._advance(opened, "begin_explanation", -265)
        self._advance(opened, "begin_ruling", -250)

    def play_this_year(self, opened: Opened) -> None:
        """Dossiers in every state; entry and appraisal run side by side."""
        dossiers = self._dossiers(opened)
        for (body, dossier), step in zip(dossiers, STEPS, strict=True):
            self._enter(opened, body, dossier, step)
        self._advance(opened, "begin_appraisal", -4, "Thẩm định cuốn chiếu các hồ sơ đã gửi trước hạn.")
        for (_, dossier), step in zip(dossiers, STEPS, strict=True):
            self._appraise(dossier, step)
        self._dispute(opened, dossiers)

    def _open(self, year: int, calendar: Calendar) -> Opened:
        begun = self._at(calendar.entry_from) - timedelta(hours=3)
        opened = open_campaign(
            self.province,
            name=f"Đánh giá chuyển đổi số năm {year}",
            year=year,
            tracks=(Khoi(_TRACK, EDITION, self.province.communes),),
            calendar=calendar,
            today=self.now.date(),
            policies=Policies(require_signatures=False, explain_missing_evidence=False),
            now=begun,
        )
        track = opened.campaign.tracks.get()
        for user in self.province.appraisers[:2]:
            give_duty(
                actor=self.province.standing,
                campaign_id=opened.campaign.pk,
                user_id=user.pk,
                track_id=track.pk,
                now=begun,
            )
        return opened

    def _dossiers(self, opened: Opened) -> list[tuple[Body, Assessment]]:
        return [(body, opened.dossiers[_TRACK, body.organisation.pk]) for body in self.patterns]

    def _fill(self, opened: Opened, body: Body, dossier: Assessment, share: int, day: int) -> None:
        """Enter a share of the figures, and cite one document for a few criteria."""
        clerk = Clerk(opened.campaign.tracks.select_related("edition").get().edition, self.random)
        clerk.fill(body, dossier, share=share, now=self._at(day))
        described = Description(
            title=f"Báo cáo kết quả chuyển đổi số năm {opened.campaign.year}",
            number=f"{100 + dossier.pk}/BC-UBND",
            issued_on=self._at(day - 5).date(),
            issuer=body.organisation.name,
        )
        document = add_citation(
            actor=body.officer, organisation=body.organisation, described=described, now=self._at(day + 1)
        )
        show_documents(body, dossier, [document], clerk.provable()[:8], self._at(day + 2))

    def _enter(self, opened: Opened, body: Body, dossier: Assessment, step: int | str) -> None:
        share = step if isinstance(step, int) else 100
        if not share:
            return
        self._fill(opened, body, dossier, share, -20)
        if step in _HANDED_IN:
            hand_in(body, dossier, now=self._at(-10))
        if step == "approved":
            dossier.refresh_from_db()
            approve(
                actor=body.leader, assessment_id=dossier.pk, seen_revision=dossier.revision, now=self._at(-9)
            )

    def _appraise(self, dossier: Assessment, step: int | str) -> None:
        bench = self._bench()
        if step in _AFTER_THE_ROUND:
            self._settle(dossier, _DIFFERING, -2)
        if step == "appraisal":
            bench.differ(dossier, count=2, now=self._at(-3))
            bench.accept([dossier], share=60, now=self._at(-2))
        if step == "returned":
            return_for_completion(
                actor=self.province.standing,
                assessment_id=dossier.pk,
                reason="Đề nghị bổ sung phụ lục số liệu chi tiết của báo cáo.",
                now=self._at(-1),
            )

    def _settle(self, dossier: Assessment, differing: int, day: int) -> None:
        bench = self._bench()
        bench.differ(dossier, count=differing, now=self._at(day - 2))
        bench.accept([dossier], share=100, now=self._at(day - 1))
        bench.finish(dossier, now=self._at(day))

    def _dispute(self, opened: Opened, dossiers: Sequence[tuple[Body, Assessment]]) -> None:
        """Some are ahead of the campaign: asked to explain, explained, ruled on. It goes there and back."""
        by_step = {step: pair for pair, step in zip(dossiers, STEPS, strict=True)}
        stage = Campaign.objects.filter(pk=opened.campaign.pk)
        stage.update(status=Campaign.Status.EXPLANATION)
        for step in ("asked", "justified", "ruled"):
            body, dossier = by_step[step]
            ask_to_explain(self.province.standing, dossier, now=self._at(-1))
            if step != "asked":
                explain(body, dossier, justified=1, answered=99, is_sent=True, now=self._at(-1))
        _, dossier = by_step["ruled"]
        self._bench().uphold(dossier, now=self._at(-1))
        stage.update(status=Campaign.Status.RULING)
        rule(self.province.council[0], dossier, count=1, now=self._at(-1))
        stage.update(status=Campaign.Status.APPRAISAL)

    def _bench(self) -> Bench:
        """An appraiser who knows of the duties she was given since."""
        return Bench(User.objects.get(pk=self.province.appraisers[0].pk), self.random)

    def _advance(self, opened: Opened, action: str, day: int, reason: str = "") -> None:
        advance_stage(
            actor=self.province.standing,
            campaign_id=opened.campaign.pk,
            action=action,
            reason=reason,
            now=self._at(day),
        )

    def _at(self, days: int) -> datetime:
        return self.now + timedelta(days=days)
