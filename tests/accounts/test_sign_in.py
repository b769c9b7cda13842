"""Signing in: nobody learns who has an account, guesses are slowed down, sessions end with the password."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from chamdiem.accounts.models import User
from chamdiem.audit.models import Event
from tests.people import PASSWORD, Cast
from tests.web.reading import VIETNAMESE, spoken

KNOWN, UNKNOWN = "an@vidu.gov.vn", "ai@vidu.gov.vn"
COOKIE = "django_language"
ENGLISH = re.compile(
    r"\b(?:sign|password|email|your|code|submit|please|account|field|required|must)\b", re.IGNORECASE
)
NEW_PASSWORD = "một mật khẩu mới đủ dài"


@pytest.fixture(autouse=True)
def no_earlier_attempts(db: None, settings: Settings) -> None:
    cache.clear()
    settings.LOGIN_REDIRECT_URL = "/"


def _sign_in(login: str, password: str = PASSWORD, client: Client | None = None) -> Any:
    return (client or Client()).post(reverse("account_login"), {"login": login, "password": password})


def _said(response: HttpResponse, login: str) -> str:
    """What a page says, without what is different on every page."""
    text = response.content.decode().replace(login, "LOGIN")
    return re.sub(r'(?:csrfmiddlewaretoken"\s+value=|content=)"[^"]*"', "", text)


@pytest.mark.parametrize("login", [KNOWN, "AN@VIDU.GOV.VN", "  an@vidu.gov.vn "])
def test_the_address_is_read_as_people_write_it(cast: Cast, login: str) -> None:
    response = _sign_in(login)
    assert (response.status_code, response.url) == (302, "/")
    event = Event.objects.get()
    assert (event.action, event.actor, event.organisation_path) == (
        "person.sign_in",
        cast.an,
        cast.body_a.path,
    )


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(cast: Cast) -> None:
    known, unknown = _sign_in(KNOWN, "sai mật khẩu"), _sign_in(UNKNOWN, "sai mật khẩu")
    assert (known.status_code, unknown.status_code) == (200, 200)
    assert _said(known, KNOWN) == _said(unknown, UNKNOWN)
    assert not Event.objects.exists()


def test_a_locked_account_is_told_only_to_who_knows_its_password(cast: Cast) -> None:
    User.objects.filter(pk=cast.an.pk).update(is_active=False)
    wrong, unknown = _sign_in(KNOWN, "sai mật khẩu"), _sign_in(UNKNOWN, "sai mật khẩu")
    assert _said(wrong, KNOWN) == _said(unknown, UNKNOWN)


@pytest.mark.parametrize("login", [KNOWN, UNKNOWN])
def test_each_attempt_costs_one_hash_whether_there_is_an_account_or_not(
    cast: Cast, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    _sign_in(login, "sai mật khẩu")
    assert hashed == ["sai mật khẩu"]


def test_a_reset_answers_alike_and_writes_only_to_who_has_an_account(cast: Cast) -> None:
    answers = [
        Client().post(reverse("account_reset_password"), {"email": email}) for email in (KNOWN, UNKNOWN)
    ]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, reverse("account_reset_password_done"))
    ] * 2
    assert [letter.to for letter in mail.outbox] == [[KNOWN]]


def test_guessing_is_slowed_down_for_known_and_unknown_alike(cast: Cast) -> None:
    for login in (KNOWN, UNKNOWN):
        cache.clear()
        pages = [_said(_sign_in(login, f"sai {number}"), login) for number in range(7)]
        assert pages[0] == pages[4]
        assert pages[5] != pages[4]
        # Even the right password waits now.
        if login == KNOWN:
            assert _sign_in(KNOWN).status_code != 302


def _from(address: str) -> Client:
    return Client(REMOTE_ADDR=address)


def test_who_has_to_wait_is_told_until_when(cast: Cast) -> None:
    for _ in range(5):
        _sign_in(KNOWN, "sai mật khẩu")
    page = _sign_in(KNOWN, "sai mật khẩu").content.decode()
    assert re.search(r"Hãy thử lại sau \d+ phút \(từ \d\d:\d\d\)", page)


def test_one_who_forgot_her_password_does_not_shut_out_her_office(cast: Cast) -> None:
    for number in range(40):
        _sign_in(f"ai{number // 4}@vidu.gov.vn", "sai mật khẩu", _from("10.0.0.1"))
    for _ in range(6):
        _sign_in("binh@vidu.gov.vn", "sai mật khẩu", _from("10.0.0.1"))
    assert _sign_in(KNOWN, client=_from("10.0.0.1")).status_code == 302


def test_behind_a_proxy_the_address_it_names_counts(cast: Cast, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    here, there = (
        Client(headers={"X-Forwarded-For": f"1.1.1.1, {each}"}) for each in ("10.0.0.1", "10.0.0.2")
    )
    for _ in range(6):
        _sign_in(KNOWN, "sai mật khẩu", here)
    assert _sign_in(KNOWN, client=here).status_code == 200
    assert _sign_in(KNOWN, client=there).status_code == 302


def test_nobody_elsewhere_shuts_somebody_out(cast: Cast) -> None:
    for _ in range(6):
        _sign_in(KNOWN, "sai mật khẩu", _from("10.0.0.1"))
    assert _sign_in(KNOWN, client=_from("10.0.0.1")).status_code == 200
    assert _sign_in(KNOWN, client=_from("10.0.0.2")).status_code == 302


def test_an_account_guessed_at_from_everywhere_waits_too(cast: Cast, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed_anywhere": "3/h/key"}
    for number in range(3):
        _sign_in(KNOWN, "sai mật khẩu", _from(f"10.0.0.{number}"))
    assert "Đăng nhập sai quá nhiều lần" in _sign_in(KNOWN, client=_from("10.0.0.9")).content.decode()
    assert _sign_in("binh@vidu.gov.vn", client=_from("10.0.0.9")).status_code == 302


def test_an_address_that_tries_account_after_account_waits(cast: Cast, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": "5/5m/key,4/5m/ip"}
    for number in range(4):
        _sign_in(f"ai{number}@vidu.gov.vn", "sai mật khẩu")
    assert "Đăng nhập sai quá nhiều lần" in _sign_in(KNOWN).content.decode()


def test_sign_ins_that_succeed_are_not_counted(cast: Cast, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {
        **settings.ACCOUNT_RATE_LIMITS,
        "login_failed": "2/5m/key,2/5m/ip",
        "login_failed_anywhere": "2/h/key",
    }
    assert [_sign_in(KNOWN).status_code for _ in range(4)] == [302] * 4


def test_a_password_asked_for_again_is_counted_for_each_person(cast: Cast) -> None:
    clients = {name: Client() for name in ("an", "binh")}
    for name, client in clients.items():
        client.force_login(cast.people[name])
    for _ in range(6):
        clients["an"].post(reverse("account_reauthenticate"), {"password": "sai mật khẩu"})
    right = {
        name: client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        for name, client in clients.items()
    }
    assert {name: response.status_code for name, response in right.items()} == {"an": 200, "binh": 302}


def _expired(client: Client, **headers: str) -> Any:
    """What a form gets that is sent when its session is over."""
    return client.post(reverse("accounts:choose_language"), {"language": "en"}, headers=headers)


@pytest.mark.parametrize(
    ("page", "leads_to"),
    [
        ("http://testserver/ky-danh-gia/?nam=2026", "/ky-danh-gia/?nam=2026"),
        ("http://khac.vn/ky-danh-gia/", "/"),
        ("", "/"),
    ],
)
def test_after_a_session_has_ended_sign_in_leads_back_to_the_page_of_the_form(
    cast: Cast, page: str, leads_to: str
) -> None:
    client = Client()
    response = _expired(client, referer=page)
    assert response.status_code == 302
    assert "Phiên làm việc đã hết" in client.get(response["Location"]).content.decode()
    query = dict(parse_qsl(urlsplit(response["Location"]).query))
    assert query == {"next": leads_to}
    signed_in = client.post(
        reverse("account_login"), {"login": KNOWN, "password": PASSWORD, "next": query["next"]}
    )
    assert signed_in["Location"] == leads_to


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(cast: Cast) -> None:
    response = _expired(Client(), **{"HX-Request": "true", "HX-Current-URL": "http://testserver/ho-so/7/"})
    assert (response.status_code, response.content) == (401, b"")
    assert parse_qsl(urlsplit(response["HX-Redirect"]).query) == [("next", "/ho-so/7/")]


def test_a_script_is_told_by_the_redirect_and_nothing_piles_up(cast: Cast) -> None:
    client = Client()
    response = _expired(client, accept="application/json", referer="http://testserver/ho-so/7/")
    assert response.status_code == 302
    assert "Phiên làm việc đã hết" not in client.get(response["Location"]).content.decode()


def test_resets_are_slowed_down(cast: Cast) -> None:
    for _ in range(8):
        Client().post(reverse("account_reset_password"), {"email": KNOWN})
    assert len(mail.outbox) <= 5


def test_a_new_password_ends_every_session(cast: Cast) -> None:
    here, there = Client(), Client()
    for client in (here, there):
        assert _sign_in(KNOWN, client=client).status_code == 302
    data = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert here.post(reverse("account_change_password"), data).status_code == 302
    for client in (here, there):
        response = client.get(reverse("account_change_password"))
        assert response["Location"].startswith(reverse("account_login"))
    assert _sign_in(KNOWN, NEW_PASSWORD).status_code == 302
    actions = list(Event.objects.order_by("number").values_list("action", flat=True))
    assert actions == ["person.sign_in", "person.sign_in", "person.set_password", "person.sign_in"]


@pytest.mark.parametrize("password", ["ngắn quá", "123456123456", "nguyễn văn an"])
def test_a_weak_password_is_refused(cast: Cast, password: str) -> None:
    client = Client()
    _sign_in(KNOWN, client=client)
    data = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    client.post(reverse("account_change_password"), data)
    assert User.objects.get(pk=cast.an.pk).check_password(PASSWORD)


def test_nobody_signs_up(cast: Cast) -> None:
    Client().post(reverse("account_signup"), {"email": UNKNOWN, "password1": NEW_PASSWORD})
    assert not User.objects.filter(email=UNKNOWN).exists()


def test_pages_follow_in_the_language_of_the_person(cast: Cast) -> None:
    User.objects.filter(pk=cast.an.pk).update(language="en")
    client = Client()
    _sign_in(KNOWN, client=client)
    assert client.cookies["django_language"].value == "en"


def test_a_second_factor_is_set_up_and_then_asked_for(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    client = Client()
    EmailAddress.objects.create(user=cast.an, email=KNOWN, verified=False, primary=True)
    _sign_in(KNOWN, client=client)
    # Whoever finds an open session does not set up a factor of her own.
    assert client.get(reverse("mfa_activate_totp")).status_code == 302
    asked = client.get(reverse("account_reauthenticate")).content.decode()
    assert f'autocomplete="username" value="{KNOWN}" hidden' in asked
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(reverse("mfa_activate_totp"), {"code": _code(secret)}).status_code == 302
    assert Authenticator.objects.filter(user=cast.an, type="totp").exists()
    assert Event.objects.filter(action="second_factor.turn_on", actor=cast.an).count() == 1
    again = Client()
    response = _sign_in(KNOWN, client=again)
    assert response.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in again.session
    cache.clear()  # the code just used would be refused as used
    asked = again.get(reverse("mfa_authenticate")).content.decode().partition('name="code"')[2]
    assert {"autofocus", 'inputmode="numeric"'} <= set(asked.partition(">")[0].split())
    wrong = again.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert wrong.status_code == 200
    assert "hãy đợi mã mới hiện trong ứng dụng rồi nhập lại" in wrong.content.decode()
    assert "nhập một mã dự phòng" in wrong.content.decode()
    assert "Chưa lưu được" not in wrong.content.decode()
    stored = TOTP(Authenticator.objects.get(user=cast.an, type="totp"))
    assert again.post(reverse("mfa_authenticate"), {"code": _code(secret)}).status_code == 302
    assert again.session["_auth_user_id"] == str(cast.an.pk)
    assert stored.instance.user == cast.an


def _code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_whatever_is_wrong_is_said_in_the_language_of_the_page(cast: Cast) -> None:
    wrong = {
        "vi": (
            "Thư điện tử hoặc mật khẩu không đúng",
            "Hai lần nhập mật khẩu chưa giống nhau",
            "Mã không đúng",
        ),
        "en": ("specified are not correct", "type the same password", "The code is wrong"),
    }
    for language, (sign_in, repeat, code) in wrong.items():
        cache.clear()
        client = Client()
        client.cookies[COOKIE] = language
        assert sign_in in _sign_in(KNOWN, "sai mật khẩu", client).content.decode()
        client.force_login(cast.an)
        data = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": f"{NEW_PASSWORD}!"}
        assert repeat in client.post(reverse("account_change_password"), data).content.decode()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        answer = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
        assert code in answer.content.decode()


def test_no_page_of_an_account_says_anything_in_another_language(cast: Cast) -> None:
    """Each page as it is and with everything left out."""
    names = (
        "account_login",
        "account_reset_password",
        "account_change_password",
        "mfa_activate_totp",
        "mfa_index",
    )
    for language in ("vi", "en"):
        for name in names:
            cache.clear()
            client = Client()
            client.cookies[COOKIE] = language
            if name not in ("account_login", "account_reset_password"):
                client.force_login(cast.an)
                client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
            pages = [client.get(reverse(name))]
            if name != "mfa_index":
                pages.append(client.post(reverse(name), {}))
            for page in pages:
                said = [text for marked, text in spoken(page.content.decode()) if marked == language]
                strange = ENGLISH if language == "vi" else VIETNAMESE
                assert [text for text in said if strange.search(text.replace(cast.an.name, ""))] == []


def test_the_letter_of_a_reset_is_in_the_language_of_the_page(cast: Cast) -> None:
    for language, subject in (("vi", "Đặt lại mật khẩu"), ("en", "Reset your password")):
        cache.clear()
        client = Client()
        client.cookies[COOKIE] = language
        client.post(reverse("account_reset_password"), {"email": KNOWN})
        assert mail.outbox[-1].subject.endswith(subject)
        assert bool(VIETNAMESE.search(str(mail.outbox[-1].body))) == (language == "vi")
