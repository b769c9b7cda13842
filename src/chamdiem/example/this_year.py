"""This year's campaign: departments, districts and communes, entry and appraisal side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

from chamdiem.assessments.models import Assessment
from chamdiem.assessments.services import approve, return_for_completion
from chamdiem.errors import Incomplete
from chamdiem.example.campaigns import Calendar, Khoi, Opened
from chamdiem.example.directory import Body
from chamdiem.example.dossiers import DOCUMENT, SIGNED, Clerk, hand_in, show_documents
from chamdiem.example.papers import DECISION, PLAN, REPORT, State
from chamdiem.example.story import Act, Teller

_CALENDAR = Calendar(-25, 12, 40, 55, 70, 85)
_EARLY = "Thẩm định cuốn chiếu các hồ sơ đã gửi trước hạn."
# Place of a body in its track → how far its dossier is: percent of figures, and what has happened since.
_STEPS = ("draft", "approved", "submitted", "appraisal", "returned", "settled")
_HANDED_IN = frozenset(_STEPS[2:])
_DEPARTMENTS = {3: "approved", 4: "submitted", 5: "submitted", 6: "submitted", 7: "appraisal", 8: "appraisal",
                9: "appraisal", 10: "returned", 11: "settled", 12: "settled", 13: "submitted"}  # fmt: skip
_DISTRICTS = {0: "appraisal", 3: "submitted", 4: "submitted", 5: "appraisal", 6: "settled", 7: "returned",
              8: "approved", 9: "submitted"}  # fmt: skip
_COMMUNES = {**dict.fromkeys(range(18), "submitted"), 18: "appraisal", 19: "appraisal", 20: "returned",
             21: "settled", 22: "approved"}  # fmt: skip
# Drafts further down the list show no documents yet: each takes a quarter of a second to make.
_MOST_SHOWING = 24
# What is the matter with the documents of some; the others' are in order.
_FLAWS = (State.TAMPERED, State.EXPIRED, State.UNSIGNED, State.CHANGED, State.REVOKED, State.UNTRUSTED)


def tell_this_year(teller: Teller) -> Callable[[], None]:
    """Every body of the province takes part."""
    province = teller.province
    tracks = (
        Khoi("Sở, ban, ngành", "so-2021", province.departments),
        Khoi("Huyện, thị xã, thành phố", "chuprong-2023", province.districts),
        Khoi("Xã, phường", "xa-hue-2023", province.communes),
    )
    opened = teller.open(f"Đánh giá chuyển đổi số năm {teller.year}", tracks, _CALENDAR)
    return partial(_run, teller, opened, tracks)


def _run(teller: Teller, opened: Opened, tracks: Sequence[Khoi]) -> None:
    """Fill in, hand in, and appraise what has been handed in."""
    steps = (_DEPARTMENTS, _DISTRICTS, _COMMUNES)
    shared = list(zip(tracks, steps, strict=True))
    teller.together([act for each in shared for act in _entering(teller, opened, *each)])
    teller.advance(opened, "begin_appraisal", -4, _EARLY)
    teller.together([act for each in shared for act in _appraising(teller, opened, *each)])


def _entering(teller: Teller, opened: Opened, khoi: Khoi, places: dict[int, str]) -> list[Act]:
    clerk = teller.clerk(opened, khoi)

    def enter(place: int, body: Body) -> None:
        dossier, step = opened.dossier(khoi, body), places.get(place, "draft")
        day = -20 + place % 12
        if step == "draft":
            _draft(teller, clerk, body, dossier, place, day)
            return
        clerk.fill(body, dossier, share=100, now=teller.at(day))
        _show_whole(teller, clerk, body, dossier, day + 1)
        _hand_over(teller, body, dossier, step, day + 3)

    return teller.acts(f"{khoi.name}, nhập liệu", khoi.bodies, enter)


def _appraising(teller: Teller, opened: Opened, khoi: Khoi, places: dict[int, str]) -> list[Act]:
    known = [(opened.dossier(khoi, khoi.bodies[place]), step) for place, step in places.items()]
    return teller.acts(f"{khoi.name}, thẩm định", known, lambda _, one: _appraise(teller, *one))


def _draft(teller: Teller, clerk: Clerk, body: Body, dossier: Assessment, place: int, day: int) -> None:
    """Some have not begun, the others are somewhere on the way; a flawed document lies among the good."""
    share = 70 if place == 1 else place * 37 % 101
    if place % 5 == 4:
        return
    clerk.fill(body, dossier, share=share, now=teller.at(day))
    keys = [key for key, needed in clerk.claims(dossier) if needed in (SIGNED, DOCUMENT)]
    if not keys or place > _MOST_SHOWING:
        return
    flaw = _FLAWS[place % len(_FLAWS)]
    plan = teller.registry.file(body, PLAN, teller.year, flaw, at=teller.at(day + 1))
    show_documents(body, dossier, [plan], keys[: 3 + place % 4], teller.at(day + 2))


def _show_whole(teller: Teller, clerk: Clerk, body: Body, dossier: Assessment, day: int) -> None:
    """Documents for every claim: signed ones where they must be, a plain report elsewhere."""
    claims = clerk.claims(dossier)
    if not claims:
        return
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for key, needed in claims:
        keys[needed].append(key)
    at = teller.at(day)
    if signed := keys.pop(SIGNED, []):
        decision = teller.registry.file(body, DECISION, teller.year, State.VALID, at=at)
        show_documents(body, dossier, [decision], signed, at)
    flaw = teller.random.choice((State.VALID, State.VALID, *_FLAWS))
    report = teller.registry.file(body, REPORT, teller.year, flaw, at=at)
    show_documents(body, dossier, [report], keys.pop(DOCUMENT, []), at)
    for kind, shown_by_page in keys.items():
        show_documents(body, dossier, [teller.registry.link(body, kind, at=at)], shown_by_page, at)


def _hand_over(teller: Teller, body: Body, dossier: Assessment, step: str, day: int) -> None:
    try:
        if step in _HANDED_IN:
            hand_in(body, dossier, now=teller.at(day))
            return
        dossier.refresh_from_db()
        seen = dossier.revision
        approve(actor=body.leader, assessment_id=dossier.pk, seen_revision=seen, now=teller.at(day))
    except Incomplete:
        return


def _appraise(teller: Teller, dossier: Assessment, step: str) -> None:
    bench = teller.bench()
    match step:
        case "appraisal":
            bench.differ(dossier, count=2, now=teller.at(-3))
            bench.accept([dossier], share=60, now=teller.at(-2))
            bench.judge(
                dossier, code="does_not_prove", note="Đề nghị nộp số liệu chi tiết.", now=teller.at(-1)
            )
        case "returned":
            bench.ask_for_more(dossier, now=teller.at(-2))
            return_for_completion(
                actor=teller.province.standing,
                assessment_id=dossier.pk,
                reason="Đề nghị bổ sung phụ lục số liệu chi tiết của báo cáo.",
                now=teller.at(-1),
            )
        case "settled":
            bench.differ(dossier, count=1, now=teller.at(-3))
            bench.accept([dossier], share=100, now=teller.at(-2))
            bench.finish(dossier, now=teller.at(-1))
