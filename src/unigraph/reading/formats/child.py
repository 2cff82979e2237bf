"""The process that parses: it takes documents one by one from its parent, under limits, and gives back their text.

What is parsed may be hostile, and the libraries are large: here they may run out of time or memory, or crash, and
only this process ends. It opens no connection and starts no program.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import struct
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from unigraph.errors import SourceError
from unigraph.reading.formats.limits import LIMITS
from unigraph.reading.formats.sniffing import Format

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

__all__ = ["LENGTH", "main"]

LENGTH = struct.Struct(">Q")
"""How many bytes follow; before each question, its format and each answer."""

_PARSERS = {Format.HTML: "html", Format.PDF: "pdf", Format.DOCX: "docx"}
"""The module of each format, whose function ``parse`` takes the bytes."""
_EXTRAS = {Format.HTML: "html", Format.PDF: "pdf", Format.DOCX: "docx"}
_FORBIDDEN = frozenset({"socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system"})


def main() -> None:
    """Answer until the parent closes its end."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    logging.disable()
    sys.addaudithook(_refuse)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while (name := _take(sys.stdin.buffer)) and (data := _take(sys.stdin.buffer)) is not None:
        answer = json.dumps(_answer(Format(name.decode()), data)).encode()
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} while a document is parsed")


def _take(stream: BinaryIO) -> bytes | None:
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else None


def _answer(kind: Format, data: bytes) -> dict[str, Any]:
    """The document as a dictionary, or the ``fault`` why there is none; ``again`` where a new process may do better."""
    _allow_time()
    try:
        document = importlib.import_module(f"unigraph.reading.formats.{_PARSERS[kind]}").parse(data)
    except SourceError as error:
        return {"fault": str(error)}
    except ModuleNotFoundError as error:
        if kind not in _EXTRAS or (error.name or "").startswith("unigraph"):
            return {"fault": f"cannot parse this {kind}: {error}"}
        return {"fault": f"reading {kind} needs an extra: pip install 'unigraph[{_EXTRAS[kind]}]'"}
    except MemoryError:
        return {"fault": f"this {kind} takes more memory than is allowed ({LIMITS.memory >> 20} MB)", "again": True}
    except RecursionError:
        return {"fault": f"this {kind} is nested too deeply"}
    except Exception as error:  # a library's, of a document that it was not made for
        return {"fault": f"cannot parse this {kind}: {type(error).__name__}"}
    if len(document.text) > LIMITS.characters:
        return {"fault": f"this {kind} has more than {LIMITS.characters} characters"}
    return asdict(document)


def _allow_time() -> None:
    """Let the system end this process after so much more of its time."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + LIMITS.seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
