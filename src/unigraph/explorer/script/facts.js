// Facts with their evidence, as the panel and the reader show them.

import { h } from "./dom.js";
import { copy } from "./files.js";
import { otherEnd, sentence } from "./model.js";
import { all, when } from "./parts.js";
import { icon } from "./shapes.js";
import { pieces } from "./text.js";
import { date, label, number, percent, t } from "./words.js";

const FIRST = 6;

/**
 * @typedef {{title: string, role: string, facts: Fact[]}} Group facts of one predicate in one direction
 * @typedef {{other: Thing | undefined, facts: Fact[], date: string}} Item facts that one sentence states of one pair
 * @typedef {{e: Evidence, fact: Fact, cues: Evidence[]}} Passage
 */

/** A link to a thing, with its shape. @param {App} app @param {Thing} thing */
export function thingLink(app, thing, words = thing.name) {
  const cls = app.graph.classes[thing.c];
  return h("button.thing", { onclick: () => app.select(thing.index), "--c": cls.color }, icon(cls), h("bdi", null, words));
}

/**
 * A list whose rest is one click away.
 * @template T
 * @param {T[]} items @param {(item: T) => HTMLElement} make
 */
export function folded(items, make, first = FIRST) {
  const box = h("div.items", null, items.slice(0, first).map(make));
  if (items.length <= first) return box;
  const rest = h("button.more", { onclick: () => (rest.remove(), box.append(folded(items.slice(first), make, 60))) }, t("more", number(items.length - first)));
  box.append(rest);
  return box;
}

/** Facts by what they say, seen from `thing`; those with most facts after the posts.
 * @param {App} app @param {Fact[]} facts @param {Thing | null} thing @returns {Group[]} */
