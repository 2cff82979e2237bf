"""What is compared: the things of an article and what is said of them. Gold in its own format is read here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from unigraph.errors import GoldError
from unigraph.evaluation.likeness import titles
from unigraph.ontology import ROOTS, Ontology

__all__ = ["CORE", "PREDICATES", "Annotation", "Gold", "Origin", "Quote", "Statement", "Thing", "kinds_of", "read_gold"]

PREDICATES = (
    "chaired",
    "hosted",
    "visited",
    "signedWith",
    "coOrganized",
    "attended",
    "spokeAt",
    "holdsPosition",
    "heldAt",
    "heldOn",
    "awarded",
    "conferred",
)
CORE = PREDICATES[:4]


class Statement(NamedTuple):
    """``subject`` is ``None`` where an honour's giver is left out; ``title`` is one title of a post, or the honour.

    The object of ``heldOn`` is a date, that of the rest the identifier of a thing.
    """

    subject: str | None
    predicate: str
    object: str
    title: str = ""

    def ends(self) -> tuple[str, ...]:
        """The identifiers of the things that it is about."""
        subject = () if self.subject is None else (self.subject,)
        return subject if self.predicate == "heldOn" else (*subject, self.object)


@dataclass(frozen=True, slots=True)
class Thing:
    """``types`` are some of the six kinds; ``names`` has the label first, then the aliases."""

    types: tuple[str, ...]
    names: tuple[str, ...]
    optional: bool = False


class Quote(NamedTuple):
    """Where a sentence names a thing: ``sentence[begin:end]``."""

    sentence: str
    begin: int
    end: int


class Origin(NamedTuple):
    """The best evidence of a statement: its sentence, its rule, and how sure it is, from 0 to 1.

    ``rules`` are all that read it, sorted.
    """

    sentence: str
    rule: str
    confidence: float
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """Things by identifier, and statements with whether they are optional.

    ``stray`` statements have an end that no sentence names. The rest is known of graphs alone: ``origins`` of
    statements; ``candidates``, which were not sure enough to be statements; ``mentions`` of things; and the ``text``
    that was read, which is ``None`` where nobody knows, and empty where nothing could be read.
    """

    things: Mapping[str, Thing] = field(default_factory=dict)
    statements: Mapping[Statement, bool] = field(default_factory=dict)
    stray: tuple[Statement, ...] = ()
    origins: Mapping[Statement, Origin] = field(default_factory=dict)
    candidates: Mapping[Statement, Origin] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Quote, ...]] = field(default_factory=dict)
    text: str | None = None

    def split(self, confidence: Callable[[Origin], float], threshold: float) -> Annotation:
        """The same with other confidences: what is less sure than the threshold is a candidate, the rest a statement.

        What has no evidence stays what it is. Candidates about things that no sentence names stay candidates.
        """
        origins = {s: o._replace(confidence=confidence(o)) for s, o in {**self.candidates, **self.origins}.items()}
        sure = {s for s, o in origins.items() if o.confidence >= threshold}
        statements = {s: optional for s, optional in self.statements.items() if s in sure or s not in origins}
        risen = {s: False for s in self.candidates if s in sure and all(e in self.things for e in s.ends())}
        statements |= risen
        held = {s: origins[s] for s in (*self.candidates, *self.statements) if s in origins and s not in statements}
        stray = tuple(s for s in self.stray if s in sure or s not in origins)
        plain = {s: o for s, o in origins.items() if s not in held}
        return replace(self, statements=statements, stray=stray, origins=plain, candidates=held)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article."""

    name: str
    text: str
    published: str
    annotation: Annotation


def read_gold(path: Path) -> Gold:
    """Read one annotated article. Raises :class:`~unigraph.errors.GoldError` where it is not in the gold format."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        annotation = _from_document(document)
        return Gold(path.stem, document.get("text", ""), document.get("published", ""), annotation)
    except OSError as error:
        raise GoldError(f"{path}: cannot read it ({error.strerror}); check the path") from error
    except KeyError as error:
        raise GoldError(f"{path}: no gold annotation: {error} is missing or names no entity") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: no gold annotation: {' '.join(str(error).split())}") from error


def _from_document(document: Mapping[str, Any]) -> Annotation:
    things = {
        e["id"]: Thing((e["type"], *e.get("also", [])), (e["name"], *e.get("aliases", [])), e.get("optional", False))
        for e in document["entities"]
    }
    statements: dict[Statement, bool] = {}
    for relation in document["relations"]:
        subject, predicate, obj = relation["subject"], relation["predicate"], relation["object"]
        title, optional = relation.get("title", ""), relation.get("optional", False)
        if predicate == "holdsPosition":
            for one in titles(title):
                statements.setdefault(Statement(subject, predicate, obj, one), optional)
        elif predicate == "awarded":
            statements[Statement(None, predicate, obj, title)] = optional
            if subject is not None:  # an event as the giver may be said or not
                arguable = optional or "Event" in things[subject].types
                statements[Statement(subject, "conferred", obj, title)] = arguable
        else:
            statements[Statement(subject, predicate, obj)] = optional
    return Annotation(things, statements)


def kinds_of(classes: Iterable[str], ontology: Ontology) -> tuple[str, ...]:
    """The kinds of things that classes are of, sorted; a union or company is not asked for as an organisation."""
    kinds = {root for c in classes for root in ROOTS if ontology.is_a(c, root)}
    if kinds & {"Union", "Company"}:
        kinds.discard("Organization")
    return tuple(sorted(kinds))
