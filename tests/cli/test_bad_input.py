"""What is wrong gets one clear line, and costs nothing that was there."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path

import pytest

from .conftest import PAGE, Call, Outcome

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


def files(folder: Path) -> dict[str, bytes]:
    """All but the store, which may be ahead of what is made from it, and the lock."""
    kept = {"store.sqlite"}
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.name not in kept}


def refused(outcome: Outcome, *words: str) -> None:
    """Exit code 2, nothing on standard output, one line on standard error that holds the words."""
    assert outcome.code == 2, outcome
    assert outcome.out == ""
    lines = outcome.err.splitlines()
    assert len(lines) == 1, outcome.err
    assert lines[0].startswith("unigraph: ")
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, "missing.txt"),
        ("empty.txt", b"", "empty.txt"),
        ("blank.txt", b" \n\n\t\n", "blank.txt"),
        ("noise.txt", bytes(range(256)) * 8, "noise.txt"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "image.txt"),
    ],
)
def test_source_that_cannot_be_read(
    call: Call, graph: Path, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    before = files(graph)
    refused(call("build", source, "-o", graph), words)
    assert files(graph) == before


def test_folder_without_documents(call: Call, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    before = files(graph)
    refused(call("build", tmp_path / "nothing", "-o", graph), "nothing")
    assert files(graph) == before


def test_glob_without_documents(call: Call, tmp_path: Path) -> None:
    refused(call("build", tmp_path / "*.nothing", "-o", tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_one_bad_source_of_two_is_named_and_the_rest_is_built(call: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    outcome = call("build", page, tmp_path / "empty.txt", tmp_path / "gone.txt", "-o", tmp_path / "new")
    assert outcome.code == 1
    assert "empty.txt" in outcome.out
    assert "gone.txt" in outcome.out
    assert (tmp_path / "new" / "graph.ttl").exists()
    quiet = call("build", page, tmp_path / "empty.txt", "-o", tmp_path / "new", "--quiet")
    assert (quiet.code, quiet.out) == (1, "")
    assert "empty.txt" in quiet.err


@pytest.mark.parametrize("date", ["31.3.2026", "2026-13-01", "2026-02-30", "gestern", "2026-3"])
def test_wrong_date(call: Call, page: Path, graph: Path, date: str) -> None:
    before = files(graph)
    refused(call("build", page, "-o", graph, "--published", date), date)
    assert files(graph) == before


@pytest.mark.parametrize(
    "options",
    [("--threshold", "1.5"), ("--threshold", "much"), ("--workers", "0"), ("--base", "x"), ("--base", "http://a/ b#")],
)
def test_wrong_option(call: Call, page: Path, graph: Path, options: tuple[str, str]) -> None:
    before = files(graph)
    refused(call("build", page, "-o", graph, *options), options[1])
    assert files(graph) == before


def test_metadata_that_is_missing(call: Call, page: Path, graph: Path) -> None:
    before = files(graph)
    refused(call("build", page, "-o", graph, "--metadata", "nowhere.csv"), "nowhere.csv")
    assert files(graph) == before


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (None, "cannot read"),
        ("@prefix ug: <https://w3id.org/unigraph/ontology#> .\nug:Union a ", "not valid Turtle"),
        ("<https://example.org/A> a <http://www.w3.org/2002/07/owl#Class> .", "owl:imports"),
    ],
)
def test_ontology_that_cannot_be_used(
    call: Call, page: Path, graph: Path, tmp_path: Path, content: str | None, word: str
) -> None:
    ontology = tmp_path / "mine.ttl"
    if content is not None:
        ontology.write_text(content, encoding="utf-8")
    before = files(graph)
    refused(call("build", page, "-o", graph, "--ontology", ontology), "mine.ttl", word)
    assert files(graph) == before


def test_unknown_parameter(call: Call, graph: Path) -> None:
    refused(call("query", graph, "who-chaired", "--set", "nobody=x"), "nobody")
    refused(call("query", graph, "who-chaired", "--set", "nobody"), "NAME=VALUE")


@pytest.mark.parametrize("query", ["SELECT ?x WHERE { ?x a ", "SELECT ?x { ?x nowhere:known ?y }", "{}"])
def test_broken_sparql(call: Call, graph: Path, query: str) -> None:
    refused(call("query", graph, query))


def test_unknown_question_and_missing_file(call: Call, graph: Path) -> None:
    refused(call("query", graph, "who-chaird"), "who-chaired")
    refused(call("query", graph, "nowhere.rq"), "nowhere.rq")


@pytest.mark.parametrize("command", ["query", "explain", "explore", "validate", "export"])
def test_no_graph_there(call: Call, tmp_path: Path, command: str) -> None:
    more = {"query": ["posts"], "explain": ["周岚"], "export": ["--to", "csv", "-o", str(tmp_path / "to")]}
    refused(call(command, tmp_path / "nowhere", *more.get(command, [])), "nowhere")
    refused(call(command, tmp_path, *more.get(command, [])), str(tmp_path))


@pytest.mark.parametrize("command", ["query", "explain", "validate", "export"])
def test_damaged_graph(call: Call, graph: Path, tmp_path: Path, command: str) -> None:
    turtle = graph / "graph.ttl"
    turtle.write_bytes(turtle.read_bytes()[:-40])
    more = {"query": ["posts"], "explain": ["周岚"], "export": ["--to", "csv", "-o", str(tmp_path / "to")]}
    refused(call(command, graph, *more.get(command, [])), "graph")


@pytest.mark.parametrize("arguments", [("bild",), ("build",), ("build", "x"), ("query",), ("build", "x", "-o")])
def test_usage(call: Call, arguments: tuple[str, ...]) -> None:
    outcome = call(*arguments)
    assert outcome.code == 2
    assert outcome.err
    assert "Traceback" not in outcome.err


def test_folder_with_the_files_of_somebody_else(call: Call, page: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "notes.md").write_text("mine", encoding="utf-8")
    refused(call("build", page, "-o", theirs), "theirs")
    (theirs / "graph.ttl").write_text("@prefix x: <https://example.org/> .\n", encoding="utf-8")
    refused(call("build", page, "-o", theirs), "theirs")
    assert sorted(files(theirs)) == ["graph.ttl", "notes.md"]


def test_output_that_is_a_file_or_below_one(call: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    refused(call("build", page, "-o", tmp_path / "file"), "file")
    refused(call("build", page, "-o", tmp_path / "file" / "below"), "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@posix_only
def test_output_that_may_not_be_written(start: Call, page: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    # the super-user may write anywhere: once all is imported, by a first build, it becomes somebody who may not
    first = ["build", str(page), "-o", str(tmp_path / "first"), "--quiet"]
    before = f"""
