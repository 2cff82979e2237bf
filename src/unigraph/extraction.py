"""An article in, its facts out: recognition, relations and names within the article, by pure functions.

The result depends on the article, the ontology, the lexicons of the package and the user's alone, never on other
articles.
"""

from __future__ import annotations

from unigraph.article_entities import Table
from unigraph.article_masks import MASK, read_as, without_masked
from unigraph.article_script import in_own_script
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology
from unigraph.recognition.bodies import find_bodies
from unigraph.recognition.bodies_joined import joined
from unigraph.recognition.bodies_own import OwnBodies, find_anaphoric_bodies
from unigraph.recognition.bodies_winning import find_winners
from unigraph.recognition.body_departments import without_departments
from unigraph.recognition.context import context_of
from unigraph.recognition.dates import find_dates
from unigraph.recognition.divisions import find_divisions
from unigraph.recognition.document import Document
from unigraph.recognition.events import find_events
from unigraph.recognition.facilities import find_facilities
from unigraph.recognition.found import Index, longest
from unigraph.recognition.genre import is_other_genre
from unigraph.recognition.given import NO_LEXICON, Lexicon, find_given
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
from unigraph.relation.parts import RawClaim
from unigraph.relation.posts import Stack, read_stacks
from unigraph.relation.presence import read_presence
from unigraph.relation.scene import Scene
from unigraph.relation.signings import read_signings
from unigraph.relation.stage import Stage
from unigraph.relation.talks import confirmed, read_talks
from unigraph.relation.timing import read_dates
from unigraph.relation.units import make_units, name_spans
from unigraph.relation.venues import read_places
from unigraph.relation.visits import read_visits

__all__ = ["extract"]

_RULES = (read_hosts, read_places, read_dates, read_visits, read_signings, read_awards, read_custom)

_SOLE = "date-sole"
"""The rule that gives an event the only day that its article names."""

_GUESSED = "post-own-body"
"""The rule that gives a title without a body the article's own."""


def extract(article: Article, ontology: Ontology, lexicon: Lexicon = NO_LEXICON) -> ArticleFacts:
    """All that an article says. Equal inputs give equal facts; names of the ``lexicon`` mean what it says.

    Nothing is said of people whose names are masked.
    """
    if MASK not in article.text:
        return _extracted(article, ontology, lexicon)
    reading = read_as(article)
    return without_masked(_extracted(reading.article, ontology, lexicon), reading, article, ontology)


def _extracted(article: Article, ontology: Ontology, lexicon: Lexicon) -> ArticleFacts:
    document = Document.of(article)
    scene, stacks = _scene(document, ontology, lexicon)
    stage = Stage(scene)
    claims = [claim for rule in _RULES for claim in rule(scene)]
    claims += read_participation(scene, stage)
    claims += read_presence(scene, stage, claims)
    claims = confirmed([*claims, *read_talks(scene, claims)])
    claims = [c for c in claims if not _in_passing(c, claims)]
    table = Table(scene)
    posts = [post for stack in stacks for post in _post_claims(stack)]
    if is_other_genre(document):  # a title without a body is that of a country or club there
        posts = [p for p in posts if p.rule != _GUESSED]
    return in_own_script(table.facts(claims, posts), document, ontology)


def _in_passing(claim: RawClaim, claims: list[RawClaim]) -> bool:
    """Whether a day is that of the article alone, and nothing else is said of the event."""
    if not claim.rule.startswith(_SOLE):
        return False
    event = claim.subject
    return not any(event in (c.subject, c.object) for c in claims if not c.rule.startswith(_SOLE))


def _post_claims(stack: Stack) -> list[RawClaim]:
    return [
        RawClaim(stack.person, "holdsPosition", p.body, p.title, f"post-{p.rule}", p.begin, p.end)
        for p in stack.posts
        if p.body is not None
    ]


def _scene(document: Document, ontology: Ontology, lexicon: Lexicon) -> tuple[Scene, tuple[Stack, ...]]:
    given = find_given(document, ontology, lexicon)
    hits = find_divisions(document)
    context = context_of(document, hits)
    reporters = given.with_reporters(find_reporters(document))
    bylines = Index(reporters)
    titles = find_title_heads(document, ontology)
    found = without_departments(document, ontology, find_bodies(document, ontology, context, hits), titles)
    named = given.with_bodies(narrowed((b for b in found if not bylines.covering(b.begin)), ontology))
    spoken_of = given.outside(find_anaphoric_bodies(document, ontology, Index(named)))
    shown = given.outside(
        find_facilities(document, ontology, Index(named), OwnBodies(document, ontology, context, Index(named)))
    )
    fuller = {(f.begin, f.end) for f in shown}
    named = tuple(b for b in named if (b.begin, b.end) not in fuller)
    bodies = Index(joined(longest([*named, *spoken_of, *shown]), ontology))
    winners = given.outside(find_winners(document, ontology, context, bodies))
    bodies = Index(longest([*bodies.items, *winners]))
    people = Index(given.with_people(find_people(document, ontology, bodies, reporters), reporters))
    mute = find_mute(document)
    events = find_events(document, ontology, bodies, people, mute, given)
    own = OwnBodies(document, ontology, context, bodies)
    stacks = read_stacks(document, bodies, people, titles, own)
    places = find_places(document, ontology, hits, bodies, people, context)
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
