"""Set up, load the demonstration, start the worker and the web server, and stop them together."""

from __future__ import annotations

import ctypes
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from setup import set_up
from steps import PROJECT, environment, program

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG: a kill -9 of this program takes its children with it


def port() -> int:
    """The port asked for; ends with a sentence when it cannot be used."""
    asked = os.environ.get("PORT", "8000")
    if not asked.isdigit() or not 0 < int(asked) < 65536:
        sys.exit(f"PORT is “{asked}”. Use a number from 1 to 65535, for example: PORT=8001 make run")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(asked)))
        except OSError:
            another = min(int(asked) + 1, 65535)
            sys.exit(
                f"Port {asked} cannot be used: another program may have it. Try: PORT={another} make run"
            )
    return int(asked)


def secret() -> str:
    """This folder's own secret key, made once and readable by its owner alone."""
    path = PROJECT / "var" / "secret"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(60))
    return path.read_text()


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def start(*command: str, settings: dict[str, str]) -> subprocess.Popen[bytes]:
    """A child that ends when we do."""
    before = _die_with_parent if sys.platform == "linux" else None
    return subprocess.Popen(list(command), cwd=PROJECT, env=environment(**settings), preexec_fn=before)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the web server answers."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                sys.exit("The web server stopped before it answered. Its words are above.")
            time.sleep(0.25)
    sys.exit("The web server did not answer within a minute. Its words are above.")


def main() -> None:
    """Run until Ctrl-C; with GOLDENTHREAD_ONCE=1, stop as soon as the server has answered."""
    number = port()
    set_up(tests=False)
    address = f"http://127.0.0.1:{number}"
    settings = {"DEMONSTRATION": os.environ.get("DEMONSTRATION", "1"), "SITE_ADDRESS": address,
                "SECRET_KEY": os.environ.get("SECRET_KEY") or secret()}  # fmt: skip
    goldenthread = program("goldenthread")
    if settings["DEMONSTRATION"] == "1":
        subprocess.run(
            [goldenthread, "demonstration", "load"], cwd=PROJECT, env=environment(**settings), check=True
        )
    children = [
        start(goldenthread, "worker", settings=settings),
        start(program("granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(number), "--workers", "1",
              "--blocking-threads", "4", "--no-ws", "goldenthread.config.wsgi:application", settings=settings),
    ]  # fmt: skip
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        wait_for(address, children[1])
        print(f"\nGolden Thread is at {address}\n")
        if settings["DEMONSTRATION"] == "1":
            print("Sign in as (the code for the second step is shown on the page):", flush=True)
            subprocess.run(
                [goldenthread, "demonstration", "people"],
                cwd=PROJECT,
                env=environment(**settings),
                check=True,
            )
        print("\nPress Ctrl-C to stop.", flush=True)
        if os.environ.get("GOLDENTHREAD_ONCE") != "1":
            watch(children)
    except KeyboardInterrupt:
        pass
    finally:
        stop(children)


def watch(children: list[subprocess.Popen[bytes]]) -> None:
    """Wait until one of the children ends by itself."""
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    print("The worker or the web server stopped by itself; its words are above.")


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    """End the children, and then our own database."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
    if not os.environ.get("DATABASE_URL"):
        subprocess.run([program("goldenthread"), "database", "stop"], cwd=PROJECT, env=environment())
    print("Stopped.")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
