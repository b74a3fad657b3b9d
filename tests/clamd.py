"""ClamAV's daemon on a socket of its own, with signatures of our own: the test virus of scanners, and one sentence."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROGRAM = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin:/usr/local/sbin")
WITHOUT = "clamd is not on this machine (Debian: apt install clamav-daemon)"
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
OURS = b"the quick gold thread jumps over the lazy scanner"
SIGNATURES = f"GoldenThread.Eicar:0:*:{EICAR.hex()}\nGoldenThread.Ours:0:*:{OURS.hex()}\n"
LIMIT = 60 * 1024 * 1024


class Daemon:
    """One daemon that can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.socket = folder, folder / "s"
        self.url = f"unix://{self.socket}"
        (folder / "signatures").mkdir()
        (folder / "signatures" / "ours.ndb").write_text(SIGNATURES)
        self.config = folder / "clamd.conf"
        self.config.write_text(
            f"LocalSocket {self.socket}\nDatabaseDirectory {folder / 'signatures'}\nForeground yes\n"
            f"StreamMaxLength {LIMIT}\nTemporaryDirectory {folder}\nMaxThreads 2\nAlertEncrypted yes\n"
        )
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [str(PROGRAM), "--config-file", str(self.config)]
        with (self.folder / "log").open("ab") as written:
            self.process = subprocess.Popen(command, stdout=written, stderr=written, start_new_session=True)
        for _ in range(600):
            with suppress(OSError), socket.socket(socket.AF_UNIX) as wire:
                wire.settimeout(5)
                wire.connect(str(self.socket))
                wire.sendall(b"zPING\0")
                if wire.recv(10) == b"PONG\0":
                    return
            assert self.process.poll() is None, (self.folder / "log").read_text()
            time.sleep(0.05)
        raise AssertionError((self.folder / "log").read_text())

    def stop(self) -> None:
        """Stop it; its socket goes."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None
        with suppress(FileNotFoundError):
            os.unlink(self.socket)


@contextmanager
def running(folder: Path) -> Iterator[Daemon]:
    """A daemon, ended afterwards."""
    daemon = Daemon(folder)
    daemon.start()
    try:
        yield daemon
    finally:
        daemon.stop()
