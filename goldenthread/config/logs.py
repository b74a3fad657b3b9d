"""Where the log goes and what it may say: Django's LOGGING."""

from __future__ import annotations

from typing import Any

from goldenthread.config import environment


def logging() -> dict[str, Any]:
    """Lines on the error stream, written by `goldenthread.running.logs`."""
    form = environment.text("LOG_FORMAT", "json")
    if form not in {"json", "text"}:
        raise environment.BadSetting(f"LOG_FORMAT is “{form}”. Use json or text.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "goldenthread.running.logs.lines", "form": form}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "WARNING")},
        "loggers": {
            "django": {
                "handlers": [],
                "propagate": True,
            },  # no mail with an error's page: it shows what was typed
            "django.db.backends": {"level": "INFO"},  # below it are statements with their values
        },
    }
