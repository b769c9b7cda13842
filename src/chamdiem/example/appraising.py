"""What appraisers, organisations and the council decide in the example province."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from random import Random

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import claims_nothing
from chamdiem.appraisals.models import Appraisal, Justification
from chamdiem.appraisals.rounds import list_disputed, round_of
from chamdiem.appraisals.selectors.accepting import MOST_AT_ONCE
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.services.accepting import bulk_accept
from chamdiem.appraisals.services.appraising import (
    Decision,
    appraise_criterion,
    uphold_appraisal,
)
from chamdiem.appraisals.services.documents import Judgement, judge_document
from chamdiem.appraisals.services.explaining import (
    Position,
    justify_criterion,
    open_explanation,
    send_justification,
)
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import claimed_layer
from chamdiem.core.criterion import Criterion
from chamdiem.evidence.models import EvidenceUse
from chamdiem.example.directory import Body
from chamdiem.indicators.selectors import compiled

_REASONS = (
    "Số liệu trong báo cáo thấp hơn số liệu kê khai; chấm theo báo cáo.",
    "Tài liệu kiểm chứng chỉ chứng minh được một phần nhiệm vụ.",
    "Kế hoạch ban hành sau thời hạn quy định nên chỉ đạt một phần điểm.",
    "Chưa có minh chứng cho toàn bộ các đơn vị trực thuộc.",
)
_JUSTIFICATIONS = (
    "Đơn vị đã thực hiện đủ nhiệm vụ; đề nghị xem thêm phụ lục kèm theo báo cáo.",
    "Số liệu kê khai lấy từ hệ thống báo cáo của tỉnh, đề nghị thẩm định lại.",
)
_RULING = "Hội đồng thống nhất chấp nhận một phần giải trình của đơn vị."


class Bench:
    """Appraises dossiers: most claims are accepted at once, some get points of their own."""

    def __init__(self, actor: User, random: Random) -> None:
        self.actor, self._random = actor, random

    def accept(self, dossiers: Sequence[Assessment], *, share: int, now: datetime) -> None:
        """Accept what can be accepted, in the first ``share`` percent of the criteria."""
        pairs = []
        for dossier in dossiers:
            keys = list(_criteria(dossier))
            pairs += [(dossier.pk, key) for key in keys[: len(keys) * share // 100]]
        for start in range(0, len(pairs), MOST_AT_ONCE):
            bulk_accept(actor=self.actor, pairs=pairs[start : start + MOST_AT_ONCE], now=now)

    def differ(self, dossier: Assessment, *, count: int, now: datetime) -> None:
        """Award less than was claimed for a few criteria."""
        layer = claimed_layer(dossier)
        scorer = compiled(dossier.participant.track.edition).scorer
        keys = [
            key
            for key, criterion in _criteria(dossier).items()
            if criterion.peer_rule is None
            and scorer.outcome(key, layer.answers, layer.overrides.get(key)).points > 1
        ]
        for key in sorted(self._random.sample(keys, min(count, len(keys)))):
            points = scorer.outcome(key, layer.answers, layer.overrides.get(key)).points
            self._award(dossier, key, str(int(points / 2)), self._random.choice(_REASONS), now)

    def finish(self, dossier: Assessment, *, now: datetime) -> None:
        """Decide what is left, one by one, and end the round."""
        present = round_of(_fresh(self.actor, dossier))
        layer = claimed_layer(dossier)
        for key in present.list_undecided():
            criterion = _criteria(dossier)[key]
            if claims_nothing(criterion, layer):
                awarded = str(int(criterion.maximum * dossier.participant.pk % 3 / 3))
                self._award(dossier, key, awarded, "Theo số liệu của cơ quan quản lý chuyên ngành.", now)
            else:
                self._accept(dossier, key, now)
        finish_appraisal(actor=self.actor, assessment_id=dossier.pk, now=now)

    def uphold(self, dossier: Assessment, *, now: datetime) -> None:
        """Keep in the second round what the first one decided, and end it."""
        for key in round_of(_fresh(self.actor, dossier)).list_undecided():
            uphold_appraisal(
                actor=self.actor,
                assessment_id=dossier.pk,
                key=key,
                reason="Giải trình chưa có tài liệu kiểm chứng mới.",
                version=0,
                now=now,
            )
        finish_appraisal(actor=self.actor, assessment_id=dossier.pk, now=now)

    def judge(self, dossier: Assessment, *, code: str, note: str, now: datetime) -> None:
        """Refuse the first document of a dossier."""
        use = EvidenceUse.objects.filter(assessment=dossier, removed_at__isnull=True).order_by("pk").first()
        if use is not None:
            judge_document(
                actor=self.actor,
                assessment_id=dossier.pk,
                use_id=use.pk,
                judgement=Judgement(verdict=EvidenceUse.Verdict.REFUSED, code=code, note=note),
                seen=use.verdict,
                now=now,
            )

    def ask_for_more(self, dossier: Assessment, *, now: datetime) -> None:
        """Ask for more about the first criterion that nobody has decided."""
        key = round_of(_fresh(self.actor, dossier)).list_undecided()[0]
        decision = Decision(
            verdict=Appraisal.Verdict.MORE_WANTED, reason="Đề nghị bổ sung phụ lục số liệu chi tiết."
        )
        self._decide(dossier, key, decision, now)

    def _award(self, dossier: Assessment, key: str, points: str, reason: str, now: datetime) -> None:
        decision = Decision(verdict=Appraisal.Verdict.AWARDED, points=points, reason=reason)
        self._decide(dossier, key, decision, now)

    def _accept(self, dossier: Assessment, key: str, now: datetime) -> None:
        self._decide(dossier, key, Decision(verdict=Appraisal.Verdict.ACCEPTED), now)

    def _decide(self, dossier: Assessment, key: str, decision: Decision, now: datetime) -> None:
        appraise_criterion(
            actor=self.actor, assessment_id=dossier.pk, key=key, decision=decision, version=0, now=now
        )


def ask_to_explain(standing: User, dossier: Assessment, *, now: datetime) -> None:
    """Open the explanation of a dossier."""
    open_explanation(actor=standing, assessment_id=dossier.pk, now=now)


def explain(
    body: Body, dossier: Assessment, *, justified: int, answered: int, is_sent: bool, now: datetime
) -> None:
    """Justify the first criteria in dispute and agree to the next ones, ``answered`` in all."""
    disputed = list_disputed(_fresh_of(dossier))
    for place, columns in enumerate(disputed[:answered]):
        stance = Justification.Stance.JUSTIFIED if place < justified else Justification.Stance.AGREED
        text = _JUSTIFICATIONS[place % len(_JUSTIFICATIONS)] if place < justified else ""
        justify_criterion(
            actor=body.officer,
            assessment_id=dossier.pk,
            key=columns.row.key,
            position=Position(stance=stance, text=text),
            version=0,
            now=now,
        )
    if is_sent:
        send_justification(actor=body.officer, assessment_id=dossier.pk, now=now)


def rule(member: User, dossier: Assessment, *, count: int, now: datetime) -> None:
    """The council decides the first disputes: between claim and appraisal."""
    for columns in list_disputed(_fresh_of(dossier))[:count]:
        between = int((columns.claimed.points + columns.appraised.points) / 2)
        rule_criterion(
            actor=member,
            assessment_id=dossier.pk,
            key=columns.row.key,
            points=str(between),
            reason=_RULING,
            version=0,
            now=now,
        )


def _criteria(dossier: Assessment) -> dict[str, Criterion]:
    return dict(compiled(dossier.participant.track.edition).scorer.criteria)


def _fresh(actor: User, dossier: Assessment) -> Assessment:
    return get_appraised(actor=actor, assessment_id=dossier.pk)


def _fresh_of(dossier: Assessment) -> Assessment:
    return Assessment.objects.select_related("participant__track__edition", "participant__campaign").get(
        pk=dossier.pk
    )
