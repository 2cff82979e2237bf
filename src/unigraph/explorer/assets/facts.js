// Facts with their evidence, as the panel and the reader show them.

import { h } from "./dom.js";
import { otherEnd, sentence } from "./model.js";
import { icon } from "./shapes.js";
import { pieces } from "./text.js";
import { date, label, number, percent, t } from "./words.js";

const FIRST = 6;

/** A link to a thing, with its shape. */
export function thingLink(app, thing, words = thing.name) {
  const cls = app.graph.classes[thing.c];
  return h("button.thing", { onclick: () => app.select(thing.index), "--c": cls.color }, icon(cls), h("bdi", null, words));
}

/** A list whose rest is one click away. */
export function folded(items, make, first = FIRST) {
  const box = h("div.items", null, items.slice(0, first).map(make));
  if (items.length > first) {
    const rest = h("button.more", { onclick: () => rest.replaceWith(...items.slice(first).map(make)) }, t("more", number(items.length - first)));
    box.append(rest);
  }
  return box;
}

/** Facts by what they say, seen from `thing`; those with most facts after the posts. */
export function grouped(app, facts, thing) {
  const groups = new Map();
  for (const fact of facts) {
    const forward = !thing || fact.s === thing.index;
    const row = app.graph.predicates[fact.p];
    const key = `${fact.p} ${forward}`;
    if (!groups.has(key)) groups.set(key, { title: forward ? label(row) : label(row.inv), role: row.role, facts: [] });
    groups.get(key).facts.push(fact);
  }
  const order = { date: 0, post: 1 };
  return [...groups.values()].sort((a, b) => (order[a.role] ?? 2) - (order[b.role] ?? 2) || b.facts.length - a.facts.length);
}

/** A heading with its facts, newest first; facts that one sentence states of one pair stand together. */
export function factGroup(app, group, thing) {
  const items = together(app, group.facts, thing);
  items.sort((a, b) => (b.date > a.date ? 1 : b.date < a.date ? -1 : 0));
  return h(
    "section.group",
    null,
    h("h3", null, group.title, h("span.count", null, number(group.facts.length))),
    folded(items, (item) => factItem(app, item, thing)),
  );
}

function together(app, facts, thing) {
  const items = new Map();
  for (const fact of facts) {
    const other = thing && fact.o !== undefined ? otherEnd(app.graph, fact, thing) : undefined;
    const e = fact.evidence[0];
    const key = [fact.s, fact.o, fact.o === undefined ? fact.t : "", e?.article, e?.sentence].join(" ");
    if (!items.has(key)) items.set(key, { other, facts: [], date: fact.d ?? "" });
    items.get(key).facts.push(fact);
  }
  return [...items.values()];
}

function factItem(app, item, thing) {
  const [first] = item.facts;
  const literal = first.o === undefined;
  const titles = [...new Set(item.facts.map((f) => f.t).filter(Boolean))].join("、");
  const head = thing
    ? [item.other && thingLink(app, item.other), titles && h("strong", null, literal ? date(titles) : titles)]
    : [thingLink(app, app.graph.things[first.s]), h("span.arrow", null, "→"), !literal && thingLink(app, app.graph.things[first.o]), titles && h("strong", null, titles)];
  return h(
    "article.fact",
    null,
    h("p.head", null, head, first.x && h("span.tag", null, t("candidate"))),
    !literal && first.d && h("p.when", null, date(first.d)),
    evidenceOf(app, item.facts),
  );
}

function evidenceOf(app, facts) {
  const passages = byPassage(facts);
  if (!passages.length) return h("p.small", null, t("evidence.none"));
  const rest = passages.slice(1);
  const more = h("button.more", { onclick: () => more.replaceWith(...rest.map((p) => passage(app, p))) }, t("evidence.more", rest.length));
  return [passage(app, passages[0]), rest.length ? more : null];
}

/** Evidence of one sentence in one place, with all its cues. */
function byPassage(facts) {
  const found = new Map();
  for (const fact of facts) {
    for (const e of fact.evidence) {
      const key = `${e.article} ${e.sentence}`;
      if (!found.has(key)) found.set(key, { ...e, fact, cues: [] });
      found.get(key).cues.push(e);
    }
  }
  return [...found.values()];
}

function passage(app, e) {
  const article = app.graph.articles[e.article];
  const quotes = [...e.before.filter((s) => s !== e.sentence).map((s) => quote(app, e, s, true)), quote(app, e, e.sentence, false)];
  const rule = app.graph.rules[e.rule];
  return h(
    "div.passage",
    null,
    quotes,
    h(
      "p.source",
      null,
      h("button.read", { onclick: () => app.read(e.article, e.sentence), title: t("read") }, h("bdi", null, article.t.trim() || t("read"))),
      h("span", null, [date(article.d), t("sure", percent(e.sure)), rule && t("rule", rule)].filter(Boolean).join(" · ")),
    ),
  );
}

function quote(app, e, index, before) {
  const article = app.graph.articles[e.article];
  const found = sentence(article, index);
  if (!found) return before ? null : h("p.small", null, t("evidence.lost"));
  const ends = new Set([e.fact.s, e.fact.o]);
  const marks = article.mentions.filter((m) => m.sentence === index && ends.has(m.thing));
  const cues = before ? [] : e.cues.filter((c) => c.end > c.begin).map((c) => ({ begin: c.begin, end: c.end, cue: true }));
  const parts = pieces(found.text, found.begin, [...marks, ...cues]).map((p) => marked(app, p));
  return h(before ? "blockquote.before" : "blockquote", { "data-label": before ? t("evidence.before") : null }, parts);
}

function marked(app, piece) {
  const end = piece.marks.find((m) => m.thing !== undefined);
  const cue = piece.marks.some((m) => m.cue);
  if (!end && !cue) return piece.text;
  const color = end ? app.graph.classes[app.graph.things[end.thing].c].color : null;
  return h(`mark${end ? ".end" : ""}${cue ? ".cue" : ""}`, { "--c": color }, piece.text);
}
