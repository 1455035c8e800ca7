"""All settings in one file, read from the environment. bin/serve, bin/test and the compose file set what is needed."""

import os
from pathlib import Path

import dj_database_url
import pghistory
from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from senco.messages.mailers import mailers
from senco.schedule import SCHEDULE

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("SENCO_DATA", BASE_DIR / ".data"))


def required(name: str) -> str:
    """The value of an environment variable that the system cannot run without."""
    value = os.environ.get(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. Start through bin/serve, bin/manage or bin/test.")
    return value


def listed(name: str, default: str = "") -> list[str]:
    """A comma-separated environment variable as a list without blanks."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def flag(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes"}


# What kind of installation this is ---------------------------------------------------------------------------------
DEMO = flag("SENCO_DEMO")  # shows the demo sign-ins and the kept mail, and does not insist on a second factor
DEBUG = flag("SENCO_DEBUG")  # not DEBUG, which many a shell has set: its pages show settings and records
SECRET_KEY = required("SECRET_KEY")
SECRET_KEY_FALLBACKS = listed("SECRET_KEY_FALLBACKS")  # former keys: what they encrypted is still read
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000")
BEHIND_TLS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS")

# The floors of the house, from the ground up; imports go down only (see pyproject.toml) -----------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_htmx",
    "django_filters",
    "crispy_forms",
    "guardian",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "senco.core",
    "senco.accounts",
    "senco.access",
    "senco.audit",
    "senco.messages",
    "senco.documents",
    "senco.search",
    "senco.drafts",
    "register",
    "senco.liaison",
    "provision",
    "reviews",
    "senco.translations",
    "senco.governance",
    "senco.dashboard",
    "senco.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "senco.core.compression.CompressedPages",
    "senco.core.error_pages.WordsForRefusals",
    "senco.core.clean_requests.NoNulBytes",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "senco.core.words.middleware.ChosenLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "senco.accounts.middleware.ClearAfterSignOut",
    "senco.accounts.middleware.SessionLimits",
    "senco.accounts.middleware.SecondFactorGate",
    "senco.access.middleware.PrivatePages",
    "senco.audit.middleware.RecordDenied",
    "senco.access.middleware.ActingAs",
    "senco.access.same_role.SameRole",
]

ROOT_URLCONF = "senco.urls"
WSGI_APPLICATION = "senco.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "senco.core.navigation.context",
            ],
            # {% csrf_token %} says besides for which role a form was drawn.
            "builtins": ["senco.core.templatetags.role_key"],
        },
    }
]

# Database: DATABASE_URL is the runtime login (no rights of its own on pupil tables); manage.py swaps in the owner's URL
# for migrations. Server-side binding stays off: history triggers need client-side parameters.
DATABASES = {
    "default": dj_database_url.parse(required("DATABASE_URL"), conn_max_age=60, conn_health_checks=True)
}
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PGHISTORY_APPEND_ONLY = True
# The context is copied into each event; no table to alter later.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = False

# Redis protocol: broker, cache and rate limits ------------------------------------------------------------------------
REDIS_URL = required("REDIS_URL")
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 540
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE = SCHEDULE

# People and sign-in ---------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "register.backends.PupilAccessBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]  # our own backend answers for guardian (register/backends.py)
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False  # has_perm is answered by visible_to, see register/backends.py
GUARDIAN_MONKEY_PATCH_GROUP = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie would carry names
ACCOUNT_FORMS = {
    "request_login_code": "senco.accounts.forms.codes.RequestLoginCodeForm",
    "reset_password": "senco.accounts.forms.codes.ResetPasswordForm",
}
ACCOUNT_ADAPTER = "senco.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # our adapter writes to nobody in their place, so that it takes as long
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True  # one address per person, changed once the new one is proved
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds; senco.accounts.recent asks by the same clock
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A school is one address, and a pupil's laptop has the same: guesses are counted per account and never per address, or one
# pupil could shut the whole school out. What is counted per address only stops floods, at ten times a school's morning; browsers
# known from before are counted apart even there, and forms that cost nothing not at all (senco.accounts.floods).
FLOOD = "3000/5m"
ACCOUNT_RATE_LIMITS = {
    "login": "",
    "flood": f"{FLOOD}/key",
    "login_failed": "5/5m/key",
    "request_login_code": "3/5m/key",
    "reset_password": "",  # the form counts, under the next name: a known browser apart
    "ask_for_reset": "3/5m/key",
    "reset_password_from_key": f"{FLOOD}/ip",
    "signup": f"{FLOOD}/ip",
    "open_link": "60/5m/key",  # one link that opens without signing in: it has one holder, not a crowd
    "link_door": f"{FLOOD}/ip",  # whoever tries many addresses
}
MFA_RATE_LIMITS = {"webauthn_login": ""}  # a passkey cannot be guessed, and looking at one costs nothing
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXY_COUNT", "0"))
MFA_ADAPTER = "senco.accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_FORMS = {
    "add_webauthn": "senco.accounts.forms.passkeys.PasskeyForm",
    "login_webauthn": "senco.accounts.forms.passkeys.LoginWebAuthnForm",
    "authenticate_webauthn": "senco.accounts.forms.passkeys.AuthenticateWebAuthnForm",
    "reauthenticate_webauthn": "senco.accounts.forms.passkeys.ReauthenticateWebAuthnForm",
    "activate_totp": "senco.accounts.forms.second_step.ActivateForm",
    "authenticate": "senco.accounts.forms.second_step.AuthenticateForm",
    "reauthenticate": "senco.accounts.forms.second_step.ReauthenticateForm",
}
MFA_TOTP_ISSUER = "SEN office"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS
SECOND_FACTOR_REQUIRED = not DEMO
SESSION_IDLE_LIMIT = 30 * 60  # seconds without a request
SESSION_ABSOLUTE_LIMIT = 10 * 60 * 60  # seconds since sign-in
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_LIMIT
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
CSRF_FAILURE_VIEW = "senco.accounts.views.refused.stale_form"

# Transport and content security ---------------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "object-src": [CSP.NONE],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["senco"],  # the one policy that htmx's swaps go through (static/js/page.js)
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_TLS
SECURE_SSL_REDIRECT = False  # the proxy redirects
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = ["senco.documents.uploads.handlers.WithinLimit", *global_settings.FILE_UPLOAD_HANDLERS]
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = os.environ.get("UPLOAD_TEMP_DIR")  # bin/serve: in its data folder, for nobody else
UPLOAD_MEGABYTES = {"picture": 25, "pdf": 40, "document": 25, "audio": 40, "text": 1}  # one file of a pupil
UPLOAD_REQUEST_MEGABYTES = 60  # all files of one form; the proxy takes 64
CLAMAV_URL = os.environ.get("CLAMAV_URL", "")  # tcp://clamav:3310, unix:///run/clamd.ctl; empty: no scanner

# Static files, language, time -----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("htmx", BASE_DIR / "node_modules/htmx.org/dist"),
    ("fonts", BASE_DIR / "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files"),
    ("fonts-opendyslexic", BASE_DIR / "node_modules/@fontsource/opendyslexic/files"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CRISPY_ALLOWED_TEMPLATE_PACKS = ["sen"]
CRISPY_TEMPLATE_PACK = "sen"
CRISPY_FAIL_SILENTLY = False
LANGUAGE_CODE = "en-gb"
LANGUAGES = [
    ("en-gb", "English"),
    ("cy", "Cymraeg"),
]  # each by its own name; offered once locale/ holds all its words
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

# Mail: a real SMTP server where EMAIL_URL names one; otherwise messages are kept as .eml files in the data folder -------
MAIL_FOLDER = DATA_DIR / "mail"
UNDO_SECONDS = int(os.environ.get("UNDO_SECONDS") or 60)  # how long what was decided can be taken back unread
MAILERS = mailers(os.environ.get("EMAIL_URL", ""), MAIL_FOLDER)
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "SEN office <sen-office@localhost>")

# Logs: one JSON line per event, personal text removed (senco/core/logs.py) ----------------------------------------------
LOGGING_CONFIG = "senco.core.logs.configure"
LOGGING = {"level": os.environ.get("LOG_LEVEL", "INFO")}
