from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from chamdiem.errors import Place, Problem
from chamdiem.web.refusals import SENTENCES, problem_sentence

STATUSES = {
    "not-found": 404,
    "not-allowed": 403,
    "wrong-stage": 409,
    "conflict": 409,
    "incomplete": 422,
    "invalid": 422,
    "http404": 404,
    "denied": 403,
}
CODES = {404: "page.not_found", 403: "page.not_allowed", 409: "export.too_large", 422: "export.too_large"}
TOKEN = re.compile(rb'name="csrf-token" content="\w+"')
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.mark.parametrize(("how", "status"), STATUSES.items())
def test_a_browser_gets_a_page_with_the_sentence(client: Client, how: str, status: int) -> None:
    answer = client.get(f"/tu-choi/{how}/")
    page = answer.content.decode()
    assert answer.status_code == status
    assert "<!doctype html>" in page
    assert SENTENCES[CODES[status]][0].format(rows="7", most="5")[:40] in page or how == "invalid"


@pytest.mark.parametrize(("how", "status"), STATUSES.items())
def test_htmx_gets_an_alert_for_the_place_of_messages(client: Client, how: str, status: int) -> None:
    answer = client.get(f"/tu-choi/{how}/", headers=PART)
    assert (answer.status_code, answer["HX-Retarget"], answer["HX-Reswap"]) == (
        status,
        "#messages",
        "innerHTML",
    )
    assert "<html" not in answer.content.decode()
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("how", ["wrong-stage", "conflict", "incomplete"])
def test_what_was_typed_into_a_small_form_stays_to_be_sent_again(client: Client, how: str) -> None:
    sent = {
        "reason": "Chưa <đủ>",
        "points": "1,5",
        "figure:2.1.a": "40",
        "verdict": "awarded",
        "version": "1",
    }
    page = client.post(f"/tu-choi/{how}/", sent).content.decode()
    assert ">Chưa &lt;đủ&gt;</textarea>" in page
    assert 'name="points" value="1,5"' in page
    assert 'name="figure:2.1.a" value="40"' in page
    assert '<input type="hidden" name="verdict" value="awarded">' in page
    # Of a conflict the other's version counts as seen: the sentence tells what she wrote.
    assert f'name="version" value="{3 if how == "conflict" else 1}"' in page


@pytest.mark.parametrize(
    "sent",
    [
        {"reason": "Vì sao", "password": "bí mật"},
        {"verdict": "accepted", "version": "0"},
        {"reason": ["Một", "Hai"]},
    ],
)
def test_a_form_with_anything_else_is_not_shown_again(client: Client, sent: dict[str, object]) -> None:
    page = client.post("/tu-choi/incomplete/", sent).content.decode()
    assert "again-1" not in page
    assert "bí mật" not in page


def test_what_is_not_there_or_not_allowed_is_not_sent_again(client: Client) -> None:
    for how in ("not-found", "not-allowed"):
        assert "again-1" not in client.post(f"/tu-choi/{how}/", {"reason": "Vì sao"}).content.decode()


def test_a_boosted_link_gets_the_whole_page(client: Client) -> None:
    answer = client.get("/tu-choi/conflict/", headers={**PART, "HX-Boosted": "true"})
    assert "<!doctype html>" in answer.content.decode()
    assert "HX-Retarget" not in answer


def test_a_script_gets_code_sentence_and_facts(client: Client) -> None:
    answer = client.get("/tu-choi/conflict/", headers={"Accept": "application/json"})
    assert answer.status_code == 409
    assert answer.json()["code"] == "export.too_large"
    assert answer.json()["facts"] == {"rows": "7", "most": "5", "version": "3"}
    assert "7 dòng" in answer.json()["sentence"]


def test_every_problem_is_named_with_its_place(client: Client) -> None:
    page = client.get("/tu-choi/invalid/").content.decode()
    assert "Trang tính “Số liệu”, ô C7: " in page
    assert "Dòng 3: " in page


