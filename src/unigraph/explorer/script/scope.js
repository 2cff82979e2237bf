// What of the graph is drawn: the most important first, and what is selected whatever its rank.

import { around } from "./model.js";
import { radial } from "./radial.js";

/** A selected thing brings so many of its neighbours with it. */
const WITH = 60;

/**
 * @param {App} app @param {State} state
 * @returns {{shown: Set<number>, links: Map<number, Fact[]>, places: Map<number, Point>, possible: number[]}} things and
 * links to draw, places of those that stand elsewhere than usual, and everything that could be drawn
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
    graph.things[index].links.filter(passing).slice(0, WITH).forEach((l) => shown.add(l.from).add(l.to));
  }
  for (const way of app.ways) way.things.forEach((i) => shown.add(i));
  const links = linksAmong(app, shown);
  return { shown, links, places: centre === undefined ? new Map() : radial(graph, centre, shown, links), possible };
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