export function grouped(app, facts, thing) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const fact of facts) {
    const forward = !thing || fact.s === thing.index;
    const row = app.graph.predicates[fact.p];
    const key = `${fact.p} ${forward}`;
    const group = groups.get(key) ?? { title: forward ? label(row) : label(row.inv), role: row.role, facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  /** @type {Record<string, number>} */
  const order = { date: 0, post: 1 };
  return [...groups.values()].sort((a, b) => (order[a.role] ?? 2) - (order[b.role] ?? 2) || b.facts.length - a.facts.length);
}

/** A heading with its facts, newest first; facts that one sentence states of one pair stand together.
 * @param {App} app @param {Group} group @param {Thing | null} thing */
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

/** @param {App} app @param {Fact[]} facts @param {Thing | null} thing @returns {Item[]} */
function together(app, facts, thing) {
  /** @type {Map<string, Item>} */
  const items = new Map();
  for (const fact of facts) {
    const other = thing && fact.o !== undefined ? otherEnd(app.graph, fact, thing) : undefined;
    const key = [fact.s, fact.o, fact.o === undefined ? fact.t : "", fact.a?.[0], fact.q].join(" ");
    const item = items.get(key) ?? { other, facts: [], date: fact.d ?? "" };
    item.facts.push(fact);
    items.set(key, item);
  }
  return [...items.values()];
}

/** @param {App} app @param {Item} item @param {Thing | null} thing */
function factItem(app, item, thing) {
  const [first] = item.facts;
  const { things } = app.graph;
  const object = first.o === undefined ? null : thingLink(app, things[first.o]);
  const titles = [...new Set(item.facts.flatMap((f) => f.t ?? []))].join(t("list"));
  const said = titles && h("strong", null, object ? titles : date(titles));
  const head = thing ? [item.other && thingLink(app, item.other), said] : [thingLink(app, things[first.s]), h("span.arrow", null, "→"), object, said];
  return h(
    "article.fact",
    null,
    h("p.head", null, head, first.x && h("span.tag", null, t("candidate"))),
    object && first.d && h("p.when", null, date(first.d)),
    evidenceOf(app, item.facts),
  );
}

/** The passages that say some facts of one pair; they come when their part of the page is unpacked.
 * @param {App} app @param {Fact[]} facts */
export function evidenceOf(app, facts) {
  const known = facts.filter((f) => f.a);
  if (!known.length) return h("p.small", null, t("evidence.none"));
  const box = h("div.passages", null);
  when(all(known.map((f) => app.graph.evidence(f))), (lists) => {
    const passages = byPassage(known, lists);
    const [first, ...rest] = passages;
    const more = h("button.more", { onclick: () => more.replaceWith(...rest.map((p) => passage(app, p))) }, t("evidence.more", String(rest.length)));
    box.append(passage(app, first));
    if (rest.length) box.append(more);
  });
  return box;
}

/** Evidence of one sentence in one place, with all its cues. @param {Fact[]} facts @param {Evidence[][]} lists @returns {Passage[]} */
function byPassage(facts, lists) {
  /** @type {Map<string, Passage>} */
  const found = new Map();
  facts.forEach((fact, i) => {
    for (const e of lists[i]) {
      const key = `${e.article} ${e.sentence}`;
      const known = found.get(key) ?? { e, fact, cues: [] };
      known.cues.push(e);
      found.set(key, known);
    }
  });
  return [...found.values()];
}

/** @param {App} app @param {Passage} p */
function passage(app, p) {
  const { e } = p;
  const article = app.graph.articles[e.article];
  const rule = app.graph.rules[e.rule];
  const quotes = h("div", null);
  when(app.graph.text(e.article), (text) => {
    const before = e.before.filter((s) => s !== e.sentence);
    quotes.append(...[...before.map((s) => quote(app, text, p, s, true)), quote(app, text, p, e.sentence, false)].filter((q) => q !== null));
  });
  return h(
    "div.passage",
    null,
    quotes,
    h(
      "p.source",
      null,
      h("button.read", { onclick: () => app.read(e.article, e.sentence), title: t("read") }, h("bdi", null, article.t.trim() || t("read"))),
      h("span", null, [date(article.d), t("sure", percent(e.sure)), rule && t("rule", rule)].filter(Boolean).join(" · ")),
      h("button.cite", { onclick: () => void cite(app, e) }, t("cite")),
    ),
  );
}

/** Copy what a footnote needs. @param {App} app @param {Evidence} e */
async function cite(app, e) {
  const article = app.graph.articles[e.article];
  const said = sentence(await app.graph.text(e.article), e.sentence)?.text.trim();
  const from = [article.pub, date(article.d), article.page && t("page", article.page), article.url || article.src[0]];
  const text = [said && t("cite.quote", said), t("cite.title", article.t), ...from].filter(Boolean).join(t("cite.comma"));
  app.say((await copy(text)) ? t("cite.copied") : text);
}

/** @param {App} app @param {ArticleText} text @param {Passage} p @param {number} index @param {boolean} before */
function quote(app, text, p, index, before) {
  const found = sentence(text, index);
  if (!found) return before ? null : h("p.small", null, t(app.graph.texts === "none" ? "evidence.left" : "evidence.lost"));
  const ends = new Set([p.fact.s, p.fact.o]);
  const marks = text.mentions.filter((m) => m.sentence === index && ends.has(m.thing));
  const cues = before ? [] : p.cues.filter((c) => c.end > c.begin).map((c) => ({ begin: c.begin, end: c.end, cue: true }));
  const parts = pieces(found.text, found.begin, [...marks, ...cues]).map((x) => marked(app, x));
  return h(before ? "blockquote.before" : "blockquote", { "data-label": before ? t("evidence.before") : null }, parts);
}

/** @param {App} app @param {import("./text.js").Piece} piece */
function marked(app, piece) {
  const end = piece.marks.find((m) => m.thing !== undefined);
  const cue = piece.marks.some((m) => m.cue);
  if (!end && !cue) return piece.text;
  const color = end?.thing === undefined ? null : app.graph.classes[app.graph.things[end.thing].c].color;
  return h(`mark${end ? ".end" : ""}${cue ? ".cue" : ""}`, { "--c": color }, piece.text);
}
