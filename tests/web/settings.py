"""Settings for the floor ``web`` alone: no database, no other app of the product."""

from __future__ import annotations

from typing import Any

SETTINGS: dict[str, Any] = {
    "SECRET_KEY": "for tests of the floor web only",
    "DEBUG": False,
    "IS_EXAMPLE": True,
    "ALLOWED_HOSTS": ["*"],
    "INSTALLED_APPS": [
        "chamdiem.web",
        "django.contrib.contenttypes",
        "django.contrib.auth",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "allauth",
        "allauth.account",
        "allauth.mfa",
        "django_htmx",
    ],
    "MIDDLEWARE": [
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django_htmx.middleware.HtmxMiddleware",
        "allauth.account.middleware.AccountMiddleware",
        "chamdiem.web.security.SecurityHeaders",
        "chamdiem.web.refusing.RefusalMiddleware",
    ],
    "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
    "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
    "ROOT_URLCONF": "tests.web.urls",
    "CSRF_FAILURE_VIEW": "chamdiem.web.refusing.form_outdated",
    "TEMPLATES": [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.messages.context_processors.messages",
                    "chamdiem.web.context.page",
                ],
                "builtins": ["chamdiem.web.templatetags.show", "django.templatetags.i18n"],
            },
        }
    ],
    "LANGUAGE_CODE": "vi",
    "TIME_ZONE": "Asia/Ho_Chi_Minh",
    "USE_TZ": True,
    "STATIC_URL": "/static/",
    "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes"],
}
