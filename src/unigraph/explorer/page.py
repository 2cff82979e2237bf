"""One HTML file: pyvis fills our own template with nodes and edges, everything it needs stands inside.

The page may run the two scripts and use the one style sheet whose digests its policy names, and load nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from unigraph._resources import PACKAGE
from unigraph.explorer.data import PageData, page_data
from unigraph.explorer.layout import positions
from unigraph.explorer.modules import bundle
from unigraph.graph import GraphData

__all__ = ["render"]

_ASSETS = PACKAGE / "explorer" / "assets"
_SHEETS = ("base.css", "frame.css", "panel.css")
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "keyboard": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 0, "chosen": False},
    "edges": {"smooth": False, "width": 1, "hoverWidth": 0, "selectionWidth": 0, "chosen": False},
}


def render(graph: GraphData, *, title: str = "", texts: bool = True, top: int = 600, lang: str = "zh") -> str:
    """The explorer of a graph as the text of an HTML file, to be written as UTF-8.

    ``texts`` embeds the articles; without them the page still holds the sentences that are evidence. ``top`` is how
    many things are drawn at once at most, the most important first; all of them are in the page. ``lang`` is the
    language in which it opens, ``zh`` or ``en``.
    """
    from pyvis.network import Network

    data = page_data(graph, title=title, texts=texts, top=top, lang=lang)
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.set_template_dir(str(_ASSETS), "template.html")
    network.nodes = _nodes(data)
    network.edges = [{"id": n, "from": a, "to": b} for n, (a, b) in enumerate(data.links)]
    network.options = _OPTIONS
    network.templateEnv.autoescape = True
    network.templateEnv.globals.update(
        policy=_policy(),
        css=_css(),
        vis=_vis_network(),
        js=_script(),
        data=_embedded(data.json),
        embedded=_embedded,
        page_lang="zh-CN" if data.json["lang"] == "zh" else "en",
        page_title=_whole(title) or "unigraph",
    )
    return str(network.generate_html())


def _nodes(data: PageData) -> list[dict[str, Any]]:
    places = positions(len(data.weights), data.links)
    sizes = [round(6 + 15 * weight**0.6, 1) for weight in data.weights]
    return [{"id": n, "x": x, "y": y, "size": sizes[n]} for n, (x, y) in enumerate(places)]


def _embedded(value: Any) -> str:
    """JSON that may stand in a script element: nothing in it can end the element."""
    text = _whole(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _whole(text: str) -> str:
    """Half a surrogate pair cannot be written as UTF-8; what replaces it is as long in JavaScript."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


@cache
def _script() -> str:
    """All of the page's own JavaScript."""
    return bundle(_ASSETS, "main")


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
