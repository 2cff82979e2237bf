"""The commands, on a graph of two articles."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import sys
import time
import webbrowser
from pathlib import Path

import pytest

from unigraph.cli import _COMMANDS

from .conftest import OTHER, PAGE, Call

GOLD = Path(__file__).parent.parent / "gold"


def test_summary(call: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "old.txt").write_bytes(OTHER.encode("gb18030"))
    sources = [page, tmp_path / "old.txt", tmp_path / "empty.txt"]
    outcome = call("build", *sources, "-o", tmp_path / "out", "--published", "2026-03-31")
    assert outcome.code == 1
    assert outcome.err == ""
    assert outcome.out.startswith("2 articles, 2026-03-31\n")
    assert re.search(r"^ +\d+  \w*Union +\w*工会$", outcome.out, re.MULTILINE)
    assert re.search(r"^ +\d+  chaired +主持$", outcome.out, re.MULTILINE)
    assert re.search(r"^Skipped:\n  .*empty\.txt: ", outcome.out, re.MULTILINE)
    assert re.search(r"^Not UTF-8:\n  .*old\.txt: gb18030", outcome.out, re.MULTILINE | re.IGNORECASE)
    assert str(tmp_path / "out" / "graph.ttl") in outcome.out
    assert str(tmp_path / "out" / "explorer.html") in outcome.out


def test_what_the_summary_suggests_works(
    call: Call, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: True)
    outcome = call("build", page, "-o", tmp_path / "a folder")
    suggested = [shlex.split(line) for line in outcome.out.partition("Try next:\n")[2].splitlines()]
    assert [words[1] for words in suggested] == ["explain", "query", "explore"]
    for program, *arguments in suggested:
        assert program == "unigraph"
        tried = call(*arguments)
        assert (tried.code, tried.err) == (0, "")
        assert tried.out


def test_what_does_not_fit_into_the_explorer_is_said(
    call: Call, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unigraph.explorer.MOST", 2)
    outcome = call("build", page, "-o", tmp_path / "out")
    assert outcome.code == 0
    assert "It holds the 2 most important things and leaves out" in outcome.out
    assert f"unigraph explore {tmp_path / 'out'} --around NAME" in outcome.out


def test_clash_of_dates(call: Call, tmp_path: Path) -> None:
    for name in ("page-2026-03-30.txt", "page-2026-03-31.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    outcome = call("build", tmp_path / "page-2026-03-30.txt", tmp_path / "page-2026-03-31.txt", "-o", tmp_path / "out")
    assert outcome.code == 0
    assert outcome.out.startswith("1 article, 2026-03-30\n")
    assert re.search(r"^Dates that differ:\n  .*2026-03-31", outcome.out, re.MULTILINE)


def test_second_build_adds(call: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    out, whole = tmp_path / "out", tmp_path / "whole"
    call("build", page, tmp_path / "other.txt", "-o", whole, "--quiet")
    call("build", page, "-o", out, "--quiet")
    first = (out / "graph.ttl").read_bytes()
    outcome = call("build", tmp_path / "other.txt", "-o", out)
    assert outcome.out.splitlines()[:2] == ["2 articles", "sources: 1 read"]
    assert (out / "graph.ttl").read_bytes() == (whole / "graph.ttl").read_bytes()
    call("build", tmp_path / "other.txt", page, "-o", out, "--quiet", "--no-explorer")
    assert not (out / "explorer.html").exists()
    assert call("build", "--remove", tmp_path / "other.txt", "-o", out, "--quiet").code == 0
    assert (out / "graph.ttl").read_bytes() == first


def test_a_fresh_build_forgets_what_was_there(call: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    out = tmp_path / "out"
    call("build", page, "-o", out, "--quiet")
    first = (out / "graph.ttl").read_bytes()
    call("build", tmp_path / "other.txt", "-o", out, "--quiet", "--fresh", "--no-explorer")
    assert "陈远舟" not in (out / "graph.ttl").read_text(encoding="utf-8")
    assert sorted(p.name for p in out.iterdir()) == ["graph.ttl", "store.sqlite"]
    call("build", page, "-o", out, "--quiet", "--fresh")
    assert (out / "graph.ttl").read_bytes() == first


def test_a_graph_without_its_store_takes_nothing_new(call: Call, page: Path, graph: Path) -> None:
    (graph / "store.sqlite").unlink()
    before = (graph / "graph.ttl").read_bytes()
    outcome = call("build", page, "-o", graph)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--fresh" in outcome.err
    assert (graph / "graph.ttl").read_bytes() == before
    assert call("build", page, "-o", graph, "--fresh", "--quiet").code == 0


def test_nothing_to_remove(call: Call, graph: Path) -> None:
    outcome = call("build", "--remove", "no such page.txt", "-o", graph)
    assert (outcome.code, outcome.out) == (2, "")
    assert "no such page.txt" in outcome.err


def test_quiet_says_nothing(call: Call, page: Path, tmp_path: Path) -> None:
    outcome = call("build", page, "-o", tmp_path / "out", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_no_text(call: Call, page: Path, tmp_path: Path) -> None:
    """The graph holds no words of the articles, the explorer those sentences alone that are evidence."""
    page.write_text(PAGE + "\n天气十分晴朗。\n", encoding="utf-8")
    assert call("build", page, "-o", tmp_path / "out", "--no-text").code == 0
    explorer, graph = ((tmp_path / "out" / name).read_text(encoding="utf-8") for name in ("explorer.html", "graph.ttl"))
    assert "十分晴朗" not in explorer + graph
    assert "主持会议并讲话" not in graph
    (tmp_path / "out" / "explorer.html").unlink()
    assert call("explore", tmp_path / "out", "--print").code == 0
    assert "陈远舟" in call("explain", tmp_path / "out", "陈远舟").out


def test_threshold_makes_candidates(call: Call, page: Path, tmp_path: Path) -> None:
    call("build", page, "-o", tmp_path / "out", "--threshold", "1", "--quiet")
    plain = call("query", tmp_path / "out", "ASK { ?p ug:chaired ?e }", "--format", "json")
    assert json.loads(plain.out)["boolean"] is False


def test_standard_input(start: Call, tmp_path: Path) -> None:
    outcome = start("build", "-", "-o", tmp_path / "out", stdin=PAGE.encode("utf-8"))
    assert outcome.code == 0
    assert "1 article" in outcome.out
    assert str(tmp_path.parent) not in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_metadata(call: Call, page: Path, tmp_path: Path) -> None:
    table = tmp_path / "pages.csv"
    table.write_text(
        "path,published,publisher,page,url\npage.txt,2026-04-01,岚川工报,2版,https://example.org/2\n", encoding="utf-8"
    )
    assert call("build", page, "-o", tmp_path / "out", "--metadata", table).code == 0
    query = "SELECT ?published ?publisher ?page ?url { ?a ug:published ?published ; ug:publisher ?publisher ; "
    query += "ug:page ?page ; ug:url ?url }"
    found = call("query", tmp_path / "out", query, "--format", "csv")
    assert list(csv.reader(io.StringIO(found.out)))[1:] == [["2026-04-01", "岚川工报", "2版", "https://example.org/2"]]


def test_own_ontology_is_remembered(call: Call, page: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        """@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ug: <https://w3id.org/unigraph/ontology#> .
<https://example.org/my> a owl:Ontology ; owl:imports <https://w3id.org/unigraph/ontology> .
<https://example.org/my#Orchard> a owl:Class ; rdfs:subClassOf ug:Company ; rdfs:label "果园"@zh ;
    ug:headNoun "果园"@zh .
