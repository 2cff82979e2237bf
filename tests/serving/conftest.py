"""A real server over a graph of two articles, in a process of its own."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import unigraph as ug

TEXT = (
    "岚川市总工会四届二次全委会召开\n\n3月5日，岚川市总工会第四届委员会第二次全体会议召开。"
    "市总工会主席陈远舟主持会议，副主席罗映雪作工作报告。"
)
MORE = "岚川市总工会走访慰问一线职工\n\n3月8日，岚川市总工会副主席罗映雪到岚川云帆机械有限公司走访慰问一线职工。"


@dataclass(frozen=True)
class Answered:
    """A response, read."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass
class Server:
    """Where it listens, its process, and the file of its log."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Answered:
        """A request as it is given; names of headers with _ for -."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {k.replace("_", "-"): v for k, v in headers.items()}
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, named)
            found = connection.getresponse()
            return Answered(found.status, {k.lower(): v for k, v in found.getheaders()}, found.read())
        finally:
            connection.close()

    def addresses(self) -> list[str]:
        """What it printed at its start."""
        return self.log.with_name(f"{self.log.name}.said").read_text(encoding="utf-8").split()

    def events(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]


Start = Callable[..., Server]


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph") / "out"
    ug.build_text(TEXT, published="2025-03-06").save(folder, explorer=True)
    return folder


def started(folder: Path, log: Path, *options: str) -> Server:
    """A server that answers; its port is one that was free."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "unigraph", "serve", str(folder), "--port", str(port), *options]
    said = log.with_name(f"{log.name}.said")
    with log.open("wb") as stream, said.open("wb") as out:
        env = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(command, stdout=out, stderr=stream, env=env)
    server = Server(port, process, log, folder)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError(log.read_text(encoding="utf-8"))
        try:
            if server.ask("GET", "/health").status == 200:
                return server
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise AssertionError("the server did not start")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts servers, and ends them as a user would."""
    running: list[Server] = []

    def begin(folder: Path, *options: str) -> Server:
        running.append(started(folder, tmp_path / f"log-{len(running)}", *options))
        return running[-1]

    yield begin
    for server in running:
        if server.process.poll() is None:
            server.process.send_signal(signal.SIGTERM)
            assert server.process.wait(30) in (0, -signal.SIGTERM)


@pytest.fixture(scope="session")
def server(graph_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = started(graph_folder, tmp_path_factory.mktemp("log") / "log")
    yield running
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(30)
