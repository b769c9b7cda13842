"""Pages of dossiers: for a browser, for htmx, for autosave, and without any script."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from chamdiem.assessments import services
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.campaigns.models import Extension
from chamdiem.evidence.models import StoredFile
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .asking import Opened, at, autosave, text
from .filling import fill, hand_in, show_evidence, write

pytestmark = pytest.mark.usefixtures("stopped_clock")
PART = {"HX-Request": "true"}
DEDUCTING = (
    EDITION.replace("thu-nghiem-2026", "thu-nghiem-tru")
    + """\
  - {key: '4', number: '4', level: main, name: Phần trừ, role: deduction, max_points: 4}
  - key: '4.1'
    number: '4.1'
    level: criterion
    name: Hồ sơ giải quyết trễ hạn
    role: deduction
    max_points: 4
    inputs: {n: {label: Số hồ sơ trễ}}
    rule: {kind: count, parts: [{of: n, points_each: 1}]}
"""
)
CITED = ("number", "issued_on", "issuer", "url")


def test_the_dossier_opens_at_the_first_thing_missing(cast: Cast, opened: Opened) -> None:
    write(cast, "1.1.x", "none")
    assert '<h2 id="criterion" lang="vi">Có chuyên mục chuyển đổi số' in text(opened("an"), at(cast))


def test_a_criterion_shows_points_reason_decision_and_last_day(cast: Cast, opened: Opened) -> None:
    write(cast, "I.1", "100")
    write(cast, "2.1.a", "79")
    page = text(opened("an"), at(cast, "tieu-chi/2.1/"))
    for words in (
        '<span class="points-earned">19,75</span>',
        "Tỷ lệ = 79 / 100 = 79%",
        "a = số dịch vụ toàn trình; b = tổng số thủ tục.",
        "Quyết định số 1/QĐ-UBND",
        "31/10/2026",
        'Thời hạn: <span lang="vi">31.10</span>',
        "Phòng Công nghệ thông tin",
        "Thông tin chung I.1",
    ):
        assert words in page


def test_the_head_names_the_day_of_the_whole_and_beside_it_the_criteria_with_more_time(
    cast: Cast, opened: Opened
) -> None:
    Extension.objects.create(
        participant=cast.a.participant,
        criterion_key="2.3",
        until=date(2026, 11, 10),
        reason="Chờ số liệu thống kê",
        given_by=cast.giang,
        given_at=NOW,
    )
    page = text(opened("an"), at(cast))
    assert 'Hạn gửi hồ sơ: <time class="digits">23:59 31/10/2026</time>' in page
    assert 'tiêu chí 2.3 đến <time class="digits">10/11/2026</time>' in page
    assert "10/11/2026" not in text(opened("an"), "/ho-so/")


def test_a_criterion_says_how_many_documents_are_there_and_how_many_are_missing(
    cast: Cast, opened: Opened
) -> None:
    write(cast, "1.1.x", "deputy")
    page = text(opened("an"), at(cast, "tieu-chi/1.1/"))
    assert "Có 0/1 tài liệu, còn thiếu 1</span>" in page
    show_evidence(cast, cast.a, "1.1", signature=StoredFile.Signature.NONE)
    assert "Chưa đáp ứng yêu cầu</span>" in text(opened("an"), at(cast, "tieu-chi/1.1/"))
    show_evidence(cast, cast.a, "1.1")
    page = text(opened("an"), at(cast, "tieu-chi/1.1/"))
    assert "Đã đủ</span>" in page
    assert "Có 2 tài liệu, cần ít nhất 1" in page


def test_who_gets_a_dossier_back_reads_from_whom_until_when_and_why(cast: Cast, opened: Opened) -> None:
    hand_in(cast)
    reason = "Bổ sung danh mục dịch vụ công"
    services.return_for_completion(actor=cast.chi, assessment_id=cast.a.pk, reason=reason, now=NOW)
    for page in (text(opened("an"), at(cast, path)) for path in ("", "con-thieu/")):
        assert "được trả lại để bổ sung, hạn gửi lại: hết ngày 31/10/2026" in page
        assert f"Người trả lại: {cast.chi.name}, lúc " in page
        assert f'Lý do: <span lang="vi">{reason}</span>' in page


def test_htmx_gets_the_part_and_a_browser_the_page(cast: Cast, opened: Opened) -> None:
    client, address = opened("an"), at(cast, "tieu-chi/2.3/")
    headers = {**PART, "HX-Current-URL": f"http://testserver{at(cast, 'tieu-chi/2.1/')}"}
    part = text(client, address, **headers)
    assert "<html" not in part
    assert part.count('hx-swap-oob="true"') == 3
    assert part.count('aria-current="true"') == 1
    assert "<html" in text(client, address)


@pytest.mark.parametrize(
    ("key", "control"),
    [
        ("1.1", 'type="radio"'),
        ("1.2", 'value="không"'),
        ("1.3", 'inputmode="decimal"'),
        ("2.3", 'inputmode="numeric"'),
    ],
)
def test_every_kind_of_figure_has_its_own_field(cast: Cast, opened: Opened, key: str, control: str) -> None:
    assert control in text(opened("an"), at(cast, f"tieu-chi/{key}/"))


def test_autosave_answers_with_points_reason_and_totals(cast: Cast, opened: Opened) -> None:
    answer = autosave(opened("an"), cast, "2.3", "2.3.n", "3")
    assert answer.status_code == 200
    said = answer.json()
    assert (said["version"], said["at"]) == (1, "09:30")
    number = next(name for name in said["parts"] if name.startswith("#points-"))
    assert "7,50" in said["parts"][number]
    assert "3 cuộc × 2,5 = 7,5 điểm" in said["parts"][number]
    assert "7,50" in said["parts"]["#totals"]
    assert sum(name.startswith("#row-") for name in said["parts"]) == 2


def test_a_shared_figure_refreshes_every_row_that_reads_it(cast: Cast, opened: Opened) -> None:
    write(cast, "2.1.a", "79")
    said = autosave(opened("an"), cast, "I.1", "I.1", "100").json()
    rows = "".join(part for name, part in said["parts"].items() if name.startswith("#row-"))
    assert "19,75 / 20" in rows


def test_autosave_says_what_is_wrong_and_keeps_nothing(cast: Cast, opened: Opened) -> None:
    answer = autosave(opened("an"), cast, "2.3", "2.3.n", "ba")
    assert answer.status_code == 422
    assert answer.json()["sentence"].startswith("“ba” không phải là số")
    assert not Answer.objects.exists()


def test_autosave_shows_both_values_of_a_conflict(cast: Cast, opened: Opened) -> None:
    write(cast, "2.1.a", "70", actor=cast.kien)
    answer = autosave(opened("an"), cast, "2.1", "2.1.a", "80")
    assert answer.status_code == 409
    facts = answer.json()["facts"]
    assert (facts["shown"], facts["mine"], facts["person"]) == ("70", "80", "Đỗ Trung Kiên")


def test_a_conflict_with_oneself_says_that_it_was_another_window(cast: Cast, opened: Opened) -> None:
    write(cast, "2.1.a", "70", actor=cast.an)
    assert autosave(opened("an"), cast, "2.1", "2.1.a", "80").json()["facts"]["is_own"] == "yes"
    assert autosave(opened("kien"), cast, "2.1", "2.1.a", "80").json()["facts"]["is_own"] == ""
    for name, said in (
        ("an", "Anh/chị vừa sửa ô này ở một cửa sổ khác"),
        ("kien", "Có người khác vừa sửa ô này"),
    ):
        answer = opened(name).post(at(cast, "tieu-chi/2.1/"), {"2.1.a": "80", "version:2.1.a": "0"})
        assert answer.status_code == 409
        assert said in answer.content.decode()


def form(**figures: str) -> dict[str, str]:
    return {**figures, **{f"version:{name}": "0" for name in figures}}


def test_without_script_the_form_saves_and_comes_back(cast: Cast, opened: Opened) -> None:
    address = at(cast, "tieu-chi/2.3/")
    answer = opened("an").post(address, {"2.3.n": "3", "version:2.3.n": "0"})
    assert (answer.status_code, answer["Location"]) == (302, address)
    assert Answer.objects.get().value == 3


def test_without_script_a_refusal_keeps_what_was_typed(cast: Cast, opened: Opened) -> None:
    answer = opened("an").post(at(cast, "tieu-chi/2.3/"), {"2.3.n": "ba", "version:2.3.n": "0"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="ba"' in page
    assert "“ba” không phải là số" in page


def test_without_script_a_conflict_shows_both_and_the_next_save_keeps_mine(
    cast: Cast, opened: Opened
) -> None:
    write(cast, "2.3.n", "3", actor=cast.dung)
    client = opened("an")
    answer = client.post(at(cast, "tieu-chi/2.3/"), {"2.3.n": "4", "version:2.3.n": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Trần Văn Dũng" in page
    assert 'name="version:2.3.n" value="1"' in page
    client.post(at(cast, "tieu-chi/2.3/"), {"2.3.n": "4", "version:2.3.n": "1"})
    assert Answer.objects.get().value == 4


def test_an_office_sees_and_learns_only_what_is_its_own(cast: Cast, opened: Opened) -> None:
    write(cast, "2.3.n", "3")
    client = opened("kien")
    page = text(client, at(cast))
    assert "Tỷ lệ dịch vụ công trực tuyến toàn trình" in page
    assert "Số cuộc họp" not in page
    assert client.get(at(cast, "tieu-chi/2.3/")).status_code == 404
    for path in ("con-thieu/", "duyet/"):
        assert "Số cuộc họp" not in text(client, at(cast, path))
    assert "Tổng số thủ tục" not in text(client, at(cast, "thong-tin-chung/"))


def test_the_authority_reads_and_finds_no_button_and_no_discussion(cast: Cast, opened: Opened) -> None:
    services.add_remark(actor=cast.an, assessment_id=cast.a.pk, key="2.1", text="Chỉ nội bộ", now=NOW)
    page = text(opened("giang"), at(cast, "tieu-chi/2.1/"))
    assert "Chỉ nội bộ" not in page
    assert "data-autosave" not in page
    assert "việc đó là của đơn vị tự đánh giá" in page


def test_the_history_names_every_value_and_person(cast: Cast, opened: Opened) -> None:
    write(cast, "2.1.a", "70", actor=cast.kien)
    write(cast, "2.1.a", "79")
    page = text(opened("an"), at(cast, "tieu-chi/2.1/"))
    assert page.index('digits">79') < page.index('digits">70')
    assert "Đỗ Trung Kiên" in page


def test_last_years_figure_is_confirmed_with_one_button(cast: Cast, opened: Opened) -> None:
    write(cast, "2.3.n", "3")
    Answer.objects.update(is_carried=True)
    client, address = opened("an"), at(cast, "tieu-chi/2.3/")
    assert f'formaction="{address}so-lieu/2.3.n/"' in text(client, address)
    client.post(f"{address}so-lieu/2.3.n/", {"2.3.n": "3", "version:2.3.n": "1", "value": "3"})
    kept = Answer.objects.get()
    assert (kept.value, kept.version, kept.is_carried) == (3, 2, False)


def test_general_information_names_the_criteria_that_use_it(cast: Cast, opened: Opened) -> None:
    page = text(opened("an"), at(cast, "thong-tin-chung/"))
    assert "Tổng số thủ tục hành chính" in page
    assert f'href="{at(cast, "tieu-chi/2.1/")}" title="Tỷ lệ dịch vụ công' in page


def test_the_history_of_a_shared_figure_stands_where_it_is_entered_and_where_it_is_read(
    cast: Cast, opened: Opened
) -> None:
    write(cast, "I.1", "120")
    write(cast, "I.1", "125")
    for path in ("thong-tin-chung/", "tieu-chi/2.1/"):
        page = text(opened("an"), at(cast, path))
        history = page[page.index("Lịch sử số liệu") :]
        assert history.index('<b class="digits">125</b>') < history.index('<b class="digits">120</b>')
    assert "125" not in text(opened("an"), at(cast, "tieu-chi/2.3/")).partition("Lịch sử số liệu")[2]


def test_every_gap_is_a_link(cast: Cast, opened: Opened) -> None:
    page = text(opened("an"), at(cast, "con-thieu/"))
    assert "Còn thiếu 7 nội dung" in page
    for key in ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3"):
        assert f'href="{at(cast, f"tieu-chi/{key}/")}"' in page


def test_a_dossier_sent_too_early_comes_back_with_every_gap_as_a_link(cast: Cast, opened: Opened) -> None:
    refused = opened("an").post(at(cast, "gui/"))
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Chưa phê duyệt, chưa gửi được hồ sơ" in page
    assert f'href="{at(cast, "tieu-chi/2.3/")}"' in page
    assert f'href="{at(cast, "con-thieu/")}?export=xlsx"' in page
    for_script = opened("an").post(at(cast, "gui/"), headers={"Accept": "application/json"})
    assert "ở các mục: I.1, 1.1, 1.2, 1.3, 2.1, 2.2, 2.3." in for_script.json()["sentence"]
    early = opened("dung").post(at(cast, "duyet/phe-duyet/"), {"revision": cast.a.revision})
    assert (early.status_code, "Còn thiếu 7 nội dung" in early.content.decode()) == (422, True)


def test_the_leader_approves_and_the_officer_sends(cast: Cast, opened: Opened) -> None:
    fill(cast)
    leader, officer = opened("dung"), opened("an")
    page = text(leader, at(cast, "duyet/"))
    assert "Phê duyệt nội dung này" in page
    assert f'name="revision" value="{cast.a.revision}"' in page
    leader.post(at(cast, "duyet/phe-duyet/"), {"revision": cast.a.revision})
    assert "Gửi thẩm định" in text(officer, at(cast, "duyet/"))
    officer.post(at(cast, "gui/"))
    assert Assessment.objects.get(pk=cast.a.pk).status == Assessment.Status.SUBMITTED
    page = text(officer, at(cast, "duyet/"))
    assert 'popovertarget="withdraw"' in page
    question = page[page.index('popover id="withdraw"') :]
    assert "không còn được coi là đã gửi" in question[: question.index("</dialog>")]
    assert "Trả lại hồ sơ" in text(opened("chi"), at(cast, "duyet/"))


def test_a_voided_approval_is_seen_by_everybody(cast: Cast, opened: Opened) -> None:
    fill(cast)
    services.approve(actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW)
    write(cast, "2.3.n", "4")
    page = text(opened("dung"), at(cast, "duyet/"))
    assert "Phê duyệt của Trần Văn Dũng không còn hiệu lực vì Nguyễn Văn An đã thay đổi" in page
    refused = opened("an").post(at(cast, "gui/"))
    assert refused.status_code == 422
    assert f'<a class="btn btn-primary" href="{at(cast, "")}">' in refused.content.decode()


def test_an_approval_of_a_returned_dossier_is_not_said_to_be_changed(cast: Cast, opened: Opened) -> None:
    fill(cast)
    services.approve(actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW)
    services.submit(actor=cast.an, assessment_id=cast.a.pk, now=NOW)
    services.return_for_completion(
        actor=cast.giang, assessment_id=cast.a.pk, reason="Bổ sung danh mục 2.1", now=NOW
    )
    page = text(opened("dung"), at(cast, "duyet/"))
    said = "Phê duyệt của Trần Văn Dũng không còn hiệu lực vì Vũ Hương Giang đã trả lại hồ sơ để bổ sung lúc "
    assert said in page
    assert "đã thay đổi nội dung" not in page


def test_notes_reasons_and_remarks_work_as_forms(cast: Cast, opened: Opened) -> None:
    client, place = opened("an"), at(cast, "tieu-chi/2.1/")
    client.post(f"{place}ghi-chu/", {"value": "Theo báo cáo quý III", "version": "0"})
    client.post(f"{place}giai-thich/", {"value": "Tài liệu ở hệ thống một cửa", "version": "1"})
    client.post(f"{place}trao-doi/", {"text": "Đã đối chiếu"})
    client.post(f"{place}khong-ap-dung/", {"reason": "Đơn vị không có thủ tục hành chính"})
    page = text(client, place)
    for words in (
        "Theo báo cáo quý III",
        "Tài liệu ở hệ thống một cửa",
        "Đã đối chiếu",
        "Tiêu chí không áp dụng",
    ):
        assert words in page
    client.post(f"{place}khong-ap-dung/", {"applies": "yes"})
    assert not CriterionEntry.objects.get().is_not_applicable


def test_words_of_people_are_never_markup(cast: Cast, opened: Opened) -> None:
    client, place = opened("an"), at(cast, "tieu-chi/2.1/")
    bad = "<script>alert(1)</script> đủ dài"
    for path, name in (("ghi-chu/", "value"), ("giai-thich/", "value"), ("trao-doi/", "text")):
        client.post(place + path, {name: bad, "version": "5"})
    client.post(place + "khong-ap-dung/", {"reason": bad})
    for address in (place, at(cast, "duyet/"), at(cast, "con-thieu/")):
        assert "<script>alert" not in text(client, address)
    said = autosave(client, cast, "2.3", "2.3.n", "<b>3</b>")
    assert said.status_code == 422
    assert "<b>" in json.dumps(said.json(), ensure_ascii=False)
    assert said["Content-Type"].startswith("application/json")


def test_figures_that_contradict_each_other_count_for_nothing(cast: Cast, opened: Opened) -> None:
    fill(cast)
    whole = Assessment.objects.get(pk=cast.a.pk).claimed_points
    said = autosave(opened("an"), cast, "2.1", "2.1.a", "101", 1).json()["parts"]
    points = next(part for name, part in said.items() if name.startswith("#points-"))
    assert "Số liệu chưa hợp lệ nên tiêu chí này chưa được tính điểm." in points
    assert '<span class="points-earned">–</span>' in points
    assert "20,00" not in points
    remedy = "kiểm tra rồi sửa a ở tiêu chí này, hoặc b ở mục I.1 (thông tin chung)"
    assert f"; {remedy}." in points
    assert remedy in text(opened("an"), at(cast, "con-thieu/"))
    broken = Assessment.objects.get(pk=cast.a.pk).claimed_points
    assert (whole, broken) == (Decimal("54.75"), Decimal("35"))
    assert "45,00" in said["#totals"]  # with the ten points by comparison
    page = text(opened("an"), at(cast, "duyet/"))
    assert "45,00" in page


@pytest.mark.parametrize(
    ("page", "name"), [("ghi-chu/", "value"), ("trao-doi/", "text"), ("so-lieu/2.3.n/", "value")]
)
def test_a_character_no_text_can_hold_is_refused_with_a_sentence(
    cast: Cast, opened: Opened, page: str, name: str
) -> None:
    answer = opened("an").post(
        at(cast, f"tieu-chi/2.3/{page}"),
        {name: "a\x00b", "version": "0"},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 422
    assert not Answer.objects.filter(figure="2.3.n").exists()
    assert not CriterionEntry.objects.filter(criterion_key="2.3").exists()


def test_the_key_e_leads_to_the_first_figure_of_general_information(cast: Cast, opened: Opened) -> None:
    page = text(opened("an"), f"/ho-so/{cast.a.pk}/thong-tin-chung/")
    assert 'data-key="e"' in page
    assert "Nhập số liệu đầu tiên" in page


def test_the_sum_of_a_group_of_deductions_stands_with_its_sign(cast: Cast, opened: Opened) -> None:
    cast.track.edition = make_edition(DEDUCTING)
    cast.track.save()
    write(cast, "4.1.n", "2")
    page = text(opened("an"), at(cast, "duyet/"))
    groups = page.partition('id="groups-title"')[2].partition("</section>")[0]
    assert '<span class="points-earned">−2,00</span> <span class="points-maximum">/ 4</span>' in groups
