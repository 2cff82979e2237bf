"""A real Chromium, and pages that may ask nothing of the network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, sync_playwright

from unigraph.explorer import render
from unigraph.graph import GraphData

from .bulletin import bulletin

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        reason = "no /usr/bin/chromium: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


@dataclass
class Opened:
    """A page with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def where(self, name: str) -> tuple[float, float]:
        """Where a thing stands, in the window's pixels."""
        at = self.page.evaluate("name => window.unigraph.where(name)", name)
        box = self.page.locator("#canvas").bounding_box()
        assert at and box
        return box["x"] + at["x"], box["y"] + at["y"]

    def search(self, words: str) -> None:
        """Type and take the first result."""
        self.page.get_by_role("combobox").fill(words)
        self.page.get_by_role("combobox").press("Enter")


Open = Callable[..., Opened]


def refuse(opened: Opened, dialog: Dialog) -> None:
    """A dialog is what a script of somebody else's would open first."""
    opened.complaints.append(f"dialog {dialog.message}")
    dialog.dismiss()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a graph or a page's text; afterwards nothing was asked for and nothing went wrong."""
    opened: list[Opened] = []
    contexts = []

    def start(
        graph: GraphData | str, width: int = 1440, height: int = 900, hash_: str = "", **options: object
    ) -> Opened:
        html = graph if isinstance(graph, str) else render(graph, **options)  # type: ignore[arg-type]
        path = tmp_path / f"page-{len(opened)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        contexts.append(context)
        new = Opened(context.new_page())

        def route(found: Route) -> None:
            if found.request.url.split("#")[0] == path.as_uri():
                found.continue_()
            else:
                new.requests.append(found.request.url)
                found.abort()

        new.page.route("**/*", route)
        new.page.on("console", lambda m: new.complaints.append(m.text))
        new.page.on("pageerror", lambda e: new.complaints.append(str(e)))
        new.page.on("dialog", lambda d: refuse(new, d))
        new.page.goto(path.as_uri() + hash_)
        new.page.wait_for_selector(".brand, .broken[role=alert], iframe", state="attached")
        new.page.wait_for_timeout(150)
        opened.append(new)
        return new

    yield start
    for context in contexts:
        context.close()
    assert [o.requests for o in opened] == [[] for _ in opened]
    assert [o.complaints for o in opened] == [[] for _ in opened]


@pytest.fixture(scope="session")
def graph() -> GraphData:
    return bulletin()


@pytest.fixture(scope="session")
def html(graph: GraphData) -> str:
    return render(graph, title="南溪工人报")
