// The page's data with the indexes that everything else asks.

import { clean } from "./dom.js";
import { lazy, partsOf, rest, unpack } from "./parts.js";

/**
 * Read what is needed at once, a part at a time, so that the page answers meanwhile.
 * @param {Head} head @returns {Promise<Graph>}
 */
export async function load(head) {
  const [places] = await Promise.all(partsOf("places").map(unpack));
  const things = await rows("things", (row, index) => thing(row, index, head, places));
  /** @type {Link[]} */
  const links = [];
  /** @type {Map<number, Link>} */
  const byPair = new Map();
  /** @type {Map<string, number>} */
  const sources = new Map();
  const articles = await rows("articles", (row, index) => article(row, index, things, sources));
  /** @type {Map<string, number>} */
  const days = new Map();
  const facts = await rows("facts", (row, index) => fact(row, index, things, links, byPair, articles, days));
  const evidence = lazy("evidence", (part) => part.map((/** @type {any[][]} */ list) => list.map(unpacked)));
  const texts = lazy("texts", (part) => part.map(text));
  const answers = lazy("answers", (part) => /** @type {Answer[]} */ (part));
  return {
    ...head,
    things,
    facts,
    links,
    articles,
    sources: [...sources.keys()],
    days: [...days.keys()],
    totals: totals(head, things, facts),
    byId: new Map(things.map((x) => [x.id, x])),
    evidence: (f) => (f.a ? batch(evidence, Math.floor(f.index / head.evidence_at), f.index % head.evidence_at) : []),
    text: (index) => textOf(head, texts, index),
    answers: () => answers(0),
  };
}

/**
 * @template T
 * @param {string} kind @param {(row: any, index: number) => T} make @returns {Promise<T[]>}
 */
async function rows(kind, make) {
  /** @type {T[]} */
  const out = [];
  for (const element of partsOf(kind)) {
    for (const row of await unpack(element)) out.push(make(row, out.length));
    await rest();
  }
  return out;
}

/**
 * @template T
 * @param {(part: number) => Later<T[]>} parts @param {number} part @param {number} at @returns {Later<T>}
 */
function batch(parts, part, at) {
  const found = parts(part);
  return found instanceof Promise ? found.then((list) => list[at]) : found[at];
}

/** @param {any} row @param {number} index @param {Head} head @param {any} places @returns {Thing} */
function thing(row, index, head, places) {
  const name = clean(row.n[0]).trim() ? row.n[0] : "—";
  const at = { x: places.x[index], y: places.y[index], size: places.size[index] };
  return { ...row, index, name, group: head.classes[row.c].up, facts: [], links: [], wrote: [], ...at };
}

/**
 * @param {any} row @param {number} index @param {Thing[]} things @param {Link[]} links @param {Map<number, Link>} byPair
 * @param {Article[]} articles @param {Map<string, number>} days @returns {Fact}
 */
function fact(row, index, things, links, byPair, articles, days) {
  /** @type {Fact} */
  const made = row;
  made.index = index;
  made.sure = row.c ?? 1;
  made.day = row.d ? numbered(days, row.d) : -1;
  made.from = sourcesOf(row.a ?? [], articles);
  things[row.s].facts.push(made);
  if (row.o === undefined) return made;
  if (row.o !== row.s) {
    things[row.o].facts.push(made);
    made.link = linkOf(row.s, row.o, things, links, byPair);
    made.link.facts.push(made);
  }
  return made;
}

/** @param {Map<string, number>} known @param {string} value */
function numbered(known, value) {
  const number = known.get(value) ?? known.size;
  if (number === known.size) known.set(value, number);
  return number;
}

/** Lists of one source, which most facts have. @type {number[][]} */
const ALONE = [];

/** @param {number[]} stated @param {Article[]} articles */
function sourcesOf(stated, articles) {
  const first = articles[stated[0]]?.source;
  if (stated.every((a) => articles[a].source === first)) return stated.length ? (ALONE[first] ??= [first]) : [];
  return [...new Set(stated.map((a) => articles[a].source))];
}

