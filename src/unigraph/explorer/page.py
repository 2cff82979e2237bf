"""One HTML file: pyvis fills our own template with nodes and their places, everything it needs stands inside.

The page may run the two scripts and use the one style sheet whose digests its policy names, and load nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from unigraph._resources import PACKAGE
from unigraph.explorer.answers import answers
from unigraph.explorer.data import PageData, page_data
from unigraph.explorer.layout import HOME, positions
from unigraph.explorer.pages import Texts
from unigraph.explorer.parts import embedded, packed, whole
from unigraph.explorer.selection import MOST, Selection, select
from unigraph.graph import GraphData

__all__ = ["DRAWN", "render"]

DRAWN = 600
"""So many things with their lines stay fluent when all of them are drawn."""

_ASSETS = PACKAGE / "explorer" / "assets"
_SHEETS = ("base.css", "frame.css", "panel.css", "views.css", "print.css")
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "keyboard": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 0, "chosen": False},
    "edges": {"smooth": False, "width": 1, "hoverWidth": 0, "selectionWidth": 0, "chosen": False},
}


def render(
    graph: GraphData | Selection,
    *,
    title: str = "",
    texts: Texts | bool = "whole",
    top: int = DRAWN,
    lang: str = "zh",
    questions: bool = True,
) -> str:
    """The explorer of a graph as the text of an HTML file, to be written as UTF-8.

    ``texts``: ``whole`` embeds the articles; ``quoted`` (or ``False``) the sentences alone that are evidence; ``none``
    no word of them. ``top`` is how many things are drawn at once at most, the most important first; all of them are in
    the page, up to 20,000: of a larger graph the most important, unless :func:`~unigraph.explorer.select` chose
    others. ``lang`` is the language in which it opens, ``zh`` or ``en``. ``questions`` answers the named questions.
    """
    from pyvis.network import Network

    chosen = graph if isinstance(graph, Selection) else select(graph, top=MOST)
    mode: Texts = texts if isinstance(texts, str) else "whole" if texts else "quoted"
    data = page_data(chosen.graph, texts=mode)
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.set_template_dir(str(_ASSETS), "template.html")
    network.nodes = _nodes(data)
    network.options = _OPTIONS
    network.templateEnv.autoescape = True
    network.templateEnv.globals.update(
        policy=_policy(),
        css=_css(),
        vis=_vis_network(),
        js=_script(),
        head=_head(data, chosen, title, lang, max(1, top)),
        parts=[(kind, part) for kind, rows in data.parts.items() for part in rows],
        answers=answers(data.names) if questions and data.head["counts"]["facts"] else [],
        columns=_columns,
        embedded=embedded,
        packed=packed,
        page_lang="en" if lang == "en" else "zh-CN",
        page_title=whole(title) or "unigraph",
    )
    return str(network.generate_html())


def _head(data: PageData, chosen: Selection, title: str, lang: str, top: int) -> dict[str, Any]:
    return {
        "title": title,
        "lang": "en" if lang == "en" else "zh",
        "top": top,
        "home": max(HOME, top),
        "left": {"things": chosen.things_left, "facts": chosen.facts_left},
        "words": json.loads((_ASSETS / "words.json").read_text(encoding="utf-8")),
        **data.head,
    }


def _nodes(data: PageData) -> list[dict[str, Any]]:
    places = positions(len(data.weights), data.links)
    sizes = [round(6 + 15 * weight**0.6, 1) for weight in data.weights]
    return [{"id": n, "x": x, "y": y, "size": sizes[n]} for n, (x, y) in enumerate(places)]


def _columns(nodes: Sequence[dict[str, Any]]) -> dict[str, list[Any]]:
    """pyvis' nodes as columns, which are shorter than rows."""
    return {name: [node[name] for node in nodes] for name in ("x", "y", "size")}


@cache
def _script() -> str:
    """All of the page's own JavaScript, as ``npm run bundle`` joined it."""
    return (_ASSETS / "explorer.js").read_text(encoding="utf-8")


@cache
def _css() -> str:
    return "".join((_ASSETS / name).read_text(encoding="utf-8") for name in _SHEETS)


@cache
def _vis_network() -> str:
    """vis-network as pyvis ships it, without the address of a source map that a debugger would fetch."""
    import pyvis

    path = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    script = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    return script.split("\n//# sourceMappingURL=")[0] + "\n"


@cache
def _policy() -> str:
    """Nothing is loaded, and only what stands here is run."""
    scripts = " ".join(map(_digest, (_vis_network(), _script())))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_digest(_css())}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
