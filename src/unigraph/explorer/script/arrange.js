// Places for things that have none in the overview: the page holds thousands, and draws a few of them together.

import { across } from "./model.js";
import { byForce } from "./force.js";

/** The room that one thing needs, as in the overview. */
export const CELL = { x: 108, y: 80 };

/**
 * @typedef {{places: Map<number, Point>, anew: boolean}} Arrangement places of those that stand elsewhere than in the
 * overview; and whether all are laid out by themselves
 */

/**
 * Things of the overview keep their places, others stand near their neighbours. Where most of what is shown has no
 * place in the overview, it is laid out by itself; what is added to that later changes nothing of what stands.
 * @param {Graph} graph @param {Set<number>} shown @param {Map<number, Fact[]>} links
 * @param {Arrangement | null} before @param {boolean} same whether it is the same view as before
 * @returns {Arrangement}
 */
export function arrange(graph, shown, links, before, same) {
  const strangers = [...shown].filter((i) => i >= graph.home);
  if (!strangers.length) return { places: new Map(), anew: false };
  const anew = strangers.length * 2 > shown.size;
  const kept = same && before?.anew === anew ? before.places : new Map();
  if (anew && !kept.size) return { places: byForce(graph, shown, links), anew };
  const known = new Map([...shown].filter((i) => anew || i >= graph.home).flatMap((i) => (kept.has(i) ? [[i, kept.get(i)]] : [])));
  const steady = [...shown].filter((i) => !anew && i < graph.home);
  const places = settle(graph, shown, links, known, steady);
  return { places, anew };
}

/**
 * Near its neighbours each of those that have no place yet, the most important first.
 * @param {Graph} graph @param {Set<number>} shown @param {Map<number, Fact[]>} links @param {Map<number, Point>} known
 * @param {number[]} steady those that stand where they stand in the overview
 */
function settle(graph, shown, links, known, steady) {
  const cell = (/** @type {Point} */ p) => `${Math.round(p.x / CELL.x)} ${Math.round(p.y / CELL.y)}`;
  /** @type {Map<number, Point>} */
  const all = new Map([...steady.map((i) => /** @type {[number, Point]} */ ([i, graph.things[i]])), ...known]);
  const taken = new Set([...all.values()].map(cell));
  const places = new Map(known);
  const left = [...shown].filter((i) => !all.has(i));
  const ties = new Map(left.map((i) => [i, graph.things[i].links.filter((l) => links.has(l.id)).map((l) => across(l, i))]));
  // Those that lead to most of the others first: they stand in their midst.
  left.sort((a, b) => (ties.get(b)?.length ?? 0) - (ties.get(a)?.length ?? 0) || a - b);
  for (const index of left) {
    const near = (ties.get(index) ?? []).flatMap((n) => all.get(n) ?? []);
    const at = free(near.length ? middle(near) : middle([...all.values()]), taken, cell);
    places.set(index, at);
    all.set(index, at);
  }
  return places;
}

/** @param {Point[]} points @returns {Point} */
function middle(points) {
  const sum = points.reduce((a, p) => ({ x: a.x + p.x, y: a.y + p.y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}

/** The free cell that is nearest to a point, which it takes. @param {Point} wish @param {Set<string>} taken @param {(p: Point) => string} cell */
function free(wish, taken, cell) {
  const home = { x: Math.round(wish.x / CELL.x), y: Math.round(wish.y / CELL.y) };
  for (let ring = 0; ; ring += 1) {
    let best = null;
    let least = Infinity;
    for (let x = -ring; x <= ring; x += 1) {
      for (let y = -ring; y <= ring; y += Math.abs(x) === ring ? 1 : Math.max(1, 2 * ring)) {
        const at = { x: (home.x + x) * CELL.x, y: (home.y + y) * CELL.y };
        const way = Math.hypot(at.x - wish.x, at.y - wish.y);
        if (way < least && !taken.has(cell(at))) [best, least] = [at, way];
      }
    }
    if (best) {
      taken.add(cell(best));
      return best;
    }
  }
}
