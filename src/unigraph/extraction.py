"""An article in, its facts out: recognition, relations and names within the article, by pure functions.

The result depends on the article, the ontology and the lexicons of the package alone, never on other articles.
"""

from __future__ import annotations

from unigraph.article_entities import Table
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology
from unigraph.recognition.bodies import find_bodies
from unigraph.recognition.bodies_own import OwnBodies, find_anaphoric_bodies
from unigraph.recognition.context import context_of
from unigraph.recognition.dates import find_dates
from unigraph.recognition.divisions import find_divisions
from unigraph.recognition.document import Document
from unigraph.recognition.events import find_events
from unigraph.recognition.found import Index, longest
from unigraph.recognition.mute import find_mute
from unigraph.recognition.people import find_people, find_reporters
from unigraph.recognition.places import find_places
from unigraph.recognition.titles import find_title_heads
from unigraph.recognition.user_classes import narrowed
from unigraph.relation.awards import read_awards
from unigraph.relation.cues import cues_outside, find_cues
from unigraph.relation.custom import read_custom
from unigraph.relation.hosting import read_hosts
from unigraph.relation.participation import read_participation
from unigraph.relation.posts import Stack, read_stacks
from unigraph.relation.presence import read_presence
from unigraph.relation.scene import RawClaim, Scene
from unigraph.relation.signings import read_signings
from unigraph.relation.timing import read_dates
from unigraph.relation.units import make_units, name_spans
from unigraph.relation.venues import read_places
from unigraph.relation.visits import read_visits

__all__ = ["extract"]

_RULES = (read_hosts, read_places, read_dates, read_participation, read_visits, read_signings, read_awards, read_custom)


def extract(article: Article, ontology: Ontology) -> ArticleFacts:
    """All that an article says. Equal inputs give equal facts."""
    document = Document.of(article)
    scene, stacks = _scene(document, ontology)
    claims = [claim for rule in _RULES for claim in rule(scene)]
    claims += read_presence(scene, claims)
    table = Table(scene)
    return table.facts(claims, [post for stack in stacks for post in _post_claims(stack)])


def _post_claims(stack: Stack) -> list[RawClaim]:
    return [
        RawClaim(stack.person, "holdsPosition", p.body, p.title, f"post-{p.rule}", p.begin, p.end)
        for p in stack.posts
        if p.body is not None
    ]


def _scene(document: Document, ontology: Ontology) -> tuple[Scene, tuple[Stack, ...]]:
    hits = find_divisions(document)
    context = context_of(document, hits)
    reporters = find_reporters(document)
    bylines = Index(reporters)
    found = find_bodies(document, ontology, context, hits)
    named = narrowed((b for b in found if not bylines.covering(b.begin)), ontology)
    bodies = Index(longest([*named, *find_anaphoric_bodies(document, ontology, Index(named))]))
    people = Index(find_people(document, ontology, bodies, reporters))
    mute = find_mute(document)
    events = find_events(document, ontology, bodies, people, mute)
    own = OwnBodies(document, ontology, context, bodies)
    stacks = read_stacks(document, bodies, people, find_title_heads(document, ontology), own)
    places = find_places(document, hits, bodies, people)
    items = longest([*places, *bodies.items])
    units = make_units(document, ontology, items, stacks, events)
    names = name_spans(units, bodies, events)
    scene = Scene(
        document=document,
        ontology=ontology,
        context=context,
        bodies=bodies,
        people=people,
        reporters=reporters,
        events=events,
        dates=find_dates(document),
        mute=mute,
        units=units,
        cues=cues_outside(find_cues(document, ontology), names),
        stacks=stacks,
        names=names,
    )
    return scene, stacks
