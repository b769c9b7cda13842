"""Settings of the web product; what differs between installations comes from the environment."""

from __future__ import annotations

from pathlib import Path

from chamdiem.config.environment import Environment, listed
from chamdiem.config.logs import logging_settings

_environment = Environment()
PACKAGE = Path(__file__).parents[1]
VAR = _environment.folder("VAR", Path.cwd() / "var")

DEBUG = _environment.flag("DEBUG")
SECRET_KEY = _environment.secret(is_debug=DEBUG)
ALLOWED_HOSTS = listed(
    _environment.own("HOSTS", "cham-diem.tinh.gov.vn", "localhost,127.0.0.1,[::1]", is_debug=DEBUG)
)
CSRF_TRUSTED_ORIGINS = _environment.names("ORIGINS")
IS_HTTPS = _environment.flag("HTTPS", default=not DEBUG)
IS_EXAMPLE = _environment.flag("EXAMPLE")

INSTALLED_APPS = [
    # Before the libraries: its templates take the place of theirs.
    "chamdiem.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "chamdiem.jobs",
    "chamdiem.organisations",
    "chamdiem.accounts",
    "chamdiem.audit",
    "chamdiem.notices",
    "chamdiem.indicators",
    "chamdiem.authoring",
    "chamdiem.campaigns",
    "chamdiem.evidence",
    "chamdiem.assessments",
    "chamdiem.appraisals",
    "chamdiem.results",
    "chamdiem.plans",
    "chamdiem.portal",
    "chamdiem.home",
    "chamdiem.example",
    "chamdiem.config",
]

MIDDLEWARE = [
    "chamdiem.web.deep_calls.RoomForCalls",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "chamdiem.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "chamdiem.web.security.SecurityHeaders",
    "chamdiem.web.refusing.RefusalMiddleware",
    "chamdiem.web.expired.ExpiredSession",
]

ROOT_URLCONF = "chamdiem.config.urls"
WSGI_APPLICATION = "chamdiem.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "chamdiem.web.context.page",
            ],
            "builtins": ["chamdiem.web.templatetags.show", "django.templatetags.i18n"],
        },
    }
]

DATABASES = {"default": {**_environment.database(), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "web_cache"},
}

# Vietnamese is the language the pages are written in; English is a translation.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
# Days that are typed are read the same way in both languages.
FORMAT_MODULE_PATH = ["chamdiem.web.formats"]
LANGUAGE_COOKIE_AGE = 365 * 86_400
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# What esbuild bundles stands in the package; collectstatic gathers it for whitenoise.
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "evidence": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(_environment.folder("FILES", VAR / "files"))},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if _bucket := _environment.text("S3_BUCKET"):
    from botocore.config import Config as BotoConfig

    STORAGES["evidence"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _bucket,
            "endpoint_url": _environment.text("S3_ENDPOINT"),
            "access_key": _environment.text("S3_ACCESS_KEY"),
            "secret_key": _environment.text("S3_SECRET_KEY"),
            "file_overwrite": False,
            "default_acl": None,
            # People wait: a store that is away is told in seconds, not after five tries of a minute.
            "client_config": BotoConfig(
                connect_timeout=5,
                read_timeout=30,
                retries={"total_max_attempts": 2},
                s3={"addressing_style": "path"},
            ),
        },
    }
WHITENOISE_USE_FINDERS = DEBUG

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# NIST 800-63B: long rather than contorted, and none that everybody uses.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "title", "email")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "chamdiem.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Behind a proxy everybody has its address: the one it names counts.
ALLAUTH_TRUSTED_PROXY_COUNT = _environment.number("PROXIES", int(IS_HTTPS), least=0)
# Only failed sign-ins count: strictly by account and address, widely by address, which a whole
# office may share, and by account wherever it is tried from (accounts/adapter.py).
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "5/5m/key," + _environment.text("LOGIN_RATE", "200/5m/ip"),
    "login_failed_anywhere": "100/h/key",
    "reset_password": "20/m/ip,5/m/key",
}
MFA_ADAPTER = "chamdiem.accounts.second_factor.SecondFactorAdapter"
MFA_FORMS = {"authenticate": "chamdiem.accounts.second_factor.CodeForm"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
# Addresses are vouched for by who invites; nobody is asked to verify one.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "chamdiem"

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "chamdiem.web.refusing.form_outdated"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# DENY is asked for, but documents are previewed in a frame of our own pages; hosts have a check of our own.
SILENCED_SYSTEM_CHECKS = ["security.W019", "security.W020"]

# Evidence is streamed to disk; a form of text stays small.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
MOST_EVIDENCE_BYTES = _environment.number("MOST_EVIDENCE_MB", 50) * 1_000_000
# All files of one form; a script sends one file at a time.
MOST_SENT_BYTES = 10 * MOST_EVIDENCE_BYTES
FILE_UPLOAD_HANDLERS = [
    "chamdiem.web.receiving.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
MALWARE_SCANNER = _environment.text("MALWARE_SCANNER")

EMAIL_BACKEND = _environment.text("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_FILE_PATH = str(VAR / "mail")
EMAIL_HOST = _environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = _environment.number("EMAIL_PORT", 25, most=65_535)
EMAIL_HOST_USER = _environment.text("EMAIL_USER")
EMAIL_HOST_PASSWORD = _environment.text("EMAIL_PASSWORD")
EMAIL_USE_TLS = _environment.flag("EMAIL_TLS")
# Seconds; a mail server that says nothing for longer is left.
EMAIL_TIMEOUT = 30
# Where letters lead; the address people open.
SITE = _environment.text("SITE", next(iter(CSRF_TRUSTED_ORIGINS), "http://localhost:8000"))
DEFAULT_FROM_EMAIL = _environment.own(
    "EMAIL_FROM", "chamdiem@tinh.gov.vn", "chamdiem@localhost", is_debug=DEBUG
)

LOGGING_CONFIG = None
LOGGING = logging_settings(is_debug=DEBUG)
