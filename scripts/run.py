"""Set up, load the demonstration, start the worker and the web server, and stop them together."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from setup import set_up, stop_idle_database
from steps import PROJECT, environment, program, stopped_by_hand

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG: a kill -9 of this program takes its children with it
WORDS_ABOVE = "Its words are above."


def port() -> int:
    """The port asked for; ends with a sentence when it cannot be used."""
    asked = os.environ.get("PORT") or "8000"
    if not (asked.isascii() and asked.isdigit()) or not 0 < int(asked) < 65536:
        sys.exit(f"PORT is “{asked}”. Use a number from 1 to 65535, for example: PORT=8001 make run")
    another = int(asked) + 1 if 1023 < int(asked) < 65535 else 8001
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(asked)))
        except PermissionError:
            sys.exit(f"Port {asked} is kept for the machine's administrator. Try: PORT={another} make run")
        except OSError:
            sys.exit(f"Port {asked} cannot be used: another program has it. Try: PORT={another} make run")
    return int(asked)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def start(*command: str, settings: dict[str, str]) -> subprocess.Popen[bytes]:
    """A child that ends when we do. It has a session of its own, so that Ctrl-C reaches us alone, and once."""
    before = _die_with_parent if sys.platform == "linux" else None
    return subprocess.Popen(
        list(command), cwd=PROJECT, env=environment(**settings), preexec_fn=before,
        start_new_session=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the web server answers."""
    straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    last = "no answer"
    for _ in range(240):
        try:
            with straight.open(f"{address}/health/ready/", timeout=5):
                return
        except urllib.error.HTTPError as answer:
            last = f"it answers with an error, {answer.code}"
        except OSError:
            pass
        if server.poll() is not None:
            sys.exit(f"The web server stopped before it answered. {WORDS_ABOVE}")
        time.sleep(0.25)
    sys.exit(f"The web server did not come up within a minute: {last}. {WORDS_ABOVE}")


def demonstration(what: str, settings: dict[str, str]) -> None:
    """One of the demonstration's commands; ends everything when it fails."""
    command = [program("goldenthread"), "demonstration", what]
    if subprocess.run(command, cwd=PROJECT, env=environment(**settings)).returncode:
        sys.exit(f"The demonstration could not be used. {WORDS_ABOVE}")


def start_all(number: int, settings: dict[str, str]) -> list[subprocess.Popen[bytes]]:
    """The web server, then the worker."""
    web = start(program("python"), "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(number),
                "--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
                "goldenthread.config.wsgi:application", settings=settings)  # fmt: skip
    return [web, start(program("goldenthread"), "worker", settings=settings)]


def serve(number: int) -> None:
    """Everything after the set-up, until told to stop; with GOLDENTHREAD_ONCE=1 until the server has answered."""
    address = f"http://127.0.0.1:{number}"
    shown = os.environ.get("DEMONSTRATION") or "1"
    settings = {"DEMONSTRATION": shown, "SITE_ADDRESS": os.environ.get("SITE_ADDRESS") or address}
    is_demonstration = shown.lower() in {"1", "yes", "true", "on"}
    if is_demonstration:
        demonstration("load", settings)
    children = start_all(number, settings)
    try:
        wait_for(address, children[0])
        print(f"\nGolden Thread is at {address}\n", flush=True)
        if is_demonstration:
            print("Sign in as (the code for the second step is shown on the page):", flush=True)
            demonstration("people", settings)
        print("\nPress Ctrl-C to stop.", flush=True)
        if os.environ.get("GOLDENTHREAD_ONCE") != "1":
            watch(children)
    finally:
        stop(children)


def watch(children: list[subprocess.Popen[bytes]]) -> None:
    """Wait; when one of the children ends by itself, end with a failure."""
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    which = "The web server" if children[0].poll() is not None else "The background worker"
    sys.exit(f"{which} stopped by itself. {WORDS_ABOVE}")


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    """End the children, whatever else is pressed meanwhile."""
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _told_to_stop(*_: object) -> None:
    raise KeyboardInterrupt


def main() -> None:
    """Run until Ctrl-C, or a signal that means the same."""
    for stopping in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stopping, _told_to_stop)
    number = port()
    try:
        set_up(tests=False)
    except KeyboardInterrupt:
        stopped_by_hand()
    try:
        serve(number)
    except KeyboardInterrupt:
        print()
    finally:
        stop_idle_database()
    print("Stopped.", flush=True)


if __name__ == "__main__":
    main()
