// Finding things as one types: by name, other name, pinyin, initials, title and class.

import { clean } from "./dom.js";

/** @returns a function from what was typed to the things and articles that it finds, the best first */
export function createSearch(graph) {
  const folded = folding(graph.simpler);
  const entries = graph.things.map((thing) => entry(graph, thing, folded));
  return (typed, limit) => {
    const query = folded(typed);
    if (!query) return [];
    const found = [];
    for (const e of entries) {
      const hit = best(e, query);
      if (hit) found.push({ thing: e.thing, ...hit });
    }
    for (const article of graph.articles) {
      if (folded(article.t).includes(query)) found.push({ article, score: 35, by: "" });
    }
    found.sort((a, b) => b.score - a.score || (a.thing?.index ?? 1e9) - (b.thing?.index ?? 1e9));
    return found.slice(0, limit);
  };
}

/** Width, case, spaces and script make no difference; `pairs` has each traditional character before its simplified one. */
function folding(pairs) {
  const simpler = new Map();
  for (let i = 0; i < pairs.length; i += 2) simpler.set(pairs[i], pairs[i + 1]);
  return (text) => {
    const plain = clean(text).normalize("NFKC").toLowerCase().replace(/\s+/g, "");
    return plain.replace(/[\u3400-\u9fff]/g, (c) => simpler.get(c) ?? c);
  };
}

function entry(graph, thing, folded) {
  const cls = graph.classes[thing.c];
  const posts = thing.facts.filter((f) => f.s === thing.index && f.o !== undefined && f.t);
  return {
    thing,
    names: thing.n.map((n) => folded(n.slice(0, 200))),
    sounds: thing.py.map((y) => y.replaceAll(" ", "")),
    initials: thing.py.map((y) => y.split(" ").map((s) => s[0]).join("")),
    titles: posts.map((f) => ({ title: folded(f.t), words: `${graph.things[f.o].name}${f.t}` })),
    cls: [cls.zh, cls.en].map(folded),
  };
}

function best(e, query) {
  let top = null;
  const offer = (score, by = "") => {
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
  return top;
}
