"""Questions: SPARQL files that say in their comments what they ask and which parameters they take.

The head of a ``.rq`` file is lines of the form ``# key: value``::

    # title@zh: 谁主持了哪些活动
    # title@en: Who chaired which events
    # parameter person: optional text
    # person@zh: 主持人的姓名、别名或标识
    # person@en: name, alias or identifier of the chair

A parameter is ``required``, ``optional`` (empty where not given) or has a ``default`` value after that word, and is a
``text``, an ``integer``, a ``number`` from 0 to 1 or a ``date`` (a year, month or day). In the query it is written
``$person``: everywhere that this stands, outside of strings and comments, a literal is put.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from unigraph._resources import resource
from unigraph.errors import QueryError

__all__ = ["Parameter", "Question", "bind", "parse_question", "questions"]

_HEAD = re.compile(r"#\s*(?P<key>[^:]+?)\s*:\s*(?P<value>.*?)\s*")
_DECLARATION = re.compile(r"(?:(?P<need>required|optional)|default\s+(?P<default>\S+))(?:\s+(?P<kind>\w+))?")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_TOKEN = re.compile(
    r"""(?P<other> \#[^\n\r]*
        | <[^<>"{}|^`\\\x00-\x20]*>
        | "{3}(?:[^"\\]|\\.|"(?!""))*"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
        | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
        | \\. | [?:@\w.%-]*:[\w.%-]* | \?\w+ )
      | \$(?P<name>\w+)
      | (?P<word>\w+)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\0": "\\u0000"}
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its name, what it means (``zh``, ``en``), whether it must be given, and its value if it is not."""

    name: str
    descriptions: Mapping[str, str]
    required: bool
    default: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: ``name`` is that of its file, ``titles`` what it asks, by language."""

    name: str
    titles: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str


def questions() -> tuple[Question, ...]:
    """All questions that come with unigraph, by name."""
    return _questions()


@lru_cache(maxsize=1)
def _questions() -> tuple[Question, ...]:
    files = sorted(resource("ontology/queries").glob("*.rq"))
    return tuple(parse_question(f.stem, f.read_text(encoding="utf-8")) for f in files)


def parse_question(name: str, sparql: str) -> Question:
    """Read the head of a query. A query without one has no titles and takes its ``$names`` as optional parameters.

    Raises :class:`~unigraph.errors.QueryError` where a parameter's line cannot be understood.
    """
    head: dict[str, str] = {}
    for line in sparql.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        if found := _HEAD.fullmatch(line):
            head[found["key"]] = found["value"]
    declared = [(key.split(None, 1)[1], value) for key, value in head.items() if key.startswith("parameter ")]
    parameters = tuple(_parameter(name, key, value, head) for key, value in declared)
    return Question(name, _by_language("title", head), parameters, sparql)


def bind(question: Question, values: Mapping[str, str]) -> str:
    """The SPARQL of a question with its parameters as literals, ready for any engine.

    A ``$name`` that the head does not declare is a parameter only if a value is given for it; else it is a variable
    as in any SPARQL. Raises :class:`~unigraph.errors.QueryError` for a parameter that is unknown, missing, or of the
    wrong kind.
    """
    declared = {p.name: p for p in question.parameters}
    used = sorted({m["name"] for m in _TOKEN.finditer(question.sparql) if m["name"]})
    known = declared | {name: Parameter(name, {}, False) for name in used if name not in declared}
    where = f"the question {question.name}" if question.name else "the query"
    for name in values:
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none (write one as $name)"
            raise QueryError(f"{where} has no parameter {name!r}; {takes}")
    missing = [p.name for p in declared.values() if p.required and not values.get(p.name)]
    if missing:
        raise QueryError(f"{where} needs {', '.join(missing)}: add " + " ".join(f"--set {m}=…" for m in missing))
    given = {name: values.get(name) or known[name].default for name in {*declared, *values}}
    literals = {name: _KINDS[known[name].kind](name, value) for name, value in given.items()}
    return _TOKEN.sub(lambda m: literals.get(m["name"] or "", m[0]), question.sparql)


def calls_service(sparql: str) -> bool:
    """Whether a query asks another server."""
    return any((m["word"] or "").upper() == "SERVICE" for m in _TOKEN.finditer(sparql))


def first_word(sparql: str) -> str:
    """The word that says what kind of query it is, after prefixes and base; empty where there is none."""
    words = (m["word"] for m in _TOKEN.finditer(sparql) if m["word"])
    return next((w for w in words if w.upper() not in ("PREFIX", "BASE")), "")


def _parameter(question: str, name: str, declaration: str, head: Mapping[str, str]) -> Parameter:
    found = _DECLARATION.fullmatch(declaration)
    kind = (found["kind"] if found else None) or "text"
    if not found or kind not in _KINDS:
        raise QueryError(
            f"{question or 'query'}: cannot read '# parameter {name}: {declaration}'; "
            f"write required, optional or default VALUE, then one of {', '.join(_KINDS)}"
        )
    return Parameter(name, _by_language(name, head), found["need"] == "required", found["default"] or "", kind)


def _by_language(key: str, head: Mapping[str, str]) -> dict[str, str]:
    return {lang: head[f"{key}@{lang}"] for lang in ("zh", "en") if f"{key}@{lang}" in head}


def _text(name: str, value: str) -> str:
    return '"' + value.strip().translate(_ESCAPES) + '"'


def _integer(name: str, value: str) -> str:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise QueryError(f"{name} must be a whole number such as 20, not {value!r}")
    return value


def _number(name: str, value: str) -> str:
    if not re.fullmatch(r"0(\.[0-9]+)?|1(\.0+)?", value):
        raise QueryError(f"{name} must be a number from 0 to 1 such as 0.8, not {value!r}")
    return value if "." in value else value + ".0"


def _date(name: str, value: str) -> str:
    if value and not _DATE.fullmatch(value):
        raise QueryError(f"{name} must be a year, month or day such as 2026, 2026-03 or 2026-03-31, not {value!r}")
    return _text(name, value)


_KINDS: Mapping[str, Callable[[str, str], str]] = {
    "text": _text,
    "integer": _integer,
    "number": _number,
    "date": _date,
}
