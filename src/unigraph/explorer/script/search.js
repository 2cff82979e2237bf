// Finding things as one types: by name, other name, pinyin, initials, title and class.

import { clean } from "./dom.js";
import { rest } from "./parts.js";

/**
 * @typedef {{thing?: Thing, article?: Article, score: number, by: string}} Hit
 * @typedef {{thing: Thing, names: string[], sounds: string[], initials: string[], titles: {title: string, words: string}[], cls: string[]}} Entry
 */

/** So many things are made ready between two rests. */
const AT_ONCE = 800;

/** A function from what was typed to the things and articles that it finds, the best first. @param {Graph} graph */
export function createSearch(graph) {
  const fold = folding(graph.simpler);
  const ready = entriesOf(graph, fold);
  const titles = graph.articles.map((article) => ({ article, title: fold(article.t) }));
  return async (/** @type {string} */ typed, /** @type {number} */ limit) => {
    const query = fold(typed);
    if (!query) return [];
    /** @type {Hit[]} */
    const found = [];
    for (const e of await ready) {
      const hit = best(e, query);
      if (hit) found.push({ thing: e.thing, ...hit });
    }
    for (const { article, title } of titles) if (title.includes(query)) found.push({ article, score: 35, by: "" });
    found.sort((a, b) => b.score - a.score || (a.thing?.index ?? 1e9) - (b.thing?.index ?? 1e9));
    return found.slice(0, limit);
  };
}

/** @param {Graph} graph @param {(text: string) => string} fold @returns {Promise<Entry[]>} */
async function entriesOf(graph, fold) {
  const entries = [];
  for (const thing of graph.things) {
    entries.push(entry(graph, thing, fold));
    if (entries.length % AT_ONCE === 0) await rest();
  }
  return entries;
}

/** Width, case, spaces and script make no difference; `pairs` has each traditional character before its simplified one.
 * @param {string} pairs */
function folding(pairs) {
  /** @type {Map<string, string>} */
  const simpler = new Map();
  for (let i = 0; i < pairs.length; i += 2) simpler.set(pairs[i], pairs[i + 1]);
  return (/** @type {string} */ text) => {
    const plain = clean(text).normalize("NFKC").toLowerCase().replace(/\s+/g, "");
    return simpler.size ? plain.replace(/[\u3400-\u9fff]/g, (c) => simpler.get(c) ?? c) : plain;
  };
}

/** @param {Graph} graph @param {Thing} thing @param {(text: string) => string} fold @returns {Entry} */
function entry(graph, thing, fold) {
  const cls = graph.classes[thing.c];
  const titles = new Map();
  for (const f of thing.facts) {
    if (f.s === thing.index && f.o !== undefined && f.t) titles.set(f.t, `${graph.things[f.o].name}${f.t}`);
  }
  return {
    thing,
    names: thing.n.map((n) => fold(n.slice(0, 200))),
    sounds: thing.py.map((y) => y.replaceAll(" ", "")),
    initials: thing.py.map((y) => y.split(" ").map((s) => s[0]).join("")),
    titles: [...titles].map(([title, words]) => ({ title: fold(title), words })),
    cls: [cls.zh, cls.en].map(fold),
  };
}

/** @param {Entry} e @param {string} query */
function best(e, query) {
  /** @type {{score: number, by: string} | null} */
  let top = null;
  const offer = (/** @type {number} */ score, by = "") => {
    if (!top || score > top.score) top = { score, by };
  };
  e.names.forEach((name, i) => {
    const by = i ? e.thing.n[i] : "";
    if (name === query) offer(100 - i, by);
    else if (name.startsWith(query)) offer(80 - i, by);
    else if (name.includes(query)) offer(70 - i, by);
  });
  e.initials.forEach((s, i) => s.startsWith(query) && offer(s === query ? 64 : 56, i ? e.thing.n[i] : ""));
  e.sounds.forEach((s, i) => s.startsWith(query) && offer(s === query ? 62 : 54, i ? e.thing.n[i] : ""));
  const post = e.titles.find((x) => x.title === query) ?? e.titles.find((x) => x.title.includes(query));
  if (post) offer(post.title === query ? 48 : 44, post.words);
  if (query.length > 1 && e.sounds.some((s) => s.includes(query))) offer(40);
  if (e.cls.some((c) => c.startsWith(query))) offer(30);
  return /** @type {{score: number, by: string} | null} */ (top);
}
