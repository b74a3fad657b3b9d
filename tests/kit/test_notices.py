"""Notices against real listeners on this machine: an SMTP server, and an HTTP server that speaks as GOV.UK Notify does."""

from __future__ import annotations

import json
import socket
import threading
import uuid
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection
from notifications_python_client.errors import HTTPError

from goldenthread.kit import notices, notify

KEY = f"ours-{uuid.UUID(int=1)}-{uuid.UUID(int=2)}"


class Kept(Message):
    """Keeps what it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[Any] = []

    def handle_message(self, message: Any) -> None:
        self.came.append(message)


@pytest.fixture
def post_office(settings) -> Iterator[Kept]:
    """A real SMTP server, to which Django's mail goes."""
    kept = Kept()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield kept
    server.stop()


@pytest.fixture
def govuk(settings) -> Iterator[dict[str, Any]]:
    """A server with the two addresses of Notify that we use; `answer` is the status that it gives."""
    told: dict[str, Any] = {"asked": [], "answer": 201}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told["asked"].append((self.path, self.headers["Authorization"], body))
            self.send_response(told["answer"])
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps({"id": "1", "status_code": told["answer"], "errors": []}).encode())

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.NOTIFY_ADDRESS = f"http://127.0.0.1:{server.server_port}"
    settings.NOTIFY_API_KEY, settings.NOTIFY_EMAIL_TEMPLATE, settings.NOTIFY_TEXT_TEMPLATE = KEY, "e", "t"
    settings.EMAIL_BACKEND = "goldenthread.kit.notify.EmailBackend"
    settings.TEXT_SENDER = "goldenthread.kit.notify.send_text"
    yield told
    server.shutdown()
    server.server_close()


def test_send_email_reaches_a_real_smtp_server(post_office):
    notices.send_email("robin@example.org", "Something new", "Sign in to read it.")
    (message,) = post_office.came
    assert (message["To"], message["Subject"]) == ("robin@example.org", "Something new")
    assert message.get_payload().strip() == "Sign in to read it."


def test_send_email_carries_the_way_out_and_by_one_click_only_with_https(post_office):
    for site in ("https", "http"):
        notices.send_email(
            "robin@example.org", "S", "W", leave=f"{site}://a.example/x/", message_id=f"<{site}@a>"
        )
    (by_click, by_page) = post_office.came
    assert (by_click["List-Unsubscribe"], by_click["Message-ID"]) == ("<https://a.example/x/>", "<https@a>")
    assert by_click["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (by_page["List-Unsubscribe"], by_page["List-Unsubscribe-Post"]) == ("<http://a.example/x/>", None)


def test_send_email_says_so_when_no_server_answers(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(ConnectionRefusedError):
        notices.send_email("robin@example.org", "S", "W")


def test_send_email_by_notify_uses_the_councils_template_and_a_signed_token(govuk):
    notices.send_email("robin@example.org", "Something new", "Sign in to read it.")
    ((path, token, body),) = govuk["asked"]
    assert path == "/v2/notifications/email"
    assert token.startswith("Bearer ")
    assert body["email_address"] == "robin@example.org"
    assert body["personalisation"] == {"subject": "Something new", "message": "Sign in to read it."}


def test_notify_is_told_the_way_out(govuk):
    notices.send_email("robin@example.org", "S", "W", leave="https://a.example/x/")
    ((_, _, body),) = govuk["asked"]
    assert body["one_click_unsubscribe_url"] == "https://a.example/x/"


def test_send_text_by_notify(govuk):
    notices.send_text("07700900123", "Something new")
    ((path, _, body),) = govuk["asked"]
    assert (path, body["phone_number"], body["template_id"]) == ("/v2/notifications/sms", "07700900123", "t")


@pytest.mark.parametrize("send", [
    lambda: notices.send_email("robin@example.org", "S", "W"), lambda: notices.send_text("07700900123", "W"),
])  # fmt: skip
def test_what_notify_refuses_is_raised(govuk, send):
    govuk["answer"] = 400
    with pytest.raises(HTTPError):
        send()


def test_notify_takes_no_file(govuk):
    message = EmailMessage("S", "W", to=["robin@example.org"])
    message.attach("plan.pdf", b"%PDF-", "application/pdf")
    with pytest.raises(ValueError, match="No file leaves by mail"):
        get_connection().send_messages([message])
    assert govuk["asked"] == []


def test_notify_without_a_key_says_what_to_set(settings):
    settings.NOTIFY_API_KEY = ""
    with pytest.raises(ImproperlyConfigured, match="NOTIFY_API_KEY is empty"):
        notify.client()


def test_to_console_writes_the_text(capsys, settings):
    settings.TEXT_SENDER = "goldenthread.kit.notices.to_console"
    notices.send_text("07700900123", "Something new")
    assert "text to 07700900123" in capsys.readouterr().out
