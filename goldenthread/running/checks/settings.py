"""The settings: what must not stay as it is on a machine for looking at things, and who can read the secrets."""

from __future__ import annotations

import os
import smtplib
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.mail import get_connection

from goldenthread.running.checks.finding import Finding, broken, look, well

SECRETS = (
    "SECRET_KEY", "AUDIT_KEY", "DATABASE_URL", "OIDC_CLIENT_SECRET", "EMAIL_PASSWORD", "NOTIFY_API_KEY", "METRICS_TOKEN",
)  # fmt: skip
SHORTEST = 50
CONSOLE, SMTP, NOTIFY = (
    "django.core.mail.backends.console.EmailBackend",
    "django.core.mail.backends.smtp.EmailBackend",
    "goldenthread.kit.notify.EmailBackend",
)
PATIENCE = 5


def keys() -> Finding:
    """Whether the keys are long, and the audit's is a key of its own."""
    if len(settings.SECRET_KEY) < SHORTEST or "demonstration" in settings.SECRET_KEY:
        return broken(
            "Keys", "SECRET_KEY can be guessed.", f"Set it to at least {SHORTEST} random characters."
        )
    if settings.AUDIT_KEY == settings.SECRET_KEY:
        return look("Keys", "AUDIT_KEY is SECRET_KEY: who reads one can seal a false audit.",
                    "Set AUDIT_KEY before the first event is written; it cannot be changed afterwards.")  # fmt: skip
    return well("Keys", "Both are long, and apart.")


def secret_files() -> Finding:
    """Whether a file that holds a secret can be read by everybody on the machine."""
    files = {name: Path(os.environ[f"{name}_FILE"]) for name in SECRETS if os.environ.get(f"{name}_FILE")}
    open_ones = [f"{name}_FILE" for name, path in files.items() if path.stat().st_mode & 0o027]
    if open_ones:
        return broken("Secrets’ files", f"Others can read or change: {', '.join(open_ones)}.",
                      "Run chmod 600 on each.")  # fmt: skip
    if not files:
        return look("Secrets’ files", "The secrets stand in the environment itself.",
                    "Put each in a file and name it with NAME_FILE (systemd: LoadCredential=).")  # fmt: skip
    return well("Secrets’ files", f"{len(files)}, closed to others.")


def switches() -> Finding:
    """Whether this is set up to serve, and not to be looked at."""
    wrong = []
    if settings.DEBUG:
        wrong.append("DEBUG is on")
    if settings.DEMONSTRATION:
        wrong.append("DEMONSTRATION shows sign-in codes")
    if not settings.HTTPS:
        wrong.append("HTTPS is off")
    if wrong:
        return broken("For service", f"{', '.join(wrong)}.", "Mend these before anybody’s data comes in.")
    return well("For service", "DEBUG and DEMONSTRATION are off, HTTPS is on.")


def addresses() -> Finding:
    """Whether the site answers to its own name, and to no other."""
    at = urlsplit(settings.SITE_ADDRESS)
    if "*" in settings.ALLOWED_HOSTS:
        return broken("Addresses", "ALLOWED_HOSTS lets every name in.", "Name the site’s own.")
    if (at.hostname or "") not in [host.strip("[]") for host in settings.ALLOWED_HOSTS]:
        return broken("Addresses", f"Links in messages lead to {at.hostname}, which ALLOWED_HOSTS does not name.",
                      "Give both SITE_ADDRESS and ALLOWED_HOSTS the site’s name.")  # fmt: skip
    if at.scheme != "https" and settings.HTTPS:
        return broken("Addresses", "SITE_ADDRESS begins with http://.", "Begin it with https://.")
    return well("Addresses", f"{settings.SITE_ADDRESS} is one that the site answers to.")


def mail() -> Finding:
    """Whether mail leaves the machine; an SMTP server is greeted, and nothing is sent."""
    if settings.EMAIL_BACKEND == CONSOLE:
        return broken("Mail", "It is printed to the console and reaches nobody.",
                      "Set EMAIL_BACKEND; see .env.example.")  # fmt: skip
    if settings.EMAIL_BACKEND == NOTIFY:
        given = settings.NOTIFY_API_KEY and settings.NOTIFY_EMAIL_TEMPLATE
        if not given:
            return broken("Mail", "GOV.UK Notify is chosen without its key or template.",
                          "Set NOTIFY_API_KEY and NOTIFY_EMAIL_TEMPLATE.")  # fmt: skip
        return well("Mail", "GOV.UK Notify, with a key and a template.")
    if settings.EMAIL_BACKEND != SMTP:
        return look("Mail", f"{settings.EMAIL_BACKEND} is not one that we know.",
                    "Send yourself a message to try it.")  # fmt: skip
    door = get_connection(timeout=PATIENCE)
    try:
        door.open()
        door.close()
    except (OSError, smtplib.SMTPException) as trouble:
        return broken("Mail", f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT} did not let us in: {type(trouble).__name__}.",
                      "Check EMAIL_HOST, EMAIL_PORT, EMAIL_USER, EMAIL_PASSWORD and EMAIL_TLS.")  # fmt: skip
    return well("Mail", f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT} lets us in.")


def static_files() -> Finding:
    """Whether style sheets and fonts are where the web server takes them from."""
    try:
        address = staticfiles_storage.url("kit/golden-thread.css")
    except ValueError:
        return broken("Style sheets", "They were not collected for this version.", "Run: make setup")
    return well("Style sheets", f"Collected ({address}).")
