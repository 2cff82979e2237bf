"""The page in a notebook or a browser, from Python."""

from __future__ import annotations

from html import escape
from pathlib import Path

from unigraph._output import EXPLORER, write_file

__all__ = ["View", "in_notebook"]


class View:
    """An explorer page. A notebook shows it in place, in a sandbox of its own; ``html`` is the whole file.

    >>> View("<!doctype html>", height=320)
    View(15 characters)
    """

    def __init__(self, html: str, *, height: int = 640) -> None:
        self.html = html
        self._height = height

    def __repr__(self) -> str:
        return f"View({len(self.html)} characters)"

    def _repr_html_(self) -> str:
        page = escape(self.html, quote=True)
        style = f"width:100%;height:{int(self._height)}px;border:0"
        return f'<iframe sandbox="allow-scripts allow-downloads" style="{style}" srcdoc="{page}"></iframe>'

    def save(self, path: str | Path) -> Path:
        """Write the file. Raises :class:`~unigraph.errors.OutputError`."""
        target = Path(path)
        write_file(target, self.html)
        return target

    def open(self) -> Path:
        """Write it into a temporary folder, open it in the browser, and tell where it is."""
        import tempfile
        import webbrowser

        page = self.save(Path(tempfile.mkdtemp(prefix="unigraph-"), EXPLORER))
        webbrowser.open(page.as_uri())
        return page


def in_notebook() -> bool:
    """Whether a notebook's kernel runs us, which shows what a cell ends with."""
    import sys

    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return hasattr(shell, "kernel")
