"""Django's settings: one file, values from the environment alone. Every name read here is in .env.example."""

from __future__ import annotations

import sys
from pathlib import Path

from csp.constants import NONE, SELF

from goldenthread.config import databases, environment, logs

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "goldenthread"
TESTING = "pytest" in sys.modules

DEBUG = environment.switch("DEBUG")
DEMONSTRATION = environment.switch("DEMONSTRATION")
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", ",".join(LOOPBACK))
SECRET_KEY = environment.text(
    "SECRET_KEY", "only-for-a-demonstration-on-this-machine" if DEMONSTRATION or TESTING else ""
)
AUDIT_KEY = environment.text("AUDIT_KEY", SECRET_KEY)
if not SECRET_KEY:
    raise environment.BadSetting("SECRET_KEY is empty. Set it to at least 50 random characters.")
if DEMONSTRATION and not set(ALLOWED_HOSTS) <= {*LOOPBACK, "testserver"}:
    raise environment.BadSetting(
        "DEMONSTRATION shows sign-in codes on the page, so it runs on this machine only. "
        "Leave ALLOWED_HOSTS empty, or switch DEMONSTRATION off."
    )

AREA_NAME = environment.text("AREA_NAME", "City of Wolverhampton")
SERVICE_NAME = environment.text("SERVICE_NAME", "Golden Thread")
SITE_ADDRESS = environment.text("SITE_ADDRESS", "http://127.0.0.1:8000")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "goldenthread.kit",
    "goldenthread.audit",
    "goldenthread.accounts",
    "goldenthread.partners",
    "goldenthread.people",
    "goldenthread.programme",
    "goldenthread.casework",
    "goldenthread.localoffer",
    "goldenthread.commissioning",
    "goldenthread.participation",
    "goldenthread.sensupport",
    "goldenthread.transitions",
    "goldenthread.communication",
    "goldenthread.returns",
    "goldenthread.evidence",
    "goldenthread.keeping",
    "goldenthread.website",
]

MIDDLEWARE = [
    "goldenthread.running.counting.Counting",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "goldenthread.accounts.once.Once",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldenthread.keeping.closed.Closed",
    "goldenthread.accounts.gate.GateMiddleware",
    "goldenthread.accounts.from_replica.FromReplica",
]

ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "goldenthread.kit.templatetags.kit",
                "goldenthread.programme.templatetags.programme",
                "goldenthread.website.templatetags.threads",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldenthread.website.shell.shell",
            ],
        },
    }
]
FORM_RENDERER = "goldenthread.kit.forms.KitRenderer"


DATABASE_PROCESSES, DATABASES = databases.both(as_owner=environment.is_owner() or TESTING)
DATABASE_ROUTERS = ["goldenthread.kit.replica.Router"] if "replica" in DATABASES else []
REPLICA_LAG_SECONDS = environment.number("REPLICA_LAG_SECONDS", 30)
ROW_SECURITY = environment.switch("ROW_SECURITY", default=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "goldenthread.accounts.memory.SharedMemory"},  # limits hold across processes
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}},
}

# Sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["goldenthread.accounts.backend.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/work/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "goldenthread.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "goldenthread.accounts.adapters.SingleSignOnAdapter"
MFA_ADAPTER = "goldenthread.accounts.adapters.SecondStepAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "goldenthread.accounts.forms.SignInForm",
    "reset_password": "goldenthread.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "goldenthread.accounts.forms.NewPasswordForm",
    "change_password": "goldenthread.accounts.forms.ChangePasswordForm",
    "set_password": "goldenthread.accounts.forms.SetPasswordForm",
    "reauthenticate": "goldenthread.accounts.forms.PasswordAgainForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "join": "10/m/ip,60/h/ip",
    "calendar": "60/m/ip",
    "mailing_list": "10/m/ip,60/h/ip",
    "advice_link": "30/m/ip",
    "advice_code": "10/m/ip,60/h/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SERVICE_NAME
