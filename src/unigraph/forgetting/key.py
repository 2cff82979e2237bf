"""The key of the hashes by which people are left out; it lies outside every graph's folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from unigraph.errors import ForgetError

__all__ = ["KEY_VARIABLE", "key_path", "make_key", "new_key", "read_key"]

KEY_VARIABLE = "UNIGRAPH_FORGET_KEY"
"""The environment variable that names another place for the key."""
_BYTES = 32


def key_path(folder: Path, given: Path | None = None) -> Path:
    """Where the key is: as given, as the environment says, else in the user's folder of settings.

    Raises :class:`~unigraph.errors.ForgetError` for a place in the graph's folder, whose hashes it would open.
    """
    named = os.environ.get(KEY_VARIABLE, "")
    path = given or (Path(named) if named else Path(click.get_app_dir("unigraph")) / "forget.key")
    if path.resolve().is_relative_to(folder.resolve()):
        raise ForgetError(
            f"{path}: the key must not lie in the graph's folder; keep it where no copy of the graph goes"
        )
    return path


def read_key(path: Path) -> bytes:
    """The key in a file. Raises :class:`~unigraph.errors.ForgetError` where there is none."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        raise ForgetError(
            f"{path}: the key is not there, and without it nobody who was forgotten is known again;"
            f" put it back, or name it with --key or {KEY_VARIABLE}"
        ) from None
    except OSError as error:
        raise ForgetError(f"{path}: cannot read the key: {error.strerror or error}") from error
    except ValueError:
        raise ForgetError(f"{path}: holds no key of unigraph; name the right file with --key") from None
    if len(key) != _BYTES:
        raise ForgetError(f"{path}: holds no whole key of unigraph; name the right file with --key")
    return key


def new_key() -> bytes:
    """A key that nobody knows."""
    return secrets.token_bytes(_BYTES)


def make_key(path: Path, key: bytes) -> None:
    """Write a key to a file that only its owner can read, and that was not there."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key.hex().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise ForgetError(
            f"{path}: cannot write the key: {error.strerror or error}; name another place with --key"
        ) from error
