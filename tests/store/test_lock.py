"""One at a time in a folder, and nobody is held by what is no more."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from unigraph.errors import OutputError
from unigraph.store import locked

LOCK = ".unigraph-lock"
HOLD = """
import sys
from pathlib import Path
from unigraph.store import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a folder until its input ends."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def silent(told: str) -> None:
    raise AssertionError(told)


def test_a_lock_leaves_nothing(tmp_path: Path) -> None:
    with locked(tmp_path / "new" / "below", silent):
        assert (tmp_path / "new" / "below" / LOCK).read_text() == str(os.getpid())
    assert list(tmp_path.iterdir()) == []
    with locked(tmp_path / "new", silent):
        (tmp_path / "new" / "file").touch()
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["file"]


def test_another_is_named_and_waited_for(tmp_path: Path) -> None:
    told: list[str] = []
    with holder(tmp_path) as other:
        assert other.stdin is not None
        threading.Timer(0.5, other.stdin.close).start()
        with locked(tmp_path, told.append):
            assert other.wait(10) == 0
    assert told == [f"waiting for process {other.pid}, which is building in {tmp_path}"]
    assert list(tmp_path.iterdir()) == []


def test_patience_ends(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        refused = pytest.raises(OutputError, match=f"process {other.pid} is building there; try again")
        with refused, locked(tmp_path, lambda told: None, patience=0.3):
            pass
        assert (tmp_path / LOCK).read_text() == str(other.pid)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_process_holds_nobody(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait(10)
        assert (tmp_path / LOCK).exists()
        with locked(tmp_path, silent, patience=0):
            assert (tmp_path / LOCK).read_text() == str(os.getpid())


@pytest.mark.parametrize("left", [b"", b"99999999999", b"\xff\x00 noise", b"1" * 5000])
def test_whatever_stands_in_a_lock_that_was_left(tmp_path: Path, left: bytes) -> None:
    (tmp_path / LOCK).write_bytes(left)
    with locked(tmp_path, silent, patience=0):
        pass
    assert not (tmp_path / LOCK).exists()


def test_many_at_once(tmp_path: Path) -> None:
    """The folder comes and goes under them; still there is one at a time."""
    folder = tmp_path / "folder"
    inside: list[int] = []
    faults: list[object] = []

    def work(number: int) -> None:
        try:
            for _ in range(10):
                with locked(folder, lambda told: None, patience=60):
                    inside.append(number)
                    time.sleep(0.001)
                    if inside != [number]:
                        faults.append(list(inside))
                    inside.remove(number)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert not (folder / LOCK).exists()


@pytest.mark.skipif(os.name != "posix", reason="file systems of POSIX")
def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int, how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(OutputError, match="locks"), locked(tmp_path, silent):
        pass


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match="cannot write"), locked(folder, silent):
            pass
