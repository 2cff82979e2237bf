"""Joins the page's JavaScript modules into one script, without Node.

The modules use a small part of the language's module syntax: one ``import { a, b } from "./other.js";`` a line, and
``export`` before a function, class or const. Each becomes a function that is run once and gives what it exports.
"""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["bundle"]

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


def bundle(folder: Path, entry: str) -> str:
    """One script that runs the module ``entry`` and, before it, all that it imports, each after its own imports."""
    done: dict[str, str] = {}

    def add(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            raise ValueError(f"modules import each other in a circle: {' > '.join((*path, name))}")
        if name in done:
            return
        source = (folder / f"{name}.js").read_text(encoding="utf-8")
        for found in _IMPORT.finditer(source):
            add(found[2], (*path, name))
        done[name] = _wrapped(name, source)

    add(entry, ())
    return '"use strict";\n(() => {\nconst modules = {};\n' + "".join(done.values()) + "})();\n"


def _wrapped(name: str, source: str) -> str:
    exported = ", ".join(found[2] for found in _EXPORT.finditer(source))
    body = _IMPORT.sub(lambda m: f'const {{{m[1]}}} = modules["{m[2]}"];', source)
    body = _EXPORT.sub(r"\1", body)
    if re.search(r"^\s*(import|export)\b", body, re.MULTILINE):
        raise ValueError(
            f"{name}.js: only one-line named imports and exported functions, classes and consts are joined"
        )
    return f'modules["{name}"] = (() => {{\n{body}return {{ {exported} }};\n}})();\n'