MFA_TOTP_TOLERANCE = (
    1 if DEMONSTRATION else 0
)  # the demonstration may show the next code when this one is used
MFA_FORMS = {
    "authenticate": "goldenthread.accounts.forms.CodeForm",
    "reauthenticate": "goldenthread.accounts.forms.CodeAgainForm",
    "activate_totp": "goldenthread.accounts.forms.AddAppForm",
    "add_webauthn": "goldenthread.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "goldenthread.accounts.forms.RenamePasskeyForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMONSTRATION
OIDC_MFA_TRUSTED = environment.switch("OIDC_MFA_TRUSTED")
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, object]] = {}
if environment.text("OIDC_ISSUER"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": environment.text("OIDC_NAME", "your council account"),
                "client_id": environment.text("OIDC_CLIENT_ID"),
                "secret": environment.text("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": environment.text("OIDC_ISSUER")},
            }
        ],
    }

# The browser's side
HTTPS = environment.switch("HTTPS", default=not (DEBUG or DEMONSTRATION or TESTING))
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *environment.words("FORM_ACTION_HOSTS")],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_ENGINE = "goldenthread.accounts.kept_sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * environment.number("SESSION_HOURS", 8)
SESSION_IDLE_MINUTES = environment.number("SESSION_IDLE_MINUTES", 60)
UNUSED_DAYS = environment.number("UNUSED_DAYS", 90)
UNUSED_FAMILY_DAYS = environment.number("UNUSED_FAMILY_DAYS", 400)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]  # asked on the machine itself, without certificates
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = environment.switch("BEHIND_PROXY")
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0  # rate limits ask whose address it is
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "goldenthread.kit.received.stopping.StopAtLargest",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "goldenthread.kit.received.nameless.NamelessFiles",
]
CLAMD_URL = environment.text("CLAMD_URL")

STATIC_URL = "/static/"
STATIC_ROOT = PROJECT / "build" / "collected"
STATICFILES_DIRS = [PACKAGE / "static", PROJECT / "build" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

EMAIL_BACKEND = environment.text("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
EMAIL_HOST = environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = environment.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("EMAIL_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_PASSWORD")
EMAIL_USE_TLS = environment.switch("EMAIL_TLS")
EMAIL_TIMEOUT = 30
TEXT_SENDER = environment.text("TEXT_SENDER", "goldenthread.kit.notices.to_console")
NOTIFY_API_KEY = environment.text("NOTIFY_API_KEY")
NOTIFY_EMAIL_TEMPLATE = environment.text("NOTIFY_EMAIL_TEMPLATE")
NOTIFY_TEXT_TEMPLATE = environment.text("NOTIFY_TEXT_TEMPLATE")
NOTIFY_INVITATION_TEMPLATE = environment.text("NOTIFY_INVITATION_TEMPLATE")
NOTIFY_ADDRESS = environment.text("NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk")
LAW_REMINDERS = environment.text("LAW_REMINDERS", "careful")
REPLY_WORKING_DAYS = environment.number("REPLY_WORKING_DAYS", 10)
SEN_CYCLES = environment.number("SEN_CYCLES", 2)
SEN_STRATEGIES = environment.text("SEN_STRATEGIES", "")
DEFAULT_FROM_EMAIL = environment.text("EMAIL_FROM", "golden-thread@localhost")

# Watching it
METRICS_TOKEN = environment.text("METRICS_TOKEN")
CONTINUITY_KEY = environment.text("CONTINUITY_KEY")
METRICS_FOLDER = environment.text("METRICS_FOLDER")
BACKUP_FOLDER = environment.text("BACKUP_FOLDER")
BASE_BACKUP_FOLDER = environment.text("BASE_BACKUP_FOLDER")

# Files outside the database, for a council that wants it
FILES_BUCKET = environment.text("FILES_BUCKET")
FILES_ADDRESS = environment.text("FILES_ADDRESS")
FILES_REGION = environment.text("FILES_REGION", "eu-west-2")
FILES_KEY = environment.text("FILES_KEY")
FILES_SECRET = environment.text("FILES_SECRET")
LOGGING = logs.logging()
