"""How the explorer bears large graphs, and which limits hold: `python benchmarks/explorer.py [THINGS ...]`.

Makes graphs of so many things and five times as many facts (600, 5,000 and 20,000), writes their pages, opens each in
headless Chromium without a GPU and does what a reader does; beside it plain pyvis output of the same graph, which is
given up after a minute. Needs Playwright for Python and Debian's Chromium; wants an idle machine.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from unigraph.explorer import render
from unigraph.explorer.answers import answers
from unigraph.explorer.data import page_data
from unigraph.explorer.layout import positions
from unigraph.graph import GraphData

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.conftest import CHROMIUM, FLAGS
from tests.explorer.large import large

PATIENCE = 60
"""Seconds that plain pyvis gets to write a page, and a page to open."""
DRAWN = 600

LIMITS = {
    "layout": (60.0, "s"),
    "file": (40.0, "MB"),
    "usable": (3.0, "s"),
    "parsing": (100.0, "ms"),
    "action": (200.0, "ms"),
    "panning": (25.0, "frames/s"),
}

# Tells how long the main thread was held up, and counts frames.
_PROBE = """
(() => {
  const seen = (window.bench = { longest: 0, frames: 0, times: [] });
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) { seen.longest = Math.max(seen.longest, e.duration); seen.times.push([e.startTime | 0, e.duration | 0]); }
  }).observe({ type: "longtask", buffered: true });
  const frame = () => { seen.frames += 1; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
})()
"""
_SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


@dataclass(frozen=True)
class Figure:
    """Something measured, with the limit that it is held against, if any."""

    what: str
    value: float
    unit: str
    limit: str = ""

    def __str__(self) -> str:
        most, _ = LIMITS.get(self.limit, (0.0, ""))
        said = ""
        if self.limit:
            holds = self.value >= most if self.limit == "panning" else self.value <= most
            said = f"{'at least' if self.limit == 'panning' else 'at most'} {most:g}: {'holds' if holds else 'FAILS'}"
        return f"  {self.what:<38}{self.value:10,.2f} {self.unit:<9}{said}".rstrip()


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page that may ask for nothing but itself."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script(_PROBE)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    page.goto(address, wait_until="commit")
    yield page
    context.close()


def timed(work: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def longest(page: Page) -> float:
    """Milliseconds of the longest block since the last call; what is shorter than 50 counts as 0."""
    page.evaluate(_SETTLED)
    page.wait_for_timeout(60)
    return float(page.evaluate("(() => { const l = bench.longest; bench.longest = 0; bench.times = []; return l; })()"))


def writing(graph: GraphData, path: Path) -> Iterator[Figure]:
    data = page_data(graph)
    layout = timed(lambda: positions(len(data.weights), data.links))
    asked = timed(lambda: answers(data.names))
    whole = timed(lambda: path.write_text(render(graph, title="云岭工人报"), encoding="utf-8"))
    yield Figure("layout", layout, "s", "layout")
    yield Figure("answers to the named questions", asked, "s")
    yield Figure("the rest of rendering", whole - layout - asked, "s")
    yield Figure("file", path.stat().st_size / 1e6, "MB", "file")


def opening(page: Page) -> Iterator[Figure]:
    box = page.locator("#search")
    box.wait_for()
    shown = float(page.evaluate("performance.now()"))
    box.fill("主席")
    page.locator(".option").first.wait_for()
    usable = float(page.evaluate("performance.now()"))
    box.press("Escape")
    page.wait_for_timeout(1000)
    yield Figure("frame shown", shown / 1000, "s")
    yield Figure("usable: search answers", usable / 1000, "s", "usable")
    yield Figure("longest block while opening", longest(page), "ms", "parsing")


def click_bar(page: Page) -> None:
    """Brush a part of the timeline."""
    bars = page.locator("#timeline .bar")
    first, last = bars.nth(bars.count() // 2).bounding_box(), bars.nth(bars.count() // 2 + 2).bounding_box()
    assert first and last
    page.mouse.move(first["x"] + 3, first["y"] + 20)
    page.mouse.down()
    page.mouse.move(last["x"] + 3, last["y"] + 20, steps=4)
    page.mouse.up()


def click_tab(number: int) -> Callable[[Page], None]:
    return lambda page: page.locator(".stage-bar .tab").nth(number).click()


def thing(page: Page, rank: int) -> tuple[float, float]:
    """Where one of the best known things stands."""
    name = page.locator("#panel .ranked .thing bdi").nth(rank).inner_text()
    at = page.evaluate("name => unigraph.where(name)", name)
    box = page.locator("#canvas").bounding_box()
    assert at and box
    return box["x"] + at["x"], box["y"] + at["y"]


def double_click(page: Page) -> None:
    page.mouse.dblclick(*thing(page, 2))


def point(page: Page) -> None:
    page.mouse.move(*thing(page, 0))


def path(page: Page) -> None:
    first, last = thing(page, 0), thing(page, 7)
    page.mouse.click(*first)
    page.keyboard.down("Shift")
    page.mouse.click(*last)
    page.keyboard.up("Shift")


def typing(page: Page) -> None:
    for letter in "zonggonghui":
        page.locator("#search").press(letter)


def found(page: Page) -> None:
    """A thing of low rank, by its name."""
    page.locator("#search").fill("第9场")
    page.locator(".option").first.wait_for()
    page.locator("#search").press("Enter")


ACTIONS: dict[str, Callable[[Page], None]] = {
    "typing in search": typing,
    "a search result of low rank": found,
    "pointing at the best known thing": point,
    "clicking the best known thing": lambda page: page.mouse.click(*thing(page, 0)),
    "filtering by class": lambda page: page.locator(".legend .toggle").first.click(),
    "filtering by relation": lambda page: page.locator(".rail .toggle[data-key^=predicate]").first.click(),
    "brushing the timeline": click_bar,
    "double click: surroundings": double_click,
    "path": path,
    "table": click_tab(1),
    "questions": click_tab(2),
    "drawing more": lambda page: page.locator(".stage-foot .more").first.click(),
}


def acting(browser: Browser, address: str) -> Iterator[Figure]:
    with opened(browser, address) as page:
        page.locator("#panel .ranked").first.wait_for()
        page.wait_for_timeout(1500)
        for name, act in ACTIONS.items():
            longest(page)
            spent = timed(lambda act=act: (act(page), page.evaluate(_SETTLED)))  # type: ignore[misc]
            yield Figure(f"{name}, longest block", longest(page), "ms", "action")
            yield Figure(f"{name}, in all", spent * 1000, "ms")
            page.evaluate("location.hash = ''")
            page.mouse.move(5, 5)
            page.wait_for_timeout(400)


def panning(page: Page) -> float:
    """Frames a second while the mouse drags the drawing to and fro for three seconds."""
    box = page.locator("canvas").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.93
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y - 6)
    begin = page.evaluate("[bench.frames, performance.now()]")
    until = time.perf_counter() + 3
    step = 0
    while time.perf_counter() < until:
        step += 1
        page.mouse.move(x + 200 * ((step % 60) / 30 - 1), y - 3 * (step % 40))
    end = page.evaluate("[bench.frames, performance.now()]")
    page.mouse.up()
    return float((end[0] - begin[0]) / (end[1] - begin[1]) * 1000)


def ours(browser: Browser, graph: GraphData, file: Path) -> Iterator[Figure]:
    yield from writing(graph, file)
    with opened(browser, file.as_uri()) as page:
        yield from opening(page)
    yield from acting(browser, file.as_uri())
    with opened(browser, f"{file.as_uri()}#m={DRAWN}") as page:
        page.locator("#panel .ranked").first.wait_for()
        page.wait_for_timeout(1500)
        yield Figure(f"panning, {page.locator('.drawn').inner_text()}", panning(page), "frames/s", "panning")


def write_plain(graph: GraphData, path: str) -> None:
    """The same graph as pyvis shows it when it is used as its manual says."""
    from pyvis.network import Network

    network = Network(height="860px", width="100%", directed=True, cdn_resources="in_line")
    for entity in graph.entities.values():
        network.add_node(entity.id, label=entity.name, group=entity.cls)
    for award in graph.awards.values():
        network.add_node(award.id, label=award.name)
    for fact in graph.facts:
        end = graph.posts[fact.object].body if fact.object in graph.posts else fact.object
        if end in graph.entities or end in graph.awards:
            network.add_edge(fact.subject, end, title=fact.predicate)
    Path(path).write_text(network.generate_html(), encoding="utf-8")


def plain(browser: Browser, graph: GraphData, file: Path) -> Iterator[Figure | str]:
    begin = time.perf_counter()
    child = multiprocessing.get_context("fork").Process(target=write_plain, args=(graph, str(file)))
    child.start()
    child.join(PATIENCE)
    if child.is_alive():
        child.kill()
        child.join()
        yield f"  given up: not written within {PATIENCE} s"
        return
    yield Figure("written", time.perf_counter() - begin, "s")
    yield Figure("file", file.stat().st_size / 1e6, "MB")
    with opened(browser, file.as_uri()) as page:
        try:
            page.wait_for_function("window.network && network.body.nodeIndices.length > 0")
            page.wait_for_function("!document.getElementById('loadingBar') || loadingBar.style.display === 'none'")
            page.evaluate(_SETTLED)
            yield Figure("drawn and at rest", float(page.evaluate("performance.now()")) / 1000, "s")
            yield Figure("longest block while opening", longest(page), "ms")
            yield Figure("panning", panning(page), "frames/s")
        except BrowserError:
            yield f"  given up: not drawn within {PATIENCE} s"


def main(sizes: Sequence[int], with_plain: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for size in sizes:
            graph = large(size, size * 5)
            things = len(graph.entities) + len(graph.awards)
            print(f"{things:,} things, {len(graph.facts):,} facts, {len(graph.articles):,} articles")
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
            for figure in ours(browser, graph, Path(folder) / f"{size}.html"):
                print(figure, flush=True)
            if with_plain:
                print(" plain pyvis")
                for line in plain(browser, graph, Path(folder) / f"plain-{size}.html"):
                    print(line, flush=True)
            browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("things", type=int, nargs="*", default=[600, 5_000, 20_000])
    parser.add_argument("--no-plain", action="store_true", help="leave plain pyvis out")
    arguments = parser.parse_args()
    main(arguments.things, not arguments.no_plain)
