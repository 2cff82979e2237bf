"""Deciding in the browser, and who may."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

import unigraph as ug
from tests.serving.conftest import MORE, TEXT, Answered, Server, Start
from unigraph.cli import main
from unigraph.decisions import read_decisions


@pytest.fixture
def desk(start: Start, tmp_path: Path) -> Server:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a-2025-03-06.txt").write_text(TEXT, encoding="utf-8")
    (pages / "b-2025-03-09.txt").write_text(MORE, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["build", str(pages), "-o", str(tmp_path / "out"), "--quiet"])
    return start(tmp_path / "out", "--allow-review")


def token_of(server: Server) -> str:
    return server.addresses()[1].partition("#")[2]


def post(server: Server, path: str, token: str, **body: str) -> Answered:
    return server.ask("POST", path, json.dumps(body), Authorization=f"Bearer {token}", Content_Type="application/json")


def told(answered: Answered) -> Any:
    assert answered.status == 200, answered.text
    return json.loads(answered.body)


def test_answers_get_into_the_table_and_the_graph(desk: Server) -> None:
    token = token_of(desk)
    first = told(post(desk, "/review/open", token, who="何静"))
    second = told(post(desk, "/review/answer", token, line="n 另有其人", question=first["item"]["name"]))
    assert second["left"] == first["left"] - 1
    (kept,) = (n.decision for n in read_decisions(desk.folder))
    assert (kept.kind, kept.who, kept.why) == ("no", "何静", "另有其人")
    before = len(ug.load(desk.folder).facts(candidates=True))
    assert told(post(desk, "/review/apply", token)) == {"code": 0, "told": []}
    assert len(ug.load(desk.folder).facts(candidates=True)) == before - 1
    until = time.monotonic() + 30
    while not any(e["event"] == "reloaded" for e in desk.events()):
        assert time.monotonic() < until
        time.sleep(0.1)
    assert told(post(desk, "/review/open", token))["left"] == first["left"] - 1


def test_undo(desk: Server) -> None:
    token = token_of(desk)
    first = told(post(desk, "/review/open", token))
    told(post(desk, "/review/answer", token, line="y", question=first["item"]["name"]))
    again = told(post(desk, "/review/answer", token, line="u"))
    assert again["item"]["name"] == first["item"]["name"]
    assert read_decisions(desk.folder) == []


def test_who_has_not_the_token_may_not(desk: Server) -> None:
    for token in ("", "wrong", token_of(desk)[:-1], token_of(desk) + "x", "何静"):
        heads = {"Authorization": f"Bearer {token}".encode().decode("latin-1"), "Content_Type": "application/json"}
        assert desk.ask("POST", "/review/open", "{}", **heads).status == 401
    assert desk.ask("POST", "/review/answer", "{}", Content_Type="application/json").status == 401
    assert post(desk, "/review/answer", token_of(desk), line="y").status == 409
    assert desk.ask("POST", "/review/open", "{}", Authorization=f"Bearer {token_of(desk)}").status == 415
    assert (
        desk.ask("POST", "/sparql", "update=CLEAR+ALL", Content_Type="application/x-www-form-urlencoded").status == 403
    )
    foreign = {"Origin": "https://example.org", "Authorization": f"Bearer {token_of(desk)}"}
    assert desk.ask("POST", "/review/open", "{}", Content_Type="application/json", **foreign).status == 403
    assert token_of(desk) not in desk.log.read_text(encoding="utf-8")


def test_bad_answers_are_told(desk: Server) -> None:
    token = token_of(desk)
    name = told(post(desk, "/review/open", token))["item"]["name"]
    refused = post(desk, "/review/answer", token, line="mrge", question=name)
    assert (refused.status, "merge" in refused.text) == (400, True)
    assert post(desk, "/review/answer", token, line="y", question="another").status == 409
    heads = {"Authorization": f"Bearer {token}", "Content_Type": "application/json"}
    assert desk.ask("POST", "/review/open", "[1]", **heads).status == 400
    assert desk.ask("POST", "/review/open", "{", **heads).status == 400
    assert desk.ask("POST", "/review/open", "x" * 20_000, **heads).status == 413


def test_nothing_to_decide_without_the_option(server: Server) -> None:
    assert server.ask("GET", "/review").status == 404
    assert server.ask("POST", "/review/open", "{}").status == 404


def test_the_page(desk: Server, browser: Browser) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(desk.addresses()[1])
    question = page.locator("#item h2")
    expect(question).not_to_be_empty()
    first = question.inner_text()
    page.keyboard.press("n")
    expect(question).not_to_have_text(first)
    page.fill("#line", "mrge")
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("did you mean merge")
    page.locator("button[data-line=u]").click()
    expect(question).to_have_text(first)
    page.locator("button[data-line=y]").click()
    page.locator("#apply").click()
    expect(page.locator("#told")).to_contain_text("Built", timeout=30_000)
    assert [n.decision.kind for n in read_decisions(desk.folder)] == ["yes"]
    assert not faults
    page.close()
