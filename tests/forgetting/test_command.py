"""The command: what it refuses, asks, tells and leaves alone."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from unigraph.building import rebuild
from unigraph.errors import ForgetError

from .conftest import Run, build
from .folder import NAME, bearers, chair_of, told_in


def everything(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


def test_a_name_of_several_is_refused_with_the_list(run: Run, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(shared)
    assert run("forget", shared, NAME, "--yes") == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("unigraph: 何静: 2 people bear this name")
    assert sorted(line.split()[1].rstrip(":") for line in lines[1:]) == sorted(bearers(shared))
    assert any("云岭县总工会主席" in line and "《云岭县总工会走访企业》" in line for line in lines)
    assert everything(shared) == before


@pytest.mark.parametrize("wanted", ["甲乙丙", "u-lanchuanshizonggonghui-f01aea6af9", "", "p-nobody-0123456789"])
def test_what_is_nobody(run: Run, folder: Path, wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(folder)
    assert run("forget", folder, wanted, "--yes") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert everything(folder) == before


def test_a_dry_run_tells_and_changes_nothing(
    run: Run, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, person = everything(shared), chair_of(shared)
    assert run("forget", shared, person, "--dry-run") == 0
    told = capsys.readouterr().out
    assert "3 articles, in which 18 characters are masked" in told
    assert "3 decisions" in told
    assert "others of the name stay" in told
    assert everything(shared) == before
    assert not (tmp_path / "keys").exists()


def test_a_terminal_is_asked(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before, person = everything(folder), chair_of(folder)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    def no(*given: object, **named: object) -> bool:
        raise click.Abort

    monkeypatch.setattr(click, "confirm", no)
    assert run("forget", folder, person) == 130
    assert everything(folder) == before
    monkeypatch.setattr(click, "confirm", lambda *given, **named: True)
    assert run("forget", folder, person) == 0
    assert told_in(folder) == []


def test_the_key(run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forget", folder, chair_of(folder), "--yes", "--quiet") == 0
    key = tmp_path / "keys" / "forget.key"
    if os.name == "posix":
        assert key.stat().st_mode & 0o777 == 0o600
    data = key.read_bytes()
    assert not [
        p for p in folder.iterdir() if data.strip() in p.read_bytes() or bytes.fromhex(data.decode()) in p.read_bytes()
    ]
    for broken in (None, b"not a key", b"00" * 31, b"00" * 32, b"\xff\xfe"):
        key.unlink(missing_ok=True)
        if broken is not None:
            key.write_bytes(broken)
        before = everything(folder)
        capsys.readouterr()
        assert build(run, folder) == 2
        error = capsys.readouterr().err
        assert error.count("\n") == 1
        assert str(key) in error
        assert everything(folder) == before
        with pytest.raises(ForgetError):
            rebuild(folder, lambda line: None)
    other = tmp_path / "elsewhere.key"
    other.write_bytes(data)
    assert build(run, folder, "--key", str(other)) == 0


def test_the_key_does_not_lie_in_the_folder(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(folder)
    assert run("forget", folder, NAME, "--yes", "--key", folder / "forget.key") == 2
    assert "must not lie in the graph's folder" in capsys.readouterr().err
    assert everything(folder) == before


@pytest.mark.parametrize("damage", ["", "what,length\n", "what,length,hash\nname,two,00\n", "what,length,hash\nname\n"])
def test_a_damaged_table(run: Run, folder: Path, damage: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forget", folder, chair_of(folder), "--yes", "--quiet") == 0
    (folder / "forgotten.csv").write_text(damage, encoding="utf-8")
    assert build(run, folder) == 2
    assert "forgotten.csv: is damaged" in capsys.readouterr().err
    (folder / "forgotten.csv").unlink()
    assert build(run, folder) == 2
    assert "forgotten.csv is gone" in capsys.readouterr().err
    assert told_in(folder) == []
    build(run, folder, "--fresh")
    assert told_in(folder)


def test_no_graph(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forget", tmp_path / "none", NAME, "--yes") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "none").exists()


def test_other_files_are_named_and_left(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "notes.txt").write_text(NAME, encoding="utf-8")
    assert run("forget", folder, chair_of(folder), "--yes") == 0
    told = capsys.readouterr().out
    assert "notes.txt" in told
    assert "forget.key" in told
    assert {where.split(":")[0] for where in told_in(folder)} == {"notes.txt"}
