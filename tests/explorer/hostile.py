"""Hostile texts from a seed, and graphs in which every field holds some."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from unigraph.graph import GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Occurrence, Post, Span
from unigraph.ontology import Ontology, load_ontology

ACT = [
    "window.ran=1",
    "document.title='ran'",
    "alert(1)",
    "fetch('https://example.org/x')",
    "new Image().src='//example.org/i'",
    "location='https://example.org/'",
]
MARKUP = [
    "<script>{act}</script>",
    "</script><script>{act}</script>",
    "</textarea></title></style></noscript><script>{act}</script>",
    '<img src=x onerror="{act}">',
    "<svg/onload={act}>",
    "<svg><script>{act}</script></svg>",
    '<iframe srcdoc="<script>{act}</script>">',
    '<a href="javascript:{act}">甲</a>',
    "<details open ontoggle={act}>",
    '<math><mi xlink:href="javascript:{act}">',
    "<style>@import 'https://example.org/a.css';</style>",
    "<link rel=stylesheet href=//example.org/a.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<base href=https://example.org/>",
    "<form action=https://example.org/><input autofocus onfocus={act}>",
    "<!--<script>{act}",
    "<![CDATA[<script>{act}</script>]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
]
BREAKERS = [
    '" onmouseover="{act}" x="',
    "' onfocus='{act}' autofocus='",
    "` onclick={act} `",
    "javascript:{act}",
    "JaVaScRiPt\t:{act}",
    "data:text/html,<script>{act}</script>",
    "vbscript:{act}",
    '");{act};("',
    "'];{act};['",
    "*/{act}/*",
    "//{act}\u2028{act}",
    "url(https://example.org/b.png)",
    "red;background:url(//example.org/c.png)",
    "#fff}}*{{background:url(//example.org/d.png)",
]
TEMPLATES = [
    "{{{{ 7*7 }}}}{{% for x in y %}}",
    "{{{{ ''.__class__.__mro__ }}}}",
    "${{{act}}}",
    "#{{{act}}}",
    "<%= {act} %>",
    "{{0}} {{1}} $& $1 $`",
    "%s %n %d",
    "[[${{{act}}}]]",
    "\\u003cscript\\u003e{act}",
    "&lt;script&gt;{act}&lt;/script&gt;",
    "&#60;img src=x onerror={act}&#62;",
]
SIGNS = [
    "\x00",
    "\x07\x1b[31m",
    "\x7f\x85\x9b",
    "\u200b\u200c\u200d\ufeff",
    "\u202e会工总\u202d",
    "\u2066\u2067\u2068",
    "\u061c\u200e\u200f",
    "\u2028\u2029",
    "\ud800",
    "\udfff",
    "\udc00\ud800",
    "\ufffe\uffff",
    "\U000e0001\U000e0041",
    "é\u0301" * 40,
    "Z\u0351\u036b\u0343" * 30,
    "𠮷" * 20,
    "👩‍👩‍👧‍👦",
    "\u3164",
    "ﷺ" * 9,
    "\t\n\r\v\f",
]
KEYS = [
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "then",
    "null",
    "undefined",
    "NaN",
    "true",
    "-0",
    "1e999",
]
ODD = [
    "",
    " ",
    "\u3000",
    "-",
    "=1+1",
    "@SUM(A1)",
    "+1",
    "/../../etc/passwd",
    "C:\\con\\nul",
    "ug:n=p-1",
    "#n=p-1&v=table",
    "%00%0d%0a",
    "a" * 10_000,
    "长" * 10_000,
]


def texts(seed: int, count: int) -> list[str]:
    """So many hostile texts, different ones for each seed, each kind among them."""
    dice = random.Random(seed)

    def filled(shapes: list[str]) -> str:
        return dice.choice(shapes).format(act=dice.choice(ACT))

    kinds: list[Callable[[], str]] = [
        lambda: filled(MARKUP),
        lambda: filled(BREAKERS),
        lambda: filled(TEMPLATES),
        lambda: "总工会" + dice.choice(SIGNS) + "甲",
        lambda: dice.choice(KEYS),
        lambda: dice.choice(ODD[:-2]),
        lambda: dice.choice(SIGNS) + filled(MARKUP) + dice.choice(SIGNS) + filled(BREAKERS),
        lambda: "".join(
            chr(
                dice.choice(
                    (
                        dice.randrange(0x20),
                        dice.randrange(0x80, 0xFFFF),
                        dice.randrange(0xD800, 0xE000),
                        dice.randrange(0x4E00, 0x9FA5),
                    )
                )
            )
            for _ in range(30)
        ),
    ]
    out = [dice.choice(ODD[-2:]), filled(MARKUP) + "长" * 10_000]
    while len(out) < count:
        more = dice.choice(("", chr(dice.randrange(0x4E00, 0x9FA5))))
        out.append(kinds[len(out) % len(kinds)]() + more)
    dice.shuffle(out)
    return out


def hostile_ontology(words: list[str]) -> Ontology:
    """Ours, with other labels, definitions, colours and shapes."""
    ontology = load_ontology()
    said = iter(words * 20)
    classes = {
        name: replace(
            c,
            labels={"zh": next(said), "en": next(said)},
            definitions={"zh": next(said), "en": next(said)},
            color=c.color and next(said),
            shape=c.shape and next(said),
        )
        for name, c in ontology.classes.items()
    }
    predicates = {
        name: replace(
            p, labels={"zh": next(said), "en": next(said)}, inverse_labels={"zh": next(said), "en": next(said)}
        )
        for name, p in ontology.predicates.items()
    }
    return replace(ontology, classes=classes, predicates=predicates)


def hostile_page(words: list[str], ontology: Ontology | None = None) -> GraphData:
    """A graph in which each of the texts is a thing's name, and every other field holds one as well."""
    at = iter(words * 40)
    articles: dict[str, Article] = {}
    sentences: dict[str, tuple[Span, ...]] = {}
    entities: dict[str, Entity] = {}
    facts: list[Fact] = []
    posts: dict[str, Post] = {}
    awards: dict[str, Award] = {}
    chunks = [words[i : i + 10] for i in range(0, len(words), 10)]
    for number, names in enumerate(chunks):
        title = next(at)
        text, spans = title + "\n", [Span(0, len(title))]
        found: list[Occurrence] = []
        for name in names:
            begin = len(text)
            text += name + "主持" + next(at)[:500] + "。"
            spans.append(Span(begin, len(text)))
            found.append(Occurrence("", len(spans) - 1, begin, begin + len(name)))
        article = Article(
            text, title, f"2025-01-{number % 28 + 1:02d}", "stated", next(at), next(at), next(at), (next(at), next(at))
        )
        articles[article.id] = article
        sentences[article.id] = tuple(spans)
        ids = [f"{'puedo'[i % 5]}-{number}-{i}" for i in range(len(names))]
        classes = ("Person", "Union", "Event", "Division", "No such class")
        for i, (name, mention) in enumerate(zip(names, found, strict=True)):
            entities[ids[i]] = Entity(
                ids[i], classes[i % 5], name, (next(at),), (mention._replace(article=article.id),)
            )
            cue = mention.end
            proof = (Evidence(article.id, mention.sentence, cue, cue + 2, next(at), 0.9, next(at), (0, 99)),)
            if i:
                facts.append(Fact(ids[i - 1], ("chaired", "hosted", "no such predicate")[i % 3], ids[i], proof))
            if i % 5 == 0:
                posts[f"post-{number}-{i}"] = Post(f"post-{number}-{i}", next(at), ids[1])
                awards[f"aw-{number}-{i}"] = Award(f"aw-{number}-{i}", next(at))
                facts += [
                    Fact(ids[i], "holdsPosition", f"post-{number}-{i}", proof),
                    Fact(ids[i], "received", f"aw-{number}-{i}", proof),
                ]
            if i % 5 == 2:
                facts.append(Fact(ids[i], "startDate", next(at), proof))
        if number:
            facts.append(Fact(ids[0], "signedWith", f"p-{number - 1}-0", (Evidence(article.id, 1, 0, 1, "", 0.5, ""),)))
    reporters = {a: (f"p-{i}-0",) for i, a in enumerate(articles)}
    return GraphData(
        ontology or load_ontology(),
        articles=articles,
        sentences=sentences,
        reporters=reporters,
        entities=entities,
        posts=posts,
        awards=awards,
        facts=tuple(facts),
    )