import contextlib, os
from unigraph.cli import main
with contextlib.suppress(SystemExit):
    main({first!r})
os.geteuid() or os.seteuid(65534)"""
    refused(start("build", "-", "-o", locked / "new", before=before, stdin=PAGE.encode()), "permission")
    assert list(locked.iterdir()) == []


@posix_only
def test_disk_that_is_full(start: Call, page: Path, graph: Path) -> None:
    """A limit on the size of files stops the writing in its middle, as a full disk does."""
    before = files(graph)
    limit = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"
    refused(start("build", page, "-o", graph, before=limit, env={"PYTHONDONTWRITEBYTECODE": "1"}), "cannot write")
    assert files(graph) == before


def test_disk_that_is_full_at_the_end(call: Call, page: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(graph)
    calls: list[int] = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    refused(call("build", page, "-o", graph), "disk is full")
    assert files(graph) == before


@posix_only
@pytest.mark.parametrize("stage", ["unigraph.store.assemble", "unigraph.rdf.to_turtle", "os.fsync"])
def test_interrupt_in_the_middle(start: Call, page: Path, graph: Path, stage: str) -> None:
    before = files(graph)
    module, _, name = stage.rpartition(".")
    patch = (
        f"import os, signal, {module} as m\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"m.{name} = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)"
    )
    outcome = start("build", page, "-o", graph, before=patch)
    assert outcome.code == 130
    assert outcome.err.splitlines() == ["unigraph: stopped; what was there before is still whole"]
    assert files(graph) == before


@posix_only
@pytest.mark.parametrize("when", [0, 1])
def test_kill_while_writing(start: Call, call: Call, page: Path, graph: Path, when: int) -> None:
    """The first forcing to disk is the graph's, the second the explorer's."""
    before = files(graph)
    patch = (
        "import itertools, os, signal\ncount, real = itertools.count(), os.fsync\n"
        f"os.fsync = lambda d: os.kill(os.getpid(), signal.SIGKILL) if next(count) == {when} else real(d)"
    )
    outcome = start("build", page, "-o", graph, before=patch)
    assert outcome.code == -signal.SIGKILL
    left = files(graph)
    assert {name: left[name] for name in before} == before
    assert len(left) > len(before)
    assert call("build", page, "-o", graph, "--quiet").code == 0
    assert sorted(files(graph)) == sorted(before)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_standard_output_that_is_full(graph: Path) -> None:
    import subprocess

    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "unigraph", "query", str(graph), "articles"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@posix_only
def test_reader_that_has_enough(graph: Path) -> None:
    import subprocess

    query = "SELECT ?s ?p ?o { ?s ?p ?o }"
    command = [sys.executable, "-m", "unigraph", "query", str(graph), query, "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
