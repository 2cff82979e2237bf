"""A real Chromium, and pages that may ask nothing of the network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, Route

import unigraph as ug
from unigraph.explorer import render
from unigraph.graph import GraphData

from ..evaluation.shared import shared
from .bulletin import bulletin


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

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """A button by the name that is read out."""
        return self.page.get_by_role("button", name=name)

    def tab(self, name: str) -> None:
        """Take a view by its name."""
        self.page.get_by_role("main").get_by_role("button", name=name, exact=True).click()

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("complementary")

    @property
    def heading(self) -> Locator:
        """What the panel is about."""
        return self.panel.get_by_role("heading", level=2)

    def drawn(self) -> int:
        """How many things are drawn, as the page says."""
        found = re.search(r"\d+", self.page.locator(".drawn").inner_text())
        assert found
        return int(found[0])

    def download(self, name: str) -> tuple[str, bytes]:
        """Click a button that hands over a file: what the file is called, and what is in it."""
        with self.page.expect_download() as coming:
            self.button(name).click()
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()

    def clipboard(self) -> str:
        """What was copied last."""
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def search(self, words: str) -> None:
        """Type and take the first result."""
        self.page.get_by_role("combobox").fill(words)
        self.page.get_by_role("combobox").press("Enter")


Open = Callable[..., Opened]


def refuse(opened: Opened, dialog: Dialog) -> None:
    """A dialog is what a script of somebody else's would open first."""
    opened.complaints.append(f"dialog {dialog.message}")
    dialog.dismiss()


PAGES: dict[tuple[object, ...], tuple[GraphData, str]] = {}


def rendered(graph: GraphData, **options: Any) -> str:
    """The page of a graph, made once for all tests that want the same."""
    key = (id(graph), *sorted(options.items()))
    if key not in PAGES:
        PAGES[key] = (graph, render(graph, **options))
    return PAGES[key][1]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a graph or a page's text; afterwards nothing was asked for and nothing went wrong."""
    opened: list[Opened] = []
    contexts = []

    def start(
        graph: GraphData | str, width: int = 1440, height: int = 900, hash_: str = "", **options: object
    ) -> Opened:
        html = graph if isinstance(graph, str) else rendered(graph, **options)
        path = tmp_path / f"page-{len(opened)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(8000)
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
    return rendered(graph, title="南溪工人报")


@pytest.fixture(scope="session")
def seed_html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The seed page's explorer, as ``build`` writes it."""
    out = tmp_path_factory.mktemp("seed")
    ug.build([shared("seed/bulletin-2026-03-31.txt")]).save(out, explorer=True)
    return (out / "explorer.html").read_text(encoding="utf-8")
