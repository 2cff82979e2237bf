// The page's data with the indexes that everything else asks.

import { clean } from "./dom.js";

/**
 * @param {any} data what Python embedded @param {any} drawing nodes with their places and edges, from pyvis
 * @returns the graph: things by rank, facts, articles, links (a pair of things and the facts between them)
 */
export function load(data, drawing) {
  const things = data.things.map((row, index) => ({
    ...row,
    index,
    name: clean(row.n[0]).trim() ? row.n[0] : "—",
    group: data.classes[row.c].up,
    facts: [],
    links: [],
    mentions: [],
    wrote: [],
    ...placed(drawing.nodes[index]),
  }));
  const links = drawing.edges.map((e, id) => ({ id, from: e.from, to: e.to, facts: [] }));
  for (const link of links) {
    things[link.from].links.push(link);
    things[link.to].links.push(link);
  }
  const byPair = new Map(links.map((l) => [pairKey(l.from, l.to), l]));
  const facts = data.facts.map((row, index) => {
    const link = row.o === undefined ? undefined : byPair.get(pairKey(row.s, row.o));
    const sure = row.e ? Math.max(...row.e.map((e) => e[5])) : 1;
    const fact = { ...row, index, link, sure, evidence: (row.e ?? []).map(unpacked) };
    things[row.s].facts.push(fact);
    if (row.o !== undefined && row.o !== row.s) things[row.o].facts.push(fact);
    link?.facts.push(fact);
    return fact;
  });
  const articles = data.articles.map((row, index) => article(row, index, things));
  return { ...data, things, facts, links, articles, byId: new Map(things.map((x) => [x.id, x])) };
}

function placed(node) {
  return { x: node.x, y: node.y, size: node.size };
}

export function pairKey(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function unpacked([article, sentence, begin, end, rule, sure, asOf, before]) {
  return { article, sentence, begin, end, rule, sure, asOf, before };
}

function article(row, index, things) {
  const mentions = [];
  for (let i = 0; i < row.m.length; i += 4) {
    const [thing, sentence, begin, end] = row.m.slice(i, i + 4);
    const mention = { thing, sentence, begin, end, article: index };
    mentions.push(mention);
    things[thing].mentions.push(mention);
  }
  for (const reporter of row.by) things[reporter].wrote.push(index);
  return { ...row, index, mentions };
}

/** A sentence of an article: its words and where they begin; null where the page does not hold them. */
export function sentence(article, index) {
  const begin = article.s[index * 2];
  const end = article.s[index * 2 + 1];
  if (begin === undefined) return null;
  const text = article.x === undefined ? article.q[index] : article.x.slice(begin, end);
  return text === undefined ? null : { text, begin, end };
}

/** The thing at the other end of a fact; undefined for a date. */
export function otherEnd(graph, fact, thing) {
  return graph.things[fact.s === thing.index ? fact.o : fact.s];
}

/** Everything within some steps of a thing, along links that `passes` lets through. */
export function around(graph, thing, steps, passes) {
  const found = new Set([thing.index]);
  let edge = [thing.index];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const index of edge) {
      for (const link of graph.things[index].links) {
        const other = link.from === index ? link.to : link.from;
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