def test_the_name_of_a_file_stays_as_it_is_written() -> None:
    problem = Problem("file.not_text", {}, Place(file="rand.xlsx", line=3))
    assert problem_sentence(problem).startswith("rand.xlsx, dòng 3: Tệp không phải")


def test_an_unknown_address_is_told_as_a_thing_that_is_not_ours_to_see(client: Client) -> None:
    unknown, hidden = client.get("/khong-co/"), client.get("/tu-choi/not-found/")
    assert (unknown.status_code, hidden.status_code) == (404, 404)
    assert TOKEN.sub(b"", unknown.content) == TOKEN.sub(b"", hidden.content)


def test_a_bug_is_no_refusal_and_shows_an_incident_number_but_no_trace(client: Client) -> None:
    answer = client.get("/hong/")
    assert answer.status_code == 500
    assert "Mã sự cố" in answer.content.decode()
    assert "ZeroDivision" not in answer.content.decode()
    told = client.get("/hong/", headers={"accept": "application/json"}).json()
    assert re.search(r"mã sự cố [0-9A-F]{8}\.", told["sentence"])


def test_a_host_that_is_not_ours_gets_a_page_of_ours() -> None:
    with override_settings(ALLOWED_HOSTS=["chamdiem.example.vn"]):
        answer = Client().get("/tim/", headers={"host": "elsewhere.example"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert SENTENCES["page.bad_request"][0] in page
    # Without one a browser asks for an address that nobody answers.
    assert '<link rel="icon"' in page
    assert "<h1>Yêu cầu không hợp lệ</h1>" in page


@pytest.mark.parametrize("limit", ["DATA_UPLOAD_MAX_MEMORY_SIZE", "DATA_UPLOAD_MAX_NUMBER_FIELDS"])
def test_more_than_is_taken_at_once_is_told_with_the_remedy(limit: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/khong-co/")  # with the cookie of a page the form is read for its token
    with override_settings(**{limit: 1}):
        answer = client.post("/tim/", "a=1&b=2", content_type="application/x-www-form-urlencoded")
        told = client.post(
            "/tim/",
            "a=1&b=2",
            content_type="application/x-www-form-urlencoded",
            headers={"accept": "application/json"},
        )
    assert (answer.status_code, told.status_code, told.json()["code"]) == (413, 413, "page.too_much")
    assert SENTENCES["page.too_much"][0] in answer.content.decode()


def test_files_that_are_too_much_together_are_refused_before_they_are_read() -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/khong-co/")
    files = [SimpleUploadedFile(f"{name}.pdf", b"x" * 2_000) for name in "ab"]
    with override_settings(MOST_SENT_BYTES=4_000):
        answer = client.post("/tim/", {"file": files})
    assert answer.status_code == 413
    assert SENTENCES["page.too_much"][0] in answer.content.decode()


@pytest.mark.parametrize("how", STATUSES)
def test_inner_codes_stay_in_the_log(client: Client, how: str) -> None:
    page = client.get(f"/tu-choi/{how}/").content.decode()
    assert not re.search(r"(page|export)\.\w+_\w+", page)


def test_a_form_without_its_token_is_told_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/tim/")
    assert answer.status_code == 403
    assert "Hãy tải lại trang" in answer.content.decode()
    assert settings.CSRF_FAILURE_VIEW.startswith("chamdiem.web")


def test_what_somebody_typed_is_escaped_in_the_sentence(client: Client) -> None:
    answer = client.get("/tu-choi/script/")
    assert "&lt;script&gt;" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()


def test_the_address_of_an_action_says_that_it_cannot_be_opened(client: Client) -> None:
    answer = client.get("/chi-gui/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert SENTENCES["page.only_sent"][0] in answer.content.decode()
    told = client.get("/chi-gui/", headers={"Accept": "application/json"})
    assert (told.status_code, told.json()["code"]) == (405, "page.only_sent")