""",
        encoding="utf-8",
    )
    page.write_text(PAGE + "\n罗映雪走访岚川市红石果园。\n", encoding="utf-8")
    assert call("build", page, "-o", tmp_path / "out", "--ontology", mine).code == 0
    assert "果园" in call("explain", tmp_path / "out", "岚川市红石果园").out


def test_query_forms(call: Call, graph: Path, tmp_path: Path) -> None:
    query = "SELECT ?name { ?p ug:chaired ?e ; rdfs:label ?name }"
    assert "陈远舟" in call("query", graph, query).out
    assert call("query", graph / "graph.ttl", query, "--format", "csv").out.split() == ["name", "陈远舟"]
    bindings = json.loads(call("query", graph, query, "--format", "json").out)["results"]["bindings"]
    assert [b["name"]["value"] for b in bindings] == ["陈远舟"]
    (tmp_path / "mine.rq").write_text(query, encoding="utf-8")
    assert "陈远舟" in call("query", graph, tmp_path / "mine.rq").out
    assert "陈远舟" in call("query", graph, "who-chaired", "--set", "person=陈远舟").out
    assert "陈远舟" not in call("query", graph, "who-chaired", "--set", "person=罗映雪", "--format", "csv").out


def test_questions_are_listed(call: Call) -> None:
    listed = call("query", "--list")
    assert listed.code == 0
    assert "who-chaired" in listed.out.splitlines()
    assert "--set person=…" in listed.out


def test_explain(call: Call, graph: Path) -> None:
    outcome = call("explain", graph, "陈远舟")
    assert outcome.code == 0
    for words in ("主持会议", "岚川市总工会", "主席", "2026-03-3"):
        assert words in outcome.out
    assert call("explain", graph / "graph.ttl", "chenyuanzhou").out == outcome.out


def test_explain_tells_why_articles_speak_of_one(call: Call, tmp_path: Path) -> None:
    told = (
        "江城市总工会主席罗映雪到松涛机电有限公司调研。",
        "江城市总工会副主席罗映雪主持座谈会。",
        "罗映雪律师讲课。",
    )
    for number, text in enumerate(told):
        page = f"职工新闻之{number}\n3月{9 - number}日，{text}\n"
        (tmp_path / f"{number}.txt").write_text(page, encoding="utf-8")
    assert call("build", *sorted(tmp_path.glob("*.txt")), "-o", tmp_path / "out", "--published", "2026-03-10").code < 2
    shown = call("explain", tmp_path / "out", "罗映雪").out
    assert "one in" in shown and "罗映雪《职工新闻之" in shown
    (tmp_path / "out" / "store.sqlite").unlink()
    assert "one in" not in call("explain", tmp_path / "out", "罗映雪").out


def test_explain_offers_near_names(call: Call, graph: Path) -> None:
    outcome = call("explain", graph, "陈远洲")
    assert outcome.code == 2
    assert "陈远舟" in outcome.err
    assert call("explain", graph, "qqqqqqqq").code == 2


def test_explore(call: Call, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return len(opened) < 2

    monkeypatch.setattr(webbrowser, "open", browser)
    assert call("explore", graph, "--print").out.strip() == str(graph / "explorer.html")
    assert opened == []
    assert call("explore", graph).code == 0
    assert opened == [(graph / "explorer.html").resolve().as_uri()]
    assert "no browser found" in call("explore", graph).err


def test_explore_makes_a_page_of_a_part(call: Call, graph: Path, tmp_path: Path) -> None:
    """Nothing is opened where a file is asked for, and the page beside the graph stays as it is."""
    before = (graph / "explorer.html").read_bytes()
    part = tmp_path / "part.html"
    outcome = call("explore", graph, "--around", "陈远舟", "--steps", "1", "--title", "陈远舟周围", "-o", part)
    assert (outcome.code, outcome.out.strip()) == (0, str(part))
    text = part.read_text(encoding="utf-8")
    assert "<title>陈远舟周围</title>" in text
    assert len(text) < len(before.decode("utf-8"))
    assert (graph / "explorer.html").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--around", "查无此人"), "nothing in the graph is called"),
        (("--since", "2025-02-30"), "write a date that exists"),
        (("--since", "2026", "--until", "2025-12"), "nothing can be since"),
        (("--since", "1999", "--until", "1999"), "nothing is said there"),
        (("--steps", "0"), "--steps"),
        (("--top", "0"), "--top"),
    ],
)
def test_explore_refuses_what_it_cannot_show(
    call: Call, graph: Path, tmp_path: Path, options: tuple[str, ...], says: str
) -> None:
    outcome = call("explore", graph, *options, "-o", tmp_path / "part.html")
    assert outcome.code == 2
    assert says in outcome.err
    assert not (tmp_path / "part.html").exists()


def test_explore_makes_a_missing_page_anew(call: Call, graph: Path) -> None:
    page = graph / "explorer.html"
    before = page.read_bytes()
    page.unlink()
    assert call("explore", graph, "--print").code == 0
    assert page.read_bytes() == before


def test_export(call: Call, graph: Path, tmp_path: Path) -> None:
    assert "graphml" in call("export", "--list").out
    assert call("export", graph, "--to", "graphml").out.strip() == str(graph / "graph.graphml")
    tables = call("export", graph, "--to", "csv").out.splitlines()
    assert str(graph / "csv" / "facts.csv") in tables
    assert call("export", graph, "--to", "jsonld", "-o", tmp_path / "x.jsonld").out.strip() == str(
        tmp_path / "x.jsonld"
    )
    wrong = call("export", graph, "--to", "word")
    assert wrong.code == 2
    assert "graphml" in wrong.err


def test_validate(call: Call, graph: Path) -> None:
    assert call("validate", graph).code == 0
    turtle = graph / "graph.ttl"
    text = turtle.read_text(encoding="utf-8")
    turtle.write_text(re.sub(r"ug:confidence \S+", "ug:confidence 7.0", text, count=1), encoding="utf-8")
    broken = call("validate", graph)
    assert broken.code == 1
    assert "confidence" in broken.out
    assert json.loads(call("validate", graph, "--json").out)["ok"] is False


def test_evaluate(call: Call, tmp_path: Path) -> None:
    gold = GOLD / "dev" / "gd-04.json"
    outcome = call("evaluate", gold)
    assert outcome.code == 0
    assert re.search(r"^relation ALL +\d\.\d{3}", outcome.out, re.MULTILINE)
    scores = json.loads(call("evaluate", gold, "--json").out)
    assert set(scores["entity/ALL"]) == {"precision", "recall", "f1", "tp", "fp", "fn"}
    (tmp_path / "gd-04.json").write_bytes(gold.read_bytes())
    perfect = json.loads(call("evaluate", gold, "--predicted", tmp_path, "--json", "--errors").out)
    assert perfect["relation/ALL"]["f1"] == 1.0
    assert perfect["errors"] == []


def test_evaluate_tells_every_difference(call: Call, tmp_path: Path) -> None:
    gold = GOLD / "dev" / "gd-04.json"
    outcome = call("evaluate", gold, "--predicted", tmp_path, "--errors")
    assert outcome.code == 1
    assert "gd-04 missed Person 叶江春\n    not read\n" in outcome.out
    assert re.search(r"^missed +not read +\d+", outcome.out, re.MULTILINE)
    assert "no prediction for gd-04" in outcome.err
    assert call("evaluate", tmp_path).code == 2


def test_evaluate_identity(call: Call, tmp_path: Path) -> None:
    gold = GOLD / "identity-apart"
    outcome = call("evaluate", gold, "--errors")
    assert outcome.code == 0
    assert re.search(r"^split +.*@", outcome.out, re.MULTILINE)
    assert re.search(r"^Person SEVERAL +\d\.\d{3}", outcome.out, re.MULTILINE)
    scores = json.loads(call("evaluate", gold, "--json").out)
    assert scores["all"]["ALL"]["found"] > scores["several"]["ALL"]["found"] > 0
    assert call("evaluate", gold, "--folds").code == 2
    assert call("evaluate", gold, "--predicted", tmp_path).code == 2
    call("build", gold / "articles" / "gd-01-2018-06-22.txt", "-o", tmp_path)
    partial = call("evaluate", gold, "--predicted", tmp_path)
    assert partial.code == 1
    assert "not in the graph by its title: gd-02-2021-06-25" in partial.err


def test_evaluate_against_an_earlier_one(call: Call, tmp_path: Path) -> None:
    gold = GOLD / "train" / "hd-01.json"
    (tmp_path / "empty").mkdir()
    (tmp_path / "same").mkdir()
    (tmp_path / "same" / gold.name).write_bytes(gold.read_bytes())
    saved = tmp_path / "old.json"
    saved.write_text(call("evaluate", gold, "--json", "--errors").out, encoding="utf-8")
    nothing = call("evaluate", gold, "--against", saved)
    assert nothing.code == 0
    assert "0 newly right, 0 no longer wrong, 0 newly missed, 0 newly wrong" in nothing.out
    better = json.loads(call("evaluate", gold, "--predicted", tmp_path / "same", "--against", saved, "--json").out)
    assert {c["change"] for c in better["changes"]} == {"newly right", "no longer wrong"}
    assert better["gains"]["relation/ALL"]["f1"] > 0
    first = call("evaluate", gold, "--against", tmp_path / "empty")
    assert first.code == 1
    assert "newly right: " in first.out
    assert "(--against)" in first.err
    assert call("evaluate", gold, "--against", gold).code == 2


def test_evaluate_confidence(call: Call, tmp_path: Path) -> None:
    told = call("evaluate", GOLD / "train", "--reliability", "--folds")
    assert told.code == 0
    assert re.search(r"^0\.90 to 0\.95 +\d+ +0\.9\d+ +0\.9\d+ +0\.\d+ to 0\.\d+", told.out, re.MULTILINE)
    gold = GOLD / "train" / "hd-01.json"
    measured = json.loads(call("evaluate", gold, "--reliability", "--json").out)["reliability"]
    assert sum(band["count"] for band in measured["bands"]) == measured["facts"] > 0
    (tmp_path / gold.name).write_bytes(gold.read_bytes())
    assert "no fact with a confidence" in call("evaluate", gold, "--predicted", tmp_path, "--reliability").out
    alone = call("evaluate", gold, "--folds")
    assert (alone.code, "one region" in alone.err) == (2, True)


@pytest.mark.parametrize("command", sorted(_COMMANDS))
def test_help_teaches_by_example(call: Call, command: str) -> None:
    outcome = call(command, "--help")
    assert outcome.code == 0
    assert outcome.out.count(f"unigraph {command} ") >= 2


def test_help_is_quick(start: Call) -> None:
    begin = time.perf_counter()
    outcome = start("--help")
    assert time.perf_counter() - begin < 1
    assert outcome.code == 0
    for command in _COMMANDS:
        assert f"  {command} " in outcome.out


def test_version(call: Call) -> None:
    assert re.fullmatch(r"unigraph \d+\.\d+\.\d+\S*\n", call("--version").out)


def test_console_of_another_encoding(start: Call, graph: Path) -> None:
    outcome = start("query", graph, "who-chaired", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert "陈远舟" in outcome.out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_bar_on_a_terminal_only(page: Path, tmp_path: Path, start: Call) -> None:
    import pty
    import subprocess

    command = [sys.executable, "-m", "unigraph", "build", str(page), "-o", str(tmp_path / "out")]
    ours, theirs = pty.openpty()
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, check=True, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode("utf-8", "replace")
    os.close(ours)
    assert "Reading" in shown or "Writing" in shown
    assert "1 article" in done.stdout.decode("utf-8")
    assert start("build", page, "-o", tmp_path / "out").err == ""