/** @param {number} a @param {number} b @param {Thing[]} things @param {Link[]} links @param {Map<number, Link>} byPair */
function linkOf(a, b, things, links, byPair) {
  const [from, to] = a < b ? [a, b] : [b, a];
  const key = from * things.length + to;
  let link = byPair.get(key);
  if (!link) {
    link = { id: links.length, from, to, facts: [] };
    byPair.set(key, link);
    links.push(link);
    things[from].links.push(link);
    things[to].links.push(link);
  }
  return link;
}

/** @param {any} row @param {number} index @param {Thing[]} things @param {Map<string, number>} sources @returns {Article} */
function article(row, index, things, sources) {
  for (const reporter of row.by) things[reporter].wrote.push(index);
  return { ...row, index, source: numbered(sources, row.pub || row.src[0] || "—") };
}

/** @param {any[]} row @returns {Evidence} */
function unpacked([article, sentence, begin, end, rule, sure, asOf, before]) {
  return { article, sentence, begin, end, rule, sure, asOf, before };
}

/** @param {any} row @returns {ArticleText} */
function text(row) {
  const mentions = [];
  for (let i = 0; i < row.m.length; i += 4) {
    const [thing, sentence, begin, end] = row.m.slice(i, i + 4);
    mentions.push({ thing, sentence, begin, end });
  }
  return { s: row.s, x: row.x, q: row.q, mentions };
}

/** @type {ArticleText} */
const NO_TEXT = { s: [], q: {}, mentions: [] };

/** @param {Head} head @param {(part: number) => Later<ArticleText[]>} texts @param {number} index @returns {Later<ArticleText>} */
function textOf(head, texts, index) {
  const part = head.texts_at.findLastIndex((first) => first <= index);
  return part < 0 ? NO_TEXT : batch(texts, part, index - head.texts_at[part]);
}

/** @param {Head} head @param {Thing[]} things @param {Fact[]} facts */
function totals(head, things, facts) {
  const out = { predicates: head.predicates.map(() => 0), classes: head.classes.map(() => 0), candidates: 0, alone: 0 };
  for (const f of facts) {
    out.predicates[f.p] += 1;
    out.candidates += f.x ?? 0;
  }
  for (const x of things) {
    out.classes[x.c] += 1;
    if (!x.links.length) out.alone += 1;
  }
  return out;
}

/** A sentence of an article: its words and where they begin; null where the page does not hold them.
 * @param {ArticleText} text @param {number} index @returns {Sentence | null} */
export function sentence(text, index) {
  const begin = text.s[index * 2];
  const end = text.s[index * 2 + 1];
  if (begin === undefined) return null;
  const words = text.x === undefined ? text.q?.[index] : text.x.slice(begin, end);
  return words === undefined ? null : { text: words, begin, end };
}

/** The thing at the other end of a fact; undefined for a date. @param {Graph} graph @param {Fact} fact @param {Thing} thing */
export function otherEnd(graph, fact, thing) {
  const index = fact.s === thing.index ? fact.o : fact.s;
  return index === undefined ? undefined : graph.things[index];
}

/** The thing that a link leads to from one of its ends. @param {Link} link @param {number} from */
export function across(link, from) {
  return link.from === from ? link.to : link.from;
}

/** Everything within some steps of a thing, along links that `passes` lets through.
 * @param {Graph} graph @param {Thing} thing @param {number} steps @param {(link: Link) => boolean} passes */
export function around(graph, thing, steps, passes) {
  const found = new Set([thing.index]);
  let edge = [thing.index];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const index of edge) {
      for (const link of graph.things[index].links) {
        const other = across(link, index);
        if (!found.has(other) && passes(link)) {
          found.add(other);
          next.push(other);
        }
      }
    }
    edge = next;
  }
  return found;
}
