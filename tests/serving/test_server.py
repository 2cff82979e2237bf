"""Limits, foreign names and pages, a graph that is built anew, and the end."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

import unigraph as ug

from .conftest import MORE, TEXT, Answered, Server, Start

HEAVY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?c) < STR(?f)) }"
COUNT = "/sparql?" + urlencode({"query": "SELECT (COUNT(*) AS ?n) WHERE { ?a a ug:Article }"})


def heavy(number: int) -> str:
    """One of several questions that take too long."""
    return "/sparql?" + urlencode({"query": f"{HEAVY} #{number}"})


def articles(found: Answered) -> int:
    return int(json.loads(found.body)["results"]["bindings"][0]["n"]["value"])


def test_a_query_that_runs_over_is_ended_and_others_are_answered_meanwhile(start: Start, graph_folder: Path) -> None:
    server = start(graph_folder, "--timeout", "2", "--workers", "2")
    over: list[Answered] = []
    heavy = threading.Thread(target=lambda: over.append(server.ask("GET", "/sparql?" + urlencode({"query": HEAVY}))))
    heavy.start()
    assert [articles(server.ask("GET", COUNT)) for _ in range(3)] == [1, 1, 1]
    assert heavy.is_alive()
    heavy.join(30)
    assert over[0].status == 503
    assert "longer than 2 s" in over[0].text
    assert [articles(server.ask("GET", COUNT)) for _ in range(3)] == [1, 1, 1]


def test_more_queries_than_may_wait_are_refused(start: Start, graph_folder: Path) -> None:
    server = start(graph_folder, "--timeout", "3", "--workers", "1", "--waiting", "1")
    found: list[int] = []

    def ask(number: int) -> None:
        found.append(server.ask("GET", heavy(number)).status)

    asking = [threading.Thread(target=ask, args=(n,)) for n in range(2)]
    for thread in asking:
        thread.start()
    time.sleep(1)
    refused = server.ask("GET", COUNT)
    assert (refused.status, refused.headers["retry-after"]) == (503, "1")
    for thread in asking:
        thread.join(30)
    assert found == [503, 503]
    assert articles(server.ask("GET", COUNT)) == 1


def test_the_same_question_is_answered_once(start: Start, graph_folder: Path) -> None:
    """Two who ask at the same time wait for one worker; a refusal is not kept."""
    server = start(graph_folder, "--timeout", "2", "--workers", "1", "--waiting", "0")
    found: list[int] = []

    def ask() -> None:
        found.append(server.ask("GET", heavy(0)).status)

    asking = [threading.Thread(target=ask) for _ in range(4)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(30)
    assert found == [503] * 4
    assert articles(server.ask("GET", COUNT)) == articles(server.ask("GET", COUNT)) == 1


def test_rows_and_length_have_limits(start: Start, graph_folder: Path) -> None:
    server = start(graph_folder, "--max-rows", "5", "--max-query", "200")
    for query in ("SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
        found = server.ask("GET", "/sparql?" + urlencode({"query": query}))
        assert found.status == 403
        assert "more than 5 rows" in found.text
        assert server.ask("GET", "/sparql?" + urlencode({"query": query + " LIMIT 5"})).status == 200
    long = "ASK { } #" + "x" * 300
    assert server.ask("GET", "/sparql?" + urlencode({"query": long})).status == 413
    big = server.ask("POST", "/sparql", b"query=" + b"x" * 100_000, Content_Type="application/x-www-form-urlencoded")
    assert big.status == 413


@pytest.mark.parametrize("host", ["example.org", "example.org:80", "127.0.0.1", "127.0.0.1.example.org"])
def test_other_host_names_are_refused(server: Server, host: str) -> None:
    for path in ("/", "/health", COUNT, "/explorer", "/data"):
        assert server.ask("GET", path, Host=host).status == 403


def test_other_sites_may_not_ask_unless_named(start: Start, server: Server, graph_folder: Path) -> None:
    for origin in ("http://example.org", "null", "https://127.0.0.1"):
        assert server.ask("GET", COUNT, Origin=origin).status == 403
    own = server.ask("GET", COUNT, Origin=server.url)
    assert own.status == 200
    assert "access-control-allow-origin" not in own.headers
    friendly = start(graph_folder, "--cors", "https://yasgui.example")
    asked = friendly.ask("GET", COUNT, Origin="https://yasgui.example")
    assert (asked.status, asked.headers["access-control-allow-origin"]) == (200, "https://yasgui.example")
    assert friendly.ask("OPTIONS", "/sparql", Origin="https://yasgui.example").status == 204
    assert friendly.ask("GET", COUNT, Origin="http://example.org").status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/console/../app.py",
        "/console/..%2fapp.py",
        "/console/%2e%2e/app.py",
        "/../graph.ttl",
        "/console/console.html",
        "/etc/passwd",
        "//etc/passwd",
    ],
)
def test_no_other_file_can_be_had(server: Server, path: str) -> None:
    assert server.ask("GET", path).status == 404


def test_a_graph_that_is_built_anew_is_taken_up(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    ug.build_text(TEXT, published="2025-03-06").save(folder)
    server = start(folder)
    seen = {articles(server.ask("GET", COUNT))}
    (tmp_path / "more.txt").write_text(MORE, encoding="utf-8")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    ug.build([tmp_path / "more.txt", tmp_path / "text.txt"], published="2025-03-09").save(folder)
    until = time.monotonic() + 30
    while 2 not in seen and time.monotonic() < until:
        seen.add(articles(server.ask("GET", COUNT)))
    assert seen == {1, 2}
    (folder / "graph.ttl").write_text("# unigraph graph\nthis is no Turtle", encoding="utf-8")
    until = time.monotonic() + 30
    while not any(e["event"] == "reload failed" for e in server.events()) and time.monotonic() < until:
        assert articles(server.ask("GET", COUNT)) == 2
    assert articles(server.ask("GET", COUNT)) == 2


def test_it_stops_gracefully_and_leaves_nothing(start: Start, graph_folder: Path, tmp_path: Path) -> None:
    os.environ["TMPDIR"] = str(tmp_path)
    try:
        server = start(graph_folder)
    finally:
        del os.environ["TMPDIR"]
    assert [p.name.startswith("unigraph-serve-") for p in tmp_path.iterdir() if p.is_dir()] == [True]
    assert articles(server.ask("GET", COUNT)) == 1
    server.process.send_signal(signal.SIGINT)
    server.process.wait(30)
    assert [p for p in tmp_path.iterdir() if p.is_dir()] == []
    log = server.events()
    assert log[0]["event"] == "serving" and log[-1]["event"] == "stopped"
    assert {"method": "GET", "path": "/sparql", "status": 200}.items() <= next(
        e for e in log if e.get("path") == "/sparql"
    ).items()


def test_a_port_that_is_taken_and_a_folder_without_a_graph(server: Server, tmp_path: Path) -> None:
    for folder, port, says in (
        (server.folder, server.port, "choose another with --port"),
        (tmp_path, server.port, "no graph there"),
    ):
        command = [sys.executable, "-m", "unigraph", "serve", str(folder), "--port", str(port)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert run.returncode == 2
        assert says in run.stderr
        assert len(run.stderr.strip().splitlines()) == 1


def test_explorer_and_console_in_a_browser(server: Server, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text))
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.goto(f"{server.url}/explorer")
    expect(page.get_by_role("complementary")).to_contain_text("岚川市总工会")
    page.goto(f"{server.url}/")
    page.get_by_label("问题 Question").select_option("who-chaired")
    page.get_by_label("人物的全名").fill("陈远舟")
    page.get_by_role("button", name="提问 Ask").click()
    expect(page.get_by_role("table")).to_contain_text("岚川市总工会第四届委员会第二次全体会议")
    box = page.get_by_role("textbox", name="SPARQL")
    box.fill("SELECT ?x { ?x a ")
    box.press_sequentially("工会")
    page.get_by_role("option").filter(has_text="ug:Union").first.click()
    expect(box).to_have_value("SELECT ?x { ?x a ug:Union ")
    box.fill("SELECT nonsense")
    box.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("not valid SPARQL")
    with page.expect_download() as loaded:
        box.fill("SELECT ?n { ?p a ug:Person ; rdfs:label ?n }")
        page.get_by_role("button", name="提问 Ask").click()
        page.get_by_role("button", name="CSV").click()
    assert "陈远舟" in Path(loaded.value.path()).read_text(encoding="utf-8")
    assert [c for c in complaints if "400" not in c] == []
    page.close()


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, graph_folder: Path) -> None:
    from unigraph.errors import ServerError
    from unigraph.serving import serve

    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(ServerError, match=r"pip install 'unigraph\[server\]'"):
        serve(graph_folder)


def test_the_explorer_may_be_missing(start: Start, graph_folder: Path, tmp_path: Path) -> None:
    shutil.copy(graph_folder / "graph.ttl", tmp_path / "graph.ttl")
    found = start(tmp_path).ask("GET", "/explorer")
    assert found.status == 404
    assert "unigraph explore" in found.text
