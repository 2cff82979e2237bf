// What of the graph is drawn: the most important first, and what is selected whatever its rank.

import { arrange } from "./arrange.js";
import { across, around } from "./model.js";
import { radial } from "./radial.js";

/** A selected thing brings so many of its neighbours with it. */
const WITH = 60;

/** What decides which things are shown together. @type {(keyof State)[]} */
const VIEW = ["limit", "alone", "candidates", "classes", "predicates", "articles", "sources", "min", "range", "path"];

/**
 * @param {App} app @param {State} state
 * @returns {{shown: Set<number>, links: Map<number, Fact[]>, places: Map<number, Point>, possible: number[], moved: boolean}}
 * things and links to draw, places of those that stand elsewhere than usual, everything that could be drawn, and whether
 * something stands elsewhere than before
 */
export function scope(app, state) {
  const { graph, sifted } = app;
  const passing = (/** @type {Link} */ link) => link.facts.some((f) => sifted.passes[f.index]);
  const centre = state.focus.at(-1);
  const near = centre === undefined ? null : around(graph, graph.things[centre], state.steps, passing);
  const possible = [];
  for (const thing of graph.things) if (sifted.things[thing.index] && (!near || near.has(thing.index))) possible.push(thing.index);
  const shown = new Set(possible.slice(0, state.limit));
  for (const index of wanted(app, state)) {
    shown.add(index);
    if (index !== centre) neighbours(graph, index, passing).forEach((i) => shown.add(i));
  }
  for (const way of app.ways) way.things.forEach((i) => shown.add(i));
  const links = linksAmong(app, shown);
  if (centre !== undefined) return { shown, links, places: radial(graph, centre, shown, links), possible, moved: false };
  const before = app.arranged;
  const view = JSON.stringify(VIEW.map((key) => state[key]));
  const now = arrange(graph, shown, links, before ?? null, before?.view === view);
  app.arranged = { ...now, view };
  return { shown, links, places: now.places, possible, moved: Boolean(before && before.view !== view && (before.places.size || now.places.size)) };
}

/** The most important that a thing is linked with. @param {Graph} graph @param {number} index @param {(link: Link) => boolean} passing */
function neighbours(graph, index, passing) {
  const found = graph.things[index].links.filter(passing).map((l) => across(l, index));
  return found.sort((a, b) => a - b).slice(0, WITH);
}

/** @param {App} app @param {State} state */
function wanted(app, state) {
  const link = state.link === null ? null : app.graph.links[state.link];
  const ends = link ? [link.from, link.to] : [];
  return [state.node, state.focus.at(-1), ...ends, ...state.path].filter((i) => i !== null && i !== undefined);
}

/** Links between things that are drawn, with their facts that pass the filters. @param {App} app @param {Set<number>} shown */
function linksAmong(app, shown) {
  /** @type {Map<number, Fact[]>} */
  const links = new Map();
  for (const index of shown) {
    for (const link of app.graph.things[index].links) {
      if (!shown.has(link.from) || !shown.has(link.to) || links.has(link.id)) continue;
      const facts = link.facts.filter((f) => app.sifted.passes[f.index]);
      if (facts.length) links.set(link.id, facts);
    }
  }
  return links;
}
